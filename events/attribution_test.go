package events

import (
	"cmp"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/events/text"
)

// marked is a text of testdata/attribution.txt with its marks taken out.
type marked struct {
	class, text string
	blocks      []text.Block
	trigger     text.Span
	chain       []markedLink // outermost first
}

type markedLink struct {
	source, cue text.Span
	speaker     string // whom the source means
	content     []text.Span
}

// parseMarks reads one line of the file, whose first lines state the marks.
func parseMarks(t *testing.T, line string) marked {
	t.Helper()
	class, s, ok := strings.Cut(line, " | ")
	if !ok {
		t.Fatalf("no class: %s", line)
	}
	m := marked{class: class}
	type open struct {
		name  string
		start int
	}
	var stack []open
	links := map[rune]*markedLink{}
	var b strings.Builder
	block := 0
	for i := 0; i < len(s); i++ {
		switch {
		case strings.HasPrefix(s[i:], "¶ "):
			m.blocks = append(m.blocks, text.Block{Span: text.Span{Start: block, End: b.Len()}})
			b.WriteString("\n")
			block = b.Len()
			i += len("¶ ") - 1
		case s[i] == '[':
			name, _, _ := strings.Cut(s[i+1:], " ")
			i += len(name) + 1
			if alias, _, ok := strings.Cut(s[i+1:], "]"); ok && strings.Contains(name, "=") {
				words := strings.Fields(alias) // the last is what the text has
				name += " " + strings.Join(words[:len(words)-1], " ")
				i += strings.LastIndex(alias, " ") + 1
			}
			stack = append(stack, open{name, b.Len()})
		case s[i] == ']':
			o := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			span := text.Span{Start: o.start, End: b.Len()}
			if o.name == "!" {
				m.trigger = span
				continue
			}
			name, speaker, _ := strings.Cut(o.name, "=")
			for _, level := range cmp.Or(name[1:], "1") {
				l := links[level]
				if l == nil {
					l = &markedLink{}
					links[level] = l
				}
				switch name[0] {
				case 's':
					l.source, l.speaker = span, cmp.Or(strings.TrimSpace(speaker), b.String()[span.Start:])
				case 'c':
					l.cue = span
				case 'k':
					l.content = append(l.content, span)
				}
			}
		default:
			b.WriteByte(s[i])
		}
	}
	m.text = b.String()
	m.blocks = append(m.blocks, text.Block{Span: text.Span{Start: block, End: b.Len()}})
	for _, level := range "123456789" {
		if l := links[level]; l != nil {
			m.chain = append(m.chain, *l)
		}
	}
	return m
}

// overlap returns how much of two sets of bytes is common to both, as F1,
// letters and digits counted alone; hole is what counts for neither.
func overlap(s string, a, b []text.Span, hole ...text.Span) float64 {
	in := func(spans []text.Span, i int) bool {
		return slices.ContainsFunc(spans, func(x text.Span) bool { return i >= x.Start && i < x.End })
	}
	both, any := 0, 0
	for i := range s {
		if c := s[i] | 0x20; (c < 'a' || c > 'z') && (s[i] < '0' || s[i] > '9') || in(hole, i) {
			continue
		}
		x, y := in(a, i), in(b, i)
		if x {
			any++
		}
		if y {
			any++
		}
		if x && y {
			both += 2
		}
	}
	if any == 0 {
		return 1
	}
	return float64(both) / float64(any)
}

// TestWhoSaysItWithWhichWordAndWhat scores the chain of a report against
// sentences that were marked before anything read them. A source counts if it
// holds the marked one or is held by it, a cue if it is the same, a content if
// nine tenths of it are. The floors are what is reached.
func TestWhoSaysItWithWhichWordAndWhat(t *testing.T) {
	b, err := os.ReadFile("testdata/attribution.txt")
	if err != nil {
		t.Fatal(err)
	}
	x := testExtractor(t)
	right, of := map[string]int{}, map[string]int{}
	count := func(measure string, ok bool) bool {
		of[measure]++
		if ok {
			right[measure]++
		}
		return ok
	}
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		m := parseMarks(t, line)
		if strings.HasPrefix(m.class, "headline") {
			m.blocks[0].Role = text.Title
		}
		doc := &source.Document{ID: "d", Published: published, Language: "en", Text: m.text, Blocks: m.blocks}
		reports := read(x, doc)
		k := slices.IndexFunc(reports, func(r Report) bool { return r.Trigger.Overlaps(m.trigger) })
		if !count("found", k >= 0) {
			t.Logf("%s: no report: %s", m.class, m.text)
			continue
		}
		got := reports[k].Attribution
		ok := count("length", len(got) == len(m.chain))
		for i, want := range m.chain {
			var g Attribution
			if i < len(got) {
				g = got[i]
			}
			in := func(a, b text.Span) bool { return a.Start >= b.Start && a.End <= b.End && a.End > a.Start }
			same := g.Speaker != "" && (strings.Contains(g.Speaker, want.speaker) || strings.Contains(want.speaker, g.Speaker))
			ok = count("speaker", same && (in(g.Source, want.source) || in(want.source, g.Source))) && ok
			if want.cue.Len() == 0 {
				continue // the agency of "quoted by an agency as saying", whose cue is that of the speaker
			}
			ok = count("cue", g.CueSpan == want.cue) && ok
			ok = count("content", overlap(m.text, want.content, []text.Span{g.Content}, want.source, want.cue) >= 0.9) && ok
		}
		if !ok {
			var b strings.Builder
			for _, g := range got {
				b.WriteString(" " + g.Speaker + " «" + m.text[g.CueSpan.Start:g.CueSpan.End] + "» [" + m.text[g.Content.Start:g.Content.End] + "]")
			}
			t.Logf("%s: %s\n\t%s", m.class, m.text, b.String())
		}
	}
	for _, f := range []struct {
		measure string
		floor   int // of the counts printed below
	}{{"found", 76}, {"length", 75}, {"speaker", 70}, {"cue", 68}, {"content", 69}} {
		t.Logf("%-8s %d of %d", f.measure, right[f.measure], of[f.measure])
		if right[f.measure] < f.floor {
			t.Errorf("%s: %d, floor %d", f.measure, right[f.measure], f.floor)
		}
	}
}
