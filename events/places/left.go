package places

import (
	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/text"
)

// readLeft reads what stands before candidate k: its type ("the town of"), a
// country or demonym that owns it, a compass part, and the relation.
func (f *finder) readLeft(k int) {
	c := &f.found[k]
	if c.vague || c.unlisted || c.abbreviated {
		f.readOwner(k)
		return
	}
	if p := f.before(k); p >= 0 && f.inList(p, k) {
		c.list = p
		c.relation, c.typ = f.found[p].relation, f.pluralType(p)
		if c.typ != "" || c.relation != "" {
			return
		}
	}
	if f.opensAt(c.first) && f.caps(c) && f.dateline(k) {
		c.relation = "dateline"
		return
	}
	compass, i := f.readModifiers(k, f.readType(c, c.first-1))
	if f.is(i, "the") || f.is(i, "The") || f.word(i) && f.roles(i)&data.RoleOwner != 0 {
		i--
	}
	relation, from := f.relationEnding(i)
	if relation != "" {
		c.left = from
	} else if compass != "" || c.typ != "" {
		c.left = i + 1
	}
	switch {
	case compass != "" && (relation == "" || relation == "in" || relation == "of" || relation == "from" || relation == "towards"):
		c.relation = compass
	case relation != "":
		c.relation = relation
	}
}

// mostModifiers is how many owners, compass parts and adjectives are read before a name.
const mostModifiers = 5

// readModifiers reads, from token i to the left, who owns candidate k, which part of
// it is meant, and adjectives before its type. It returns the part and the token
// before what it has read.
func (f *finder) readModifiers(k, i int) (compass string, left int) {
	c := &f.found[k]
	for n := 0; n < mostModifiers && i >= 0 && !f.breaks(i); n++ {
		if p := f.endingAt(k, i+1); p >= 0 {
			q := &f.found[p]
			if !q.demonym && !q.possessive || q.vague {
				return compass, i
			}
			if q.demonym || f.country(q) {
				c.owner = p
			}
			i = q.first - 1
			continue
		}
		if f.is(i, "s") && f.apostrophe(i-1) {
			i -= 2
			if p := f.endingAt(k, i+1); p >= 0 && (f.country(&f.found[p]) || f.found[p].typ != "") {
				c.owner = p
				i = f.found[p].first - 1
			}
			continue
		}
		if f.apostrophe(i) || f.is(i, "-") && f.word(i-1) && f.phrase(i-1, i+2).Compass == "" {
			i--
			continue
		}
		if f.tokens[i].Kind != text.Word {
			return compass, i
		}
		w := f.at(i)
		switch {
		case w.Compass != "" && c.relation == "":
			compass = w.Compass
			i--
			if f.is(i, "-") && f.word(i-1) { // "north-eastern"
				if d := f.phrase(i-1, i+2).Compass; d != "" {
					compass = d
					i -= 2
				}
			}
		case c.typ != "" && f.tokens[i].Flags&text.Upper == 0 && w.Roles&(data.RoleLocative|data.RoleOpener|data.RoleSpeech) == 0 && !f.is(i, "of"):
			i-- // an adjective before the type: "the besieged town of"
		default:
			return compass, i
		}
	}
	return compass, i
}

// readType reads "the town of" or "town" before token i+1 and returns the token before it.
func (f *finder) readType(c *candidate, i int) int {
	j := i
	if f.is(j, "of") || f.is(j, "called") || f.is(j, "named") {
		j--
	}
	if !f.word(j) || f.tokens[j].Kind != text.Word || f.breaks(j) {
		return i
	}
	if j == i && f.tokens[j].Is(text.Upper) && !c.headline {
		return i // "Kansas City Missouri": part of a name
	}
	if j > 0 && f.word(j-1) && f.adjacent(j-1) {
		if p, _ := f.phrase(j-1, j+1).TypeNoun(); p != "" {
			c.typ = p
			c.left = j - 1
			return j - 2
		}
	}
	if p, plural := f.at(j).TypeNoun(); p != "" && (j < i || !plural) {
		c.typ, c.left = p, j
		return j - 1
	}
	return i
}

// relationEnding returns the relation of the longest phrase that ends with
// token i, and its first token.
func (f *finder) relationEnding(i int) (relation string, from int) {
	if !f.word(i) || !f.at(i).Ends {
		return "", 0
	}
	for j, n := i, 0; n < 6 && j >= 0 && (f.tokens[j].Kind == text.Word || f.is(j, "-")); j, n = j-1, n+1 {
		if r := f.phrase(j, i+1).Relation; r != "" && f.tokens[j].Kind == text.Word {
			relation, from = r, j
		}
		if f.tokens[j].Is(text.Line) {
			break
		}
	}
	if relation != "" && from > 0 && f.tokens[from-1].Kind == text.Number {
		return relation, from - 1
	}
	return relation, from
}

// readOwner reads the country or demonym and the relation before a place that
// the gazetteer lacks: "in the Azerbaijani village of X".
func (f *finder) readOwner(k int) {
	c := &f.found[k]
	if !c.unlisted {
		return
	}
	i := c.first - 1
	if f.is(i, "of") && i > 0 {
		i -= 2
		c.left = i + 1
	}
	if p := f.endingAt(k, i+1); p >= 0 && (f.found[p].demonym || f.country(&f.found[p])) {
		c.owner, i = p, f.found[p].first-1
	}
	if f.is(i, "the") || f.is(i, "a") {
		i--
	}
	if relation, from := f.relationEnding(i); relation != "" {
		c.relation, c.left = relation, from
	}
}

// breaks reports whether a sentence or line ends right after token i.
func (f *finder) breaks(i int) bool {
	return i+1 < len(f.tokens) && f.tokens[i+1].Is(text.Line)
}

func (f *finder) caps(c *candidate) bool {
	for _, t := range f.tokens[c.first:c.last] {
		if t.Kind == text.Word && !t.Is(text.Caps) {
			return false
		}
	}
	return true
}

func (f *finder) opensAt(i int) bool { return f.tokens[i].Is(text.Line) }

// dateline reports whether candidate k begins the line of a place and date
// that a report opens with: "GANJA, Azerbaijan (AP) —", "BAKU, Oct 4 -".
func (f *finder) dateline(k int) bool {
	for i := f.found[k].last; i < len(f.tokens) && i < f.found[k].last+14 && !f.tokens[i].Is(text.Line); i++ {
		switch f.s[f.tokens[i].Start:f.tokens[i].End] {
		case "—", "–", "-":
			return f.tokens[i].Is(text.Space)
		case ".", ";", "!", "?":
			if f.tokens[i].End-f.tokens[i-1].Start > 6 {
				return false
			}
		}
	}
	return false
}
