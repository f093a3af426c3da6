package timex

// coarser lists, for slots that a member of a list or a range may leave out,
// which slot it must have for another's to be taken over.
var coarser = []struct{ slot, needs slot }{
	{slotUnit, slotCount}, {slotMonth, slotDay}, {slotYear, slotMonth}, {slotYear, slotSeason}, {slotYear, slotQuarter},
	{slotYear, slotHalf}, {slotRel, slotMonth}, {slotRun, slotMonth}, {slotRel, slotSeason}, {slotAmpm, slotHour}, {slotZone, slotHour}, {slotDay, slotHour}, {slotMonth, slotHour}, {slotYear, slotHour},
	{slotWeekday, slotHour}, {slotDeictic, slotHour},
	{slotEra, slotYear}, {slotCentury, slotOrd},
}

// share gives each member of a range or list what it leaves to the others: in
// "4 and 5 May 2020" the first has neither month nor year. It reports false
// when the members cannot be read together.
func share(members []expr, op op) bool {
	if len(members) < 2 {
		return true
	}
	for _, behind := range []bool{true, false} {
		for _, c := range coarser {
			if c.slot == slotZone && op == opList {
				continue // "16:00 (12:00 UTC)": two clocks
			}
			for k := range members {
				if members[k].v.is(c.needs) {
					take(members, k, c.slot, behind)
				}
			}
		}
	}
	if op != opRange {
		return true
	}
	return rangeHolds(&members[0].v, &members[len(members)-1].v)
}

// take gives member k a slot that it leaves to another: to the nearest behind it
// that has one ("4 and 5 May"), or to the one before ("May 4 and 5").
func take(members []expr, k int, s slot, behind bool) {
	from := k - 1
	if behind {
		from = k + 1
		for from < len(members)-1 && !members[from].v.is(s) {
			from++
		}
	}
	if from < 0 || from >= len(members) {
		return
	}
	v, o := &members[k].v, &members[from].v
	switch {
	case v.is(s) || !o.is(s) || s == slotYear && v.is(slotYY):
	case s == slotYear && behind && monthAfter(v, o):
		// "from October to March 1945": the first is of the year before.
		v.put(slotYear, itoa(o.int(slotYear)-1))
	case s == slotYear && !behind && monthAfter(o, v):
		v.put(slotYear, itoa(o.int(slotYear)+1))
	default:
		v.put(s, o.str(s))
	}
}

// rangeHolds completes the years of a range from a to b, and reports whether it can be one.
func rangeHolds(a, b *slots) bool {
	if a.is(slotYear) && b.is(slotYY) && !b.is(slotYear) {
		y := a.int(slotYear)/100*100 + b.int(slotYY)
		if y <= a.int(slotYear) {
			return false // "2020-11" is a month, "1999-00" a range that nobody writes so
		}
		b.drop(slotYY)
		b.put(slotYear, itoa(y))
	}
	if a.is(slotDecade) && b.is(slotDecade) && b.int(slotDecade) < 100 && a.int(slotDecade) > 100 {
		b.find(slotDecade).num += int32(a.int(slotDecade) / 100 * 100)
	}
	if a.is(slotMonth) && b.is(slotMonth) && a.is(slotDay) && b.is(slotDay) && a.int(slotMonth) == b.int(slotMonth) &&
		a.int(slotDay) >= b.int(slotDay) && !a.is(slotTod) && !a.is(slotHour) && a.int(slotYear) == b.int(slotYear) {
		return false // "raised on April 29 to 5"
	}
	return !(a.is(slotYear) && b.is(slotYear) && !a.is(slotEra) && a.int(slotYear) > b.int(slotYear))
}

func monthAfter(a, b *slots) bool {
	return a.is(slotMonth) && b.is(slotMonth) && a.int(slotMonth) > b.int(slotMonth)
}
