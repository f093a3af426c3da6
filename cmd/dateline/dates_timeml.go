package main

import (
	"bufio"
	"cmp"
	"encoding/xml"
	"strconv"
	"strings"

	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/events/text"
	"github.com/dateline-project/dateline/events/timex"
)

// timeMLRoot names the schema that the elements follow.
const timeMLRoot = `<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">`

// creation is the id of the publication date.
const creation = "t0"

// writeTimeML writes the document as TimeML 1.2.1 does, with TIMEX3 elements
// around the expressions. An expression that is counted from another names it
// in anchorTimeID; a length that ends or starts at a known date has that in
// beginPoint and endPoint, and the other end as an element without text behind
// it. Characters that XML cannot hold become U+FFFD.
func writeTimeML(w *bufio.Writer, d *source.Document, mentions []timex.Mention) error {
	t := timeML{w: w, d: d, ids: map[text.Span]string{}, next: len(mentions) + 1}
	for i, m := range mentions {
		t.ids[m.Span] = "t" + strconv.Itoa(i+1)
	}
	w.WriteString(xml.Header + timeMLRoot + "\n<DOCID>")
	escape(w, d.ID)
	w.WriteString("</DOCID>\n<DCT>")
	if d.Published != "" {
		t.open([]attribute{{"tid", creation}, {"type", timex.Date}, {"value", d.Published}, {"temporalFunction", "false"}, {"functionInDocument", "CREATION_TIME"}})
		escape(w, d.Published)
		w.WriteString("</TIMEX3>")
	}
	w.WriteString("</DCT>\n<TEXT>")
	end := 0
	for _, m := range mentions {
		escape(w, d.Text[end:m.Start])
		t.mention(m)
		end = m.End
	}
	escape(w, d.Text[end:])
	_, err := w.WriteString("</TEXT>\n</TimeML>\n")
	return err
}

type timeML struct {
	w    *bufio.Writer
	d    *source.Document
	ids  map[text.Span]string
	next int // number of the next element without text
}

type attribute struct{ name, value string }

// open writes the start of an element with those attributes that have a value.
func (t *timeML) open(all []attribute) {
	t.w.WriteString("<TIMEX3")
	for _, a := range all {
		if a.value == "" {
			continue
		}
		t.w.WriteString(" " + a.name + `="`)
		escape(t.w, a.value)
		t.w.WriteString(`"`)
	}
	t.w.WriteString(">")
}

func (t *timeML) mention(m timex.Mention) {
	anchor := t.anchor(m)
	var ends, silent []attribute
	if m.Type == timex.Duration && anchor != "" {
		ends, silent = t.ends(m, anchor)
		anchor = ""
	}
	// A value is required: a period that TIMEX3 has none for is an interval of ISO 8601.
	value := cmp.Or(m.Value, m.EDTF, "XXXX-XX-XX")
	t.open(append([]attribute{
		{"tid", t.ids[m.Span]}, {"type", m.Type}, {"value", value}, {"mod", m.Mod}, {"quant", m.Quant}, {"freq", m.Freq},
		{"temporalFunction", strconv.FormatBool(m.Clock != "")}, {"functionInDocument", "NONE"}, {"anchorTimeID", anchor},
	}, ends...))
	escape(t.w, t.d.Text[m.Start:m.End])
	t.w.WriteString("</TIMEX3>")
	if silent != nil {
		t.open(silent)
		t.w.WriteString("</TIMEX3>")
	}
}

// anchor returns the id of what an expression is counted from, "" for nothing
// that has one.
func (t *timeML) anchor(m timex.Mention) string {
	switch {
	case m.Clock == timex.ClockPublication && t.d.Published != "":
		return creation
	case m.Clock == timex.ClockNarrative && m.From.Len() > 0:
		return t.ids[m.From]
	}
	return ""
}

// ends returns the points of a length that is counted from the expression of
// id, and the element of the one that the text does not name.
func (t *timeML) ends(m timex.Mention, id string) (points, silent []attribute) {
	switch {
	case m.Earliest == edtf.Open:
		return []attribute{{"endPoint", id}}, nil
	case m.Latest == edtf.Open:
		return []attribute{{"beginPoint", id}}, nil
	}
	from, to, ok := strings.Cut(m.EDTF, "/")
	if !ok {
		return nil, nil
	}
	other := "t" + strconv.Itoa(t.next)
	t.next++
	value := from
	points = []attribute{{"beginPoint", other}, {"endPoint", id}}
	if strings.Contains(m.Underspecified, "+") {
		value = to
		points = []attribute{{"beginPoint", id}, {"endPoint", other}}
	}
	return points, []attribute{{"tid", other}, {"type", timex.Date}, {"value", value}, {"temporalFunction", "true"}, {"functionInDocument", "NONE"}, {"anchorTimeID", id}}
}
