package page

import (
	"slices"

	"github.com/dateline-project/dateline/graph"
)

// sides returns the sides that the user declared, in alphabetical order.
func (m *model) sides() []string {
	list := []string{}
	if m.g.Sides != nil {
		for _, s := range m.g.Sides.Declared {
			list = append(list, s.Side)
		}
		slices.Sort(list)
	}
	return list
}

// side returns the number of a side, that of none for what has no side.
func (m *model) side(name string) int {
	if n, ok := slices.BinarySearch(m.sideNames, name); ok {
		return n
	}
	return len(m.sideNames)
}

// sideAccounts returns how many accounts of an event are of each side and of
// none, and then how many of them give the word of no other; nil without sides.
func (m *model) sideAccounts(e *graph.Event) []int {
	if e.Sides == nil {
		return nil
	}
	n := len(m.sideNames) + 1
	list := make([]int, 2*n)
	for _, s := range e.Sides.Shares {
		list[m.side(s.Side)] = s.Accounts
		list[n+m.side(s.Side)] = s.Alone
	}
	return list
}

// sideRow is the share of one side, for readers without JavaScript.
type sideRow struct {
	Name                                    string // "" for what has no side
	Documents, Texts, Accounts, Alone, Said int
}

// sideRows are the shares of the whole graph, and the note that it is told
// mainly by one side.
func (m *model) sideRows() (rows []sideRow, note string) {
	if m.g.Sides == nil {
		return nil, ""
	}
	for _, s := range m.g.Sides.Shares {
		rows = append(rows, sideRow{s.Side, s.Documents, s.Families, s.Accounts, s.Alone, s.Speakers})
	}
	return rows, m.g.Sides.Note
}

// sidesOf returns the sides that have a part in an event: those of its reports'
// words and of the documents they stand in.
func (m *model) sidesOf(reports []int) set {
	var s set
	add := func(name string) {
		if n := m.side(name); n < len(m.sideNames) {
			s.add(n)
		}
	}
	for _, r := range reports {
		add(m.g.Reports[r].Side)
		if doc, ok := m.document[m.g.Reports[r].Document]; ok {
			add(m.g.Documents[doc].Side)
		}
	}
	return s
}
