package timex

import (
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/text"
)

// clocks holds what relative expressions are counted from.
type clocks struct {
	speech     date   // the publication, as far as it is known
	speechName string // ClockPublication or ClockDateline, "" when unknown
	running    date   // the date mentioned last
	runningAt  int    // token where it stands, -1 for none
	dayAt      int    // token of the last date given to the day, -1
	runningDay date   // that date
	streak     int    // stated dates of the running year, one after the other
	main       date   // the running date when its year was last stated often in a row
	mainStreak int    // how often
	topYear    int    // the year of most dates that state one, 0 when there is no such year
	dayFirst   bool   // numeric dates of the document are day/month/year
	orderKnown bool   // and some date shows it
	narrative  bool   // the document as a whole is told with the running date
	history    bool   // and it states years enough to be a history
}

// setSpeech reads the publication date.
func (c *clocks) setSpeech(published string) {
	v, err := edtf.Parse(published)
	if err != nil {
		return
	}
	a, b := v.Bounds()
	if a == edtf.Open || b == edtf.Open {
		return
	}
	c.speechName = ClockPublication
	y, m, _ := a.Date()
	y2, m2, _ := b.Date()
	switch {
	case a == b:
		c.speech = fromDay(a)
	case y == y2 && m == m2:
		c.speech = date{unit: month, year: y, month: m}
	case y == y2:
		c.speech = date{unit: year, year: y}
	default:
		c.speechName = ""
	}
}

// headBlocks is how many blocks at the head of a document are looked at for a
// date that stands alone, as under a headline.
const headBlocks = 12

// readDateline takes a full date that fills a block of its own near the head
// of the document for its date, when the publication date is not known.
func (f *finder) readDateline(c *clocks) {
	if c.speechName != "" {
		return
	}
	block, at := 0, 0
	for i := range f.exprs {
		e := &f.exprs[i]
		for ; at <= e.first; at++ {
			if f.cells[at]&cellBlock != 0 {
				block++
			}
		}
		if block > headBlocks {
			return
		}
		full := e.rule.op == opDate && e.v.is(slotYear) && e.v.is(slotMonth) && e.v.is(slotDay)
		alone := f.cells[e.first]&cellBlock != 0 && (e.last == len(f.cells) || f.cells[e.last]&cellBlock != 0)
		if !full || !alone {
			continue
		}
		if d, ok := build(&e.v, astronomical(&e.v)); ok && d.valid() {
			c.speech, c.speechName = d, ClockDateline
			return
		}
	}
}

// astronomical returns the year slot with its era applied.
func astronomical(v *slots) int {
	if v.is(slotEra) && v.text[slotEra] == "BC" {
		return 1 - v.int(slotYear)
	}
	return v.int(slotYear)
}

// readOrder decides whether 03/04/2020 is in March or in April: by the dates
// of the document that can be read in one way only, else by which reading
// falls nearer to the publication, else day first.
func (f *finder) readOrder(c *clocks) {
	dayFirst, monthFirst := 0, 0
	near := 0
	for i := range f.exprs {
		v := &f.exprs[i].v
		if !v.is(slotFirst) || !v.is(slotSecond) {
			continue
		}
		a, b := v.int(slotFirst), v.int(slotSecond)
		switch {
		case a > 12 && b <= 12:
			dayFirst++
		case b > 12 && a <= 12:
			monthFirst++
		case c.speech.unit == day && a <= 12 && b <= 12 && a != b:
			y := f.year(v, c)
			x := distance(edtf.NewDay(y, b, a), c.speech.start())
			z := distance(edtf.NewDay(y, a, b), c.speech.start())
			if x < z {
				near++
			} else if z < x {
				near--
			}
		}
	}
	switch {
	case dayFirst != monthFirst:
		c.dayFirst, c.orderKnown = dayFirst > monthFirst, true
	default:
		c.dayFirst = near >= 0
	}
}

func distance(a, b edtf.Day) int {
	if a > b {
		a, b = b, a
	}
	return int(b - a)
}

// year returns the year that the slots state, two digits completed.
func (f *finder) year(v *slots, c *clocks) int {
	if v.is(slotYear) {
		return astronomical(v)
	}
	return fullYear(v.int(slotYY), c)
}

// fullYear completes two digits to the year that lies at most ten years after
// the publication, or after 2030 when that is not known, and less than 90 before.
func fullYear(yy int, c *clocks) int {
	limit := 2030
	if c.speech.unit != noUnit {
		limit = c.speech.year + 10
	}
	y := limit/100*100 + yy
	if y > limit {
		y -= 100
	}
	return y
}

// Weights of what speaks for a narrative and against one, see readClock.
const (
	weightMonthYear = 2 // "May 1862": a date that brings its own year
	weightYear      = 1 // "1862"
	weightSpeech    = 3 // "yesterday", "on Friday", "last week"
	minNarrative    = 4
)

// readClock decides for the document as a whole which clock dates without a
// year go by. Texts of a day's news speak of today, Friday and last week, and
// of years near their publication; histories state years far from it.
func (f *finder) readClock(c *clocks) {
	far, near, speech := 0, 0, 0
	stated := map[int]int{} // dates of each year, by month at least
	for i := range f.exprs {
		e := &f.exprs[i]
		v := &e.v
		if e.rule.op == opPeriod || v.is(slotNamed) || f.role(e.first) == text.Metadata || f.role(e.first) == text.Furniture {
			continue
		}
		switch {
		case v.is(slotYear) && e.rule.op != opDuration:
			w := weightYear
			if v.is(slotMonth) || v.is(slotSeason) {
				w = weightMonthYear
				stated[astronomical(v)]++
			}
			if gap := astronomical(v) - c.speech.year; gap < -1 || gap > 1 {
				far += w
			} else {
				near += w
			}
		case v.is(slotDeictic), v.is(slotWeekday) && !v.is(slotDay) && !v.is(slotRun), v.is(slotRel) && v.is(slotUnit):
			speech += weightSpeech
		}
	}
	// One year that most dates state and that is over makes a text of that year,
	// however often it also names the year of its publication.
	total, most := 0, 0
	for y, n := range stated {
		if total += n; n > most || n == most && y > c.topYear {
			most, c.topYear = n, y
		}
	}
	if most < minNarrative || 2*most <= total {
		c.topYear = 0
	} else if c.topYear < c.speech.year && weightMonthYear*most > speech {
		far += near
		near = 0
	}
	near += speech
	c.history = far >= minNarrative && far > near
	c.narrative = c.history || c.speech.unit == noUnit
}

// role returns the role of the block that a token stands in, Body without blocks.
func (f *finder) role(tok int) text.Role {
	if b := f.block(tok); b >= 0 {
		return f.blocks[b].Role
	}
	return text.Body
}

// block returns the index of the block that a token stands in, -1 for none.
func (f *finder) block(tok int) int {
	at := int(f.tokens[tok].Start)
	lo, hi := 0, len(f.blocks)
	for lo < hi {
		mid := (lo + hi) / 2
		if f.blocks[mid].Start <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo > 0 && at < f.blocks[lo-1].End {
		return lo - 1
	}
	return -1
}

// tenseReach is how many tokens around an expression are read for its tense.
const tenseReach = 25

// speechReach is how many tokens may stand between a verb of saying and the
// date that tells when it was said.
const speechReach = 4

// tense returns the direction that the clause of an expression points in: 1
// for the future, -1 for the past, 0 when nothing tells. The nearest verb form
// before it counts, else the nearest behind it; a verb of saying only if there
// is no other.
func (f *finder) tense(e *expr) int {
	if e.v.is(slotCue) && e.v.text[slotCue] == "future" {
		return 1
	}
	said := false
	look := func(i int) (int, bool) {
		k := f.cue(i)
		switch {
		case k&cueFuture != 0:
			return 1, true
		case k&cuePast != 0:
			// "will be held", "is expected to have ended": what stands before rules.
			for j := i - 1; j >= 0 && j >= i-3 && f.cells[j+1]&cellBlock == 0; j-- {
				if f.cue(j)&cueFuture != 0 {
					return 1, true
				}
			}
			return -1, true
		case k&cueSpeech != 0:
			if i < e.first && i >= e.first-speechReach {
				return -1, true // "announced on Friday that it will"
			}
			said = true
		}
		return 0, false
	}
	for i := e.first - 1; i >= 0 && i >= e.first-tenseReach && f.cells[i+1]&cellBlock == 0; i-- {
		if t, ok := look(i); ok {
			return t
		}
		if f.sentenceEnd(i) {
			break
		}
	}
	for i := e.last; i < len(f.cells) && i < e.last+tenseReach && f.cells[i]&cellBlock == 0; i++ {
		if f.sentenceEnd(i) {
			break
		}
		if t, ok := look(i); ok {
			return t
		}
	}
	if said {
		return -1
	}
	return 0
}

// pointsAhead reports whether any word of the sentence points to the future,
// whatever its verbs: "the concert of 17 May, which was scheduled".
func (f *finder) pointsAhead(e *expr) bool {
	for i := e.first - 1; i >= 0 && i >= e.first-tenseReach && f.cells[i+1]&cellBlock == 0 && !f.sentenceEnd(i); i-- {
		if f.g.cues[f.cells[i].symbol()]&cueFuture != 0 {
			return true
		}
	}
	for i := e.last; i < len(f.cells) && i < e.last+tenseReach && f.cells[i]&cellBlock == 0 && !f.sentenceEnd(i); i++ {
		if f.g.cues[f.cells[i].symbol()]&cueFuture != 0 {
			return true
		}
	}
	return false
}

// cue returns what the word at a token says about tense.
func (f *finder) cue(i int) cue {
	k := f.g.cues[f.cells[i].symbol()]
	if k == 0 && f.tokens[i].Kind == text.Word {
		word := f.word(i)
		for c, endings := range f.g.endings {
			for _, ending := range endings {
				if len(word) > len(ending)+2 && word[len(word)-len(ending):] == ending {
					k |= c
				}
			}
		}
	}
	return k
}

// sentenceEnd reports whether a token ends a sentence: a full stop before
// white space and a capital, or another mark that can only do that.
func (f *finder) sentenceEnd(i int) bool {
	t := f.tokens[i]
	if t.Kind != text.Punct {
		return false
	}
	switch f.s[t.Start] {
	case '!', '?', ';':
		return true
	case '.':
		if i+1 == len(f.tokens) {
			return true
		}
		next := f.tokens[i+1]
		return next.Is(text.Space) && (next.Kind != text.Word || next.Is(text.Upper)) && !(i > 0 && f.tokens[i-1].End-f.tokens[i-1].Start <= 1)
	}
	return false
}
