package page

import (
	"math"
	"regexp"
	"strconv"
	"testing"
)

// Marks need a contrast of 3:1, text one of 4.5:1 (WCAG 2.2, 1.4.11 and 1.4.3),
// on the page and on the band behind every other lane, light and dark.
func TestColoursOfTheChartsReachTheirContrast(t *testing.T) {
	palette := regexp.MustCompile(`paper: '(#\w+)', band: '(#\w+)', line: '#\w+', ink: '(#\w+)', soft: '(#\w+)', focus: '(#\w+)',\s+hues: \[([^\]]*)\]`)
	found := palette.FindAllStringSubmatch(asset("js/theme.js"), -1)
	if len(found) != 2 {
		t.Fatalf("%d palettes in theme.js, want light and dark", len(found))
	}
	for _, m := range found {
		for _, ground := range m[1:3] {
			for _, text := range m[3:5] {
				if c := contrast(text, ground); c < 4.5 {
					t.Errorf("text %s on %s has contrast %.2f", text, ground, c)
				}
			}
			for _, mark := range append(regexp.MustCompile(`#\w+`).FindAllString(m[6], -1), m[5]) {
				if c := contrast(mark, ground); c < 3 {
					t.Errorf("mark %s on %s has contrast %.2f", mark, ground, c)
				}
			}
		}
	}
}

func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// luminance is the relative luminance of WCAG 2.2 of a colour #rrggbb.
func luminance(hex string) float64 {
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8)
		if err != nil {
			panic(err)
		}
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}
