package main

import (
	"context"
	"errors"
	"iter"
	"runtime"
	"slices"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

func numbers(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func TestOrderedYieldsInOrder(t *testing.T) {
	for _, workers := range []int{1, 2, 7} {
		var got []int
		err := ordered(t.Context(), numbers(100), workers, func(n int) int {
			if n%10 == 0 { // some take longer than those after them
				runtime.Gosched()
			}
			return n * n
		}, func(n, square int) error {
			if square != n*n {
				t.Errorf("%d has the result %d", n, square)
			}
			got = append(got, n)
			return nil
		})
		if err != nil || !slices.Equal(got, slices.Collect(numbers(100))) {
			t.Errorf("%d workers: %v %v", workers, got, err)
		}
	}
}

func TestOrderedHoldsFewElementsAtATime(t *testing.T) {
	const workers = 2
	var begun, ended atomic.Int64
	most := int64(0)
	err := ordered(t.Context(), numbers(1000), workers, func(n int) int { begun.Add(1); return n }, func(n, _ int) error {
		most = max(most, begun.Load()-ended.Load())
		ended.Add(1)
		return nil
	})
	if err != nil || most > 4*workers+1 {
		t.Errorf("up to %d elements under way with %d workers, %v", most, workers, err)
	}
}

func TestOrderedStopsAtTheFirstError(t *testing.T) {
	stop := errors.New("the disk is full")
	last := 0
	err := ordered(t.Context(), numbers(1_000_000), 3, func(n int) int { return n }, func(n, _ int) error {
		last = n
		if n == 5 {
			return stop
		}
		return nil
	})
	if !errors.Is(err, stop) || last != 5 {
		t.Errorf("%v after %d", err, last)
	}
}

func TestOrderedStopsWhenAskedTo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		blocked := make(chan struct{})
		silent := func(yield func(int) bool) { // as standard input, when nobody types
			<-blocked
		}
		err := ordered(ctx, silent, 2, func(n int) int { return n }, func(int, int) error { return nil })
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("got %v", err)
		}
		close(blocked) // a bubble ends when all its goroutines do
	})
}
