package page

// reportsBlock is how many reports stand in one part of the data. The browser
// opens the parts of those that are looked at.
const reportsBlock = 4096

// textsBlock is the size in bytes from which texts fill a part of the data.
const textsBlock = 256 << 10

// reportColumns returns the reports from number lo up to hi.
func (m *model) reportColumns(lo, hi int) (*columns, error) {
	c, n := &columns{}, hi-lo
	kind, modality := make([]int, n), make([]string, n)
	document, event, date := make([]int, n), make([]int, n), make([]int, n)
	start, length, trigger, triggerLength := make([]int, n), make([]int, n), make([]int, n), make([]int, n)
	places, actors, targets := make([][]int, n), make([][]int, n), make([][]int, n)
	ids, texts, hedges := make([]string, n), make([]string, n), make([]string, n)
	figures, speakers := make([][]figureRow, n), make([][][2]string, n)
	for k := range n {
		r := &m.g.Reports[m.reports[lo+k]]
		document[k], event[k] = lookup(m.document, r.Document), lookup(m.event, r.Event)
		kind[k], date[k], modality[k] = m.kind[r.Kind], m.whens.at[plainWhen(r.When)], string(r.Modality)
		ids[k], hedges[k] = r.ID, r.Hedge
		s, e, text := m.span(document[k], r.Quote)
		start[k], length[k], texts[k] = s, e-s, text
		trigger[k], triggerLength[k] = clamp(r.Trigger.Start), clamp(r.Trigger.End-r.Trigger.Start)
		for j := range r.Places {
			places[k] = append(places[k], m.places.at[placeName(&r.Places[j])])
		}
		for _, a := range r.Actors {
			actors[k] = append(actors[k], m.actors.at[a.Name])
		}
		for _, a := range r.Targets {
			targets[k] = append(targets[k], m.actors.at[a.Name])
		}
		for _, f := range r.Figures {
			figures[k] = append(figures[k], figureRow{Measure: f.Measure, Population: f.Population, Low: f.Low, High: f.High, Hedge: f.Hedge, Scope: f.Scope, AsOf: m.words.point(f.AsOf)})
		}
		for _, a := range r.Attribution {
			speakers[k] = append(speakers[k], [2]string{a.Speaker, a.Cue})
		}
	}
	c.ints("document", document)
	c.ints("event", event)
	c.ints("kind", kind)
	c.ints("when", date)
	c.strings("modality", modality)
	c.ints("start", start)
	c.ints("length", length)
	c.ints("trigger", trigger)
	c.ints("triggerLength", triggerLength)
	c.lists("places", places)
	c.lists("actors", actors)
	c.lists("targets", targets)
	c.strings("id", ids)
	c.strings("text", texts)
	c.strings("hedge", hedges)
	if err := objects(c, "figures", figures, func(f []figureRow) bool { return len(f) == 0 }); err != nil {
		return nil, err
	}
	if err := objects(c, "speakers", speakers, func(s [][2]string) bool { return len(s) == 0 }); err != nil {
		return nil, err
	}
	return c, nil
}

// numberReports gives numbers to what reports name, before the lists of names
// are written.
func (m *model) numberReports() {
	for _, i := range m.reports {
		r := &m.g.Reports[i]
		m.whens.number(r.When)
		for j := range r.Places {
			m.places.number(placeName(&r.Places[j]))
		}
		for j := range r.Actors {
			m.actors.number(r.Actors[j].Name)
		}
		for j := range r.Targets {
			m.actors.number(r.Targets[j].Name)
		}
	}
}

// textBlocks returns the first document of each part that holds texts: nil
// when the page holds none.
func (m *model) textBlocks() []int {
	blocks, size := []int{}, textsBlock
	for i := range m.g.Documents {
		if !m.textShown[i] {
			continue
		}
		if size >= textsBlock {
			blocks, size = append(blocks, i), 0
		}
		size += len(m.g.Documents[i].Text)
	}
	if len(blocks) > 0 {
		blocks[0] = 0 // so that every document has a block
	}
	return blocks
}

// textColumns returns the texts of the documents from number lo up to hi.
func (m *model) textColumns(lo, hi int) *columns {
	c, texts := &columns{}, make([]string, hi-lo)
	for i := range texts {
		if m.textShown[lo+i] {
			texts[i] = m.g.Documents[lo+i].Text
		}
	}
	c.strings("text", texts)
	return c
}
