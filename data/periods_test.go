package data

import (
	"strings"
	"testing"
)

func TestPeriodsHaveNamesOfTheirOwnAndADate(t *testing.T) {
	all, err := Periods()
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]string{}
	for _, p := range all {
		if p.Name == "" || (p.EDTF == "") == (p.Feast == "") || p.ID != strings.ReplaceAll(strings.ToLower(p.Name), " ", "-") {
			t.Errorf("line %d: %+v", p.Line, p)
		}
		for _, n := range p.Names {
			if other, ok := names[n]; ok {
				t.Errorf("%q names %s and %s", n, other, p.ID)
			}
			names[n] = p.ID
		}
	}
	if names["Second World War"] != "world-war-ii" || names["Christmas"] == "" {
		t.Errorf("well-known periods are missing: %q %q", names["Second World War"], names["Christmas"])
	}
}
