package timex

import (
	"cmp"
	"slices"

	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/text"
)

// reading is what resolution makes of an expression.
type reading struct {
	d        date   // what it means, noUnit when that is no date
	value    string // TIMEX3 value when d does not give it
	edtf     string // likewise
	lo, hi   edtf.Day
	clock    string
	why      string
	anchor   string
	rejected bool // no such date: no mention at all
}

// resolver resolves the expressions of one document in order.
type resolver struct {
	f         *finder
	c         clocks
	published date // what the caller says, noUnit when that is nothing
	e         *expr
	years     [17]date  // room for the years that a date without one may have
	lead      date      // the start of the range whose end is being read
	leadGroup int       // its group
	leadAt    int       // its first token
	from      int       // first token of the expression that the one being read is counted from, -1
	sections  []section // the section being read, behind those that it is part of
	sectionAt int       // byte that it starts at
	nextBlock int       // block to look for headings from
	under     headLine  // the line of a year or a month that the text stands under
	tail      *slots    // what the end says, while the start is being read; else nil
}

// resolve turns the expressions into mentions.
func (f *finder) resolve(opt *Options) []Mention {
	if len(f.exprs) == 0 {
		return nil
	}
	r := &resolver{f: f, c: clocks{runningAt: -1, dayAt: -1, entryAt: -1, mainAt: -1}}
	r.c.setSpeech(opt.Published)
	r.published = r.c.speech
	f.readDateline(&r.c)
	f.readAgencyLine(&r.c)
	f.readOrder(&r.c)
	f.readClock(&r.c)
	mentions := make([]Mention, 0, len(f.exprs))
	lead := -1 // mention that starts the range being read
	var depth, at int
	for i := range f.exprs {
		e := &f.exprs[i]
		r.e, r.tail, r.from = e, nil, -1
		r.enter(e)
		if e.rule.op == opRange && e.lead && i+1 < len(f.exprs) {
			r.tail = &f.exprs[i+1].v
		}
		for ; at < e.first; at++ {
			depth = f.parentheses(depth, at)
		}
		if want := e.v.str(slotClock); want != "" && (want == ClockNarrative) != r.c.history {
			continue
		}
		if e.rule.op == opPeriod && r.c.history {
			continue // in a history the wars are the matter itself, not the time of something else
		}
		if e.v.is(slotNamed) && !f.inName(e) && !f.beforeName(e) {
			e.v.drop(slotNamed)
		}
		got := r.read(e)
		if got.rejected {
			if opt.Impossible != nil && e.v.is(slotMonth) && e.v.is(slotDay) {
				opt.Impossible(f.span(e))
			}
			lead = -1
			continue
		}
		m := r.mention(e, &got)
		if got.clock == ClockNarrative {
			m.From = f.mentionAt(mentions, r.from)
		}
		if e.lead {
			r.lead, r.leadGroup, r.leadAt = got.d, e.group, e.first
		}
		if e.rule.op == opRange {
			if e.lead {
				lead = len(mentions)
			} else if lead >= 0 && e.tail {
				joinRange(&mentions[lead], &m)
			}
		}
		if n := len(mentions); n > 0 && got.d.unit == day && r.apposed(i) && mentions[n-1].Span == f.span(&f.exprs[i-1]) {
			p := &mentions[n-1]
			p.Value, p.EDTF, p.Earliest, p.Latest, p.Precision, p.Clock, p.From, p.Anchor = m.Value, m.EDTF, m.Earliest, m.Latest, m.Precision, m.Clock, m.From, ""
			p.Basis = "the date that stands behind it, " + got.d.english()
		}
		mentions = append(mentions, m)
		r.headSection(e, got.d)
		r.headLines(e, got.d)
		r.advance(e, &got, depth > 0)
	}
	return f.joinTimes(mentions)
}

// mentionAt returns the span of the mention that starts at a token, zero if
// there is none.
func (f *finder) mentionAt(all []Mention, tok int) text.Span {
	if tok < 0 {
		return text.Span{}
	}
	at := int(f.tokens[tok].Start)
	i, ok := slices.BinarySearchFunc(all, at, func(m Mention, at int) int { return cmp.Compare(m.Start, at) })
	if !ok {
		return text.Span{}
	}
	return all[i].Span
}

// apposed reports whether expression i, a month and a day, says of which day the
// one before it speaks: "two weeks later, on 11 October". What is stated counts
// more than from which of the dates before it the text may count.
func (r *resolver) apposed(i int) bool {
	if i == 0 {
		return false
	}
	a, b := &r.f.exprs[i-1], &r.f.exprs[i]
	u := a.v.unit()
	return b.v.is(slotMonth) && b.v.is(slotDay) && b.group == 0 && a.v.is(slotDir) && a.v.is(slotCount) && a.v.str(slotFrom) == "run" &&
		u >= day && u <= month && a.block == b.block && b.first-a.last <= 2 && r.f.word(a.last) == ","
}

// inName reports whether a year is part of a name: behind a word with a capital,
// with one word, a number or a parenthesis between ("Convention of 1949",
// "Resolution 822 (1993)"). A capital that only starts a sentence is none,
// unless a number follows.
func (f *finder) inName(e *expr) bool {
	if e.v.str(slotNamed) == "ahead" {
		return false
	}
	words, numbers := 0, 0
	for i := e.first - 1; i >= 0 && i >= e.first-4 && f.cells[i+1]&cellBlock == 0; i-- {
		switch t := f.tokens[i]; {
		case t.Kind == text.Number:
			numbers++
		case t.Kind == text.Punct:
		case t.Is(text.Upper):
			opens := f.cells[i]&cellBlock != 0 || i > 0 && f.sentenceEnd(i-1)
			return !opens || numbers > 0
		default:
			if words++; words > 1 {
				return false
			}
		}
	}
	return false
}

// beforeName reports whether a year is part of a name that goes on behind it:
// "the 1949 Geneva Convention".
func (f *finder) beforeName(e *expr) bool {
	if e.v.str(slotNamed) != "ahead" || e.last >= len(f.tokens) || f.cells[e.last]&cellBlock != 0 {
		return false
	}
	t := f.tokens[e.last]
	return t.Kind == text.Word && t.Is(text.Upper)
}

// parentheses returns the depth after a token; a block starts at 0.
func (f *finder) parentheses(depth, i int) int {
	if f.cells[i]&cellBlock != 0 {
		depth = 0
	}
	if t := f.tokens[i]; t.Kind == text.Punct {
		switch f.s[t.Start] {
		case '(':
			return depth + 1
		case ')':
			return max(0, depth-1)
		}
	}
	return depth
}

func joinRange(a, b *Mention) {
	if a.EDTF == "" || b.EDTF == "" {
		return
	}
	start, end := a.EDTF, b.EDTF
	if v, err := edtf.Parse(start); err == nil {
		if s, _, ok := v.Ends(); ok {
			start = s.String()
		}
	}
	if v, err := edtf.Parse(end); err == nil {
		if _, e, ok := v.Ends(); ok {
			end = e.String()
		}
	}
	if both := start + "/" + end; edtf.Valid(both) {
		a.Range, b.Range = both, both
	}
}

// read resolves one expression.
func (r *resolver) read(e *expr) reading {
	switch e.rule.op {
	case opDuration:
		return r.duration(e)
	case opSpan:
		return r.span(e)
	case opSet:
		return r.set(e)
	case opAnniversary:
		return r.anniversary(e)
	case opRef:
		if v, err := edtf.Parse(e.v.str(slotValue)); err == nil {
			got := reading{edtf: e.v.str(slotValue), why: "a period that has a name"}
			got.lo, got.hi = v.Bounds()
			return got
		}
		return reading{value: e.v.str(slotValue), lo: edtf.Open, hi: edtf.Open, why: "the words name no date"}
	case opPeriod:
		return r.period(e)
	case opRange, opList:
		if e.v.is(slotCount) && !e.v.is(slotDir) || e.v.is(slotVague) && !e.v.is(slotDir) {
			return r.duration(e)
		}
	}
	return r.date(e)
}

// lacks says why a date cannot be counted from ref: it is not given to the unit
// that it would have to be, or there is none.
func (r *resolver) lacks(ref date, unit string) string {
	switch {
	case ref.unit != noUnit:
		return "counted from " + ref.english() + ", which is not given to the " + unit
	case r.c.speech.unit != noUnit:
		return "the text tells of another time than its publication, and names no date to count from"
	}
	return "counted from the publication, whose date is not known"
}

const fromEvent = "counted from something that the text tells, not from a date"

const noRunning = "counted from a date before it, and the text gives none"
