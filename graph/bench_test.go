//go:build unix

package graph

import (
	"context"
	"os"
	"strconv"
	"testing"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/internal/newstopic"
	"github.com/dateline-project/dateline/internal/processor"
)

// BenchmarkBuild builds graphs of 10,000 and 100,000 synthetic reports, and of
// as many as DATELINE_SYNTHETIC says.
func BenchmarkBuild(b *testing.B) {
	for _, n := range sizesWith("DATELINE_SYNTHETIC", 10_000, 100_000) {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			s := makeSynthetic(7, n)
			g := measureBuild(b, s.docs, s.reports)
			p, r := bCubed(eventsOf(g), s.truth)
			b.ReportMetric(100*f1(p, r), "B3-F1")
		})
	}
}

// BenchmarkHot builds graphs of loads in which nothing is told apart by its day,
// place or kind, of 5,000 and of 20,000.
func BenchmarkHot(b *testing.B) {
	for _, h := range hot {
		for _, n := range []int{5_000, 20_000} {
			b.Run(h.name+"/"+strconv.Itoa(n), func(b *testing.B) {
				s := makeSynthetic(7, 0)
				h.make(s, n)
				measureBuild(b, s.docs, s.reports)
			})
		}
	}
}

// BenchmarkTopic builds graphs of news topics of 1,000 and 5,000 articles, and of
// as many as DATELINE_TOPIC says, with the reports of real extraction.
func BenchmarkTopic(b *testing.B) {
	x, err := events.New(events.Options{})
	if err != nil {
		b.Fatal(err)
	}
	for topic := range newstopic.Topics {
		for _, n := range sizesWith("DATELINE_TOPIC", 1_000, 5_000) {
			b.Run(strconv.Itoa(topic)+"/"+strconv.Itoa(n), func(b *testing.B) {
				var docs []source.Document
				var reports []events.Report
				for d := range source.Documents([]string{newstopic.File(b, topic, n)}, source.Options{}, func(source.Diagnostic) {}) {
					docs = append(docs, d)
					r, _ := x.Extract(&d)
					reports = append(reports, r...)
				}
				measureBuild(b, docs, reports)
				b.ReportMetric(float64(len(reports)), "reports")
			})
		}
	}
}

// sizesWith returns sizes and the one that an environment variable holds, if any.
func sizesWith(variable string, sizes ...int) []int {
	if n, err := strconv.Atoi(os.Getenv(variable)); err == nil {
		sizes = append(sizes, n)
	}
	return sizes
}

// measureBuild measures Build and returns the last graph.
func measureBuild(b *testing.B, docs []source.Document, reports []events.Report) (g *Graph) {
	kinds, err := data.Kinds()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	processor.Seconds(b, func() (err error) {
		g, err = Build(context.Background(), docs, reports, Options{Kinds: kinds})
		return err
	})
	processor.Peak(b)
	return g
}
