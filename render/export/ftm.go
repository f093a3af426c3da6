package export

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"strings"

	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
)

// ftmEntity is an entity of FollowTheMoney, the data model of Aleph.
type ftmEntity struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Properties map[string][]string `json:"properties"`
}

// FTM writes entities of FollowTheMoney as JSON lines: a Document each, an
// Event each, and a Documentation for each document that reports an event.
// Its dates may be a year or a month, so that these stay as they are; what
// else the format cannot hold as a date is in the summary, and counted.
func FTM(w io.Writer, g *graph.Graph, opt Options) ([]Left, error) {
	x := newIndex(g, opt)
	var t tally
	j := newJSONWriter(w)
	write := func(e *ftmEntity) {
		for k, v := range e.Properties {
			if len(v) == 0 || v[0] == "" {
				delete(e.Properties, k)
			}
		}
		j.value(e)
		j.string("\n")
	}
	for i := range g.Documents {
		d := &g.Documents[i]
		e := &ftmEntity{ftmID("document", d.ID), "Document", map[string][]string{
			"name": {oneLine(d.Title)}, "title": {oneLine(d.Title)}, "fileName": {oneLine(d.Path)}, "author": {oneLine(d.Author)}, "publisher": {oneLine(d.Outlet)},
			"sourceUrl": {webAddress(d.URL)}, "notes": {documentNote(d)},
		}}
		if d.Title == "" {
			e.Properties["name"] = []string{oneLine(d.Path)}
		}
		if day, _, held := ftmDate(d.Published); held {
			e.Properties["publishedAt"] = []string{day}
		} else if d.Published != "" {
			t.leave("publication dates that FollowTheMoney cannot hold")
		}
		write(e)
	}
	for i := range g.Events {
		e := &g.Events[i]
		if !x.ftmEvent(e, write) {
			t.leave("dates of events that FollowTheMoney cannot hold; the summary has them in words")
		}
	}
	return t.left, j.flush()
}

// ftmEvent writes an event and what documents it; false when its date could
// not be held.
func (x *index) ftmEvent(e *graph.Event, write func(*ftmEntity)) bool {
	id := ftmID("event", e.ID)
	entity := &ftmEntity{id, "Event", map[string][]string{
		"name":     {title(e)},
		"summary":  {dateWords(e) + ". " + accounts(e) + "."},
		"location": names(e),
		"keywords": {x.kindLabel(e.Kind), "modality: " + oneLine(string(e.Modality))},
		"recordId": {e.ID},
	}}
	var about []string
	if who := actorsOf(e.Actors); who != "" {
		about = append(about, "By: "+oneLine(who))
	}
	if who := actorsOf(e.Targets); who != "" {
		about = append(about, "Harmed: "+oneLine(who))
	}
	if f := figures(e); f != "" {
		about = append(about, f)
	}
	about = append(about, differences(e)...)
	if len(about) > 0 {
		entity.Properties["description"] = []string{strings.Join(about, "\n")}
	}
	held := e.When.EDTF == "" && e.When.Earliest == edtf.Open && e.When.Latest == edtf.Open
	if day, to, ok := ftmDate(e.When.EDTF); ok && to == "" {
		entity.Properties["date"] = []string{day}
		held = !rough(&e.When)
	} else if ok {
		entity.Properties["startDate"], entity.Properties["endDate"] = []string{day}, []string{to}
		held = true
	}
	var documented []*ftmEntity
	for _, d := range x.sources(e) {
		doc := ftmID("document", d.ID)
		entity.Properties["proof"] = append(entity.Properties["proof"], doc)
		link := &ftmEntity{ftmID("documentation", e.ID+"\x00"+d.ID), "Documentation", map[string][]string{"document": {doc}, "entity": {id}, "role": {"reports"}}}
		var quotes []string
		for _, rid := range e.Reports {
			if r := x.reports[rid]; r != nil && r.Document == d.ID && r.Quote.Text != "" {
				quotes = append(quotes, "“"+oneLine(r.Quote.Text)+"”")
			}
		}
		link.Properties["summary"] = []string{strings.Join(quotes, " ")}
		documented = append(documented, link)
	}
	write(entity)
	for _, link := range documented {
		write(link)
	}
	return held
}

func names(e *graph.Event) []string {
	var out []string
	for i := range e.Places {
		if n := oneLine(placeName(&e.Places[i])); n != "" {
			out = append(out, n)
		}
	}
	return out
}

// ftmDate is an EDTF date as FollowTheMoney takes it: YYYY, YYYY-MM or
// YYYY-MM-DD, two of them for an interval. ok is false where that would say
// more, or less, than the date does; about and uncertain are lost in any case.
func ftmDate(s string) (from, to string, ok bool) {
	v, err := edtf.Parse(s)
	if err != nil {
		return "", "", false
	}
	if a, b, isRange := v.Ends(); isRange {
		from, okA := ftmPoint(a)
		to, okB := ftmPoint(b)
		return from, to, okA && okB
	}
	from, ok = ftmPoint(v)
	return from, "", ok
}

func ftmPoint(v edtf.Value) (string, bool) {
	first, last := v.Bounds()
	if v.Kind() != edtf.Single || first == edtf.Open || last == edtf.Open {
		return "", false
	}
	if y := year(first); y < 1 || y > 9999 {
		return "", false
	}
	s := first.String()
	switch v.Precision() {
	case edtf.ToYear:
		return s[:4], true
	case edtf.ToMonth:
		return s[:7], true
	case edtf.ToDecade, edtf.ToCentury, edtf.ToMillennium, edtf.ToSeason, edtf.ToQuarter, edtf.ToHalfYear, edtf.ToUnknown, edtf.ToInterval, edtf.ToSet:
		return "", false
	}
	return s, first == last
}

// ftmID makes the id of an entity of what it is, as an import that is repeated
// is to find its entities again.
func ftmID(sort, id string) string {
	h := sha256.Sum256([]byte(sort + "\x00" + id))
	return "dateline-" + sort + "-" + hex.EncodeToString(h[:10])
}
