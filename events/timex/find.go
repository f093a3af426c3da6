package timex

import (
	"slices"
	"sync"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/text"
)

// Find returns the expressions of time in s, ordered and disjoint. Tokens are
// those of the whole of s. Blocks may be nil: then every line is one. A nil
// result means that there are none. What it returns depends on its arguments
// alone. It panics only if a language that is built in is broken, which a test
// rules out.
func Find(s string, tokens []text.Token, blocks []text.Block, opt Options) []Mention {
	lang := opt.Language
	if lang == nil {
		var err error
		if lang, err = data.LoadLanguage("en"); err != nil {
			panic("timex: " + err.Error())
		}
	}
	g, err := compile(lang)
	if err != nil {
		panic("timex: " + err.Error())
	}
	f := g.finder()
	defer g.pool().Put(f)
	f.s, f.tokens, f.blocks, f.trade = s, tokens, blocks, -1
	f.cells = g.classify(f.cells[:0], s, tokens, blocks)
	f.recognise()
	mentions := f.resolve(&opt)
	f.release()
	return mentions
}

// release lets go of the document, and of the room that only a very long one needs.
func (f *finder) release() {
	f.s, f.tokens, f.blocks = "", nil, nil
	clear(f.exprs) // they point into s
	clear(f.store.chunk)
	clear(f.scratch[:])
	f.store.chunk = f.store.chunk[:0]
	if cap(f.cells) > maxPooled {
		f.cells = nil
		f.m.cells = nil
	}
	if cap(f.exprs) > maxPooled {
		f.exprs = nil
	}
}

// maxPooled is how many tokens, or expressions, a finder at rest has room for.
const maxPooled = 1 << 20

// Check compiles a language and says what is wrong with its file, if anything.
func Check(lang *data.Language) error {
	_, err := compile(lang)
	return err
}

var pools sync.Map // *grammar -> *sync.Pool

func (g *grammar) pool() *sync.Pool {
	p, ok := pools.Load(g)
	if !ok {
		p, _ = pools.LoadOrStore(g, &sync.Pool{New: func() any { return &finder{g: g, auto: newAutomaton(g)} }})
	}
	return p.(*sync.Pool)
}

func (g *grammar) finder() *finder { return g.pool().Get().(*finder) }

// finder reads one document at a time.
type finder struct {
	g      *grammar
	auto   *automaton
	s      string
	tokens []text.Token
	blocks []text.Block
	cells  []cell
	exprs  []expr
	ends   []candidate
	m      matcher
	trade  int // words of business in the document, -1 when not counted yet

	store   store             // what the slots of exprs are filled with
	scratch [maxSlots]filling // of the expression being read
}

// candidate is a rule that matches the tokens up to one.
type candidate struct {
	end  int // token after the last
	rule int32
}

// expr is what a match says before anything is resolved.
type expr struct {
	rule        *rule
	first, last int // tokens, half open
	block       int // number of the block, in order of the text
	at          int // its place in finder.exprs
	v           slots
	group       int  // number of the range or list it is part of, 0 for none
	lead        bool // it is the first of its group
	tail        bool // it is the last of its group
}

// recognise fills f.exprs: at each token the longest match whose guards hold;
// of those equally long, that of the rule that comes first in the file.
func (f *finder) recognise() {
	f.exprs = f.exprs[:0]
	f.m.g, f.m.cells = f.g, f.cells
	group := 0
	if len(f.auto.sets) > maxStates {
		f.auto.reset()
	}
	block, counted := 0, 0
	for i := 0; i < len(f.cells); {
		for ; counted <= i; counted++ {
			if f.cells[counted]&cellBlock != 0 {
				block++
			}
		}
		if f.auto.first[f.cells[i].symbol()] == dead || f.insideWord(i) {
			i++
			continue
		}
		f.ends = f.ends[:0]
		state := f.auto.begin(f.cells[i])
		for j := i + 1; state != dead; j++ {
			for _, r := range f.auto.ends[state] {
				f.ends = append(f.ends, candidate{j, r})
			}
			if j == len(f.cells) || j-i == maxTokens || f.cells[j]&cellBlock != 0 {
				break
			}
			state = f.auto.next(state, f.cells[j])
		}
		had := len(f.exprs)
		i = f.accept(i, &group)
		f.extend(i)
		for k := had; k < len(f.exprs); k++ {
			f.exprs[k].block, f.exprs[k].at = block, k
		}
	}
}

// extend makes room for the expressions of the rest of a long document, which
// is taken to have as many as what has been read up to token i, but for four
// times as many at most. Growing by small steps would cost several times the room.
func (f *finder) extend(i int) {
	n := len(f.exprs)
	if n < 1<<14 || cap(f.exprs)-n >= maxTokens {
		return
	}
	all := int(float64(n) * min(4, 1.05*float64(len(f.cells))/float64(i)))
	f.exprs = slices.Grow(f.exprs, max(all-n, maxTokens))
}

// insideWord reports whether token i is a number with a letter right before it:
// "B2010" is the name of a road.
func (f *finder) insideWord(i int) bool {
	t := f.tokens[i]
	return t.Kind == text.Number && t.Flags&text.Space == 0 && i > 0 && f.tokens[i-1].Kind == text.Word
}

// accept adds the best of the candidates that start at token i to f.exprs, and
// returns the token to go on with.
func (f *finder) accept(i int, group *int) int {
	for hi := len(f.ends); hi > 0; {
		lo := hi - 1
		for lo > 0 && f.ends[lo-1].end == f.ends[hi-1].end {
			lo--
		}
		for _, c := range f.ends[lo:hi] {
			r := &f.g.rules[c.rule]
			if !f.guarded(r, i, c.end) {
				continue
			}
			if r.op == opNone || f.capture(r, i, c.end, group) {
				return c.end
			}
		}
		hi = lo
	}
	return i + 1
}

// guarded reports whether all guards of r hold for the tokens from i to end.
func (f *finder) guarded(r *rule, i, end int) bool {
	for _, g := range r.guards {
		next, edge := end, end
		if g.after {
			next, edge = i-1, i
		}
		there := next >= 0 && next < len(f.cells) && f.cells[edge]&cellBlock == 0
		ok := !there && g.none
		if there && !(g.glued && f.cells[edge]&cellSpace != 0) {
			for _, c := range f.g.symbols[f.cells[next].symbol()] {
				if contains(g.classes, c) {
					ok = true
					break
				}
			}
			ok = ok || len(g.endings) > 0 && f.cells[next].symbol() == symbolWord && f.endsIn(next, g.endings)
		}
		if ok == g.not {
			return false
		}
	}
	return true
}

// endsIn reports whether a word has one of the endings, with more before it.
func (f *finder) endsIn(i int, endings []string) bool {
	word := f.word(i)
	if f.tokens[i].Is(text.Caps) {
		word = f.g.words.fold(word)
	}
	for _, ending := range endings {
		if len(word) > len(ending)+2 && word[len(word)-len(ending):] == ending {
			return true
		}
	}
	return false
}

// capture adds the expressions of a match to f.exprs and reports whether it
// could. It cannot if the words do not make sense together.
func (f *finder) capture(r *rule, i, end int, group *int) bool {
	if r.set[slotCue] == "heading" && f.blockRest(i) > headingLength {
		return false
	}
	matched := false
	for _, p := range r.patterns {
		if matched = f.m.match(p, i, end); matched {
			break
		}
	}
	if !matched {
		return false
	}
	if len(f.m.spans) == 0 {
		f.m.spans = append(f.m.spans, [2]int{i, end})
		for k := range f.m.caps {
			f.m.caps[k].span = 0
		}
	}
	start, room := len(f.exprs), f.store
	number := 0
	if len(f.m.spans) > 1 {
		*group++
		number = *group
	}
	for k, span := range f.m.spans {
		f.exprs = append(f.exprs, expr{
			rule: r, first: span[0], last: span[1], group: number,
			lead: number > 0 && k == 0, tail: number > 0 && k == len(f.m.spans)-1,
		})
		v := &f.exprs[len(f.exprs)-1].v
		v.values = f.scratch[:0]
		f.m.fill(v, r, f.s, f.tokens, k)
		f.store.keep(v)
	}
	if f.isName(&f.exprs[start]) || r.holiday && f.longerName(end) || !share(f.exprs[start:], r.op) {
		f.exprs, f.store = f.exprs[:start], room
		return false
	}
	return true
}

// headingLength is how many tokens a heading has at most.
const headingLength = 12

// blockRest counts the tokens from i to the end of the block, and stops
// counting when it is longer than a heading.
func (f *finder) blockRest(i int) int {
	n := 1
	for n <= headingLength && i+n < len(f.cells) && f.cells[i+n]&cellBlock == 0 {
		n++
	}
	return n
}

// isName reports whether a single word that is otherwise written without a
// capital has one for another reason than its place: "the Daily Mail", "the
// BBC's Today programme". Headlines with capitals throughout are no reason.
func (f *finder) isName(e *expr) bool {
	i := e.first
	if e.last != i+1 || e.v.is(slotWeekday) || e.rule.op != opSet && e.rule.op != opRef && e.rule.op != opDuration && !e.v.is(slotDeictic) || !f.tokens[i].Is(text.Upper) || f.tokens[i].Is(text.Caps) {
		return false
	}
	upper := func(k int) bool {
		return k >= 0 && k < len(f.tokens) && f.tokens[k].Kind == text.Word && f.tokens[k].Is(text.Upper)
	}
	if f.cells[i]&cellBlock != 0 || i == 0 || f.tokens[i-1].Kind == text.Punct {
		return false
	}
	return upper(i+1) || !upper(i-1)
}

// longerName reports whether the name of a feast goes on at a token: "the Good
// Friday Agreement".
func (f *finder) longerName(i int) bool {
	return i < len(f.tokens) && f.cells[i]&cellBlock == 0 && f.tokens[i].Kind == text.Word && f.tokens[i].Is(text.Upper)
}

func (f *finder) span(e *expr) text.Span {
	return text.Span{Start: int(f.tokens[e.first].Start), End: int(f.tokens[e.last-1].End)}
}

// word returns the token's text.
func (f *finder) word(i int) string { return f.tokens[i].Text(f.s) }
