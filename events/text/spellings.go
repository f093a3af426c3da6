package text

import (
	"hash/maphash"
	"strings"
)

// Spellings keeps what is known of words by their spelling, as texts say the
// same words again and again. What it holds is bounded, however many words a
// hostile text makes up: when it is full it forgets all of them. Words that are
// met first, which are the common ones, lie together in memory. One goroutine
// uses a Spellings at a time. The zero value is empty.
type Spellings[T any] struct {
	seed  maphash.Seed
	slots []spellingSlot // by hash, at most half of them taken; their number is a power of two
	rows  [][]Spelling[T]
	n     int
}

// Spelling is a word and what is known of it.
type Spelling[T any] struct {
	Word  string
	Known T
}

// spellingSlot says where a spelling is kept.
type spellingSlot struct {
	hash  uint32
	index uint32 // one more than its place in rows, 0 for none
}

const (
	// maxSpellings is how many words are kept.
	maxSpellings = 1 << 15
	// maxSpelling is how many bytes a word has at most that is kept.
	maxSpelling = 32
	// spellingRow is how many words lie together in memory.
	spellingRow = 128
)

// Of returns a word, and whether it was met before; if not, the caller has to
// fill in what is known of it. The result stays valid. Its Word is a copy, so
// that a text need not stay in memory for one of its words; a very long word
// is met anew each time.
func (k *Spellings[T]) Of(word string) (s *Spelling[T], met bool) {
	if k.slots == nil {
		k.seed, k.slots = maphash.MakeSeed(), make([]spellingSlot, 512)
	}
	hash := uint32(maphash.String(k.seed, word))
	mask := uint32(len(k.slots) - 1)
	for at := hash & mask; ; at = (at + 1) & mask {
		slot := k.slots[at]
		if slot.index == 0 {
			return k.keep(word, hash), false
		}
		if slot.hash == hash {
			if s := k.at(slot); s.Word == word {
				return s, true
			}
		}
	}
}

func (k *Spellings[T]) at(slot spellingSlot) *Spelling[T] {
	i := slot.index - 1
	return &k.rows[i/spellingRow][i%spellingRow]
}

// keep adds a word that is not kept.
func (k *Spellings[T]) keep(word string, hash uint32) *Spelling[T] {
	if len(word) > maxSpelling {
		return &Spelling[T]{Word: strings.Clone(word)}
	}
	switch {
	case k.n == maxSpellings:
		clear(k.slots)
		k.rows, k.n = nil, 0
	case 2*(k.n+1) > len(k.slots):
		k.grow()
	}
	if k.n%spellingRow == 0 {
		k.rows = append(k.rows, make([]Spelling[T], spellingRow))
	}
	k.n++
	slot := spellingSlot{hash, uint32(k.n)}
	k.enter(slot)
	s := k.at(slot)
	s.Word = strings.Clone(word)
	return s
}

// grow doubles the slots.
func (k *Spellings[T]) grow() {
	old := k.slots
	k.slots = make([]spellingSlot, 2*len(old))
	for _, slot := range old {
		if slot.index != 0 {
			k.enter(slot)
		}
	}
}

// enter puts a slot where it is found by its hash.
func (k *Spellings[T]) enter(slot spellingSlot) {
	mask := uint32(len(k.slots) - 1)
	at := slot.hash & mask
	for k.slots[at].index != 0 {
		at = (at + 1) & mask
	}
	k.slots[at] = slot
}
