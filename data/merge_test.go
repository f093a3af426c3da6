package data

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// small is a lexicon to merge into, so that no test hangs on the program's own words.
func small(t testing.TB) ([]Kind, *Lexicon) {
	t.Helper()
	kinds, err := parseKinds(`
attack | Attack | Attack | ASSAULT | violence
protest | Protest | - | PROTEST | society
other | Event | - | - | other
`)
	if err != nil {
		t.Fatal(err)
	}
	x := &Lexicon{Lists: map[string][]string{"speech": {"say tell"}}}
	for i, line := range []string{"[attack]", "attack/assault/raid:n", "? hit:v ~2 car/bus", "=on fire", "[protest]", "attack:n", "march:v <place>"} {
		if line[0] == '[' {
			continue
		}
		if err := x.add(map[bool]string{true: "attack", false: "protest"}[i < 4], line, i+1); err != nil {
			t.Fatal(err)
		}
	}
	return kinds, x
}

// phrases returns those of a kind as a file has them.
func phrases(x *Lexicon, kind string) []string {
	var list []string
	for _, p := range x.Phrases {
		if p.Kind == kind {
			list = append(list, p.String())
		}
	}
	return list
}

func TestAFileOfKindsIsMerged(t *testing.T) {
	kinds, x := small(t)
	wereKinds, werePhrases := slices.Clone(kinds), slices.Clone(x.Phrases)
	gotKinds, got, err := Merge(kinds, x, "my.txt", "\ufeff"+`
# mine
eviction | Forced eviction * | - | COERCE | housing
protest  | Assembly | Peaceful protest | PROTEST | society
[eviction]
evict:v
? bulldozer/digger ~3 =at home
[protest]
- march:v <place>
picket
[none]
attack =of fever
[irregular]
overbid overbid overbid
[plural]
ombudsman ombudsmen
[examples]
eviction: They were evicted: twice.
none: All was calm.
`)
	if err != nil {
		t.Fatal(err)
	}
	if k := gotKinds[3]; k != (Kind{ID: "eviction", Label: "Forced eviction", PLOVER: "COERCE", Class: "housing", Spoken: true}) {
		t.Errorf("a new kind is %+v", k)
	}
	if k := gotKinds[1]; k != (Kind{ID: "protest", Label: "Assembly", ACLED: "Peaceful protest", PLOVER: "PROTEST", Class: "society"}) {
		t.Errorf("a known kind is %+v", k)
	}
	if want := []string{"evict:v", "? bulldozer/digger ~3 =at home"}; !slices.Equal(phrases(got, "eviction"), want) {
		t.Errorf("phrases of the new kind: %q", phrases(got, "eviction"))
	}
	if want := []string{"picket", "attack:n"}; !slices.Equal(phrases(got, "protest"), want) {
		t.Errorf("phrases of the known kind: %q, want %q: its own first, none taken away left", phrases(got, "protest"), want)
	}
	if want := []string{"attack =of fever"}; !slices.Equal(phrases(got, NoEvent), want) {
		t.Errorf("phrases that tell no event: %q", phrases(got, NoEvent))
	}
	if want := []LexiconExample{{"eviction", "They were evicted: twice.", 18}, {"none", "All was calm.", 19}}; !slices.Equal(got.Examples, want) {
		t.Errorf("examples %+v", got.Examples)
	}
	if len(got.Irregular) != 1 || len(got.Plural) != 1 || len(got.Lists["speech"]) != 1 {
		t.Errorf("tables %+v", got)
	}
	if !slices.Equal(kinds, wereKinds) || !slices.EqualFunc(x.Phrases, werePhrases, func(a, b Phrase) bool { return a.String() == b.String() }) {
		t.Error("what was merged into has changed")
	}
}

func TestPhrasesAreTakenAway(t *testing.T) {
	for _, c := range []struct {
		name, line string
		want       []string
	}{
		{"a whole phrase", "- attack/assault/raid:n", []string{"? hit:v ~2 car/bus", "=on fire"}},
		{"one of its words", "- raid:n", []string{"attack/assault:n", "? hit:v ~2 car/bus", "=on fire"}},
		{"a word of any part of speech", "- assault", []string{"attack/raid:n", "? hit:v ~2 car/bus", "=on fire"}},
		{"a weak one with a gap", "- hit:v ~2 bus", []string{"attack/assault/raid:n", "? hit:v ~2 car", "=on fire"}},
		{"a weak one, said to be weak", "- ? hit:v ~2 car/bus", []string{"attack/assault/raid:n", "=on fire"}},
		{"an exact one", "- =on fire", []string{"attack/assault/raid:n", "? hit:v ~2 car/bus"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			kinds, x := small(t)
			_, got, err := Merge(kinds, x, "my.txt", "[attack]\n"+c.line)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(phrases(got, "attack"), c.want) {
				t.Errorf("left are %q, want %q", phrases(got, "attack"), c.want)
			}
			if !slices.Equal(phrases(got, "protest"), []string{"attack:n", "march:v <place>"}) {
				t.Errorf("those of another kind are %q", phrases(got, "protest"))
			}
		})
	}
}

// What is left of a phrase matches each combination of words that the one
// taken away does not, and matches it once.
func TestWhatIsLeftOfAPhrase(t *testing.T) {
	p, err := parsePhrase("attack", strings.Fields("a/b/c d/e f/g/h"))
	if err != nil {
		t.Fatal(err)
	}
	for _, take := range []string{"a d f", "a/b d/e f", "a/b/c d f/g", "a/b/c d/e f/g/h", "c e h"} {
		q, err := parsePhrase("attack", strings.Fields(take))
		if err != nil {
			t.Fatal(err)
		}
		rest := p.without(q)
		for _, words := range [][3]string{{"a", "d", "f"}, {"a", "e", "f"}, {"b", "d", "g"}, {"c", "e", "h"}, {"c", "d", "f"}, {"b", "e", "f"}, {"a", "d", "h"}} {
			matches := func(x Phrase) bool {
				for i, w := range words {
					if !slices.Contains(x.Words[i].Any, w) {
						return false
					}
				}
				return true
			}
			n := 0
			for _, r := range rest {
				if matches(r) {
					n++
				}
			}
			if want := map[bool]int{true: 0, false: 1}[matches(q)]; n != want {
				t.Errorf("without %q, %v is matched by %d of %v, want %d", take, words, n, rest, want)
			}
		}
	}
}

func TestAFileOfKindsIsRefusedWithItsLine(t *testing.T) {
	tooMany := strings.Builder{}
	for i := range maxKinds {
		fmt.Fprintf(&tooMany, "k%s | K | - | - | other\n", strings.Repeat("x", i+1))
	}
	for _, c := range []struct{ name, file, want string }{
		{"fields", "a | b | c", "my.txt:1: a kind is id | label | ACLED sub-event | PLOVER class | class, and | harm | place | traits where these say something, with - for none; here are 3 of these 5 to 8"},
		{"place", "a | b | - | - | violence | - | moon", "my.txt:1: kind a: \"moon\" is no place: write one of [origin goal town], or leave it out"},
		{"harm", "a | b | - | - | violence | much", "my.txt:1: kind a: \"much\" is no harm: write one of [wide arms means force], or leave it out"},
		{"a phrase above the sections", "\nraid:v", "my.txt:2: a phrase stands in the [section] of its kind; a kind is id | label"},
		{"an id in capitals", "Raid | Raid | - | - | other", `my.txt:1: "Raid" cannot be the id of a kind`},
		{"an id that is a word list", "speech | Speech | - | - | other", "a section that is none has that name; choose another"},
		{"the id of what tells no event", "none | None | - | - | other", "choose another"},
		{"no label", "raid | - | - | - | other", "kind raid: a label has 1 to 60 characters"},
		{"a long label", "raid | " + strings.Repeat("x", 61) + " | - | - | other", "a label has 1 to 60 characters"},
		{"a class", "raid | Raid | - | - | <b>", `"<b>" is no class: write violence, harm`},
		{"a kind twice", "raid | Raid | - | - | other\nraid | Raid | - | - | other", "my.txt:2: kind raid stands in line 1 already"},
		{"a known kind twice", "attack | Raid | - | - | other\nattack | Raid | - | - | other", "my.txt:2: kind attack stands in line 1 already"},
		{"a kind that nothing tells", "raid | Raid | - | - | other\n[attack]\nx", "my.txt:1: nothing tells the kind raid; add a section [raid]"},
		{"too many kinds", tooMany.String(), "my.txt:118: there are 120 kinds already, and room for no more"},
		{"a section without an end", "[attack", `my.txt:1: "[attack": a section is [its name]`},
		{"a section of no kind", "[atack]", "my.txt:1: [atack] is no kind; \"dateline list kinds\" names them"},
		{"a word list", "[speech]", "my.txt:1: [speech] is a list of the program's own"},
		{"a kind below", "[attack]\nraid | Raid | - | - | other", "my.txt:2: a line of a kind stands above the first [section]"},
		{"a phrase without a word", "[attack]\n?", "my.txt:2: a phrase needs a word"},
		{"a phrase that ends with a gap", "[attack]\nx ~2", "my.txt:2: a phrase needs a word, and ends with one"},
		{"a gap", "[attack]\nx ~12 y", `my.txt:2: "~12": a gap is ~1 to ~9`},
		{"punctuation", "[attack]\nwhat?", `my.txt:2: "what?": a word is letters, digits`},
		{"a long phrase", "[attack]\n" + strings.Repeat("x ", 13), "my.txt:2: a phrase has at most 12 words"},
		{"a phrase twice", "[attack]\nx:v\n[protest]\n? x:v", `my.txt:4: "x:v" stands in line 2 already`},
		{"nothing to take away", "[attack]\n-", "my.txt:2: say after the - which phrase"},
		{"a phrase to take away that is not there", "[attack]\n- march:v", `my.txt:2: [attack] has no phrase "march:v"; "dateline list phrases" names them`},
		{"a phrase of another kind", "[protest]\n- raid:n", `my.txt:2: [protest] has no phrase "raid:n"`},
		{"an irregular verb", "[irregular]\ngo went", "my.txt:2: want base, past, participle"},
		{"a plural", "[plural]\nman", "my.txt:2: want one and many"},
		{"an example", "[examples]\nattack", "my.txt:2: want kind: sentence"},
		{"an example of no kind", "[examples]\natack: He ran.", `my.txt:2: an example of "atack", which is no kind`},
		{"binary", "[attack]\n\xff\xfe", "my.txt:2: not plain text; save the file as UTF-8"},
		{"a control character", "[attack]\nx\x00", "my.txt:2: not plain text"},
		{"size", strings.Repeat("#", maxKindsFile+1), "my.txt: 1048577 bytes; a file of kinds has at most 1048576"},
	} {
		t.Run(c.name, func(t *testing.T) {
			kinds, x := small(t)
			_, _, err := Merge(kinds, x, "my.txt", c.file)
			if err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "my.txt") {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

// A phrase prints as a file has it, so that what "list phrases" shows can be taken away.
func TestEveryPhraseOfTheLexiconCanBeTakenAway(t *testing.T) {
	x, err := LoadLexicon("en")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range x.Phrases {
		_, got, err := LoadKinds("my.txt", "["+p.Kind+"]\n- "+p.String())
		if err != nil {
			t.Fatalf("lexicon/en.txt:%d: %v", p.Line, err)
		}
		if slices.Contains(phrases(got, p.Kind), p.String()) {
			t.Errorf("lexicon/en.txt:%d: %q is still there", p.Line, p)
		}
	}
}

func TestTheExampleIsAFileOfKinds(t *testing.T) {
	kinds, x, err := LoadKinds("example", ExampleKinds)
	if err != nil {
		t.Fatal(err)
	}
	for _, section := range tables {
		if !strings.Contains(ExampleKinds, "["+section+"]") {
			t.Errorf("the example does not show [%s]", section)
		}
	}
	if !hasKind(kinds, "newsroom-raid") || len(x.Examples) < 3 {
		t.Errorf("kinds %v, examples %v", kinds, x.Examples)
	}
}

func FuzzMerge(f *testing.F) {
	f.Add(ExampleKinds)
	f.Add("a | b | - | - | c\n[a]\nx/y:v ~2 =z <place>\n[attack]\n- raid:n\n[examples]\nnone: x")
	f.Add("[attack]\n- hit:v ~2 bus\n? \u00e9t\u00e9\n")
	f.Fuzz(func(t *testing.T, s string) {
		kinds, x := small(t)
		gotKinds, got, err := Merge(kinds, x, "f", s)
		if err != nil {
			if !strings.HasPrefix(err.Error(), "f:") {
				t.Fatalf("an error without its file: %v", err)
			}
			return
		}
		if len(gotKinds) > maxKinds {
			t.Fatalf("%d kinds", len(gotKinds))
		}
		seen := map[string]bool{}
		for _, k := range gotKinds {
			if seen[k.ID] || k.Label == "" || k.Class == "" {
				t.Fatalf("kind %+v", k)
			}
			seen[k.ID] = true
		}
		for _, p := range got.Phrases {
			if !seen[p.Kind] && p.Kind != NoEvent {
				t.Fatalf("a phrase of %q, which is no kind", p.Kind)
			}
			again, err := parsePhrase(p.Kind, strings.Fields(p.String()))
			if err != nil || again.String() != p.String() {
				t.Fatalf("%q is read back as %q: %v", p, again, err)
			}
		}
	})
}
