package timex

import (
	"github.com/dateline-project/dateline/events/text"
	"os"
	"strings"
	"testing"
)

func TestDbg(t *testing.T) {
	for _, l := range strings.Split(os.Getenv("DBG"), "|") {
		l = strings.ReplaceAll(l, "\\n", "\n")
		for _, m := range Find(l, text.AppendTokens(nil, l), nil, Options{Published: "2020-10-17"}) {
			t.Logf("%q %+v", l[m.Start:m.End], m)
		}
	}
}
