package places

import (
	"slices"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/text"
)

// reach is how far back, in bytes, "the city" may refer.
const reach = 4000

// Corefer appends to dst the mentions ms, with one for every "the city", "the town", "the
// capital", "the province" and the like that no name goes with, where a place
// of that sort was named before: the last one, or for "the capital" that of
// the country named last. What is appended is ordered and disjoint as ms is,
// which must be what Find returned for the same text; ms itself is not changed.
func Corefer(dst []Mention, s string, tokens []text.Token, gaz *data.Places, ms []Mention) []Mention {
	f := &finder{s: s, tokens: tokens, gaz: gaz, room: roomFor(gaz, len(tokens))}
	defer f.room.release()
	dst = slices.Grow(dst, len(ms)+len(ms)/8)
	out := dst[len(dst):]
	last := map[string]int{} // by precision, the index in out of the place named last
	next, line, article := 0, 0, false
	for i := range tokens {
		t := &tokens[i]
		if t.Is(text.Line) {
			line = int(t.Start)
		}
		before := article
		article = t.End-t.Start == 3 && (f.is(i, "the") || f.is(i, "The"))
		if !before || t.Kind != text.Word || t.Is(text.Upper) || !f.adjacent(i-1) {
			continue
		}
		for next < len(ms) && ms[next].End <= int(t.Start) {
			remember(last, &ms[next], len(out))
			out = append(out, ms[next])
			next++
		}
		if next < len(ms) && ms[next].Start < int(t.End) {
			continue
		}
		precision, plural := f.at(i).TypeNoun()
		if precision == "" || plural || f.roles(i)&data.RoleVague != 0 || f.nameFollows(i) {
			continue
		}
		span := text.Span{Start: int(tokens[i-1].Start), End: int(t.End)}
		if m, ok := f.antecedent(out, last, precision, f.is(i, "capital"), span, line); ok && (next == len(ms) || m.End <= ms[next].Start) {
			out = append(out, m)
		}
	}
	return append(dst, append(out, ms[next:]...)...)
}

// remember notes that mention m, to be out[i], can be referred to.
func remember(last map[string]int, m *Mention, i int) {
	if !passing(m) {
		last[m.Precision] = i
	}
}

// passing reports whether a mention names no place that "the city" could take up.
func passing(m *Mention) bool {
	return m.Vague || m.Demonym || m.Qualifier || m.Named && m.Rule != "speaker"
}

// nameFollows reports whether the noun i goes on to name its place: "the city
// of X", "the city X".
func (f *finder) nameFollows(i int) bool {
	if !f.word(i + 1) {
		return false
	}
	return f.is(i+1, "of") || f.adjacent(i) && (f.tokens[i+1].Is(text.Upper) || f.at(i+1).Roles&data.RoleActorNoun != 0)
}

// antecedent makes the mention of "the city" at span.
func (f *finder) antecedent(out []Mention, last map[string]int, precision string, capital bool, span text.Span, line int) (Mention, bool) {
	m := Mention{Span: span, Extent: span, Name: f.s[span.Start:span.End], Rule: "coreference", Precision: precision}
	if capital {
		i, ok := last["country"]
		if !ok || span.Start-out[i].End > reach || out[i].Country == "" {
			return m, false
		}
		r, ok := f.gaz.CapitalOf(out[i].Country)
		if !ok {
			return m, false
		}
		p := f.gaz.Place(r)
		m.Ref, m.ID, m.Names, m.Country, m.Lat, m.Lon = r, p.ID, p.Names, p.Country, p.Lat, p.Lon
		m.Basis = "the capital of the country named last, " + out[i].Name
		return m, true
	}
	if i, ok := last[precision]; !ok || span.Start-out[i].End > reach {
		return m, false
	}
	a, ok := salient(out, precision, span.Start, max(line, span.Start-reach))
	if !ok {
		a, _ = salient(out, precision, span.Start, span.Start-reach)
	}
	m.Ref, m.ID, m.Names, m.Country, m.Lat, m.Lon, m.Unlisted = a.Ref, a.ID, a.Names, a.Country, a.Lat, a.Lon, a.Unlisted
	m.Basis = "the place of that sort that the text was about, " + a.Name
	return m, true
}

// fades is the distance, in bytes, at which a mention counts half.
const fades = 150

// salient returns the place of a precision that the text before byte at was
// most about: each mention counts, one further back less, so that a place
// named once in passing does not take the place of the one that is told of.
// Only mentions from byte from on are looked at; ok is false if there is none.
func salient(out []Mention, precision string, at, from int) (m Mention, ok bool) {
	weight := map[string]float64{}
	best, top := Mention{}, 0.0
	for i := len(out) - 1; i >= 0 && out[i].Start >= from; i-- {
		m := &out[i]
		if m.Precision != precision || passing(m) {
			continue
		}
		key := m.ID
		if key == "" {
			key = m.Name
		}
		if weight[key] += 1 / (1 + float64(at-m.End)/fades); weight[key] > top {
			best, top = *m, weight[key]
		}
	}
	return best, top > 0
}
