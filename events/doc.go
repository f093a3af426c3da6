// Package events turns a document into reports: who says, in which sentence,
// that what happened, when, where, to whom, how many.
package events
