package text

import (
	"strconv"
	"strings"
	"testing"
)

// TestSpellings meets more words than are kept, twice: what is known of a word
// is that word's, and what is kept stays bounded.
func TestSpellings(t *testing.T) {
	var met Spellings[int]
	for round := range 2 {
		for i := range maxSpellings + maxSpellings/2 {
			word := "w" + strconv.Itoa(i)
			s, known := met.Of(word)
			if s.Word != word || known && s.Known != i {
				t.Fatalf("round %d: %q has %q, %d", round, word, s.Word, s.Known)
			}
			s.Known = i
			if again, known := met.Of(word); !known || again != s {
				t.Fatalf("%q is not met right after it was", word)
			}
			if met.n > maxSpellings || 2*met.n > len(met.slots) {
				t.Fatalf("%d words in %d slots", met.n, len(met.slots))
			}
		}
	}
	if _, known := met.Of("W1"); known {
		t.Error("a word in capitals is taken for the one in lower case")
	}
}

// TestSpellingsLong: a very long word is not kept, the empty one is a word.
func TestSpellingsLong(t *testing.T) {
	var met Spellings[int]
	for _, c := range []struct {
		word string
		kept bool
	}{{strings.Repeat("a", maxSpelling), true}, {strings.Repeat("a", maxSpelling+1), false}, {"", true}} {
		s, known := met.Of(c.word)
		if known || s.Word != c.word {
			t.Errorf("%q: %q, met %v", c.word, s.Word, known)
		}
		if _, known := met.Of(c.word); known != c.kept {
			t.Errorf("%q: met %v, want %v", c.word, known, c.kept)
		}
	}
}
