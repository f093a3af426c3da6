package graph

// accounts returns the independent accounts among the reports of one event,
// each as its reports in order; accounts are in order of their first report.
// Reports are one account when they stand in one family of copies or come from
// one outlet, when both only repeat the same named speaker, or when one's
// sentence is a copy of the other's or stands in a passage that its text has
// from the other's family (a paragraph lifted into another text).
func (b *builder) accounts(reports []int32) [][]int32 {
	if len(reports) == 1 {
		return [][]int32{reports}
	}
	p := newPartition(len(reports))
	type sign struct {
		sort int
		key  uint64
	}
	first := map[sign]int{}
	meetAt := func(i int, s sign) {
		if j, ok := first[s]; ok {
			p.join(i, j)
		} else {
			first[s] = i
		}
	}
	repeats := b.repeatedSpeakers(reports)
	for i, r := range reports {
		fam := b.familyOf(r)
		meetAt(i, sign{1, familySign(fam)})
		if d := b.docOf[r]; d >= 0 && b.g.Documents[d].Outlet != "" {
			meetAt(i, sign{2, hash64(lower(b.g.Documents[d].Outlet))})
		}
		if s := repeats[fam]; s != "" {
			meetAt(i, sign{3, hash64(s)})
		}
		if from, ok := b.borrowedFrom(r); ok {
			meetAt(i, sign{1, familySign(from)})
		}
		if k := b.merger.claims[r].sentenceKey; k != 0 { // two quotes of the same words are copies
			meetAt(i, sign{4, k})
		}
	}
	return partsOf(p, reports)
}

func familySign(family int32) uint64 { return uint64(uint32(family)) }

// borrowedShare is how much of a sentence must stand in a borrowed passage for
// it to be borrowed.
const borrowedShare = 0.6

// borrowedFrom returns the family of the text that a report's sentence is
// borrowed from.
func (b *builder) borrowedFrom(report int32) (family int32, ok bool) {
	d := b.docOf[report]
	if d < 0 {
		return 0, false
	}
	q := b.quoteSpan(report)
	for i := range b.g.Documents[d].Borrowed {
		p := &b.g.Documents[d].Borrowed[i]
		if in := min(q.End, p.End) - max(q.Start, p.Start); float64(in) >= borrowedShare*float64(q.End-q.Start) && in > 0 {
			if of, ok := b.document(p.Of); ok {
				return b.family[of], true
			}
			return 0, false
		}
	}
	return 0, false
}

// repeatedSpeakers returns, for each family whose every report here gives the
// word of one named speaker, that speaker.
func (b *builder) repeatedSpeakers(reports []int32) map[int32]string {
	out := map[int32]string{}
	for _, i := range reports {
		fam, s := b.familyOf(i), speakerName(speakerOf(b.g.Reports[i].Report))
		if have, ok := out[fam]; ok && have != s {
			s = ""
		}
		out[fam] = s
	}
	return out
}

func hash64(s string) uint64 {
	h := uint64(14695981039346656037) // FNV-1a
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}
