//go:build unix

package graph

import (
	"context"
	"os"
	"strconv"
	"testing"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/internal/processor"
)

// BenchmarkBuild builds graphs of 10,000 and 100,000 synthetic reports, and of
// as many as DATELINE_SYNTHETIC says.
func BenchmarkBuild(b *testing.B) {
	kinds, err := data.Kinds()
	if err != nil {
		b.Fatal(err)
	}
	sizes := []int{10_000, 100_000}
	if n, err := strconv.Atoi(os.Getenv("DATELINE_SYNTHETIC")); err == nil {
		sizes = append(sizes, n)
	}
	for _, n := range sizes {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			s := makeSynthetic(7, n)
			var g *Graph
			b.ReportAllocs()
			processor.Seconds(b, func() (err error) {
				g, err = Build(context.Background(), s.docs, s.reports, Options{Kinds: kinds})
				return err
			})
			p, r := bCubed(g, s.truth)
			b.ReportMetric(100*f1(p, r), "B3-F1")
		})
	}
}
