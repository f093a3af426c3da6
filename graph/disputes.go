package graph

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events"
)

// disputes returns how the reports of an event differ: figures, date, place,
// responsibility, whether it happened, and who was silent, in this order.
func (b *builder) disputes(e *Event, reports []int32) []Dispute {
	out := []Dispute{}
	if len(reports) > 1 {
		accounts := b.accounts(reports)
		account := map[int32]int{}
		for k, a := range accounts {
			for _, r := range a {
				account[r] = k
			}
		}
		b.figureDisputes(&out, reports, account)
		b.dateDisputes(&out, reports, account)
		b.placeDisputes(&out, e, reports, account)
		if b.violent(e.Kind) && e.Kind != "armed-clash" { // which two sides did
			b.responsibilityDisputes(&out, reports, account)
		}
		b.happenedDisputes(&out, reports, account)
	}
	if d, ok := b.silence(e, reports); ok {
		out = append(out, d)
	}
	return out
}

// figureValue writes a count as a reader would: 9, at least 9, 9 to 12.
func figureValue(f events.Figure) string {
	switch {
	case f.High == nil:
		return fmt.Sprintf("at least %d", f.Low)
	case *f.High == f.Low:
		return fmt.Sprint(f.Low)
	}
	return fmt.Sprintf("%d to %d", f.Low, *f.High)
}

func (b *builder) figureDisputes(out *[]Dispute, reports []int32, account map[int32]int) {
	groups := b.figuresByMeasure(reports)
	for _, claims := range groups {
		stances := make([]stance, len(claims))
		figure := map[stance]events.Figure{}
		for i, c := range claims {
			stances[i] = stance{c.report, figureValue(c.figure)}
			figure[stances[i]] = c.figure
		}
		b.differ(out, measureName(claims[0].figure), stances, account, func(x, y stance) bool {
			f, g := figure[x], figure[y]
			return f.High != nil && *f.High < g.Low || g.High != nil && *g.High < f.Low
		}, func(x, y stance) bool {
			// A toll rises as more is known; of the missing some are found.
			return figure[y].Low > figure[x].Low || figure[y].Measure == "missing"
		})
	}
	b.scopeDisputes(out, groups, account)
}

func measureName(f events.Figure) string {
	if f.Population == "" {
		return f.Measure
	}
	return f.Measure + " " + f.Population
}

// scopeDisputes notes counts that cannot be compared though they sound alike:
// casualties beside killed or injured, and one measure of two populations.
func (b *builder) scopeDisputes(out *[]Dispute, groups [][]figureClaim, account map[int32]int) {
	unlike := func(x, y events.Figure) bool {
		if x.Measure == y.Measure {
			return x.Population != y.Population && (x.Population == "" || y.Population == "")
		}
		other := x.Measure
		if other == "casualties" {
			other = y.Measure
		} else if y.Measure != "casualties" {
			return false
		}
		return other == "killed" || other == "injured"
	}
	for i, g := range groups {
		for _, h := range groups[i+1:] {
			x, y := g[0], h[0]
			if !unlike(x.figure, y.figure) || account[x.report] == account[y.report] && len(g) == 1 && len(h) == 1 {
				continue
			}
			var s []stance
			for _, c := range append(slices.Clone(g), h...) {
				s = append(s, stance{c.report, measureName(c.figure) + " " + figureValue(c.figure)})
			}
			*out = append(*out, b.dispute(measureName(x.figure)+" / "+measureName(y.figure), Scope, s))
		}
	}
}

func (b *builder) dateDisputes(out *[]Dispute, reports []int32, account map[int32]int) {
	var stances []stance
	for _, i := range reports {
		if w := b.g.Reports[i].When; w.EDTF != "" {
			stances = append(stances, stance{i, w.EDTF})
		}
	}
	b.differ(out, "date", stances, account, func(x, y stance) bool {
		f, g := &b.merger.claims[x.report], &b.merger.claims[y.report]
		return f.last < g.first || g.last < f.first
	}, nil)
}

// samePlaceKm is how far apart two entries of a gazetteer may lie that mean one place.
const samePlaceKm = 5

// placeDisputes compares places of an event of a day or two: an offensive of
// weeks is told from one place after the other.
func (b *builder) placeDisputes(out *[]Dispute, e *Event, reports []int32, account map[int32]int) {
	if first, last := interval(e.When); e.When.EDTF == "" || first == always || last == never || last-first > 1 {
		return
	}
	var stances []stance
	for _, i := range reports {
		c := &b.merger.claims[i]
		if len(c.local) == 0 {
			continue
		}
		var names []string
		for k := range b.g.Reports[i].Places {
			if p := &b.g.Reports[i].Places[k]; fine(p.Precision) >= fine(events.DistrictPlace) {
				names = append(names, placeName(p))
			}
		}
		slices.Sort(names)
		stances = append(stances, stance{i, strings.Join(slices.Compact(names), ", ")})
	}
	b.differ(out, "place", stances, account, func(x, y stance) bool {
		p, q := b.merger.claims[x.report].local, b.merger.claims[y.report].local
		d := b.merger.nearest(p, q) // a town and the district of its name are no conflict
		return !shareName(x.value, y.value) && !meet(p, q) && d > samePlaceKm && !math.IsInf(d, 1)
	}, nil)
}

// placeName returns all names of a place, as a label does, so that "the town"
// and either name of it are one value.
func placeName(p *events.Place) string {
	if len(p.Names) == 0 {
		return p.Name
	}
	names := slices.Clone(p.Names)
	slices.Sort(names)
	return strings.Join(slices.Compact(names), " / ")
}

// shareName reports whether two lists of names, as placeDisputes writes them,
// have one in common: a town and a village of its district are no conflict.
func shareName(a, b string) bool {
	other := strings.Split(b, ", ")
	return slices.ContainsFunc(strings.Split(a, ", "), func(name string) bool { return slices.Contains(other, name) })
}

// violent reports whether a kind is of the class of violence, for which it
// matters who did it.
func (b *builder) violent(kind string) bool {
	for i := range b.opt.Kinds {
		if b.opt.Kinds[i].ID == kind {
			return b.opt.Kinds[i].Class == "violence" || b.opt.Kinds[i].Class == "harm"
		}
	}
	return false
}

// responsibilityDisputes compares whose the forces, parties and peoples are that
// reports name. One that says "the army" or "gunmen" leaves open whose.
func (b *builder) responsibilityDisputes(out *[]Dispute, reports []int32, account map[int32]int) {
	var stances []stance
	owners := map[int32][]string{}
	for _, i := range reports {
		if name := actorOf(&b.g.Reports[i]); name != "" {
			stances = append(stances, stance{i, name})
			owners[i] = ownersOf(&b.g.Reports[i])
		}
	}
	b.differ(out, "responsibility", stances, account, func(x, y stance) bool { return otherOwners(owners[x.report], owners[y.report]) }, nil)
}

// happenedDisputes compares the speakers, not the accounts: an outlet that
// tells of an attack and quotes who denies it has not changed its word. A
// speaker with a name is one wherever he is quoted, any other is one of his
// account; the word that is nobody's is that of the account.
func (b *builder) happenedDisputes(out *[]Dispute, reports []int32, account map[int32]int) {
	var stances []stance
	voice, number := map[int32]int{}, map[string]int{}
	for _, i := range reports {
		stances = append(stances, stance{i, string(b.g.Reports[i].Modality)})
		said := speakerOf(b.g.Reports[i].Report)
		key := speakerName(said)
		if key == "" {
			key = fmt.Sprintf("%d\x00%s", account[i], lower(said))
		}
		if _, ok := number[key]; !ok {
			number[key] = len(number)
		}
		voice[i] = number[key]
	}
	denied := func(v string) bool { return v == string(events.Denied) || v == string(events.Negated) }
	b.differ(out, "happened", stances, voice, func(x, y stance) bool { return denied(x.value) != denied(y.value) }, nil)
}

const (
	silenceDays     = 3  // an outlet is looked for from the day of the event on
	silenceAccounts = 3  // fewer accounts do not make a silence
	silenceMost     = 20 // outlets named
)

// silence names the outlets of which the corpus holds documents of the days
// after an event, and no report of it. A silence is no denial.
func (b *builder) silence(e *Event, reports []int32) (Dispute, bool) {
	first, last := interval(e.When)
	if e.Accounts < silenceAccounts || first == always || last == never || last-first > 1 || e.When.EDTF == "" {
		return Dispute{}, false
	}
	spoke := map[string]bool{}
	for _, i := range reports {
		if d := b.docOf[i]; d >= 0 {
			spoke[lower(b.g.Documents[d].Outlet)] = true
		}
	}
	var days [][]string
	for day := first; day <= last+silenceDays; day++ {
		days = append(days, b.outlets[day])
	}
	d := Dispute{Attribute: "coverage", Sort: Silence}
	for o, ok := takeLeast(days); ok && len(d.Values) < silenceMost; o, ok = takeLeast(days) {
		if !spoke[lower(o)] {
			d.Values = append(d.Values, Value{Value: o, Reports: []string{}})
		}
	}
	return d, len(d.Values) > 0
}

// takeLeast takes the least string out of sorted lists, each of which holds a
// string once, and returns it; ok is false when they are empty.
func takeLeast(lists [][]string) (least string, ok bool) {
	for _, l := range lists {
		if len(l) > 0 && (!ok || l[0] < least) {
			least, ok = l[0], true
		}
	}
	for i, l := range lists {
		if len(l) > 0 && l[0] == least {
			lists[i] = l[1:]
		}
	}
	return least, ok
}

// outletDays notes the outlets that published on each day, in alphabetical order.
func (b *builder) outletDays() {
	b.outlets = map[int32][]string{}
	for i := range b.g.Documents {
		if d := b.merger.published[i]; d != always && b.g.Documents[i].Outlet != "" {
			b.outlets[d] = append(b.outlets[d], b.g.Documents[i].Outlet)
		}
	}
	for d, o := range b.outlets {
		slices.Sort(o)
		b.outlets[d] = slices.Compact(o)
	}
}
