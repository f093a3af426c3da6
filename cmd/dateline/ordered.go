package main

import (
	"context"
	"iter"
	"sync"
)

// ordered applies do to each element of seq on several goroutines, and hands
// the results to yield one at a time in the order of seq. It stops at the
// first error of yield, or when ctx is done, and returns that error. At most
// about 4*workers elements are under way, so what is held in memory does not
// grow with the input.
//
// It does not wait for a seq that is blocked, such as on standard input, when
// ctx is done.
func ordered[In, Out any](ctx context.Context, seq iter.Seq[In], workers int, do func(In) Out, yield func(In, Out) error) error {
	type slot struct {
		in   In
		out  Out
		done chan struct{}
	}
	ctx, cancel := context.WithCancel(ctx)
	var running sync.WaitGroup
	queue := make(chan *slot, 3*workers) // every element, in order
	work := make(chan *slot)             // the same, to be worked on
	running.Go(func() {
		defer close(queue)
		defer close(work)
		for in := range seq {
			s := &slot{in: in, done: make(chan struct{})}
			select {
			case queue <- s:
			case <-ctx.Done():
				return
			}
			select {
			case work <- s:
			case <-ctx.Done():
				return
			}
		}
	})
	for range workers {
		running.Go(func() {
			for s := range work {
				s.out = do(s.in)
				close(s.done)
			}
		})
	}
	next := func() (*slot, error) {
		select {
		case s, ok := <-queue:
			if !ok {
				return nil, ctx.Err()
			}
			select {
			case <-s.done:
				return s, nil
			case <-ctx.Done():
				return nil, ctx.Err()
			}
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	for {
		s, err := next()
		if err == nil && s != nil {
			err = yield(s.in, s.out)
		}
		if err != nil {
			cancel()
			return err
		}
		if s == nil {
			running.Wait()
			cancel()
			return nil
		}
	}
}
