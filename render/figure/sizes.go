package figure

// Size is a preset: how large a figure is, and how large its letters are.
type Size struct {
	Name string
	Doc  string // one line for help texts
	// Width and Height are in millimetres. A figure is never higher; it is
	// lower where it needs less and Fixed is not set.
	Width, Height float64
	Fixed         bool
	// Zoom is how many times the type of 7 points is enlarged, for pictures
	// that are seen from further away than a printed page.
	Zoom float64
	// Pixels is the width of the PNG in pixels, 0 where the resolution decides.
	Pixels int
}

// Sizes lists the presets, in the order of the help text. The widths of the
// first two are those of one and two columns of a scientific journal.
var Sizes = []Size{
	{Name: "85mm", Doc: "one column of a journal", Width: 85, Height: 225, Zoom: 1},
	{Name: "160mm", Doc: "the text width of a report", Width: 160, Height: 225, Zoom: 1},
	{Name: "a4", Doc: "A4 landscape within its margins, 267 by 180 mm", Width: 267, Height: 180, Zoom: 1},
	{Name: "slide", Doc: "a slide of 16:9, 1920 by 1080 pixels", Width: 508, Height: 285.75, Fixed: true, Zoom: 2.1, Pixels: 1920},
	{Name: "social", Doc: "a card for social media, 1200 by 675 pixels", Width: 317.5, Height: 178.59375, Fixed: true, Zoom: 1.75, Pixels: 1200},
}

// points is how many points a millimetre has.
const points = 72 / 25.4

// Letters, in points at zoom 1. None is smaller than the 6 points that
// publishers ask for.
const (
	titleSize = 10.5
	headSize  = 7.5
	labelSize = 7.0
	noteSize  = 6.4
)
