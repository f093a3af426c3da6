package page_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/internal/testgraph"
	"github.com/dateline-project/dateline/render/page"
)

func write(t testing.TB, g *graph.Graph, opt page.Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := page.Write(&b, g, opt); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var (
	scriptElement = regexp.MustCompile(`(?s)<script>(.*?)</script>`)
	dataElement   = regexp.MustCompile(`(?s)<script type="application/octet-stream" id="([^"]*)">(.*?)</script>`)
	styleElement  = regexp.MustCompile(`(?s)<style>(.*?)</style>`)
	policyValue   = regexp.MustCompile(`http-equiv="Content-Security-Policy" content="([^"]*)"`)
)

func TestPageIsThatRecorded(t *testing.T) {
	got := write(t, testgraph.Small(), page.Options{Title: "A small page", Kinds: []page.Kind{{ID: "missile-strike", Label: "Missile strike", Class: "violence"}}})
	// Scripts and style are files of this package; their text is not repeated.
	got = scriptElement.ReplaceAllString(got, "<script>…</script>")
	got = styleElement.ReplaceAllString(got, "<style>…</style>")
	got = regexp.MustCompile(`sha256-(?:[A-Za-z0-9/=]|&#43;)*`).ReplaceAllString(got, "sha256-…")
	got = dataElement.ReplaceAllStringFunc(got, func(s string) string {
		m := dataElement.FindStringSubmatch(s)
		return fmt.Sprintf("<script type=\"application/octet-stream\" id=%q>\n%s</script>", m[1], unpack(t, m[2]))
	})
	const name = "testdata/small.html.golden"
	if os.Getenv("UPDATE") == "1" {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("page differs (-want +got):\n%s", diff)
	}
}

func TestPolicyAllowsExactlyTheScriptsWritten(t *testing.T) {
	s := write(t, testgraph.Small(), page.Options{})
	m := policyValue.FindStringSubmatch(s)
	if m == nil {
		t.Fatal("no policy")
	}
	policy := html.UnescapeString(m[1])
	hashes := map[string]int{}
	for _, h := range regexp.MustCompile(`'sha256-[^']*'`).FindAllString(policy, -1) {
		hashes[h]++
	}
	var bodies []string
	for _, m := range scriptElement.FindAllStringSubmatch(s, -1) {
		bodies = append(bodies, m[1])
	}
	for _, m := range styleElement.FindAllStringSubmatch(s, -1) {
		bodies = append(bodies, m[1])
	}
	for _, b := range bodies {
		sum := sha256.Sum256([]byte(b))
		h := "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
		if hashes[h] != 1 {
			t.Errorf("the policy does not hold the hash of %.40q", b)
		}
		delete(hashes, h)
	}
	if len(hashes) > 0 {
		t.Errorf("the policy allows what is not there: %v", hashes)
	}
	for _, bad := range []string{"unsafe", "http:", "https:", "*", "blob:"} {
		if strings.Contains(policy, bad) {
			t.Errorf("the policy holds %s: %s", bad, policy)
		}
	}
	if !strings.HasPrefix(policy, "default-src 'none'; ") {
		t.Errorf("policy is %s", policy)
	}
}

func TestScriptsCannotEndTheirElement(t *testing.T) {
	s := write(t, testgraph.Small(), page.Options{})
	for _, m := range scriptElement.FindAllStringSubmatch(s, -1) {
		for _, bad := range []string{"</script", "<!--", "<script"} {
			if i := strings.Index(strings.ToLower(m[1]), bad); i >= 0 {
				t.Errorf("a script holds %s: %.60q", bad, m[1][max(0, i-20):])
			}
		}
	}
}

func TestHostileTextIsNeverMarkup(t *testing.T) {
	for _, mode := range []string{page.FullText, page.Quotes, page.NoText} {
		var kinds []page.Kind
		for _, p := range testgraph.Payloads {
			kinds = append(kinds, page.Kind{ID: p, Label: p, Class: p})
		}
		g := testgraph.Hostile()
		for _, p := range testgraph.Payloads {
			g.Diagnostics = append(g.Diagnostics, source.Diagnostic{Path: p, Message: p, Severity: p})
		}
		s := write(t, g, page.Options{Title: strings.Join(testgraph.Payloads, " "), Kinds: kinds, Text: mode})
		for _, m := range dataElement.FindAllStringSubmatch(s, -1) {
			if s := regexp.MustCompile(`[^A-Za-z0-9+/=:]`).FindString(m[2]); s != "" {
				t.Errorf("%s holds %q", m[1], s)
			}
		}
		rest := dataElement.ReplaceAllString(scriptElement.ReplaceAllString(styleElement.ReplaceAllString(s, ""), ""), "")
		ours := regexp.MustCompile(`</?[a-zA-Z!][^>]*>`)
		for _, tag := range ours.FindAllString(rest, -1) {
			name := strings.ToLower(regexp.MustCompile(`^</?([a-zA-Z0-9!]*)`).FindStringSubmatch(tag)[1])
			switch name {
			case "script", "img", "svg", "iframe", "style", "base", "object", "embed", "form":
				t.Errorf("mode %s: text became the tag %s", mode, tag)
			}
			if regexp.MustCompile(`(?i)\son\w+=|javascript:`).MatchString(tag) && !strings.Contains(tag, "href=\"#") {
				t.Errorf("mode %s: text became an attribute of %s", mode, tag)
			}
		}
		for _, m := range regexp.MustCompile(`href="([^"]*)"`).FindAllStringSubmatch(rest, -1) {
			if !strings.HasPrefix(m[1], "#") && m[1] != "data:," {
				t.Errorf("mode %s: link to %s", mode, m[1])
			}
		}
	}
}

func TestTextModesHoldNoMoreThanTheySay(t *testing.T) {
	g := testgraph.Small()
	g.Documents[0].Text += "A closing line that no report quotes.\n"
	full, quotes, none := write(t, g, page.Options{}), write(t, g, page.Options{Text: page.Quotes}), write(t, g, page.Options{Text: page.NoText})
	const line, quote = "A closing line that no report quotes", "the market quarter of Arlen"
	for _, c := range []struct {
		name, page  string
		line, quote bool
	}{{"full", full, true, true}, {"quotes", quotes, false, true}, {"none", none, false, false}} {
		text := allText(t, c.page) + dataElement.ReplaceAllString(c.page, "")
		if strings.Contains(text, line) != c.line {
			t.Errorf("%s: holds unquoted text: %v, want %v", c.name, !c.line, c.line)
		}
		if strings.Contains(text, quote) != c.quote {
			t.Errorf("%s: holds quotes: %v, want %v", c.name, !c.quote, c.quote)
		}
	}
	if err := page.Write(io.Discard, g, page.Options{Text: "some"}); err == nil {
		t.Error("an unknown mode is no error")
	}
}

func TestFrontIsReadableWithoutScripts(t *testing.T) {
	s := write(t, testgraph.Small(), page.Options{})
	s = dataElement.ReplaceAllString(scriptElement.ReplaceAllString(s, ""), "")
	for _, want := range []string{
		"<b>9</b> documents", "<b>8</b> unique texts", "<b>2</b> disputed", ">1990 – June 2021<", "Made-up sample:",
		"Two missiles struck the market quarter", "Lowland Herald", "about 14 May 2021", "a day in May 2021", "killed: 12 / 9", "scan.pdf", "الهدنة",
	} {
		if !strings.Contains(s, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}

func TestBannerOnlyWhenADocumentIsSynthetic(t *testing.T) {
	g := testgraph.Small()
	for i := range g.Documents {
		g.Documents[i].Synthetic = false
	}
	if s := write(t, g, page.Options{}); strings.Contains(s, `class="banner"`) {
		t.Error("a banner without a made-up document")
	}
}

func TestChronicleSaysWhatItLeavesOut(t *testing.T) {
	if s := write(t, testgraph.Scale(1200), page.Options{}); !strings.Contains(s, "1,000 weightiest events; 200 are left out") {
		t.Error("the chronicle does not say what it leaves out")
	}
}

func TestPageIsTheSameTwice(t *testing.T) {
	first := write(t, testgraph.Scale(300), page.Options{})
	for range 3 {
		if write(t, testgraph.Scale(300), page.Options{}) != first {
			t.Fatal("two runs differ")
		}
	}
}

func TestPageOfBrokenReferencesIsWritten(t *testing.T) {
	g := testgraph.Small()
	g.Reports[0].Document, g.Reports[1].Event, g.Events[0].Reports[2] = "gone", "gone", "gone"
	g.Reports[3].Quote.Start, g.Reports[3].Quote.End = -5, 1<<40
	g.Links[0].From, g.Events[1].PartOf, g.Documents[0].Family = "gone", "gone", "gone"
	g.Events[2].Weight = 0
	write(t, g, page.Options{})
	write(t, &graph.Graph{}, page.Options{})
}

func TestErrorsOfTheWriterAreReturned(t *testing.T) {
	if err := page.Write(failing{}, testgraph.Small(), page.Options{}); err == nil {
		t.Error("no error")
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestPageIsSmall(t *testing.T) {
	if n := len(write(t, testgraph.Small(), page.Options{})); n > 2<<20 {
		t.Errorf("a page of 30 events has %d bytes", n)
	}
}

func FuzzWrite(f *testing.F) {
	for _, p := range testgraph.Payloads {
		f.Add(p, 0, 3)
	}
	f.Fuzz(func(t *testing.T, s string, start, end int) {
		g := testgraph.Small()
		g.Documents[0].Text += s
		g.Documents[0].Title, g.Documents[1].Outlet, g.Events[0].Label, g.Events[1].Kind = s, s, s, s
		g.Events[2].When.EDTF, g.Reports[0].When.Basis, g.Events[3].ID = s, s, s
		g.Reports[0].Quote.Start, g.Reports[0].Quote.End, g.Reports[1].Trigger.Start = start, end, end
		text := scriptElement.ReplaceAllString(write(t, g, page.Options{Title: s}), "")
		data := dataElement.FindAllStringSubmatch(text, -1)
		for _, m := range data {
			unpack(t, m[2])
		}
		// core, facets, index, links, totals, copies, map, method, one block of reports and one of texts
		if n := strings.Count(strings.ToLower(text), "<script"); n != 10 || len(data) != 10 {
			t.Fatalf("%d script elements of data, want 10", n)
		}
	})
}

func BenchmarkWrite(b *testing.B) {
	g := testgraph.Scale(10000)
	var n counter
	if err := page.Write(&n, g, page.Options{}); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(n))
	for b.Loop() {
		if err := page.Write(io.Discard, g, page.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

type counter int

func (c *counter) Write(b []byte) (int, error) { *c += counter(len(b)); return len(b), nil }

// Every script file is part of the page: one that assets.go does not name
// would be dead.
func TestEveryScriptFileIsInThePage(t *testing.T) {
	s := write(t, testgraph.Small(), page.Options{})
	names, err := filepath.Glob("js/*.js")
	if err != nil || len(names) < 20 {
		t.Fatalf("%d script files: %v", len(names), err)
	}
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Count(s, string(b)) != 1 {
			t.Errorf("%s stands in the page %d times, want once", name, strings.Count(s, string(b)))
		}
		for _, bad := range []string{"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "DOMParser", "createContextualFragment"} {
			if strings.Contains(string(b), bad) {
				t.Errorf("%s uses %s, which can make markup or code of a text", name, bad)
			}
		}
	}
}
