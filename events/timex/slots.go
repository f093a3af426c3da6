package timex

// slot names what a token contributes to the meaning of a match. A class fills
// the slot of its own name, if there is one, unless the pattern says
// "{class:slot}".
type slot uint8

const (
	slotNone    slot = iota
	slotYear         // 1992
	slotYY           // 92: two digits of a year
	slotMonth        // 1 to 12
	slotDay          // 1 to 31
	slotFirst        // first and second part of a numeric date whose order is open
	slotSecond       //
	slotWeekday      // 1 Monday to 7
	slotSeason       // SP SU FA WI
	slotQuarter      // 1 to 4
	slotHalf         // 1 or 2
	slotDecade       // 1990 or 90, the first year
	slotCentury      // 20 for the twentieth
	slotWeek         // ISO week, 1 to 53
	slotOrd          // 1 .. 31, -1 the last: which unit of what follows
	slotPart         // START MID END
	slotTod          // MO AF EV NI DT and clock times such as 12:00 for noon
	slotHour         // 0 to 24
	slotMinute
	slotHHMM // 0300: hour and minute in one number
	slotSecondOfMinute
	slotAmpm     // am pm
	slotZone     // Z or +04
	slotZoneHour // signed hours
	slotRel      // -1 last, 0 this, 1 next: counted from the publication
	slotRun      // -1 previous, 0 that, 1 following: counted from the date before
	slotDeictic  // days from the day of speaking: -1 yesterday
	slotDir      // -1 ago, 1 later: with a count and a unit
	slotFrom     // what slotDir counts from: "speech", "run", "event", or "either": see the head of data/lang/en.txt
	slotCount    // a number; several are added
	slotTenths   // digits behind a decimal point of the count
	slotGroup    // three digits behind those of the count: 1,000
	slotTimes    // a factor on the count: hundred
	slotOver     // a divisor of the count: half
	slotVague    // an unknown number: few, several
	slotApprox   // a TIMEX3 modifier
	slotUnit     // day week month year ... in the form unitNames has
	slotEra      // BC, AD
	slotValue    // a TIMEX3 value as it is
	slotFreq     // TIMEX3 freq of a set: how often within its value
	slotQuant    // TIMEX3 quant of a set: EVERY
	slotCue      // "future": the words point ahead; "into": a night that ends on the day named; "loose": at least, up to
	slotStyle    // "julian": the calendar that is stated
	slotNamed    // part of a name, whose words with capitals stand before it ("yes") or behind it ("ahead")
	slotFeast    // which computed feast, see feast.go
	slotClock    // "narrative" or "speech": found only in documents that go by that clock
	slotTotal
)

// slotNames maps the names used in language files to slots; several classes
// may fill one slot.
var slotNames = map[string]slot{
	"year": slotYear, "yyyy": slotYear, "yy": slotYY,
	"month": slotMonth, "mm": slotMonth, "day": slotDay, "dd": slotDay,
	"first": slotFirst, "second": slotSecond,
	"weekday": slotWeekday, "season": slotSeason, "quarter": slotQuarter, "half": slotHalf,
	"decade": slotDecade, "century": slotCentury, "week": slotWeek, "ord": slotOrd,
	"part": slotPart, "tod": slotTod, "hh": slotHour, "hour": slotHour, "min": slotMinute, "hhmm": slotHHMM, "sec": slotSecondOfMinute,
	"ampm": slotAmpm, "zone": slotZone, "zonehour": slotZoneHour,
	"rel": slotRel, "run": slotRun, "deictic": slotDeictic, "dir": slotDir, "from": slotFrom,
	"count": slotCount, "tenths": slotTenths, "group": slotGroup, "times": slotTimes, "over": slotOver, "vague": slotVague, "approx": slotApprox,
	"unit": slotUnit, "era": slotEra, "value": slotValue, "freq": slotFreq, "quant": slotQuant, "feast": slotFeast, "cue": slotCue,
	"style": slotStyle, "named": slotNamed, "clock": slotClock,
}

// op is what a rule makes of its slots.
type op uint8

const (
	opDate        op = iota // a DATE or TIME, from whatever slots there are
	opDuration              // a DURATION of count and unit
	opSpan                  // a DURATION that ends or starts at the clock: "the past four months"
	opSet                   // a SET
	opRef                   // PAST_REF, PRESENT_REF, FUTURE_REF, or another value as it is
	opRange                 // two spans, each a date, that bound an interval
	opList                  // spans, each a date or duration
	opPeriod                // a named period of data/periods
	opAnniversary           // years after a date that the text states
	opNone                  // nothing: what would otherwise be taken for a date
)

var opNames = map[string]op{
	"date": opDate, "duration": opDuration, "span": opSpan, "set": opSet, "ref": opRef,
	"range": opRange, "list": opList, "anniversary": opAnniversary, "none": opNone,
}

// cue is what a word says about the tense of the clause it stands in.
type cue uint16

const (
	cueFuture     cue = 1 << iota // will, shall, expected
	cuePast                       // was, had, -ed
	cueSpeech                     // said: a report of speech, which is past whatever it tells
	cueLate                       // by, until: up to
	cueBe                         // is, was: "is to meet"
	cueInfinitive                 // to
	cuePerfect                    // have: "was to have met" is past
	cueAfterBe                    // due, set: "is set to meet"; without be, "due to" is a cause
	cueIntend                     // agreed: with an infinitive behind it, which lies ahead
	cuePresent                    // tells nothing, whatever its ending
	cueStop                       // what lies beyond is another clause
	cueMoved                      // postponed: "postponed until Friday" looks ahead, else it is past
	cueOnDay                      // on: between a time of day and its day
)

var cueNames = map[string]cue{
	"future": cueFuture, "past": cuePast, "speech": cueSpeech, "upto": cueLate,
	"be": cueBe, "infinitive": cueInfinitive, "perfect": cuePerfect, "after-be": cueAfterBe,
	"intend": cueIntend, "present": cuePresent, "stop": cueStop,
	"on-day": cueOnDay, "moved": cueMoved,
}

// unit is a unit of time.
type unit uint8

const (
	noUnit unit = iota
	second
	minute
	hour
	day
	weekend
	week
	fortnight
	month
	quarter
	season
	half
	year
	decade
	century
	millennium
)

// units holds what each unit is called in language files and in TIMEX3.
var units = [...]struct{ name, timex string }{
	noUnit: {"", ""}, second: {"second", "S"}, minute: {"minute", "M"}, hour: {"hour", "H"},
	day: {"day", "D"}, weekend: {"weekend", "WE"}, week: {"week", "W"}, fortnight: {"fortnight", "W"},
	month: {"month", "M"}, quarter: {"quarter", "Q"}, season: {"season", "SN"}, half: {"half", "H"},
	year: {"year", "Y"}, decade: {"decade", "DE"}, century: {"century", "CE"}, millennium: {"millennium", "ML"},
}

func unitNamed(name string) unit {
	for u, names := range units {
		if names.name == name {
			return unit(u)
		}
	}
	return noUnit
}
