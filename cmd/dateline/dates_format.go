package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"strings"
	"text/tabwriter"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/events/timex"
)

// dateFormat is a way to print the expressions of one document after another.
type dateFormat struct {
	name  string
	doc   string
	write func(w *bufio.Writer, d *source.Document, mentions []timex.Mention) error
}

var dateFormats = []dateFormat{
	{"jsonl", "a JSON object a line, as docs/schema.json states it", writeDateLines},
	{"table", "columns for people", writeDateTable},
	{"timeml", "the text with TIMEX3 elements, an XML document for each document", writeTimeML},
}

func dateFormatNames() []string {
	var names []string
	for _, f := range dateFormats {
		names = append(names, f.name)
	}
	return names
}

func dateFormatDocs() string {
	var b strings.Builder
	for _, f := range dateFormats {
		fmt.Fprintf(&b, "  %-8s%s\n", f.name, f.doc)
	}
	return b.String()
}

// dateLine is a line of the contract.
type dateLine struct {
	Doc            string   `json:"doc"`
	Start          int      `json:"start"`
	End            int      `json:"end"`
	Text           string   `json:"text"`
	Type           string   `json:"type"`
	Value          string   `json:"value"`
	Mod            string   `json:"mod"`
	EDTF           string   `json:"edtf"`
	Earliest       edtf.Day `json:"earliest"`
	Latest         edtf.Day `json:"latest"`
	Basis          string   `json:"basis"`
	Rule           string   `json:"rule"`
	Underspecified string   `json:"underspecified"`
	Clock          string   `json:"clock,omitempty"`
	Anchor         string   `json:"anchor,omitempty"`
	Range          string   `json:"range,omitempty"`
	Freq           string   `json:"freq,omitempty"`
	Quant          string   `json:"quant,omitempty"`
	Named          bool     `json:"named,omitempty"`
	Ambiguous      bool     `json:"ambiguous,omitempty"`
}

func writeDateLines(w *bufio.Writer, d *source.Document, mentions []timex.Mention) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, m := range mentions {
		if err := enc.Encode(dateLine{
			Doc: d.ID, Start: m.Start, End: m.End, Text: d.Text[m.Start:m.End], Type: m.Type, Value: m.Value, Mod: m.Mod, EDTF: m.EDTF,
			Earliest: m.Earliest, Latest: m.Latest, Basis: m.Basis, Rule: m.Rule, Underspecified: m.Underspecified,
			Clock: m.Clock, Anchor: m.Anchor, Range: m.Range, Freq: m.Freq, Quant: m.Quant, Named: m.Named, Ambiguous: m.Ambiguous,
		}); err != nil {
			return err
		}
	}
	return nil
}

func writeDateTable(w *bufio.Writer, d *source.Document, mentions []timex.Mention) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "%s%s\n", printable(d.ID), publishedNote(d))
	for _, m := range mentions {
		fmt.Fprintf(t, "  %d\t%s\t%s\t%s\t%s\t%s\n", m.Start, oneLine(d.Text[m.Start:m.End]), m.Type, dash(m.Value), dash(m.EDTF), m.Basis)
	}
	return t.Flush()
}

func publishedNote(d *source.Document) string {
	if d.Published == "" {
		return ", publication date unknown"
	}
	return ", published " + d.Published
}

// writeExplained shows each expression marked in its line, and under it what
// it means and why.
func writeExplained(w *bufio.Writer, d *source.Document, mentions []timex.Mention) error {
	const around = 60 // characters shown on each side
	fmt.Fprintf(w, "%s%s\n", printable(d.ID), publishedNote(d))
	for _, m := range mentions {
		before, after := clip(d.Text[:m.Start], -around), clip(d.Text[m.End:], around)
		words := oneLine(d.Text[m.Start:m.End])
		fmt.Fprintf(w, "\n  %s%s%s\n", before, words, after)
		fmt.Fprintf(w, "  %s%s\n", strings.Repeat(" ", utf8.RuneCountInString(before)), strings.Repeat("^", utf8.RuneCountInString(words)))
		t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
		for _, f := range [][2]string{
			{"TIMEX3", strings.Join(strings.Fields(m.Type+" "+m.Value+" "+m.Mod+" "+m.Quant+" "+m.Freq), " ")},
			{"EDTF", m.EDTF},
			{"days", days(m.Earliest, m.Latest)},
			{"because", m.Basis},
			{"rule", m.Rule},
			{"read as", m.Underspecified},
			{"clock", m.Clock},
			{"range", m.Range},
			{"note", notes(m)},
		} {
			if f[1] != "" {
				fmt.Fprintf(t, "  %s\t%s\n", f[0], f[1])
			}
		}
		if err := t.Flush(); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintln(w)
	return err
}

// notes says what else is known of a mention.
func notes(m timex.Mention) string {
	var all []string
	if m.Anchor == timex.AnchorEvent {
		all = append(all, "tied to an event of the text")
	}
	if m.Named {
		all = append(all, "part of a name")
	}
	if m.Ambiguous {
		all = append(all, "day and month could be exchanged")
	}
	return strings.Join(all, "; ")
}

func days(earliest, latest edtf.Day) string {
	switch {
	case earliest == edtf.Open && latest == edtf.Open:
		return ""
	case earliest == latest:
		return earliest.String()
	case earliest == edtf.Open:
		return "to " + latest.String()
	case latest == edtf.Open:
		return "from " + earliest.String()
	}
	return earliest.String() + " to " + latest.String()
}

// clip returns the end of the line that s ends in, of at most -n characters if
// n is negative, else the beginning of the line that s begins with.
func clip(s string, n int) string {
	if n < 0 {
		s = s[strings.LastIndexAny(s, "\r\n")+1:]
		for i := len(s); i > 0; n++ {
			if n == 0 {
				return "..." + oneLine(s[i:])
			}
			_, size := utf8.DecodeLastRuneInString(s[:i])
			i -= size
		}
		return oneLine(s)
	}
	if i := strings.IndexAny(s, "\r\n"); i >= 0 {
		s = s[:i]
	}
	for i := range s {
		if n == 0 {
			return oneLine(s[:i]) + "..."
		}
		n--
	}
	return oneLine(s)
}

// oneLine puts a space for each character that does not print.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return ' '
		}
		return r
	}, s)
}

// escape writes s as XML text or as the value of an attribute, with lines and
// tabs as they are; w keeps its first error until the end.
func escape(w *bufio.Writer, s string) {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(s)) // a buffer takes everything
	_, _ = lineEnds.WriteString(w, b.String())
}

var lineEnds = strings.NewReplacer("&#xA;", "\n", "&#x9;", "\t")
