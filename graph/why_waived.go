package graph

// Why vetoes between texts of one event do not part it.
const (
	WaivedFew   = "few"   // they stand between so few pairs of its texts that some are taken to be misread
	WaivedNames = "names" // its texts tell so much the same, of the same rare names, that what some say otherwise is misread, or is of what came of it
)

// Waived is what the texts of an event say that would make two events of it.
type Waived struct {
	Pairs   int     `json:"pairs"`   // pairs of texts that were compared
	Vetoed  int     `json:"vetoed"`  // of these, those with a veto between them: 1 or more
	Because string  `json:"because"` // WaivedFew or WaivedNames
	Example Reasons `json:"example"` // between two of these, the most alike
}

// Waived returns the vetoes between what the documents of an event tell of it,
// and why they part it not; nil where there are none. Of an event of more than
// 64 documents it looks at those that Joins looks at. Copies are not compared.
// The error says that the id is unknown.
func (x *Explainer) Waived(event string) (*Waived, error) {
	nodes, err := x.nodes(event)
	if err != nil {
		return nil, err
	}
	m := x.b.merger
	w := Waived{Because: WaivedFew}
	most, p, q := 0.0, -1, -1
	for i := range nodes {
		for j := range i {
			if a, b := nodes[j].doc, nodes[i].doc; a >= 0 && b >= 0 && x.b.family[a] == x.b.family[b] {
				continue
			}
			w.Pairs++
			if m.between(nodes[j], nodes[i]) == noVeto {
				continue
			}
			w.Vetoed++
			if sum := m.weigh(nodes[j], nodes[i], nil); p < 0 || sum > most {
				most, p, q = sum, j, i
			}
		}
	}
	if w.Vetoed == 0 {
		return nil, nil
	}
	if float64(w.Vetoed) > oddShare*float64(w.Pairs) {
		w.Because = WaivedNames
	}
	w.Example = x.reasons(nodes[p], nodes[q])
	return &w, nil
}
