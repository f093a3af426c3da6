package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
)

// shortID returns prefix and 12 hexadecimal digits of the SHA-256 of the parts.
func shortID(prefix string, parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(strconv.Itoa(len(p))))
		h.Write([]byte{':'})
		h.Write([]byte(p))
	}
	return prefix + hex.EncodeToString(h.Sum(nil)[:6])
}

// eventID names an event after its earliest report: the document's hash, the
// span and the kind. Only a report that is earlier than all others of the
// event, or that splits it, changes it.
func (b *builder) eventID(reports []int32, taken map[string]bool) string {
	first := reports[0]
	day := func(i int32) int32 {
		if d := b.docOf[i]; d >= 0 && b.merger.published[d] != always {
			return b.merger.published[d]
		}
		return never
	}
	for _, i := range reports[1:] {
		if day(i) < day(first) {
			first = i
		}
	}
	r := &b.g.Reports[first]
	id := b.eventName(first)
	if taken[id] { // the same bytes under two ids: the second is told apart by its id
		id = shortID("e", id, r.Document, r.ID)
	}
	for taken[id] {
		id = shortID("e", id)
	}
	taken[id] = true
	return id
}

// eventName returns the id of an event that is named after a report.
func (b *builder) eventName(report int32) string {
	r := &b.g.Reports[report]
	key := "id:" + r.Document
	if d := b.docOf[report]; d >= 0 {
		key = documentKey(&b.g.Documents[d])
	}
	return shortID("e", key, strconv.Itoa(r.Trigger.Start), strconv.Itoa(r.Trigger.End), r.Kind)
}
