//go:build unix

package events

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/internal/processor"
)

// BenchmarkPages reads the reports of encyclopaedia articles on wars, which
// hold many more dates, places and events than most texts. The documents have
// been read from disk before; tokens, dates and places are part of the figure.
func BenchmarkPages(b *testing.B) {
	dir := os.Getenv("DATELINE_DEVDATA")
	if dir == "" {
		b.Skip("DATELINE_DEVDATA names no folder of development data")
	}
	var docs []source.Document
	var size int64
	for d := range source.Documents([]string{filepath.Join(dir, "corpora", "caucasus-wikipedia")}, source.Options{}, nil) {
		docs = append(docs, d)
		size += int64(len(d.Text))
	}
	x := testExtractor(b)
	b.SetBytes(size)
	b.ReportAllocs()
	processor.Seconds(b, func() error {
		for i := range docs {
			d := docs[i]
			x.Extract(&d)
		}
		return nil
	})
}
