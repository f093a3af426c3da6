package score

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/graph"
)

// mainEvent scores what a reader sees first of a document: of the events that
// it reports, the one with the most weight, the earliest reported of equals.
func (c *comparison) mainEvent(want *Document, matched []*graph.Report) {
	i := slices.IndexFunc(want.Marks, func(m Mark) bool { return m.Main })
	if i < 0 {
		return
	}
	m := &want.Marks[i]
	var e *graph.Event
	for _, r := range c.byDoc[want.ID] {
		if x := c.event[r.Event]; e == nil || x.Weight > e.Weight {
			e = x
		}
	}
	if e == nil {
		e = &graph.Event{}
	}
	where := "«" + m.Text + "» is " + e.Label
	is := false
	for k, r := range matched {
		same := k == i || m.Event != "" && want.Marks[k].Event == m.Event
		is = is || same && r != nil && r.Event == e.ID
	}
	c.note("main found", is, where, e.Kind, m.Kind.String())
	if m.Kind != nil {
		c.note("main kind", slices.Contains(m.Kind, e.Kind), where, e.Kind, m.Kind.String())
	}
	if m.When != nil {
		day := ""
		if e.When.Earliest == e.When.Latest {
			day = e.When.Earliest.String()
		}
		c.note("main day", slices.Contains(m.When, e.When.EDTF) || day != "" && slices.Contains(m.When, day), where, e.When.EDTF, m.When.String())
	}
	if m.Place != nil {
		c.note("main place", placeFits(m.Place, e.Places), where, placeNames(e.Places), m.Place.String())
	}
	if m.At != nil {
		c.note("main spot", slices.ContainsFunc(e.Places, func(p events.Place) bool { return near(m.At, &p) }), where, spots(e.Places), fmt.Sprint(m.At))
	}
	if m.Figures != nil {
		for _, measure := range []string{"killed", "injured"} {
			got, wanted := bestFigure(e, measure), int64(0)
			for _, f := range m.Figures {
				if f.Measure == measure && f.Scope != "total" {
					wanted = max(wanted, f.Value)
				}
			}
			c.note("main "+measure, got == wanted, where, strconv.FormatInt(got, 10), strconv.FormatInt(wanted, 10))
		}
	}
	if m.Speaker != nil {
		fits, got := false, ""
		for _, r := range c.byDoc[want.ID] {
			if r.Event == e.ID {
				fits = fits || speakerFits(m.Speaker, r.Attribution)
				got = speakers(r.Attribution)
			}
		}
		c.note("main speaker", fits, where, got, m.Speaker.String())
	}
}

// bestFigure returns the largest best value of a measure over all populations,
// the low value where there is no best one, 0 for none.
func bestFigure(e *graph.Event, measure string) int64 {
	most := int64(0)
	for _, f := range e.Figures {
		if f.Measure != measure {
			continue
		}
		n := f.Low
		if f.Best != nil {
			n = *f.Best
		}
		most = max(most, n)
	}
	return most
}

// sameTown is how far apart, in kilometres, two positions of one town or county may be.
const sameTown = 50

// near reports whether the place is the town at these degrees north and east;
// on so short a way the Earth is a plane.
func near(at []float64, p *events.Place) bool {
	const degree = 111.2 // kilometres of a degree of latitude
	north := (p.Lat - at[0]) * degree
	east := (p.Lon - at[1]) * degree * math.Cos(at[0]*math.Pi/180)
	return math.Hypot(north, east) <= sameTown
}

func spots(ps []events.Place) string {
	var list []string
	for _, p := range ps {
		list = append(list, fmt.Sprintf("%s %.1f %.1f", p.Name, p.Lat, p.Lon))
	}
	return strings.Join(list, "; ")
}
