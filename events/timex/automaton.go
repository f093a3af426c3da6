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
	edges  []edge           // by hash, at most half of them used; their number is a power of two
	made   int              // how many edges are used
	buffer []byte
}

// edge leads from a state by a symbol, with or without white space before it.
type edge struct {
	key uint64 // of edgeKey, 0 for none
	to  int32
}

// edgeKey is never 0, as a state that an edge leads from is alive.
func edgeKey(from int32, c cell) uint64 { return uint64(from)<<32 | uint64(c&^cellBlock) }

// edge returns where the edge of a key is, or is to be put.
func (a *automaton) edge(key uint64) *edge {
	mask := uint64(len(a.edges) - 1)
	for i := key * 0x9e3779b97f4a7c15 >> 32 & mask; ; i = (i + 1) & mask {
		if e := &a.edges[i]; e.key == key || e.key == 0 {
			return e
		}
	}
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
	a.edges, a.made = make([]edge, 1<<10), 0
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
	key := edgeKey(from, c)
	if e := a.edge(key); e.key != 0 {
		return e.to
	}
	if 2*a.made >= len(a.edges) {
		old := a.edges
		a.edges = make([]edge, 2*len(old))
		for _, e := range old {
			if e.key != 0 {
				*a.edge(e.key) = e
			}
		}
	}
	to := a.make(a.sets[from], c.symbol(), c&cellSpace != 0)
	*a.edge(key) = edge{key, to}
	a.made++
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
