//go:build !race

package figure

// underRace tells that the race detector watches; see race_test.go.
const underRace = false
