package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// readWords returns English words with the SCOWL size, 10 to 50, of the
// smallest list that has them: the lower, the more common.
func readWords(dir string) (map[string]int, error) {
	words := map[string]int{}
	for _, size := range []int{10, 20, 35, 40, 50} {
		for _, dialect := range []string{"english", "american", "british"} {
			var list []string
			if err := readJSON(filepath.Join(dir, fmt.Sprintf("%s-words-%d.json", dialect, size)), &list); err != nil {
				return nil, err
			}
			for _, w := range list {
				if words[w] == 0 {
					words[w] = size
				}
			}
		}
	}
	return words, nil
}

// stopWords lists the one-word names that are English words as well: what a
// reader takes for the word unless the text says that it is the place.
func stopWords(places []place, words map[string]int) []byte {
	found := map[string]bool{}
	for _, p := range places {
		for _, n := range p.names {
			k := fold(n)
			if size := words[k]; size > 0 && (size <= 35 || p.population < 1_000_000) {
				found[k] = true
			}
		}
	}
	var list []string
	for w := range found {
		list = append(list, w)
	}
	slices.Sort(list)
	var b bytes.Buffer
	b.WriteString("# Names of places that are English words too, made by internal/placesgen from SCOWL's lists 10 to 50. Folded, one a line.\n" +
		"# Such a word is a place only where the text says so. Add and remove words in stop-more.txt instead.\n")
	for _, w := range list {
		b.WriteString(w + "\n")
	}
	return b.Bytes()
}

// givenNames merges the lists of English given names, folded and sorted.
func givenNames(dir string) ([]byte, error) {
	var list []string
	for _, sex := range []string{"female", "male"} {
		b, err := os.ReadFile(filepath.Join(dir, "datasets-"+sex+"-first-names-en", "data", "names.txt"))
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(string(b)) {
			if k := fold(line); k != "" && !strings.Contains(k, " ") {
				list = append(list, k)
			}
		}
	}
	slices.Sort(list)
	list = slices.Compact(list)
	var b bytes.Buffer
	b.WriteString("# English given names, made by internal/placesgen. Folded, one a line. Add others in persons.txt instead.\n")
	for _, w := range list {
		b.WriteString(w + "\n")
	}
	return b.Bytes(), nil
}
