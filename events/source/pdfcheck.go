package source

import (
	"bytes"
	"fmt"
	"strconv"
)

// checkPDF refuses a file whose numbers would make a reader allocate more
// memory than any such file needs: a program that runs out of memory cannot
// recover. It looks at the entries that say how large tables and rows are, in
// dictionaries and in cross-reference tables: ISO 32000-1, 7.5.4 and 7.5.8.
func checkPDF(data []byte) error {
	most := max(1_000_000, len(data)/4) // objects; the smallest takes some bytes
	const widest = 1 << 20              // of a row of a picture, or an entry of a table
	for at := 0; ; {
		i := bytes.IndexByte(data[at:], '/')
		if i < 0 {
			break
		}
		at += i + 1
		key, rest := pdfName(data[at:])
		limit := 0
		switch key {
		case "Size", "Index":
			limit = most
		case "Columns", "W":
			limit = widest
		default:
			continue
		}
		for n := range pdfNumbers(rest) {
			if n > limit {
				return fmt.Errorf("the file is damaged: /%s of %d", key, n)
			}
		}
	}
	for at := 0; ; {
		i := bytes.Index(data[at:], []byte("xref"))
		if i < 0 {
			return nil
		}
		at += i + len("xref")
		end := bytes.Index(data[at:], []byte("trailer"))
		if end < 0 || at-5 >= 0 && data[at-5] == 't' { // "startxref"
			continue
		}
		if err := checkTable(data[at:at+end], most); err != nil {
			return err
		}
		at += end
	}
}

// checkTable checks the subsections of a cross-reference table: "first count",
// and then three words for each object.
func checkTable(table []byte, most int) error {
	skip := 0
	var first int
	words := 0
	for word := range bytes.FieldsSeq(table) {
		if skip > 0 {
			skip--
			continue
		}
		n, err := strconv.Atoi(string(word[:min(len(word), 20)]))
		if err != nil || n < 0 || n > most {
			return fmt.Errorf("the file is damaged: %q in its table of objects", clip(string(word)))
		}
		if words++; words%2 == 1 {
			first = n
		} else if first+n > most {
			return fmt.Errorf("the file is damaged: %d objects in its table", first+n)
		} else {
			skip = 3 * n
		}
	}
	return nil
}

// pdfName reads the name that data begins with, escapes decoded, and returns
// what follows. Only short names are of interest.
func pdfName(data []byte) (name string, rest []byte) {
	var b [8]byte
	n, i := 0, 0
	for i < len(data) && n < len(b) {
		c := data[i]
		if c == '#' && i+2 < len(data) {
			if v, err := strconv.ParseUint(string(data[i+1:i+3]), 16, 8); err == nil {
				c = byte(v)
				i += 2
			}
		} else if bytes.IndexByte([]byte(" \t\r\n\f\x00/<>[](){}%"), c) >= 0 {
			break
		}
		b[n] = c
		n++
		i++
	}
	return string(b[:n]), data[i:]
}

// pdfNumbers yields the first whole numbers of data, inside an array or not.
func pdfNumbers(data []byte) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		const reach = 256
		n, digits := 0, 0
		for _, c := range data[:min(len(data), reach)] {
			switch {
			case '0' <= c && c <= '9':
				if n < 1<<40 {
					n = n*10 + int(c-'0')
				}
				digits++
			case c == '[' || c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == 0 || c == '+':
				if digits > 0 && !yield(n) {
					return
				}
				n, digits = 0, 0
			default:
				if digits > 0 {
					yield(n)
				}
				return
			}
		}
		if digits > 0 {
			yield(n)
		}
	}
}
