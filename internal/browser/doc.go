// Package browser tests the page in a real browser. It is a module of its own,
// so that the browser's client stays out of the program's go.mod.
package browser
