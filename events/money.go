package events

import (
	"cmp"
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/text"
)

// MeasureMoney is the measure of a sum of money: its population is the currency
// by ISO 4217, its bounds are whole units of that.
const MeasureMoney = "money"

// sum is a sum of money that a sentence states.
type sum struct {
	Figure
	word int // the first of its words
}

// moneyWords are the lists of the lexicon about money, made ready to be looked for.
type moneyWords struct {
	code    map[string]string  // of a currency, by sign or word in lower case
	scale   map[string]float64 // million, bn
	pattern *regexp.Regexp     // sign, number, second number, scale; or number, second number, scale, word
}

// The groups of moneyWords.pattern.
const (
	moneySign = 1 + iota
	moneyLow
	moneyHigh
	moneyScale
	wordLow
	wordHigh
	wordScale
	wordName
)

// compile makes the pattern of the signs, words and scales.
func (m *moneyWords) compile(signs, names []string) {
	choice := func(words []string) string { // the longest first: US$ before $
		words = slices.Clone(words)
		slices.SortFunc(words, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
		for i, w := range words {
			words[i] = regexp.QuoteMeta(w)
			if w[0] >= 'a' && w[0] <= 'z' {
				words[i] = `\b` + words[i]
			}
		}
		return strings.Join(words, "|")
	}
	sign, name := choice(signs), choice(names)
	scale := `[\s-]?(` + strings.ReplaceAll(choice(slices.Collect(maps.Keys(m.scale))), `\b`, "") + `)?` // "5m" has no blank
	const number = `(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}|\d+,\d{1,2}|\d+(?:\.\s?\d+)?)`
	const to = `(?:\s?(?:-|–|to)\s?`
	m.pattern = regexp.MustCompile(`(?i)(` + sign + `)\s?` + number + to + `(?:` + sign + `)?` + number + `)?` + scale + `\b` +
		`|\b` + number + to + number + `)?` + scale + `[\s-]?(` + name + `)\b`)
}

// sums returns the sums of money of the sentence, in order. What one thing of many
// costs is none: "$80 a barrel".
func (a *sentenceAnalysis) sums(s string) []sum {
	if !slices.ContainsFunc(a.words[a.first:a.last], func(w word) bool { return w.has(knownMoney) }) {
		return nil
	}
	var out []sum
	said := s[a.Start:a.End]
	for _, m := range a.v.money.pattern.FindAllStringSubmatchIndex(said, -1) {
		group := func(k int) string {
			if m[2*k] < 0 {
				return ""
			}
			return strings.ToLower(said[m[2*k]:m[2*k+1]])
		}
		low, high, scale, name := group(moneyLow), group(moneyHigh), group(moneyScale), group(moneySign)
		if name == "" {
			low, high, scale, name = group(wordLow), group(wordHigh), group(wordScale), group(wordName)
		}
		span := text.Span{Start: a.Start + m[0], End: a.Start + m[1]}
		first, last := a.wordsAt(span.Start, span.End)
		if first == last || a.holds(last) && a.words[last].form(formPer) || strings.HasPrefix(said[m[1]:], "-a-") || a.inTime(first) || cutNumber(said, m[0], m[1], a.v.money.scale) {
			continue
		}
		x := sum{Figure{Measure: MeasureMoney, Population: a.v.money.code[name], Scope: ScopeEvent, Span: span}, first}
		if !x.bounds(low, high, a.v.money.scale[scale]) {
			continue
		}
		a.hedgeSum(&x)
		out = append(out, x)
	}
	return out
}

// cutNumber reports whether what is found at i to j is part of a number that is written
// in another way: "1.500.000 euros", "5 000 000 euros", "$5, 000", "5 lakh crore".
func cutNumber(s string, i, j int, scale map[string]float64) bool {
	before, after := strings.TrimRight(s[:i], " ,.\u00a0\u202f"), strings.TrimLeft(s[j:], " ,.\u00a0\u202f")
	digit := func(c byte) bool { return c >= '0' && c <= '9' }
	if before != "" && digit(before[len(before)-1]) && len(s[:i])-len(before) <= 1 && digit(s[i]) {
		return true
	}
	if after != "" && digit(after[0]) && len(s[j:])-len(after) <= 2 {
		return true
	}
	word, _, _ := strings.Cut(after, " ")
	return scale[strings.ToLower(strings.TrimRight(word, ".,;"))] > 1 && len(word) > 2
}

// bounds fills in low and high from numbers as written; a scale behind the second holds for the first as well.
func (x *sum) bounds(low, high string, scale float64) bool {
	units := func(number string) (int64, bool) {
		number = strings.ReplaceAll(number, " ", "")
		if i := strings.IndexByte(number, ','); i >= 0 && len(number)-i <= 3 {
			number = number[:i] + "." + number[i+1:] // "2,5 million"
		}
		f, err := strconv.ParseFloat(strings.ReplaceAll(number, ",", ""), 64)
		f = math.Round(f * max(scale, 1))
		return int64(f), err == nil && f >= 1 && f < 1e15
	}
	var ok bool
	if x.Low, ok = units(low); !ok {
		return false
	}
	top := x.Low
	if high != "" {
		if h, ok := units(high); ok && h > top {
			top = h
		}
	}
	x.High = &top
	return true
}

// hedgeSum reads the words that bound a sum: "at least $5m", "up to $5m".
func (a *sentenceAnalysis) hedgeSum(x *sum) {
	for i := max(a.first, x.word-4); i < x.word; i++ { // "not more than" before "more than"
		p := a.boundPattern(i)
		if len(p.words) == 0 || i+len(p.words) != x.word {
			continue
		}
		q := quantity{low: x.Low, high: x.High, hedge: strings.Join(p.words, " ")}
		q.bound(p.relation)
		x.Low, x.High, x.Hedge, x.Start, x.word = q.low, q.high, q.hedge, int(a.words[i].start), i
		return
	}
}

// readSums finds the sums of money of the sentence, and of each the trigger that it is
// told of: the nearest before it in its clause, else the nearest behind it there, else
// one of the clause before; -1 for none. told are the triggers that make reports.
func (a *sentenceAnalysis) readSums(s string, told []bool) {
	a.sumsFound = a.sums(s)
	a.sumsOwner = make([]int, len(a.sumsFound))
	for n, x := range a.sumsFound {
		c, best := clauseOf(a.clauses, x.word), -1
		far := func(k int) (clauses, behind, words int) {
			t := &a.triggers[k]
			if d := x.word - t.head; d >= 0 {
				return c - t.clause, 0, d
			}
			return c - t.clause, 1, t.head - x.word
		}
		for k := range a.triggers {
			t := &a.triggers[k]
			if !told[k] || !t.of.Traits.Has(data.Costs) || t.clause != c && t.clause != c-1 {
				continue
			}
			if best < 0 {
				best = k
				continue
			}
			x1, x2, x3 := far(k)
			y1, y2, y3 := far(best)
			if cmp.Or(cmp.Compare(x1, y1), cmp.Compare(x2, y2), cmp.Compare(x3, y3)) < 0 {
				best = k
			}
		}
		a.sumsOwner[n] = best
	}
}

// sumsOf returns the sums of money that trigger k owns, in order.
func (a *sentenceAnalysis) sumsOf(k int) []Figure {
	var out []Figure
	for n, x := range a.sumsFound {
		if a.sumsOwner[n] == k {
			out = append(out, x.Figure)
		}
	}
	return out
}
