package browser

import (
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/internal/contract"
	"github.com/dateline-project/dateline/internal/testgraph"
	"github.com/dateline-project/dateline/render/page"
)

// intoFolder lets the page save files, into a folder.
func intoFolder(dir string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, cdpbrowser.SetDownloadBehavior, cdpbrowser.SetDownloadBehaviorParams{Behavior: cdpbrowser.SetDownloadBehaviorBehaviorAllow, DownloadPath: dir})
		return err
	})
}

// saved waits for a file that the page saves, and returns what is in it.
func saved(t testing.TB, dir, name string) []byte {
	t.Helper()
	for deadline := time.Now().Add(15 * time.Second); time.Now().Before(deadline); time.Sleep(30 * time.Millisecond) {
		if b, err := os.ReadFile(filepath.Join(dir, name)); err == nil && len(b) > 0 {
			return b
		}
	}
	entries, _ := os.ReadDir(dir)
	t.Fatalf("%s was not saved; there are %v", name, entries)
	return nil
}

// sample builds the sample as the README's first command does, with more options.
func sample(t *testing.T, name string, options ...string) {
	t.Helper()
	build := exec.Command("go", append([]string{"run", "./cmd/dateline", "build", "data/sample", "--quiet", "-o", name}, options...)...)
	build.Dir = "../.."
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
}

// press presses a key as a shortcut: a browser writes no letter where the page took the key.
func (x *tab) press(key string) {
	x.t.Helper()
	x.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		for _, k := range kb.Encode([]rune(key)[0]) {
			if k.Type == kb.KeyChar {
				continue
			}
			if _, err := cdp.Call(ctx, t, input.DispatchKeyEvent, *k); err != nil {
				return err
			}
		}
		return nil
	}))
}

// decide presses the key of a decision, does what the form asks for, and gives a reason.
func (x *tab) decide(key, reason string, form ...chromedp.Action[chromedp.Void]) {
	x.t.Helper()
	before := eval[int](x, "document.querySelectorAll('.log .decisions li').length")
	x.wait("document.querySelector('.review-card h2')")
	eval[bool](x, "document.querySelector('.review-card').focus() || true")
	x.press(key)
	if reason != "" {
		x.wait("document.querySelector('#review-reason')")
		x.do(form...)
		x.do(chromedp.Focus("#review-reason"))
		x.key(reason + kb.Enter)
	}
	x.wait("document.querySelectorAll('.log .decisions li').length === " + string(rune('0'+before+1)))
}

// Decisions are taken by keys alone, survive a reload, are saved as a file that
// holds the contract, and are applied by the next build.
func TestCorrectionsMadeInThePageAreAppliedByTheNextBuild(t *testing.T) {
	dir := t.TempDir()
	first, second, file := filepath.Join(dir, "first.html"), filepath.Join(dir, "second.html"), filepath.Join(dir, "corrections.json")
	sample(t, first)
	x := visit(t, first, "#v=review", wide[0], wide[1], intoFolder(dir))
	x.wait("document.querySelector('.review-card .report')")

	// Without a name nothing is decided.
	x.press("a")
	x.wait("document.activeElement.id === 'reviewer'")
	x.key("R. Viewer" + kb.Tab)
	eval[bool](x, "(document.querySelector('.review-card').focus(), true)")

	x.decide("a", "")
	x.decide("x", "a headline, and no event")
	eval[bool](x, "(document.querySelector('.review-card').focus(), true)")
	x.press("d")
	x.wait("document.querySelector('#review-date')")
	eval[bool](x, "(document.querySelector('#review-date').value = '2020-02-31', true)")
	x.do(chromedp.Focus("#review-reason"))
	x.key("no such day" + kb.Enter)
	x.wait("document.querySelector('.problem').textContent.includes('Not a date')")
	x.key(kb.Escape)
	x.decide("d", "the register says so", chromedp.SetValue("#review-date", "2020-10-27"))
	x.decide("m", "one night, one strike", chromedp.Click(".candidates input")) // those that were decided before come last
	x.decide("s", "the second sentence tells of another", chromedp.Click(".candidates input"))
	x.decide("c", "word for word")
	x.decide("n", "ask the hospital")
	x.decide("*", "")
	if s := x.text(".review .bar .note"); s != "8 decisions not saved to a file yet" {
		t.Errorf("the page says %q", s)
	}

	// What is decided is still there when the page is opened again.
	x.do(chromedp.Navigate(x.url + "#v=table"))
	x.do(chromedp.Reload())
	x.wait("document.body.dataset.ready")
	x.click("[data-view=review]")
	x.wait("document.querySelectorAll('.log .decisions li').length === 8")
	x.click(".review .save")
	b := saved(t, dir, "corrections.json")
	if err := contract.Validate(contract.Corrections, b); err != nil {
		t.Error(err)
	}
	x.wait("document.querySelector('.review .bar .note').textContent === 'No new decision'")

	sample(t, second, "--corrections", file, "--json", filepath.Join(dir, "graph.json"))
	var g graph.Graph
	if b, err := os.ReadFile(filepath.Join(dir, "graph.json")); err != nil || json.Unmarshal(b, &g) != nil {
		t.Fatal(err)
	}
	var actions []graph.Action
	for _, c := range g.Corrections {
		actions = append(actions, c.Action)
		if c.Outcome != graph.OutcomeApplied {
			t.Errorf("%s of %s: %s, %s", c.Action, c.Event, c.Outcome, c.Says)
		}
		if c.Who != "R. Viewer" || c.When == "" {
			t.Errorf("%+v", c)
		}
	}
	if want := []graph.Action{graph.Accept, graph.Reject, graph.Redate, graph.Merge, graph.Split, graph.MarkCopy, graph.AddNote, graph.Star}; !slices.Equal(actions, want) {
		t.Errorf("actions %v, want %v", actions, want)
	}
	dated := 0
	for i := range g.Events {
		if strings.HasPrefix(g.Events[i].When.Basis, "set in review by R. Viewer: the register says so") && g.Events[i].When.EDTF == "2020-10-27" && g.Events[i].Review.Was != "" {
			dated++
		}
	}
	if dated != 1 {
		t.Errorf("%d events are dated by the reviewer", dated)
	}

	// The new page shows them, and would save the old ones with new ones.
	y := visit(t, second, "#v=table&review=rejected", wide[0], wide[1], intoFolder(filepath.Join(dir, "again")))
	y.wait("document.querySelectorAll('.events tbody tr').length === 1")
	if s := y.text(".events tbody tr"); !strings.Contains(s, "rejected in review") {
		t.Errorf("the table says %q", s)
	}
	y.key(kb.ArrowRight + kb.Enter)
	y.wait("document.querySelector('.review-part .decisions')")
	if s := y.text(".review-part"); !strings.Contains(s, "a headline, and no event") || !strings.Contains(s, "R. Viewer") {
		t.Errorf("the dossier says %q", s)
	}
	y.click("[data-view=review]")
	y.wait("document.querySelectorAll('.log .decisions li').length === 8")
	y.click(".review .save")
	if again := saved(t, filepath.Join(dir, "again"), "corrections.json"); string(again) != string(b) {
		t.Errorf("the file saved again differs:\n%s\n%s", b, again)
	}
	y.axe([]string{"#v=review", "#v=table&review=accepted"})
}

// A browser that keeps nothing says so, and a decision can be taken back.
func TestWhereTheBrowserKeepsNothingThePageSaysSo(t *testing.T) {
	forbid := chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, cdppage.AddScriptToEvaluateOnNewDocument, cdppage.AddScriptToEvaluateOnNewDocumentParams{Source: "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"})
		return err
	})
	x := open(t, testgraph.Small(), page.Options{Title: "Arlen"}, "#v=review&e=e-strike-arlen", wide[0], wide[1], forbid)
	x.wait("document.querySelector('.review-card .report')")
	x.do(chromedp.Focus("#reviewer"))
	x.key("R. Viewer" + kb.Tab)
	x.wait("document.querySelector('#review-kept.banner')")
	if s := x.text("#review-kept"); !strings.Contains(s, "keeps nothing") {
		t.Errorf("the page says %q", s)
	}
	x.decide("x", "not an event")
	eval[bool](x, "(document.querySelector('.log details').open = true, document.querySelector('.log .decisions button.link:last-of-type').click(), true)")
	x.wait("!document.querySelector('.log .decisions')")
}

// A file of decisions goes on in another page; one that is none is refused.
func TestAFileOfCorrectionsIsOpenedInThePage(t *testing.T) {
	x := open(t, testgraph.Small(), page.Options{Title: "Arlen"}, "#v=review", wide[0], wide[1])
	x.wait("document.querySelector('.review-card .report')")
	give := func(content string) {
		eval[bool](x, "(() => { const f = new DataTransfer(); f.items.add(new File(["+quoteJS(content)+"], 'c.json')); const i = document.querySelector('.review input[type=file]'); i.files = f.files; i.dispatchEvent(new Event('change')); return true; })()")
	}
	give(`{"version":1,"corrections":[{"action":"reject","event":"e-truce","who":"<img src=x onerror=alert(1)>","when":"2026-01-31T15:04:05Z","reason":"</script><b>x","before":{"reports":["r1"]},"after":{"status":"rejected"}},
		{"action":"star","event":"e-nobody","who":"A","when":"2026-01-31T15:04:05Z","reason":"","before":{},"after":{}}]}`)
	x.wait("document.querySelectorAll('.log .decisions li').length === 2")
	if s := x.text(".log .decisions"); !strings.Contains(s, "<img src=x onerror=alert(1)>") || !strings.Contains(s, "not about an event of this page") {
		t.Errorf("the log says %q", s)
	}
	for _, bad := range []string{"", "[]", `{"version":1,"corrections":[{"action":"explode"}]}`, `{"version":1,"corrections":[{"action":"star","event":"e","who":"A","when":"x","reason":"","before":{"reports":[{}]},"after":{}}]}`} {
		give(bad)
		x.wait("document.querySelector('.review .bar .note').textContent.startsWith('The file could not be read')")
	}
}
