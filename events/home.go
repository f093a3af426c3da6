package events

import "github.com/dateline-project/dateline/events/text"

// shortText is how many sentences a text has at most whose one town is where
// all of it happened.
const shortText = 40

// theOnlyPlace returns the town or district that a short text names as the
// only one, the zero Place if there is none or are several, or if it tells of
// a sea or another region across countries.
func (d *documentAnalysis) theOnlyPlace() Place {
	var only Place
	if len(d.sentences) > shortText {
		return only
	}
	for k := range d.places {
		m := &d.places[k]
		if m.Precision == RegionPlace && m.Country == "" && m.Relation == "in" && !m.Vague {
			return Place{}
		}
		if m.Vague || m.Demonym || m.Named || m.Qualifier || m.Precision == CountryPlace || m.Precision == RegionPlace {
			continue
		}
		p := placeOf(m)
		switch {
		case only.Name == "":
			only = p
		case p.Name != only.Name && (p.ID == "" || p.ID != only.ID):
			return Place{}
		}
	}
	return only
}

// theHome returns the town of a short local story, the zero Place if it has
// none: the first in the first sentence of the body where a happening may be,
// else that of the dateline, else that of the headline.
func (d *documentAnalysis) theHome() Place {
	var title Place
	if len(d.sentences) > shortText {
		return title
	}
	for _, a := range d.sentenceOf {
		if a == nil {
			continue
		}
		for k := range a.places {
			p := &a.places[k]
			if !p.host && (!p.locates || p.prep == "") || p.Precision != LocalityPlace && p.Precision != DistrictPlace || p.prep == "from" || p.prep == "to" {
				continue
			}
			if a.role == text.Body {
				return p.Place
			}
			if a.role == text.Title && title.Name == "" {
				title = p.Place
			}
		}
		if a.role == text.Body {
			break
		}
	}
	if d.dateline.Name != "" {
		return d.dateline
	}
	return title
}
