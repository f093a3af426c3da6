package graph

import (
	"strings"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
)

// boundWriting fills Document.Written of the documents without a date of
// publication: one was not written before the last day that it tells of as
// past, nor after the first day that it tells of as still to come.
func (b *builder) boundWriting() {
	for i := range b.g.Reports {
		r := &b.g.Reports[i]
		d := b.docOf[i]
		if d < 0 || b.merger.published[d] != always || r.When.EDTF == "" || strings.HasPrefix(r.When.Basis, "derived:") {
			continue
		}
		doc := &b.g.Documents[d]
		if doc.Written == nil {
			doc.Written = &Written{Earliest: edtf.Open, Latest: edtf.Open}
		}
		w := doc.Written
		first, last := interval(r.When)
		switch {
		case told(r) && first != always && (w.Earliest == edtf.Open || edtf.Day(first) > w.Earliest):
			w.Earliest = edtf.Day(first)
		case r.Modality == events.Planned && last != never && (w.Latest == edtf.Open || edtf.Day(last) < w.Latest):
			w.Latest = edtf.Day(last)
		}
	}
	for i := range b.g.Documents {
		d := &b.g.Documents[i]
		w := d.Written
		if w == nil {
			continue
		}
		if w.Earliest != edtf.Open && w.Latest != edtf.Open && w.Earliest > w.Latest {
			w.Latest = edtf.Open // what was planned may have been told of later
		}
		if w.Earliest == edtf.Open && w.Latest == edtf.Open {
			d.Written = nil
			continue
		}
		var why []string
		if w.Earliest != edtf.Open {
			why = append(why, "not before "+w.Earliest.String()+", of which it tells as past")
		}
		if w.Latest != edtf.Open {
			why = append(why, "not after "+w.Latest.String()+", of which it tells as still to come")
		}
		w.Basis = "derived: no date of publication; " + strings.Join(why, "; ")
	}
}
