package places

import (
	"github.com/dateline-project/dateline/events/text"
)

// before returns the candidate before k, the place itself where k-1 only says
// in which country that lies, or -1.
func (f *finder) before(k int) int {
	if k >= 2 && f.found[k-2].container == k-1 && f.found[k-2].comma {
		return k - 2
	}
	return k - 1
}

// inList reports whether candidate k goes on a list that p is in: only a
// comma, "and", "or" or the container of p stand between.
func (f *finder) inList(p, k int) bool {
	a, b := &f.found[p], &f.found[k]
	if a.demonym != b.demonym || a.vague || a.demonym || a.named || b.first-a.right > 4 {
		return false
	}
	seen := false
	for i := a.right; i < b.first; i++ {
		switch {
		case f.tokens[i].Is(text.Line):
			return false
		case f.is(i, ","), f.is(i, "and"), f.is(i, "or"), f.is(i, "&"), f.is(i, "/"):
			seen = true
		case f.is(i, "the"), f.is(i, "in"), f.is(i, "as"), f.is(i, "well"), f.is(i, "both"):
		default:
			return false
		}
	}
	return seen
}

// pluralType returns the type that the first of a list has of a plural noun:
// "the towns of Hadrut and Jabrayil".
func (f *finder) pluralType(p int) string {
	c := &f.found[p]
	if c.typ == "" || c.right > c.last {
		return ""
	}
	if c.list >= 0 {
		return c.typ
	}
	for i := c.first - 1; i >= 0 && i >= c.first-3; i-- {
		if !f.word(i) {
			break
		}
		if _, plural := f.at(i).TypeNoun(); plural {
			return c.typ
		}
	}
	return ""
}

// endingAt returns the candidate before k whose last token is i-1, or -1.
func (f *finder) endingAt(k, i int) int {
	if k > 0 && f.found[k-1].last == i {
		return k - 1
	}
	return -1
}
