package graph

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-project/dateline/data"
)

// Two strikes of two days that two outlets tell, and a meeting.
const reviewed = `
	= a 2020-10-05 Daily
	= b 2020-10-05 Herald
	= c 2020-10-12 Courier
	a missile-strike @ganja 2020-10-04 killed=1 | Rockets [struck] the bazaar of Ganja in the morning -> first
	b missile-strike @ganja 2020-10-04 killed=1 | Rockets [hit] the bazaar of Ganja on Sunday morning -> first
	c missile-strike @ganja 2020-10-11 killed=9 | A night [strike] levelled flats in Ganja -> second
	c election @barda 2020-10-08 | Voters in Barda [elected] a mayor -> vote`

// correct builds a corpus with corrections.
func (c *corpus) correct(t testing.TB, list ...Correction) *Graph {
	t.Helper()
	kinds, err := data.Kinds()
	if err != nil {
		t.Fatal(err)
	}
	for i := range list {
		list[i].Who, list[i].When = "A. Reader", "2026-01-31T15:04:05Z"
	}
	g, err := Build(context.Background(), c.docs, c.reports, Options{Kinds: kinds, Corrections: &Corrections{Name: "corrections.json", List: list}})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func outcomes(g *Graph) string {
	var s []string
	for _, c := range g.Corrections {
		s = append(s, c.Outcome)
	}
	return strings.Join(s, ", ")
}

func TestEventsAreMergedAndSplitAndKeepTheirIDs(t *testing.T) {
	c := parseCorpus(t, reviewed)
	g := c.build(t)
	first, second := eventOf(t, g, "r0"), eventOf(t, g, "r2")
	if first == second || first != eventOf(t, g, "r1") {
		t.Fatal("the corpus is not merged as this test needs it")
	}
	merge := Correction{Action: Merge, Event: second.ID, Before: CorrectionState{Events: []string{first.ID, second.ID}}}
	g = c.correct(t, merge)
	if e := eventOf(t, g, "r2"); e.ID != first.ID || len(e.Reports) != 3 || e.Review == nil || !slices.Equal(e.Review.Corrections, []int{0}) {
		t.Errorf("merged: %+v", e)
	}
	// A correction that names either id still finds the event, and what was done once is not done twice.
	split := Correction{Action: Split, Event: second.ID, Before: CorrectionState{Reports: []string{"r0", "r1", "r2"}}, After: CorrectionState{Reports: []string{"r2"}}}
	g = c.correct(t, merge, merge, split, split)
	if got := outcomes(g); got != "applied, already so, applied, already so" {
		t.Errorf("outcomes %s", got)
	}
	split.Event = first.ID
	g = c.correct(t, merge, split)
	if a, b := eventOf(t, g, "r0"), eventOf(t, g, "r2"); a.ID != first.ID || b.ID != second.ID || outcomes(g) != "applied, applied" {
		t.Errorf("merged and split again: %s, %s, %s", a.ID, b.ID, outcomes(g))
	}
	if h := eventOf(t, g, "r2").Review; h == nil || !slices.Contains(h.Corrections, 1) {
		t.Errorf("the event that was split off does not know: %+v", h)
	}
}

func TestAJudgementCoversWhatTheReviewerSaw(t *testing.T) {
	c := parseCorpus(t, reviewed)
	first := eventOf(t, c.build(t), "r0")
	saw := CorrectionState{Reports: []string{"r0", "r1"}}
	g := c.correct(t, Correction{Action: Reject, Event: first.ID, Before: saw})
	if e := eventOf(t, g, "r0"); !e.IsRejected() || e.Weight != 0 {
		t.Errorf("not rejected: %+v", e.Review)
	}
	for _, l := range g.Links {
		if l.From == first.ID || l.To == first.ID {
			t.Errorf("a rejected event has the link %+v", l)
		}
	}
	if short, n := g.WithoutRejected(); n != 1 || len(short.Events) != len(g.Events)-1 {
		t.Errorf("%d rejected events", n)
	}
	g = c.correct(t, Correction{Action: Reject, Event: first.ID, Before: CorrectionState{Reports: []string{"r0"}}})
	if e := eventOf(t, g, "r0"); e.IsRejected() || outcomes(g) != OutcomeMisfit || !strings.Contains(g.Diagnostics[0].Message, "1 report that the reviewer did not see") {
		t.Errorf("a report that was not seen: %+v, %+v", e.Review, g.Diagnostics)
	}
	// What is merged into it later was not seen either, whatever the order of the decisions.
	second := eventOf(t, g, "r2")
	g = c.correct(t, Correction{Action: Accept, Event: first.ID, Before: saw}, Correction{Action: Merge, Event: first.ID, Before: CorrectionState{Events: []string{first.ID, second.ID}}})
	if got := outcomes(g); got != "not applied, applied" {
		t.Errorf("outcomes %s", got)
	}
}

func TestTheLaterJudgementHoldsAndSaysWhomItOverrides(t *testing.T) {
	c := parseCorpus(t, reviewed)
	id := eventOf(t, c.build(t), "r0").ID
	saw := CorrectionState{Reports: []string{"r0", "r1"}}
	list := []Correction{{Action: Accept, Event: id, Before: saw}, {Action: Reject, Event: id, Before: saw}, {Action: Star, Event: id}, {Action: AddNote, Event: id, Reason: "ask the hospital"}}
	g := c.correct(t, list...)
	if e := eventOf(t, g, "r0"); !e.IsRejected() || !e.Review.Starred || len(g.Diagnostics) != 0 {
		t.Errorf("one reviewer changed his mind: %+v, %+v", e.Review, g.Diagnostics)
	}
	list[0].Who = "B. Other"
	kinds, _ := data.Kinds()
	g, err := Build(context.Background(), c.docs, c.reports, Options{Kinds: kinds, Corrections: &Corrections{Name: "corrections.json", List: list}})
	if err != nil || len(g.Diagnostics) != 1 || !strings.Contains(g.Diagnostics[0].Message, "over the decision of B. Other, who had accepted it") {
		t.Errorf("two reviewers: %+v, %v", g.Diagnostics, err)
	}
	list = append(list, Correction{Action: Reopen, Event: id})
	if e := eventOf(t, c.correct(t, list...), "r0"); e.Review.Status != Open || e.Weight == 0 {
		t.Errorf("reopened: %+v", e.Review)
	}
}

func TestAReviewersDateStandsBesideTheClaims(t *testing.T) {
	c := parseCorpus(t, reviewed)
	before := c.build(t)
	id := eventOf(t, before, "r0").ID
	g := c.correct(t, Correction{Action: Redate, Event: id, Reason: "the morgue's register", Before: CorrectionState{EDTF: "2020-10-04"}, After: CorrectionState{EDTF: "2020-10-20"}})
	e := eventOf(t, g, "r0")
	if e.ID != id || e.When.EDTF != "2020-10-20" || e.When.Earliest.String() != "2020-10-20" || e.Review.Was != "2020-10-04" {
		t.Errorf("dated %+v, %+v", e.When, e.Review)
	}
	if e.When.Basis != "set in review by A. Reader: the morgue's register" {
		t.Errorf("basis %q", e.When.Basis)
	}
	if &g.Events[len(g.Events)-1] != e {
		t.Error("the event does not stand where its new date belongs")
	}
	for i := range g.Reports {
		if !reflect.DeepEqual(g.Reports[i].When, before.Reports[i].When) {
			t.Errorf("report %s claims %+v, and claimed %+v", g.Reports[i].ID, g.Reports[i].When, before.Reports[i].When)
		}
	}
}

func TestACopyIsMarkedBeforeReportsAreCounted(t *testing.T) {
	c := parseCorpus(t, reviewed)
	if e := eventOf(t, c.build(t), "r0"); e.Accounts != 2 {
		t.Fatalf("%d accounts", e.Accounts)
	}
	mark := Correction{Action: MarkCopy, Document: "b", After: CorrectionState{CopyOf: "a"}}
	g := c.correct(t, mark, mark)
	if e := eventOf(t, g, "r0"); e.Accounts != 1 || e.Families != 1 || g.Documents[1].CopyOf != "a" || len(g.Families) != 2 || outcomes(g) != "applied, already so" {
		t.Errorf("%d accounts of %d families, %q is a copy of %q; %s", e.Accounts, e.Families, g.Documents[1].ID, g.Documents[1].CopyOf, outcomes(g))
	}
	// The other way round, and back.
	g = c.correct(t, mark, Correction{Action: MarkCopy, Document: "a", After: CorrectionState{CopyOf: "b"}})
	if g.Documents[0].CopyOf != "b" || g.Documents[1].CopyOf != "" || g.Families[0].First != "b" && g.Families[1].First != "b" {
		t.Errorf("families %+v", g.Families)
	}
	g = c.correct(t, mark, Correction{Action: MarkCopy, Document: "b"})
	if len(g.Families) != 3 || g.Documents[1].CopyOf != "" {
		t.Errorf("families %+v", g.Families)
	}
}

func TestWhatNoLongerFitsIsSaid(t *testing.T) {
	c := parseCorpus(t, reviewed)
	id := eventOf(t, c.build(t), "r0").ID
	for _, x := range []Correction{
		{Action: Accept, Event: "e0", Before: CorrectionState{Reports: []string{"r0"}}},
		{Action: Redate, Event: "e0", After: CorrectionState{EDTF: "2020"}},
		{Action: Redate, Event: id, After: CorrectionState{EDTF: "20/20"}},
		{Action: Star, Event: "e0"},
		{Action: AddNote, Event: "e0"},
		{Action: Reopen, Event: "e0"},
		{Action: Merge, Event: "e0", Before: CorrectionState{Events: []string{"e0", "e1"}}},
		{Action: Merge, Event: id, Before: CorrectionState{Events: []string{id, "e1"}}},
		{Action: Split, Event: id, After: CorrectionState{Reports: []string{"r99"}}},
		{Action: Split, Event: id, After: CorrectionState{Reports: []string{"r0", "r1"}}},
		{Action: MarkCopy, Document: "z", After: CorrectionState{CopyOf: "a"}},
		{Action: MarkCopy, Document: "a", After: CorrectionState{CopyOf: "z"}},
	} {
		g := c.correct(t, x)
		if outcomes(g) != OutcomeMisfit || len(g.Diagnostics) != 1 || g.Corrections[0].Says == "" || !strings.Contains(g.Diagnostics[0].Message, "correction 1 ("+string(x.Action)) {
			t.Errorf("%s: %s, %+v", x.Action, outcomes(g), g.Diagnostics)
		}
		if g.Diagnostics[0].Path != "corrections.json" {
			t.Errorf("the diagnostic is of %q", g.Diagnostics[0].Path)
		}
	}
}

// A new document that is earlier than all others takes over the name of an
// event; what was decided under the old name still finds it.
func TestADecisionFollowsItsReport(t *testing.T) {
	id := eventOf(t, parseCorpus(t, reviewed).build(t), "r0").ID
	c := parseCorpus(t, reviewed+`
		= z 2020-10-04 Morning
		z missile-strike @ganja 2020-10-04 killed=1 | Rockets [struck] the bazaar of Ganja this morning -> first`)
	g := c.correct(t, Correction{Action: Redate, Event: id, Before: CorrectionState{Reports: []string{"r0", "r1"}}, After: CorrectionState{EDTF: "2020-10-03"}})
	if e := eventOf(t, g, "r4"); e.ID == id || e != eventOf(t, g, "r0") || e.When.EDTF != "2020-10-03" || !strings.Contains(g.Corrections[0].Says, "1 report that the reviewer did not see") {
		t.Errorf("event %s (it was %s) is dated %s; %+v", e.ID, id, e.When.EDTF, g.Corrections)
	}
}

// Whatever the corrections, every report is in one event, and the result is
// the same each time and on any number of goroutines.
func TestCorrectionsLoseNoReport(t *testing.T) {
	c := parseCorpus(t, reviewed)
	ids := []string{"e0"}
	for _, e := range c.build(t).Events {
		ids = append(ids, e.ID)
	}
	reports := []string{"r0", "r1", "r2", "r3", "r9"}
	seed := uint32(1)
	pick := func(n int) int { seed = seed*1664525 + 1013904223; return int(seed>>16) % n }
	for range 200 {
		var list []Correction
		for range 1 + pick(8) {
			x := Correction{Action: Actions[pick(len(Actions))], Event: ids[pick(len(ids))], Document: []string{"a", "b", "c", "z"}[pick(4)]}
			x.Before = CorrectionState{Events: []string{ids[pick(len(ids))], ids[pick(len(ids))]}, Reports: reports[:pick(5)]}
			x.After = CorrectionState{Reports: reports[pick(5):], EDTF: []string{"2020-10", "x", "1994"}[pick(3)], CopyOf: []string{"", "a", "b", "c"}[pick(4)]}
			list = append(list, x)
		}
		g := c.correct(t, list...)
		count := map[string]int{}
		for _, e := range g.Events {
			for _, r := range e.Reports {
				count[r]++
			}
		}
		for _, r := range reports[:4] {
			if count[r] != 1 {
				t.Fatalf("report %s is in %d events after %+v", r, count[r], list)
			}
		}
		for _, x := range g.Corrections {
			if x.Outcome == "" || x.Outcome == OutcomeMisfit && x.Says == "" {
				t.Fatalf("nothing is said of %+v", x)
			}
		}
		a, _ := json.Marshal(g)
		if b, _ := json.Marshal(c.correct(t, list...)); string(a) != string(b) {
			t.Fatalf("two runs differ after %+v", list)
		}
	}
}

func TestAFileOfCorrectionsThatIsWrongIsRefused(t *testing.T) {
	line := func(s string) string {
		return fmt.Sprintf(`{"version":1,"corrections":[{"who":"A","when":"2026-01-31T15:04:05Z","reason":"",%s}]}`, s)
	}
	if list, err := ReadCorrections(strings.NewReader("\ufeff" + line(`"action":"accept","event":"e1","before":{"reports":["r1"]},"after":{}`))); err != nil || len(list) != 1 {
		t.Errorf("%+v, %v", list, err)
	}
	for _, bad := range []struct{ file, says string }{
		{"", "no file of corrections"},
		{"[]", "no file of corrections"},
		{`{"version":2,"corrections":[]}`, "version 2"},
		{line(`"action":"delete","event":"e1","before":{},"after":{}`), "is no action"},
		{line(`"action":"star","event":"e1","befor":{},"after":{}`), "befor"},
		{line(`"action":"star","before":{},"after":{}`), "about an event"},
		{line(`"action":"mark-copy","event":"e1","before":{},"after":{}`), "about a document"},
		{line(`"action":"merge","event":"e1","before":{"events":["e1"]},"after":{}`), "two or more"},
		{line(`"action":"split","event":"e1","before":{},"after":{}`), "after.reports"},
		{line(`"action":"redate","event":"e1","before":{},"after":{"edtf":"soon"}`), "after.edtf"},
		{line(`"action":"reject","event":"e1","before":{},"after":{}`), "before.reports"},
		{strings.Replace(line(`"action":"star","event":"e1","before":{},"after":{}`), "2026-01-31T15:04:05Z", "yesterday", 1), "yesterday"},
		{strings.Replace(line(`"action":"star","event":"e1","before":{},"after":{}`), `"who":"A"`, `"who":" "`, 1), "who took"},
	} {
		if _, err := ReadCorrections(strings.NewReader(bad.file)); err == nil || !strings.Contains(err.Error(), bad.says) {
			t.Errorf("%s\n\t%v, want %q", bad.file, err, bad.says)
		}
	}
}
