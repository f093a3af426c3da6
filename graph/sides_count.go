package graph

import (
	"fmt"
	"slices"
)

// sideCount adds up the shares of some reports. The side "" is that of what
// has none.
type sideCount struct {
	order    []string
	seen     map[[3]string]bool // what was counted, by its sort, name and side
	shares   map[string]*Share
	accounts int
}

func newSideCount(sides []string) *sideCount {
	c := &sideCount{order: append(slices.Clone(sides), ""), seen: map[[3]string]bool{}, shares: map[string]*Share{}}
	for _, s := range c.order {
		c.shares[s] = &Share{Side: s}
	}
	return c
}

// first reports whether this is the first time that something is counted.
func (c *sideCount) first(sort, name, side string) bool {
	k := [3]string{sort, name, side}
	if c.seen[k] {
		return false
	}
	c.seen[k] = true
	return true
}

func (c *sideCount) document(id, side, family string) {
	if c.first("document", id, side) {
		c.shares[side].Documents++
	}
	if c.first("family", family, side) {
		c.shares[side].Families++
	}
}

// speaker counts a speaker, "" for nobody.
func (c *sideCount) speaker(side, name string) {
	if name != "" && c.first("speaker", name, side) {
		c.shares[side].Speakers++
	}
}

// account counts an account whose reports are of these sides.
func (c *sideCount) account(sides []string) {
	slices.Sort(sides)
	sides = slices.Compact(sides)
	c.accounts++
	if len(sides) == 1 {
		c.shares[sides[0]].Alone++
	} else if sides[0] == "" {
		sides = sides[1:] // of a side all the same
	}
	for _, s := range sides {
		c.shares[s].Accounts++
	}
}

// sides returns the shares, and the side that nearly all accounts are of.
func (c *sideCount) sides() Sides {
	out := Sides{Accounts: c.accounts, Shares: []Share{}}
	for _, s := range c.order {
		if sh := c.shares[s]; s != "" || *sh != (Share{}) {
			out.Shares = append(out.Shares, *sh)
		}
		if s != "" && c.shares[s].Alone*100 > c.accounts*oneSidedPercent {
			out.OneSided = s
		}
	}
	return out
}

// countSides sets the shares of the whole graph from those of its documents,
// reports and events, so that what is selected from a graph is counted anew. It
// does nothing for a graph without sides.
func (g *Graph) countSides() {
	if g.Sides == nil {
		return
	}
	type speaker struct{ side, name string }
	var names []string
	speakers := map[string]speaker{} // as written
	for _, d := range g.Sides.Declared {
		names = append(names, d.Side)
		for _, s := range d.Speakers {
			for _, w := range s.Written {
				speakers[w] = speaker{d.Side, s.Name}
			}
		}
	}
	c := newSideCount(names)
	for i := range g.Documents {
		d := &g.Documents[i]
		c.document(d.ID, d.Side, d.Family)
	}
	for i := range g.Reports {
		for _, a := range g.Reports[i].Attribution {
			if a.Cue == "" {
				continue
			}
			if s, ok := speakers[a.Speaker]; ok {
				c.speaker(s.side, s.name)
			} else {
				c.speaker("", speakerName(a.Speaker))
			}
		}
	}
	for i := range g.Events {
		e := g.Events[i].Sides
		if e == nil {
			continue
		}
		c.accounts += e.Accounts
		for _, s := range e.Shares {
			c.shares[s.Side].Accounts += s.Accounts
			c.shares[s.Side].Alone += s.Alone
		}
	}
	s := c.sides()
	switch {
	case s.OneSided == "":
	case s.Accounts == 1:
		s.Note = "The only account here is of " + s.OneSided + "."
	default:
		s.Note = fmt.Sprintf("These events are told mainly by one side: %d of the %d accounts of them are of %s alone.", c.shares[s.OneSided].Alone, s.Accounts, s.OneSided)
	}
	g.Sides = &GraphSides{Declared: g.Sides.Declared, Sides: s}
}
