//go:build unix

package export

import (
	"errors"
	"testing"

	"github.com/dateline-project/dateline/internal/processor"
	"github.com/dateline-project/dateline/internal/testgraph"
)

// counter counts what is written.
type counter int64

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

// BenchmarkFormats writes 100,000 events, some 165,000 reports in 16,667
// documents, and 200,000 links in each format, the folder of tables as a
// whole.
func BenchmarkFormats(b *testing.B) {
	g := testgraph.Scale(100_000)
	for _, f := range Formats {
		b.Run(f.Name, func(b *testing.B) {
			var size counter
			b.ReportAllocs()
			processor.Seconds(b, func() (err error) {
				size = 0
				for _, write := range parts(f, g) {
					err = errors.Join(err, write(&size))
				}
				return err
			})
			b.ReportMetric(float64(size)/1e6, "MB")
		})
	}
}
