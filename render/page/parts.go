package page

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/json"

	"golang.org/x/sync/errgroup"

	"github.com/dateline-project/dateline/render/chart"
)

// writeData writes the page's data as four script elements that do not run, so
// that the browser opens what the first screen needs first and the rest when it
// is asked for: dl-data (names, documents, events in columns, links), dl-charts
// (chart options), dl-reports and dl-texts.
func (m *model) writeData(w *bufio.Writer) error {
	charts := map[string]json.RawMessage{}
	for _, c := range chart.Charts() {
		option, err := c.Option(m.g)
		if err != nil {
			return err
		}
		charts[c.Name] = option
	}
	texts := make([]string, len(m.g.Documents))
	for i := range texts {
		if m.textShown[i] {
			texts[i] = m.g.Documents[i].Text
		}
	}
	reports := m.reports() // before main, as it numbers dates that main lists
	parts := []struct {
		id   string
		data any
	}{
		{"dl-data", m.main()},
		{"dl-charts", charts},
		{"dl-reports", reports},
		{"dl-texts", texts},
	}
	// Parts are made at the same time and written in order.
	made := make([]bytes.Buffer, len(parts))
	var group errgroup.Group
	for i, part := range parts {
		group.Go(func() error { return writePart(&made[i], part.id, part.data) })
	}
	if err := group.Wait(); err != nil {
		return err
	}
	for i := range made {
		if _, err := made[i].WriteTo(w); err != nil {
			return err
		}
	}
	return nil
}

// compressed is the size in bytes from which a part is compressed; smaller ones
// stay readable in the page's source.
const compressed = 128 << 10

// writePart writes a script element that holds data and does not run.
func writePart(w *bytes.Buffer, id string, data any) error {
	// json.Marshal writes <, > and & as \u003c, \u003e and \u0026, and escapes
	// U+2028 and U+2029, so that no text can end the element.
	b, err := json.Marshal(data)
	if err != nil {
		return err
	}
	if len(b) < compressed {
		w.WriteString(`<script type="application/json" id="` + id + `">`)
		w.Write(b)
	} else {
		w.WriteString(`<script type="application/gzip" id="` + id + `">`)
		out := base64.NewEncoder(base64.StdEncoding, w)
		pack, err := gzip.NewWriterLevel(out, 6)
		if err != nil {
			return err
		}
		if _, err := pack.Write(b); err != nil {
			return err
		}
		if err := pack.Close(); err != nil {
			return err
		}
		if err := out.Close(); err != nil {
			return err
		}
	}
	w.WriteString("</script>\n")
	return nil
}
