package main

import (
	"bufio"
	"bytes"
	"strings"
	"testing"

	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/events/text"
	"github.com/dateline-project/dateline/events/timex"
)

// TestTimeMLNamesWhatIsCountedFromWhat reads the attributes of TimeML 1.2.1
// beyond type and value.
func TestTimeMLNamesWhatIsCountedFromWhat(t *testing.T) {
	for _, c := range []struct{ text, published, want string }{
		{"It fell yesterday.", "2020-10-17", `<TIMEX3 tid="t1" type="DATE" value="2020-10-16" temporalFunction="true" functionInDocument="NONE" anchorTimeID="t0">yesterday<`},
		{"It fell yesterday.", "", `<TIMEX3 tid="t1" type="DATE" value="XXXX-XX-XX" temporalFunction="false" functionInDocument="NONE">yesterday<`},
		{"Begun on 6 May 2015, it ended two days later.", "", `<TIMEX3 tid="t2" type="DATE" value="2015-05-08" temporalFunction="true" functionInDocument="NONE" anchorTimeID="t1">two days later<`},
		{"It grew over the past four months.", "2020-10-17", `<TIMEX3 tid="t1" type="DURATION" value="P4M" temporalFunction="true" functionInDocument="NONE" beginPoint="t2" endPoint="t0">the past four months</TIMEX3>` +
			`<TIMEX3 tid="t2" type="DATE" value="2020-06-17" temporalFunction="true" functionInDocument="NONE" anchorTimeID="t0"></TIMEX3>`},
		{"It shrinks in the next two weeks.", "2020-10-17", `beginPoint="t0" endPoint="t2">`},
		{"It grew in the past several years.", "2020-10-17", `value="PXY" temporalFunction="true" functionInDocument="NONE" endPoint="t0">`},
		{"It rains every Monday, and twice a week in May 1999.", "2020-10-17", `type="SET" value="XXXX-WXX-1" quant="EVERY"`},
		{"It rains twice a week.", "2020-10-17", `type="SET" value="P1W" freq="2X"`},
		{"It burned during World War II.", "2020-10-17", `value="1939/1945"`},
		{"It fell in early May 1999.", "2020-10-17", `value="1999-05" mod="START"`},
		{"It fell.", "2020-10-17", `<DCT><TIMEX3 tid="t0" type="DATE" value="2020-10-17" temporalFunction="false" functionInDocument="CREATION_TIME">2020-10-17</TIMEX3></DCT>`},
	} {
		d := &source.Document{ID: "a", Text: c.text, Published: c.published}
		var b bytes.Buffer
		w := bufio.NewWriter(&b)
		if err := writeTimeML(w, d, timex.Find(c.text, text.AppendTokens(nil, c.text), nil, timex.Options{Published: c.published})); err != nil {
			t.Fatal(err)
		}
		w.Flush()
		if !strings.Contains(b.String(), c.want) {
			t.Errorf("%s\nwant %s\n got %s", c.text, c.want, &b)
		}
	}
}
