package places

import "testing"

// A name that the document has stand as a place more often than for a person
// is a place where nothing beside it tells.
func TestATownIsNoPersonForOneOfItsName(t *testing.T) {
	for _, c := range []struct {
		text  string
		named bool
	}{
		{"Police in Jackson met Ms Jackson, and hospitals in Jackson were full. The army captured Jackson.", false},
		{"Police met Ms Jackson and Mr Jackson in Jackson. The army captured Jackson.", true},
	} {
		ms := find(t, c.text)
		if last := ms[len(ms)-1]; last.Named != c.named {
			t.Errorf("%s\ngot %s", c.text, show(ms))
		}
	}
}
