package figure

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/internal/testgraph"
)

func graphs() map[string]*graph.Graph {
	return map[string]*graph.Graph{
		"small": testgraph.Small(), "hostile": testgraph.Hostile(), "200": testgraph.Scale(200), "2000": testgraph.Scale(2000), "empty": {},
	}
}

// TestLabelsNeverCollide draws every chart of every graph in every size and
// asks that no two texts touch and that none leaves the figure.
func TestLabelsNeverCollide(t *testing.T) {
	for name, g := range graphs() {
		for _, c := range Charts {
			for _, z := range Sizes {
				f, err := Draw(g, Options{Chart: c.Name, Size: z.Name})
				if err != nil {
					t.Fatal(err)
				}
				at := fmt.Sprintf("%s of %s at %s", c.Name, name, z.Name)
				for _, problem := range collisions(f) {
					t.Errorf("%s: %s", at, problem)
				}
			}
		}
	}
}

// collisions tells which texts of a figure touch each other or its edges.
func collisions(f *Figure) []string {
	type placed struct {
		s string
		b box
	}
	var all []placed
	var out []string
	for _, it := range f.scene.items {
		if it.text == nil || it.text.over {
			continue
		}
		b := it.text.extent(f.fonts)
		if b.left < -0.1 || b.top < -0.1 || b.right > f.scene.width+0.1 || b.bottom > f.scene.height+0.1 {
			out = append(out, fmt.Sprintf("%q leaves the figure: %.1f", it.text.s, b))
		}
		for _, o := range all {
			if o.b.meets(b) {
				out = append(out, fmt.Sprintf("%q lies over %q", it.text.s, o.s))
			}
		}
		all = append(all, placed{it.text.s, b})
	}
	return out[:min(len(out), 5)]
}

func TestTheSameTwice(t *testing.T) {
	for _, c := range Charts {
		var a, b bytes.Buffer
		for _, w := range []*bytes.Buffer{&a, &b} {
			f, err := Draw(testgraph.Scale(300), Options{Chart: c.Name})
			if err != nil {
				t.Fatal(err)
			}
			if err := f.SVG(w); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(a.Bytes(), b.Bytes()) {
			t.Errorf("%s: two runs differ", c.Name)
		}
	}
}

func BenchmarkDraw(b *testing.B) {
	for _, n := range []int{200, 2000} {
		g := testgraph.Scale(n)
		for _, c := range Charts {
			b.Run(fmt.Sprintf("%s/%d", c.Name, n), func(b *testing.B) {
				for b.Loop() {
					f, err := Draw(g, Options{Chart: c.Name, Size: "a4"})
					if err != nil {
						b.Fatal(err)
					}
					var w bytes.Buffer
					if err := f.SVG(&w); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
