package events

import (
	"strings"

	"github.com/dateline-project/dateline/events/text"
	"github.com/dateline-project/dateline/events/timex"
)

// dateCell returns the date that a sentence hangs on in the manner of a
// chronology, nil for none: that of a cell of its own in the row of a table
// ("3 May 2019 | Shelling of the market"), or one that opens the line and is
// followed by a colon or a dash.
func (d *documentAnalysis) dateCell(s sentence, times []timex.Mention) *timex.Mention {
	if s.role != text.Body {
		return nil
	}
	block := d.doc.Blocks[s.block]
	for i := range times {
		m := &times[i]
		if m.EDTF == "" || m.Named || m.Type == timex.Set || m.Start < block.Start || m.End > block.End {
			continue
		}
		before := strings.TrimRight(d.doc.Text[block.Start:m.Start], " ")
		after := strings.TrimLeft(d.doc.Text[m.End:block.End], " ")
		opens := before == "" || strings.HasSuffix(before, "|") || strings.HasSuffix(before, "\t")
		switch {
		case !opens:
		case strings.HasPrefix(after, "|") || strings.HasPrefix(after, "\t"), after == "" && before != "":
			return m
		case before == "" && startsWithAny(after, ":", "–", "—", "- "):
			return m
		}
	}
	return nil
}

func startsWithAny(s string, marks ...string) bool {
	for _, m := range marks {
		if strings.HasPrefix(s, m) {
			return true
		}
	}
	return false
}

// addRowTrigger adds what a row of a chronology tells where no phrase and no
// verb does: the first noun phrase of its longest cell. A row of numbers, names
// and places alone tells nothing.
func (a *sentenceAnalysis) addRowTrigger() {
	if len(a.triggers) > 0 {
		return
	}
	first, last := a.longestCell()
	if i := last - 1; i > first && a.words[i].kind == text.Punct {
		last = i
	}
	if i := last - 1; i > first && a.words[i].tag == "NNS" && a.v.formOfVerb(a.words[i].low) {
		// "The mayor of Homs resigns"
		a.words[i].tag = "VBZ"
		if t, ok := a.v.triggerAt(nil, a.words, i, last); ok {
			a.v.findHead(a.words, &t)
			t.clause = clauseOf(a.clauses, t.head)
			a.triggers = append(a.triggers, t)
			return
		}
	}
	head := -1
	for i := first; i < last; i++ {
		switch w := &a.words[i]; {
		case w.kind != text.Word:
		case w.verb() && w.lexeme.cues&(cueAuxiliary|cueStative) == 0:
			a.triggers = append(a.triggers, trigger{first: i, last: i + 1, head: i, kind: "other", of: a.v.other, phrase: -1, clause: clauseOf(a.clauses, i)})
			return
		case (w.tag == "NN" || w.tag == "NNS") && !w.place && w.mark == 0 && !a.inTime(i):
			head = i
		case head >= 0:
			last = i // the noun phrase is over
		}
	}
	if head >= 0 {
		a.triggers = append(a.triggers, trigger{first: head, last: head + 1, head: head, kind: "other", of: a.v.other, phrase: -1, noun: true, clause: clauseOf(a.clauses, head)})
	}
}

// fewestWords is how many words a cell must have to tell something: fewer are a name or a label.
const fewestWords = 3

// longestCell returns the cell of a row that has most words, none of fewer than fewestWords.
func (a *sentenceAnalysis) longestCell() (first, last int) {
	most := fewestWords - 1
	start, n := a.first, 0
	for i := a.first; i <= a.last; i++ {
		if i == a.last || a.words[i].low == "|" || i > a.first && a.words[i-1].low == ":" {
			if n > most {
				first, last, most = start, i, n
			}
			start, n = i, 0
		}
		if i < a.last && a.words[i].kind == text.Word && !a.inTime(i) {
			n++
		}
	}
	return first, last
}

// column is what the numbers of a table's column count, "" for none.
type column string

// columns reads the heads of a table's columns: those that name a measure
// ("Killed", "Injured"). Its row has no date; nil for a row without such heads.
func (a *sentenceAnalysis) columns() []column {
	out := []column{""}
	named := false
	for i := a.first; i < a.last; i++ {
		w := &a.words[i]
		if w.low == "|" {
			out = append(out, "")
			continue
		}
		if m := w.lexeme.measure.name; m != "" && out[len(out)-1] == "" {
			out[len(out)-1], named = column(m), true
		}
	}
	if !named || len(out) < 2 {
		return nil
	}
	return out
}

// readRow finds out whether sentence i is the row of a chronology, or its heads, which tell nothing. heads are
// those of the table that is being read; it returns those for the next row.
func (d *documentAnalysis) readRow(i int, heads []column) []column {
	a := d.sentenceOf[i]
	if a.row = d.dateCell(a.sentence, a.timesFound) != nil; a.row {
		a.heads = heads
		return heads
	}
	if a.role != text.Body || len(a.timesFound) > 0 || !strings.Contains(d.doc.Text[a.Start:a.End], "|") {
		return nil
	}
	named := a.columns()
	if next := i + 1; named != nil || next < len(d.sentences) && d.sentenceOf[next] != nil && d.dateCell(d.sentences[next], d.sentenceOf[next].timesFound) != nil {
		d.sentenceOf[i] = nil
	}
	return named
}

// rowFigures returns the figures of a row by the heads of its table's columns.
func (a *sentenceAnalysis) rowFigures() []Figure {
	var out []Figure
	heads := a.heads
	if len(heads) == 0 {
		return nil
	}
	k, alone := 0, 0 // the column, and the words of its cell
	for i := a.first; i < a.last; i++ {
		w := &a.words[i]
		if w.low == "|" {
			k, alone = k+1, 0
			continue
		}
		alone++
		if k >= len(heads) || heads[k] == "" || alone > 1 || i+1 < a.last && a.words[i+1].low != "|" {
			continue
		}
		low, high, _, ok := a.v.number(a.words[i : i+1])
		if !ok || low == 0 || high == nil {
			continue
		}
		out = append(out, Figure{Measure: string(heads[k]), Population: "people", Low: low, High: high, Scope: ScopeEvent, Span: a.span(i, i+1)})
	}
	return out
}
