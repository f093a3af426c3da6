package graph

import (
	"math"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/text"
)

// A claim is what merging needs to know of one report, with names replaced by
// numbers. All slices are sorted sets and are shared, never changed.
type claim struct {
	doc         int32 // index of the document, -1 when the corpus does not hold it
	family      int32 // of the document, -1 without one
	table       word  // the table of incidents of which its document is a row, 0 for none
	first, last int32 // days; never and always when open
	kind        uint8
	narrow      bool           // at most two days wide
	stated      bool           // the text states a date
	total       bool           // only running totals
	another     bool           // "another attack", "a second attack"
	news        bool           // of the main happening, told first in the headline or in the opening sentence
	deed        word           // root of the word that tells it: the same for a verb and the noun made from it
	like        uint64         // the same for the same report in a copy of the text
	sentenceKey uint64         // the same for quotes of the same words, if eight of them or more matter; else 0
	lead        *mainHappening // nil unless it is of its document's main happening
	local       []int32        // places that are a point, a locality or a district
	*telling                   // nil once its document is read, unless it is a total or merger.whole
}

// A telling is the part of a claim that what its document tells is made of.
type telling struct {
	at       int32 // where the trigger starts
	eraFirst int32 // days of the years that the sentence of an undated report names; always
	eraLast  int32 // and never without one
	sentence int32 // where the quote starts
	modal    uint8
	span     bool // a longer time with both ends told: "from 27 September to 11 October"
	assumed  bool // it is the day of publication, since the text gives no other
	definite bool // "the attack", "this attack"
	spoken   bool
	trigger  word
	quoted   []int32 // those of local that the quote names; the others are carried on from elsewhere
	figures  []figure
	words    bag // of the quote
	*named
}

// named is what many a sentence names nothing of: claims and nodes of which that
// is so share one that is empty.
type named struct {
	wide    []int32 // regions and countries
	totals  []runningTotal
	located []word // of the words, those that stand where a place is named
	actors  []word // words of the names of who did it
	targets []word
	did     []word // of the names of the persons among who did it, as appendPerson gives them
	harmed  []word // and among whom it was done to
	speaker []word
}

var nothingNamed named

func (n *named) empty() bool {
	return len(n.wide)+len(n.totals)+len(n.located)+len(n.actors)+len(n.targets)+len(n.speaker) == 0
}

// figure is a count of one measure and population that an event itself caused.
type figure struct {
	key       word  // of the measure and the population
	low, high int64 // high is math.MaxInt64 when there is no upper bound
	money     bool  // it is a sum of money, of which one text gives several parts and another the whole
}

// runningTotal is what a running total counts, and as of when.
type runningTotal struct {
	key                 word
	asOfFirst, asOfLast int32
}

const (
	always = math.MinInt32 // first day of an interval open at its start
	never  = math.MaxInt32 // last day of an interval open at its end
)

// interval returns the days of a date, always and never for open ends. An
// interval that ends before it starts counts as unknown.
func interval(w events.When) (first, last int32) {
	first, last = int32(w.Earliest), never
	if w.Latest != edtf.Open {
		last = int32(w.Latest)
	}
	if first > last {
		return always, never
	}
	return first, last
}

// modal classes: reports of different classes are never one event, since a
// demand for a withdrawal is no withdrawal.
func modalClass(m events.Modality) uint8 {
	switch m {
	case events.Demanded:
		return 1
	case events.Planned:
		return 2
	case events.Hypothetical:
		return 3
	case events.Negated:
		return 4
	}
	return 0 // happened, alleged, denied: three ways to speak of one happening
}

// reader turns reports into claims. It is used by one goroutine.
type reader struct {
	kinds   *kindTable
	siteOf  map[string]int32 // of every place, by siteKey
	df      map[word]int32   // documents that hold a word
	scratch []text.Token
}

func (rd *reader) bag(words []word) bag {
	b := bag{words: words, power: make([]uint8, len(words))}
	for i, w := range words {
		b.power[i] = power(rd.df[w])
		b.sum += float64(squares[b.power[i]])
	}
	return b
}

func (rd *reader) nameWords(dst []word, name string) []word {
	toks := text.AppendTokens(rd.scratch[:0], name)
	rd.scratch = toks
	stop := english().stop
	for _, t := range toks {
		if t.Kind == text.Punct || t.End-t.Start < 2 {
			continue
		}
		if h := hashWord(lower(t.Text(name))); !stop[h] {
			dst = append(dst, h)
		}
	}
	return dst
}

// whoWords returns the words of the names of those who did something or to whom
// it was done, and what tells the persons among them from others. Groups are left
// out: "people" are harmed everywhere.
func (rd *reader) whoWords(who []events.Actor) (names, persons []word) {
	for _, a := range who {
		if a.Sort == events.Group {
			continue
		}
		names = rd.nameWords(names, a.Name)
		if a.Sort == events.Person {
			persons = appendPerson(persons, a)
		}
	}
	return sortSet(names), sortSet(persons)
}

func sortSet[T word | int32](s []T) []T {
	slices.Sort(s)
	return slices.Clip(slices.Compact(s))
}

// claim reads one report. t is to hold a part of the claim.
func (rd *reader) claim(r *events.Report, t *telling) claim {
	*t = telling{at: int32(r.Trigger.Start), named: &named{}, eraFirst: always, eraLast: never, sentence: int32(r.Quote.Start), modal: modalClass(r.Modality)}
	c := claim{doc: -1, family: -1, kind: rd.kinds.of(r.Kind), stated: r.When.EDTF != "", telling: t}
	c.spoken = rd.kinds.speech.has(c.kind)
	c.first, c.last = interval(r.When)
	c.assumed = c.stated && (r.When.Rule == "told as news" || r.When.Rule == "said in the text")
	c.narrow = c.first != always && c.last != never && c.last-c.first <= 1
	c.span = c.stated && c.first != always && c.last != never && c.last-c.first >= spanDays && strings.Contains(r.When.EDTF, "/")
	for k := range r.Places {
		p := &r.Places[k]
		if n := rd.siteOf[siteKey(p)]; p.Precision == events.RegionPlace || p.Precision == events.CountryPlace {
			c.wide = append(c.wide, n)
		} else {
			c.local = append(c.local, n)
			if p.End == 0 || p.Start >= r.Quote.Start && p.End <= r.Quote.End {
				c.quoted = append(c.quoted, n)
			}
		}
	}
	c.local, c.wide = sortSet(c.local), sortSet(c.wide)
	if slices.Equal(c.quoted, c.local) {
		c.quoted = c.local
	}
	for _, f := range r.Figures {
		switch f.Scope {
		case events.ScopeTotal:
			t := runningTotal{key: figureKey(f), asOfFirst: always, asOfLast: never}
			if v, err := edtf.Parse(f.AsOf); err == nil && f.AsOf != "" {
				e, l := v.Bounds()
				t.asOfFirst, t.asOfLast = interval(events.When{Earliest: e, Latest: l})
			}
			c.totals = append(c.totals, t)
		case events.ScopeEvent, "":
			g := figure{key: figureKey(f), low: f.Low, high: math.MaxInt64, money: f.Measure == events.MeasureMoney}
			if f.High != nil {
				g.high = max(*f.High, f.Low)
			}
			c.figures = append(c.figures, g)
		}
	}
	// What a long time cost is a running total, whatever else the text calls it.
	counts := slices.ContainsFunc(c.figures, func(f figure) bool { return !f.money })
	c.total = len(c.figures) == 0 && len(c.totals) > 0 || counts && c.span && (rd.kinds.effect.has(c.kind) || rd.kinds.vague.has(c.kind))
	c.words = rd.bag(wordSet(r.Quote.Text, &rd.scratch))
	c.sentenceKey = sentenceKey(c.words.words)
	c.located = locatedWords(r.Quote.Text, &rd.scratch)
	c.actors, c.did = rd.whoWords(r.Actors)
	c.targets, c.harmed = rd.whoWords(r.Targets)
	switch {
	case c.spoken && len(r.Actors) > 0:
		c.speaker = rd.nameWords(nil, r.Actors[0].Name)
	default:
		c.speaker = rd.nameWords(nil, speakerOf(r))
	}
	c.speaker = sortSet(c.speaker)
	c.trigger = hashWord(stem(lower(lastWord(r.Trigger.Text))))
	c.deed = hashWord(root(lower(longestWord(r.Trigger.Text))))
	c.like = likeReport(r.Quote.Text, r.Trigger.Text, c.kind, &rd.scratch)
	c.definite, c.another = determiner(r)
	if !c.stated && !c.definite {
		c.eraFirst, c.eraLast = eraOf(r.Quote.Text)
	}
	if c.named.empty() {
		c.named = &nothingNamed
	}
	return c
}

// sentenceKey is claim.sentenceKey of a quote of those words.
func sentenceKey(words []word) uint64 {
	if len(words) < 8 {
		return 0
	}
	h := uint64(len(words))
	for _, w := range words {
		h = mix(h, uint64(w))
	}
	return h
}

// speakerOf returns whose word a report gives: the innermost speaker that the
// text names with a cue, "" when there is only the outlet.
func speakerOf(r *events.Report) string {
	if n := len(r.Attribution); n > 0 && r.Attribution[n-1].Cue != "" {
		return r.Attribution[n-1].Speaker
	}
	return ""
}

func figureKey(f events.Figure) word {
	return word(mix(uint64(hashWord(f.Measure)), uint64(hashWord(f.Population))))
}

func lastWord(s string) string {
	if f := strings.Fields(s); len(f) > 0 {
		return f[len(f)-1]
	}
	return s
}

// longestWord returns the word of a trigger that says most: "stepped" of "stepped down".
func longestWord(s string) string {
	longest := ""
	for _, w := range strings.Fields(s) {
		if len(w) > len(longest) {
			longest = w
		}
	}
	return longest
}

// determiner reads whether a report speaks of a happening already named, which a
// word up to four before the trigger says, or of one more, which one up to two
// before it says; back to the first word that no noun phrase goes on before.
func determiner(r *events.Report) (definite, another bool) {
	at := r.Trigger.Start - r.Quote.Start
	if at < 0 || at > len(r.Quote.Text) {
		return false, false
	}
	before := r.Quote.Text[max(0, at-48):at]
	words := strings.FieldsFunc(before, func(c rune) bool { return c == ' ' || c == '\n' || c == '\t' || c == '-' })
	l := english()
	for i := len(words) - 1; i >= max(0, len(words)-4); i-- {
		w := lower(words[i])
		if strings.ContainsAny(w, ".,;:()\"") {
			return false, false
		}
		if l.another[w] && i >= len(words)-2 {
			another = true
		}
		if l.definite[w] {
			return !another, another
		}
		if l.edges[w] {
			return false, another
		}
	}
	return false, another
}

// locatedWords returns the names that follow a preposition of place, in order.
func locatedWords(s string, scratch *[]text.Token) []word {
	toks := text.AppendTokens((*scratch)[:0], s)
	*scratch = toks
	l := english()
	var out []word
	for i := 1; i < len(toks); i++ {
		if t := toks[i]; t.Kind == text.Word && t.Is(text.Upper) && toks[i-1].Kind == text.Word && l.located[lower(toks[i-1].Text(s))] {
			if h := hashWord(stem(lower(t.Text(s)))); !l.stop[h] {
				out = append(out, h)
			}
		}
	}
	return out
}
