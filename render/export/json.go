package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"

	"github.com/dateline-project/dateline/graph"
)

// JSON writes the graph as docs/schema.json states it. Each element of the
// arrays at the top stands on a line of its own, so that two versions compare
// line by line and tools can read a part; the whole is never held in memory.
func JSON(w io.Writer, g *graph.Graph) error {
	j := newJSONWriter(w)
	j.key("{", "version")
	j.value(g.Version)
	j.key(",", "generator")
	j.value(g.Generator)
	writeArray(j, "documents", g.Documents)
	writeArray(j, "families", g.Families)
	writeArray(j, "reports", g.Reports)
	writeArray(j, "events", g.Events)
	writeArray(j, "series", g.Series)
	writeArray(j, "links", g.Links)
	writeArray(j, "diagnostics", g.Diagnostics)
	if g.Sides != nil {
		j.key(",", "sides")
		j.value(g.Sides)
	}
	if len(g.Corrections) > 0 {
		writeArray(j, "corrections", g.Corrections)
	}
	j.string("\n}\n")
	return j.flush()
}

// jsonWriter keeps the first error; what follows it writes nothing.
type jsonWriter struct {
	w   *bufio.Writer
	buf bytes.Buffer // of one value
	enc *json.Encoder
	err error
}

func newJSONWriter(w io.Writer) *jsonWriter {
	j := &jsonWriter{w: bufio.NewWriterSize(w, 1<<16)}
	j.enc = json.NewEncoder(&j.buf)
	// The file is data and no part of a page, which escapes for itself:
	// \u003c for each "<" would only make it harder to read and to search.
	j.enc.SetEscapeHTML(false)
	return j
}

func (j *jsonWriter) string(s string) {
	if j.err == nil {
		_, j.err = j.w.WriteString(s)
	}
}

func (j *jsonWriter) key(before, name string) { j.string(before + "\n\"" + name + "\": ") }

func (j *jsonWriter) value(v any) {
	if j.err != nil {
		return
	}
	j.buf.Reset()
	if j.err = j.enc.Encode(v); j.err == nil {
		_, j.err = j.w.Write(bytes.TrimSuffix(j.buf.Bytes(), []byte("\n")))
	}
}

func (j *jsonWriter) flush() error {
	if j.err != nil {
		return j.err
	}
	return j.w.Flush()
}

// writeArray writes a nil slice as [], as the contract asks.
func writeArray[T any](j *jsonWriter, name string, values []T) {
	j.key(",", name)
	before := "["
	for i := range values {
		j.string(before + "\n ")
		j.value(&values[i])
		before = ","
	}
	if len(values) == 0 {
		j.string("[")
	}
	j.string("]")
}
