package data

import (
	_ "embed"
	"errors"
	"math"
	"strings"
)

// The table of GeoNames places is searched as it is embedded: nothing of it is
// parsed or copied when the program starts. All numbers are little endian.
//
//	"DLPLACE1", uint32 number of places, eight uint32 section lengths, then
//	symbols    4096 x 13 bytes: length, text; what the names are coded in
//	admin      lines "CC.code\tname\n", sorted; "CC.\t\n" where the area is unknown
//	records    9 bytes a place: 21 bits (latitude+90)*10^4, 22 bits (longitude+180)*10^4,
//	           3 bits class, 13 bits line of admin, 10+3 bits population as mantissa and power of ten
//	groups     for every 16 places: uint32 offset into names, uint32 GeoNames id of the first
//	names      a place: uvarint bytes of code, varint id minus the id before, code: pairs of 12-bit
//	           symbols in three bytes, an odd last one in two. Decoded: the names, of which each but the
//	           first begins with a byte below 0x20, one more than the bytes it shares with the one before
//	directory  2^16+1 uint32: the first entry of each value of a hash's top 16 bits
//	entries    uint32: 14 bits, the next of the hash, above 18 bits, the place
//	prefixes   2^20 bits, a Bloom filter of the proper prefixes, in words, of all names
//
//go:embed places/geonames.bin
var placesTable string

const (
	tableMagic   = "DLPLACE1"
	tableSymbols = 4096
	symbolWidth  = 13
	recordWidth  = 9
	groupPlaces  = 16
	groupWidth   = 8
	placeBits    = 18
	bucketBits   = 16
	bloomBits    = 20
)

// PlaceClass says what sort of place a record is.
type PlaceClass uint8

// The classes, in the order of the table; those after Area are of the text files.
const (
	Capital      PlaceClass = iota // of a country
	AreaSeat                       // of a first-level area
	DistrictSeat                   // of a second-level area
	LocalSeat                      // of a lower one
	Town                           // any other populated place
	Section                        // part of a town
	Area                           // first-level area: province, state, governorate
	Feature                        // sea, mountains, river, named site
	Region                         // region that is no first-level area, within or across countries
	Country                        // country or dependent territory
)

var errTable = errors.New("data: places/geonames.bin is damaged: make it again with internal/placesgen")

// placeTable holds the sections of the embedded table.
type placeTable struct {
	n                                                                    int
	symbols, admin, records, groups, names, directory, entries, prefixes string
	lines                                                                []uint32 // start of every line of admin
}

func tableUint32(s string, i int) uint32 {
	_ = s[i+3]
	return uint32(s[i]) | uint32(s[i+1])<<8 | uint32(s[i+2])<<16 | uint32(s[i+3])<<24
}

// openTable checks the lengths that every later access relies on.
func openTable(s string) (*placeTable, error) {
	const header = len(tableMagic) + 4 + 8*4
	if len(s) < header || s[:len(tableMagic)] != tableMagic {
		return nil, errTable
	}
	t := &placeTable{n: int(tableUint32(s, len(tableMagic)))}
	rest := s[header:]
	for i, section := range []*string{&t.symbols, &t.admin, &t.records, &t.groups, &t.names, &t.directory, &t.entries, &t.prefixes} {
		n := tableUint32(s, len(tableMagic)+4+4*i)
		if uint64(n) > uint64(len(rest)) {
			return nil, errTable
		}
		*section, rest = rest[:n], rest[n:]
	}
	switch {
	case t.n >= 1<<placeBits, len(t.symbols) != tableSymbols*symbolWidth, len(t.records) != t.n*recordWidth,
		len(t.groups) != (t.n+groupPlaces-1)/groupPlaces*groupWidth, len(t.directory) != (1<<bucketBits+1)*4,
		len(t.prefixes) != 1<<bloomBits/8, int(tableUint32(t.directory, len(t.directory)-4))*4 != len(t.entries):
		return nil, errTable
	}
	t.lines = make([]uint32, 0, 4200)
	for at := 0; at < len(t.admin); {
		end := strings.IndexByte(t.admin[at:], '\n')
		if end < 3 {
			return nil, errTable
		}
		t.lines = append(t.lines, uint32(at))
		at += end + 1
	}
	return t, nil
}

// placeRecord is the part of a place that is read without decoding its names.
type placeRecord struct {
	lat, lon   float64
	class      PlaceClass
	admin      int // line of placeTable.admin
	population int64
}

func (t *placeTable) record(i int) placeRecord {
	s := t.records[i*recordWidth : i*recordWidth+recordWidth]
	low := uint64(tableUint32(s, 0)) | uint64(tableUint32(s, 4))<<32
	population := low>>59 | uint64(s[8])<<5
	r := placeRecord{
		lat:        math.Round(float64(low&(1<<21-1))-90e4) / 1e4,
		lon:        math.Round(float64(low>>21&(1<<22-1))-180e4) / 1e4,
		class:      PlaceClass(low >> 43 & 7),
		admin:      int(low >> 46 & (1<<13 - 1)),
		population: int64(population & (1<<10 - 1)),
	}
	for range population >> 10 {
		r.population *= 10
	}
	return r
}

// adminLine returns code and name of a first-level area ("AZ.20", "Ganja"); name is "" where that is not known.
func (t *placeTable) adminLine(i int) (code, name string) {
	if i >= len(t.lines) {
		return "", ""
	}
	line := t.admin[t.lines[i]:]
	if end := strings.IndexByte(line, '\n'); end >= 0 {
		line = line[:end]
	}
	code, name, _ = strings.Cut(line, "\t")
	return code, name
}

// hasPrefix reports whether some name begins with these words and goes on; it
// may err on the side of yes.
func (t *placeTable) hasPrefix(hash uint64) bool {
	a, b := hash>>(64-bloomBits), hash>>8&(1<<bloomBits-1)
	return t.prefixes[a/8]>>(a%8)&1 != 0 && t.prefixes[b/8]>>(b%8)&1 != 0
}

// appendHits appends the places that may bear the name of that hash: one in
// about two thousand absent names hits a place that does not.
func (t *placeTable) appendHits(dst []PlaceRef, hash uint64) []PlaceRef {
	bucket := int(hash >> (64 - bucketBits) * 4)
	i, end := int(tableUint32(t.directory, bucket))*4, int(tableUint32(t.directory, bucket+4))*4
	want := uint32(hash>>(64-bucketBits-(32-placeBits))) & (1<<(32-placeBits) - 1)
	if i > end || end > len(t.entries) {
		return dst
	}
	for ; i < end; i += 4 {
		if e := tableUint32(t.entries, i); e>>placeBits == want {
			if place := e & (1<<placeBits - 1); int(place) < t.n {
				dst = append(dst, PlaceRef(place))
			}
		}
	}
	return dst
}

// decode appends to dst the packed names of place i and returns them with its id.
func (t *placeTable) decode(dst []byte, i int) ([]byte, int64) {
	g := i / groupPlaces * groupWidth
	at, id := int(tableUint32(t.groups, g)), int64(tableUint32(t.groups, g+4))
	for j := i / groupPlaces * groupPlaces; ; j++ {
		n, w := tableUvarint(t.names, at)
		d, w2 := tableUvarint(t.names, at+w)
		at += w + w2
		id += int64(d>>1) ^ -int64(d&1)
		if n > uint64(len(t.names)) || at+int(n) > len(t.names) {
			return dst, id
		}
		if j < i {
			at += int(n)
			continue
		}
		code := t.names[at : at+int(n)]
		for len(code) >= 2 {
			dst = t.appendSymbol(dst, int(code[0])|int(code[1]&0xf)<<8)
			if len(code) == 2 {
				break
			}
			dst = t.appendSymbol(dst, int(code[1])>>4|int(code[2])<<4)
			code = code[3:]
		}
		return dst, id
	}
}

func (t *placeTable) appendSymbol(dst []byte, c int) []byte {
	s := t.symbols[c*symbolWidth : c*symbolWidth+symbolWidth]
	return append(dst, s[1:1+min(int(s[0]), symbolWidth-1)]...)
}

// nameCursor walks over the packed names of a place.
type nameCursor struct {
	packed []byte // what is left
	name   []byte // the current name, valid until the next call of next
	begun  bool
}

// next steps to the next name and reports whether there is one.
func (c *nameCursor) next() bool {
	if len(c.packed) == 0 {
		return false
	}
	if c.begun {
		shared := int(c.packed[0]) - 1
		c.name, c.packed = c.name[:max(0, min(shared, len(c.name)))], c.packed[1:]
	}
	c.begun = true
	end := 0
	for end < len(c.packed) && c.packed[end] >= 0x20 {
		end++
	}
	c.name = append(c.name, c.packed[:end]...)
	c.packed = c.packed[end:]
	return true
}

// tableUvarint reads a varint of s at i; it returns 0, 0 at the end of s.
func tableUvarint(s string, i int) (x uint64, n int) {
	for ; i+n < len(s) && n < 9; n++ {
		x |= uint64(s[i+n]&0x7f) << (7 * n)
		if s[i+n] < 0x80 {
			return x, n + 1
		}
	}
	return x, n
}
