package figure

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/dateline-project/dateline/events"
)

// words are what a figure says in one language, beside the labels of events,
// which are those of the graph.
type words struct {
	months, shortMonths                                    [12]string
	days                                                   [7]string
	dates                                                  *strings.Replacer // what chart.DateWords says in English, in this language
	terms                                                  map[string]string // English words of charts and measures
	bc                                                     string            // of a year before the common era, with %s for the year
	charts                                                 map[string]string
	modality                                               map[events.Modality]string
	classes                                                map[string]string
	day, bracket, span                                     string
	after, before                                          string
	oneOf, order                                           string
	approximate, doubt                                     string
	accounts                                               [3]string
	disputed                                               string
	strip, stripOther                                      string
	stripDisputed                                          string
	axisBreak                                              string
	others                                                 func(n int) string
	events                                                 func(n int) string
	undated                                                func(n int) string
	labelled                                               func(n, all int) string
	from                                                   func(events, accounts, documents int) string
	claims                                                 func(documents, accounts int) string
	reports                                                func(n int) string
	noDay                                                  string
	asOf, filter                                           string
	none                                                   string
	mostIn                                                 map[string]string // the most a bar holds: %d, by unit
	mostBar                                                string            // the same where units differ
	vague                                                  func(n int) string
	modalityShort                                          map[events.Modality]string
	totalExact, totalLeast, totalLine, totalNote           string
	linkStated, linkDerived, severalAccounts, networkNote  string
	networkLeft                                            func(n int) string
	shown                                                  map[string]func(n, all int) string // what stands below a title, by chart
	ownReport, copyOnly, silent, silenceNote               string
	weightiest                                             func(n, all int) string
	outletsLeft, calendarNote, calendarLeft                func(n int) string
	wholeRegion, bordersNote                               string
	mapVague, mapLeft                                      func(n int) string
	contestCount, contestRevision, contestBar, contestNote string
	contestsLeft                                           func(n int) string
	totalsLeft, totalsVague, totalsOnce                    func(n int) string
}

func (w *words) year(y int) string {
	if y <= 0 {
		return fmt.Sprintf(w.bc, strconv.Itoa(1-y))
	}
	return strconv.Itoa(y)
}

// languages holds the words of each language that Options.Lang may name.
var languages = map[string]*words{"en": &english, "ru": &russian}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return group1000(n) + " " + many
}

func plurals(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// group1000 writes a number with a thin space between thousands, from 10,000 up.
func group1000(n int) string {
	s := strconv.Itoa(n)
	if n < 10000 && n > -10000 {
		return s
	}
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "\u202f" + s[i:]
	}
	return s
}

func shownEvents(n, all int) string {
	if n == all {
		return plural(n, "event", "events")
	}
	return group1000(n) + " of " + plural(all, "event", "events")
}

var english = words{
	months:      [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
	shortMonths: [12]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
	days:        [7]string{"M", "T", "W", "T", "F", "S", "S"},
	dates:       strings.NewReplacer("January", "Jan", "February", "Feb", "March", "Mar", "April", "Apr", "June", "Jun", "July", "Jul", "August", "Aug", "September", "Sep", "October", "Oct", "November", "Nov", "December", "Dec"),
	bc:          "%s BC",
	charts: map[string]string{
		"timeline": "Timeline", "totals": "Running totals", "disagreements": "Where accounts differ", "network": "How events are linked",
		"coverage": "Who reported what", "calendar": "Calendar of events", "map": "Where it was reported to have happened",
	},
	modality: map[events.Modality]string{
		events.Happened: "reported as having happened", events.Alleged: "alleged", events.Denied: "denied", events.Demanded: "demanded",
		events.Planned: "planned", events.Hypothetical: "hypothetical", events.Negated: "reported as not having happened",
	},
	classes: map[string]string{
		"violence": "Violence", "harm": "Harm to people", "territory": "Territory", "diplomacy": "Diplomacy", "politics": "Politics", "justice": "Justice",
		"society": "Society", "economy": "Economy", "disaster": "Disaster", "other": "Other", "statement": "Statements",
	},
	day: "a known day", bracket: "some day within a week, month or year", span: "from one day to another", after: "not before a day", before: "not after a day",
	oneOf: "one of several days", order: "no date stated, only bounds", approximate: "approximate", doubt: "the source doubts it",
	accounts: [3]string{"one account", "two independent accounts", "three or more"}, disputed: "accounts contradict each other",
	strip: "number of events", stripOther: "not reported as having happened", stripDisputed: "disputed",
	axisBreak: "the axis is broken at //, and each part has a scale of its own",
	others:    func(n int) string { return plural(n, "other group", "other groups") },
	events:    func(n int) string { return plural(n, "event", "events") },
	undated: func(n int) string {
		return plural(n, "event without any date is", "events without any date are") + " not drawn"
	},
	labelled: func(n, all int) string {
		return fmt.Sprintf("the weightiest %s of %s are labelled, bars count all", group1000(n), group1000(all))
	},
	from: func(e, a, d int) string {
		return plural(e, "event", "events") + " from " + plural(a, "independent account", "independent accounts") + " in " + plural(d, "document", "documents")
	},
	claims: func(d, a int) string {
		return plural(d, "document", "documents") + ", " + plural(a, "independent account", "independent accounts")
	},
	reports: func(n int) string { return plural(n, "report", "reports") }, noDay: "no day stated",
	asOf: "as of %s", filter: "filter: %s", none: "No event to draw.",
	mostIn:  map[string]string{"day": "up to %d a day", "week": "up to %d a week", "month": "up to %d a month", "quarter": "up to %d a quarter", "year": "up to %d a year", "decade": "up to %d a decade"},
	mostBar: "up to %d a bar", vague: func(n int) string {
		return plural(n, "event has a date", "events have dates") + " too vague for a bar"
	},
	totalExact: "a number that is stated", totalLeast: "at least so many", totalLine: "the same account, later",
	totalNote: "Each chart has axes of its own; a later, higher total is no contradiction",
	shown: map[string]func(n, all int) string{
		"totals":        func(n, _ int) string { return plural(n, "statement", "statements") },
		"disagreements": func(n, _ int) string { return plural(n, "disagreement", "disagreements") },
		"network":       shownEvents, "coverage": shownEvents, "calendar": shownEvents, "map": shownEvents,
	},
	ownReport: "a report of its own", copyOnly: "copied from others", silent: "published in those days without reporting it",
	silenceNote: "Silence is no denial",
	weightiest: func(n, all int) string {
		return fmt.Sprintf("The weightiest %s of %s events are shown", group1000(n), group1000(all))
	},
	outletsLeft: func(n int) string {
		return plural(n, "other outlet reports none of them, or", "other outlets report none of them, or") + " found no room"
	},
	calendarNote: func(n int) string {
		s := "Counted are events reported as having happened on a known day"
		if n > 0 {
			s += "; " + plural(n, "other is", "others are") + " not"
		}
		return s
	},
	calendarLeft: func(n int) string { return plural(n, "event", "events") + " in months that found no room" },
	wholeRegion:  "somewhere in a region or country", bordersNote: "Borders and coastlines are those of Natural Earth at 1:50 million and state no claim; places: GeoNames, CC BY 4.0",
	mapVague: func(n int) string {
		return plural(n, "event has", "events have") + " no place that is known, or " + plurals(n, "is", "are") + " not reported as having happened"
	},
	mapLeft:      func(n int) string { return plural(n, "event lies", "events lie") + " outside the part shown" },
	contestCount: "counts, on a line from zero", contestRevision: "changed later by the same outlet: no contradiction", contestBar: "other values, as long as the accounts are many",
	contestNote:  "In brackets, how many independent texts give the value",
	contestsLeft: func(n int) string { return plural(n, "more disagreement", "more disagreements") + " found no room" },
	linkStated:   "a source states it, or the order", linkDerived: "follows from the dates, or is only near", severalAccounts: "several independent accounts",
	networkNote: "Linked events stand together, in order of time",
	networkLeft: func(n int) string { return plural(n, "more linked event", "more linked events") + " found no room" },
	totalsLeft:  func(n int) string { return plural(n, "statement", "statements") + " of other measures found no room" },
	totalsOnce: func(n int) string {
		return plural(n, "total that is", "totals that are") + " stated only once " + plurals(n, "is", "are") + " not drawn"
	},
	totalsVague: func(n int) string {
		return plural(n, "statement that tells", "statements that tell") + " no day " + plurals(n, "is", "are") + " not drawn"
	},
	modalityShort: map[events.Modality]string{
		events.Happened: "Reported as happened", events.Alleged: "Alleged", events.Denied: "Denied", events.Demanded: "Demanded",
		events.Planned: "Planned", events.Hypothetical: "Hypothetical", events.Negated: "Reported as not happened",
	},
}
