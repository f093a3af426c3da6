package graph

import (
	"context"
	"fmt"
	"slices"
)

// Sides says how what is told is shared out between the sides that a user has
// declared. It is nil, and stands nowhere in the JSON, when none were.
type Sides struct {
	Accounts int     `json:"accounts"` // of all sides and of none
	Shares   []Share `json:"shares"`   // of each side in alphabetical order; of what has no side last, if there is any
	// OneSided is the side that more than 80 % of the accounts are of and of
	// no other, "" when there is none. Note says so in words.
	OneSided string `json:"one_sided"`
	Note     string `json:"note"`
}

// Share is how much comes from one side. A family or an account that several
// sides have a part in counts for each of them.
type Share struct {
	Side      string `json:"side"`      // "" for what no side was declared of
	Documents int    `json:"documents"` // by outlets of the side
	Families  int    `json:"families"`  // of such documents
	// Accounts are those that give the side's word: that of its speakers, or
	// of its outlets where they quote nobody with a name.
	Accounts int `json:"accounts"`
	Alone    int `json:"alone"`    // accounts that give the word of no other side
	Speakers int `json:"speakers"` // different ones of the side that are quoted
}

// GraphSides is the sides of a whole graph: what was declared and found in it,
// and the shares of all its documents and of the accounts of all its events.
type GraphSides struct {
	Declared []DeclaredSide `json:"declared"` // in alphabetical order of sides
	Sides
}

// DeclaredSide is the outlets and speakers of one side that a graph holds, in
// alphabetical order; outlets as the documents write them.
type DeclaredSide struct {
	Side     string            `json:"side"`
	Outlets  []string          `json:"outlets"`
	Speakers []DeclaredSpeaker `json:"speakers"`
}

// DeclaredSpeaker is a speaker by the name that the user gave, and as the
// documents write it, in alphabetical order.
type DeclaredSpeaker struct {
	Name    string   `json:"name"`
	Written []string `json:"written"`
}

// oneSidedPercent is the share of the accounts above which one side tells it.
const oneSidedPercent = 80

// DeclareSides writes the sides of outlets and speakers into the graph, in
// place of those that it had: the side of each document's outlet and of whose
// word each report gives, and the shares of each event and of the whole.
//
// A report gives the word of the innermost speaker whose name the table knows;
// where it quotes somebody else by name, it is of no side, and where it quotes
// nobody by name, of the side of its outlet. Accounts are counted from the
// quotes: in a graph without them a lifted sentence counts as an account of
// its own. The cost is linear; the error is that of ctx.
func (g *Graph) DeclareSides(ctx context.Context, t *SideTable) (SideNames, error) {
	b := again(g, nil)
	if err := b.readQuotes(ctx); err != nil {
		return SideNames{}, err
	}
	index := make(map[string]int32, len(g.Reports))
	for i := range g.Reports {
		index[g.Reports[i].ID] = int32(i)
	}
	b.members = make([][]int32, len(g.Events))
	for i := range g.Events {
		for _, id := range g.Events[i].Reports {
			if r, ok := index[id]; ok {
				b.members[i] = append(b.members[i], r)
			}
		}
	}
	return b.declareSides(t), ctx.Err()
}

// readQuotes reads as much of the reports as accounts needs.
func (b *builder) readQuotes(ctx context.Context) error {
	b.merger = &merger{claims: make([]claim, len(b.g.Reports))}
	rd := reader{}
	for i := range b.g.Reports {
		if i%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		b.merger.claims[i].sentenceKey = sentenceKey(wordSet(b.g.Reports[i].Quote.Text, &rd.scratch))
	}
	return ctx.Err()
}

// sided is what declareSides knows of the names of a graph.
type sided struct {
	b       *builder
	table   *SideTable
	met     []bool           // entries of the table
	entry   map[string]int   // of each speaker's name, -1 for none
	voice   []string         // of each report, the speaker whose word it gives: a declared or a named one, else ""
	written map[written]bool // how the declared speakers were written
}

type written struct {
	entry int
	name  string
}

func (b *builder) declareSides(t *SideTable) SideNames {
	s := sided{b: b, table: t, met: make([]bool, len(t.entries)), entry: map[string]int{}, voice: make([]string, len(b.g.Reports)), written: map[written]bool{}}
	for i := range b.g.Documents {
		d := &b.g.Documents[i]
		d.Side = s.side(t.outlet(d.Outlet))
	}
	for from := 0; from < len(b.g.Reports); {
		to := from + 1
		for to < len(b.g.Reports) && b.g.Reports[to].Document == b.g.Reports[from].Document {
			to++
		}
		s.document(from, to)
		from = to
	}
	for i := range b.g.Events {
		e := &b.g.Events[i]
		e.Sides = s.ofEvent(b.members[i])
	}
	b.g.Sides = &GraphSides{Declared: s.declared()}
	b.g.countSides()
	return s.names()
}

// side returns the side of an entry, and notes that it was met.
func (s *sided) side(entry int) string {
	if entry < 0 {
		return ""
	}
	s.met[entry] = true
	return s.table.entries[entry].side
}

// document sets the sides of the reports of one document.
func (s *sided) document(from, to int) {
	var quoted []int // entries that it quotes by a name of their own
	for i := from; i < to; i++ {
		for _, a := range s.b.g.Reports[i].Attribution {
			if a.Cue == "" {
				continue // the outlet
			}
			e, ok := s.entry[a.Speaker]
			if !ok {
				e = s.table.speaker(a.Speaker)
				s.entry[a.Speaker] = e
			}
			if e >= 0 && !slices.Contains(quoted, e) {
				quoted = append(quoted, e)
			}
		}
	}
	for i := from; i < to; i++ {
		s.b.g.Reports[i].Side, s.voice[i] = s.word(i, quoted)
	}
}

// word returns whose word a report gives.
func (s *sided) word(report int, quoted []int) (side, voice string) {
	r := &s.b.g.Reports[report]
	named := ""
	for k := len(r.Attribution) - 1; k >= 0; k-- {
		a := &r.Attribution[k]
		if a.Cue == "" {
			continue
		}
		e := s.entry[a.Speaker]
		if e < 0 {
			e = s.table.surname(a.Speaker, quoted)
		}
		if e >= 0 {
			s.written[written{e, a.Speaker}] = true
			return s.side(e), s.table.entries[e].name
		}
		if n := speakerName(a.Speaker); named == "" && n != "" {
			named = n
		}
	}
	if named != "" {
		return "", named
	}
	if d := s.b.docOf[report]; d >= 0 {
		return s.b.g.Documents[d].Side, ""
	}
	return "", ""
}

// ofEvent counts the sides of one event's reports.
func (s *sided) ofEvent(reports []int32) *Sides {
	c := newSideCount(s.table.sides)
	for _, i := range reports {
		r := &s.b.g.Reports[i]
		if d := s.b.docOf[i]; d >= 0 {
			c.document(r.Document, s.b.g.Documents[d].Side, s.b.g.Documents[d].Family)
		} else {
			c.document(r.Document, "", "\x00"+r.Document)
		}
		c.speaker(r.Side, s.voice[i])
	}
	for _, a := range s.b.accounts(reports) {
		var sides []string
		for _, i := range a {
			sides = append(sides, s.b.g.Reports[i].Side)
		}
		c.account(sides)
	}
	out := c.sides()
	if out.OneSided != "" {
		if out.Accounts == 1 {
			out.Note = "The only account of it is of " + out.OneSided + "."
		} else {
			out.Note = fmt.Sprintf("%d of the %d accounts of it are of %s alone.", c.shares[out.OneSided].Alone, out.Accounts, out.OneSided)
		}
	}
	return &out
}
