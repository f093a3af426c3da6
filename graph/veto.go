package graph

import (
	"math"
	"slices"
)

// A veto is a reason why two reports cannot be of one happening. It is
// absolute: no event holds two reports with a veto between them, whatever the
// reports in between say.
type veto string

const (
	noVeto      veto = ""
	spanVeto    veto = "one is a day within the time of the other"
	dayVeto     veto = "the days cannot be the same"
	placeVeto   veto = "the places are apart"
	kindVeto    veto = "the kinds are not told of one happening"
	modalVeto   veto = "one happened, the other is demanded, planned or only possible"
	figureVeto  veto = "the figures are too far apart"
	speakerVeto veto = "different speakers"
	totalVeto   veto = "a running total is no event's own toll"
	anotherVeto veto = "the text says that it is another one"
	rowVeto     veto = "they are rows of one table, with days or places of their own"
)

const (
	slackDays    = 2   // days that sources give of one happening may lie this far apart: one is a day early, one a day late
	nearKm       = 25  // two points or towns within it may be one place told twice
	spreadKm     = 150 // the same of what happens to a whole area
	nearDistrict = 60  // the same where one of them is a district
	farRatio     = 10  // tolls beyond this ratio, and farPlus more, are of different happenings
	farPlus      = 20
	spanDays     = 6       // last day less first from which a time with both ends told is one that holds happenings
	openDays     = 2 * 366 // how far a date that is open on one side reaches: "by May" is not years before
	maxProfiles  = 24      // different place sets, and speakers, of one event that are compared
)

// toll is the range of one measure over the reports of a cluster.
type toll struct {
	key     word
	maxLow  int64
	minHigh int64
}

// voice is a speaker and the family of copies that names him. One text names
// one speaker in several ways, so that only names of two texts are compared.
type voice struct {
	family int32
	name   []word
}

// area is where a report puts its happening: places, and how many kilometres
// round them it may have been felt.
type area struct {
	places []int32
	named  []int32 // of a document's main happening: all places of the document, nil of other reports
	reach  float64
}

// reach returns the kilometres within which two towns told of are of one
// happening: a strike hits one of them, an earthquake both.
func (t *kindTable) reach(kind uint8) float64 {
	if t.spread.has(kind) {
		return spreadKm
	}
	return nearKm
}

// limits is what a set of reports rules out. It is exact: two sets have a veto
// between them if and only if some report of one has a veto with some report of
// the other. (The veto by place is checked against maxProfiles different place
// sets at most; a set that would need more refuses to grow.)
type limits struct {
	narrowFirst, narrowLast int32      // latest first day and earliest last day of narrow dates
	wideFirst, wideLast     int32      // the same of wide and open ones
	narrowMin, narrowMax    int32      // least and greatest first day of narrow dates; never and always without one
	spanMin, spanMax        int32      // the same of spans
	kinds, allowed          [2]kindSet // of claims that are not of their document's main happening, and of those that are
	leadSays, leadActs      bool       // the main happening of a document is words, as an appeal, or an act, as a strike
	modal                   uint8
	total                   bool
	another                 bool // some report says "another"
	places                  []area
	speakers                []voice
	tolls                   []toll // by key
	rows                    *rows  // of a table of incidents, nil where none is told
}

func limitsOf(c *claim, t *kindTable) limits {
	l := limits{narrowFirst: always, narrowLast: never, wideFirst: always, wideLast: never,
		narrowMin: never, narrowMax: always, spanMin: never, spanMax: always,
		modal: c.modal, total: c.total, another: c.another}
	l.allowed = [2]kindSet{anyKind, anyKind}
	side := 0
	if c.lead != nil {
		side = 1
		l.leadSays = c.lead.spoken && t.speech.has(c.kind) && !t.vague.has(c.kind)
		l.leadActs = t.plain(c.kind)
	}
	l.kinds[side].add(c.kind)
	l.allowed[side] = t.alike[c.kind]
	switch {
	case c.lead != nil && c.lead.firmDay:
		l.narrowFirst, l.narrowLast = c.lead.first, c.lead.last
		l.narrowMin, l.narrowMax = c.lead.first, c.lead.last
	case c.lead != nil:
		l.wideFirst, l.wideLast = c.lead.wideFirst, c.lead.wideLast
	case c.narrow:
		l.narrowFirst, l.narrowLast = c.first, c.last
		l.narrowMin, l.narrowMax = c.first, c.first
	case c.eraFirst != always:
		l.wideFirst, l.wideLast = c.eraFirst, c.eraLast
	default:
		l.wideFirst, l.wideLast = c.first, c.last
		if c.stated && c.first == always && c.last != never {
			l.wideFirst = int32(max(int64(c.last)-openDays, always+1))
		} else if c.stated && c.last == never && c.first != always {
			l.wideLast = int32(min(int64(c.first)+openDays, never-1))
		}
	}
	switch {
	case c.lead == nil && c.span:
		l.spanMin, l.spanMax = c.first, c.first
	case c.lead != nil && c.lead.span != always:
		l.spanMin, l.spanMax = c.lead.span, c.lead.span
	}
	if c.lead != nil && c.lead.firmPlace {
		l.places = []area{{c.lead.local, c.lead.named, t.reach(c.kind)}}
	} else if c.lead == nil && len(c.local) > 0 {
		l.places = []area{{c.local, nil, t.reach(c.kind)}}
	}
	if c.spoken && len(c.speaker) > 0 && (c.lead == nil || c.lead.spoken) {
		l.speakers = []voice{{c.family, c.speaker}}
	}
	if c.table != 0 {
		l.rows = &rows{tables: []word{c.table}, towns: c.local, documents: []int32{c.doc}}
	}
	for _, f := range c.figures {
		if !f.money {
			l.addToll(toll{f.key, f.low, f.high})
		}
	}
	return l
}

func (l *limits) addToll(t toll) {
	i, ok := slices.BinarySearchFunc(l.tolls, t.key, func(a toll, k word) int {
		return int(int64(a.key) - int64(k))
	})
	if ok {
		l.tolls[i].maxLow = max(l.tolls[i].maxLow, t.maxLow)
		l.tolls[i].minHigh = min(l.tolls[i].minHigh, t.minHigh)
		return
	}
	l.tolls = slices.Insert(l.tolls, i, t)
}

// apart reports whether an interval that starts on first at the latest and one
// that ends on last at the earliest leave more than slack days between them.
func apart(first, last int32, slack int64) bool {
	return first != always && last != never && int64(first)-int64(last) > slack
}

// startsApart reports whether some day of one range and some of another lie
// more than slackDays apart, where the first is greater than the second for none.
func startsApart(min1, max1, min2, max2 int32) bool {
	return min1 <= max1 && min2 <= max2 && (int64(max1)-int64(min2) > slackDays || int64(max2)-int64(min1) > slackDays)
}

func tooFar(low, high int64) bool {
	return high < math.MaxInt64/farRatio-farPlus && low > high*farRatio+farPlus
}

// otherKinds reports whether some report of l and some of o are of kinds that
// are not told of one happening. Headlines and leads of one story name it as
// they like ("fire", "attack", "battle"): of what two documents are each
// chiefly about the kinds are evidence and no veto.
func (l *limits) otherKinds(o *limits) bool {
	return !l.kinds[0].within(&o.allowed[0]) || !l.kinds[0].within(&o.allowed[1]) || !l.kinds[1].within(&o.allowed[0]) ||
		l.leadSays && o.leadActs || l.leadActs && o.leadSays
}

// toldAs reports whether all kinds of the reports are among some.
func (l *limits) toldAs(some *kindSet) bool {
	return l.kinds[0].within(some) && l.kinds[1].within(some)
}

// against returns why no report of l and report of o can be one event's.
func (l *limits) against(o *limits, sites []site) veto {
	switch v := l.againstStory(o); {
	case v != noVeto:
		return v
	case l.daysApart(o):
		return dayVeto
	case startsApart(l.narrowMin, l.narrowMax, o.spanMin, o.spanMax), startsApart(o.narrowMin, o.narrowMax, l.spanMin, l.spanMax):
		return spanVeto
	case l.tollsApart(o):
		return figureVeto
	}
	for _, a := range l.places {
		for _, b := range o.places {
			if !samePlace(a, b, sites) {
				return placeVeto
			}
		}
	}
	return noVeto
}

// againstStory returns the veto that holds even between what some of the texts
// of one story are chiefly about: of kinds, modality and speakers, not of time,
// place and toll.
func (l *limits) againstStory(o *limits) veto {
	switch {
	case l.rows != nil && o.rows != nil && l.otherRow(o):
		return rowVeto
	case l.modal != o.modal:
		return modalVeto
	case l.total != o.total:
		return totalVeto
	case l.otherKinds(o):
		return kindVeto
	}
	for _, a := range l.speakers {
		for _, b := range o.speakers {
			if (a.family != b.family || a.family < 0) && !sameName(a.name, b.name) {
				return speakerVeto
			}
		}
	}
	return noVeto
}

func (l *limits) daysApart(o *limits) bool {
	return apart(l.narrowFirst, o.narrowLast, slackDays) || apart(o.narrowFirst, l.narrowLast, slackDays) ||
		apart(l.wideFirst, min(o.wideLast, o.narrowLast), 0) || apart(o.wideFirst, min(l.wideLast, l.narrowLast), 0) ||
		apart(l.narrowFirst, o.wideLast, 0) || apart(o.narrowFirst, l.wideLast, 0)
}

func (l *limits) tollsApart(o *limits) bool {
	for i, j := 0, 0; i < len(l.tolls) && j < len(o.tolls); {
		switch a, b := l.tolls[i], o.tolls[j]; {
		case a.key < b.key:
			i++
		case a.key > b.key:
			j++
		default:
			if tooFar(a.maxLow, b.minHigh) || tooFar(b.maxLow, a.minHigh) {
				return true
			}
			i, j = i+1, j+1
		}
	}
	return false
}

// join adds what o rules out to l. It reports false, and leaves l as it was,
// when l would hold more profiles than can be compared.
func (l *limits) join(o *limits) bool {
	places, speakers := l.places, l.speakers
	for _, p := range o.places {
		if !slices.ContainsFunc(places, func(q area) bool {
			return p.reach == q.reach && slices.Equal(p.named, q.named) && slices.Equal(p.places, q.places)
		}) {
			places = append(slices.Clip(places), p)
		}
	}
	for _, p := range o.speakers {
		if !slices.ContainsFunc(speakers, func(q voice) bool { return p.family == q.family && slices.Equal(p.name, q.name) }) {
			speakers = append(slices.Clip(speakers), p)
		}
	}
	if len(places) > maxProfiles || len(speakers) > maxProfiles {
		return false
	}
	l.places, l.speakers = places, speakers
	l.narrowFirst, l.narrowLast = max(l.narrowFirst, o.narrowFirst), min(l.narrowLast, o.narrowLast)
	l.wideFirst, l.wideLast = max(l.wideFirst, o.wideFirst), min(l.wideLast, o.wideLast)
	l.narrowMin, l.narrowMax = min(l.narrowMin, o.narrowMin), max(l.narrowMax, o.narrowMax)
	l.spanMin, l.spanMax = min(l.spanMin, o.spanMin), max(l.spanMax, o.spanMax)
	for side := range l.kinds {
		l.kinds[side].join(&o.kinds[side])
		l.allowed[side].cut(&o.allowed[side])
	}
	l.leadSays, l.leadActs = l.leadSays || o.leadSays, l.leadActs || o.leadActs
	l.another = l.another || o.another
	l.rows = l.rows.with(o.rows)
	l.tolls = slices.Clone(l.tolls)
	for _, t := range o.tolls {
		l.addToll(t)
	}
	return true
}

// sameName reports whether one name's words hold all of the other's: "Hajiyev"
// and "Hikmet Hajiyev".
func sameName(a, b []word) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return subset(a, b)
}

// samePlace reports whether two sets of places can be of one happening: they
// share one, or two of them lie near each other. A place without coordinates
// may lie anywhere. What two documents are each chiefly about is apart only if
// neither names the other's place at all.
func samePlace(a, b area, sites []site) bool {
	reach := max(a.reach, b.reach)
	if a.named != nil && b.named != nil {
		return nearPlaces(a.places, b.named, reach, sites) || nearPlaces(b.places, a.named, reach, sites)
	}
	return nearPlaces(a.places, b.places, reach, sites)
}

func nearPlaces(a, b []int32, reach float64, sites []site) bool {
	if meet(a, b) {
		return true
	}
	for _, x := range a {
		for _, y := range b {
			p, q, far := sites[x], sites[y], reach
			if p.district || q.district {
				far = max(far, nearDistrict)
			}
			if !p.known || !q.known || p.name == q.name || km(p, q) <= far {
				return true
			}
		}
	}
	return false
}
