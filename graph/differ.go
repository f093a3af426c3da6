package graph

import (
	"cmp"
	"slices"
)

// A stance is one value that a report claims of one attribute.
type stance struct {
	report int32
	value  string
}

// originals leaves of each family of copies the stances of its first text
// that takes one: what a copy changed, or lost, is no word of its own.
func (b *builder) originals(stances []stance) []stance {
	first := map[int32]int32{} // of each family, the document
	before := func(x, y int32) bool {
		return cmp.Or(cmp.Compare(b.publishedOr(x, never), b.publishedOr(y, never)), cmp.Compare(x, y)) < 0
	}
	for _, s := range stances {
		fam, d := b.familyOf(s.report), b.docOf[s.report]
		if have, ok := first[fam]; !ok || d != have && before(d, have) {
			first[fam] = d
		}
	}
	return slices.DeleteFunc(slices.Clone(stances), func(s stance) bool { return first[b.familyOf(s.report)] != b.docOf[s.report] })
}

// publishedOr returns the day a document was published, or unknown.
func (b *builder) publishedOr(doc, unknown int32) int32 {
	if doc < 0 || b.merger.published[doc] == always {
		return unknown
	}
	return b.merger.published[doc]
}

// words is what one account claims: its stances in order of publication, and
// where those of its last day start.
type words struct {
	all  []stance
	last int
}

// clashes reports whether each of some stances clashes with each of others.
func clashes(x, y []stance, clash func(x, y stance) bool) bool {
	for _, s := range x {
		for _, t := range y {
			if !clash(s, t) {
				return false
			}
		}
	}
	return true
}

// differ adds a revision for each account that changed its value, and a
// conflict when the last words of two accounts are incompatible. Accounts are
// compared by the first text of each family. An account whose earlier word
// agreed with what another said last has since revised it: that is no conflict.
// Nor is it one when updates, unless nil, says that the later of two values,
// published after all that the other account said, may be the earlier one
// brought up to date: then, without a conflict elsewhere, it is a revision.
func (b *builder) differ(out *[]Dispute, attribute string, stances []stance, account map[int32]int, clash, updates func(x, y stance) bool) {
	byAccount := map[int][]stance{}
	var order []int
	for _, s := range b.originals(stances) {
		k := account[s.report]
		if byAccount[k] == nil {
			order = append(order, k)
		}
		byAccount[k] = append(byAccount[k], s)
	}
	slices.Sort(order)
	var voices []words
	var last []stance
	for _, k := range order {
		w := words{all: byAccount[k]}
		slices.SortStableFunc(w.all, func(x, y stance) int { return cmp.Compare(b.published(x.report), b.published(y.report)) })
		end := b.published(w.all[len(w.all)-1].report)
		w.last = slices.IndexFunc(w.all, func(s stance) bool { return b.published(s.report) == end })
		if w.last > 0 && slices.ContainsFunc(w.all[:w.last], func(s stance) bool { return clashes([]stance{s}, w.all[w.last:], clash) }) {
			*out = append(*out, b.dispute(attribute, Revision, w.all))
		}
		voices = append(voices, w)
		last = append(last, w.all[w.last:]...)
	}
	sort := ""
	// A value clashes with another far more often than not, so that looking at
	// neighbours of the first finds a conflict without comparing all pairs.
	for i := range voices {
		for j := i + 1; j < min(len(voices), i+33) && sort != Conflict; j++ {
			sort = cmp.Or(b.between(voices[i], voices[j], clash, updates), sort)
		}
	}
	if sort != "" {
		slices.SortStableFunc(last, func(x, y stance) int { return cmp.Compare(b.published(x.report), b.published(y.report)) })
		*out = append(*out, b.dispute(attribute, sort, last))
	}
}

// between returns how the last words of two accounts differ: Conflict, Revision
// or "" for not at all.
func (b *builder) between(x, y words, clash, updates func(x, y stance) bool) string {
	if !clashes(x.all[x.last:], y.all[y.last:], clash) {
		return ""
	}
	if b.published(x.all[x.last].report) > b.published(y.all[y.last].report) {
		x, y = y, x
	}
	// y spoke last: it may only have come from where x still is
	for k := y.last - 1; k >= 0; k-- {
		if !clashes(x.all[x.last:], y.all[k:k+1], clash) {
			return ""
		}
	}
	end, start := b.published(x.all[x.last].report), b.published(y.all[0].report)
	if updates != nil && end != always && start > end && clashes(x.all[x.last:], y.all[y.last:], updates) {
		return Revision
	}
	return Conflict
}

// dispute groups stances by value, in the order in which they came.
func (b *builder) dispute(attribute, sort string, stances []stance) Dispute {
	d := Dispute{Attribute: attribute, Sort: sort}
	at := map[string]int{}
	for _, s := range stances {
		k, ok := at[s.value]
		if !ok {
			k = len(d.Values)
			at[s.value] = k
			d.Values = append(d.Values, Value{Value: s.value})
		}
		if id, have := b.g.Reports[s.report].ID, d.Values[k].Reports; len(have) == 0 || have[len(have)-1] != id {
			d.Values[k].Reports = append(d.Values[k].Reports, id)
		}
	}
	return d
}
