package graph

import "slices"

const (
	mainDays  = 31  // the longest time that dates what a document is chiefly about
	storyDays = 366 // texts published longer after each other hardly tell one story as news
	newsWeek  = 7   // how long before its publication something happened that a text tells as news, without a day
)

// A mainHappening is when and where a document puts what it is chiefly about:
// the days of all its reports together, and their places. One report of it may
// name a place in passing, or the day on which it came to light. They are
// evidence, and rule others out only where they are told of an act that its kind
// names: the day of a verdict is not that of the killing.
type mainHappening struct {
	first, last int32 // always and never when no day is told
	wideFirst   int32 // the same of a longer time, where no day is told
	wideLast    int32
	span        int32 // first day of a longer time with both ends told, always without one
	spoken      bool  // all of it is only said
	firmDay     bool  // the days are those of an act
	firmPlace   bool  // and so are the places
	local       []int32
	named       []int32 // places of all reports of the document
}

func (h *mainHappening) dated() bool { return h.first != always }

// mainHappening reads lead, what a document is chiefly about; rest is what else
// it tells.
func (m *merger) mainHappening(lead *node, rest []*node) *mainHappening {
	h := &mainHappening{first: always, last: never, wideFirst: always, wideLast: never, span: always, spoken: true}
	for _, k := range lead.members {
		h.spoken = h.spoken && m.claims[k].spoken
	}
	m.dateHappening(h, lead, rest)
	m.placeHappening(h, lead, rest)
	return h
}

// dateHappening takes the days that the reports of an act state, those of the
// others where there are none.
func (m *merger) dateHappening(h *mainHappening, lead *node, rest []*node) {
	for _, firm := range [2]bool{true, false} {
		for _, k := range lead.members {
			c := &m.claims[k]
			if !c.stated || !c.narrow || c.assumed || firm && (!m.kinds.plain(c.kind) || m.dayOfAftermath(c, rest)) {
				continue
			}
			if !h.dated() {
				h.first, h.last, h.firmDay = c.first, c.last, firm
			}
			// A day long before or after the one told first is of something else.
			if first, last := min(h.first, c.first), max(h.last, c.last); int64(last)-int64(first) <= mainDays {
				h.first, h.last = first, last
			}
		}
		if h.dated() {
			return
		}
	}
	now := m.now[lead.doc]
	if p := m.published[lead.doc]; p != always && lead.limits.modal == 0 {
		h.wideLast = p + 1 // what is told has happened; a day more for the time zone
	}
	for _, k := range lead.members {
		c := &m.claims[k]
		width := int64(c.last) - int64(c.first)
		// What a headline says of an age ("the 1950s star") dates nothing.
		if !c.stated || c.narrow || !m.kinds.plain(c.kind) || now == always && width > mainDays || now != always && int64(now)-int64(c.last) > newsDays {
			continue
		}
		l := limitsOf(c, m.kinds)
		if c.first == always && now != always && int64(now)-int64(c.last) <= slackDays {
			l.wideFirst = c.last - newsWeek // news is not older
		}
		h.wideFirst, h.wideLast = max(h.wideFirst, l.wideFirst), min(h.wideLast, l.wideLast)
		if c.span {
			h.span = c.first
		}
	}
	if h.wideFirst > h.wideLast {
		h.wideFirst, h.wideLast = always, never
	}
}

// dayOfAftermath reports whether the sentence of a claim tells of an arrest or
// a verdict on the same day, which may be the day of that alone.
func (m *merger) dayOfAftermath(c *claim, rest []*node) bool {
	for i := range rest {
		for _, k := range rest[i].members {
			o := &m.claims[k]
			if o.sentence == c.sentence && m.kinds.aftermath.has(o.kind) && o.first == c.first && o.last == c.last {
				return true
			}
		}
	}
	return false
}

func (m *merger) placeHappening(h *mainHappening, lead *node, rest []*node) {
	firm := map[int32]bool{}
	for _, k := range lead.members {
		c := &m.claims[k]
		h.local = append(h.local, c.local...)
		for _, p := range c.local {
			firm[p] = firm[p] || m.kinds.plain(c.kind) && slices.Contains(c.quoted, p)
		}
	}
	h.named = slices.Clone(h.local)
	for i := range rest {
		for _, k := range rest[i].members {
			h.named = append(h.named, m.claims[k].local...)
		}
	}
	count := map[int32]int{}
	for _, p := range h.named {
		count[p]++
	}
	// A place that most of the document's places are not is named in passing.
	h.local = slices.DeleteFunc(sortSet(h.local), func(p int32) bool { return 2*count[p] < len(h.named) })
	h.named = sortSet(h.named)
	h.firmPlace = slices.ContainsFunc(h.local, func(p int32) bool { return firm[p] })
}
