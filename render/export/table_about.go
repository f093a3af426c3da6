package export

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-project/dateline/graph"
)

var decisionColumns = []column{
	{"decision", code, "copy: a document is a copy of another; merged: reports are of one event; part-of: an event is part of another; warning, error: what was said of an input; review: what a reviewer decided, and whether it was applied"},
	{"subject", words, "id of a document or event, or the path of an input"},
	{"object", words, "what it was joined to"},
	{"basis", words, "why, or how many"},
	{"by", words, "who decided: the program and its version, or a reviewer and when"},
}

// decisionTable lists what the program decided that a reader may see
// otherwise: copies, mergers, parts, and inputs left out; and what reviewers did.
func decisionTable(x *index) table {
	t := table{name: "decisions", doc: "one row a decision of the program that a reader may want to check", columns: decisionColumns}
	by := strings.TrimSpace(x.g.Generator.Name + " " + x.g.Generator.Version)
	t.rows = func(yield func([]string) bool) {
		for i := range x.g.Documents {
			if d := &x.g.Documents[i]; d.CopyOf != "" && !yield([]string{"copy", d.ID, d.CopyOf, "near-identical text", by}) {
				return
			}
		}
		for i := range x.g.Events {
			e := &x.g.Events[i]
			if len(e.Reports) > 1 && !yield([]string{"merged", e.ID, strings.Join(e.Reports, "; "), fmt.Sprintf("%d reports in %d documents", len(e.Reports), e.Documents), by}) {
				return
			}
			if e.PartOf != "" && !yield([]string{"part-of", e.ID, e.PartOf, "within its dates, at its place", by}) {
				return
			}
		}
		for i := range x.g.Corrections {
			if !yield(reviewRow(&x.g.Corrections[i])) {
				return
			}
		}
		for _, d := range x.g.Diagnostics {
			at := d.Path
			if d.Line > 0 {
				at += ":" + strconv.Itoa(d.Line)
			}
			if !yield([]string{d.Severity, at, "", d.Message, by}) {
				return
			}
		}
	}
	return t
}

// reviewRow tells a reviewer's decision.
func reviewRow(c *graph.AppliedCorrection) []string {
	basis := c.Outcome
	for _, s := range []string{c.Says, c.Reason} {
		if s != "" {
			basis += ": " + s
		}
	}
	object := cmp.Or(strings.Join(c.After.Reports, "; "), c.After.EDTF, c.After.CopyOf, strings.Join(c.Before.Events, "; "))
	return []string{"review: " + string(c.Action), cmp.Or(c.Event, c.Document), object, basis, c.Who + ", " + c.When}
}

var readmeColumns = []column{{"key", words, ""}, {"value", words, ""}}

// readmeTable says what the tables hold and how they were made, and what each
// column means.
func readmeTable(x *index, opt Options, of []table) table {
	g := x.g
	t := table{name: "readme", doc: "what these tables hold, and how they were made", columns: readmeColumns}
	t.rows = func(yield func([]string) bool) {
		disputed := 0
		modality := map[string]int{}
		for i := range g.Events {
			modality[string(g.Events[i].Modality)]++
			if g.Events[i].Disputed() {
				disputed++
			}
		}
		rows := [][2]string{
			{"title", opt.title()},
			{"made by", strings.TrimSpace(g.Generator.Name + " " + g.Generator.Version)},
			{"filter", filterWords(g)},
			{"events", strconv.Itoa(len(g.Events))},
		}
		for _, m := range slices.Sorted(maps.Keys(modality)) {
			rows = append(rows, [2]string{"events told as " + m, strconv.Itoa(modality[m])})
		}
		rows = append(rows,
			[2]string{"events whose accounts contradict each other", strconv.Itoa(disputed)},
			[2]string{"reports", strconv.Itoa(len(g.Reports))},
			[2]string{"documents", strconv.Itoa(len(g.Documents))},
			[2]string{"texts that are no copies", strconv.Itoa(len(g.Families))},
			[2]string{"documents, SHA-256 of their list", CorpusHash(g)},
			[2]string{"dates", "ISO 8601-2 (EDTF). A day is never invented: 2021-05 is some day in May 2021, and earliest and latest are its bounds"},
			[2]string{"review", reviewWords(g)},
			[2]string{"cells", "an apostrophe before a sign such as = keeps a spreadsheet from running a text as a formula; several values are separated by \"; \""},
		)
		for _, r := range rows {
			if !yield(r[:]) {
				return
			}
		}
		for _, other := range of {
			if !yield([]string{"table " + other.name, other.doc}) {
				return
			}
			for _, c := range other.columns {
				if c.doc != "" && !yield([]string{other.name + "." + c.name, c.doc}) {
					return
				}
			}
		}
	}
	return t
}

// reviewWords says how much of g people have looked at.
func reviewWords(g *graph.Graph) string {
	if len(g.Corrections) == 0 {
		return "nothing here was checked by a person: each row is what the texts say, as a program read them"
	}
	n := map[string]int{}
	for i := range g.Events {
		if r := g.Events[i].Review; r != nil {
			n[r.Status]++
		}
	}
	return fmt.Sprintf("reviewers accepted %d events and rejected %d; nobody checked the others: each row is what the texts say, as a program read them", n[graph.Accepted], n[graph.Rejected])
}

// filterWords is the filter that g was selected with, as options.
func filterWords(g *graph.Graph) string {
	if f := g.Generator.Options["filter"]; f != "" {
		return f
	}
	return "none: every event"
}

// CorpusHash is the SHA-256, in hexadecimal, of the list of g's documents: a
// line "sha256  id" each, as sha256sum prints them, in order of id. Two graphs
// that have it in common were made of the same bytes under the same names.
func CorpusHash(g *graph.Graph) string {
	lines := make([]string, len(g.Documents))
	for i := range g.Documents {
		lines[i] = g.Documents[i].SHA256 + "  " + g.Documents[i].ID + "\n"
	}
	slices.SortFunc(lines, func(a, b string) int { return strings.Compare(a[min(66, len(a)):], b[min(66, len(b)):]) })
	h := sha256.New()
	for _, l := range lines {
		h.Write([]byte(l))
	}
	return hex.EncodeToString(h.Sum(nil))
}
