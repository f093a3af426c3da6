package events

import (
	"math"
	"strings"

	"github.com/dateline-project/dateline/events/text"
)

// readRecord takes the date and the place that a table of incidents gives a row
// for those of all that the row tells without others.
func (d *documentAnalysis) readRecord() {
	r := d.doc.Record
	if r == nil {
		return
	}
	d.entry = &diaryEntry{when: noDate()} // of the first block
	d.entryReach = math.MaxInt
	for k := range d.times {
		if m := &d.times[k]; r.Date.Contains(m.Span) && m.EDTF != "" {
			d.entry.when = fromMention(m)
			break
		}
	}
	if r.Place.Len() == 0 {
		return
	}
	for k := range d.places {
		if m := &d.places[k]; r.Place.Contains(m.Span) && !m.Demonym {
			d.recorded = placeOf(m)
			return
		}
	}
	name, _, _ := strings.Cut(d.doc.Text[r.Place.Start:r.Place.End], ",")
	d.recorded = Place{Name: name, Names: []string{name}, Precision: LocalityPlace, Span: text.Span{Start: r.Place.Start, End: r.Place.Start + len(name)}}
}

// opensRecord reports whether sentence i is the first of the account of a row,
// which tells something even if no phrase of the lexicon stands in it.
func (d *documentAnalysis) opensRecord(i int) bool {
	return d.doc.Record != nil && d.sentences[i].role == text.Body && (i == 0 || d.sentences[i-1].role != text.Body)
}

// countRecord gives the counts of a row's columns to what the row tells: each to
// the first report of harm, else to the first of all, if no report has a figure
// of that measure.
func (d *documentAnalysis) countRecord(reports []draft) {
	if d.doc.Record == nil {
		return
	}
	for _, c := range d.doc.Record.Counts {
		best, told := -1, false
		for i := range reports {
			r := &reports[i]
			for _, f := range r.Figures {
				told = told || f.Measure == c.Measure || f.Measure == "casualties"
			}
			if r.Modality != Happened && r.Modality != Alleged || d.v.kinds[r.Kind].Spoken {
				continue
			}
			if a := d.sentenceOf[r.sentence]; best < 0 || a.harms(r.Kind) && !a.harms(reports[best].Kind) {
				best = i
			}
		}
		if told || best < 0 {
			continue
		}
		r, n := &reports[best], c.N
		r.Figures = append(r.Figures, Figure{Measure: c.Measure, Population: "people", Low: n, High: &n, Scope: ScopeEvent, Span: c.Span})
		if d.explain {
			r.steps = append(r.steps, Step{"figures", "column", Quote{c.Span, d.doc.Text[c.Start:c.End]}, "counts " + c.Measure + ", as the head of its column says"})
		}
	}
}
