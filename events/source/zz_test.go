package source

import (
	"fmt"
	"os"
	"testing"
)

func TestZZ(t *testing.T) {
	if os.Getenv("ZZ") == "" {
		t.Skip()
	}
	for d := range Documents([]string{os.Getenv("ZZ")}, Options{}, func(d Diagnostic) { fmt.Println("DIAG", d) }) {
		fmt.Printf("== %s title=%q outlet=%q author=%q lang=%s pub=%s basis=%q\n", d.ID, d.Title, d.Outlet, d.Author, d.Language, d.Published, d.PublishedBasis)
		for _, b := range d.Blocks {
			s := d.Text[b.Start:b.End]
			s = s[:min(len(s), 240)]
			switch os.Getenv("B") {
			case "":
				continue
			case "2":
				if b.Role == 0 {
					continue
				}
			}
			fmt.Printf("   %-9s %d %q\n", b.Role, b.Level, s)
		}
	}
}
