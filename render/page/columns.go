package page

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"math"
)

// columns is a part of the page's data: named columns of numbers, strings and
// lists, each a run of bytes that the browser reads in place, without parsing.
// What is not looked at costs it nothing but those bytes.
//
// Its form is the length of a JSON head, the head padded with spaces, and the
// columns, little-endian, each padded to 8 bytes; open.js reads it.
type columns struct {
	head struct {
		Meta    any      `json:"meta"` // anything small that goes with the columns
		Columns []column `json:"columns"`
	}
	body bytes.Buffer
}

type column struct {
	Name  string `json:"name"`
	Type  string `json:"type"` // u8, u16, i32 or f32
	Count int    `json:"count"`
	Delta bool   `json:"delta,omitempty"` // each number is told as its difference from the one before
}

// none stands for a number that is not known.
const none = math.MinInt32

// ints adds a column of numbers that 32 bits hold, as narrow as they allow.
func (c *columns) ints(name string, list []int) {
	lo, hi, least, most, last := 0, 0, 0, 0, 0
	for _, n := range list {
		lo, hi = min(lo, n), max(hi, n)
		least, most = min(least, n-last), max(most, n-last)
		last = n
	}
	kind := width(lo, hi)
	if d := width(least, most); bytesOf(d) < bytesOf(kind) {
		c.add(name, d, len(list), true)
		last = 0
		for _, n := range list {
			c.number(d, n-last)
			last = n
		}
	} else {
		c.add(name, kind, len(list), false)
		for _, n := range list {
			c.number(kind, n)
		}
	}
	c.pad()
}

// width returns the narrowest type that holds numbers from lo to hi.
func width(lo, hi int) string {
	switch {
	case lo >= 0 && hi <= math.MaxUint8:
		return "u8"
	case lo >= 0 && hi <= math.MaxUint16:
		return "u16"
	}
	return "i32"
}

func bytesOf(kind string) int { return map[string]int{"u8": 1, "u16": 2, "i32": 4}[kind] }

func (c *columns) number(kind string, n int) {
	switch kind {
	case "u8":
		c.body.WriteByte(byte(n))
	case "u16":
		c.body.Write(binary.LittleEndian.AppendUint16(c.body.AvailableBuffer(), uint16(n)))
	default:
		c.body.Write(binary.LittleEndian.AppendUint32(c.body.AvailableBuffer(), uint32(int32(n))))
	}
}

// floats adds a column of numbers with a fraction. One that is none or
// infinite is told as 0.
func (c *columns) floats(name string, list []float64) {
	c.add(name, "f32", len(list), false)
	for _, x := range list {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			x = 0
		}
		c.body.Write(binary.LittleEndian.AppendUint32(c.body.AvailableBuffer(), math.Float32bits(float32(x))))
	}
	c.pad()
}

// strings adds a column of strings, each distinct one once where many are the same.
func (c *columns) strings(name string, list []string) {
	distinct := newNames()
	at := make([]int, len(list))
	for i, s := range list {
		at[i] = distinct.number(s)
	}
	if len(distinct.list)*2 <= len(list) {
		c.ints(name+".at", at)
		list = distinct.list
	}
	lengths, n := make([]int, len(list)), 0
	for i, s := range list {
		lengths[i] = len(s)
		n += len(s)
	}
	c.ints(name+".length", lengths)
	c.add(name, "u8", n, false)
	for _, s := range list {
		c.body.WriteString(s)
	}
	c.pad()
}

// lists adds a column of lists of numbers.
func (c *columns) lists(name string, list [][]int) {
	var all []int
	counts := make([]int, len(list))
	for i, l := range list {
		counts[i] = len(l)
		all = append(all, l...)
	}
	c.ints(name+".count", counts)
	c.ints(name, all)
}

// objects adds a column of JSON texts, "" for an object without anything in it,
// that the browser parses one at a time.
func objects[T any](c *columns, name string, list []T, empty func(T) bool) error {
	texts := make([]string, len(list))
	for i, x := range list {
		if empty(x) {
			continue
		}
		b, err := json.Marshal(x)
		if err != nil {
			return err
		}
		texts[i] = string(b)
	}
	c.strings(name, texts)
	return nil
}

func (c *columns) add(name, kind string, count int, delta bool) {
	c.head.Columns = append(c.head.Columns, column{name, kind, count, delta})
}

func (c *columns) pad() {
	for c.body.Len()%8 != 0 {
		c.body.WriteByte(0)
	}
}

// start returns what stands before the body.
func (c *columns) start() ([]byte, error) {
	head, err := json.Marshal(&c.head)
	if err != nil {
		return nil, err
	}
	for len(head)%8 != 4 {
		head = append(head, ' ')
	}
	return append(binary.LittleEndian.AppendUint32(nil, uint32(len(head))), head...), nil
}
