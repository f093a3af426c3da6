package source

import (
	"fmt"
	"time"
)

// guard runs a parser that may panic or hang on a hostile file and returns its
// result, or an error when it panicked or did not end within the time. A
// parser that is given up on runs on in the background until it ends: nothing
// it was given may be written to afterwards.
func guard[T any](timeout time.Duration, parse func() (T, error)) (T, error) {
	type result struct {
		value T
		err   error
	}
	done := make(chan result, 1)
	go func() {
		var r result
		defer func() {
			if p := recover(); p != nil {
				r = result{err: fmt.Errorf("the file is damaged: %v", p)}
			}
			done <- r
		}()
		r.value, r.err = parse()
	}()
	timer := time.NewTimer(timeout)
	defer timer.Stop()
	select {
	case r := <-done:
		return r.value, r.err
	case <-timer.C:
		var none T
		return none, fmt.Errorf("not read within %v", timeout)
	}
}
