package chart

import "encoding/json"

// A chart whose layout is ours has one pair of axes, in points of the drawing:
// ECharts takes long for many axes and for a shape an item, and next to nothing
// for long series.

// pointsOption is the option of series whose values are points of the drawing.
func pointsOption(look *Look, height float64, series []object, more object) (json.RawMessage, error) {
	o := object{
		"grid":   []object{{"left": 0, "top": 0, "width": look.Width, "height": height}},
		"xAxis":  []object{{"type": "value", "min": 0, "max": look.Width, "show": false}},
		"yAxis":  []object{{"type": "value", "min": 0, "max": height, "inverse": true, "show": false}},
		"series": series,
	}
	for k, v := range more {
		o[k] = v
	}
	return printOption(blank(), look, o)
}

// strokes is a series of lines of one sort, each from corner to corner: one
// line of ECharts, with gaps.
func strokes(lines [][][2]float64, colour string, width float64, z int) object {
	data := []any{}
	for _, l := range lines {
		for _, corner := range l {
			data = append(data, corner)
		}
		data = append(data, []any{nil, nil})
	}
	return object{"type": "line", "symbol": "none", "data": data, "lineStyle": object{"color": colour, "width": width, "opacity": 1}, "z": z, "silent": true, "animation": false}
}
