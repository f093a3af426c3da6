package browser

import (
	"bytes"
	"context"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/render/page"
)

// chromium returns the path of a Chromium or Chrome, "" when there is none.
func chromium() string {
	for _, name := range []string{os.Getenv("CHROMIUM"), "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "headless-shell"} {
		if name == "" {
			continue
		}
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// browserContext starts one browser for all tests of the run.
var browserContext context.Context

func TestMain(m *testing.M) {
	path := chromium()
	if path == "" {
		fmt.Println("SKIP: no chromium was found; install it or name it in CHROMIUM")
		if os.Getenv("DATELINE_REQUIRE_BROWSER") != "" {
			os.Exit(1)
		}
		os.Exit(0)
	}
	dir, err := os.MkdirTemp("", "dateline-browser")
	if err != nil {
		panic(err)
	}
	allocator, stop := chromedp.NewExecAllocator(context.Background(),
		chromedp.ExecPath(path), chromedp.UserDataDir(dir), chromedp.Headless, chromedp.NoSandbox, chromedp.DisableGPU, chromedp.NoFirstRun,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true))
	ctx, cancel := chromedp.NewContext(allocator)
	if err := chromedp.Do(ctx); err != nil {
		fmt.Println("the browser does not start:", err)
		os.Exit(1)
	}
	browserContext = ctx
	code := m.Run()
	cancel()
	stop()
	os.RemoveAll(dir)
	os.Exit(code)
}

// A tab is a page in the browser, and what went wrong in it.
type tab struct {
	t   testing.TB
	ctx context.Context
	url string

	parts    string // the address that the page's parts may be loaded from, "" for none
	tolerant bool   // problems are expected

	mu       sync.Mutex
	requests []string // anything but the page itself
	problems []string // exceptions, console errors, violations of the policy
}

// open writes the page of g to a file and opens it from there.
func open(t testing.TB, g *graph.Graph, opt page.Options, hash string, width, height int64, before ...chromedp.Action[chromedp.Void]) *tab {
	t.Helper()
	var b bytes.Buffer
	if err := page.Write(&b, g, opt); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(name, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return visit(t, name, hash, width, height, before...)
}

// visit opens a page that is already in a file.
func visit(t testing.TB, name, hash string, width, height int64, before ...chromedp.Action[chromedp.Void]) *tab {
	t.Helper()
	x := &tab{t: t, url: (&url.URL{Scheme: "file", Path: filepath.ToSlash(name)}).String()}
	ctx, cancel := chromedp.NewContext(browserContext)
	t.Cleanup(cancel)
	x.ctx, cancel = context.WithTimeout(ctx, 90*time.Second)
	t.Cleanup(cancel)
	if err := chromedp.Listen(x.ctx, x.hear); err != nil {
		t.Fatal(err)
	}
	do := []chromedp.Action[chromedp.Void]{chromedp.EmulateViewport(width, height)}
	do = append(do, before...)
	do = append(do, chromedp.Navigate(x.url+hash))
	if err := chromedp.Do(x.ctx, do...); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(x.finish)
	return x
}

func (x *tab) hear(event any) {
	x.mu.Lock()
	defer x.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		if u := e.Request.URL; !strings.HasPrefix(u, x.url) && !strings.HasPrefix(u, "data:") {
			x.requests = append(x.requests, u)
		}
	case *runtime.EventExceptionThrown:
		x.problems = append(x.problems, fmt.Sprintf("exception: %s %+v", e.ExceptionDetails.Text, e.ExceptionDetails.Exception))
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeWarning {
			x.problems = append(x.problems, fmt.Sprintf("console: %s %+v", e.Type, e.Args))
		}
	case *cdplog.EventEntryAdded:
		x.problems = append(x.problems, "log: "+e.Entry.Text)
	case *cdppage.EventJavascriptDialogOpening:
		x.problems = append(x.problems, "dialog: "+e.Message)
	}
}

// finish checks what must hold of every page at the end of every test, and
// keeps a picture of a page that failed.
func (x *tab) finish() {
	x.mu.Lock()
	for _, r := range x.requests {
		if x.parts == "" && !x.tolerant || !strings.HasPrefix(r, x.parts) {
			x.t.Errorf("request of %s", r)
		}
	}
	if len(x.problems) > 0 && !x.tolerant {
		x.t.Errorf("problems: %q", x.problems)
	}
	x.mu.Unlock()
	if dir := os.Getenv("DATELINE_ARTIFACTS"); dir != "" && x.t.Failed() {
		if png, err := chromedp.Run(x.ctx, chromedp.CaptureScreenshot()); err == nil {
			name := strings.NewReplacer("/", "_", " ", "_").Replace(x.t.Name()) + ".png"
			if err := os.WriteFile(filepath.Join(dir, name), png, 0o644); err != nil {
				x.t.Log(err)
			}
		}
	}
}

// loaded tells how many requests hold some words.
func (x *tab) loaded(words string) int {
	x.mu.Lock()
	defer x.mu.Unlock()
	n := 0
	for _, r := range x.requests {
		if strings.Contains(r, words) {
			n++
		}
	}
	return n
}

func (x *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	x.t.Helper()
	if err := chromedp.Do(x.ctx, actions...); err != nil {
		x.t.Fatal(err)
	}
}

// eval returns the value of a JavaScript expression.
func eval[T any](x *tab, expression string) T {
	x.t.Helper()
	v, err := chromedp.Run(x.ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		x.t.Fatalf("%s: %v", expression, err)
	}
	return v
}

// wait waits until a JavaScript expression is true.
func (x *tab) wait(expression string) {
	x.t.Helper()
	for deadline := time.Now().Add(30 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		if eval[bool](x, "!!("+expression+")") {
			return
		}
		if time.Now().After(deadline) {
			x.t.Fatalf("never true: %s", expression)
		}
	}
}

func (x *tab) click(selector string) {
	x.t.Helper()
	x.do(chromedp.Click(selector))
}

func (x *tab) key(keys string) {
	x.t.Helper()
	x.do(chromedp.KeyEvent(keys))
}

// text returns the text of the first element of a selector.
func (x *tab) text(selector string) string {
	x.t.Helper()
	return eval[string](x, fmt.Sprintf("(document.querySelector(%q) || {textContent: ''}).textContent", selector))
}

// findMark moves a pointer over the chart until the note beside it names the
// event, and returns where that was.
func (x *tab) findMark(label string) (left, top float64) {
	x.t.Helper()
	at := eval[[]float64](x, fmt.Sprintf(`(() => {
		const host = document.querySelector('.chart'), r = host.getBoundingClientRect();
		for (let y = 4; y < r.height; y += 6) for (let px = 4; px < r.width; px += 6) {
			host.dispatchEvent(new PointerEvent('pointermove', {clientX: r.left + px, clientY: r.top + y, pointerId: 1, bubbles: true}));
			const tip = document.querySelector('.tip');
			if (tip && !tip.hidden && tip.querySelector('strong').textContent === %q) return [r.left + px, r.top + y];
		}
		return [];
	})()`, label))
	if len(at) != 2 {
		x.t.Fatalf("no mark of %q in the chart", label)
	}
	return at[0], at[1]
}

var wide = [2]int64{1440, 900}

// withoutScripts turns JavaScript off before a page is opened.
func withoutScripts() chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
		return err
	})
}
