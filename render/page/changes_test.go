package page

import (
	"slices"
	"strings"
	"testing"

	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/events/text"
	"github.com/dateline-project/dateline/graph"
)

// doc is a document of one text.
func doc(s string) *graph.Document { return &graph.Document{Document: &source.Document{Text: s}} }

// compared returns what a copy drops and adds, as texts, and the words it kept.
func compared(original, copied string) (dropped, added []string, kept int) {
	keys := map[string]int32{}
	a, b := runningText(doc(original), keys), runningText(doc(copied), keys)
	list, kept := compareTexts(a, b)
	for _, c := range list {
		if s := a.span(c.dropped); c.dropped.len() > 0 {
			dropped = append(dropped, original[s.Start:s.End])
		}
		if s := b.span(c.added); c.added.len() > 0 {
			added = append(added, copied[s.Start:s.End])
		}
	}
	return dropped, added, kept
}

func TestWhatACopyDropsAndAdds(t *testing.T) {
	const first = "The bridge at Millford was closed on Monday. Two people were hurt, the mayor said. Repairs take a week."
	for _, c := range []struct {
		name, copied   string
		dropped, added string
		kept           int
	}{
		{"the same", first, "", "", 19},
		{"case and marks", strings.ToUpper(strings.ReplaceAll(first, ".", "!")), "", "", 19},
		{"an end", first + " Buses run.", "", "Buses run", 19},
		{"a beginning", "MILLFORD. " + first, "", "MILLFORD", 19},
		{"the speaker", "The bridge at Millford was closed on Monday. Two people were hurt. Repairs take a week.", "the mayor said", "", 16},
		{"a word", "The bridge at Millford was shut on Monday. Two people were hurt, the mayor said. Repairs take a week.", "closed", "shut", 18},
		{"nothing in common", "Rain fell all night over the northern hills.", strings.TrimSuffix(first, "."), "Rain fell all night over the northern hills", 0},
		{"no text", "", strings.TrimSuffix(first, "."), "", 0},
	} {
		dropped, added, kept := compared(first, c.copied)
		if strings.Join(dropped, " | ") != c.dropped || strings.Join(added, " | ") != c.added || kept != c.kept {
			t.Errorf("%s: dropped %q, added %q, kept %d; want %q, %q, %d", c.name, dropped, added, kept, c.dropped, c.added, c.kept)
		}
	}
}

// A passage that stands elsewhere in the copy is dropped here and added there:
// what is kept stands in the same order.
func TestWhatIsKeptKeepsItsOrder(t *testing.T) {
	_, _, kept := compared("one two three four five six seven eight", "five six seven eight one two three four")
	if kept != 4 {
		t.Errorf("%d words kept, want 4", kept)
	}
}

func TestProvenanceAndFurnitureAreNotCompared(t *testing.T) {
	d := doc("By Jane Roe\nThe bridge was closed.\nSubscribe now")
	d.Blocks = []text.Block{{Span: text.Span{Start: 0, End: 11}, Role: text.Metadata}, {Span: text.Span{Start: 12, End: 34}}, {Span: text.Span{Start: 35, End: 48}, Role: text.Furniture}}
	if r := runningText(d, map[string]int32{}); len(r.words) != 4 {
		t.Errorf("%d words, want those of the sentence", len(r.words))
	}
}

func FuzzCompareTexts(f *testing.F) {
	f.Add("one two three four", "one two three five four")
	f.Add("a a a a a a a b", "a a b a a a a a a")
	f.Add("a b c a b c a b c", "c b a c b a a b c")
	f.Add("\xff \u0130 x", "")
	f.Fuzz(func(t *testing.T, original, copied string) {
		keys := map[string]int32{}
		a, b := runningText(doc(original), keys), runningText(doc(copied), keys)
		list, kept := compareTexts(a, b)
		// What was kept is the rest of both, word by word.
		restOf := func(r *running, part func(c change) stretch) []int32 {
			var rest []int32
			at := 0
			for _, c := range list {
				s := part(c)
				if s.from < at || s.to < s.from || s.to > len(r.keys) {
					t.Fatalf("changes %v are out of order", list)
				}
				rest, at = append(rest, r.keys[at:s.from]...), s.to
			}
			return append(rest, r.keys[at:]...)
		}
		x, y := restOf(a, func(c change) stretch { return c.dropped }), restOf(b, func(c change) stretch { return c.added })
		if !slices.Equal(x, y) || len(x) != kept {
			t.Fatalf("%d words kept, and the rests are %v and %v", kept, x, y)
		}
	})
}

// A text that repeats a few words has no run that stands once; comparing costs
// no more than sorting them.
func BenchmarkCompareTexts(b *testing.B) {
	one := strings.Repeat("the river rose again in the night and fell by noon of the next day ", 1000)
	other := strings.Repeat("the river fell again in the day and rose by noon of the next night ", 1000)
	b.SetBytes(int64(len(one) + len(other)))
	for b.Loop() {
		keys := map[string]int32{}
		compareTexts(runningText(doc(one), keys), runningText(doc(other), keys))
	}
}
