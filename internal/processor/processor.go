//go:build unix

// Package processor measures what benchmarks cost on a machine that has other
// work to do.
package processor

import (
	"runtime"
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

// Peak reports the most memory that the process has held since it started, of
// which it knows, as peak-MB: with a benchmark before it, that may be of that.
func Peak(b *testing.B) {
	b.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return
	}
	unit := 1024.0 // kilobytes, but on Darwin
	if runtime.GOOS == "darwin" {
		unit = 1
	}
	b.ReportMetric(float64(u.Maxrss)*unit/1e6, "peak-MB")
}

func used() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
