package graph

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/dateline-project/dateline/data"
)

// asked is a context that ends when its error has been asked for that often.
type asked struct {
	context.Context
	left atomic.Int64
}

func (c *asked) Err() error {
	if c.left.Add(-1) < 0 {
		return context.Canceled
	}
	return nil
}

func TestABuildCanBeCancelledAtAnyStage(t *testing.T) {
	s := makeSynthetic(1, 1200)
	kinds, err := data.Kinds()
	if err != nil {
		t.Fatal(err)
	}
	const plenty = 1 << 40
	whole := &asked{Context: context.Background()}
	whole.left.Store(plenty)
	if _, err := Build(whole, s.docs, s.reports, Options{Kinds: kinds, Workers: 2}); err != nil {
		t.Fatal(err)
	}
	checks := plenty - whole.left.Load()
	for at := int64(0); at < checks-8; at += 1 + checks/20 { // how often goroutines ask differs from run to run
		ctx := &asked{Context: context.Background()}
		ctx.left.Store(at)
		if g, err := Build(ctx, s.docs, s.reports, Options{Kinds: kinds, Workers: 2}); g != nil || !errors.Is(err, context.Canceled) {
			t.Fatalf("cancelled at check %d of %d: %v, %v", at, checks, g != nil, err)
		}
	}
	for step := 1; step < steps; step++ {
		ctx, cancel := context.WithCancel(context.Background())
		last := 0
		_, err := Build(ctx, s.docs, s.reports, Options{Kinds: kinds, Progress: func(done, total int) {
			if last = done; done == step {
				cancel()
			}
		}})
		if !errors.Is(err, context.Canceled) || last > step+1 {
			t.Errorf("cancelled at step %d: %v, after step %d", step, err, last)
		}
	}
}

// timed is a context that notes the longest time in which nobody asked for its error.
type timed struct {
	context.Context
	mu      sync.Mutex
	last    time.Time
	longest time.Duration
}

func (c *timed) Err() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	now := time.Now()
	c.longest = max(c.longest, now.Sub(c.last))
	c.last = now
	return nil
}

// BenchmarkCancel measures how long a build that is cancelled may go on, at
// most: the longest time between two looks at its context.
func BenchmarkCancel(b *testing.B) {
	kinds, err := data.Kinds()
	if err != nil {
		b.Fatal(err)
	}
	s := makeSynthetic(7, 100_000)
	longest := time.Duration(0)
	for b.Loop() {
		ctx := &timed{Context: context.Background(), last: time.Now()}
		if _, err := Build(ctx, s.docs, s.reports, Options{Kinds: kinds}); err != nil {
			b.Fatal(err)
		}
		longest = max(longest, ctx.longest, time.Since(ctx.last))
	}
	b.ReportMetric(longest.Seconds(), "s-until-cancelled")
}
