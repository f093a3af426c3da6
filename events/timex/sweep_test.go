package timex

import (
	"bufio"
	"encoding/json"
	"fmt"
	"github.com/dateline-project/dateline/events/text"
	"os"
	"strings"
	"testing"
)

func TestSweep(t *testing.T) {
	f, _ := os.Open(os.Getenv("SWEEP"))
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<26)
	out, _ := os.Create("/tmp/sweep.txt")
	for sc.Scan() {
		var d struct{ Doc, ID, DCT, Text, Published string }
		json.Unmarshal(sc.Bytes(), &d)
		if d.DCT == "" {
			d.DCT = d.Published
		}
		for _, m := range Find(d.Text, text.AppendTokens(nil, d.Text), nil, Options{Published: d.DCT}) {
			a := max(0, m.Start-45)
			b := min(len(d.Text), m.End+30)
			fmt.Fprintf(out, "%s\t%s\t%s\t%s\t%s [%s] %s\t%s\n", m.Rule, m.Value, d.DCT, m.Mod, strings.ReplaceAll(d.Text[a:m.Start], "\n", "/"), d.Text[m.Start:m.End], strings.ReplaceAll(d.Text[m.End:b], "\n", "/"), d.ID)

		}
	}
}
