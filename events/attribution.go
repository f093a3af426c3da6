package events

import (
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// speech is one act of saying in a sentence: who, with which words, and what
// part of the sentence is its content. The three parts are those of PARC 3:
// source, cue, content.
type speech struct {
	speaker     string
	sort        string // of the speaker, as in ACTOR; "" for a pronoun or a document ("the appeal")
	first, last int    // the words of source and cue, half open
	verb        int    // the verb, -1 for "according to"
	from, to    int    // content, words, half open; the speech's own words are not part of it
	source      int    // the speaker, words, half open
	sourceEnd   int
	tail        bool // it follows its content: "..., the ministry said"
}

// by makes an actor the speaker.
func (sp *speech) by(r actorRef) {
	sp.speaker, sp.sort, sp.source, sp.sourceEnd = r.name, r.sort, r.first, r.last
}

// speeches finds the acts of saying in a sentence, outermost first.
func (a *sentenceAnalysis) speeches(s string) []speech {
	var tails, heads []speech
	for i := a.first; i < a.last; i++ {
		if sp, ok := a.accordingTo(s, i); ok {
			tails = append(tails, sp)
			continue
		}
		w := &a.words[i]
		if !w.verb() || w.lexeme.cues&cueSpeech == 0 || w.tag == "VBG" || w.tag == "VB" && !a.quoted(i) || a.passive(i) {
			continue
		}
		sp, ok := a.speechAtVerb(s, i)
		if !ok {
			continue
		}
		if sp.tail {
			tails = append([]speech{sp}, tails...)
		} else {
			heads = append(heads, sp)
		}
	}
	return append(tails, heads...)
}

// accordingTo reads "according to X" at word i; X ends at a comma or a verb.
func (a *sentenceAnalysis) accordingTo(s string, i int) (speech, bool) {
	if !a.words[i].lexeme.opensAccording {
		return speech{}, false
	}
	for _, p := range a.v.according {
		n := len(p)
		if i+n >= a.last {
			continue
		}
		same := true
		for k, w := range p {
			same = same && a.words[i+k].low == w
		}
		if !same {
			continue
		}
		end := i + n
		for end < a.last && end-i < 16 {
			w := &a.words[end]
			if !(w.noun() || strings.HasPrefix(w.tag, "JJ") || w.tag == "DT" || w.tag == "POS" || w.low == "'s" || w.tag == "PRP$" || w.tag == "PRP" ||
				w.tag == "IN" && w.low != "that" && w.low != "as" || a.words[end].is(text.Upper)) && !a.inTime(end) {
				break
			}
			end++
		}
		for end > i+n && (a.words[end-1].tag == "IN" || a.words[end-1].tag == "DT") {
			end--
		}
		if end == i+n {
			continue
		}
		sp := speech{first: i, last: end, verb: -1, tail: i > a.first, from: a.first, to: a.last}
		sp.speaker = phraseText(s, a.words, i+n, end)
		for _, r := range a.actors {
			if r.first >= i+n && r.first < end {
				sp.by(r)
				break
			}
		}
		return sp, true
	}
	return speech{}, false
}

// speechAtVerb reads the speaker of the verb of saying at i: the actor or
// pronoun before it in its clause, else the one right after it ("said Ms Orr").
func (a *sentenceAnalysis) speechAtVerb(s string, i int) (speech, bool) {
	c := a.clauses[clauseOf(a.clauses, i)]
	sp := speech{verb: i, first: i, last: i + 1}
	found := false
	if r, ok := a.beforeApposition(i); ok {
		sp.by(r)
		sp.first, found = r.first, true
		c.first = min(c.first, r.first)
	}
	for _, r := range a.actors {
		if !found && r.last <= i && r.head >= c.first && i-r.last <= 12 && !a.closer(r, i) {
			sp.by(r)
			sp.first, found = r.first, true
		}
	}
	if k := clauseOf(a.clauses, i); !found && k > 0 && a.clauses[k].link == "and" && a.clauses[k].verb == i {
		// a second verb: "the chief put the number at seven and said that"
		prev := a.clauses[k-1]
		for _, r := range a.actors {
			if r.first >= prev.first && r.last <= prev.verb && r.sort != State {
				sp.by(r)
				found = true
				break
			}
		}
	}
	if !found && i > a.first {
		for j := i - 1; j >= c.first && j >= i-4; j-- {
			if a.words[j].tag == "PRP" {
				sp.speaker, sp.first, found = phraseText(s, a.words, j, j+1), j, true
				break
			}
		}
	}
	if !found {
		for _, r := range a.actors {
			if r.first > i && r.first-i <= 2 && (i > a.first && (a.words[i-1].low == "," || closes(a.words[i-1].low))) {
				sp.by(r)
				sp.last, found = r.last, true
				break
			}
		}
	}
	if !found {
		// a text speaks: "the statement said"
		for j := i - 1; j >= c.first && j >= i-3; j-- {
			if a.words[j].noun() && !a.inTime(j) {
				first := j
				for first > c.first && !a.inTime(first-1) && (a.words[first-1].tag == "DT" || strings.HasPrefix(a.words[first-1].tag, "JJ") || a.words[first-1].noun()) {
					first--
				}
				sp.speaker, sp.first, found = phraseText(s, a.words, first, j+1), first, true
				break
			}
		}
	}
	if !found {
		return sp, false
	}
	// content before the speech, if a comma or a closing quotation mark stands between; else after it
	if k := sp.first - 1; k > a.first {
		for k > a.first && sp.first-k < 6 && (a.words[k].tag == "DT" || a.words[k].tag == "PRP$" || a.words[k].tag == "NN" || strings.HasPrefix(a.words[k].tag, "JJ")) {
			k--
		}
		b := a.words[k].low
		sp.tail = (b == "," || b == "”" || b == "\"" || b == "?" || b == "!") && !a.thatFollows(i)
	}
	if i > a.first && (a.words[i-1].low == "," || closes(a.words[i-1].low)) && sp.last > i+1 {
		sp.tail, sp.first = true, i
	}
	switch {
	case sp.tail:
		sp.from, sp.to = a.first, sp.first
	default:
		sp.from, sp.to = sp.last, a.last
	}
	return sp, true
}

// thatFollows reports whether the verb of saying at i has its content after
// it: "the ministry said on Monday that".
func (a *sentenceAnalysis) thatFollows(i int) bool {
	k := clauseOf(a.clauses, i) + 1
	return k < len(a.clauses) && a.clauses[k].link == "that" && a.clauses[k].first-i <= 8
}

// beforeApposition returns the actor before an apposition that ends at the
// verb: "Orr, the mayor of Lod, said".
func (a *sentenceAnalysis) beforeApposition(i int) (actorRef, bool) {
	if a.lowAt(i-1) != "," {
		return actorRef{}, false
	}
	for j := i - 2; j > a.first && j > i-20; j-- {
		if a.words[j].low == "," {
			end := j
			if a.lowAt(end-1) == ")" {
				for end > a.first && a.words[end].low != "(" {
					end--
				}
			}
			for _, r := range a.actors {
				if r.last == end {
					return r, true
				}
			}
			return actorRef{}, false
		}
		if a.words[j].low == "\"" || a.words[j].low == "”" {
			return actorRef{}, false
		}
	}
	return actorRef{}, false
}

// closer reports whether another actor that is no object of a preposition stands between r and the verb at i.
func (a *sentenceAnalysis) closer(r actorRef, i int) bool {
	for _, o := range a.actors {
		if o.first >= r.last && o.last <= i && a.lowAt(o.first-1) != "of" && a.lowAt(o.first-1) != "for" && a.lowAt(o.first-1) != "the" {
			return true
		}
	}
	return false
}

// quoted reports whether a quotation mark stands in the sentence before or after word i.
func (a *sentenceAnalysis) quoted(i int) bool {
	for j := a.first; j < a.last; j++ {
		if low := a.words[j].low; low == "\"" || low == "“" || low == "”" {
			return true
		}
	}
	return false
}

// holds reports whether the content of sp has word i.
func (sp speech) holds(i int) bool {
	return i >= sp.from && i < sp.to && (i < sp.first || i >= sp.last)
}

// attributionOf returns the speaker chain of trigger t, outermost first, as
// far as its own sentence and the quotation it stands in tell it.
func (d *documentAnalysis) attributionOf(a *sentenceAnalysis, t trigger) []Attribution {
	out := []Attribution{}
	if d.doc.Outlet != "" {
		out = append(out, Attribution{Speaker: d.doc.Outlet})
	}
	add := func(x Attribution) {
		for _, y := range out {
			if strings.EqualFold(x.Speaker, y.Speaker) {
				return
			}
		}
		out = append(out, x)
	}
	for _, sp := range a.acts {
		if sp.verb >= t.first && sp.verb < t.last || !sp.holds(t.head) {
			continue
		}
		if x := d.link(a, sp); !pronoun(x.Speaker) || strings.EqualFold(x.Speaker, "we") {
			add(x) // who "it" is stays open
		}
	}
	if q, ok := d.quotationOf(int(a.words[t.head].start)); ok && q.speaker.Speaker != "" {
		add(q.speaker)
	}
	return out
}

// link makes a link of a speaker chain; a pronoun becomes the last speaker named.
func (d *documentAnalysis) link(a *sentenceAnalysis, sp speech) Attribution {
	x := Attribution{Speaker: sp.speaker, Cue: joinLow(a.words, max(sp.verb, sp.first), max(sp.verb+1, sp.first+1)),
		Span: text.Span{Start: int(a.words[sp.first].start), End: int(a.words[sp.last-1].end)}}
	if sp.verb < 0 {
		x.Cue = "according to"
	}
	switch {
	case sp.sort != "":
	case strings.EqualFold(sp.speaker, "we") || sp.speaker == "I":
		// the text itself speaks, or the one it quotes
		if q, ok := d.quotationOf(x.Start); ok && q.speaker.Speaker != "" {
			x.Speaker = q.speaker.Speaker
		} else if d.doc.Outlet != "" {
			x.Speaker = d.doc.Outlet
		}
	case pronoun(sp.speaker) && d.lastSpeaker != "":
		x.Speaker = d.lastSpeaker
	}
	return x
}

func pronoun(s string) bool {
	switch strings.ToLower(s) {
	case "he", "she", "it", "they", "we", "i", "who":
		return true
	}
	return false
}

func joinLow(words []word, i, j int) string {
	var b strings.Builder
	for k := i; k < j; k++ {
		if k > i {
			b.WriteByte(' ')
		}
		b.WriteString(words[k].low)
	}
	return b.String()
}

// phraseText returns the text from word i to word j with single spaces.
func phraseText(s string, words []word, i, j int) string {
	return strings.Join(strings.Fields(s[words[i].start:words[j-1].end]), " ")
}

// quotation is direct speech that may run over several sentences.
type quotation struct {
	text.Span
	speaker Attribution
}

// maxQuotation is how many bytes direct speech may run before a quotation
// mark is taken for a stray one.
const maxQuotation = 8000

// quotations finds direct speech by its marks. Straight marks open and close
// in turn; a paragraph that opens with a mark while one is open goes on with
// the same speech.
func quotations(s string, words []word) []quotation {
	var out []quotation
	open := -1
	for i, w := range words {
		switch w.low {
		case "“", "«", "„", "``":
			if open < 0 {
				open = int(w.end)
			}
		case "”", "»", "''":
			if open >= 0 {
				out = append(out, quotation{Span: text.Span{Start: open, End: int(w.start)}})
				open = -1
			}
		case "\"":
			opens := w.is(text.Space) && i+1 < len(words) && !words[i+1].is(text.Space)
			switch {
			case open < 0 && (opens || i == 0):
				open = int(w.end)
			case open >= 0 && !opens:
				out = append(out, quotation{Span: text.Span{Start: open, End: int(w.start)}})
				open = -1
			}
		}
		if open >= 0 && int(w.end)-open > maxQuotation {
			open = -1
		}
	}
	return out
}

// quotationOf returns the quotation that holds byte i.
func (d *documentAnalysis) quotationOf(i int) (quotation, bool) {
	k, _ := slices.BinarySearchFunc(d.quotations, i+1, func(q quotation, at int) int { return q.End - at })
	if k < len(d.quotations) && d.quotations[k].Start <= i {
		return d.quotations[k], true
	}
	return quotation{}, false
}
