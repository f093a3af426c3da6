package tagger

import (
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/jdkato/prose/v3/tag"
	"github.com/jdkato/prose/v3/tag/aptagmodel"

	"github.com/dateline-project/dateline/events/text"
)

func lookUp(t *Tagger, words []string) []*Word {
	ws := make([]*Word, len(words))
	for i, s := range words {
		w := t.Word(s)
		ws[i] = &w
	}
	return ws
}

// compare tags the words with both taggers and fails where they differ.
func compare(t *testing.T, ours *Tagger, theirs *tag.Tagger, words []string) {
	t.Helper()
	ws := lookUp(ours, words)
	got := make([]string, len(words))
	ours.Tag(got, ws)
	for i, want := range theirs.Tag(words) {
		if got[i] != want.Tag {
			t.Fatalf("%q in %q: %s, want %s", words[i], words[max(0, i-3):min(len(words), i+4)], got[i], want.Tag)
		}
	}
}

func both(t testing.TB) (*Tagger, *tag.Tagger) {
	t.Helper()
	ours, err := New()
	if err != nil {
		t.Fatal(err)
	}
	theirs, err := tag.New()
	if err != nil {
		t.Fatal(err)
	}
	return ours, theirs
}

// sentences cuts a text roughly into lists of words: by white space with
// punctuation apart, and by tokens, which gives odder words.
func sentences(s string) [][]string {
	var out [][]string
	for line := range strings.Lines(s) {
		out = append(out, strings.Fields(line))
		var words []string
		for _, t := range text.AppendTokens(nil, line) {
			words = append(words, t.Text(line))
			if t.Text(line) == "." {
				out = append(out, words)
				words = nil
			}
		}
		out = append(out, words)
	}
	return out
}

// readAll returns the text of all files below dir.
func readAll(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		b.Write(data)
		b.WriteByte('\n')
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTagsAreThoseOfProse(t *testing.T) {
	ours, theirs := both(t)
	folders := []string{"../../data/sample", "../../data/lexicon"}
	if dir := os.Getenv("DATELINE_DEVDATA"); dir != "" {
		folders = append(folders, filepath.Join(dir, "corpora"), filepath.Join(dir, "seeds"))
	} else {
		t.Log("DATELINE_DEVDATA names no folder of development data: only the sample and the lexicon are tagged")
	}
	for _, dir := range folders {
		n := 0
		for _, words := range sentences(readAll(t, dir)) {
			compare(t, ours, theirs, words)
			n += len(words)
		}
		t.Logf("%s: %d words", dir, n)
	}
}

// Every feature of the model is met: its words in random order, whole and cut,
// in three cases.
func TestTagsOfTheModelsOwnWords(t *testing.T) {
	ours, theirs := both(t)
	var all []string
	for w := range ours.model.word {
		all = append(all, w, strings.ToUpper(w), strings.ToUpper(w[:min(1, len(w))])+w[min(1, len(w)):], w[len(w)/2:])
	}
	for w := range ours.model.sure {
		all = append(all, w)
	}
	for w := range emoticons {
		all = append(all, w, w+w)
	}
	all = append(all, "", "-", "--", "@", "@a", "0", "00", "*", "**", "*T*", "*?*", "*_*", "*é*", "*-1", "*-1234", "*-12\n", "*EXP*-1", "*Exp*-1", "*T*-12",
		"-LRB-", "-RRB-", "-abc-", "-ABCD-", "-START-", "-START2-", "-END-", "-NONE-", "1999", "+199", "-199", "--99", "1,165", "3rd", "a-b", "-a-b", "!YEAR", "!HYPHEN", "!DIGITS",
		"a b", "NN DT", "İ", "ǅ", "\xff", "a\xff", "\x00", "’s", "…")
	r := rand.New(rand.NewPCG(1, 2))
	r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	for i := 0; i < len(all); {
		n := min(1+r.IntN(40), len(all)-i)
		compare(t, ours, theirs, all[i:i+n])
		i += n
	}
}

func FuzzTag(f *testing.F) {
	for _, s := range []string{"", "The army shelled the town .", "-LRB- *T*-1 xD @who 0 * -", "He said : ( \xff ) `` no '' 1999 20-year-old"} {
		f.Add(s)
	}
	ours, theirs := both(f)
	f.Fuzz(func(t *testing.T, s string) {
		compare(t, ours, theirs, strings.Split(s, " "))
		for _, words := range sentences(s) {
			compare(t, ours, theirs, words)
		}
	})
}

func TestDamagedModelsAreRefused(t *testing.T) {
	data := aptagmodel.English
	for _, n := range []int{0, 4, 11, 12, 15, 40, len(data) / 3, len(data) / 2, len(data) - 1} {
		if _, err := readModel(data[:n]); err == nil {
			t.Errorf("a model cut off after %d bytes is accepted", n)
		}
	}
	r := rand.New(rand.NewPCG(3, 4))
	for range 3 {
		bad := append([]byte(nil), data...)
		for range 50 {
			bad[r.IntN(len(bad))] = byte(r.Uint32())
		}
		readModel(bad) // no panic
	}
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		if _, err := New(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTag(b *testing.B) {
	ours, theirs := both(b)
	words := strings.Fields("The army shelled the town of Gori on Thursday , killing at least nine people , including four women , the Interior Ministry said in a statement .")
	size := int64(len(strings.Join(words, " ")))
	ws := lookUp(ours, words)
	tags := make([]string, len(words))
	b.Run("ours", func(b *testing.B) {
		b.SetBytes(size)
		for b.Loop() {
			ours.Tag(tags, ws)
		}
	})
	b.Run("word", func(b *testing.B) {
		for b.Loop() {
			ours.Word("shelled")
		}
	})
	b.Run("prose", func(b *testing.B) {
		b.SetBytes(size)
		ts := make([]tag.Token, len(words))
		for b.Loop() {
			for i, s := range words {
				ts[i] = tag.Token{Text: s}
			}
			theirs.TagTokens(ts)
		}
	})
}
