package graph

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
)

// First says who told an event first, and who first gave each value of it.
type First struct {
	// Tellings are in order of publication, those of unknown date last. The
	// copies of a text are told of with the first of them.
	Tellings []Telling    `json:"tellings"`
	Tied     int          `json:"tied"`   // tellings of the first day, of which no order is known; 0 when no date is known
	Values   []FirstValue `json:"values"` // of figures and dates, in order of attribute, then publication
}

// Telling is what one text tells of an event.
type Telling struct {
	Document  string   `json:"document"`
	Published string   `json:"published"` // EDTF, "" when unknown
	Days      int      `json:"days"`      // after the first telling; 0 when unknown
	Copies    []string `json:"copies"`    // documents of its family that tell it as well
	Reports   []string `json:"reports"`   // of the document itself
	Speakers  []string `json:"speakers"`  // whose word it gives, as it names them
}

// FirstValue is a value, and the first documents that claim it.
type FirstValue struct {
	Attribute string   `json:"attribute"`
	Value     string   `json:"value"`
	Published string   `json:"published"`
	Reports   []string `json:"reports"` // those of the first day, or all when no date is known
}

// First returns who told an event first. It is nil for an unknown event. First
// means first among the documents of the graph.
func (f *Finder) First(event string) *First {
	i, ok := f.index[event]
	if !ok {
		return nil
	}
	e := &f.g.Events[i]
	out := &First{Tellings: []Telling{}, Values: []FirstValue{}}
	byDocument := map[string]int{}
	for _, id := range e.Reports {
		r := f.Report(id)
		if r == nil {
			continue
		}
		k, ok := byDocument[r.Document]
		if !ok {
			k = len(out.Tellings)
			byDocument[r.Document] = k
			t := Telling{Document: r.Document, Copies: []string{}, Reports: []string{}, Speakers: []string{}}
			if d := f.Document(r.Document); d != nil {
				t.Published = d.Published
			}
			out.Tellings = append(out.Tellings, t)
		}
		t := &out.Tellings[k]
		t.Reports = append(t.Reports, id)
		if s := speakerOf(r.Report); s != "" && !slices.Contains(t.Speakers, s) {
			t.Speakers = append(t.Speakers, s)
		}
	}
	slices.SortFunc(out.Tellings, func(x, y Telling) int {
		return cmp.Or(byPublication(x.Published, y.Published), cmp.Compare(f.rankInFamily(x.Document), f.rankInFamily(y.Document)), cmp.Compare(x.Document, y.Document))
	})
	for _, t := range out.Tellings {
		for _, id := range t.Reports {
			out.values(f.Report(id), t.Published)
		}
	}
	slices.SortStableFunc(out.Values, func(x, y FirstValue) int { return cmp.Compare(x.Attribute, y.Attribute) })
	out.Tellings = f.foldCopies(out.Tellings)
	for k := range out.Tellings {
		t := &out.Tellings[k]
		start, day := exactDay(out.Tellings[0].Published, always), exactDay(t.Published, always)
		if start == always || day == always {
			continue
		}
		t.Days = int(day - start)
		if t.Days == 0 && (k == 0 || !strings.Contains(t.Published, "T") || byPublication(out.Tellings[0].Published, t.Published) == 0) {
			out.Tied++
		}
	}
	return out
}

// byPublication orders dates of publication: by day, then, where both tell the
// time in the same form, by that; unknown ones last, as is what is known to the
// month only.
func byPublication(a, b string) int {
	x, y := exactDay(a, never), exactDay(b, never)
	if c := cmp.Compare(x, y); c != 0 {
		return c
	}
	if strings.Contains(a, "T") && strings.Contains(b, "T") && len(a) == len(b) {
		return cmp.Compare(a, b)
	}
	return 0
}

// exactDay returns the day of a date of publication, unknown for one that is
// not known to the day.
func exactDay(published string, unknown int32) int32 {
	v, err := edtf.Parse(published)
	if err != nil || published == "" {
		return unknown
	}
	if first, last := v.Bounds(); first == last && first != edtf.Open {
		return int32(first)
	}
	return unknown
}

// rankInFamily returns 0 for the first document of a family, 1 for a copy.
func (f *Finder) rankInFamily(document string) int {
	if d := f.Document(document); d != nil && d.CopyOf != "" {
		return 1
	}
	return 0
}

// foldCopies puts the copies of a text under the first of it.
func (f *Finder) foldCopies(tellings []Telling) []Telling {
	at := map[string]int{}
	out := tellings[:0]
	for _, t := range tellings {
		family := "\x00" + t.Document
		if d := f.Document(t.Document); d != nil && d.Family != "" {
			family = d.Family
		}
		if k, ok := at[family]; ok {
			out[k].Copies = append(out[k].Copies, t.Document)
			continue
		}
		at[family] = len(out)
		out = append(out, t)
	}
	return out
}

// values notes the values that a report of that day of publication claims.
func (o *First) values(r *Report, published string) {
	note := func(attribute, value string) {
		k := slices.IndexFunc(o.Values, func(v FirstValue) bool { return v.Attribute == attribute && v.Value == value })
		if k < 0 {
			o.Values = append(o.Values, FirstValue{attribute, value, published, []string{r.ID}})
		} else if v := &o.Values[k]; v.Published == published && v.Reports[len(v.Reports)-1] != r.ID {
			v.Reports = append(v.Reports, r.ID)
		}
	}
	if r.When.EDTF != "" && r.When.Earliest != edtf.Open && r.When.Latest != edtf.Open { // "by Friday" is no date that others repeat
		note("date", r.When.EDTF)
	}
	for _, x := range r.Figures {
		if x.Scope == events.ScopeEvent || x.Scope == "" {
			note(measureName(x), figureValue(x))
		}
	}
}
