package events

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/events/text"
)

// attributionScore counts the attributions of a set: how many are marked, how
// many are given, and of those that are both, how many fields are right.
type attributionScore struct {
	marked, given, cue, speaker, content, all int
}

// byCue returns the attributions that a text gives, those of one cue joined:
// a quotation that goes on after its speaker is one attribution with two
// contents.
func byCue(as []Attribution) []Attribution {
	var out []Attribution
	for _, a := range as {
		if k := slices.IndexFunc(out, func(o Attribution) bool { return o.CueSpan == a.CueSpan && o.Source == a.Source && a.Cue != "" }); k < 0 {
			out = append(out, a)
		}
	}
	return out
}

// scoreAttributions reads each text of a file and compares all attributions
// that are given with all that are marked. One is found if its cue is the same,
// or, without a cue, if its content is. A speaker and a content count as in
// TestWhoSaysItWithWhichWordAndWhat.
func scoreAttributions(t *testing.T, file string, tell bool) (sum attributionScore) {
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	x := testExtractor(t)
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		m := parseMarks(t, line)
		if strings.HasPrefix(m.class, "headline") {
			m.blocks[0].Role = text.Title
		}
		all, _ := x.Attributions(&source.Document{ID: "d", Published: published, Language: "en", Text: m.text, Blocks: m.blocks})
		given := byCue(all)
		sum.marked += len(m.chain)
		sum.given += len(given)
		missed, used := 0, make([]bool, len(given))
		for _, want := range m.chain {
			contents := func(g Attribution) (out []text.Span) {
				for _, a := range all {
					if a.CueSpan == g.CueSpan && a.Source == g.Source {
						out = append(out, a.Content)
					}
				}
				return out
			}
			k := -1
			for n, g := range given { // of two with one cue, as in "X quoted Y as saying", each is matched once
				if (k < 0 || used[k] && !used[n]) && (g.CueSpan == want.cue || want.cue.Len() == 0 && overlap(m.text, want.content, contents(g)) >= 0.9) {
					k = n
				}
			}
			if k < 0 {
				missed++
				continue
			}
			g := given[k]
			used[k] = true
			in := func(a, b text.Span) bool { return a.Start >= b.Start && a.End <= b.End && a.End > a.Start }
			speaker := g.Speaker == "" && want.source.Len() == 0 ||
				g.Speaker != "" && (strings.Contains(g.Speaker, want.speaker) || strings.Contains(want.speaker, g.Speaker)) && (in(g.Source, want.source) || in(want.source, g.Source))
			content := overlap(m.text, want.content, contents(g), want.source, want.cue) >= 0.9
			sum.cue++
			sum.speaker += boolInt(speaker)
			sum.content += boolInt(content)
			sum.all += boolInt(speaker && content)
			if !speaker || !content {
				missed++
			}
		}
		if tell && (missed > 0 || slices.Contains(used, false)) {
			var b strings.Builder
			for _, g := range all {
				b.WriteString("\n\t" + g.Speaker + " «" + m.text[g.CueSpan.Start:g.CueSpan.End] + "» [" + m.text[g.Content.Start:g.Content.End] + "]")
			}
			t.Logf("%s: %s%s", m.class, m.text, b.String())
		}
	}
	return sum
}

// TestWhoSaysWhatInTheNews scores every attribution of sentences in the manner
// of newspapers: those that are given without being marked count as well. The
// texts of the second and the fourth file are never printed, so that their
// figures say how the rules do on what they were not made for.
func TestWhoSaysWhatInTheNews(t *testing.T) {
	for _, f := range []struct {
		file  string
		tell  bool
		floor attributionScore // given: at most
	}{
		{"testdata/attribution-news.txt", true, attributionScore{given: 83, cue: 81, speaker: 79, content: 78, all: 76}},
		{"testdata/attribution-kept.txt", false, attributionScore{given: 48, cue: 45, speaker: 44, content: 43, all: 42}},
		{"testdata/attribution-hard.txt", true, attributionScore{given: 23, cue: 23, speaker: 23, content: 19, all: 19}},
		{"testdata/attribution-hard-kept.txt", false, attributionScore{given: 27, cue: 26, speaker: 25, content: 23, all: 22}},
		{"testdata/attribution-wire.txt", true, attributionScore{given: 80, cue: 76, speaker: 74, content: 73, all: 71}},
		{"testdata/attribution-wire-kept.txt", false, attributionScore{given: 36, cue: 34, speaker: 34, content: 33, all: 33}},
	} {
		got := scoreAttributions(t, f.file, f.tell)
		t.Logf("%s: %d marked, %d given; cue %d, speaker %d, content %d, all three %d", f.file, got.marked, got.given, got.cue, got.speaker, got.content, got.all)
		if got.cue < f.floor.cue || got.speaker < f.floor.speaker || got.content < f.floor.content || got.all < f.floor.all || got.given > f.floor.given {
			t.Errorf("%s: below its floor %+v", f.file, f.floor)
		}
	}
}
