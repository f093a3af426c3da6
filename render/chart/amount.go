package chart

import (
	"math"
	"strconv"
)

// Amount writes a number as a reader would, from a million on in words: 40 billion, 5.9 million, 12500.
func Amount(n int64) string {
	for _, s := range []struct {
		unit float64
		name string
	}{{1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}} {
		if f := float64(n) / s.unit; f >= 1 {
			return strconv.FormatFloat(math.Round(f*1000)/1000, 'f', -1, 64) + s.name
		}
	}
	return strconv.FormatInt(n, 10)
}
