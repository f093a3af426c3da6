package events

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-project/dateline/events/source"
)

// The columns of a table of incidents date and place what its rows tell, and count.
func TestRowsOfATableOfIncidents(t *testing.T) {
	x := testExtractor(t)
	path := filepath.Join(t.TempDir(), "incidents.csv")
	if err := os.WriteFile(path, []byte(`event_date,location,country,notes,fatalities,wounded
14 March 2019,Maiduguri,Nigeria,"Gunmen attacked a market. The next day the army bombed their camp. In 2014 rebels had burned it.",4,
15 March 2019,Kano,Nigeria,Police arrested forty protesters.,0,0
16 March 2019,Aleppo,Syria,Barrel bombs near the school,2,11
17 March 2019,Homs,Syria,"Shells hit a bakery, killing three people.",4,
18/03/2019,Posad Kut,Nowhere,Shells hit a bakery.,,
,Homs,Syria,Shells hit a bakery.,,
`), 0o600); err != nil {
		t.Fatal(err)
	}
	var got []string
	for d := range source.Documents([]string{path}, source.Options{}, nil) {
		got = append(got, strings.Join(lines(read(x, &d)), "; "))
	}
	want := []string{
		"attack «attacked» 2019-03-14 @Maiduguri #killed=4; attack «bombed» 2019-03-15 @Maiduguri; other «burned» 2014",
		"protest-intervention «arrested forty protesters» 2019-03-15 @Kano #detained=40",
		"other «bombs» 2019-03-16 @Aleppo #killed=2 #injured=11",
		"shelling «Shells hit» 2019-03-17 @Homs #killed=3",
		"shelling «Shells hit» 2019-03-18 @Posad Kut",
		"shelling «Shells hit» @Homs",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
