package timex

import (
	"strings"

	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/text"
)

// clocks holds what relative expressions are counted from.
type clocks struct {
	speech     date   // the publication, as far as it is known
	speechName string // ClockPublication or ClockDateline, "" when unknown
	running    date   // the date mentioned last
	runningAt  int    // token where it stands, -1 for none
	runBlock   int    // block where it stands
	dayAt      int    // token of the last date given to the day, -1
	dayBlock   int    // its block
	runningDay date   // that date
	hour       string // its time, HH:MM or NI, "" when it has none
	hourZone   string // and the zone of that
	streak     int    // stated dates of the running year, one after the other
	main       date   // the running date when its year was last stated often in a row
	mainAt     int    // token where it stands, -1 for none
	mainStreak int    // how often
	topYear    int    // the year that the text is about: that of the title, the lead, or most dates; 0 when there is no such year
	subject    bool   // the title or the lead says so
	dayFirst   bool   // numeric dates of the document are day/month/year
	orderKnown bool   // and some date shows it
	diary      bool   // it has entries headed by their days
	entryDay   date   // the day that heads the entry being read
	entryAt    int    // token where it stands, -1 for none
	entryBlock int    // its block
	entryReach int    // how many blocks behind its head an entry goes on at most: as many as lie between two heads
	narrative  bool   // the document as a whole is told with the running date
	history    bool   // and it states years enough to be a history
}

// setSpeech reads the publication date.
func (c *clocks) setSpeech(published string) {
	v, err := edtf.Parse(published)
	if err != nil {
		// A time that is not given to the second is no EDTF, but its day is known.
		day, _, _ := strings.Cut(published, "T")
		if v, err = edtf.Parse(day); err != nil {
			return
		}
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
	for i := range f.exprs {
		e := &f.exprs[i]
		if e.block > headBlocks && c.speechName == "" {
			return
		}
		full := e.rule.op == opDate && e.v.is(slotYear) && e.v.is(slotMonth) && e.v.is(slotDay)
		alone := f.cells[e.first]&cellBlock != 0 && (e.last == len(f.cells) || f.cells[e.last]&cellBlock != 0)
		if !full || !alone {
			continue
		}
		d, ok := build(&e.v, astronomical(&e.v))
		switch {
		case !ok || !d.valid():
		case c.speechName == "":
			c.speech, c.speechName = d, ClockDateline
		case d.start() > c.speech.start():
			// A later one: the entries of a diary or a chronology.
			c.speech, c.speechName = date{}, ""
			return
		}
	}
}

// agencyDays is how many days before its publication the date line of a wire
// story may lie: a paper prints it days later, words such as "Friday" stay.
const agencyDays = 31

// readAgencyLine takes the date of a line such as "BAKU, Oct. 4 (Agency) -" at
// the head of the document for the day that the story speaks from.
func (f *finder) readAgencyLine(c *clocks) {
	for i := range f.exprs {
		e := &f.exprs[i]
		if e.block > headBlocks {
			return
		}
		if e.rule.op != opDate || !e.v.is(slotMonth) || !e.v.is(slotDay) || !f.agencyLine(e) {
			continue
		}
		y := c.speech.year
		if e.v.is(slotYear) {
			y = astronomical(&e.v)
		} else if c.speech.unit == noUnit {
			continue
		}
		d, ok := build(&e.v, y)
		if ok && !e.v.is(slotYear) && d.valid() && d.start() > c.speech.start() {
			d, ok = build(&e.v, y-1) // December, published in January
		}
		if !ok || !d.valid() || c.speech.unit == day && (d.start() > c.speech.start() || distance(d.start(), c.speech.start()) > agencyDays) {
			continue
		}
		if d != c.speech {
			c.speech, c.speechName = d, ClockDateline
		}
		return
	}
}

// agencyLine reports whether an expression stands between a place in capitals,
// at the start of its block, and a dash.
func (f *finder) agencyLine(e *expr) bool {
	const reach = 8 // tokens
	start := e.first
	for f.cells[start]&cellBlock == 0 && start > 0 && e.first-start < reach {
		start--
		if t := f.tokens[start]; t.Kind == text.Number || t.Kind == text.Word && !t.Is(text.Upper) {
			return false
		}
	}
	if f.cells[start]&cellBlock == 0 || start == e.first || !f.tokens[start].Is(text.Caps) {
		return false
	}
	inside := false
	for i := e.last; i < len(f.cells) && i < e.last+reach && f.cells[i]&cellBlock == 0; i++ {
		switch f.word(i) {
		case "-", "–", "—":
			return !inside
		case "(":
			inside = true
		case ")":
			inside = false
		case ",", ".":
		default:
			if !inside {
				return false
			}
		}
	}
	return false
}

// astronomical returns the year slot with its era applied.
func astronomical(v *slots) int {
	if v.is(slotEra) && v.str(slotEra) == "BC" {
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
	weightSpeech    = 5 // "yesterday", "on Friday", "last week": outweighs two dates, as an obituary has
	minNarrative    = 4
	minEntries      = 2  // of a diary
	minTop          = 8  // of the year that a text is about
	minChronicle    = 24 // of all dates of a text that is told as history though it is recent
)

// votes is how much speaks for a year.
type votes struct {
	dates int // weight of the dates that state it
	named int // and of the names that start with it, "the 2020 war"
	times int // how often it is stated in all
}

// evidence is what the expressions of a document say of the clock it is told by.
type evidence struct {
	far, near int           // weight of years away from the publication, and of those beside it
	speech    int           // weight of words of the day of speaking
	entries   int           // days that head an entry
	reach     int           // blocks between two such heads, at most
	years     map[int]votes // by the year stated
}

// readClock decides for the document as a whole which clock dates without a
// year go by. Texts of a day's news speak of today, Friday and last week, and
// of years near their publication; histories state years far from it.
func (f *finder) readClock(c *clocks) {
	ev := f.weighExpressions(c.speech.year)
	c.diary, c.entryReach = ev.entries >= minEntries, max(1, ev.reach)
	total, most := f.findTopYear(c, &ev)
	if c.topYear != 0 && c.topYear < c.speech.year && most > ev.speech {
		ev.far, ev.near = ev.far+ev.near, 0 // told as history, however often it names the year of its publication
	}
	// Many dates and hardly a word of the day of speaking: a chronicle, however
	// recent what it tells.
	c.history = ev.far >= minNarrative && ev.far > ev.near+ev.speech || total >= minChronicle && 6*ev.speech < total
	c.narrative = c.history || c.speech.unit == noUnit
	if c.subject && c.topYear < c.speech.year && 6*ev.speech < most {
		c.narrative = true // however short
	}
}

// weighExpressions counts what speaks for which clock; published is the year of
// the publication.
func (f *finder) weighExpressions(published int) evidence {
	ev := evidence{years: map[int]votes{}}
	var entry [2]int // month and day of the last
	head := 0        // its block
	for i := range f.exprs {
		e := &f.exprs[i]
		v := &e.v
		if role := f.role(e.first); role == text.Metadata || role == text.Furniture {
			continue
		}
		if v.is(slotNamed) && v.is(slotYear) && f.beforeName(e) {
			n := ev.years[astronomical(v)]
			n.named, n.times = n.named+weightYear, n.times+1
			ev.years[astronomical(v)] = n
		}
		if e.rule.op == opPeriod || v.is(slotNamed) {
			continue
		}
		if day := [2]int{v.int(slotMonth), v.int(slotDay)}; v.is(slotMonth) && v.is(slotDay) && day != entry && f.heads(e) {
			if ev.entries > 0 {
				ev.reach = max(ev.reach, e.block-head-1)
			}
			entry, head = day, e.block
			ev.entries++
		}
		switch {
		case v.is(slotYear) && e.rule.op == opRange && !e.lead:
			// The years of a range are mentioned once.
		case v.is(slotYear) && e.rule.op != opDuration:
			f.weighYear(&ev, e, published)
		case v.is(slotDeictic), v.is(slotWeekday) && !v.is(slotDay) && !v.is(slotRun), v.is(slotRel) && v.is(slotUnit) && v.unit() > day:
			// Not "next day", which is told of any day.
			ev.speech += weightSpeech
		}
	}
	return ev
}

// weighYear counts an expression that states its year.
func (f *finder) weighYear(ev *evidence, e *expr, published int) {
	v := &e.v
	w := weightYear
	if v.is(slotMonth) || v.is(slotSeason) {
		w = weightMonthYear
	}
	n := ev.years[astronomical(v)]
	n.dates, n.times = n.dates+w, n.times+1
	if f.inTitle(e) {
		n.dates += minTop
	}
	ev.years[astronomical(v)] = n
	if gap := astronomical(v) - published; gap < -1 || gap > 1 {
		ev.far += w
	} else {
		ev.near += w
	}
}

// findTopYear notes the year that the text is about, 0 for none: the one that it says it
// is of, or that its dates state far more often than any other. It returns the
// weight of all years and of that one.
func (f *finder) findTopYear(c *clocks, ev *evidence) (total, most int) {
	second := 0
	for y, votes := range ev.years {
		n := votes.dates
		total += n
		switch {
		case n > most || n == most && y > c.topYear:
			second, most, c.topYear = most, n, y
		case n > second:
			second = n
		}
	}
	subject, needs := f.subject()
	if n := ev.years[subject]; subject > 0 && needs.holds(n, most, total) {
		c.topYear, c.subject = subject, true
		most = n.dates + n.named
	}
	if subject < 0 || !c.subject && (most < minTop || 4*most < 5*second || 5*most < 2*total) {
		c.topYear = 0 // of several years, and perhaps it says so
	}
	return total, most
}

// heads reports whether a date is the head of an entry, as in a diary: it
// starts its block, and a mark or nothing more follows it.
func (f *finder) heads(e *expr) bool {
	if e.rule.op != opDate || f.cells[e.first]&cellBlock == 0 {
		return false
	}
	end := e.last
	return end == len(f.cells) || f.cells[end]&cellBlock != 0 || f.tokens[end].Kind == text.Punct && f.word(end) != ","
}

// inTitle reports whether an expression stands in the title: a block of that
// role, or the first block where roles are not known.
func (f *finder) inTitle(e *expr) bool {
	if f.blocks != nil {
		return f.role(e.first) == text.Title
	}
	return e.block <= 1
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
