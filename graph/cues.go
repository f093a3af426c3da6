package graph

import (
	"strings"

	"github.com/dateline-project/dateline/events"
)

// A cue is a phrase that states how two happenings of one sentence are linked.
type cue struct {
	phrase   string
	relation string
	basis    string
	// swap means that the link runs from the happening told second in the
	// phrase's own order: "X after Y" orders Y before X.
	swap bool
	// only, unless "", are the kinds that the target must have.
	only string
}

const pledges = " ceasefire agreement resolution deal "

// cues are looked for between two triggers of one sentence ("X after Y") and
// before the first one ("After X, Y"). Of several the longest counts.
var cues = []cue{
	{"after", "before", Ordered, true, ""},
	{"following", "before", Ordered, true, ""},
	{"in the wake of", "before", Ordered, true, ""},
	{"in the aftermath of", "before", Ordered, true, ""},
	{"before", "before", Ordered, false, ""},
	{"prior to", "before", Ordered, false, ""},
	{"ahead of", "before", Ordered, false, ""},
	{"followed by", "before", Ordered, false, ""},
	{"and then", "before", Ordered, false, ""},
	{"in response to", "responds-to", Stated, false, ""},
	{"responding to", "responds-to", Stated, false, ""},
	{"in retaliation for", "responds-to", Stated, false, ""},
	{"in retaliation to", "responds-to", Stated, false, ""},
	{"in revenge for", "responds-to", Stated, false, ""},
	{"in reply to", "responds-to", Stated, false, ""},
	{"retaliated for", "responds-to", Stated, false, ""},
	{"because of", "causes", Stated, true, ""},
	{"due to", "causes", Stated, true, ""},
	{"as a result of", "causes", Stated, true, ""},
	{"resulting from", "causes", Stated, true, ""},
	{"caused by", "causes", Stated, true, ""},
	{"triggered by", "causes", Stated, true, ""},
	{"sparked by", "causes", Stated, true, ""},
	{"prompted by", "causes", Stated, true, ""},
	{"led to", "causes", Stated, false, ""},
	{"leading to", "causes", Stated, false, ""},
	{"resulted in", "causes", Stated, false, ""},
	{"caused", "causes", Stated, false, ""},
	{"triggered", "causes", Stated, false, ""},
	{"sparked", "causes", Stated, false, ""},
	{"prompted", "causes", Stated, false, ""},
	{"provoked", "causes", Stated, false, ""},
	{"in violation of", "violates", Stated, false, pledges},
	{"violating", "violates", Stated, false, pledges},
	{"in breach of", "violates", Stated, false, pledges},
	{"breaching", "violates", Stated, false, pledges},
	{"despite", "violates", Stated, false, pledges},
}

// cueReach is how many bytes may lie between a cue and a trigger it governs:
// room for a determiner and a few adjectives.
const cueReach = 48

// statedLinks finds the links that a text states between two happenings of one
// sentence, told one after the other.
func (b *builder) statedLinks(index map[string]int) []Link {
	var out []Link
	for i := 0; i+1 < len(b.g.Reports); i++ {
		x, y := &b.g.Reports[i], &b.g.Reports[i+1]
		if x.Document != y.Document || x.Event == y.Event || b.quoteSpan(int32(i)).Start != b.quoteSpan(int32(i+1)).Start || x.Trigger.End > y.Trigger.Start {
			continue
		}
		if !told(x) || !told(y) {
			continue
		}
		if l, ok := statedLink(x, y); ok {
			l.Why = Why{Document: x.Document, Quote: x.Quote}
			out = append(out, l)
		}
	}
	return out
}

// told reports whether a report tells of something that took place.
func told(r *Report) bool { return r.Modality == events.Happened || r.Modality == events.Alleged }

func statedLink(x, y *Report) (Link, bool) {
	q := x.Quote
	xs, xe, ys := x.Trigger.Start-q.Start, x.Trigger.End-q.Start, y.Trigger.Start-q.Start
	if xs < 0 || xe > ys || ys > len(q.Text) {
		return Link{}, false
	}
	if c, ok := findCue(q.Text[xe:ys]); ok {
		return c.link(x, y)
	}
	// "After the strike, talks were called off": the cue governs the first trigger.
	before := q.Text[max(0, xs-cueReach):xs]
	if c, ok := findCue(before); ok && strings.Contains(q.Text[xe:ys], ",") && !strings.Contains(before, ",") {
		return c.link(y, x)
	}
	return Link{}, false
}

// findCue returns the longest cue that ends within cueReach of the end of s
// and stands there as whole words.
func findCue(s string) (cue, bool) {
	s = " " + strings.Join(strings.Fields(lower(s)), " ") + " "
	var best cue
	for _, c := range cues {
		at := strings.LastIndex(s, " "+c.phrase+" ")
		if at < 0 || len(s)-at-len(c.phrase) > cueReach || strings.ContainsAny(s[at:], ".;:") {
			continue
		}
		if len(c.phrase) > len(best.phrase) {
			best = c
		}
	}
	return best, best.phrase != ""
}

// link applies a cue to the happening before it and the one after it.
func (c cue) link(x, y *Report) (Link, bool) {
	if c.only != "" && !strings.Contains(c.only, " "+y.Kind+" ") {
		return Link{}, false
	}
	if c.swap {
		x, y = y, x
	}
	return Link{From: x.Event, To: y.Event, Relation: c.relation, Basis: c.basis}, true
}
