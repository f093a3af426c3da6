package data

import (
	"cmp"
	"slices"
	"strings"
	"sync"
)

// PlaceName is all that a folded name or word may stand for.
type PlaceName struct {
	Key    string
	Refs   []PlaceRef // places of that name, those of the text files first, then the larger first
	Main   []bool     // for each of Refs, whether the place is mostly called so, or a text file gives it the name
	People []PlaceRef // countries and regions whose people or adjective it is
	Roles  PlaceRole
}

// nameCache keeps names that were found, as a corpus names the same places
// again and again and a name's bytes have to be decoded to be sure of it.
type nameCache struct {
	mu    sync.RWMutex
	names map[string]*PlaceName
}

// maxCachedNames bounds the cache to some ten megabytes; when it is full it is emptied.
const maxCachedNames = 1 << 15

// Name returns what the folded name stands for, nil for nothing. The result is
// shared and must not be changed.
func (g *Places) Name(folded []byte) *PlaceName {
	g.cache.mu.RLock()
	n := g.cache.names[string(folded)]
	g.cache.mu.RUnlock()
	if n != nil {
		return n
	}
	w := g.text.words[string(folded)]
	var buf [16]PlaceRef
	hits := g.table.appendHits(buf[:0], PlaceHash(folded))
	if len(hits) == 0 && (w == nil || w.Refs == nil && w.People == nil) {
		return nil
	}
	n = &PlaceName{}
	if w != nil {
		n.People, n.Roles = w.People, w.Roles
		for _, r := range w.Refs {
			n.Refs, n.Main = append(n.Refs, r), append(n.Main, g.text.mostly(r, folded))
		}
	}
	g.appendTable(n, hits, folded)
	if n.Refs == nil && n.People == nil {
		return nil
	}
	n.Key = string(folded)
	g.cache.mu.Lock()
	if g.cache.names == nil || len(g.cache.names) >= maxCachedNames {
		g.cache.names = map[string]*PlaceName{}
	}
	g.cache.names[n.Key] = n
	g.cache.mu.Unlock()
	return n
}

// mostly reports whether an entry of the text files, or a place that extra.txt
// names, is mostly called by the folded name. An area's further names, such
// as "New York" for the state, are not.
func (x *placeText) mostly(r PlaceRef, folded []byte) bool {
	if r < textRefs || x.entries[r-textRefs].class != Area {
		return true
	}
	var key [96]byte
	return string(FoldPlace(key[:0], x.entries[r-textRefs].shown[0])) == string(folded)
}

// appendTable adds to n those of hits that bear the folded name.
func (g *Places) appendTable(n *PlaceName, hits []PlaceRef, folded []byte) {
	type hit struct {
		PlaceRef
		first bool
		placeRecord
	}
	var found []hit
	for _, r := range hits {
		if slices.Contains(n.Refs, r) || g.text.replaced[r] {
			continue
		}
		if ok, first := g.table.bears(int(r), folded); ok {
			found = append(found, hit{r, first, g.table.record(int(r))})
		}
	}
	slices.SortStableFunc(found, func(a, b hit) int {
		return cmp.Or(cmp.Compare(b.population, a.population), cmp.Compare(a.class, b.class))
	})
	for _, h := range found {
		n.Refs, n.Main = append(n.Refs, h.PlaceRef), append(n.Main, h.first)
	}
}

// bears reports whether place i has the folded name, and whether that is the
// first of its names.
func (t *placeTable) bears(i int, folded []byte) (ok, first bool) {
	var packed [1024]byte
	var name, key [96]byte
	text, _ := t.decode(packed[:0], i)
	first = true
	for c := (nameCursor{packed: text, name: name[:0]}); c.next(); first = false {
		if string(FoldPlace(key[:0], string(c.name))) == string(folded) {
			return true, first
		}
	}
	return false, false
}

// MayContinue reports whether a longer name may begin with the folded words.
// It may err on the side of yes.
func (g *Places) MayContinue(folded []byte) bool {
	if w := g.text.words[string(folded)]; w != nil && w.Prefix {
		return true
	}
	return g.table.hasPrefix(PlaceHash(folded))
}

// Word returns what the text files say of the folded word or phrase, nil for
// one in none of them. The result must not be changed.
func (g *Places) Word(folded []byte) *PlaceWord { return g.text.words[string(folded)] }

// MayBeVague reports whether the word, in lower case, may be the noun of a
// place without a name ("border", "cities"). It is quick and may err on the
// side of yes.
func (g *Places) MayBeVague(word string) bool {
	return len(word) > 3 && g.text.vague[vagueSlot(word)]
}

func vagueSlot(word string) int {
	n := len(word)
	return (int(word[0]) ^ int(word[1])<<3 ^ int(word[2])<<6 ^ int(word[n-1])<<5 ^ n<<8) & 4095
}

// Label returns the names to show as one: "Khankendi / Stepanakert".
func (p Place) Label() string { return strings.Join(p.Names, " / ") }
