package chart

import (
	"encoding/json"
	"maps"
	"slices"

	"github.com/go-echarts/go-echarts/v2/charts"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
)

// Look is what a chart needs to know of where it is shown, to set what stands
// in it without one thing lying over another. Lengths are in ECharts' pixels.
type Look struct {
	Width, Height          float64
	Ink, Soft, Line, Paper string   // colours as "#rrggbb"
	Hues                   []string // at least one
	Letters                float64  // size of the font
	Font                   string   // its family
	// Date tells a date in few words; nil means ShortDate.
	Date   func(events.When) string
	Months [12]string        // short names
	Days   [7]string         // one letter each, from Monday
	Words  map[string]string // what stands for an English word of the chart; a word that is missing stays
	// Measure returns how wide a text is at a size.
	Measure func(s string, size float64, bold bool) float64
	// Cut shortens a text to a width; it may return "".
	Cut func(s string, size, width float64, bold bool) string
	// Wrap breaks a text into at most so many lines of a width; the last is cut.
	Wrap func(s string, size, width float64, bold bool, most int) []string
}

// Print is a chart for print.
type Print struct {
	Option  json.RawMessage            // as of Chart, without the labels
	Labels  []Label                    // what is written over it, in its order
	Maps    map[string]json.RawMessage // GeoJSON of the maps that it names
	Height  float64                    // what it takes of Look.Height
	Drawn   int                        // how many things it shows: the doc of each chart says which
	Left    int                        // how many more there are that found no room
	Outside []string                   // places that a map leaves out, those of most events first
	Vague   int                        // how many have no date or place to be drawn at
	Most    int                        // the greatest number that a mark stands for
	Once    int                        // how many series of totals are stated once only, and are not drawn
	Has     map[string]bool            // the sorts of mark that are drawn, by their names below
}

// Label is a text that the chart itself has set; ECharts would take longer for
// a few hundred of them than for all the rest.
type Label struct {
	X, Y   float64 // the upper left corner; of a turned one the start of its middle line
	Text   string
	Bold   bool
	Fill   string
	Halo   string // colour of an outline that keeps it readable over lines, "" for none
	Turned bool   // written upwards
}

// Sorts of mark that a chart may have or not.
const (
	HasExact    = "exact"    // of totals: a number
	HasLeast    = "least"    // of totals: a lower bound
	HasJoined   = "joined"   // of totals: a line from an account's number to its next
	HasCounts   = "counts"   // of disagreements: counts on a line
	HasRevision = "revision" // of disagreements: counts that the same outlet changed
	HasBars     = "bars"     // of disagreements: parts of a bar
	HasArrows   = "arrows"   // of a network: stated links
	HasNear     = "near"     // of a network: links that no source states
	HasOne      = "one"      // of a network: events of one account
	HasSeveral  = "several"  // of a network: events of several accounts
	HasOther    = "other"    // of a network: events not reported as having happened
	HasOwn      = "own"      // of coverage: a report of an outlet's own
	HasCopy     = "copy"     // of coverage: a copy
	HasSilence  = "silence"  // of coverage: an outlet that published without a report
)

// object is a part of an option that go-echarts has no type or field for.
type object = map[string]any

// printOption is the option of c with what all charts for print have in
// common, and the parts of more in place of its own.
func printOption(c builder, look *Look, more object) (json.RawMessage, error) {
	return option(c, func(m map[string]any) {
		m["animation"] = false
		m["useUTC"] = true
		m["textStyle"] = object{"fontFamily": look.Font, "fontSize": look.Letters, "color": look.Ink}
		m["legend"] = object{"show": false}
		m["tooltip"] = object{"show": false}
		delete(m, "xAxis")
		delete(m, "yAxis")
		maps.Copy(m, more)
	})
}

// onTop is the level of what lies over the marks of a chart.
const onTop = 100

func (look *Look) date(w events.When) string {
	if look.Date == nil {
		return ShortDate(w)
	}
	return look.Date(w)
}

func (look *Look) word(english string) string {
	if w, ok := look.Words[english]; ok {
		return w
	}
	return english
}

// write sets a text with its upper left corner at x, y.
func (p *Print) write(x, y float64, s string, bold bool, fill string) {
	if s != "" {
		p.Labels = append(p.Labels, Label{X: x, Y: y, Text: s, Bold: bold, Fill: fill})
	}
}

// writeOver sets a text that lies over lines.
func (p *Print) writeOver(look *Look, x, y float64, s string) {
	if s != "" {
		p.Labels = append(p.Labels, Label{X: x, Y: y, Text: s, Fill: look.Ink, Halo: look.Paper})
	}
}

// label is the style of an axis' labels.
func (look *Look) label(more object) object {
	m := object{"color": look.Ink, "fontSize": look.Letters, "fontFamily": look.Font, "hideOverlap": true}
	maps.Copy(m, more)
	return m
}

// timeAxis is an axis of days from first to last, in milliseconds as ECharts
// counts them.
func (look *Look) timeAxis(grid int, first, last edtf.Day, ticks int) object {
	return object{
		"type": "time", "gridIndex": grid, "min": millis(first), "max": millis(last + 1), "splitNumber": ticks,
		"axisLine": object{"lineStyle": object{"color": look.Soft, "width": 0.6}}, "axisTick": object{"lineStyle": object{"color": look.Soft, "width": 0.6}, "length": 3},
		"axisLabel": look.label(object{"margin": 4, "formatter": object{"year": "{yyyy}", "month": "{MMM}", "day": "{d} {MMM}", "hour": "", "minute": "", "second": "", "millisecond": ""}, "showMinLabel": last-first < 400, "showMaxLabel": false, "alignMinLabel": "left"}),
		"splitLine": object{"show": false},
	}
}

func millis(d edtf.Day) int64 { return int64(d) * 24 * 60 * 60 * 1000 }

// blank is a chart without axes, for options that are made of parts.
func blank() *charts.Scatter { return charts.NewScatter() }

// placer gives places to labels of which none may touch another or a mark.
type placer struct {
	look  *Look
	taken []area
	in    area
}

type area struct{ left, top, right, bottom float64 }

func (a area) meets(b area) bool {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

// take keeps labels off an area.
func (p *placer) take(a area) { p.taken = append(p.taken, a) }

func (p *placer) free(a area) bool {
	if a.left < p.in.left || a.right > p.in.right || a.top < p.in.top || a.bottom > p.in.bottom {
		return false
	}
	return !slices.ContainsFunc(p.taken, a.meets)
}

// near returns where a label beside a mark of a radius at x, y can stand: its
// upper left corner. ok is false when there is no room.
func (p *placer) near(x, y, radius float64, s string, bold bool) (left, top float64, ok bool) {
	w, h := p.look.Measure(s, p.look.Letters, bold), p.look.Letters
	for _, at := range [][2]float64{
		{x + radius + 2, y - h/2}, {x - w/2, y - radius - h - 1}, {x - radius - 2 - w, y - h/2}, {x - w/2, y + radius + 1},
		{x + radius, y - radius - h}, {x + radius, y + radius}, {x - radius - w, y - radius - h}, {x - radius - w, y + radius},
	} {
		a := area{at[0], at[1], at[0] + w, at[1] + h}
		if wide := (area{a.left - 1, a.top, a.right + 1, a.bottom}); p.free(wide) {
			p.take(wide)
			return a.left, a.top, true
		}
	}
	return 0, 0, false
}
