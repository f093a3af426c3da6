package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress shows on a terminal how far the work is, once it has lasted longer
// than after. The zero value shows nothing, and prints lines all the same.
type progress struct {
	mu    sync.Mutex
	w     io.Writer
	shown bool // whether there is a terminal to show a bar on
	after time.Duration
	start time.Time
	step  string
	bar   *progressbar.ProgressBar
}

// newProgress shows a bar if w is a terminal and quiet is false.
func newProgress(w io.Writer, quiet bool) *progress {
	return &progress{w: w, shown: !quiet && isTerminal(w), after: time.Second, start: time.Now()}
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// set shows a step of the work; total is -1 when it is not known.
func (p *progress) set(step string, done, total int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.shown || time.Since(p.start) < p.after {
		return
	}
	if p.bar == nil || p.step != step {
		p.clear()
		p.step = step
		p.bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(p.w), progressbar.OptionSetDescription(step),
			progressbar.OptionShowCount(), progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish(),
			progressbar.OptionSetPredictTime(false), progressbar.OptionSetElapsedTime(false),
			// Otherwise a goroutine draws on, over lines printed later and after the end.
			progressbar.OptionSetSpinnerChangeInterval(0))
	}
	// A bar that cannot be drawn is no reason to stop the work.
	_ = p.bar.Set(done)
}

// println writes a line, above the bar if there is one.
func (p *progress) println(s string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.bar != nil {
		_ = p.bar.Clear()
	}
	fmt.Fprintln(p.w, s)
}

// finish takes the bar away for good.
func (p *progress) finish() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.clear()
	p.shown = false
}

func (p *progress) clear() {
	if p.bar != nil {
		_ = p.bar.Clear()
		p.bar = nil
	}
}
