//go:build unix

package figure

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"testing"

	"github.com/dateline-project/dateline/internal/processor"
	"github.com/dateline-project/dateline/internal/testgraph"
)

// BenchmarkDraw draws each chart of 200 and of 2,000 events at A4, and writes
// it as SVG; the charts of ECharts with the start of its engine.
func BenchmarkDraw(b *testing.B) {
	for _, n := range []int{200, 2000} {
		g := testgraph.Scale(n)
		for _, c := range Charts {
			b.Run(fmt.Sprintf("%s/%d", c.Name, n), func(b *testing.B) {
				processor.Seconds(b, func() error {
					f, err := Draw(g, Options{Chart: c.Name, Size: "a4"})
					if err != nil {
						return err
					}
					return f.SVG(io.Discard)
				})
			})
		}
	}
}

// BenchmarkEngineStart starts the engine, ECharts being compiled.
func BenchmarkEngineStart(b *testing.B) {
	f, err := newFonts(nil)
	if err != nil {
		b.Fatal(err)
	}
	processor.Seconds(b, func() error {
		_, err := newEngine(f)
		return err
	})
}

// BenchmarkPNG draws A4 at 300 dots an inch with the engine warm.
func BenchmarkPNG(b *testing.B) {
	r := rasteriser(b)
	f, err := Draw(testgraph.Scale(200), Options{Size: "a4"})
	if err != nil {
		b.Fatal(err)
	}
	processor.Seconds(b, func() error {
		var w bytes.Buffer
		return f.PNG(context.Background(), &w, r, 300)
	})
}
