package graph

import (
	"slices"
	"strings"
)

// actorOf returns who did it, as a report says: the first that is no person.
func actorOf(r *Report) string {
	for _, a := range r.Actors {
		if a.Sort != "person" {
			return a.Name
		}
	}
	return ""
}

// ownersOf returns the words that say whose the actors of a report are, other
// than persons: of two armies each is somebody's, and "the army" may be either.
func ownersOf(r *Report) []string {
	var out []string
	for _, a := range r.Actors {
		if a.Sort != "person" {
			out = append(out, slices.DeleteFunc(nameParts(a.Name), func(w string) bool { return institutional(w) || unowned[w] })...)
		}
	}
	return out
}

// unowned are what those who fight are called on any side.
var unowned = wordTable(`artillery brigade brigades battalion battalions regiment regiments unit units corps detachment detachments division divisions company platoon
	soldier soldiers serviceman servicemen troop fighter fighters gunman gunmen attacker attackers assailant assailants men man people population civilians resident residents
	peacekeeper peacekeepers major colonel captain lieutenant sergeant commander commanders officer officers sniper snipers aviation aircraft jet jets plane planes drone drones uav uavs
	missile missiles rocket rockets tank tanks helicopter helicopters enemy enemies aggressor invader invaders occupier occupiers adversary opponent crowd crowds mob group groups
	armoured armored ground air naval land joint own local foreign unknown unidentified`)

// otherOwners reports whether two lists of owners, neither empty, have none in common.
func otherOwners(a, b []string) bool {
	return len(a) > 0 && len(b) > 0 && !slices.ContainsFunc(a, func(v string) bool {
		return slices.ContainsFunc(b, func(w string) bool { return oneOwner(v, w) })
	})
}

// oneOwner reports whether two words name one country or party, one of them
// perhaps by the adjective: Azerbaijan and Azerbaijani, Syria and Syrians.
func oneOwner(a, b string) bool {
	if a == b || adjectives[a] == b || adjectives[b] == a {
		return true
	}
	return slices.ContainsFunc(owned(a), func(v string) bool { return slices.Contains(owned(b), v) })
}

// adjectives are the peoples whose names are not made from their country's.
var adjectives = map[string]string{"french": "france", "british": "britain", "dutch": "netherlands", "spanish": "spain", "greek": "greece", "polish": "poland", "danish": "denmark",
	"swiss": "switzerland", "welsh": "wales", "irish": "ireland", "thai": "thailand", "finnish": "finland", "turkish": "turkiye", "turks": "turkey", "burmese": "burma", "filipino": "philippines"}

// countryEndings are what names of countries and adjectives of them end with.
var countryEndings = []string{"ians", "ian", "ans", "an", "is", "i", "ese", "ish", "ns", "n", "ia", "a", "ey", "e", "y", "s"}

// owned returns a word and what is left of it without each ending, at least
// four letters.
func owned(w string) []string {
	out := []string{w}
	for _, e := range countryEndings {
		if s, ok := strings.CutSuffix(w, e); ok && len(s) >= 4 {
			out = append(out, s)
		}
	}
	return out
}
