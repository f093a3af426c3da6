//go:build unix

// Package processor measures what benchmarks cost on a machine that has other
// work to do.
package processor

import (
	"syscall"
	"testing"
	"time"
)

// Seconds runs f b.N times and reports the mean of the processor's time, of
// all cores, as cpu-s: other processes do not lengthen it.
func Seconds(b *testing.B, f func() error) {
	b.Helper()
	before := used()
	for b.Loop() {
		if err := f(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric((used()-before).Seconds()/float64(b.N), "cpu-s")
}

func used() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
