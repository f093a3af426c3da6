package graph

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/events/text"
)

// texts builds the graph of documents without reports; each is "id published outlet | text".
func texts(t *testing.T, lines ...string) *Graph {
	t.Helper()
	var docs []source.Document
	for _, l := range lines {
		head, body, _ := strings.Cut(l, " | ")
		f := strings.Fields(head)
		docs = append(docs, source.Document{ID: f[0], SHA256: "sha-" + f[0], Published: strings.TrimPrefix(f[1], "-"), Outlet: f[2], Text: body})
	}
	g, err := Build(t.Context(), docs, nil, Options{Workers: 2})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

const wireStory = "Rockets landed on a market in the harbour quarter before dawn. At least nine traders were reportedly killed, the harbour master said. " +
	"Two warehouses burned until the afternoon while crews pumped water from the docks. The cause has not been established. " +
	"Neither account could be checked. Fishing boats stayed in port for the rest of the week because the channel was closed."

func quotes(d *Document, spans []text.Span) []string {
	var out []string
	for _, s := range spans {
		out = append(out, d.Text[s.Start:s.End])
	}
	return out
}

func TestACopySaysWhatItMadeOfTheText(t *testing.T) {
	reprint := "Dawn attack on the harbour. Rockets landed on a market in the harbour quarter before dawn. Nine traders were killed, the harbour master said. " +
		"Two big warehouses burned until the afternoon while fire crews pumped water from the docks. The cause has not been established. " +
		"The mayor spoke of a dark day for everybody here. Fishing boats stayed in port for the rest of the week because the channel was closed."
	g := texts(t, "a 2020-10-04 Wire | "+wireStory, "b 2020-10-05 Paper | "+reprint)
	a, b := &g.Documents[0], &g.Documents[1]
	if len(g.Families) != 1 || len(g.Families[0].Copies) != 1 {
		t.Fatalf("families %+v", g.Families)
	}
	c := g.Families[0].Copies[0]
	if c.Document != "b" || c.Of != "a" {
		t.Errorf("%s of %s, want b of a", c.Document, c.Of)
	}
	if got, want := quotes(b, c.Added), []string{"Dawn attack on the harbour.", "The mayor spoke of a dark day for everybody here."}; !slices.Equal(got, want) {
		t.Errorf("added %q, want %q", got, want)
	}
	if got, want := quotes(a, c.Dropped), []string{"Neither account could be checked."}; !slices.Equal(got, want) {
		t.Errorf("dropped %q, want %q", got, want)
	}
	var lost []string
	for _, l := range c.Lost {
		lost = append(lost, fmt.Sprint(l.Sort, " ", l.Word, ": ", b.Text[l.To.Start:l.To.End]))
	}
	// "said" is kept; of the three, two are gone
	if want := []string{"bound At least: Nine traders were killed, the harbour master said.", "doubt reportedly: Nine traders were killed, the harbour master said."}; !slices.Equal(lost, want) {
		t.Errorf("lost %q, want %q", lost, want)
	}
	words := len(strings.Fields(wireStory))
	if want := float64(words-3-5) / float64(words); math.Abs(c.Kept-want) > 0.011 {
		t.Errorf("kept %v of the text, want %.2f", c.Kept, want)
	}
	if words := len(strings.Fields(reprint)); math.Abs(c.Taken-float64(words-5-10-2)/float64(words)) > 0.03 {
		t.Errorf("taken %v of %d words", c.Taken, words)
	}
}

func TestASentenceToldTwiceIsKeptTwice(t *testing.T) {
	story := wireStory + " Neither account could be checked. " + strings.Repeat("The port is closed. ", 12)
	g := texts(t, "a 2020-10-04 Wire | "+story, "b 2020-10-05 Paper | "+story+" It was a dark week for all.")
	if c := g.Families[0].Copies[0]; c.Kept != 1 || len(c.Dropped) != 0 || len(c.Added) != 1 {
		t.Errorf("kept %v, dropped %q, added %d", c.Kept, quotes(&g.Documents[0], c.Dropped), len(c.Added))
	}
}

func TestRevisionCopyAndIndependentAccountAreTold(t *testing.T) {
	update := strings.Replace(strings.Replace(wireStory, "nine traders", "eleven traders", 1), "The cause has not been established.", "A second blast was heard at noon near the old lighthouse.", 1)
	g := texts(t, "a 2020-10-04 Wire | "+wireStory, "b 2020-10-04 Paper | "+wireStory, "c 2020-10-05 Wire | "+update,
		"d 2020-10-05 Daily | Traders who sell fish by the quay spoke of fire in the night and of friends they could not find, and of boats adrift with nobody on board until the coast guard came.")
	if c := g.Documents[2]; c.Revises != "a" || c.CopyOf != "" {
		t.Errorf("the update revises %q and copies %q; want a and none, though another paper printed the first text", c.Revises, c.CopyOf)
	}
	if b, d := g.Documents[1], g.Documents[3]; b.CopyOf != "a" || b.Revises != "" || d.CopyOf != "" || d.Revises != "" || d.Borrowed != nil {
		t.Errorf("the reprint %+v, the independent account %+v", b, d)
	}
}

func TestALiftedParagraphIsBorrowed(t *testing.T) {
	lifted := "Two warehouses burned until the afternoon while crews pumped water from the docks. The cause has not been established. Neither account could be checked."
	own := strings.Join(prose(3, 160), " ")
	g := texts(t, "a 2020-10-04 Wire | "+wireStory, "b 2020-10-06 Paper | "+own+". "+lifted+" "+strings.Join(prose(4, 90), " "),
		"c 2020-10-06 Wire | "+strings.Join(prose(5, 200), " ")+". "+lifted)
	b := &g.Documents[1]
	if b.CopyOf != "" || len(b.Borrowed) != 1 || b.Borrowed[0].Of != "a" {
		t.Fatalf("copy of %q, borrowed %+v", b.CopyOf, b.Borrowed)
	}
	if p := b.Borrowed[0]; b.Text[p.Start:p.End] != strings.TrimSuffix(lifted, ".") || g.Documents[0].Text[p.At.Start:p.At.End] != b.Text[p.Start:p.End] {
		t.Errorf("borrowed %q", b.Text[p.Start:p.End])
	}
	if g.Documents[2].Borrowed != nil {
		t.Errorf("an outlet borrows from itself: %+v", g.Documents[2].Borrowed)
	}
}

func TestAReportInABorrowedPassageIsNoAccountOfItsOwn(t *testing.T) {
	long := "Gunners on the ridge [shelled] the fairground of Ganja with mortars from noon to dusk on the third day while vendors hid beneath their stalls and one tent burned"
	own := strings.Join(prose(8, 150), " ")
	for _, c := range []struct {
		name, second string
		accounts     int
	}{
		{"the sentence, with a few words changed", strings.Replace(long, "one tent", "a tent", 1), 1},
		{"a sentence of its own", "On the third day mortars [shelled] Ganja and people hid", 2},
	} {
		corpus := parseCorpus(t, "= a 2020-10-05 A\n= b 2020-10-06 B\na shelling @ganja 2020-10-03 | "+long+" -> x\nb shelling @ganja 2020-10-03 | "+c.second+" -> x\nb protest 2020-10-05 | "+own+" [protest] -> y")
		if e := eventOf(t, corpus.build(t), "r0"); len(e.Reports) != 2 || e.Accounts != c.accounts {
			t.Errorf("%s: %d reports, %d accounts, want 2 and %d", c.name, len(e.Reports), e.Accounts, c.accounts)
		}
	}
}

// A passage of printWords+windowPrints-1 words that two texts share gives them a
// fingerprint in common wherever it stands.
func TestWinnowingFindsEveryLongPassage(t *testing.T) {
	var w winnower
	prints := func(s ...[]string) (out []uint64) {
		var words []word
		for _, w := range slices.Concat(s...) {
			words = append(words, hashWord(w))
		}
		w.winnow(words, func(hash uint64, _ int32) { out = append(out, hash) })
		return out
	}
	for seed := range uint64(200) {
		part := prose(1000+seed, printWords+windowPrints-1)
		x := prints(prose(seed, int(seed%40)), part, prose(seed+5000, 30))
		y := prints(prose(seed+9000, int(seed*7%60)), part, prose(seed+7000, int(seed%5)))
		if !slices.ContainsFunc(x, func(p uint64) bool { return slices.Contains(y, p) }) {
			t.Fatalf("seed %d: no fingerprint in common", seed)
		}
	}
}

// A title before a name ends no sentence of a copy, as it ends none of a report.
func TestATitleBeforeANameEndsNoSentenceOfACopy(t *testing.T) {
	g := texts(t, "a 2020-10-04 Wire | "+wireStory, "b 2020-10-05 Paper | Dock owners blame Gov. Ann Berg for the harbour fire. "+wireStory)
	b := &g.Documents[1]
	if got, want := quotes(b, g.Families[0].Copies[0].Added), []string{"Dock owners blame Gov. Ann Berg for the harbour fire."}; !slices.Equal(got, want) {
		t.Errorf("added %q, want %q", got, want)
	}
}
