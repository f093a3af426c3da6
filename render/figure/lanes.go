package figure

import (
	"cmp"
	"slices"

	"github.com/dateline-project/dateline/graph"
)

// lane is the events of one group, drawn in one band.
type lane struct {
	name   string
	hue    string
	broken bool // shares its hue with another group: its bar is broken
	events []*graph.Event
	marks  []mark
}

// classOrder is the order of groups of kinds, in lanes as in the choice of
// hues: what was done first, what was said last. It is that of the page.
var classOrder = []string{"violence", "harm", "territory", "diplomacy", "politics", "justice", "society", "economy", "disaster", "other", "statement"}

func classRank(class string) int {
	if i := slices.Index(classOrder, class); i >= 0 {
		return 2 * i
	}
	return 2*slices.Index(classOrder, "other") - 1
}

// classes returns the groups of kinds that have a hue, in order.
func (d *drawing) classes() []string {
	all := slices.Clone(d.opt.Classes)
	for i := range d.g.Events {
		all = append(all, d.class(&d.g.Events[i]))
	}
	slices.Sort(all)
	all = slices.Compact(all)
	slices.SortFunc(all, func(a, b string) int { return cmp.Or(cmp.Compare(classRank(a), classRank(b)), cmp.Compare(a, b)) })
	return all
}

// lanes returns the lanes of the dated events, and those events.
func (d *drawing) lanes() (lanes []lane, dated []*graph.Event) {
	classes := d.classes()
	for n, class := range classes {
		l := lane{name: cmp.Or(d.words.classes[class], class), hue: d.colours.hue(n), broken: n >= len(d.colours.hues) && len(d.colours.hues) > 1}
		for i := range d.g.Events {
			e := &d.g.Events[i]
			if d.class(e) == class && isDated(e) {
				l.events = append(l.events, e)
				l.marks = append(l.marks, markOf(e, l.hue))
				dated = append(dated, e)
			}
		}
		if len(l.events) > 0 {
			lanes = append(lanes, l)
		}
	}
	return lanes, dated
}

// byWeight returns the indexes of events, the weightiest first.
func byWeight(list []*graph.Event) []int {
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(list[b].Weight, list[a].Weight), cmp.Compare(list[b].Accounts, list[a].Accounts))
	})
	return order
}

// fewer keeps the weightiest lanes and puts the others together, so that there
// are at most so many. Marks keep the hue of their group.
func (d *drawing) fewer(lanes []lane, most int) []lane {
	most = max(most, 2)
	if len(lanes) <= most {
		return lanes
	}
	weight := func(l *lane) float64 {
		sum := 0.0
		for _, e := range l.events {
			sum += e.Weight
		}
		return sum
	}
	order := make([]int, len(lanes))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(weight(&lanes[b]), weight(&lanes[a])) })
	kept := order[:most-1]
	rest := lane{name: d.words.others(len(lanes) - len(kept)), hue: d.colours.soft}
	var out []lane
	for i := range lanes {
		if slices.Contains(kept, i) {
			out = append(out, lanes[i])
			continue
		}
		rest.events = append(rest.events, lanes[i].events...)
		rest.marks = append(rest.marks, lanes[i].marks...)
	}
	return append(out, rest)
}
