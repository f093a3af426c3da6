// Package echarts holds the source of Apache ECharts, which draws the charts of
// the page in a browser and those of figures in a JavaScript engine.
package echarts

import (
	_ "embed"
)

// Version is that of Script and of PageScript.
const Version = "6.1.0"

// Script is the whole library as a classic script: it defines the global echarts.
//
//go:embed echarts.min.js
var Script string

// PageScript is what the page needs of it, in the same form, half as long:
// page.entry.js tells what that is, and how it is made.
//
//go:embed page.min.js
var PageScript string
