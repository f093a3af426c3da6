package graph

import (
	"strings"
	"testing"

	"github.com/dateline-project/dateline/events/edtf"
)

func TestUndatedEventsAreBoundByStatedOrders(t *testing.T) {
	// Each line of links is a sentence that names two triggers in brackets and angles.
	const told = `
		= a - A
		= b - B
		a missile-strike @ganja 2020-10-04 killed=31 | A [strike] hit flats in Ganja -> strike
		a protest @barda injured=45 | A [protest] filled the square of Barda -> protest
		a closure @goygol | The [closure] of the road to Goygol lasts -> closure
		a talks @upton 2020-12-24 | [Talks] opened in Upton -> talks`
	for _, c := range []struct {
		name, sentence         string
		earlier, later         string // triggers of the sentence
		first, second          int    // reports
		event                  int
		edtf, earliest, latest string
		basis                  string
	}{
		{"after", "The protest began after the strike", "protest", "strike", 1, 0, 1, "", "2020-10-04", "", "derived: after Missile strike, Ganja (2020-10-04), as b states"},
		{"before", "The protest ended before the talks", "protest", "talks", 1, 3, 1, "", "", "2020-12-24", "derived: before Talks, Upton (2020-12-24), as b states"},
		{"two days after", "The protest came two days after the strike", "protest", "strike", 1, 0, 1, "2020-10-06", "2020-10-06", "2020-10-06", "derived: two days after Missile strike, Ganja (2020-10-04), as b states"},
		{"the day before", "The protest took place the day before the talks", "protest", "talks", 1, 3, 1, "2020-12-23", "2020-12-23", "2020-12-23", "derived: the day before Talks, Upton (2020-12-24), as b states"},
		{"three weeks after is no day", "The protest came three weeks after the strike", "protest", "strike", 1, 0, 1, "", "2020-10-21", "2020-10-28", "derived: three weeks after Missile strike, Ganja (2020-10-04), as b states"},
		{"a cause comes first", "The strike led to the protest", "strike", "protest", 0, 1, 1, "", "2020-10-04", "", "derived: after Missile strike, Ganja (2020-10-04), as b states"},
		{"nothing is said", "The protest and the strike", "protest", "strike", 1, 0, 1, "", "", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			corpus := parseCorpus(t, told+"\n b shelling | ["+c.sentence+"] -> sentence")
			at := len(corpus.reports) - 1
			for k, of := range []int{c.first, c.second} {
				r := corpus.reports[of]
				r.ID = []string{"s0", "s1"}[k]
				corpus.reports = append(corpus.reports, r)
				corpus.same(t, len(corpus.reports)-1, at, []string{c.earlier, c.later}[k])
			}
			corpus.reports = corpus.reports[at+1:] // the two of the sentence
			g := corpus.build(t)
			id := "s0"
			if c.event == c.second {
				id = "s1"
			}
			w := eventOf(t, g, id).When
			text := func(d edtf.Day) string {
				if d == edtf.Open {
					return ""
				}
				return d.String()
			}
			if w.EDTF != c.edtf || text(w.Earliest) != c.earliest || text(w.Latest) != c.latest || w.Basis != c.basis {
				t.Errorf("%q %q to %q, %q; want %q %q to %q, %q", w.EDTF, text(w.Earliest), text(w.Latest), w.Basis, c.edtf, c.earliest, c.latest, c.basis)
			}
		})
	}
}

// chain returns events, of which those named by a day are dated, and the
// orders stated between them, "a<b" meaning that a came before b.
func chain(days map[string]edtf.Day, orders string) *builder {
	b := &builder{g: &Graph{}, kinds: newKindTable(nil)}
	for _, id := range strings.Split("abcdef", "") {
		e := Event{ID: id, Label: strings.ToUpper(id), Modality: "happened"}
		e.When.Earliest, e.When.Latest = edtf.Open, edtf.Open
		if d, ok := days[id]; ok {
			e.When.EDTF, e.When.Earliest, e.When.Latest = d.String(), d, d
		}
		b.g.Events = append(b.g.Events, e)
	}
	for _, o := range strings.Fields(orders) {
		from, to, _ := strings.Cut(o, "<")
		b.stated = append(b.stated, statedLink{Link: Link{From: from, To: to, Relation: "before", Basis: Ordered, Why: Why{Document: "t"}}})
	}
	return b
}

func TestBoundsArePassedOnAndContradictionsBoundNothing(t *testing.T) {
	d1, d9 := edtf.NewDay(2020, 1, 1), edtf.NewDay(2020, 1, 9)
	for _, c := range []struct {
		name, orders, event string
		days                map[string]edtf.Day
		first, last         edtf.Day
	}{
		{"through two undated ones", "a<b b<c c<d", "c", map[string]edtf.Day{"a": d1, "d": d9}, d1, d9},
		{"whatever the order of the texts", "c<d b<c a<b", "b", map[string]edtf.Day{"a": d1, "d": d9}, d1, d9},
		{"not by a circle", "a<b b<c c<b", "b", map[string]edtf.Day{"a": d1}, d1, edtf.Open},
		{"not along a circle", "b<c c<b c<a", "b", map[string]edtf.Day{"a": d1}, edtf.Open, edtf.Open},
		{"not against the dates", "a<b d<b b<d", "b", map[string]edtf.Day{"a": d9, "d": d1}, d9, edtf.Open},
		{"not beyond what is known", "a<b b<c", "b", map[string]edtf.Day{"a": d9, "c": d1}, d9, edtf.Open},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := chain(c.days, c.orders)
			if err := b.boundByOrder(b.stated); err != nil {
				t.Fatal(err)
			}
			for _, e := range b.g.Events {
				if w := e.When; e.ID == c.event && (w.Earliest != c.first || w.Latest != c.last) {
					t.Errorf("%v to %v (%s), want %v to %v", w.Earliest, w.Latest, w.Basis, c.first, c.last)
				}
				if _, dated := c.days[e.ID]; dated && e.When.Basis != "" {
					t.Errorf("the date of %s was touched: %+v", e.ID, e.When)
				}
			}
		})
	}
}
