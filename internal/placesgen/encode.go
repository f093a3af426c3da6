package main

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/data"
)

const (
	bucketBits = 16
	placeBits  = 18 // the other 14 bits of an entry are the name's fingerprint
	bloomBits  = 20
	groupSize  = 16 // places to an entry of the group table
)

// encode writes the table, whose layout data/places_table.go describes.
func encode(places []place, a *admins) (table []byte, sizes string, err error) {
	if len(places) >= 1<<placeBits {
		return nil, "", fmt.Errorf("%d places do not fit %d bits", len(places), placeBits)
	}
	texts := make([][]byte, len(places))
	for i, p := range places {
		texts[i] = packNames(p)
	}
	s := train(texts)
	var syms, groups, names []byte
	for _, x := range s.list {
		syms = append(append(append(syms, byte(len(x))), x...), make([]byte, symbolBytes-len(x))...)
	}
	last := 0
	for i, t := range texts {
		if i%groupSize == 0 {
			last = places[i].id
			groups = binary.LittleEndian.AppendUint32(groups, uint32(len(names)))
			groups = binary.LittleEndian.AppendUint32(groups, uint32(last))
		}
		coded := s.encode(nil, t)
		names = binary.AppendUvarint(names, uint64(len(coded)))
		names = binary.AppendVarint(names, int64(places[i].id-last))
		names = append(names, coded...)
		last = places[i].id
	}
	countries := a.withCountries(places)
	directory, entries, prefixes := index(places)
	sections := []struct {
		name string
		data []byte
	}{
		{"symbols", syms}, {"admin", []byte(strings.Join(countries, ""))}, {"records", records(places, countries)},
		{"groups", groups}, {"names", names}, {"directory", directory}, {"entries", entries}, {"prefixes", prefixes},
	}
	table = []byte("DLPLACE1")
	table = binary.LittleEndian.AppendUint32(table, uint32(len(places)))
	for _, s := range sections {
		table = binary.LittleEndian.AppendUint32(table, uint32(len(s.data)))
		sizes += fmt.Sprintf("%-10s %9d\n", s.name, len(s.data))
	}
	for _, s := range sections {
		table = append(table, s.data...)
	}
	sizes += fmt.Sprintf("%-10s %9d (%d places)\n", "all", len(table), len(places))
	return table, sizes, nil
}

// packNames joins a place's names; each but the first begins with a byte
// below 0x20 that says how many bytes it shares with the one before, plus one.
// An area's code is its last name.
func packNames(p place) []byte {
	names := p.names
	if p.code != "" {
		names = append(slices.Clone(names), p.code)
	}
	out := []byte(names[0])
	for i, n := range names[1:] {
		shared, before := 0, names[i]
		for shared < min(len(n), len(before), 0x1e) && n[shared] == before[shared] {
			shared++
		}
		out = append(out, byte(1+shared))
		out = append(out, n[shared:]...)
	}
	return out
}

// withCountries returns the sorted lines "CC.code\tname\n", with "CC.\t\n" for
// the places of a country whose area is not known.
func (a *admins) withCountries(places []place) []string {
	var lines []string
	for code, name := range a.first {
		lines = append(lines, code+"\t"+name+"\n")
	}
	for _, p := range places {
		if a.first[p.country+"."+p.admin1] == "" {
			lines = append(lines, p.country+".\t\n")
		}
	}
	slices.Sort(lines)
	return slices.Compact(lines)
}

// records packs each place into nine bytes.
func records(places []place, admins []string) []byte {
	var b []byte
	for _, p := range places {
		find := func(code string) (int, bool) {
			return slices.BinarySearchFunc(admins, code+"\t", func(line, code string) int {
				return strings.Compare(line[:min(len(line), len(code))], code)
			})
		}
		admin, ok := find(p.country + "." + p.admin1)
		if !ok {
			admin, _ = find(p.country + ".")
		}
		lat := uint64(math.Round((p.lat + 90) * 1e4))
		lon := uint64(math.Round((p.lon + 180) * 1e4))
		population := packPopulation(p.population)
		b = binary.LittleEndian.AppendUint64(b, lat|lon<<21|uint64(p.class)<<43|uint64(admin)<<46|population<<59)
		b = append(b, byte(population>>5))
	}
	return b
}

// packPopulation keeps three significant digits: ten bits of mantissa below
// three of a power of ten.
func packPopulation(n int) uint64 {
	exponent := 0
	for n > 1023 {
		n = (n + 5) / 10
		exponent++
	}
	return uint64(n) | uint64(exponent)<<10
}

// index hashes every name of every place.
func index(places []place) (directory, entries, prefixes []byte) {
	type entry struct {
		hash  uint64
		place int
	}
	var all []entry
	prefixes = make([]byte, 1<<bloomBits/8)
	for i, p := range places {
		for _, n := range p.names {
			k := fold(n)
			all = append(all, entry{data.PlaceHash([]byte(k)), i})
			for j := range len(k) {
				if k[j] != ' ' {
					continue
				}
				h := data.PlaceHash([]byte(k[:j]))
				for _, bit := range []uint64{h >> (64 - bloomBits), h >> 8 & (1<<bloomBits - 1)} {
					prefixes[bit/8] |= 1 << (bit % 8)
				}
			}
		}
	}
	slices.SortFunc(all, func(a, b entry) int { return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.place, b.place)) })
	all = slices.Compact(all)
	counts := make([]uint32, 1<<bucketBits+1)
	for _, e := range all {
		counts[e.hash>>(64-bucketBits)+1]++
		fingerprint := uint32(e.hash>>(64-bucketBits-(32-placeBits))) & (1<<(32-placeBits) - 1)
		entries = binary.LittleEndian.AppendUint32(entries, fingerprint<<placeBits|uint32(e.place))
	}
	sum := uint32(0)
	for _, c := range counts {
		sum += c
		directory = binary.LittleEndian.AppendUint32(directory, sum)
	}
	return directory, entries, prefixes
}
