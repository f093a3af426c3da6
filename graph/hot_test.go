package graph

import (
	"strings"

	"github.com/dateline-project/dateline/events/source"
)

// hot are loads in which all reports are of one thing, so that none of them is
// told apart by its day, place or kind: what is compared must stay bounded.
var hot = []struct {
	name string
	make func(s *synthetic, n int)
}{
	{"one event", func(s *synthetic, n int) { // told by n documents
		h := s.happening(0)
		for range n {
			s.account(h, nil)
		}
	}},
	{"one day", func(s *synthetic, n int) { // and one place and kind, n happenings told by a document each
		for i := range n {
			s.account(s.happening(i), nil)
		}
	}},
	{"one document", func(s *synthetic, n int) { // of n reports of a tenth as many happenings
		d := source.Document{ID: "d", Path: "d.txt", SHA256: "d", Outlet: "outlet", Published: "2015-06-02"}
		var body strings.Builder
		for i := range n {
			s.report(&body, d.ID, s.happening(i/10), [...]string{"the", "another", "a"}[i%3], s.filler(12), i%2 == 0)
		}
		d.Text = body.String()
		s.docs = append(s.docs, d)
	}},
}

// happening returns one of a day, place and kind, which its words alone tell apart
// from others.
func (s *synthetic) happening(number int) *happening {
	h := &happening{number: number, kind: "shelling", place: 7, day: 16587, killed: 12, injured: 30}
	for range 8 {
		h.words = append(h.words, s.vocab[s.rng.IntN(len(s.vocab))])
	}
	return h
}
