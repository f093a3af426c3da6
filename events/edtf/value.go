package edtf

// Kind says which of the four forms of ISO 8601-2 a Value has.
type Kind uint8

const (
	// Single is one date, season or date with a time: "2020-09-27", "2020-21".
	Single Kind = iota
	// Interval has a start and an end, either of which may be open or unknown: "2020-09-27/..".
	Interval
	// OneOf is a set of which one member is meant: "[1991,1993..1995]".
	OneOf
	// AllOf is a set of which every member is meant: "{1991,1993..1995}".
	AllOf
)

// Value is one EDTF expression of level 0, 1 or 2. The zero Value is no date:
// it prints as "" and its bounds are open. A Value is never changed once made.
type Value struct {
	kind  Kind
	items []item
}

// item is a date, or, in a set, a range of dates. Single has one item and
// Interval two, neither of them a range.
type item struct {
	from, to date
	dots     bool // ".." stands between from and to, of which one may be empty
}

// part is a component of a date: its digits as written, X for an unspecified
// one, and the qualifiers left and right of it (0, '?', '~' or '%').
type part struct {
	digits      string
	left, right byte
}

// date is what stands on one side of a slash, a comma or two dots.
type date struct {
	end         byte // 0 a date, '.' open, '/' unknown (nothing was written)
	neg         bool // a minus sign before the year
	long        bool // written with Y
	exp         int  // 17 of Y17E8 is year, 8 is exp; -1 without E
	sig         int  // significant digits of the year, 0 when not stated
	year        part
	month, day  part   // digits "" when absent; month may hold a season, 21 to 41
	clock, zone string // "T12:50:00" and "Z", "+05" or "-05:00"; "" when absent
}

// Kind returns the form of v.
func (v Value) Kind() Kind { return v.kind }

// IsZero reports whether v is the zero Value, which no text parses to.
func (v Value) IsZero() bool { return len(v.items) == 0 }

// Approximate reports whether any part of v is marked with ~ or %.
func (v Value) Approximate() bool { return v.qualified('~') }

// Uncertain reports whether any part of v is marked with ? or %.
func (v Value) Uncertain() bool { return v.qualified('?') }

func (v Value) qualified(q byte) bool {
	has := func(p part) bool { return p.left == q || p.right == q || p.left == '%' || p.right == '%' }
	for _, it := range v.items {
		for _, d := range [2]date{it.from, it.to} {
			if has(d.year) || has(d.month) || has(d.day) {
				return true
			}
		}
	}
	return false
}

// Ends returns the start and the end of an Interval as values of their own;
// an open or unknown end is the zero Value. ok is false for other kinds.
func (v Value) Ends() (start, end Value, ok bool) {
	if v.kind != Interval {
		return Value{}, Value{}, false
	}
	one := func(d date) Value {
		if d.end != 0 {
			return Value{}
		}
		return Value{items: []item{{from: d}}}
	}
	return one(v.items[0].from), one(v.items[1].from), true
}

// String returns the value as ISO 8601-2 writes it; Parse reads it back.
func (v Value) String() string {
	if len(v.items) == 0 {
		return ""
	}
	var b []byte
	switch v.kind {
	case Single:
		b = v.items[0].from.append(b)
	case Interval:
		b = v.items[0].from.append(b)
		b = append(b, '/')
		b = v.items[1].from.append(b)
	default:
		open, close := byte('['), byte(']')
		if v.kind == AllOf {
			open, close = '{', '}'
		}
		b = append(b, open)
		for i, it := range v.items {
			if i > 0 {
				b = append(b, ',')
			}
			b = it.from.append(b)
			if it.dots {
				b = append(b, ".."...)
				b = it.to.append(b)
			}
		}
		b = append(b, close)
	}
	return string(b)
}

// MarshalText returns what String returns.
func (v Value) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

// UnmarshalText reads what Parse reads; an empty text is the zero Value.
func (v *Value) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*v = Value{}
		return nil
	}
	parsed, err := Parse(string(b))
	if err == nil {
		*v = parsed
	}
	return err
}

func (d date) append(b []byte) []byte {
	switch d.end {
	case '.':
		return append(b, ".."...)
	case '/':
		return b
	}
	if d.year.left != 0 {
		b = append(b, d.year.left)
	}
	if d.long {
		b = append(b, 'Y')
	}
	if d.neg {
		b = append(b, '-')
	}
	b = append(b, d.year.digits...)
	if d.exp >= 0 {
		b = append(b, 'E')
		b = appendInt(b, d.exp)
	}
	if d.sig > 0 {
		b = append(b, 'S')
		b = appendInt(b, d.sig)
	}
	if d.year.right != 0 {
		b = append(b, d.year.right)
	}
	for _, p := range [2]part{d.month, d.day} {
		if p.digits == "" {
			break
		}
		b = append(b, '-')
		if p.left != 0 {
			b = append(b, p.left)
		}
		b = append(b, p.digits...)
		if p.right != 0 {
			b = append(b, p.right)
		}
	}
	b = append(b, d.clock...)
	return append(b, d.zone...)
}

func appendInt(b []byte, n int) []byte {
	if n >= 10 {
		b = appendInt(b, n/10)
	}
	return append(b, byte('0'+n%10))
}
