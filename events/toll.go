package events

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/text"
	"github.com/dateline-project/dateline/events/timex"
)

// toll adds up whom a story tells killed and hurt, where no number may be
// stated: persons told one by one, "two were shot, one fatally", somebody who
// died later.
type toll struct {
	people          []person // each told alone, with the gravest harm told
	killed, injured int64    // the most that one sentence counts, without who did it
	shot            int64    // killed and hurt together
	sole            bool     // nobody of those shot is among the killed
	ordinal         int64    // "the third to die"
	dead            int64    // "a third person has died", of whom the story tells first, and "the toll rose to three"
	victimsOnly     bool     // killed does not count who did it
}

// person is somebody of a story who was harmed.
type person struct {
	victim
	sentence int
}

// readStory reads a short local story as one account of its deed: it gives its
// chief report the day that the story states, and the number of
// killed and of injured that those told add up to, where it states none or
// fewer; a number that counts one of them is then part of it.
func (x *Extractor) readStory(d *documentAnalysis, reports []draft) {
	chief := d.localDeed(reports)
	if chief == nil {
		return
	}
	told := func(role text.Role) bool { return role == text.Body || role == text.Title }
	x.analyseSentences(d, func(s sentence, _ []timex.Mention) bool { return told(s.role) })
	for _, a := range d.sentenceOf {
		if a != nil && a.times == nil && len(a.timesFound) > 0 {
			d.findTimes(a)
		}
	}
	d.dateDeed(reports, chief)
	t, another := toll{}, -1 // another: the paragraph that has gone on to another deed
	for i, a := range d.sentenceOf {
		if a != nil && i > chief.sentence && a.turnsToAnother() {
			another = a.block
		}
		if a != nil && a.block != another && told(a.role) && !d.longBefore(a, chief.When) && !d.ofAnother(reports, chief, i) {
			t.add(i, a)
		}
	}
	killed, victims, injured := t.sum()
	d.giveToll(reports, chief, "killed", killed, victims)
	d.giveToll(reports, chief, "injured", injured, injured)
}

// turnsToAnother reports whether a sentence opens by saying that it tells of another deed,
// "In a separate shooting", or of somebody else who was harmed "hours later".
func (a *sentenceAnalysis) turnsToAnother() bool {
	if a.phraseAt(a.first, a.v.anotherDeed) > 0 {
		return true
	}
	for i := a.first; i < min(a.last, a.first+4); i++ {
		if a.phraseAt(i, a.v.laterDeed) > 0 {
			return slices.ContainsFunc(a.victims(), func(v victim) bool { return !v.known && !v.another && !v.told && !v.bare })
		}
	}
	return false
}

// ofAnother reports whether a sentence tells of harm by something else than the
// chief report's deed, or at a place or on a day that is not its, and of nothing of its kind there.
func (d *documentAnalysis) ofAnother(reports []draft, chief *draft, sentence int) bool {
	other := false
	for i := range reports {
		r := &reports[i]
		switch {
		case r.sentence != sentence || r.Modality != Happened && r.Modality != Alleged:
			continue
		case r == chief:
			return false
		}
		if (d.is(r.Kind, data.Deed) || r.Kind == "casualty-report") && statesDay(r.When) && chief.When.Precision == "day" && max(r.When.Earliest-chief.When.Earliest, chief.When.Earliest-r.When.Earliest) > sameNight {
			other = true // "On Monday, another man was killed on the same street"
			continue
		}
		apart := len(r.Places) > 0 && len(chief.Places) > 0 && !samePlace(r.Places, chief.Places, true)
		switch {
		case !apart && r.Kind == chief.Kind:
			return false
		case r.Kind == "disaster" || r.Kind == "accident", apart && r.Figures != nil:
			other = true
		}
	}
	return other
}

// sameNight is how many days the two dates of one night lie apart.
const sameNight = 1

// localDeed returns the report that tells the shooting, crime or accident of a short
// local story, nil where the text is none: it is long, tells of weapons of war,
// or of none of these. A shooting or crime, and a report of the body with a day, go before others.
func (d *documentAnalysis) localDeed(reports []draft) *draft {
	if len(d.sentences) > shortText {
		return nil
	}
	var chief *draft
	rank := 0
	for i := range reports {
		r := &reports[i]
		if r.harm == data.ByArms || d.is(r.Kind, data.War) {
			return nil
		}
		if !d.is(r.Kind, data.Deed) || r.Modality != Happened && r.Modality != Alleged || d.sentenceOf[r.sentence].tellsAnother(r.by.clause) {
			continue
		}
		charge := r.Kind == "crime" && d.sentenceOf[r.sentence].justiceBefore(r.by, r.by.first) // "pleaded guilty to murder"
		n := 1 + 4*boolInt(r.Kind == "shooting" || r.Kind == "crime" && !charge) + 2*boolInt(r.When.EDTF != "") + boolInt(d.sentences[r.sentence].role == text.Body)
		if n > rank {
			chief, rank = r, n
		}
	}
	return chief
}

// longBefore reports whether the sentence is about days before a happening of day w.
func (d *documentAnalysis) longBefore(a *sentenceAnalysis, w When) bool {
	if w.Earliest == edtf.Open || w.EDTF == "" {
		return d.otherTime(a, When{})
	}
	return slices.ContainsFunc(a.times, func(r timeRef) bool {
		return r.dates() && r.speech < 0 && r.Latest != edtf.Open && r.Latest < w.Earliest-sameStory
	})
}

// sameStory is how many days what one story tells of may begin before the day of its chief report.
const sameStory = 2

// add adds the victims of a sentence.
func (t *toll) add(sentence int, a *sentenceAnalysis) {
	vs := a.victims()
	var sum toll
	parted, apart := false, false // killed are told as part of those shot, or apart from them
	for _, v := range vs {
		part := v.told || v.bare && slices.ContainsFunc(vs, func(o victim) bool {
			return (o.first < v.first || o.n == v.whole) && o.n > v.n && (o.harm == v.harm || o.harm == "casualties")
		})
		if !part && !v.among && !v.doer && !again(vs, &v) && (!v.known || a.lowAt(v.first) == "the") {
			switch {
			case v.harm == "killed":
				sum.killed += v.n
			case v.harm == "injured" || v.another && !slices.ContainsFunc(vs, func(o victim) bool { return o.harm == "casualties" && !o.another }):
				sum.injured += v.n
			default:
				sum.shot += v.n
			}
		}
		if v.harm == "killed" {
			parted, apart = parted || part, apart || !part
			if part {
				t.killed = max(t.killed, v.n)
			}
			if v.ordinal > 0 && !a.countsPeriod() {
				t.ordinal = max(t.ordinal, v.ordinal)
				if v.died && len(t.people) == 0 && t.injured+t.shot == 0 {
					t.dead = max(t.dead, v.ordinal)
				}
			}
		}
		if v.n == 1 && !v.bare && !(v.known && v.ordinal > 0) {
			t.meet(person{v, sentence})
		}
	}
	for n, x := range a.tallied {
		if x.by.measure == "killed" && a.totalCue(n) && a.tollOfStory(x) {
			t.dead = max(t.dead, x.count.low)
		}
		if x.scope != ScopeEvent || a.totalCue(n) || x.count.population.name == "gunmen" || x.count.hedge == AddedUp || x.count.low < 2 {
			continue
		}
		switch x.by.measure {
		case "killed":
			sum.killed = max(sum.killed, x.count.low)
		case "injured":
			sum.injured = max(sum.injured, x.count.low)
		}
	}
	for i := a.first; i < a.last; i++ {
		if n := a.manifold(i); n > 0 {
			sum.killed = max(sum.killed, n)
		}
	}
	if sum.killed > 0 && sum.killed >= t.killed {
		t.killed = sum.killed
		t.victimsOnly = slices.ContainsFunc(vs, func(v victim) bool { return v.harm == "killed" && (v.active || v.doer) })
	}
	if sum.shot > 0 && sum.shot >= t.shot {
		t.sole = t.sole && sum.shot == t.shot || apart && !parted
		t.shot = sum.shot
	}
	t.injured = max(t.injured, sum.injured)
}

// manifold returns how many the words at i tell killed at once: "a double homicide", 0 for none.
func (a *sentenceAnalysis) manifold(i int) int64 {
	if i+1 >= a.last || !a.v.slayings[a.words[i+1].low] {
		return 0
	}
	return a.v.manifold[a.words[i].low]
}

// again reports whether v says once more who one of vs is: "A woman was gunned down, the
// third person killed there".
func again(vs []victim, v *victim) bool {
	return v.known && v.ordinal > 0 && slices.ContainsFunc(vs, func(o victim) bool { return o.first < v.first && o.n == v.n && o.harm == v.harm })
}

// tollOfStory reports whether a running total counts the dead of the one deed of a
// story: "the death toll rose to three", not "the city's toll this year".
func (a *sentenceAnalysis) tollOfStory(x tally) bool {
	return a.v.measure[a.words[x.by.at].low].pos == 'n' && !a.countsPeriod()
}

// countsPeriod reports whether the sentence counts what happened in some time, or from
// some time on: "the third killed in a week", "the city's toll this year".
func (a *sentenceAnalysis) countsPeriod() bool {
	return slices.ContainsFunc(a.times, func(r timeRef) bool {
		return r.Type == timex.Duration || r.Precision == "year" || r.Precision == "month" || r.prep == "since"
	})
}

// meet enters a person, or what is told more of one who has been told.
func (t *toll) meet(p person) {
	at, best := -1, 0
	for i := range t.people {
		if n := t.people[i].fits(&p); n > 0 && n >= best { // the latest of equals
			at, best = i, n
		}
	}
	if at < 0 {
		t.people = append(t.people, p)
		return
	}
	o := &t.people[at]
	o.take(&p.victim)
	if graver(p.harm, o.harm) {
		o.harm = p.harm
	}
}

// fits says how well p, told later, fits o, 0 for not at all: best one of the
// same name or age, next one told just before whom a pronoun may take up, then
// one harmed alike; somebody wounded is not he who is told dead later, unless nobody else is.
func (o *person) fits(p *person) int {
	switch alike := o.harm == p.harm || p.harm == "casualties"; {
	case !o.mayBe(p):
		return 0
	case o.name != "" && o.name == p.name, o.age > 0 && o.age == p.age:
		return 5
	case p.pronoun && o.sentence >= p.sentence-1 && o.harm != "injured":
		return 4
	case alike:
		return 3
	case o.harm == "casualties":
		return 2
	case p.known:
		return 1
	}
	return 0
}

// mayBe reports whether p, told later, may be o.
func (o *person) mayBe(p *person) bool {
	switch {
	case o.name != "" && p.name != "":
		return o.name == p.name || p.known && strings.HasSuffix(o.name, " "+p.name)
	case o.ordinal > 0 && o.ordinal == p.ordinal:
		return true
	case p.another, o.age > 0 && p.age > 0 && o.age != p.age, o.sex != anySex && p.sex != anySex && o.sex != p.sex:
		return false
	case o.sentence == p.sentence:
		return p.known && !o.active && o.harm != p.harm
	case o.doer != p.doer && !p.known:
		return false
	}
	return true
}

// sum returns the number of killed, who did it among them if he died as well, that of killed
// without him as far as the story may state it, and that of injured.
func (t *toll) sum() (killed, victims, injured int64) {
	var dead, doers, hurt, named int64
	for _, p := range t.people {
		switch {
		case p.harm == "killed" && p.doer:
			doers++
		case p.harm == "killed":
			dead++
		case p.harm == "casualties" && p.name != "":
			named++
		default:
			hurt++
		}
	}
	hurt += max(0, named-max(0, t.killed-dead)) // whom a story names among those shot is most often one of the dead whom it counts
	killed = max(t.killed, t.dead, dead)
	if hurt == 0 && t.injured == 0 && t.shot == 0 {
		killed = max(killed, t.ordinal) // else "a third man was shot dead" may be the third of those shot
	}
	among := killed
	if t.killed <= dead || t.victimsOnly {
		killed += doers
	} else {
		killed = max(killed, dead+doers)
	}
	injured = max(t.injured, hurt)
	if t.sole || t.shot > 1 && t.shot < among { // too few to hold the dead
		injured = max(injured, t.shot)
	} else {
		injured = max(injured, t.shot-among)
	}
	return killed, killed - doers, injured
}

// giveToll gives report r the figure n of a measure, unless it states as many
// or no fewer; the smaller numbers of the story are part of it, victims among them,
// which is n without who did it.
func (d *documentAnalysis) giveToll(reports []draft, r *draft, measure string, n, victims int64) {
	if n == 0 || slices.ContainsFunc(r.Figures, func(f Figure) bool {
		return f.Measure == measure && (f.Scope == ScopeEvent && (f.Low >= n || f.High == nil) || f.Scope == ScopeTotal && f.Low >= n)
	}) {
		return
	}
	for i := range reports {
		fs := slices.Clone(reports[i].Figures)
		for k := range fs {
			if f := &fs[k]; f.Measure == measure && f.Scope == ScopeEvent && f.Low < n && (f.Low == victims || f.Low == 1 && d.v.kinds[reports[i].Kind].Where == data.AtHome || &reports[i] == r) {
				f.Scope = ScopePart
			}
		}
		reports[i].Figures = fs
	}
	r.Figures = append(r.Figures, Figure{Measure: measure, Population: "people", Low: n, High: &n, Hedge: AddedUp, Scope: ScopeEvent, Span: r.Trigger.Span})
	d.add(r, Step{"figures", "added up", r.Trigger, fmt.Sprintf("those whom the text tells %s, one by one or in several numbers, are %d", measure, n)})
}
