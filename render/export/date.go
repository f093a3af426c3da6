package export

import (
	"strings"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/render/chart"
)

// sureness is what a format that holds days may do with a date.
type sureness int

const (
	noDay      sureness = iota // no date, or open at an end
	possible                   // one of the days from first to last
	oneDay                     // the day is stated
	wholeRange                 // it lasted from the first to the last day
)

// days returns the days of w and what they are: those that its EDTF value has,
// as this is what the texts state, though other accounts may widen its bounds;
// only without one the bounds. About and uncertain days are stated days: who
// writes them has to say so, with rough.
func days(w *events.When) (first, last edtf.Day, sure sureness) {
	first, last = w.Earliest, w.Latest
	v, err := edtf.Parse(w.EDTF)
	if err == nil {
		first, last = v.Bounds()
	}
	if first == edtf.Open || last == edtf.Open || first > last {
		return first, last, noDay
	}
	switch from, to, isRange := v.Ends(); {
	case err != nil || strings.HasPrefix(w.Basis, "derived:"):
		return first, last, possible
	case v.Kind() == edtf.Single && first == last:
		return first, last, oneDay
	case isRange && !chart.InWeek(*w) && toTheDay(from) && toTheDay(to):
		return first, last, wholeRange
	}
	return first, last, possible
}

// toTheDay reports whether v is known to the day or better.
func toTheDay(v edtf.Value) bool {
	a, b := v.Bounds()
	return a != edtf.Open && a == b
}

// rough reports whether the source calls its date approximate or uncertain.
func rough(w *events.When) bool {
	m := chart.MarkOf(*w)
	return m.Approximate || m.Uncertain
}

// clock returns the time of day of w as it is stated, "12:30:00", and its zone,
// "Z", "+04:00" or "" when none is stated; ok is false when w has no time.
func clock(w *events.When) (time, zone string, ok bool) {
	if strings.ContainsAny(w.EDTF, "/,[{~?%X") {
		return "", "", false
	}
	_, t, ok := strings.Cut(w.EDTF, "T")
	if !ok {
		return "", "", false
	}
	if i := strings.IndexAny(t, "Z+-"); i >= 0 {
		t, zone = t[:i], t[i:]
	}
	return t, zone, true
}
