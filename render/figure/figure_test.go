package figure

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/internal/testgraph"
)

var kinds = []Kind{{"missile-strike", "violence"}, {"shelling", "violence"}, {"ceasefire", "diplomacy"}, {"statement", "statement"}, {"denial", "statement"}, {"displacement", "harm"}}

func draw(t *testing.T, g *graph.Graph, opt Options) *Figure {
	t.Helper()
	if opt.Kinds == nil {
		opt.Kinds = kinds
	}
	f, err := Draw(g, opt)
	if err != nil {
		t.Fatalf("%s at %s: %v", opt.Chart, opt.Size, err)
	}
	return f
}

// TestLabelsNeverCollide draws every chart in every size and asks that no two
// texts touch and that none leaves the figure.
func TestLabelsNeverCollide(t *testing.T) {
	all := map[string]*graph.Graph{"every mark": testgraph.Small(), "hostile": testgraph.Hostile(), "400": testgraph.Scale(400), "2000": testgraph.Scale(2000), "nothing": {}}
	for _, c := range Charts {
		t.Run(c.Name, func(t *testing.T) {
			t.Parallel()
			if underRace && c.Name != "timeline" && c.Name != "totals" {
				t.Skip("too slow under the race detector")
			}
			for name, g := range all {
				for _, z := range Sizes {
					// What ECharts draws takes longer. These sizes are the narrowest, the widest and the lowest.
					if c.Name != "timeline" && (name == "2000" || name == "nothing" || z.Name == "160mm" || z.Name == "slide") {
						continue
					}
					for _, problem := range collisions(draw(t, g, Options{Chart: c.Name, Size: z.Name})) {
						t.Errorf("%s at %s: %s", name, z.Name, problem)
					}
				}
			}
		})
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

func TestCollisionsAreSeen(t *testing.T) {
	f := draw(t, testgraph.Small(), Options{})
	for _, it := range f.scene.items {
		if it.text != nil && len(it.text.s) > 3 {
			again := *it.text
			again.x += 2
			f.scene.write(again)
			break
		}
	}
	if len(collisions(f)) == 0 {
		t.Error("a text that lies over another is not found")
	}
}

func svg(t *testing.T, f *Figure) string {
	t.Helper()
	var b bytes.Buffer
	if err := f.SVG(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestSVGIsWellFormedAndHarmless reads every chart of a graph full of markup
// as XML: nothing but drawing elements, no script, no reference to elsewhere.
func TestSVGIsWellFormedAndHarmless(t *testing.T) {
	allowed := strings.Fields("svg title desc metadata RDF Description description language source format style rect path text g")
	for _, c := range Charts {
		s := svg(t, draw(t, testgraph.Hostile(), Options{Chart: c.Name, Title: `<script>alert(1)</script> & "`, Command: `dateline figure 'a"<b'`}))
		d := xml.NewDecoder(strings.NewReader(s))
		for {
			tok, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", c.Name, err)
			}
			e, ok := tok.(xml.StartElement)
			if !ok {
				continue
			}
			if !strings.Contains(" "+strings.Join(allowed, " ")+" ", " "+e.Name.Local+" ") {
				t.Errorf("%s: an element %s", c.Name, e.Name.Local)
			}
			for _, a := range e.Attr {
				if strings.HasPrefix(strings.ToLower(a.Name.Local), "on") || a.Name.Local == "href" {
					t.Errorf("%s: an attribute %s", c.Name, a.Name.Local)
				}
			}
		}
		for _, u := range regexp.MustCompile(`url\(([^)]{0,20})`).FindAllStringSubmatch(s, -1) {
			if !strings.HasPrefix(u[1], "data:font/woff2") {
				t.Errorf("%s: it refers to %s", c.Name, u[1])
			}
		}
	}
}

// TestGreyIsWithoutColour looks at every colour of every chart.
func TestGreyIsWithoutColour(t *testing.T) {
	hex := regexp.MustCompile(`#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})`)
	for _, c := range Charts {
		n := 0
		for _, it := range draw(t, testgraph.Small(), Options{Chart: c.Name, Grey: true}).scene.items {
			var used []string
			if it.path != nil {
				used = []string{it.path.fill, it.path.stroke}
			} else if it.text != nil {
				used = []string{it.text.fill, it.text.halo}
			}
			for _, u := range used {
				if m := hex.FindStringSubmatch(u); m != nil {
					n++
					if m[1] != m[2] || m[2] != m[3] {
						t.Errorf("%s: colour %s", c.Name, u)
					}
				}
			}
		}
		if n == 0 {
			t.Errorf("%s: nothing is drawn", c.Name)
		}
	}
}

func TestAlternativeTexts(t *testing.T) {
	for _, lang := range Languages() {
		for _, c := range Charts {
			for _, title := range []string{"", strings.Repeat("A very long title ", 20)} {
				if title != "" && c.Name != "timeline" {
					continue
				}
				g := testgraph.Small()
				f := draw(t, g, Options{Chart: c.Name, Title: title, Lang: lang, Command: "dateline figure g.json"})
				if n := utf8.RuneCountInString(f.Alt); n == 0 || n > 150 {
					t.Errorf("%s: the alternative text has %d characters: %s", c.Name, n, f.Alt)
				}
				for i := range g.Events {
					if !strings.Contains(f.Long, g.Events[i].Label) {
						t.Errorf("%s: the long description does not tell of %q", c.Name, g.Events[i].Label)
					}
				}
				if !strings.Contains(f.Long, "dateline figure g.json") || !strings.Contains(svg(t, f), "dateline figure g.json") {
					t.Errorf("%s: the command is not in the metadata", c.Name)
				}
			}
		}
	}
}

// TestEveryEventIsLabelledWhereThereIsRoom counts the labels of a timeline.
func TestEveryEventIsLabelledWhereThereIsRoom(t *testing.T) {
	g := testgraph.Small()
	f := draw(t, g, Options{Size: "a4"})
	groups := map[string]int{}
	for _, it := range f.scene.items {
		if it.group != nil {
			groups[it.group.class]++
		}
	}
	undated := 0
	for i := range g.Events {
		if !isDated(&g.Events[i]) {
			undated++
		}
	}
	if want := len(g.Events) - undated; groups["event"] != want || groups["density"] != 0 {
		t.Errorf("%d events are drawn and %d strips, want %d and none", groups["event"], groups["density"], want)
	}
	if !strings.Contains(f.Long, english.undated(undated)) {
		t.Errorf("the note does not say that %d events have no date: %s", undated, f.Long[:300])
	}
}

// TestStripsCountEveryEvent compares bars and what they leave out with the lane.
func TestStripsCountEveryEvent(t *testing.T) {
	g := testgraph.Scale(2000)
	d := &drawing{g: g, opt: &Options{}, colours: &paperColours, words: &english, classOf: map[string]string{}}
	lanes, dated := d.lanes()
	a := newAxis(dated, 80, 700)
	for i := range lanes {
		s := newStrip(&lanes[i], a)
		sum := s.vague
		for _, b := range s.bins {
			sum += b.n
			if b.happened > b.n || b.disputed > b.n || b.right <= b.left {
				t.Errorf("lane %s: bar %+v", lanes[i].name, b)
			}
		}
		if sum != len(lanes[i].events) {
			t.Errorf("lane %s: bars and vague dates make %d of %d events", lanes[i].name, sum, len(lanes[i].events))
		}
	}
}

// TestNothingThatDidNotHappenLooksAsIfItHad asks for a diamond and a word.
func TestNothingThatDidNotHappenLooksAsIfItHad(t *testing.T) {
	for _, m := range events.Modalities[1:] {
		g := testgraph.Small()
		for i := range g.Events {
			g.Events[i].Modality = m
		}
		inEvent := false
		for _, it := range draw(t, g, Options{Size: "a4"}).scene.items {
			if it.group != nil {
				inEvent = it.group.class == "event"
			}
			if it.path == nil || !inEvent {
				continue
			}
			curves := 0
			for _, s := range it.path.segments {
				if s.op == 'C' {
					curves++
				}
			}
			if curves > 0 && m != events.Hypothetical {
				t.Errorf("%s: a disc is drawn", m)
				break
			}
		}
	}
}

func TestTheSameTwice(t *testing.T) {
	for _, c := range Charts {
		a, b := draw(t, testgraph.Scale(300), Options{Chart: c.Name}), draw(t, testgraph.Scale(300), Options{Chart: c.Name})
		if svg(t, a) != svg(t, b) {
			t.Errorf("%s: two SVGs differ", c.Name)
		}
		var p, q bytes.Buffer
		if err := errors.Join(a.PDF(&p), b.PDF(&q)); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(p.Bytes(), q.Bytes()) {
			t.Errorf("%s: two PDFs differ", c.Name)
		}
	}
}

func TestOptionsAreChecked(t *testing.T) {
	for _, opt := range []Options{{Chart: "pie"}, {Size: "a0"}, {Lang: "xx"}, {Fonts: [][]byte{nil}}} {
		if opt.Check() == nil {
			t.Errorf("%+v is taken", opt)
		}
	}
	if _, err := Draw(testgraph.Small(), Options{Fonts: [][]byte{[]byte("no font")}}); err == nil {
		t.Error("what is no font is taken for one")
	}
}

// TestLongDescriptionsNameWhatTheFigureNames holds the description beside a
// figure to the names and the language of the figure.
func TestLongDescriptionsNameWhatTheFigureNames(t *testing.T) {
	g := testgraph.Small()
	g.Reports[0].Places = []events.Place{{ID: "586523", Name: "Ganja", Names: []string{"Ganja", "Gəncə"}}}
	g.Series[0].Place = "586523"
	for _, c := range []struct {
		chart, lang string
		want        []string
		not         []string
	}{
		{"totals", "en", []string{"Killed, Ganja / Gəncə\n    10 May 2021: 40, "}, []string{"586523"}},
		{"totals", "ru", []string{"Погибшие, Ganja / Gəncə\n    10 мая 2021: 40, ", "не менее 61"}, []string{"at least", "document"}},
		{"disagreements", "ru", []string{"противоречие: ", " сообщени"}, []string{"conflict", "revision", "report"}},
		{"coverage", "en", []string{"    a report of its own: ", "    copied from others: "}, nil},
		{"coverage", "ru", []string{"    собственное сообщение: "}, []string{"not before", "no date"}},
	} {
		f := draw(t, g, Options{Chart: c.chart, Lang: c.lang})
		for _, s := range c.want {
			if !strings.Contains(f.Long, s) {
				t.Errorf("%s in %s does not tell %q:\n%s", c.chart, c.lang, s, f.Long)
			}
		}
		for _, s := range c.not {
			if strings.Contains(f.Long, s) {
				t.Errorf("%s in %s holds %q:\n%s", c.chart, c.lang, s, f.Long)
			}
		}
	}
}

// TestLegendsExplainWhatIsDrawn asks that a sign which a figure lacks is not in
// its legend, and that one which it has is.
func TestLegendsExplainWhatIsDrawn(t *testing.T) {
	happened := testgraph.Small()
	for i := range happened.Events {
		happened.Events[i].Modality = events.Happened
		happened.Events[i].Disputes = nil
	}
	for _, c := range []struct {
		chart, words string
		g            *graph.Graph
		want         bool
	}{
		{"network", english.stripOther, testgraph.Small(), true},
		{"network", english.stripOther, happened, false},
		{"coverage", english.silent, testgraph.Small(), true},
		{"coverage", english.silent, happened, false},
		{"coverage", english.ownReport, happened, true},
	} {
		f := draw(t, c.g, Options{Chart: c.chart, Size: "a4"})
		has := false
		for _, it := range f.scene.items {
			has = has || it.text != nil && it.text.s == c.words
		}
		if has != c.want {
			t.Errorf("%s: %q is in the legend: %v, want %v", c.chart, c.words, has, c.want)
		}
	}
}

// TestDatesAreWholeWhereThereIsRoom draws coverage of an event with a short
// label, whose date is then the longer of the two.
func TestDatesAreWholeWhereThereIsRoom(t *testing.T) {
	g := testgraph.Small()
	g.Events = g.Events[:1]
	g.Events[0].Label = "Talks"
	g.Events[0].When = testgraph.When("2021-05-04", "")
	f := draw(t, g, Options{Chart: "coverage", Size: "85mm"})
	for _, it := range f.scene.items {
		if it.text != nil && it.text.s == "4 May 2021" {
			return
		}
	}
	t.Error("the date is cut")
}
