package graph

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/dateline-project/dateline/events/edtf"
)

const (
	// copyShare is the share of the later text's shingles that the earlier one
	// holds from which it is a copy: about two in three words kept in place.
	copyShare = 0.3
	// sameShare is the share from which two texts of one outlet are one text put
	// out twice, not an update.
	sameShare = 0.97
	// ownText is how much of another outlet's text an outlet's own earlier text
	// may hold less, for the later one to be an update of its own.
	ownText = 0.9
	// minShared is the least number of shared shingles: a shared dateline or a
	// name and title do not make a copy.
	minShared = 8
	// noteShingles is up to how many shingles a text is a note of one sentence:
	// many are written in one form, and only the same words are a copy.
	noteShingles = 20
	// bandLook is how many earlier texts of one band a text is compared with.
	bandLook = 12
)

// families finds the copies among the documents: it fills Family and CopyOf of
// each, and returns the families in the order of their first document's place
// in b.g.Documents, and the family of each document by index. A document's
// origin is the text before it, in order of publication and then of id, that
// holds most of it. A text by the same outlet that changes its own earlier one
// is a revision: it starts a family of its own, and Revises names the earlier.
func (b *builder) families(ctx context.Context) ([]Family, []int32, error) {
	docs := b.g.Documents
	order := publicationOrder(docs)
	sets := make([][]uint64, len(docs)) // by order
	if err := parallelWith(ctx, b.opt.Workers, len(docs), 16, func(r *shingler, k int) {
		d := &docs[order[k]]
		sets[k] = r.shingles(d.Text, d.Blocks)
	}); err != nil {
		return nil, nil, err
	}
	codes, err := b.likePairs(ctx, sets)
	if err != nil {
		return nil, nil, err
	}
	shares := make([]float64, len(codes))
	if err := parallelWith(ctx, b.opt.Workers, len(codes), 16, func(r *nameReader, c int) {
		later, earlier := codes[c]>>32, uint32(codes[c])
		shares[c] = r.copied(&docs[order[later]], &docs[order[earlier]], sets[later], sets[earlier])
	}); err != nil {
		return nil, nil, err
	}
	b.order = order
	origin := origins(docs, order, codes, shares)
	b.markCopies(origin)
	return b.nameFamilies(order, origin)
}

// publicationOrder returns the places of documents in order of publication and then of id.
func publicationOrder(docs []Document) []int32 {
	order, published := make([]int32, len(docs)), make([]int32, len(docs))
	for i := range docs {
		order[i], published[i] = int32(i), publicationDay(docs[i].Published, never)
	}
	slices.SortFunc(order, func(x, y int32) int {
		return cmp.Or(cmp.Compare(published[x], published[y]), cmp.Compare(x, y))
	})
	return order
}

// copied returns what share of a text, of its shingles, stands in an earlier one,
// negative where it is an update of that by the same outlet; 0 for no copy.
func (r *nameReader) copied(later, earlier *Document, of, in []uint64) float64 {
	shared := inCommon(of, in)
	share := float64(shared) / float64(len(of))
	switch {
	case shared < minShared || share < copyShare || len(of) <= noteShingles && share < sameShare:
		return 0
	case tableOf(later) != 0 && tableOf(later) == tableOf(earlier): // each row tells of its own
		return 0
	case share < plainCopy && r.oneForm(later, earlier):
		return 0
	case sameOutlet(later.Outlet, earlier.Outlet) && share < sameShare:
		return -share
	}
	return share
}

// origins returns of each document the one that it copies, itself for none, and
// notes in Revises which earlier text of its outlet it changes. codes are pairs of
// places in order, as likePairs gives them, and shares those of copied.
func origins(docs []Document, order []int32, codes []uint64, shares []float64) []int32 {
	origin := make([]int32, len(docs))
	for i := range origin {
		origin[i] = int32(i)
	}
	best := make([]float64, len(docs))
	own := make([]float64, len(docs)) // shares of texts of the same outlet
	for c, share := range shares {    // earlier origins first, so that of equals the first is taken
		later, earlier := codes[c]>>32, order[uint32(codes[c])]
		if share > best[later] {
			best[later], origin[order[later]] = share, earlier
		}
		if share < 0 {
			own[later], docs[order[later]].Revises = max(own[later], -share), docs[earlier].ID // the last one before it
		}
	}
	for k, i := range order {
		// An update of one's own text is like the copies of that text as well.
		if own[k] > 0 && own[k] >= ownText*best[k] {
			origin[i] = i
		} else {
			docs[i].Revises = ""
		}
	}
	return origin
}

// likePairs returns the pairs of texts that share a band of their sketches, each
// once and in order: the later text in the upper half, the earlier in the
// lower. Of the texts of one band each is paired with the bandLook earliest. Of
// each text roundBands are held at a time: to sketch it again costs little.
func (b *builder) likePairs(ctx context.Context, sets [][]uint64) (codes []uint64, err error) {
	bands := make([][roundBands]uint64, len(sets))
	for round := 0; round < sketchBands; round += roundBands {
		if err := b.parallel(ctx, len(sets), func(k int) {
			if len(sets[k]) >= minShared {
				bands[k] = bandsOf(sets[k], round)
			}
		}); err != nil {
			return nil, err
		}
		found := make([][]uint64, roundBands)
		if err := parallelRuns(ctx, b.opt.Workers, roundBands, 1, func(k int) { found[k] = sharingBand(sets, bands, k) }); err != nil {
			return nil, err
		}
		codes = slices.Concat(append(found, codes)...)
		slices.Sort(codes)
		codes = slices.Compact(codes)
	}
	return codes, nil
}

// sharingBand returns the pairs of texts that share band k of those held.
func sharingBand(sets [][]uint64, bands [][roundBands]uint64, k int) (codes []uint64) {
	type entry struct {
		band uint64
		text int32
	}
	seen := newTwice(len(sets))
	for i := range sets {
		if len(sets[i]) >= minShared {
			seen.add(bands[i][k])
		}
	}
	var entries []entry // most bands are of one text alone and are not sorted
	for i := range sets {
		if len(sets[i]) >= minShared && seen.maybe(bands[i][k]) {
			entries = append(entries, entry{bands[i][k], int32(i)})
		}
	}
	slices.SortFunc(entries, func(x, y entry) int {
		if x.band != y.band {
			return cmp.Compare(x.band, y.band)
		}
		return cmp.Compare(x.text, y.text)
	})
	for i, first := 0, 0; i < len(entries); i++ {
		if entries[i].band != entries[first].band {
			first = i
		}
		for j := first; j < min(i, first+bandLook); j++ {
			codes = append(codes, uint64(entries[i].text)<<32|uint64(entries[j].text))
		}
	}
	return codes
}

// nameFamilies makes the families of documents from the origin of each.
func (b *builder) nameFamilies(order, origin []int32) ([]Family, []int32, error) {
	docs := b.g.Documents
	number := make([]int32, len(docs))
	root := slices.Clone(origin) // shortened on the way: copies of copies may form long chains
	firsts := 0
	for i, o := range origin {
		if o == int32(i) {
			firsts++
		}
	}
	out := make([]Family, 0, firsts)
	for _, i := range order {
		if origin[i] == i {
			number[i] = int32(len(out))
			out = append(out, Family{ID: shortID("f", documentKey(&docs[i])), First: docs[i].ID})
		}
	}
	for _, i := range order {
		if origin[i] != i {
			docs[i].CopyOf = docs[origin[i]].ID
			number[i] = number[rootOf(root, i)]
		}
		f := &out[number[i]]
		f.Documents = append(f.Documents, docs[i].ID)
		if o := docs[i].Outlet; o != "" {
			f.Outlets = append(f.Outlets, o)
		}
	}
	seen := map[string]bool{}
	for k := range out {
		f := &out[k]
		if seen[f.ID] { // two equal files of one outlet that are no copies by the rules above: too short to compare
			f.ID = shortID("f", f.ID, f.First)
		}
		seen[f.ID] = true
		if f.Outlets == nil {
			f.Outlets = []string{}
		}
		slices.Sort(f.Outlets)
		f.Outlets = slices.Compact(f.Outlets)
	}
	for i := range docs {
		docs[i].Family = out[number[i]].ID
	}
	return out, number, nil
}

// documentKey is what a document is, whatever other documents there are.
func documentKey(d *Document) string {
	if d.SHA256 != "" {
		return d.SHA256
	}
	return "id:" + d.ID
}

func sameOutlet(a, b string) bool { return a != "" && strings.EqualFold(a, b) }

// publicationDay returns the first day of an EDTF date, or unknown.
func publicationDay(s string, unknown int32) int32 {
	if s == "" {
		return unknown
	}
	v, err := edtf.Parse(s)
	if err != nil {
		return unknown
	}
	if e, l := v.Bounds(); e != edtf.Open {
		return int32(e)
	} else if l != edtf.Open {
		return int32(l)
	}
	return unknown
}

// sortDay orders EDTF dates by the last day they can mean; unknown ones come first.
func sortDay(s string) int32 {
	if v, err := edtf.Parse(s); err == nil && s != "" {
		if e, l := v.Bounds(); l != edtf.Open {
			return int32(l)
		} else if e != edtf.Open {
			return int32(e)
		}
	}
	return always
}
