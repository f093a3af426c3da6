package graph

// Evidence is one reason for or against two reports being of one happening.
// Weights add up; reports are joined at joinWithin in one document and at
// joinAcross between documents, if no veto forbids it.
type Evidence struct {
	Name   string  `json:"name"`
	Weight float64 `json:"weight"`
}

// a tally adds evidence up and, when list is not nil, keeps it.
type tally struct {
	sum      float64
	list     *[]Evidence
	anchored bool // some evidence of time or place speaks for it
	apart    bool // they are of other days, places or persons
}

func (t *tally) add(name string, w float64) {
	if w == 0 {
		return
	}
	t.sum += w
	if t.list != nil {
		*t.list = append(*t.list, Evidence{name, w})
	}
}

// weigh returns the sum of the evidence that a and b are one happening, adding
// each piece to list unless that is nil. It does not look at vetoes.
func (m *merger) weigh(a, b *node, list *[]Evidence) float64 {
	return m.weighWith(a, b, list, m.likeness(a, b))
}

// likeness is how far the documents of two nodes tell one story, 0 for nodes of
// one document or of none.
func (m *merger) likeness(a, b *node) float64 {
	if a.doc < 0 || b.doc < 0 || a.doc == b.doc {
		return 0
	}
	return m.story(a.doc, b.doc)
}

// weighWith weighs a and b taking their documents to be that much alike.
func (m *merger) weighWith(a, b *node, list *[]Evidence, s float64) float64 {
	t := tally{list: list}
	within := a.doc == b.doc && a.doc >= 0
	m.weighTime(&t, a, b, within)
	if !within {
		m.weighTold(&t, a, b)
	}
	m.weighPlace(&t, a, b)
	anchored := within || t.anchored
	switch vague := m.kinds.vague.has(a.kind); {
	case a.kind == b.kind && vague && within:
		t.add("same kind, a vague one", sameVague/2)
	case a.kind == b.kind && vague:
		t.add("same kind, a vague one", sameVague)
	case a.kind == b.kind:
		t.add("same kind", sameKind)
		if t.anchored && !within && m.kinds.single.has(a.kind) {
			t.add("of a kind that is rare", rareKind)
		}
	case a.limits.toldAs(&m.kinds.alike[b.kind]) || b.limits.toldAs(&m.kinds.alike[a.kind]):
		t.add("kinds told of one happening", alikeKind)
	case a.lead && b.lead && !within && m.kinds.plain(a.kind) && m.kinds.plain(b.kind):
		t.add("two kinds of happening", twoKinds)
	case a.lead && b.lead && !within:
		t.add("kinds that differ", otherKinds)
	}
	m.weighDeed(&t, a, b, within)
	weighFigures(&t, a, b, within)
	m.weighWho(&t, a, b, within)
	m.weighWords(&t, a, b, within)
	if within {
		if a.kind == b.kind && a.spoken && m.kinds.vague.has(a.kind) && (len(a.speaker) == 0 || len(b.speaker) == 0) {
			t.add("a speaker unknown", unknownSpeaker)
		}
		m.weighWithin(&t, a, b)
	} else if a.doc >= 0 && b.doc >= 0 {
		switch {
		case a.lead && b.lead:
			if t.apart && m.areNotes(a, b) {
				break
			}
			if m.sharedNames(a.doc, b.doc) >= sameNames {
				t.add("rare names in common", rareNames)
			}
			if w := storyWeight(s); w > 0 {
				t.add("both stories are chiefly about it", w)
			} else {
				t.add("main events of two stories", w)
			}
		case s > storyFrom:
			t.add("documents tell one story", sameStory*min(1, (s-storyFrom)/(storyFull-storyFrom)))
		}
		if !anchored && !(a.lead && b.lead && s > storyLead) {
			t.add("neither day nor place in common", unanchored)
		}
	}
	return t.sum
}

// weighWords weighs how far two sentences use the same words. Of notes that are
// of other days, places or persons it says that they have one form.
func (m *merger) weighWords(t *tally, a, b *node, within bool) {
	if t.apart && !within && m.areNotes(a, b) {
		return
	}
	like := a.words.likeness(&b.words)
	switch {
	case !within:
		t.add("like words", likeWords*like)
	case a.sentence != b.sentence:
		t.add("like words", likeWithin*like)
	}
	if like < 0.05 && !within && min(len(a.words.words), len(b.words.words)) >= 8 {
		t.add("unlike words", unlikeWords)
	}
	if like > 0.8 && min(len(a.words.words), len(b.words.words)) >= 6 && !within {
		t.add("copied sentence", copiedWords)
	}
}

// storyWeight is what it says of two documents' main happenings that the
// documents tell one story as far as likeness, a cosine: for them being one
// from storyLead on, against it below.
func storyWeight(likeness float64) float64 {
	return max(otherStory, min(mostStory, leadEvents+storySlope*(likeness-storyLead)))
}

// areNotes reports whether one of two documents is a note of a few words: that
// these are like another text says no more than that the sentences are.
func (m *merger) areNotes(a, b *node) bool {
	return a.doc >= 0 && b.doc >= 0 && !(m.tells[a.doc] && m.tells[b.doc])
}

// weighWho weighs who did what two nodes tell, to whom, and who says so. The
// persons that a text names play many parts in it; those of a note are the ones
// it is about.
func (m *merger) weighWho(t *tally, a, b *node, within bool) {
	switch {
	case meet(a.actors, b.actors):
		t.add("same actor", sameActor)
	case a.lead && b.lead && !within && len(a.actors) > 0 && len(b.actors) > 0 && !m.kinds.grave.has(a.kind) && !m.kinds.grave.has(b.kind):
		t.add("other actors", otherActors)
	}
	if meet(a.targets, b.targets) {
		t.add("same target", sameTarget)
	}
	if !within && m.areNotes(a, b) && (differ(a.did, b.did) || differ(a.harmed, b.harmed)) {
		t.apart = true
		t.add("other persons", otherPersons)
	}
	if within && m.otherPerson(a, b) {
		t.add("other persons", otherPersons)
	}
	if a.spoken && b.spoken && len(a.speaker) > 0 && len(b.speaker) > 0 {
		switch {
		case sameName(a.speaker, b.speaker):
			t.add("same speaker", sameSpeaker)
		case within: // a text goes from the one who spoke to whom he speaks for
			t.add("other speaker", otherSpeaker)
		default:
			t.add("other speaker", otherSpeakers)
		}
	}
}

// otherPerson reports whether one text tells twice of what is done to one at a
// time, as an arrest or a sentence, and each time of somebody else. An attack
// harms many, whom a text names one by one.
func (m *merger) otherPerson(a, b *node) bool {
	return a.kind == b.kind && m.kinds.aftermath.has(a.kind) && differ(a.harmed, b.harmed)
}

func weighFigures(t *tally, a, b *node, within bool) {
	var sum float64
	near, other := closeFigure, otherFigure
	if within { // a text rarely gives two counts of one thing
		near, other = 3*closeFigure, 1.5*otherFigure
	}
	for _, f := range a.figures {
		found, equal, fits, close := false, false, false, false
		for _, g := range b.figures {
			if f.key != g.key {
				continue
			}
			found = true
			equal = equal || f.low == g.low && f.high == g.high
			fits = fits || f.low <= g.high && g.low <= f.high
			close = close || isClose(f.low, g.low) || f.money && nearSum(f.low, g.low)
		}
		switch {
		case !found:
		case equal && f.low >= 10:
			sum += bigFigure
		case equal && f.low >= 3:
			sum += midFigure
		case equal || fits:
			sum += smallFigure
		case close && f.money: // one counts what the other does not, or rounds
		case close:
			sum += near
		default:
			sum += other
		}
	}
	switch {
	case sum > 0:
		t.add("same figures", min(sum, 1.5*bigFigure))
	case sum < 0:
		t.add("other figures", max(sum, 1.5*other))
	}
}

// nearSum reports whether two sums of money may be of one thing, told by two: one is
// not many times the other, or is so small that it is a detail.
func nearSum(a, b int64) bool {
	const ratio, detail = 3, 100_000
	a, b = min(a, b), max(a, b)
	return b <= ratio*a || a < detail
}

// isClose reports whether two counts differ by as little as a toll that rose.
func isClose(a, b int64) bool {
	a, b = min(a, b), max(a, b)
	return b-a <= 2 || b-a <= a/4
}

func (m *merger) weighWithin(t *tally, a, b *node) {
	t.add("same document", sameDocument)
	if a.at > b.at {
		a, b = b, a
	}
	if a.sentence == b.sentence {
		// Two triggers of one sentence tell two happenings, or one and what it caused.
		if m.kinds.effect.has(a.kind) != m.kinds.effect.has(b.kind) {
			t.add("its effect", itsEffect)
		} else {
			t.add("two in one sentence", oneSentence)
		}
		return
	}
	if a.trigger == b.trigger {
		t.add("same trigger", sameTrigger)
	}
	if b.at-a.latest < 600 {
		t.add("near each other", nearby)
	}
	if b.at-a.latest < effectBytes && m.kinds.effect.has(b.kind) && !m.kinds.effect.has(a.kind) && !a.spoken && len(b.local) == 0 && len(b.wide) == 0 {
		t.add("its effect, told next", effectNext)
	}
	if b.definite && !b.spoken {
		t.add("refers back", refersBack)
	}
}
