//go:build deps

package deps

import (
	_ "github.com/RadhiFadlillah/whatlanggo"
	_ "github.com/dominikbraun/graph"
	_ "github.com/go-echarts/go-echarts/v2/charts"
	_ "github.com/go-echarts/go-echarts/v2/opts"
	_ "github.com/goccy/go-yaml"
	_ "github.com/gogs/chardet"
	_ "github.com/google/go-cmp/cmp"
	_ "github.com/jdkato/prose/v3"
	_ "github.com/jdkato/prose/v3/tag"
	_ "github.com/ledongthuc/pdf"
	_ "github.com/markusmobius/go-htmldate"
	_ "github.com/markusmobius/go-trafilatura"
	_ "github.com/moby/sys/atomicwriter"
	_ "github.com/rogpeppe/go-internal/testscript"
	_ "github.com/santhosh-tekuri/jsonschema/v6"
	_ "github.com/schollz/progressbar/v3"
	_ "github.com/spf13/cobra"
	_ "golang.org/x/net/html"
	_ "golang.org/x/net/html/charset"
	_ "golang.org/x/sync/errgroup"
	_ "golang.org/x/term"
	_ "golang.org/x/text/unicode/norm"
	_ "pgregory.net/rapid"
)
