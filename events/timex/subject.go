package timex

import (
	"github.com/dateline-project/dateline/events/text"
)

// leadTokens is how many tokens the first paragraph has at least; what is
// shorter is a headline, a byline or a caption.
const leadTokens = 12

// leadSentences is how many sentences of the first paragraph say what the text
// is about.
const leadSentences = 2

// support is what the dates of a text must give to the year that its title or
// lead names: 1/ofMost of the weight of the year stated most, 1/ofAll of that of
// all years, and to be stated so many times. A life that starts "was born on 5
// May 1960" is not about 1960.
type support struct{ ofMost, ofAll, times int }

var (
	supportOfDate  = support{3, 4, 2} // "It began on 4 May 2010."
	supportOfName  = support{4, 5, 2} // a name: "during the 2010 war"
	supportOfTitle = support{4, 5, 1}
)

// holds reports whether a year has it, given the weight of the dates of the year
// stated most and of all.
func (s support) holds(n votes, most, total int) bool {
	weight := n.dates + n.named
	return n.times >= s.times && s.ofMost*weight >= most && s.ofAll*weight >= total
}

// subject returns the year that the title, or else the start of the first
// paragraph, gives for what the text is about: the one year stated there. It
// returns 0 when there is none or more than one, and -1 when they are a range,
// as in "from 1918 to 1920". The dates of footnotes or of the aftermath may
// state other years far more often.
func (f *finder) subject() (int, support) {
	first := f.firstParagraph()
	if first < 0 {
		return 0, support{}
	}
	var title, lead oneYear
	at, sentences, depth := first, 0, 0
	for i := range f.exprs {
		e := &f.exprs[i]
		if e.first < first {
			if f.isTitle(e, first) {
				title.add(f.subjectYear(e), e)
			}
			continue
		}
		for ; at <= e.first && sentences < leadSentences; at++ {
			if at > first && f.cells[at]&cellBlock != 0 {
				sentences = leadSentences // the paragraph is over
				break
			}
			depth = f.parentheses(depth, at)
			if f.sentenceEnd(at) {
				sentences++
			}
		}
		if sentences >= leadSentences {
			break
		}
		// "The war (1948–1950)" is of those years; other dates in parentheses are asides.
		if depth == 0 || sentences == 0 && e.rule.op == opRange && !e.v.is(slotMonth) {
			lead.add(f.subjectYear(e), e)
		}
	}
	switch {
	case title.year != 0:
		return title.only(), supportOfTitle
	case lead.named:
		return lead.only(), supportOfName
	}
	return lead.only(), supportOfDate
}

// oneYear is the one year among several expressions.
type oneYear struct {
	year    int
	several bool // there are more
	ranges  bool // and they are the ends of a range
	named   bool // one of them opens a name
}

// add adds an expression that states a year; 0 states none.
func (o *oneYear) add(y int, e *expr) {
	if y == 0 {
		return
	}
	o.named = o.named || e.v.is(slotNamed)
	switch {
	case o.year == 0:
		o.year = y
	case o.year != y:
		o.several = true
		o.ranges = o.ranges || e.rule.op == opRange
	}
}

// only returns the year, 0 for none or several, -1 for a range.
func (o *oneYear) only() int {
	switch {
	case o.ranges:
		return -1
	case o.several:
		return 0
	}
	return o.year
}

// subjectYear returns the year that an expression states, 0 for none.
func (f *finder) subjectYear(e *expr) int {
	v := &e.v
	if !v.is(slotYear) || e.rule.op != opDate && e.rule.op != opRange && e.rule.op != opList || v.is(slotNamed) && !f.beforeName(e) && f.inName(e) {
		return 0
	}
	return astronomical(v)
}

// isTitle reports whether an expression stands in the title of a text whose
// first paragraph starts at a token.
func (f *finder) isTitle(e *expr, paragraph int) bool {
	if f.blocks != nil {
		return f.role(e.first) == text.Title
	}
	return e.block <= 1 && e.first < paragraph
}

// firstParagraph returns the token that the first paragraph of the text starts
// at, -1 when there is none at the head of the document.
func (f *finder) firstParagraph() int {
	start, seen := 0, 0
	for i := 0; i <= len(f.cells); i++ {
		if i < len(f.cells) && f.cells[i]&cellBlock == 0 && i > 0 {
			continue
		}
		if i-start >= leadTokens && f.role(start) == text.Body {
			return start
		}
		if i > 0 && i < len(f.cells) && f.role(i) != text.Metadata && f.role(i) != text.Furniture {
			seen++
		}
		if start = i; seen > headBlocks {
			break
		}
	}
	return -1
}

// section is a part of the document under a heading.
type section struct {
	level   int
	d       date // the year or the part of it that the heading names, noUnit for none
	several bool // the heading names several
}

// enter follows the headings up to an expression.
func (r *resolver) enter(e *expr) {
	at := int(r.f.tokens[e.first].Start)
	for ; r.nextBlock < len(r.f.blocks) && r.f.blocks[r.nextBlock].Start <= at; r.nextBlock++ {
		b := &r.f.blocks[r.nextBlock]
		if b.Role != text.Heading && b.Role != text.Title {
			continue
		}
		for len(r.sections) > 0 && r.sections[len(r.sections)-1].level >= b.Level {
			r.sections = r.sections[:len(r.sections)-1]
		}
		r.sections = append(r.sections, section{level: b.Level})
		r.leaveHead(b, e)
		r.sectionAt = b.Start
	}
}

// headSection keeps the date that a heading states for its section. A heading with
// several, as "2016–2018", gives none.
func (r *resolver) headSection(e *expr, d date) {
	if len(r.sections) == 0 || r.f.role(e.first) != text.Heading || !e.v.is(slotYear) || d.unit > year {
		return
	}
	s := &r.sections[len(r.sections)-1]
	s.several = s.several || e.group != 0 || s.d.unit != noUnit && s.d.year != d.year
	s.d = d
}

// home returns the year that the passage is about, where it does not say so
// itself: that of the nearest heading that names one, else that of the text;
// noUnit for none. It is sure when a heading, the title or the lead says so and
// the dates stated do not merely add up to it.
func (r *resolver) home() (d date, sure bool) {
	for i := len(r.sections) - 1; i >= 0; i-- {
		switch s := &r.sections[i]; {
		case s.several:
			return date{}, false
		case s.d.unit != noUnit:
			return date{unit: year, year: s.d.year}, true
		}
	}
	if r.c.topYear == 0 {
		return date{}, false
	}
	return date{unit: year, year: r.c.topYear}, r.c.subject
}

// inSection reports whether a token stands in the section being read; -1, which
// stands for none, does not.
func (r *resolver) inSection(tok int) bool {
	return tok >= 0 && int(r.f.tokens[tok].Start) >= r.sectionAt
}
