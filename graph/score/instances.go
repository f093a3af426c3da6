package score

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// AddInstances reads JSON lines of events, {"id", "time", "begin", "end"} with
// TimeML dates, and gives each mark that names such an event, and has no date,
// its date: the time, else the interval, which may also be stated by its begin
// alone. What is not known to the year is no date.
func (g *Gold) AddInstances(name string, b []byte) error {
	dates := map[string]oneOf{}
	n := 0
	for line := range bytes.Lines(b) {
		n++
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		var e struct{ ID, Time, Begin, End string }
		if err := json.Unmarshal(line, &e); err != nil {
			return fmt.Errorf("%s:%d: %w; each line is one event with \"id\", \"time\", \"begin\" and \"end\"", name, n, err)
		}
		at, begin, end := knownPart(e.Time), knownPart(e.Begin), knownPart(e.End)
		switch {
		case at != "":
			dates[e.ID] = oneOf{at}
		case begin != "":
			dates[e.ID] = oneOf{begin + "/" + end, begin, begin + "/.."}
		}
	}
	for i := range g.Documents {
		for k := range g.Documents[i].Marks {
			m := &g.Documents[i].Marks[k]
			if m.When != nil {
				continue
			}
			m.When = slices.Clone(dates[m.Event])
			if m.When == nil {
				m.When = oneOf{""}
			}
		}
	}
	return nil
}

// knownPart returns "2009" of "2009-XX-XX", and "" where not even the year is known.
func knownPart(d string) string {
	if len(d) < 4 || strings.Trim(d[:4], "0123456789") != "" {
		return ""
	}
	return strings.ReplaceAll(d, "-XX", "")
}
