package graph

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events"
)

// makeEvents derives an event from each cluster of reports and what a review
// says of it (nil for no review at all), links the reports to it, bounds those
// without a date by the orders that texts state, and orders events by time and
// then id.
func (b *builder) makeEvents(ctx context.Context, clusters [][]int32, verdicts []*verdict) error {
	b.members = clusters
	b.g.Events = make([]Event, len(clusters))
	if err := b.parallel(ctx, len(clusters), func(i int) { b.g.Events[i] = b.event(clusters[i]) }); err != nil {
		return err
	}
	taken := make(map[string]bool, len(clusters))
	for i, c := range clusters {
		b.g.Events[i].ID = b.eventID(c, taken)
		if verdicts != nil {
			verdicts[i].apply(&b.g.Events[i])
		}
		for _, r := range c {
			b.g.Reports[r].Event = b.g.Events[i].ID
		}
	}
	b.stated = b.statedLinks()
	if err := b.boundByOrder(b.stated); err != nil {
		return err
	}
	b.sortEvents()
	b.partOf()
	b.outletDays()
	if err := b.parallel(ctx, len(clusters), func(i int) {
		e := &b.g.Events[i]
		e.Disputes = b.disputes(e, b.members[i])
		e.Weight = b.weight(e, b.members[i])
	}); err != nil {
		return err
	}
	b.weighDays()
	return nil
}

// sortEvents puts events and their reports into order of time, then id.
func (b *builder) sortEvents() {
	events := b.g.Events
	order := places(len(events))
	slices.SortFunc(order, func(x, y int32) int {
		fx, lx := interval(events[x].When)
		fy, ly := interval(events[y].When)
		return cmp.Or(cmp.Compare(timeKey(fx, lx), timeKey(fy, ly)), cmp.Compare(lx, ly), cmp.Compare(events[x].ID, events[y].ID))
	})
	sorted, members := make([]Event, len(order)), make([][]int32, len(order))
	for k, i := range order {
		sorted[k], members[k] = events[i], b.members[i]
	}
	b.g.Events, b.members = sorted, members
}

// timeKey orders events: by first day, those that have only a last day by
// that, undated ones last.
func timeKey(first, last int32) int32 {
	switch {
	case first != always:
		return first
	case last != never:
		return last
	}
	return never
}

// event derives the values of an event from its reports, which are in order.
func (b *builder) event(reports []int32) Event {
	e := Event{Reports: make([]string, len(reports))}
	docs, families := map[string]bool{}, map[int32]bool{}
	e.Modality = b.g.Reports[reports[0]].Modality
	for k, i := range reports {
		r := &b.g.Reports[i]
		e.Reports[k] = r.ID
		docs[r.Document] = true
		families[b.familyOf(i)] = true
		if r.Modality.Rank() < e.Modality.Rank() {
			e.Modality = r.Modality
		}
	}
	e.Documents, e.Families = len(docs), len(families)
	e.Accounts = len(b.accounts(reports))
	e.Kind = b.kindOf(reports)
	e.When = b.whenOf(reports)
	e.Places = b.placesOf(reports)
	e.Actors = b.actorsOf(reports, func(r *events.Report) []events.Actor { return r.Actors })
	e.Targets = b.actorsOf(reports, func(r *events.Report) []events.Actor { return r.Targets })
	e.Figures = b.figuresOf(reports)
	e.Label = b.labelOf(&e)
	return e
}

// familyOf returns the family of a report's document; a report whose document
// is unknown is a family of its own.
func (b *builder) familyOf(report int32) int32 {
	if d := b.docOf[report]; d >= 0 {
		return b.family[d]
	}
	return -1 - report
}

// A ballot counts, for each value, the families that claim it.
type ballot[K comparable] struct {
	order    []K // as first claimed
	families map[K]map[int32]bool
}

func (v *ballot[K]) cast(value K, family int32) {
	if v.families == nil {
		v.families = map[K]map[int32]bool{}
	}
	f := v.families[value]
	if f == nil {
		f = map[int32]bool{}
		v.families[value] = f
		v.order = append(v.order, value)
	}
	f[family] = true
}

func (v *ballot[K]) votes(value K) int { return len(v.families[value]) }

// kindOf returns the kind of an event: of the most telling kinds the one that
// most families tell, then the one of most reports, then the first in
// alphabetical order.
func (b *builder) kindOf(reports []int32) string {
	var v ballot[string]
	told := map[string]int{}
	for _, i := range reports {
		v.cast(b.g.Reports[i].Kind, b.familyOf(i))
		told[b.g.Reports[i].Kind]++
	}
	vague := func(k string) int {
		switch n := b.kinds.of(k); {
		case n == b.kinds.other:
			return 4
		case b.kinds.effect.has(n):
			return 3
		case b.kinds.aftermath.has(n): // a shooting is none the less one for the arrest that followed
			return 2
		case b.kinds.vague.has(n):
			return 1
		}
		return 0
	}
	return slices.MinFunc(v.order, func(x, y string) int {
		return cmp.Or(
			// "Attack" and "dead" say less than "missile strike": they win only when nothing else is told.
			cmp.Compare(vague(x), vague(y)),
			cmp.Compare(v.votes(y), v.votes(x)),
			cmp.Compare(b.kinds.overruled(x, v.order), b.kinds.overruled(y, v.order)),
			cmp.Compare(told[y], told[x]), cmp.Compare(x, y))
	})
}

// whenOf returns the date of an event: of the dates stated, the one that most
// families support, then the narrowest, then the one stated by most, then the
// earliest. A family supports a date when what it states holds it: "October"
// supports the 4th, and no date that is approximate itself. Without a stated date
// it returns the tightest bounds.
func (b *builder) whenOf(reports []int32) events.When {
	values, accounts := b.datesOf(reports)
	if len(values) == 0 {
		return b.boundsOf(reports)
	}
	for _, v := range values[:min(len(values), mostDates)] {
		v.support = supporters(v, values)
	}
	// Within one text a night, which runs into the next day, is no wider than that
	// day: what the reports of the act say holds.
	oneText := !slices.ContainsFunc(reports, func(i int32) bool { return b.docOf[i] != b.docOf[reports[0]] })
	rank := func(v *dateClaim) (days int64, acts int) {
		if oneText {
			return max(v.width(), 1), v.acts
		}
		return v.width(), 0
	}
	best := slices.MinFunc(values, func(x, y *dateClaim) int {
		xDays, xActs := rank(x)
		yDays, yActs := rank(y)
		return cmp.Or(cmp.Compare(y.support, x.support), cmp.Compare(xDays, yDays), cmp.Compare(yActs, xActs), cmp.Compare(x.width(), y.width()), cmp.Compare(len(y.families), len(x.families)),
			cmp.Compare(x.when.Earliest, y.when.Earliest), cmp.Compare(x.when.EDTF, y.when.EDTF))
	})
	w := best.when
	if accounts > 1 {
		said := fmt.Sprintf("supported by %d of %d accounts that give a date", best.support, accounts)
		if w.Basis != "" {
			said += "; " + w.Basis
		}
		w.Basis = said
	}
	return w
}

// mostDates bounds the dates of one event whose support is counted.
const mostDates = 64

// dateClaim is a date that reports of an event state.
type dateClaim struct {
	when     events.When
	families map[int32]bool // that state it
	acts     int            // reports of what was done, not of what it caused, whose own words give it
	support  int            // families with a date that holds it, once counted
}

// width is how many days lie between the ends of the date.
func (c *dateClaim) width() int64 {
	first, last := interval(c.when)
	return int64(last) - int64(first)
}

// datesOf returns the dates that reports state, in the order in which they first
// do, and how many families state any.
func (b *builder) datesOf(reports []int32) (values []*dateClaim, families int) {
	byValue := map[string]*dateClaim{}
	dating := map[int32]bool{}
	for _, i := range reports {
		w := b.g.Reports[i].When
		if w.EDTF == "" {
			continue
		}
		c := byValue[w.EDTF]
		if c == nil {
			c = &dateClaim{when: w, families: map[int32]bool{}}
			byValue[w.EDTF] = c
			values = append(values, c)
		}
		c.families[b.familyOf(i)] = true
		if k := b.kinds.of(b.g.Reports[i].Kind); w.Rule != "carried" && !b.kinds.effect.has(k) && !b.kinds.vague.has(k) {
			c.acts++
		}
		dating[b.familyOf(i)] = true
	}
	return values, len(dating)
}

// supporters returns how many families state a date that holds v.
func supporters(v *dateClaim, values []*dateClaim) int {
	first, last := interval(v.when)
	families := map[int32]bool{}
	for _, o := range values {
		// "Six weeks ago" is no better known than the month that others give.
		if f, l := interval(o.when); f <= first && last <= l && (o == v || !strings.Contains(v.when.EDTF, "~")) {
			for k := range o.families {
				families[k] = true
			}
		}
	}
	return len(families)
}

// boundsOf returns the tightest bounds of reports that state no date.
func (b *builder) boundsOf(reports []int32) events.When {
	out := b.g.Reports[reports[0]].When
	width := func(w events.When) int64 { f, l := interval(w); return int64(l) - int64(f) }
	for _, i := range reports[1:] {
		if w := b.g.Reports[i].When; width(w) < width(out) {
			out = w
		}
	}
	return out
}

// placeKey names a place: the gazetteer's id, or the name in lower case.
func placeKey(p *events.Place) string {
	if p.ID != "" {
		return p.ID
	}
	return lower(p.Name)
}

// fine ranks the precision of a place, the finest first.
func fine(precision string) int {
	return slices.Index([]string{events.CountryPlace, events.RegionPlace, events.DistrictPlace, events.LocalityPlace, events.PointPlace}, precision)
}

// mainPlace returns the finest of some places, the first of equals; nil for none.
func mainPlace(places []events.Place) *events.Place {
	var best *events.Place
	for i := range places {
		if best == nil || fine(places[i].Precision) > fine(best.Precision) {
			best = &places[i]
		}
	}
	return best
}

// A place is aside of the event if it lies so many kilometres from the region or
// finer place that most families name, and so many times as many name that.
const (
	asideKm     = 300
	asideFactor = 3
)

// placesOf returns the places that reports name: districts and finer ones
// before regions and countries, those aside of the event last; then those of
// most families, then the finest. Names holds all names of a place that are
// known or used. A place's span is that of its first mention.
func (b *builder) placesOf(reports []int32) []events.Place {
	var v ballot[string]
	first := map[string]*events.Place{}
	for _, i := range reports {
		for k := range b.g.Reports[i].Places {
			p := &b.g.Reports[i].Places[k]
			key := placeKey(p)
			v.cast(key, b.familyOf(i))
			if have := first[key]; have == nil {
				c := *p
				c.Names = slices.Clone(p.Names)
				if len(c.Names) == 0 {
					c.Names = []string{c.Name}
				}
				first[key] = &c
			}
		}
	}
	most := "" // named by most, of those that are no country
	for _, k := range v.order {
		if p := first[k]; p.ID != "" && fine(p.Precision) >= fine(events.RegionPlace) && (v.votes(k) > v.votes(most) || v.votes(k) == v.votes(most) && k < most) {
			most = k
		}
	}
	rank := func(k string) int {
		if p := first[k]; p.ID == "" || v.votes(most) < asideFactor*v.votes(k) || placesKm(p, first[most]) <= asideKm {
			return min(fine(p.Precision), fine(events.DistrictPlace))
		}
		return -1
	}
	slices.SortFunc(v.order, func(x, y string) int {
		return cmp.Or(cmp.Compare(rank(y), rank(x)), cmp.Compare(v.votes(y), v.votes(x)),
			cmp.Compare(fine(first[y].Precision), fine(first[x].Precision)), cmp.Compare(x, y))
	})
	out := make([]events.Place, 0, len(v.order))
	for _, k := range v.order {
		p := *first[k]
		slices.Sort(p.Names)
		p.Names = slices.Compact(p.Names)
		out = append(out, p)
	}
	return out
}

// actorsOf returns the actors that reports name, those of most families first;
// a name whose words another one holds is that one.
func (b *builder) actorsOf(reports []int32, of func(*events.Report) []events.Actor) []events.Actor {
	var v ballot[string]
	first := map[string]events.Actor{}
	for _, i := range reports {
		for _, a := range of(b.g.Reports[i].Report) {
			key := lower(strings.TrimPrefix(strings.TrimPrefix(a.Name, "the "), "The "))
			v.cast(key, b.familyOf(i))
			if _, ok := first[key]; !ok {
				first[key] = a
			}
		}
	}
	slices.SortFunc(v.order, func(x, y string) int {
		return cmp.Or(cmp.Compare(v.votes(y), v.votes(x)), cmp.Compare(x, y))
	})
	out := make([]events.Actor, 0, len(v.order))
	for _, k := range v.order {
		out = append(out, first[k])
	}
	return out
}

// labelOf returns the kind's name and the first place, with all its names in
// alphabetical order. It never holds a source's other words.
func (b *builder) labelOf(e *Event) string {
	label := b.kinds.label(e.Kind)
	if len(e.Places) == 0 {
		return label
	}
	return label + ", " + strings.Join(e.Places[0].Names, " / ")
}
