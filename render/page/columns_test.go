package page_test

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strings"
	"testing"
)

// A dataPart is a part of a page's data as a browser would read it: numbers,
// strings and lists of numbers by column.
type dataPart struct {
	meta    json.RawMessage
	names   []string // of columns, in order
	columns map[string]any
}

// unpack reads a part from its text in the page.
func unpack(t testing.TB, text string) dataPart {
	t.Helper()
	packed, plain := strings.CutPrefix(text, ":")
	raw, err := base64.StdEncoding.DecodeString(packed)
	if err != nil {
		t.Fatal(err)
	}
	if !plain {
		r, err := gzip.NewReader(bytes.NewReader(raw))
		if err != nil {
			t.Fatal(err)
		}
		if raw, err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	size := int(binary.LittleEndian.Uint32(raw))
	var head struct {
		Meta    json.RawMessage
		Columns []struct {
			Name, Type string
			Count      int
			Delta      bool
		}
	}
	if err := json.Unmarshal(raw[4:4+size], &head); err != nil {
		t.Fatal(err)
	}
	at, numbers, texts, names := 4+size, map[string][]float64{}, map[string][]byte{}, []string{}
	for _, c := range head.Columns {
		if at%8 != 0 {
			t.Fatalf("column %s starts at byte %d", c.Name, at)
		}
		width := map[string]int{"u8": 1, "u16": 2, "i32": 4, "f32": 4}[c.Type]
		b := raw[at : at+width*c.Count]
		at += (len(b) + 7) / 8 * 8
		list, last := make([]float64, c.Count), 0.0
		for i := range list {
			v := b[width*i:]
			switch c.Type {
			case "u8":
				list[i] = float64(v[0])
			case "u16":
				list[i] = float64(binary.LittleEndian.Uint16(v))
			case "i32":
				list[i] = float64(int32(binary.LittleEndian.Uint32(v)))
			case "f32":
				list[i] = float64(math.Float32frombits(binary.LittleEndian.Uint32(v)))
			}
			if c.Delta {
				list[i] += last
				last = list[i]
			}
		}
		numbers[c.Name], texts[c.Name] = list, b
		if !strings.Contains(c.Name, ".") {
			names = append(names, c.Name)
		}
	}
	if at != len(raw) {
		t.Fatalf("%d bytes of columns, and the part has %d", at, len(raw))
	}
	p := dataPart{meta: head.Meta, names: names, columns: map[string]any{}}
	for _, name := range names {
		p.columns[name] = numbers[name]
		if lengths, ok := numbers[name+".length"]; ok {
			distinct, rest := []string{}, string(texts[name])
			for _, n := range lengths {
				distinct, rest = append(distinct, rest[:int(n)]), rest[int(n):]
			}
			list := distinct
			if numbered, ok := numbers[name+".at"]; ok {
				list = nil
				for _, n := range numbered {
					list = append(list, distinct[int(n)])
				}
			}
			p.columns[name] = list
		}
		if counts, ok := numbers[name+".count"]; ok {
			lists, rest := [][]float64{}, numbers[name]
			for _, n := range counts {
				lists, rest = append(lists, rest[:int(n)]), rest[int(n):]
			}
			p.columns[name] = lists
		}
	}
	return p
}

// String writes a part for a person: a line for each value.
func (p dataPart) String() string {
	var b bytes.Buffer
	if string(p.meta) != "null" {
		json.Indent(&b, p.meta, "", " ")
		b.WriteByte('\n')
	}
	for _, name := range p.names {
		fmt.Fprintf(&b, "%s\n", name)
		switch list := p.columns[name].(type) {
		case []string:
			for i, s := range list {
				fmt.Fprintf(&b, "  %d %q\n", i, s)
			}
		case [][]float64:
			for i, l := range list {
				fmt.Fprintf(&b, "  %d %v\n", i, l)
			}
		default:
			fmt.Fprintf(&b, "  %v\n", list)
		}
	}
	return b.String()
}

// texts returns every string of a page's data.
func allText(t testing.TB, page string) string {
	t.Helper()
	var b strings.Builder
	for _, m := range dataElement.FindAllStringSubmatch(page, -1) {
		p := unpack(t, m[2])
		b.Write(p.meta)
		for _, name := range p.names {
			if list, ok := p.columns[name].([]string); ok {
				b.WriteString(strings.Join(list, "\n"))
			}
		}
	}
	return b.String()
}
