package data

// PlaceHash is the hash that the table of names is built on and searched by.
// It is stable: a change of it needs a new geonames.bin.
func PlaceHash(folded []byte) uint64 {
	const k0, k1 = 0x9e3779b97f4a7c15, 0xd6e8feb86659fd93
	h := uint64(len(folded)) * k0
	for len(folded) >= 8 {
		w := uint64(folded[0]) | uint64(folded[1])<<8 | uint64(folded[2])<<16 | uint64(folded[3])<<24 |
			uint64(folded[4])<<32 | uint64(folded[5])<<40 | uint64(folded[6])<<48 | uint64(folded[7])<<56
		h = (h ^ w) * k1
		h ^= h >> 32
		folded = folded[8:]
	}
	var w uint64
	for i, c := range folded {
		w |= uint64(c) << (8 * i)
	}
	h = (h ^ w) * k1
	h ^= h >> 32
	h *= k0
	return h ^ h>>29
}
