package graph

// markCopies changes the origin of each document, by place in the graph, as
// the corrections say. A document that is its own origin is no copy.
func (b *builder) markCopies(origin []int32) {
	var at map[string]int32
	for i := range b.g.Corrections {
		x := &b.g.Corrections[i]
		if x.Action != MarkCopy {
			continue
		}
		if at == nil {
			at = make(map[string]int32, len(b.g.Documents))
			for k := range b.g.Documents {
				at[b.g.Documents[k].ID] = int32(k)
			}
		}
		doc, ok := at[x.Document]
		if !ok {
			b.misfit(i, "there is no document "+x.Document+" any more")
			continue
		}
		from := doc
		if x.After.CopyOf != "" {
			if from, ok = at[x.After.CopyOf]; !ok {
				b.misfit(i, "there is no document "+x.After.CopyOf+" any more")
				continue
			}
		}
		x.Outcome = outcome(origin[doc] != from)
		if from != doc && copies(origin, from, doc) { // it was the first text of the family: the other is, now
			origin[from] = from
		}
		origin[doc] = from
		if from != doc {
			b.g.Documents[doc].Revises = ""
		}
	}
}

// copies reports whether a text is a copy of another, or a copy of a copy of it.
func copies(origin []int32, text, of int32) bool {
	for origin[text] != text && text != of {
		text = origin[text]
	}
	return text == of
}

// rootOf follows origins to the text that is its own, and halves the way there.
func rootOf(origin []int32, i int32) int32 {
	for origin[i] != i {
		origin[i] = origin[origin[i]]
		i = origin[i]
	}
	return i
}
