package export

import (
	"io"
	"math"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/dateline-project/dateline/graph"
)

// What a sheet and a cell can hold (Excel specifications and limits).
const (
	sheetRows = 1 << 20
	cellUnits = 32767 // UTF-16 units of one cell
)

// XLSX writes the seven tables as sheets of a workbook: the first row stands
// still and has filters, a number is a number, and everything else is text,
// which no program runs as a formula. A date is text too, since a workbook's
// own dates begin in 1900 and know no month without a day.
func XLSX(w io.Writer, g *graph.Graph, opt Options) ([]Left, error) {
	x := newIndex(g, opt)
	var t tally
	a := newArchive(w)
	all := tables(x, opt)
	// What was made, and how to read it, is what a reader sees first.
	sheets := append([]table{all[len(all)-1]}, all[:len(all)-1]...)
	a.text("[Content_Types].xml", xlsxTypes(len(sheets)))
	a.text("_rels/.rels", xmlHead+`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`)
	a.part("xl/workbook.xml", func(p *printer) { xlsxBook(p, sheets) })
	a.part("xl/_rels/workbook.xml.rels", func(p *printer) {
		p.print(xmlHead, `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
		for i := range sheets {
			n := strconv.Itoa(i + 1)
			p.print(`<Relationship Id="rId`, n, `" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet`, n, `.xml"/>`)
		}
		p.print(`<Relationship Id="rId`, strconv.Itoa(len(sheets)+1), `" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`)
	})
	a.text("xl/styles.xml", xlsxStyles)
	for i := range sheets {
		a.part("xl/worksheets/sheet"+strconv.Itoa(i+1)+".xml", func(p *printer) { xlsxSheet(p, &sheets[i], &t) })
	}
	return t.left, a.close()
}

func xlsxTypes(sheets int) string {
	var b strings.Builder
	b.WriteString(xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`)
	b.WriteString(`<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>`)
	for i := range sheets {
		b.WriteString(`<Override PartName="/xl/worksheets/sheet` + strconv.Itoa(i+1) + `.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`)
	}
	return b.String() + `</Types>`
}

// xlsxStyles has three formats of a cell: as it comes, a bold heading, and
// text that is shown from the top of a cell and wrapped.
const xlsxStyles = xmlHead + `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="10"/><name val="Calibri"/></font><font><b/><sz val="10"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

func xlsxBook(p *printer, sheets []table) {
	p.print(xmlHead, `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>`)
	for i, t := range sheets {
		n := strconv.Itoa(i + 1)
		p.print(`<sheet name="`, t.name, `" sheetId="`, n, `" r:id="rId`, n, `"/>`)
	}
	p.print(`</sheets></workbook>`)
}

func xlsxSheet(p *printer, t *table, left *tally) {
	p.print(xmlHead, `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>`)
	for i := range t.columns {
		n := strconv.Itoa(i + 1)
		p.print(`<col min="`, n, `" max="`, n, `" width="`, strconv.Itoa(t.width(i)), `" customWidth="1"/>`)
	}
	p.print(`</cols><sheetData><row>`)
	for i := range t.columns {
		p.print(`<c s="1" t="inlineStr"><is><t>`, t.columns[i].name, `</t></is></c>`)
	}
	p.print("</row>")
	rows := 1
	for cells := range t.rows {
		if rows++; rows > sheetRows {
			left.leave("rows of the table " + t.name + " beyond the " + strconv.Itoa(sheetRows-1) + " that a sheet holds; csv and sqlite hold all")
			continue
		}
		p.print("\n<row", t.height(cells), ">")
		for i, cell := range cells {
			xlsxCell(p, t, i, cell, left)
		}
		p.print("</row>")
	}
	p.print(`</sheetData><autoFilter ref="A1:`, columnName(len(t.columns)), strconv.Itoa(min(rows, sheetRows)),
		`"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`) // printed on A4, all columns on one page
}

// width is that of a column in characters, by what it holds.
func (t *table) width(i int) int {
	switch c := &t.columns[i]; {
	case t.name == "readme" && c.name == "key":
		return 48
	case c.name == "quote" || c.name == "citation" || t.name == "readme":
		return 90
	case c.name == "title" || c.name == "documents" || c.name == "date_basis" || c.name == "basis":
		return 40
	case c.sort == integer || c.sort == number || c.sort == boolean:
		return max(9, len(c.name)+2)
	default:
		return max(16, len(c.name)+2)
	}
}

// height is that of a row whose text is wrapped, as an attribute: a program
// that opens the file need not measure it. Only the readme is for reading on;
// in the other tables a row is a line.
func (t *table) height(cells []string) string {
	if t.name != "readme" {
		return ""
	}
	lines := 1
	for i, cell := range cells {
		lines = max(lines, 1+utf8.RuneCountInString(cell)/t.width(i))
	}
	if lines == 1 {
		return ""
	}
	return ` ht="` + strconv.Itoa(13*min(lines, 30)) + `" customHeight="1"`
}

func xlsxCell(p *printer, t *table, i int, cell string, left *tally) {
	if cell == "" {
		p.print("<c/>") // a cell without an address stands where it comes
		return
	}
	switch t.columns[i].sort {
	case integer, number:
		if f, err := strconv.ParseFloat(cell, 64); err == nil && !math.IsInf(f, 0) && !math.IsNaN(f) {
			p.print("<c><v>", cell, "</v></c>")
			return
		}
	case boolean:
		v := "0"
		if cell == "true" {
			v = "1"
		}
		p.print(`<c t="b"><v>`, v, "</v></c>")
		return
	}
	if long := shorten(cell, cellUnits); len(long) < len(cell) {
		left.leave("texts of the table " + t.name + " beyond the 32,767 characters that a cell holds, cut there; csv and sqlite hold all")
		cell = long
	}
	style := ""
	if t.name == "readme" {
		style = ` s="2"`
	}
	p.print("<c", style, ` t="inlineStr"><is><t xml:space="preserve">`)
	p.xml(escapedOnce(cell))
	p.print("</t></is></c>")
}

// shorten returns as many whole characters of s as have no more than that many
// UTF-16 units.
func shorten(s string, units int) string {
	if len(s) <= units {
		return s
	}
	n := 0
	for i, r := range s {
		if n += max(1, utf16.RuneLen(r)); n > units {
			return s[:i]
		}
	}
	return s
}

// escapedOnce keeps a text that looks like an escape of the format, _x000D_,
// from being read as the character it names (ECMA-376, 22.9.2.19).
func escapedOnce(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		if strings.HasPrefix(s[i:], "_x") && len(s) >= i+7 && s[i+6] == '_' && isHex(s[i+2:i+6]) {
			b.WriteString("_x005F_x")
			i += 2
			continue
		}
		_, n := utf8.DecodeRuneInString(s[i:])
		b.WriteString(s[i : i+n])
		i += n
	}
	return b.String()
}

func isHex(s string) bool {
	_, err := strconv.ParseUint(s, 16, 64)
	return err == nil
}

// columnName is the name of column n, from 1: A, B, ... Z, AA.
func columnName(n int) string {
	s := ""
	for ; n > 0; n = (n - 1) / 26 {
		s = string(rune('A'+(n-1)%26)) + s
	}
	return s
}
