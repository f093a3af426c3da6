package figure

import (
	"fmt"
	"strconv"
)

// colours are those of a figure, on white paper.
type colours struct {
	ink, soft, edge, line, band, paper string
	hues                               []string
}

// paper and grey are the two sets: hues of Okabe and Ito (2008) that reach a
// contrast of 3:1 on white, as the page has them, and one dark grey for all.
var (
	paperColours = colours{
		ink: "#1d1e20", soft: "#5b5e66", edge: "#8b8d94", line: "#d9d9d9", band: "#f4f4f2", paper: "#ffffff",
		hues: []string{"#0072b2", "#c24f00", "#00805d", "#a8528a", "#4d4d4d", "#7a6a00"},
	}
	greyColours = colours{
		ink: "#000000", soft: "#555555", edge: "#888888", line: "#d9d9d9", band: "#f4f4f4", paper: "#ffffff",
		hues: []string{"#303030"},
	}
)

func (c *colours) hue(n int) string { return c.hues[n%len(c.hues)] }

// tint mixes a colour with white: share 1 is the colour.
func tint(colour string, share float64) string {
	r, g, b := rgb(colour)
	mix := func(v int) int { return int(255 - (255-float64(v))*share + 0.5) }
	return fmt.Sprintf("#%02x%02x%02x", mix(r), mix(g), mix(b))
}

// rgb reads "#rrggbb"; what is no colour is black.
func rgb(colour string) (r, g, b int) {
	if len(colour) == 7 {
		if n, err := strconv.ParseUint(colour[1:], 16, 32); err == nil {
			return int(n >> 16), int(n >> 8 & 255), int(n & 255)
		}
	}
	return 0, 0, 0
}
