package places

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/text"
)

func TestZZ(t *testing.T) {
	g, _ := data.Gazetteer()
	name := os.Getenv("ZZ")
	if name == "" {
		t.Skip()
	}
	var docs []string
	fl, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	if name[len(name)-1] == 'l' {
		sc := bufio.NewScanner(fl)
		sc.Buffer(nil, 1<<24)
		for sc.Scan() {
			var d struct{ Text string }
			json.Unmarshal(sc.Bytes(), &d)
			docs = append(docs, d.Text)
		}
	} else {
		b, _ := os.ReadFile(name)
		docs = append(docs, string(b))
	}
	for _, s := range docs {
		for _, m := range Find(s, text.AppendTokens(nil, s), g, Options{}) {
			fl := ""
			for _, x := range []struct {
				b bool
				s string
			}{{m.Demonym, "D"}, {m.Vague, "V"}, {m.Named, "N"}, {m.Unlisted, "U"}, {m.Qualifier, "Q"}} {
				if x.b {
					fl += x.s
				}
			}
			a, e := max(0, m.Start-30), min(len(s), m.End+25)
			fmt.Printf("%-18.18s %-3s %-10s %-2s %-8s rel=%-8s %-14s [%q]\n", m.Name, fl, m.ID, m.Country, m.Precision, m.Relation, m.Rule, s[a:e])
		}
	}
}
