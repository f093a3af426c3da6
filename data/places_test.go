package data

import (
	"runtime"
	"slices"
	"strings"
	"testing"
)

func gazetteer(t testing.TB) *Places {
	t.Helper()
	g, err := Gazetteer()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestFoldPlaceMakesSpellingsOfANameEqual(t *testing.T) {
	for _, c := range []struct{ want, names string }{
		{"gence", "Gəncə|GƏNCƏ|gǝncǝ|Gence"},
		{"st petersburg", "Saint Petersburg|St. Petersburg|St Petersburg|SAINT-PETERSBURG"},
		{"nagorno karabakh", "Nagorno-Karabakh|Nagorno–Karabakh|Nagorno Karabakh"},
		{"sanaa", "Sana'a|Sana’a|Sanaʻa|SANAA"},
		{"hague", "The Hague|the Hague|Hague"},
		{"gdansk", "Gdańsk|GDAŃSK|Gdansk"},
		{"u s", "U.S.|U. S.|U.S"},
		{"strasse", "Straße|STRASSE|STRAẞE"},
		{"ho chi minh", "Hồ Chí Minh|Ho Chi Minh"},
		{"афины", "Афины|АФИНЫ"},
		{"αθηνα", "Αθήνα|ΑΘΗΝΑ"},
		{"", "|'|--|The| . "},
	} {
		for name := range strings.SplitSeq(c.names, "|") {
			if got := string(FoldPlace(nil, name)); got != c.want {
				t.Errorf("FoldPlace(%q) = %q, want %q", name, got, c.want)
			}
		}
	}
}

func TestEveryNameOfAPlaceFindsIt(t *testing.T) {
	g := gazetteer(t)
	for _, c := range []struct{ id, label, names string }{
		{"146970", "Khankendi / Stepanakert", "Khankendi|Stepanakert|Xankəndi|STEPANAKERT|Ханкенди|Степанакерт"},
		{"147105", "Shusha / Shushi", "Shusha|Shushi|Şuşa|Շուշի|Шуша"},
		{"148105", "Hadrut", "Hadrut|Հադրութ"},
		{"148141", "Jabrayil / Jrakan", "Jabrayil|Jebrail|Cəbrayıl"},
		{"586268", "Kalbajar / Karvachar", "Kalbajar|Kelbajar|Kəlbəcər|Karvachar"},
		{"147625", "Berdzor / Lachin", "Lachin|Laçın|Berdzor"},
		{"148106", "Fuzuli / Varanda", "Fuzuli|Füzuli|Fizuli"},
		{"146901", "Kovsakan / Zangilan", "Zangilan|Zəngilan|Kovsakan"},
		{"146969", "Khojavend / Martuni", "Martuni|Khojavend|Xocavənd"},
		{"148619", "Aghdam / Akna", "Aghdam|Agdam|Ağdam"},
		{"584871", "Tartar", "Tartar|Terter|Tərtər"},
		{"587057", "Barda", "Barda|Bərdə"},
		{"585514", "Mingachevir", "Mingachevir|Mingəçevir|Mingechaur"},
		{"147774", "Ivanyan / Khojaly", "Khojaly|Xocalı"},
		{"586523", "Ganja", "Ganja|Gəncə|Kirovabad|Elisabethpol|Գանձակ"},
		{"703448", "Kyiv", "Kyiv|Kiev|Київ|Киев"},
		{"1275339", "Mumbai", "Mumbai|Bombay"},
		{"498817", "Saint Petersburg", "Saint Petersburg|St. Petersburg|Leningrad|Petrograd"},
		{"745044", "Istanbul", "Istanbul|İstanbul|Constantinople|Byzantium"},
		{"3099434", "Gdańsk", "Gdańsk|Gdansk|Danzig"},
		{"nagorno-karabakh", "Artsakh / Nagorno-Karabakh / Upper Karabakh", "Nagorno-Karabakh|Upper Karabakh|Karabakh|Artsakh"},
		{"AZ", "Azerbaijan", "Azerbaijan|Republic of Azerbaijan"},
		{"US", "United States", "US|U.S.|United States of America"},
		{"US.TX", "Texas", "Texas|Tex."},
		{"CA.10", "Quebec", "Quebec|Québec"},
		{"gulf-of-mexico", "Gulf of America / Gulf of Mexico", "Gulf of Mexico"},
	} {
		for name := range strings.SplitSeq(c.names, "|") {
			places := g.Lookup(name)
			i := slices.IndexFunc(places, func(p Place) bool { return p.ID == c.id })
			if i < 0 {
				t.Errorf("Lookup(%q) lacks %s: %v", name, c.id, places)
			} else if got := places[i].Label(); got != c.label {
				t.Errorf("Lookup(%q): label %q, want %q", name, got, c.label)
			}
		}
	}
}

func TestDemonymsLeadToTheirCountries(t *testing.T) {
	g := gazetteer(t)
	for _, c := range []struct{ words, id string }{
		{"Azerbaijani|Azerbaijanis|Azeri|Azeris", "AZ"}, {"Armenian|Armenians", "AM"}, {"Turkish|Turks", "TR"},
		{"Swiss", "CH"}, {"Congolese", "CD"}, {"North Korean", "KP"}, {"Texan", "US.TX"}, {"Chechens", "RU.12"},
	} {
		for w := range strings.SplitSeq(c.words, "|") {
			word := g.Word(FoldPlace(nil, w))
			if word == nil || !slices.ContainsFunc(word.People, func(r PlaceRef) bool { return g.Place(r).ID == c.id }) {
				t.Errorf("the word %q does not lead to %s", w, c.id)
			}
		}
	}
}

func TestTheTableHoldsTogether(t *testing.T) {
	g := gazetteer(t)
	if n := g.table.n; n < 190_000 {
		t.Fatalf("%d places, want about 200,000", n)
	}
	for i := 0; i < g.table.n; i += 97 {
		r := PlaceRef(i)
		p := g.Place(r)
		if p.Lat < -90 || p.Lat > 90 || p.Lon < -180 || p.Lon > 180 || len(p.Country) != 2 || p.Population < 0 {
			t.Errorf("place %d: %+v", i, p)
		}
		if got, ok := g.ByID(p.ID); !ok || g.Place(got).ID != p.ID {
			t.Errorf("ByID(%q) = %v, %v", p.ID, got, ok)
		}
		if g.text.replaced[r] {
			continue
		}
		for _, name := range g.AllNames(r) {
			if n := g.Name(FoldPlace(nil, name)); n == nil || !slices.Contains(n.Refs, r) {
				t.Errorf("place %s is not found by its name %q", p.ID, name)
			}
			key := FoldPlace(nil, name)
			for j, c := range key {
				if c == ' ' && !g.MayContinue(key[:j]) {
					t.Errorf("MayContinue(%q) is false, though %q is a name", key[:j], name)
				}
			}
		}
	}
}

func TestNamesToShowAreInAlphabeticalOrder(t *testing.T) {
	g := gazetteer(t)
	check := func(names []string) {
		if !slices.Equal(names, placeSorted(slices.Clone(names))) || len(names) == 0 {
			t.Errorf("names %q", names)
		}
	}
	for _, e := range g.text.entries {
		check(e.shown)
	}
	for _, e := range g.text.extra {
		check(e.shown)
	}
}

func TestEveryCountryHasItsCapital(t *testing.T) {
	g := gazetteer(t)
	text, err := placesText.ReadFile("places/countries.txt")
	if err != nil {
		t.Fatal(err)
	}
	countries := 0
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		countries++
		f, err := placeFields(line, 6)
		if err != nil {
			t.Fatal(err)
		}
		if f[5] != "" && !slices.ContainsFunc(g.Lookup(f[5]), func(p Place) bool { return p.Country == f[0] || p.ID == f[0] }) {
			t.Errorf("%s: its capital %s is not found there", f[0], f[5])
		}
	}
	if countries < 195 {
		t.Errorf("%d countries", countries)
	}
}

func TestAMissAllocatesNothing(t *testing.T) {
	g := gazetteer(t)
	if n := testing.AllocsPerRun(100, func() {
		if g.Lookup("Qwertzuiop Zaphod") != nil {
			t.Fatal("found")
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestADamagedTableIsAnErrorAndNoPanic(t *testing.T) {
	for _, s := range []string{"", "DLPLACE1", placesTable[:100], placesTable[:len(placesTable)-1], "x" + placesTable[1:],
		placesTable[:12] + "\xff\xff\xff\xff" + placesTable[16:]} {
		if _, err := openTable(s); err == nil {
			t.Errorf("a table of %d bytes was opened", len(s))
		}
	}
}

func TestOpeningIsCheap(t *testing.T) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	table, err := openTable(placesTable)
	if err != nil {
		t.Fatal(err)
	}
	text, err := readPlaceText(table)
	if err != nil {
		t.Fatal(err)
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	if heap := int64(after.HeapAlloc) - int64(before.HeapAlloc); heap > 8<<20 {
		t.Errorf("the open gazetteer holds %d bytes of heap", heap)
	}
	runtime.KeepAlive(text)
}

func BenchmarkOpenGazetteer(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		table, err := openTable(placesTable)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := readPlaceText(table); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLookup(b *testing.B) {
	g := gazetteer(b)
	for _, name := range []string{"Ganja", "Kyiv", "San José", "Qwertzuiop"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				g.Lookup(name)
			}
		})
	}
}
