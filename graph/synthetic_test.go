package graph

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/events/text"
)

// synthetic makes about n reports with known truth from a seed. Happenings come
// in sixes of one kind at one place within eight days, so that each has five
// that are easily taken for it; each is told by 1 to 20 accounts. Of the
// accounts 20 % are copies of an earlier one with 10 to 40 % of the words
// changed; of the reports 15 % are a day off, 10 % name the place otherwise
// (half of those by a name that no gazetteer knows), 15 % have a revised toll,
// 10 % no date and 10 % no place. A third of the texts come back to their
// happening with "the attack"; a fifth mention the one before it.
type synthetic struct {
	rng     *rand.Rand
	docs    []source.Document
	reports []events.Report
	truth   map[string]string // report id -> happening
	vocab   []string
	zipf    *rand.Zipf
}

type happening struct {
	number     int
	kind       string
	place      int
	day        edtf.Day
	killed     int64
	injured    int64
	words      []string // what is particular to it
	firstTexts [][]string
}

var syntheticKinds = []string{"missile-strike", "shelling", "armed-clash", "shooting", "explosive", "protest", "abduction", "air-strike"}

// toldAs are the kinds under which a source may tell a kind.
var toldAs = map[string][]string{"missile-strike": {"shelling", "attack"}, "shelling": {"attack", "armed-clash"}, "shooting": {"attack"}, "explosive": {"attack"}, "air-strike": {"attack", "explosive"}}

func makeSynthetic(seed uint64, n int) *synthetic {
	s := &synthetic{rng: rand.New(rand.NewPCG(seed, 1)), truth: map[string]string{}}
	s.zipf = rand.NewZipf(s.rng, 1.1, 8, 29_999)
	syllables := strings.Fields("ba be bo da de du fa fo ga gi go ha hi ka ke ko la le li lo ma me mi mo na ne ni no pa pe po ra re ri ro sa se si so ta te ti to va vi vo za ze zu")
	seen := map[string]bool{}
	for len(s.vocab) < 30_000 {
		var b strings.Builder
		for range 2 + s.rng.IntN(3) {
			b.WriteString(syllables[s.rng.IntN(len(syllables))])
		}
		if w := b.String(); !seen[w] {
			seen[w] = true
			s.vocab = append(s.vocab, w)
		}
	}
	number := 0
	for len(s.reports) < n {
		place, kind := s.rng.IntN(3000), syntheticKinds[s.rng.IntN(len(syntheticKinds))]
		base := edtf.NewDay(2010, 1, 1) + edtf.Day(s.rng.IntN(4000))
		days := s.rng.Perm(8)[:6]
		slices.Sort(days)
		var before *happening
		for _, d := range days {
			h := &happening{number: number, kind: kind, place: place, day: base + edtf.Day(d), killed: int64(1 + s.rng.IntN(40)), injured: int64(s.rng.IntN(120))}
			number++
			for range 8 {
				h.words = append(h.words, s.vocab[s.rng.IntN(len(s.vocab))])
			}
			for range 1 + s.rng.IntN(20) {
				s.account(h, before)
			}
			before = h
		}
	}
	return s
}

func (s *synthetic) chance(percent int) bool { return s.rng.IntN(100) < percent }

// filler returns n words as any text has them.
func (s *synthetic) filler(n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = s.vocab[s.zipf.Uint64()]
	}
	return out
}

// account writes a document about h and its reports.
func (s *synthetic) account(h, before *happening) {
	id := fmt.Sprintf("d%07d", len(s.docs))
	d := source.Document{ID: id, Path: id + ".txt", SHA256: id, Outlet: "outlet" + strconv.Itoa(s.rng.IntN(300)), Published: (h.day + edtf.Day(s.rng.IntN(3))).String()}
	var body strings.Builder
	var lead []string
	told := len(s.reports)
	if s.chance(20) && len(h.firstTexts) > 0 {
		lead = slices.Clone(h.firstTexts[s.rng.IntN(len(h.firstTexts))])
		change := 10 + s.rng.IntN(31)
		for i := range lead {
			if s.chance(change) {
				lead[i] = s.vocab[s.zipf.Uint64()]
			}
		}
	} else {
		lead = s.filler(14)
		for _, w := range h.words {
			if s.chance(60) {
				lead = append(lead, w)
			}
		}
		s.rng.Shuffle(len(lead), func(i, j int) { lead[i], lead[j] = lead[j], lead[i] })
		h.firstTexts = append(h.firstTexts, lead)
	}
	s.report(&body, id, h, "", lead, true)
	body.WriteString(strings.Join(s.filler(40), " ") + ".\n\n")
	if s.chance(33) {
		s.report(&body, id, h, "the", s.filler(8), false)
	}
	if before != nil && s.chance(20) {
		s.report(&body, id, before, "", append(s.filler(6), before.words[:4]...), true)
	}
	d.Text = strings.Clone(body.String())
	s.docs = append(s.docs, d)
	for i := range s.reports[told:] { // as in extraction, what is quoted is a part of the text
		for _, q := range []*events.Quote{&s.reports[told+i].Quote, &s.reports[told+i].Trigger} {
			q.Text = d.Text[q.Start:q.End]
		}
	}
}

func (s *synthetic) report(body *strings.Builder, doc string, h *happening, determiner string, words []string, full bool) {
	r := events.Report{ID: fmt.Sprintf("r%07d", len(s.reports)), Document: doc, Kind: h.kind, Modality: events.Happened,
		Places: []events.Place{}, Actors: []events.Actor{}, Targets: []events.Actor{}, Figures: []events.Figure{}, Attribution: []events.Attribution{}}
	r.When.Earliest, r.When.Latest = edtf.Open, edtf.Open
	if as := toldAs[h.kind]; len(as) > 0 && s.chance(25) {
		r.Kind = as[s.rng.IntN(len(as))]
	}
	if full && !s.chance(10) {
		day := h.day
		if s.chance(15) {
			day += edtf.Day(2*s.rng.IntN(2) - 1)
		}
		r.When = events.When{EDTF: day.String(), Earliest: day, Latest: day, Precision: "day"}
	}
	if full && !s.chance(10) {
		p := events.Place{Name: fmt.Sprintf("Town%d", h.place), ID: strconv.Itoa(h.place), Lat: float64(h.place%60) + 1, Lon: float64(h.place/60) * 2, Precision: events.LocalityPlace}
		if s.chance(10) {
			p.Name = fmt.Sprintf("Othertown%d", h.place)
			if s.chance(50) {
				p.ID, p.Lat, p.Lon = "", 0, 0
			}
		}
		r.Places = append(r.Places, p)
	}
	if full && s.chance(70) {
		k := h.killed
		if s.chance(15) {
			k += int64(1 + s.rng.IntN(5))
		}
		r.Figures = append(r.Figures, events.Figure{Measure: "killed", Low: k, High: &k, Scope: events.ScopeEvent})
		if i := h.injured; s.chance(50) {
			r.Figures = append(r.Figures, events.Figure{Measure: "injured", Low: i, High: &i, Scope: events.ScopeEvent})
		}
	}
	trigger := strings.ReplaceAll(r.Kind, "-", "")
	head := strings.TrimSpace(determiner + " " + trigger)
	quote := head + " " + strings.Join(words, " ") + "."
	start := body.Len()
	body.WriteString(quote + "\n\n")
	r.Quote = events.Quote{Span: text.Span{Start: start, End: start + len(quote)}, Text: quote}
	at := start + len(head) - len(trigger)
	r.Trigger = events.Quote{Span: text.Span{Start: at, End: at + len(trigger)}, Text: trigger}
	s.reports = append(s.reports, r)
	s.truth[r.ID] = strconv.Itoa(h.number)
}

// bCubed returns the B-cubed precision and recall of a clustering of things
// against the truth, both by the name of each thing
// (A. Bagga and B. Baldwin, "Algorithms for Scoring Coreference Chains", 1998).
func bCubed(cluster, truth map[string]string) (precision, recall float64) {
	type both struct{ cluster, truth string }
	got, gold, shared := map[string]int{}, map[string]int{}, map[both]int{}
	for x, k := range truth {
		got[cluster[x]]++
		gold[k]++
		shared[both{cluster[x], k}]++
	}
	for k, n := range shared {
		precision += float64(n) * float64(n) / float64(got[k.cluster])
		recall += float64(n) * float64(n) / float64(gold[k.truth])
	}
	n := float64(len(truth))
	return precision / n, recall / n
}

// eventsOf returns the event of each report.
func eventsOf(g *Graph) map[string]string {
	out := map[string]string{}
	for i := range g.Reports {
		out[g.Reports[i].ID] = g.Reports[i].Event
	}
	return out
}

func f1(p, r float64) float64 { return 2 * p * r / (p + r) }

func TestSyntheticReportsAreMergedWell(t *testing.T) {
	kinds, err := data.Kinds()
	if err != nil {
		t.Fatal(err)
	}
	n := 10_000
	if testing.Short() {
		n = 3_000
	}
	if s := os.Getenv("DATELINE_SYNTHETIC"); s != "" {
		n, _ = strconv.Atoi(s)
	}
	s := makeSynthetic(7, n)
	start := time.Now()
	g, err := Build(context.Background(), s.docs, s.reports, Options{Kinds: kinds})
	if err != nil {
		t.Fatal(err)
	}
	p, r := bCubed(eventsOf(g), s.truth)
	t.Logf("%d reports of %d documents: %d events, B-cubed precision %.1f recall %.1f F1 %.1f in %v", len(s.reports), len(s.docs), len(g.Events), 100*p, 100*r, 100*f1(p, r), time.Since(start).Round(time.Millisecond))
	if f1(p, r) < 0.90 {
		t.Errorf("B-cubed F1 is %.3f, want at least 0.90", f1(p, r))
	}
}
