// Package echarts holds the source of Apache ECharts, which draws the charts of
// the page in a browser and those of figures in a JavaScript engine.
package echarts

import (
	_ "embed"
)

// Version is that of Script.
const Version = "6.1.0"

// Script is the library as a classic script: it defines the global echarts.
//
//go:embed echarts.min.js
var Script string
