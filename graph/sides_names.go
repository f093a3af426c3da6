package graph

import (
	"cmp"
	"slices"
)

// SideNames is what a table of sides met in a graph: lines that nothing
// matched, and names without a side, those of most documents or reports first.
type SideNames struct {
	Unmatched []UnmatchedSide
	Outlets   []NameCount // by documents
	Speakers  []NameCount // by reports
}

// UnmatchedSide is a line of a table of sides whose name no document has.
type UnmatchedSide struct {
	Line int
	Name string
}

// NameCount is a name and how often it occurs.
type NameCount struct {
	Name  string `json:"name"`
	Count int    `json:"count"`
}

// declared returns what of the table the graph holds.
func (s *sided) declared() []DeclaredSide {
	out := make([]DeclaredSide, len(s.table.sides))
	at := map[string]int{}
	for i, side := range s.table.sides {
		out[i] = DeclaredSide{Side: side, Outlets: []string{}, Speakers: []DeclaredSpeaker{}}
		at[side] = i
	}
	for i := range s.b.g.Documents {
		if d := &s.b.g.Documents[i]; d.Side != "" {
			out[at[d.Side]].Outlets = append(out[at[d.Side]].Outlets, d.Outlet)
		}
	}
	names := map[int][]string{} // by entry
	for w := range s.written {
		names[w.entry] = append(names[w.entry], w.name)
	}
	for e, as := range names {
		slices.Sort(as)
		d := &out[at[s.table.entries[e].side]]
		d.Speakers = append(d.Speakers, DeclaredSpeaker{s.table.entries[e].name, as})
	}
	for i := range out {
		slices.Sort(out[i].Outlets)
		out[i].Outlets = slices.Compact(out[i].Outlets)
		slices.SortFunc(out[i].Speakers, func(a, b DeclaredSpeaker) int { return cmp.Compare(a.Name, b.Name) })
	}
	return out
}

// names returns what the table and the graph do not share.
func (s *sided) names() SideNames {
	var out SideNames
	for i, e := range s.table.entries {
		if !s.met[i] {
			out.Unmatched = append(out.Unmatched, UnmatchedSide{e.line, e.name})
		}
	}
	outlets, speakers := map[string]int{}, map[string]int{}
	for i := range s.b.g.Documents {
		if d := &s.b.g.Documents[i]; d.Side == "" && d.Outlet != "" {
			outlets[d.Outlet]++
		}
	}
	for i := range s.b.g.Reports {
		if said := speakerOf(s.b.g.Reports[i].Report); s.b.g.Reports[i].Side == "" && s.voice[i] != "" {
			speakers[said]++
		}
	}
	out.Outlets, out.Speakers = counted(outlets), counted(speakers)
	return out
}

// counted orders names by how often they occur, then alphabetically.
func counted(names map[string]int) []NameCount {
	out := make([]NameCount, 0, len(names))
	for n, c := range names {
		out = append(out, NameCount{n, c})
	}
	slices.SortFunc(out, func(a, b NameCount) int { return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Name, b.Name)) })
	return out
}
