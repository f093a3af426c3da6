package export

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/render/chart"
)

// accounts says how many tell e: "3 independent accounts in 4 documents".
func accounts(e *graph.Event) string {
	if e.Documents == 1 {
		return "1 document"
	}
	return plural(e.Accounts, "independent account") + " in " + plural(e.Documents, "document")
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

// capital returns s with its first letter as a capital, if it is of ASCII.
func capital(s string) string {
	if s != "" && 'a' <= s[0] && s[0] <= 'z' {
		return string(s[0]-'a'+'A') + s[1:]
	}
	return s
}

// sorts says what a dispute is.
var sorts = map[string]string{
	graph.Conflict: "accounts contradict each other in",
	graph.Revision: "revised later",
	graph.Scope:    "not comparable",
	graph.Silence:  "published in those days and does not report it",
}

// differences says in a line each what the accounts of e differ in.
func differences(e *graph.Event) []string {
	var out []string
	for i := range e.Disputes {
		d := &e.Disputes[i]
		var values []string
		for _, v := range d.Values {
			values = append(values, valueWords(d.Attribute, v.Value))
		}
		list := strings.Join(values, " / ")
		if d.Sort == graph.Silence {
			if list != "" {
				out = append(out, "Silent: "+list)
			}
			continue
		}
		s := cmp.Or(sorts[d.Sort], oneLine(d.Sort), "accounts differ in")
		out = append(out, capital(s)+" "+oneLine(d.Attribute)+": "+list)
	}
	return out
}

// valueWords is a value of a dispute for the reader: a date in words, all else
// as it is.
func valueWords(attribute, value string) string {
	if attribute == "when" {
		return oneLine(chart.DateWords(events.When{EDTF: value}))
	}
	return oneLine(value)
}

// general reports whether f counts people of any sort.
func general(f *graph.Figure) bool { return f.Population == "" || f.Population == "people" }

// mostOften reports whether more families give the best value of f than any other, or the
// graph, of an earlier version, does not say which value each gives.
func mostOften(f *graph.Figure) bool {
	best, others := 0, 0
	for _, v := range f.Values {
		if v.Low == *f.Best && v.High != nil && *v.High == v.Low {
			best = v.Families
		} else {
			others = max(others, v.Families)
		}
	}
	return best > others || len(f.Values) == 0
}

// figures says what the reports of e count: "killed 9 to 14, most often 12;
// injured 30 or more".
func figures(e *graph.Event) string {
	var out []string
	for i := range e.Figures {
		f := &e.Figures[i]
		s := oneLine(f.Measure)
		if !general(f) {
			s += " (" + oneLine(f.Population) + ")"
		}
		s += " " + chart.Amount(f.Low)
		switch {
		case f.High == nil:
			s += " or more"
		case *f.High != f.Low:
			s += " to " + chart.Amount(*f.High)
		}
		if f.Best != nil && (f.High == nil || *f.High != f.Low) && mostOften(f) {
			s += ", most often " + chart.Amount(*f.Best)
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}
