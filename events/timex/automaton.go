package timex

import (
	"encoding/binary"
	"slices"
)

// automaton is the deterministic form of a grammar's patterns, made as texts
// need it: a text meets a small part of the states that all patterns together
// have. One goroutine uses an automaton at a time.
type automaton struct {
	g      *grammar
	sets   [][]int32        // states of the grammar in each state of this
	ends   [][]int32        // rules that end in each state, first in the file first
	byKey  map[string]int32 // set as bytes -> state
	first  []int32          // state after the first token, by symbol; unmade -1
	edges  map[uint64]int32 // state, symbol and white space -> state
	buffer []byte
}

const (
	dead   = 0 // no pattern can match any more
	unmade = -1
	// maxStates bounds the memory of one automaton; beyond it, it starts anew.
	maxStates = 20_000
	// maxTokens bounds the length of one match, and with it the cost of a text
	// that never completes one.
	maxTokens = 64
)

func newAutomaton(g *grammar) *automaton {
	a := &automaton{g: g}
	a.reset()
	return a
}

func (a *automaton) reset() {
	a.sets, a.ends = [][]int32{nil}, [][]int32{nil}
	a.byKey = map[string]int32{"": dead}
	a.edges = map[uint64]int32{}
	a.first = make([]int32, len(a.g.symbols))
	for i := range a.first {
		a.first[i] = unmade
	}
	// No pattern starts with a word that the language does not name.
	a.first[symbolNone], a.first[symbolWord] = dead, dead
}

// begin returns the state after the first token of a match.
func (a *automaton) begin(c cell) int32 {
	s := a.first[c.symbol()]
	if s == unmade {
		// The first token of a pattern is never glued: what stands before it is
		// for guards to say.
		s = a.make(a.g.start, c.symbol(), false)
		a.first[c.symbol()] = s
	}
	return s
}

// next returns the state after one more token.
func (a *automaton) next(from int32, c cell) int32 {
	key := uint64(from)<<32 | uint64(c&^cellBlock)
	to, ok := a.edges[key]
	if !ok {
		to = a.make(a.sets[from], c.symbol(), c&cellSpace != 0)
		a.edges[key] = to
	}
	return to
}

// make returns the state that set leads to by a token.
func (a *automaton) make(set []int32, sym symbolID, space bool) int32 {
	classes := a.g.symbols[sym]
	if len(classes) == 0 {
		return dead
	}
	var to []int32
	for _, s := range set {
		st := &a.g.nfa[s]
		if st.next < 0 || st.glued && space {
			continue
		}
		if slices.Contains(classes, st.class) {
			to = a.g.closure(to, st.next)
		}
	}
	a.buffer = a.buffer[:0]
	for _, s := range to {
		a.buffer = binary.LittleEndian.AppendUint32(a.buffer, uint32(s))
	}
	if id, ok := a.byKey[string(a.buffer)]; ok {
		return id
	}
	id := int32(len(a.sets))
	a.byKey[string(a.buffer)] = id
	a.sets = append(a.sets, to)
	var ends []int32
	for _, s := range to {
		if r := a.g.nfa[s].rule; r >= 0 && !slices.Contains(ends, r) {
			ends = append(ends, r)
		}
	}
	slices.Sort(ends)
	a.ends = append(a.ends, ends)
	return id
}
