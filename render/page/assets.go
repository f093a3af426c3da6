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

//go:embed page.html page.css js/*.js
var assets embed.FS

var templates = template.Must(template.New("page").Funcs(template.FuncMap{
	"style":  func() template.HTML { return template.HTML("<style>" + style() + "</style>") }, // our own file, not a document's text
	"policy": policy,
}).ParseFS(assets, "page.html"))

// files of the page's own script, in the order in which they are joined. They
// share one closure; a file may use what an earlier one declares at its top
// level, and what a later one declares inside functions.
var files = []string{
	"open", "strings", "dom", "data", "dates", "state", "filter", "theme",
	"pen", "glyphs", "axis", "hues", "lanes", "pack", "bins", "strip", "tooltip",
	"facets", "chronology", "chronology-input", "legend",
	"quotes", "matrix", "dossier", "table", "documents", "graph", "disagreements", "overview",
	"keys", "main",
}

// scripts are the scripts that run in the page, in order.
var scripts = []func() string{
	sync.OnceValue(func() string { return asText(echarts.Script) }),
	sync.OnceValue(func() string {
		var b strings.Builder
		b.WriteString("(async () => {\n'use strict';\n")
		for _, f := range files {
			if f == "data" {
				b.WriteString("const data = await unpack('dl-data'), charts = await unpack('dl-charts');\n")
			}
			b.WriteString(asset("js/" + f + ".js"))
		}
		b.WriteString("})();\n")
		return b.String()
	}),
}

var style = sync.OnceValue(func() string { return asset("page.css") })

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
var policy = sync.OnceValue(func() string {
	var hashes []string
	for _, s := range scripts {
		hashes = append(hashes, hash(s()))
	}
	return "default-src 'none'; script-src " + strings.Join(hashes, " ") + "; style-src " + hash(style()) + "; img-src data:; base-uri 'none'; form-action 'none'"
})

func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
