package timex

import (
	"github.com/dateline-project/dateline/events/text"
)

// advance moves the running date to what was read. Dates that are aside (in
// parentheses, in names, in furniture) do not move it, nor does the end of a
// range of years, behind which a text goes on from the start. A year counted
// from a date ("two years earlier") or mentioned within a sentence ("the
// elections planned for 1976") does not end the months being told; one that
// opens a sentence or a heading does.
func (r *resolver) advance(e *expr, got *reading, aside bool) {
	v := &e.v
	if e.rule.op == opPeriod || got.d.unit == noUnit || got.d.unit >= decade || v.is(slotNamed) {
		return
	}
	if e.rule.holiday && !v.is(slotYear) {
		return // the Christmas Truce, the Labour Day parade
	}
	if got.d.unit == season && !v.is(slotYear) && r.c.runningAt >= 0 && r.c.running.unit < season {
		return // "to hold out until winter" in October: the text goes on in October
	}
	if v.is(slotYear) && r.c.runningAt >= 0 && r.c.running.unit <= year && got.d.start() > r.c.running.start() && r.f.late(e) && r.f.tense(e) > 0 {
		return // "is to be finished by September 2021"
	}
	if role := r.f.role(e.first); role == text.Furniture || role == text.Metadata {
		return
	}
	if e.rule.op == opRange && !e.lead && got.d.unit == year {
		return
	}
	if got.d.unit == year {
		if v.is(slotDir) || v.is(slotRel) {
			return
		}
		if r.c.runningAt >= 0 && r.c.running.unit < year && (aside || !r.opens(e)) {
			return
		}
	} else if aside && r.c.runningAt >= 0 {
		return
	}
	if got.d.unit == day && r.onlySaid(e) {
		return
	}
	r.settle(v, got.d)
	r.c.running, r.c.runningAt, r.c.runBlock = got.d, e.first, e.block
	if got.d.unit == day && r.f.heads(e) {
		r.c.entryDay, r.c.entryAt, r.c.entryBlock = fromDay(got.d.start()), e.first, e.block
	}
	r.c.hour, r.c.hourZone = "", ""
	if got.d.tod == "NI" || len(got.d.tod) == len("00:00") {
		r.c.hour, r.c.hourZone = got.d.tod, got.d.zone
	}
	r.c.running.tod, r.c.running.sec, r.c.running.zone = "", "", ""
	if got.d.unit == day {
		r.c.runningDay, r.c.dayAt, r.c.dayBlock = r.c.running, e.first, e.block
	}
}

// onlySaid reports whether a day is only that of saying something whose own day
// the sentence gave before: behind "were killed on Tuesday, police said on
// Wednesday" the same evening is Tuesday's.
func (r *resolver) onlySaid(e *expr) bool {
	if r.c.dayAt < 0 || r.c.dayBlock != e.block {
		return false
	}
	for i := e.first - 1; i > r.c.dayAt; i-- {
		switch {
		case e.first-i <= speechReach && r.f.cue(i)&cueSpeech != 0:
			for ; i > r.c.dayAt; i-- {
				if r.f.sentenceEnd(i) {
					return false
				}
			}
			return true
		case r.f.tokens[i].Kind == text.Punct, e.first-i > speechReach:
			return false
		}
	}
	return false
}

// settle counts how often in a row the text stated dates of one year, and keeps
// the last date of a year that was stated often.
func (r *resolver) settle(v *slots, d date) {
	if !v.is(slotYear) || d.unit >= year {
		if d.unit < year && (d.year == r.c.main.year || r.c.subject && d.year == r.c.topYear) {
			r.c.main, r.c.mainAt = d, r.e.first
		}
		return
	}
	if d.year != r.c.running.year || r.c.streak == 0 {
		if r.c.streak >= minStreak {
			r.c.main, r.c.mainAt, r.c.mainStreak = r.c.running, r.c.runningAt, r.c.streak
		}
		r.c.streak = 0
	}
	if d.year == r.c.main.year || r.c.subject && d.year == r.c.topYear {
		r.c.main, r.c.mainAt = d, r.e.first
	}
	if d != r.c.running || r.c.streak == 0 {
		r.c.streak++ // the same date again, as in the captions of a gallery, adds nothing
	}
}

// minStreak is how many dates of one year in a row make it the year that the
// text is about; one date of another year does not end it for longer than a block.
const minStreak = 3

// excursion reports whether the running date is not what a date without a year
// goes by, and returns what is: where the section or the block has ended that
// the running date stands in, the text goes back to the year that it is about
// ("the battle resembled that of May 1992", in a text of 2020), or to the one
// whose dates it told before a single other date.
func (r *resolver) excursion() (date, bool) {
	if r.c.runBlock == r.e.block {
		return date{}, false
	}
	home, sure := r.home()
	// Enough dates of another year, and no new section of a text whose year is sure.
	moved := r.c.streak >= minStreak && !(sure && len(r.sections) > 0 && !r.inSection(r.c.runningAt))
	switch {
	case home.unit != noUnit && r.c.running.year != home.year && !moved && !r.movedOn(home.year):
		if r.c.main.unit != noUnit && r.c.main.year == home.year {
			return r.c.main, true
		}
		return home, true
	case home.unit == noUnit && r.c.streak == 1 && r.c.main.unit != noUnit && r.c.main.year != r.c.running.year:
		return r.c.main, true
	}
	return date{}, false
}

// movedOn reports whether the section has left the year that it is about: the
// block before told of another, and nothing in the section of that, or it has
// gone on to the next.
func (r *resolver) movedOn(home int) bool {
	if len(r.sections) == 0 || !r.inSection(r.c.runningAt) || r.c.runBlock != r.e.block-1 || r.c.running.unit >= year {
		return false
	}
	return r.c.running.year == home+1 || !r.inSection(r.c.mainAt)
}

// openReach is how many words may stand before a year that opens a sentence:
// "By the start of", "Late in".
const openReach = 3

// opens reports whether an expression stands at the start of its sentence.
func (r *resolver) opens(e *expr) bool {
	for i := e.first; i >= 0 && i >= e.first-openReach; i-- {
		if r.f.cells[i]&cellBlock != 0 || i > 0 && r.f.sentenceEnd(i-1) {
			return true
		}
	}
	return false
}

// narrative reports whether dates without a year go by the running date at
// this place: in a narrative, and in a passage of a news text whose last full
// date lies years before the publication.
func (r *resolver) narrative() bool {
	if r.c.runningAt < 0 {
		return r.c.speech.unit == noUnit || r.c.narrative && r.c.subject
	}
	if r.c.narrative || r.inEntry() {
		return true
	}
	if r.c.running.unit == year || r.c.running.year >= r.c.speech.year-1 {
		return false
	}
	return r.c.runBlock == r.e.block && r.follows(r.c.runningAt)
}

// inEntry reports whether the expression stands in an entry of a diary.
func (r *resolver) inEntry() bool {
	return r.c.diary && r.c.entryAt >= 0 && r.e.block-r.c.entryBlock <= r.c.entryReach
}

// dayOfEntry returns the day that heads the entry, its clock, and it in words.
func (r *resolver) dayOfEntry() (date, string, string) {
	r.from = r.c.entryAt
	return r.c.entryDay, ClockNarrative, r.c.entryDay.english() + ", the day of the entry"
}

// asideReach is how many tokens an aside of a news text reaches at most.
const asideReach = 60

// follows reports whether the expression stands in the sentence of a token or
// in the one behind it.
func (r *resolver) follows(tok int) bool {
	if r.e.first-tok > asideReach {
		return false
	}
	sentences := 0
	for i := tok; i < r.e.first; i++ {
		if r.f.sentenceEnd(i) {
			sentences++
		}
	}
	return sentences <= 1
}

// reference returns the date to count from, its clock, and it in words. With
// run set the words themselves point to the date before ("the next day").
func (r *resolver) reference(run bool) (date, string, string) {
	// In news "last", "this" and "next" look from the day of publication even in
	// a passage that tells of another time; so do weekdays and "ago" in a text
	// that is no history and whose publication is not known.
	v := &r.e.v
	aside := v.is(slotRel) && !r.c.narrative && r.c.speech.unit != noUnit && !r.inEntry()
	if r.c.speech.unit == day && !r.c.narrative && (v.is(slotDir) || v.is(slotWeekday) && !v.is(slotDay) && !hasPart(v)) {
		aside = !r.inEntry() && (r.c.entryAt != r.c.runningAt || r.c.runningAt < 0) // "born on 5 May 1965, he died Friday"
	}
	if r.c.speech.unit == noUnit && !r.c.history && !r.inEntry() && (v.is(slotRel) || v.is(slotDir) || v.is(slotWeekday) && !v.is(slotDay)) {
		aside = r.c.running.unit != day || !r.headed()
	}
	if r.c.speech.unit == day && !r.c.history && !run && r.f.tense(r.e) > 0 {
		aside = true // in news, "will be sentenced on 10 March" is still ahead
	}
	if run || r.narrative() && !aside {
		if home, _ := r.home(); r.c.runningAt < 0 && home.unit != noUnit && !run {
			return home, ClockNarrative, home.english() + ", which the text is about"
		}
		if r.c.runningAt >= 0 {
			r.from = r.c.runningAt
			return r.c.running, ClockNarrative, r.c.running.english() + ", the date mentioned before"
		}
		return date{}, "", ""
	}
	return r.speech()
}

func (r *resolver) speech() (date, string, string) {
	r.from = -1
	switch r.c.speechName {
	case ClockPublication:
		return r.c.speech, ClockPublication, r.c.speech.english() + ", the day of publication"
	case ClockDateline:
		return r.c.speech, ClockDateline, r.c.speech.english() + ", the date at the head of the document"
	}
	return date{}, "", ""
}

// dayBefore returns the last date given to the day, and it in words.
func (r *resolver) dayBefore() (date, string) {
	r.from = r.c.dayAt
	return r.c.runningDay, r.c.runningDay.english() + ", the day mentioned before"
}

// near reports whether the last date given to the day stands in the same block
// or in the one before.
func (r *resolver) near() bool { return r.c.dayAt >= 0 && r.e.block-r.c.dayBlock < 2 }

// headed reports whether there is a running date and it stands at the start of
// its block, as in a diary or a chronology.
func (r *resolver) headed() bool {
	return r.c.runningAt >= 0 && r.f.cells[r.c.runningAt]&cellBlock != 0
}
