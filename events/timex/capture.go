package timex

import (
	"strconv"
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// capture is a token that fills a slot, in one of the spans of a match; span
// -1 is what stands outside of all.
type capture struct {
	slot slot
	span int
	tok  int
	cls  classID
}

// matcher finds which token of a match fills which slot. The automaton has
// found already that the tokens match, and where the match ends.
type matcher struct {
	g     *grammar
	cells []cell
	to    int // end of the match
	caps  []capture
	spans [][2]int // tokens of each expression, half open
	open  int      // index of the span being read, -1
	steps int
}

// maxSteps bounds the work on one match; a match that needs more is given up.
const maxSteps = 20_000

// match reports whether the pattern matches the tokens from i to m.to.
func (m *matcher) match(n *node, from, to int) bool {
	m.to, m.caps, m.spans, m.open, m.steps = to, m.caps[:0], m.spans[:0], -1, 0
	return m.walk(n, from, from, func(i int) bool { return i == m.to })
}

func (m *matcher) walk(n *node, start, i int, then func(int) bool) bool {
	if m.steps++; m.steps > maxSteps {
		return false
	}
	switch n.kind {
	case atomNode:
		if i >= m.to {
			return false
		}
		c := m.cells[i]
		if n.glued && c&cellSpace != 0 && i > start || !contains(m.g.symbols[c.symbol()], n.class) {
			return false
		}
		if n.slot == slotNone {
			return then(i + 1)
		}
		kept := len(m.caps)
		m.caps = append(m.caps, capture{n.slot, m.open, i, n.class})
		if then(i + 1) {
			return true
		}
		m.caps = m.caps[:kept]
		return false
	case seqNode:
		return m.sequence(n.kids, start, i, then)
	case choiceNode:
		for _, kid := range n.kids {
			if m.walk(kid, start, i, then) {
				return true
			}
		}
		return false
	case optNode:
		return m.walk(n.kids[0], start, i, then) || then(i)
	case manyNode:
		return m.walk(n.kids[0], start, i, func(j int) bool {
			return j > i && m.walk(n, start, j, then)
		}) || then(i)
	}
	// A span: what it holds is numbered, and its tokens are noted.
	kept := len(m.spans)
	m.spans = append(m.spans, [2]int{i, -1})
	outer := m.open
	m.open = kept
	if m.walk(n.kids[0], start, i, func(j int) bool {
		m.spans[kept][1] = j
		inner := m.open
		m.open = outer
		if then(j) {
			return true
		}
		m.open = inner
		return false
	}) {
		return true
	}
	m.open = outer
	m.spans = m.spans[:kept]
	return false
}

func (m *matcher) sequence(kids []*node, start, i int, then func(int) bool) bool {
	if len(kids) == 0 {
		return then(i)
	}
	return m.walk(kids[0], start, i, func(j int) bool { return m.sequence(kids[1:], start, j, then) })
}

func contains(set []classID, id classID) bool {
	for _, c := range set {
		if c == id {
			return true
		}
	}
	return false
}

// slots holds the values that a match fills slots with. There may be very many
// expressions in a document, so only the few slots that are filled take room.
type slots struct {
	has    uint64    // bit x is set when slot x is filled
	sum    float64   // of all counts
	values []filling // in no order, each slot once; a copy of a slots shares them
}

// maxSlots is how many slots one expression fills at most: the longest, a full
// date with weekday, part, time, zone and hedge, fills twelve.
const maxSlots = 14

// filling is what fills a slot: the value as the language file has it, and
// as a number, 0 when it is none.
type filling struct {
	text string
	num  int32
	slot slot
}

func (s *slots) is(x slot) bool { return s.has&(1<<x) != 0 }

func (s *slots) find(x slot) *filling {
	if s.is(x) {
		for i := range s.values {
			if s.values[i].slot == x {
				return &s.values[i]
			}
		}
	}
	return nil
}

// int returns the number in a slot, 0 when it is empty or no number.
func (s *slots) int(x slot) int {
	if v := s.find(x); v != nil {
		return int(v.num)
	}
	return 0
}

// str returns the value in a slot, "" when it is empty.
func (s *slots) str(x slot) string {
	if v := s.find(x); v != nil {
		return v.text
	}
	return ""
}

// put fills a slot. A slot that is filled already keeps its value, but counts
// are added up, and so are the parts of "twenty-first".
func (s *slots) put(x slot, value string) {
	if x == slotHHMM && len(value) == 4 {
		s.put(slotHour, value[:2])
		s.put(slotMinute, value[2:])
		return
	}
	n := int32(0)
	if digits := strings.TrimLeft(value, "+-"); digits != "" && digits[0] >= '0' && digits[0] <= '9' { // an error costs room
		n64, _ := strconv.ParseInt(strings.TrimPrefix(value, "+"), 10, 32)
		n = int32(n64)
	}
	switch x {
	case slotCount:
		f, _ := strconv.ParseFloat(value, 64)
		s.sum += f
	case slotGroup:
		s.sum = 1000*s.sum + float64(n)
	case slotTenths:
		f, _ := strconv.ParseFloat("."+value, 64)
		s.sum += f
	}
	if old := s.find(x); old != nil {
		switch {
		case x == slotTimes:
			old.num *= n
		case (x == slotOrd || x == slotCentury || x == slotDay || x == slotYY) && old.num >= 20 && old.num%10 == 0 && n > 0 && n < 10:
			old.num += n
			old.text = itoa(int(old.num))
		case x == slotYear && n > 0 && n < roundness(old.num):
			old.num += n // a thousand nine hundred forty-five
			old.text = itoa(int(old.num))
		}
		return
	}
	if len(s.values) < maxSlots {
		s.values = append(s.values, filling{value, n, x})
		s.has |= 1 << x
	}
}

// roundness returns the largest power of ten up to 1000 that divides n.
func roundness(n int32) int32 {
	p := int32(1)
	for p < 1000 && n%(10*p) == 0 {
		p *= 10
	}
	return p
}

// drop empties a slot.
func (s *slots) drop(x slot) {
	if old := s.find(x); old != nil {
		end := len(s.values) - 1
		*old = s.values[end]
		s.values = s.values[:end]
		s.has &^= 1 << x
	}
}

// unit returns the unit slot, noUnit when it is empty.
func (s *slots) unit() unit { return unitNamed(s.str(slotUnit)) }

// store holds the fillings of all expressions of a document, one behind the
// other, in chunks that are never moved.
type store struct{ chunk []filling }

const (
	storeChunk = 4096 // fillings
	storeSpare = 2    // room behind each expression for what share and order add
)

// keep moves the fillings of v, which may stand in a scratch area, to the store.
func (t *store) keep(v *slots) {
	n := len(v.values) + storeSpare
	if cap(t.chunk)-len(t.chunk) < n {
		t.chunk = make([]filling, 0, storeChunk)
	}
	a := len(t.chunk)
	t.chunk = t.chunk[:a+n]
	kept := t.chunk[a : a+len(v.values) : a+n]
	copy(kept, v.values)
	v.values = kept
}

// fill puts what one span of a match says into v: the slots that the rule sets,
// then those of the span's own words, then those of words outside of all spans.
func (m *matcher) fill(v *slots, r *rule, s string, tokens []text.Token, span int) {
	for _, x := range r.fixed {
		v.put(x, r.set[x])
	}
	for _, own := range [2]bool{true, false} {
		for _, c := range m.caps {
			if c.span == span && own || c.span == -1 && span != -1 && !own {
				value := m.value(s, tokens[c.tok], c.cls)
				v.put(c.slot, value.text)
				for _, also := range value.more {
					v.put(also.slot, also.text)
				}
			}
		}
	}
}

func (m *matcher) value(s string, t text.Token, class classID) wordValue {
	word := t.Text(s)
	if t.Kind == text.Number && !m.g.numberValues[class] {
		return wordValue{text: word}
	}
	v := m.g.words.value(word, class)
	if v.text == "" {
		v.text = word // a number that stands for nothing else
	}
	return v
}
