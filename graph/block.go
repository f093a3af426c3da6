package graph

import (
	"slices"
)

// Blocking: pairs of nodes are compared only when they share a key. A node has
// keys for its places with its days, for its kind with its days, for its rare
// words, its figures, its speaker, and for the story its document tells. The
// nodes of a key are ordered by day and each is compared with the blockLook
// that follow, so that the cost is linear in the number of nodes whatever the
// size of a block.
const (
	blockLook  = 16
	blockDays  = 6  // days of a longer date do not make keys
	keyWords   = 6  // rarest words of a node that make keys
	singleDf   = 32 // a word of at most so many documents is a key by itself; commoner ones count in pairs
	storyWords = 8  // terms of a document that make keys of its main event
	weekDays   = 7
	// blockMost is the size from which the nodes of a block are compared only
	// with the next quarter of blockLook: a block so big says little.
	blockMost = 4096
)

// The sorts of key, so that a word's key never equals a day's.
const (
	keyPlaceDay = iota + 1
	keyPlaceMonth
	keyPlaceWeek
	keyKindDay
	keyKindPeriod
	keyWord
	keyWordPair
	keyFigure
	keySpeaker
	keyStory
	keyStoryWord
)

func floorDiv(a, b int32) int32 {
	if a < 0 {
		return (a - b + 1) / b
	}
	return a / b
}

// keys reads the keys of nodes, in each of some rounds those of a share of them
// all. It is used by one goroutine.
type keys struct {
	m             *merger
	round, rounds uint64
	all           []blockKey // of the run of nodes that is read
	own           []uint64   // of the node that is read
	scratch       []uint64
	top           []term
}

// add adds the key that parts make, if it is one of this round.
func (k *keys) add(parts ...uint64) {
	sum := uint64(0)
	for _, p := range parts {
		sum += p
	}
	if sum*0x9e3779b97f4a7c15>>32%k.rounds == k.round {
		k.own = append(k.own, mix(parts...))
	}
}

// of adds the keys of a node to k.own. The family of kinds is not part of most
// keys, since one happening is told under several kinds.
func (k *keys) of(n *node) {
	spoken := uint64(0)
	if n.spoken {
		spoken = 1
	}
	k.whenAndWhere(n, spoken)
	for i, f := range n.figures {
		if i < 4 && f.low >= 3 {
			k.add(keyFigure, uint64(f.key), uint64(f.low))
		}
	}
	k.rareWords(n)
	if n.lead && n.doc >= 0 {
		k.story(n.doc)
	}
}

// whenAndWhere adds the keys of a node's days, places and speaker.
func (k *keys) whenAndWhere(n *node, spoken uint64) {
	m := k.m
	when := n.published
	if n.narrow {
		when = n.first
	}
	for _, p := range n.local[:min(len(n.local), 4)] {
		site := uint64(m.sites[p].hash)
		switch {
		case n.narrow:
			// Two dates a day apart meet in the key of the later one.
			for d := n.first; d <= n.last+slackDays && d < n.first+blockDays; d++ {
				k.add(keyPlaceDay, site, uint64(d), spoken)
			}
		case n.stated && n.first != always:
			k.add(keyPlaceMonth, site, uint64(floorDiv(n.first, 30)))
		}
		if when != always {
			w := floorDiv(when, weekDays)
			k.add(keyPlaceWeek, site, uint64(w), spoken)
			if !n.narrow {
				k.add(keyPlaceWeek, site, uint64(w-1), spoken)
			}
		}
	}
	switch {
	case n.narrow && len(n.local) == 0 || n.narrow && n.spoken:
		for d := n.first; d <= n.last && d < n.first+blockDays; d++ {
			k.add(keyKindDay, uint64(d), spoken)
		}
	case n.stated && (n.first != always || n.last != never):
		k.add(keyKindPeriod, uint64(n.first), uint64(n.last), uint64(hashWord(m.kinds.ids[n.kind])))
	}
	if n.spoken && when != always {
		for _, w := range n.speaker {
			k.add(keySpeaker, uint64(w), uint64(floorDiv(when, 2)))
		}
	}
}

// rareWords adds the keys of a node's rarest words.
func (k *keys) rareWords(n *node) {
	rare := k.scratch[:0] // the rarest first: the documents that hold a word in the upper half, the word in the lower
	for _, w := range n.words.words {
		if df := k.m.df[w]; df > 1 {
			rare = append(rare, uint64(df)<<32|uint64(w))
		}
	}
	slices.Sort(rare)
	k.scratch = rare
	rare = rare[:min(len(rare), keyWords)]
	for i, r := range rare {
		df, w := r>>32, uint64(word(r))
		if df <= singleDf {
			k.add(keyWord, w)
			continue
		}
		for _, v := range rare[:i] {
			v = uint64(word(v))
			k.add(keyWordPair, min(v, w), max(v, w))
		}
	}
}

// story adds the keys of what a document is chiefly about.
func (k *keys) story(doc int32) {
	k.top = topTerms(k.top[:0], k.m.signature[doc], 2*storyWords)
	for i, t := range k.top {
		w := t.word
		if k.m.df[w] <= singleDf {
			k.add(keyStoryWord, uint64(w))
		}
		if i >= storyWords {
			continue
		}
		for _, v := range k.top[:i] {
			k.add(keyStory, uint64(min(v.word, w)), uint64(max(v.word, w)))
		}
	}
}

// anchored reports whether something other than a day or a place ties two
// nodes: they are one sentence in two copies of a text, or what two documents
// of one story are most about. Only so does what tells neither when nor where
// leave its own document.
func (m *merger) anchored(a, b *node) bool {
	if a.doc < 0 || b.doc < 0 {
		return false
	}
	return a.lead && b.lead && m.story(a.doc, b.doc) > storyLead ||
		m.family[a.doc] == m.family[b.doc] && a.words.likeness(&b.words) > 0.8
}
