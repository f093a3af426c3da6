package source

import (
	"maps"
	"testing"
)

func TestFrontMatterIsReadAroundWhatIsNestedInIt(t *testing.T) {
	for name, c := range map[string]struct {
		yaml string
		want map[string]string
	}{
		"an infobox": {"date: 2020-10-04\ninfobox:\n  - title: no\n    source: no\n\n  # date: no\n  - date: no\nTitle: Flood\n",
			map[string]string{"date": "2020-10-04", "title": "Flood"}},
		"a list that is not indented":   {"tags:\n- title\n- date: 1990\nsource: Wire\n", map[string]string{"source": "Wire"}},
		"what is nested is broken":      {"map:\n  - [a, {b\n  \"c\ntitle: Flood\n", map[string]string{"title": "Flood"}},
		"what is nested is read":        {"Site-Name:\n  name: Wire\nauthors:\n- A\n- B\n", map[string]string{"sitename": "Wire", "authors": "A, B"}},
		"a value on the next line":      {"title:\n  Flood\nnotes:\n  none\n", map[string]string{"title": "Flood"}},
		"a quoted key goes on as it is": {"\"box\":\n  title: no\ndate: 2020\n", map[string]string{"box": "", "date": "2020"}},
	} {
		got, err := topLevel(c.yaml)
		if err != nil || !maps.Equal(got, c.want) {
			t.Errorf("%s: %q, %v; want %q", name, got, err, c.want)
		}
	}
}
