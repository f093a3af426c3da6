package events

import (
	"strconv"
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// mostCounted is the largest number that a text is taken to count with.
const mostCounted = 1e12

// number reads a number in digits or words at the head of ws: "1,165",
// "twenty-three", "two dozen", "500 thousand", "hundreds". n is how many words it
// takes; high is nil where the words leave open how many at most.
func (v *vocabulary) number(ws []word) (low int64, high *int64, n int, ok bool) {
	if len(ws) == 0 || !ws[0].has(knownNumber) {
		return
	}
	w := ws[0].low
	switch {
	case ws[0].kind == text.Number && isDigits(w):
		low, n = v.digits(ws)
		return low, &low, n, n > 0
	case strings.Contains(w, "-"):
		low = v.hyphened(w)
		return low, &low, 1, low > 0
	}
	if q, found := v.quantity[w]; found {
		low, high, n = v.numeral(ws, q)
		return low, high, n, true
	}
	if m := v.multiplier[w]; m > 0 && len(ws) > 2 && ws[1].low == "and" { // hundred and six
		if rest, high, n, ok := v.number(ws[2:]); ok && high != nil && rest < m {
			low = m + rest
			return low, &low, 2 + n, true
		}
	}
	return
}

// digits reads a number in digits, with a word that multiplies it: "1,165",
// "31 000", "2.5 million". n is 0 for what counts nothing: 007, 3.5.
func (v *vocabulary) digits(ws []word) (low int64, n int) {
	figure, n := strings.ReplaceAll(ws[0].low, ",", ""), 1
	if len(figure) > 1 && figure[0] == '0' && !strings.HasPrefix(figure, "0.") {
		return 0, 0
	}
	if len(figure) <= 3 { // 31 000 and 31, 000 are thousands
		switch {
		case len(ws) > 1 && ws[1].kind == text.Number && len(ws[1].low) == 3 && isDigits(ws[1].low):
			figure, n = figure+ws[1].low, 2
		case len(ws) > 2 && ws[1].low == "," && ws[2].low == "000":
			figure, n = figure+"000", 3
		}
	}
	f, err := strconv.ParseFloat(figure, 64)
	if err != nil || f > mostCounted {
		return 0, 0
	}
	whole := f == float64(int64(f))
	if n == 1 && len(ws) > 1 && v.multiplier[ws[1].low] > 0 {
		return int64(f * float64(v.multiplier[ws[1].low])), 2
	}
	if !whole {
		return 0, 0 // a share or a size, not a count
	}
	return int64(f), n
}

// hyphened returns the number of "twenty-three", 0 for a word that is none.
func (v *vocabulary) hyphened(w string) int64 {
	before, after, _ := strings.Cut(w, "-")
	tens, ones := v.quantity[before], v.quantity[after]
	if tens.high == nil || ones.high == nil || tens.low < 20 || tens.low > 90 || ones.low < 1 || ones.low > 9 {
		return 0
	}
	return tens.low + ones.low
}

// numeral reads a number that begins with the word of q: "hundreds", "tens of
// thousands", "two hundred and six".
func (v *vocabulary) numeral(ws []word, q quantityWord) (low int64, high *int64, n int) {
	low, n = q.low, 1
	if q.high == nil {
		if len(ws) > 2 && ws[1].low == "of" { // tens of thousands
			if m := v.multiplier[strings.TrimSuffix(ws[2].low, "s")]; m > 0 && strings.HasSuffix(ws[2].low, "s") {
				return low * m, nil, 3
			}
		}
		return low, nil, n
	}
	high = q.high
	for n < len(ws) {
		m := v.multiplier[ws[n].low]
		if ws[n].low == "dozen" {
			m = 12
		}
		if m == 0 {
			break
		}
		low *= m
		high = &low
		n++
		if n+1 < len(ws) && ws[n].low == "and" { // two hundred and six
			if r, ok := v.quantity[ws[n+1].low]; ok && r.high != nil && r.low > 1 && r.low < m {
				low += r.low
				n += 2
			}
		}
	}
	return low, high, n
}
