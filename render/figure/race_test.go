//go:build race

package figure

// underRace tells that the race detector watches, which makes the JavaScript
// and WebAssembly engines many times slower. One figure is drawn by one
// goroutine: what it looks for is seen on a few.
const underRace = true
