package graph

import "slices"

// rows are the rows of tables of incidents that an event is told in. Each row of
// a table tells of an incident of its own.
type rows struct {
	tables    []word  // as tableOf
	towns     []int32 // that the rows name
	documents []int32 // the rows themselves
}

// with returns r and o together, nil for none.
func (r *rows) with(o *rows) *rows {
	switch {
	case o == nil:
		return r
	case r == nil:
		return o
	}
	return &rows{sortSet(slices.Concat(r.tables, o.tables)), sortSet(slices.Concat(r.towns, o.towns)), sortSet(slices.Concat(r.documents, o.documents))}
}

// otherRow reports whether l and o are told in rows of one table whose day or
// town differ at all, or are not stated of two rows. Both have rows.
func (l *limits) otherRow(o *limits) bool {
	switch {
	case disjoint(l.rows.tables, o.rows.tables):
		return false
	case disjoint(l.rows.documents, o.rows.documents) && (l.narrowFirst == always || o.narrowFirst == always):
		return true
	case l.narrowFirst > o.narrowLast || o.narrowFirst > l.narrowLast:
		return true
	}
	return len(l.rows.towns) > 0 && len(o.rows.towns) > 0 && disjoint(l.rows.towns, o.rows.towns)
}

// disjoint reports whether two sets have nothing in common.
func disjoint[T comparable](a, b []T) bool {
	return !slices.ContainsFunc(a, func(x T) bool { return slices.Contains(b, x) })
}

// tableOf returns of a document that is a row of a table of incidents which table that is, 0 of another.
func tableOf(d *Document) word {
	if d.Document == nil || d.Record == nil {
		return 0
	}
	return max(1, hashWord(d.Path))
}

// tablesOf returns tableOf each document.
func tablesOf(docs []Document) []word {
	out := make([]word, len(docs))
	for i := range docs {
		out[i] = tableOf(&docs[i])
	}
	return out
}
