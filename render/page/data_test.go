package page

import (
	"reflect"
	"testing"
)

func TestAFacetBeginsWithTheValuesOfMostEvents(t *testing.T) {
	f := facetList{"place", []string{"Arlen", "Bresk", "Caldry", "of a report alone"}, [][]int{{1}, {1, 2}, {0}, {}, {2, 1}}}
	want := facetHead{Size: 3, Top: []facetTop{{1, "Bresk", 3}, {2, "Caldry", 2}, {0, "Arlen", 1}}}
	if got := f.head(); !reflect.DeepEqual(got, want) {
		t.Errorf("the filter begins with %v, want %v", got, want)
	}
	many := facetList{labels: make([]string, 50), events: [][]int{{}}}
	for v := range many.labels {
		many.events[0] = append(many.events[0], v)
	}
	if got := many.head(); got.Size != 50 || len(got.Top) != facetsAtFirst {
		t.Errorf("of 50 values %d are listed", len(got.Top))
	}
}
