package places

import (
	"slices"
	"strings"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/text"
)

// appendMentions turns what was settled into the result.
func (f *finder) appendMentions(dst []Mention) []Mention {
	dst = slices.Grow(dst, len(f.found))
	for k := range f.found {
		c := &f.found[k]
		if c.chosen < 0 && !c.vague && !c.unlisted {
			continue
		}
		m := Mention{Demonym: c.demonym, Vague: c.vague, Unlisted: c.unlisted, Named: c.named, Qualifier: c.qualifier,
			Relation: c.relation, Rule: c.rule, Basis: c.basis, Precision: c.typ}
		end := c.last
		if f.is(end-1, ".") {
			end--
		}
		m.Span = f.span(c.first, end)
		if i := c.first - 1; c.chosen >= 0 && f.is(i, "The") && f.adjacent(i) && strings.HasPrefix(f.place(c.refs[c.chosen]).Names[0], "The ") {
			m.Start = int(f.tokens[i].Start)
			c.left = min(c.left, i)
		}
		m.Extent = f.span(max(0, min(c.left, c.first)), max(c.right, c.last))
		m.Name = f.s[m.Start:m.End]
		if c.chosen >= 0 {
			r := c.refs[c.chosen]
			p := f.place(r)
			m.Ref, m.ID, m.Names, m.Country, m.Lat, m.Lon = r, p.ID, p.Names, p.Country, p.Lat, p.Lon
			if m.Precision = p.Precision; c.typ == "district" && p.Class <= data.Area || c.typ == "region" && p.Class < data.Area {
				m.Precision = c.typ
			} else if p.Class == data.Area && end-c.first > 1 {
				if typ, _ := f.at(end - 1).TypeNoun(); typ == "district" { // "Goranboy District"
					m.Precision = typ
				}
			}
		} else if c.country != "" {
			m.Country = c.country
		} else if c.owner >= 0 && f.country(&f.found[c.owner]) || c.owner >= 0 && f.found[c.owner].demonym {
			m.Country = f.gaz.Facts(f.found[c.owner].refs[0]).Country
		}
		dst = append(dst, m)
	}
	return dst
}

func (f *finder) place(r data.PlaceRef) data.Place {
	if p, ok := f.places[r]; ok {
		return p
	}
	p := f.gaz.Place(r)
	f.places[r] = p
	return p
}

func (f *finder) span(i, j int) text.Span {
	return text.Span{Start: int(f.tokens[i].Start), End: int(f.tokens[j-1].End)}
}
