package page

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"strings"
	"sync"

	"github.com/dateline-project/dateline/render/echarts"
)

//go:embed page.html page.css compare.css views.css js/*.js
var assets embed.FS

var templates = template.Must(template.New("page").Funcs(template.FuncMap{
	"style":  func() template.HTML { return template.HTML("<style>" + style() + "</style>") }, // our own file, not a document's text
	"mark":   func() template.JS { return marker },
	"policy": policy,
}).ParseFS(assets, "page.html"))

// files of the page's own script, in the order in which they are joined. They
// share one closure; a file may use what an earlier one declares at its top
// level, and what a later one declares inside functions.
var files = []string{
	"open", "words-compare", "words-review", "words-views", "strings", "dom", "data", "dates", "clock", "state", "hues", "filter", "search", "theme",
	"pen", "glyphs", "axis", "lanes", "pack", "bins", "strip", "tooltip",
	"facets", "marks", "chronology", "inside", "chronology-input", "legend",
	"quotes", "matrix", "dossier", "table", "documents", "picker", "graph", "graph-choose", "graph-draw", "told", "plot", "sides", "disagreements", "disputeplot", "totals", "account", "copies", "coverage", "worldmap", "map", "overview",
	"review-store", "review", "review-forms", "method", "follow-count", "follow", "export", "export-figure", "export-text",
	"keys", "tabs", "main",
}

// marker runs before anything is shown, so that what only readers without
// JavaScript need does not flash up; main.js takes the mark away if it fails.
const marker = `document.documentElement.classList.add('js');`

// scripts are the scripts that run in the page, in order.
var scripts = []func() string{
	sync.OnceValue(func() string { return asText(echarts.PageScript) }),
	sync.OnceValue(func() string {
		var b strings.Builder
		b.WriteString("(async () => {\n'use strict';\n")
		for _, f := range files {
			if f == "data" {
				b.WriteString("const core = await openPart('core'), data = core.meta;\n")
			}
			b.WriteString(asset("js/" + f + ".js"))
		}
		b.WriteString("})().catch(e => { document.documentElement.classList.remove('js'); throw e; });\n")
		return b.String()
	}),
}

var style = sync.OnceValue(func() string { return asset("page.css") + asset("compare.css") + asset("views.css") })

// asset returns an embedded file with the line ends that an HTML parser would
// give it, so that its hash is that of what the browser sees.
func asset(name string) string {
	b, err := assets.ReadFile(name)
	if err != nil {
		panic(err) // a file of this package is missing from the build
	}
	return asText(string(b))
}

func asText(s string) string { return strings.ReplaceAll(s, "\r\n", "\n") }

// policy is the content security policy: nothing may be loaded from anywhere,
// and only the scripts and the style sheet written here may run, by hash.
//
// A page in parts may also run the scripts beside it: 'self' where it is
// served, file: where it is opened from a disk, and nothing from elsewhere.
func policy(split bool) string {
	allowed := hashes()
	if split {
		allowed += " 'self' file:"
	}
	return "default-src 'none'; script-src " + allowed + "; style-src " + hash(style()) + "; img-src data:; base-uri 'none'; form-action 'none'"
}

var hashes = sync.OnceValue(func() string {
	list := []string{hash(marker)}
	for _, s := range scripts {
		list = append(list, hash(s()))
	}
	return strings.Join(list, " ")
})

func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
