package figure

import (
	"fmt"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
)

// strip counts all events of a lane in bars. An event whose date is too vague
// for a bar is in none.
type strip struct {
	bins  []bin
	most  int
	unit  string // of a bar, "" where stretches of the axis differ
	vague int
}

// bin is one bar: from left to right, in points.
type bin struct {
	left, right           float64
	n, happened, disputed int
}

// binUnits are what a bar may stand for, finest first.
var binUnits = []struct {
	name string
	days float64
}{{"day", 1}, {"week", 7}, {"month", 30.4375}, {"quarter", 91.3125}, {"year", 365.25}, {"decade", 3652.5}}

const leastBin = 2.6 // points

func newStrip(l *lane, a *axis) *strip {
	s := &strip{}
	used := make([]bool, len(l.events))
	for k, st := range a.stretches {
		perDay := (st.right - st.left) / (st.last - st.first)
		u := binUnits[len(binUnits)-1]
		for _, x := range binUnits {
			if x.days*perDay >= leastBin {
				u = x
				break
			}
		}
		if k == 0 {
			s.unit = u.name
		} else if s.unit != u.name {
			s.unit = ""
		}
		bins := make([]bin, int((st.last-st.first)/u.days)+1)
		for i := range bins {
			bins[i].left = st.left + float64(i)*u.days*perDay
			bins[i].right = min(bins[i].left+u.days*perDay, st.right)
		}
		for i, e := range l.events {
			mid, ok := countable(e, u.days)
			if used[i] || !ok || mid < st.first || mid >= st.last {
				continue
			}
			used[i] = true
			b := &bins[int((mid-st.first)/u.days)]
			b.n++
			if e.Modality == events.Happened {
				b.happened++
			}
			if e.Disputed() {
				b.disputed++
			}
		}
		for _, b := range bins {
			if b.n > 0 {
				s.bins = append(s.bins, b)
				s.most = max(s.most, b.n)
			}
		}
	}
	for _, u := range used {
		if !u {
			s.vague++
		}
	}
	return s
}

// countable returns the middle of an event's date, and whether the date is
// good enough to be counted in one bar of so many days.
func countable(e *graph.Event, days float64) (float64, bool) {
	w := e.When
	if w.Earliest == edtf.Open || w.Latest == edtf.Open {
		return 0, false
	}
	wide := float64(w.Latest-w.Earliest) + 1
	return float64(w.Earliest) + wide/2, wide <= 1.5*days+0.6
}

// words says what the highest bar means.
func (s *strip) words(d *drawing) string {
	if s.most == 0 {
		return ""
	}
	if s.unit == "" {
		return fmt.Sprintf(d.words.mostBar, s.most)
	}
	return fmt.Sprintf(d.words.mostIn[s.unit], s.most)
}

// strip draws the bars of a lane: the filled part is reported as having
// happened, the outlined part is not, the hatched part is disputed.
func (t *timelineDrawing) strip(l *laid, top float64, ground string) {
	bottom := top + stripHeight - 1
	t.s.open("density", "")
	defer t.s.close()
	full, outline, hatch := filled(l.hue), stroked(l.hue, 0.4), stroked(ground, 0.5)
	t.s.draw(stroked(t.colours.edge, 0.4).line(t.a.left, bottom, t.a.right, bottom))
	for _, b := range l.strip.bins {
		h := max(1.2, (stripHeight-3)*float64(b.n)/float64(l.strip.most))
		w := max(0.6, b.right-b.left-0.4)
		done := h * float64(b.happened) / float64(b.n)
		full.rect(b.left, bottom-done, w, done)
		if b.happened < b.n {
			outline.rect(b.left+0.2, bottom-h+0.2, max(0.2, w-0.4), max(0.2, h-done-0.2))
		}
		if b.disputed > 0 {
			hatch.hatch(b.left, bottom-h*float64(b.disputed)/float64(b.n), w, h*float64(b.disputed)/float64(b.n), 2)
		}
	}
	for _, p := range []*path{full, outline, hatch} {
		t.s.draw(p)
	}
}
