package figure

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"

	"github.com/dop251/goja"

	"github.com/dateline-project/dateline/render/echarts"
)

//go:embed engine.js
var engineScript string

// programs are ECharts and our script, compiled: when a chart first needs them.
var programs = sync.OnceValues(func() ([]*goja.Program, error) {
	var all []*goja.Program
	for _, s := range []struct{ name, source string }{{"echarts.min.js", echarts.Script}, {"engine.js", engineScript}} {
		p, err := goja.Compile(s.name, s.source, false)
		if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	return all, nil
})

// engine draws charts with ECharts. It is used by one goroutine.
type engine struct {
	draw  goja.Callable
	vm    *goja.Runtime
	fonts *fonts
}

func newEngine(f *fonts) (*engine, error) {
	all, err := programs()
	if err != nil {
		return nil, fmt.Errorf("ECharts: %w", err)
	}
	e := &engine{vm: goja.New(), fonts: f}
	// Nothing depends on chance: what ECharts numbers at random is always the same.
	e.vm.SetRandSource(func() float64 { return 0.5 })
	if err := e.vm.Set("measure", func(s, font string) float64 {
		size, bold := fontOf(font)
		if s == "国" { // zrender measures this letter for the height of a line
			return size
		}
		return f.width(s, size, bold)
	}); err != nil {
		return nil, err
	}
	// A figure is drawn at once: what would run later never does.
	later := func(goja.FunctionCall) goja.Value { return e.vm.ToValue(0) }
	for _, name := range []string{"setTimeout", "clearTimeout", "setInterval", "clearInterval"} {
		if err := e.vm.Set(name, later); err != nil {
			return nil, err
		}
	}
	for _, p := range all {
		if _, err := e.vm.RunProgram(p); err != nil {
			return nil, fmt.Errorf("ECharts: %w", err)
		}
	}
	draw, ok := goja.AssertFunction(e.vm.Get("draw"))
	if !ok {
		return nil, fmt.Errorf("ECharts: engine.js has no function draw")
	}
	e.draw = draw
	return e, nil
}

// drawn is one thing that ECharts drew: a shape when d is set, else a text.
type drawn struct {
	D            []float64
	M            [6]float64
	Fill, Stroke []float64
	Width        float64
	Dash         []float64
	Text         string
	X, Y         float64
	Font, Align  string
	Base         string
	Fixed        bool // a stroke keeps its width whatever the transform
}

// add draws a chart of the given option into s, with its upper left corner at
// x, y. Maps are GeoJSON by the name that the option calls them.
func (e *engine) add(s *scene, option json.RawMessage, w *words, x, y, width, height float64, maps map[string]json.RawMessage) error {
	if maps == nil {
		maps = map[string]json.RawMessage{}
	}
	m, err := json.Marshal(maps)
	if err != nil {
		return err
	}
	v, err := e.draw(goja.Undefined(), e.vm.ToValue(string(option)), e.vm.ToValue(width), e.vm.ToValue(height), e.vm.ToValue(string(m)), e.vm.ToValue(w.shortMonths[:]))
	if err != nil {
		return fmt.Errorf("ECharts: %w", err)
	}
	var list []drawn
	if err := json.Unmarshal([]byte(v.String()), &list); err != nil {
		return fmt.Errorf("ECharts: %w", err)
	}
	for i := range list {
		d := &list[i]
		d.M[4] += x
		d.M[5] += y
		if d.Text != "" {
			s.write(d.text())
		} else {
			s.draw(d.path())
		}
	}
	return nil
}

// fontOf reads size and weight of a CSS font such as "bold 7px Noto Sans".
func fontOf(css string) (size float64, bold bool) {
	size = labelSize
	for _, w := range strings.Fields(css) {
		if n, ok := strings.CutSuffix(w, "px"); ok {
			if v, err := strconv.ParseFloat(n, 64); err == nil {
				size = v
			}
		}
		bold = bold || w == "bold" || w == "600"
	}
	return size, bold
}

func (d *drawn) at(x, y float64) (float64, float64) {
	return d.M[0]*x + d.M[2]*y + d.M[4], d.M[1]*x + d.M[3]*y + d.M[5]
}

// onWhite is a colour with an alpha as it looks on white paper, "" for none.
func onWhite(c []float64) string {
	if len(c) != 4 || c[3] <= 0 {
		return ""
	}
	mix := func(v float64) int { return int(math.Round(255 - (255-v)*c[3])) }
	return fmt.Sprintf("#%02x%02x%02x", mix(c[0]), mix(c[1]), mix(c[2]))
}

func (d *drawn) text() text {
	size, bold := fontOf(d.Font)
	t := text{s: d.Text, size: size, bold: bold, fill: onWhite(d.Fill), halo: onWhite(d.Stroke)}
	dy := 0.0
	switch d.Base {
	case "middle", "central":
		dy = size * 0.36
	case "top", "hanging":
		dy = size * ascent
	case "bottom", "ideographic":
		dy = -size * descent
	}
	t.x, t.y = d.at(d.X, d.Y+dy)
	switch d.Align {
	case "center":
		t.anchor = atMiddle
	case "right", "end":
		t.anchor = atEnd
	}
	t.turned = math.Abs(d.M[1]) > 0.5 // a quarter turn is the only one used
	return t
}

// The commands of ECharts' paths, as zrender's PathProxy numbers them.
const (
	pathMove = 1 + iota
	pathLine
	pathCubic
	pathQuadratic
	pathArc
	pathClose
	pathRect
)

func (d *drawn) path() *path {
	p := &path{fill: onWhite(d.Fill), stroke: onWhite(d.Stroke), width: d.Width, dash: d.Dash}
	if !d.Fixed {
		p.width *= math.Hypot(d.M[0], d.M[1])
	}
	v := d.D
	take := func(n int) []float64 {
		if len(v) < n {
			v = nil
			return make([]float64, n)
		}
		out := v[:n]
		v = v[n:]
		return out
	}
	x, y := 0.0, 0.0
	move := func(px, py float64) {
		x, y = px, py
		p.move(d.at(px, py))
	}
	line := func(px, py float64) {
		x, y = px, py
		p.to(d.at(px, py))
	}
	curve := func(a, b, c, e, px, py float64) {
		x1, y1 := d.at(a, b)
		x2, y2 := d.at(c, e)
		x3, y3 := d.at(px, py)
		x, y = px, py
		p.curve(x1, y1, x2, y2, x3, y3)
	}
	for len(v) > 0 {
		switch op := take(1)[0]; op {
		case pathMove:
			a := take(2)
			move(a[0], a[1])
		case pathLine:
			a := take(2)
			line(a[0], a[1])
		case pathCubic:
			a := take(6)
			curve(a[0], a[1], a[2], a[3], a[4], a[5])
		case pathQuadratic:
			a := take(4)
			curve(x+2.0/3*(a[0]-x), y+2.0/3*(a[1]-y), a[2]+2.0/3*(a[0]-a[2]), a[3]+2.0/3*(a[1]-a[3]), a[2], a[3])
		case pathArc:
			a := take(8)
			d.arc(a, len(p.segments) == 0 || p.segments[len(p.segments)-1].op == 'Z', move, line, curve)
		case pathRect:
			a := take(4)
			move(a[0], a[1])
			line(a[0]+a[2], a[1])
			line(a[0]+a[2], a[1]+a[3])
			line(a[0], a[1]+a[3])
			p.shut()
		default:
			p.shut()
		}
	}
	return p
}

// arc draws centre x and y, radii, start angle, sweep, turn, and direction as
// cubic curves of at most a quarter each.
func (d *drawn) arc(a []float64, first bool, move, line func(x, y float64), curve func(x1, y1, x2, y2, x3, y3 float64)) {
	cx, cy, rx, ry, from, sweep := a[0], a[1], a[2], a[3], a[4], a[5]
	n := max(1, int(math.Ceil(math.Abs(sweep)/(math.Pi/2)-1e-6)))
	step := sweep / float64(n)
	k := 4.0 / 3 * math.Tan(step/4)
	at := func(t float64) (x, y, dx, dy float64) {
		s, c := math.Sincos(t)
		return cx + rx*c, cy + ry*s, -rx * s, ry * c
	}
	x0, y0, dx0, dy0 := at(from)
	if first {
		move(x0, y0)
	} else {
		line(x0, y0)
	}
	for i := 1; i <= n; i++ {
		x1, y1, dx1, dy1 := at(from + step*float64(i))
		curve(x0+k*dx0, y0+k*dy0, x1-k*dx1, y1-k*dy1, x1, y1)
		x0, y0, dx0, dy0 = x1, y1, dx1, dy1
	}
}
