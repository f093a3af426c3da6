package data

import (
	"cmp"
	"embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

//go:embed places/*.txt
var placesText embed.FS

// placeEntry is a place of the text files.
type placeEntry struct {
	id, country, admin string
	shown, others      []string // shown in alphabetical order
	lat, lon           float64
	population         int64
	class              PlaceClass
	precision          string
	capital            string // of a country, as countries.txt names it
}

// placeNames are further names of a place of the table.
type placeNames struct{ shown, others []string }

// placeText holds what the text files say; it is read once and never changed.
type placeText struct {
	entries  []placeEntry // PlaceRef textRefs and on
	ids      map[string]PlaceRef
	words    map[string]*PlaceWord // by folded name, word or phrase
	slab     []PlaceWord           // to be given out by word
	extra    map[PlaceRef]*placeNames
	replaced map[PlaceRef]bool // places of the table that an entry stands for
	vague    [4096]bool        // slots of the first words of vague places and plural type nouns
}

// textReader reads one file into a placeText, line by line.
type textReader struct {
	*placeText
	table *placeTable
	file  string
	line  int
}

func readPlaceText(t *placeTable) (*placeText, error) {
	x := &placeText{
		ids: map[string]PlaceRef{}, words: make(map[string]*PlaceWord, 16000), extra: map[PlaceRef]*placeNames{}, replaced: map[PlaceRef]bool{},
	}
	for _, f := range []struct {
		name string
		read func(*textReader, string) error
	}{
		{"countries.txt", (*textReader).country}, {"regions.txt", (*textReader).region}, {"extra.txt", (*textReader).extraNames},
		{"stop.txt", func(r *textReader, s string) error { r.word(s).Roles |= RoleStop; return nil }},
		{"givennames.txt", func(r *textReader, s string) error { r.word(s).Roles |= RoleGiven; return nil }},
	} {
		text, err := placesText.ReadFile("places/" + f.name)
		if err != nil {
			return nil, err
		}
		r := &textReader{x, t, f.name, 0}
		for s := range strings.Lines(string(text)) {
			r.line++
			if s = strings.TrimSpace(s); s == "" || s[0] == '#' {
				continue
			}
			if err := f.read(r, s); err != nil {
				return nil, fmt.Errorf("data: places/%s:%d: %w", f.name, r.line, err)
			}
		}
	}
	if err := x.readWords(); err != nil {
		return nil, err
	}
	return x, nil
}

// word returns the entry of a folded word or phrase, a new one if it has none yet.
func (x *placeText) word(k string) *PlaceWord {
	w := x.words[k]
	if w == nil {
		if len(x.slab) == 0 {
			x.slab = make([]PlaceWord, 512)
		}
		w, x.slab = &x.slab[0], x.slab[1:]
		x.words[k] = w
		if first, _, phrase := strings.Cut(k, " "); phrase {
			x.word(first).Begins = true
		}
	}
	return w
}

// placeFields splits a line at "|" into n trimmed fields.
func placeFields(line string, n int) ([]string, error) {
	f := strings.Split(line, "|")
	if len(f) != n {
		return nil, fmt.Errorf("%d fields, want %d", len(f), n)
	}
	for i := range f {
		f[i] = strings.TrimSpace(f[i])
	}
	return f, nil
}

// placeList splits a field at ";".
func placeList(field string) []string {
	var out []string
	for s := range strings.SplitSeq(field, ";") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// placeSorted puts names to show in alphabetical order of their folded forms.
func placeSorted(names []string) []string {
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(strings.Compare(string(FoldPlace(nil, a)), string(FoldPlace(nil, b))), strings.Compare(a, b))
	})
	return names
}

func placePoint(field string) (lat, lon float64, err error) {
	a, b, ok := strings.Cut(field, " ")
	if !ok {
		return 0, 0, fmt.Errorf("%q is no latitude and longitude", field)
	}
	lat, err1 := strconv.ParseFloat(a, 64)
	lon, err2 := strconv.ParseFloat(strings.TrimSpace(b), 64)
	if err := cmp.Or(err1, err2); err != nil {
		return 0, 0, err
	}
	if lat < -90 || lat > 90 || lon < -180 || lon > 180 {
		return 0, 0, fmt.Errorf("%q lies outside the globe", field)
	}
	return lat, lon, nil
}

// country reads "ISO | name | other names | demonyms | lat lon | capital".
func (r *textReader) country(line string) error {
	f, err := placeFields(line, 6)
	if err != nil {
		return err
	}
	lat, lon, err := placePoint(f[4])
	if err != nil {
		return err
	}
	return r.add(placeEntry{id: f[0], country: f[0], shown: placeSorted(placeList(f[1])), others: placeList(f[2]), lat: lat, lon: lon,
		class: Country, precision: "country", capital: f[5]}, placeList(f[3]))
}

// region reads "id | countries | precision | names | other names | demonyms |
// lat lon". An id that is GeoNames' code of a first-level area adds to that
// area, and its empty fields leave what is there.
func (r *textReader) region(line string) error {
	f, err := placeFields(line, 7)
	if err != nil {
		return err
	}
	e := placeEntry{id: f[0], country: f[1], shown: placeSorted(placeList(f[3])), others: placeList(f[4]), class: Region, precision: f[2]}
	if strings.Contains(f[1], " ") {
		e.country = "" // across countries
	}
	if old, ok := r.table.findArea(f[0]); ok {
		x := r.table.record(int(old))
		var names []string
		packed, _ := r.table.decode(nil, int(old))
		for c := (nameCursor{packed: packed}); c.next(); {
			names = append(names, string(c.name))
		}
		names = names[:len(names)-1]
		if len(e.shown) == 0 {
			e.shown = names[:1]
		}
		e.others = append(e.others, names...)
		e.country, e.admin, e.class = f[0][:2], f[0], Area
		e.lat, e.lon, e.population = x.lat, x.lon, x.population
		r.replaced[old] = true
	}
	if f[6] != "" {
		if e.lat, e.lon, err = placePoint(f[6]); err != nil {
			return err
		}
	}
	switch e.precision {
	case "":
		e.precision = "region"
	case "point":
		e.class = Feature
	case "district", "region", "country":
	default:
		return fmt.Errorf("precision %q is not one of point, district, region, country", f[2])
	}
	if len(e.shown) == 0 || e.lat == 0 && e.lon == 0 {
		return fmt.Errorf("%q has no name or no coordinates", f[0])
	}
	return r.add(e, placeList(f[5]))
}

// extraNames reads "GeoNames id | country | names | other and former names", or
// for a place that the table lacks "- | country | names | others | lat lon | population".
func (r *textReader) extraNames(line string) error {
	n := strings.Count(line, "|") + 1
	f, err := placeFields(line, n)
	if err != nil || n != 4 && n != 6 {
		return fmt.Errorf("%d fields, want 4 or 6", n)
	}
	shown, others := placeSorted(placeList(f[2])), placeList(f[3])
	if len(shown) == 0 {
		return fmt.Errorf("no name to show")
	}
	if n == 6 {
		e := placeEntry{id: strings.ToLower(f[1]) + "-" + strings.ReplaceAll(string(FoldPlace(nil, shown[0])), " ", "-"),
			country: f[1], shown: shown, others: others, class: Town, precision: "locality"}
		if e.lat, e.lon, err = placePoint(f[4]); err != nil {
			return err
		}
		if e.population, err = strconv.ParseInt(f[5], 10, 64); err != nil {
			return err
		}
		return r.add(e, nil)
	}
	id, err := strconv.ParseInt(f[0], 10, 64)
	if err != nil {
		return err
	}
	ref, ok := r.table.find(id)
	if !ok {
		return fmt.Errorf("the table has no place %d", id)
	}
	if code, _ := r.table.adminLine(r.table.record(int(ref)).admin); !strings.HasPrefix(code, f[1]+".") {
		return fmt.Errorf("place %d lies in %s, not in %s", id, code, f[1])
	}
	if r.extra[ref] != nil {
		return fmt.Errorf("place %d twice", id)
	}
	r.extra[ref] = &placeNames{shown, others}
	return r.index(ref, slices.Concat(shown, others))
}

// add enters a place of the text files with its demonyms.
func (r *textReader) add(e placeEntry, demonyms []string) error {
	if _, ok := r.ids[e.id]; ok || e.id == "" {
		return fmt.Errorf("id %q is empty or there twice", e.id)
	}
	ref := textRefs + PlaceRef(len(r.entries))
	r.entries = append(r.entries, e)
	r.ids[e.id] = ref
	for _, d := range demonyms {
		if err := r.prefix(d); err != nil {
			return err
		}
		w := r.word(string(FoldPlace(nil, d)))
		w.People = append(w.People, ref)
	}
	return r.index(ref, slices.Concat(e.shown, e.others))
}

func (r *textReader) index(ref PlaceRef, names []string) error {
	for _, n := range names {
		if err := r.prefix(n); err != nil {
			return err
		}
		k := string(FoldPlace(nil, n))
		w := r.word(k)
		if !slices.Contains(w.Refs, ref) {
			w.Refs = append(w.Refs, ref)
		}
		if len(k) <= 5 && strings.ToUpper(n) == n && !strings.Contains(n, ".") {
			w.Acronym = true
		}
	}
	return nil
}

// prefix enters the proper prefixes of a name, in words.
func (r *textReader) prefix(name string) error {
	k := string(FoldPlace(nil, name))
	if k == "" {
		return fmt.Errorf("%q has no letter", name)
	}
	for i := range len(k) {
		if k[i] == ' ' {
			r.word(k[:i]).Prefix = true
		}
	}
	return nil
}
