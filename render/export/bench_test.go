//go:build unix

package export

import (
	"errors"
	"syscall"
	"testing"
	"time"

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
// whole. cpu-s is the processor's time, which other processes do not lengthen.
func BenchmarkFormats(b *testing.B) {
	g := testgraph.Scale(100_000)
	for _, f := range Formats {
		b.Run(f.Name, func(b *testing.B) {
			var size counter
			b.ReportAllocs()
			before := processor()
			for b.Loop() {
				size = 0
				var err error
				for _, write := range parts(f, g) {
					err = errors.Join(err, write(&size))
				}
				if err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric((processor()-before).Seconds()/float64(b.N), "cpu-s")
			b.ReportMetric(float64(size)/1e6, "MB")
		})
	}
}

// processor is the time that this process has used of all processors.
func processor() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
