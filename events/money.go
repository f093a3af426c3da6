package events

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

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

// compile makes the pattern of the signs, words and scales that were read.
func (m *moneyWords) compile() {
	var signs, names, scales []string
	for w := range m.code {
		if r := rune(w[len(w)-1]); r >= 'a' && r <= 'z' && w != "rs" {
			names = append(names, regexp.QuoteMeta(w))
		} else {
			sign := regexp.QuoteMeta(w)
			if w[0] >= 'a' && w[0] <= 'z' {
				sign = `\b` + sign
			}
			signs = append(signs, sign)
		}
	}
	for w := range m.scale {
		scales = append(scales, regexp.QuoteMeta(w))
	}
	longest := func(a, b string) int { return len(b) - len(a) }
	for _, list := range [][]string{signs, names, scales} {
		slices.Sort(list)
		slices.SortStableFunc(list, longest) // US$ before $
	}
	sign, name, scale := strings.Join(signs, "|"), strings.Join(names, "|"), `[\s-]?(`+strings.Join(scales, "|")+`)?`
	const number = `(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}|\d+,\d{1,2}|\d+(?:\.\s?\d+)?)`
	const to = `(?:\s?(?:-|–|to)\s?`
	m.pattern = regexp.MustCompile(`(?i)(` + sign + `)\s?` + number + to + `(?:` + sign + `)?` + number + `)?` + scale + `\b` +
		`|\b` + number + to + number + `)?` + scale + `[\s-]?(` + name + `)\b`)
}

// sums returns the sums of money of the sentence, in order. What one thing of many
// costs is none: "$80 a barrel".
func (a *sentenceAnalysis) sums(s string) []sum {
	if !slices.ContainsFunc(a.words[a.first:a.last], func(w word) bool { return w.lexeme.money }) {
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
		if first == last || a.perThing(last) || strings.HasPrefix(said[m[1]:], "-a-") || a.inTime(first) || cutNumber(said, m[0], m[1], a.v.money.scale) {
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
		x.Hedge, x.Start, x.word = strings.Join(p.words, " "), int(a.words[i].start), i
		switch p.relation {
		case ">=", ">":
			x.High = nil
		case "<=", "<":
			if p.words[0] != "nearly" && p.words[0] != "almost" {
				x.Low = 0
			}
		}
		return
	}
}

// perThing reports whether the words at i say that a sum is the price of one thing of many: "a share", "per barrel".
func (a *sentenceAnalysis) perThing(i int) bool {
	switch a.lowAt(i) {
	case "a", "an", "per", "each", "apiece":
		return true
	}
	return false
}

// sumOwners gives each sum the trigger that it is told of: the nearest before it in its
// clause, else the nearest behind it there, else one of the clause before; -1 for none.
// tallies is what tallyOwners returns.
func (a *sentenceAnalysis) sumOwners(sums []sum, tallies []int) []int {
	owner := make([]int, len(sums))
	for n, x := range sums {
		c, best, near := clauseOf(a.clauses, x.word), -1, math.MaxInt
		for k, t := range a.triggers {
			if !a.mayCost(t.kind) || t.clause != c && t.clause != c-1 || t.byTheWay || a.redundant(k, tallies) {
				continue
			}
			d := x.word - t.head
			if d < 0 {
				d = 1000 - d
			}
			if t.clause != c {
				d += 10_000
			}
			if d < near {
				best, near = k, d
			}
		}
		owner[n] = best
	}
	return owner
}

// sumsOf returns the sums of money that trigger k of a sentence owns, in order;
// tallies is what tallyOwners returns.
func (d *documentAnalysis) sumsOf(a *sentenceAnalysis, k int, tallies []int) []Figure {
	if !a.sumsRead {
		a.sumsFound, a.sumsRead = a.sums(d.doc.Text), true
		a.sumsOwner = a.sumOwners(a.sumsFound, tallies)
	}
	var out []Figure
	for n, x := range a.sumsFound {
		if a.sumsOwner[n] == k {
			out = append(out, x.Figure)
		}
	}
	return out
}

// mayCost reports whether sums of money belong to happenings of a kind. Of violence and
// politics they are told by the way.
func (a *sentenceAnalysis) mayCost(kind string) bool {
	switch k := a.v.kinds[kind]; k.Class {
	case "economy", "justice", "disaster", "other", "diplomacy":
		return !k.Spoken
	case "harm":
		return kind == "destruction"
	case "society":
		return kind == "aid"
	}
	return false
}

// Amount writes a number as a reader would, from a million on in words: 40 billion, 5.9 million, 12500.
func Amount(n int64) string {
	for _, s := range []struct {
		unit float64
		name string
	}{{1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}} {
		if f := float64(n) / s.unit; f >= 1 {
			return strconv.FormatFloat(math.Round(f*1000)/1000, 'f', -1, 64) + s.name
		}
	}
	return strconv.FormatInt(n, 10)
}
