package graph

// A cue is a phrase that states how two happenings of one sentence are linked.
type cue struct {
	phrase   string
	relation string
	basis    string
	// swap means that the link runs from the happening told second in the
	// phrase's own order: "X after Y" orders Y before X.
	swap bool
	// only, unless "", are the kinds that the target must have.
	only string
}

const pledges = " ceasefire agreement resolution deal "

// cues are looked for between two triggers of one sentence ("X after Y") and
// before the first one ("After X, Y"). Of several the longest counts.
var cues = []cue{
	{"after", "before", Ordered, true, ""},
	{"following", "before", Ordered, true, ""},
	{"in the wake of", "before", Ordered, true, ""},
	{"in the aftermath of", "before", Ordered, true, ""},
	{"before", "before", Ordered, false, ""},
	{"prior to", "before", Ordered, false, ""},
	{"ahead of", "before", Ordered, false, ""},
	{"followed by", "before", Ordered, false, ""},
	{"and then", "before", Ordered, false, ""},
	{"on the eve of", "before", Ordered, false, ""},
	{"in the run-up to", "before", Ordered, false, ""},
	{"on the heels of", "before", Ordered, true, ""},
	{"since", "before", Ordered, true, ""},
	{"during", "during", Ordered, false, ""},
	{"amid", "during", Ordered, false, ""},
	{"in the course of", "part-of", Stated, false, ""},
	{"as part of", "part-of", Stated, false, ""},
	{"in the framework of", "part-of", Stated, false, ""},
	{"in response to", "responds-to", Stated, false, ""},
	{"responding to", "responds-to", Stated, false, ""},
	{"in retaliation for", "responds-to", Stated, false, ""},
	{"in retaliation to", "responds-to", Stated, false, ""},
	{"in revenge for", "responds-to", Stated, false, ""},
	{"in reply to", "responds-to", Stated, false, ""},
	{"retaliated for", "responds-to", Stated, false, ""},
	{"in reaction to", "responds-to", Stated, false, ""},
	{"reacting to", "responds-to", Stated, false, ""},
	{"responded to", "responds-to", Stated, false, ""},
	{"in answer to", "responds-to", Stated, false, ""},
	{"in protest at", "responds-to", Stated, false, ""},
	{"in protest against", "responds-to", Stated, false, ""},
	{"in protest over", "responds-to", Stated, false, ""},
	{"to avenge", "responds-to", Stated, false, ""},
	{"as punishment for", "responds-to", Stated, false, ""},
	{"because of", "causes", Stated, true, ""},
	{"due to", "causes", Stated, true, ""},
	{"as a result of", "causes", Stated, true, ""},
	{"as a consequence of", "causes", Stated, true, ""},
	{"owing to", "causes", Stated, true, ""},
	{"stemming from", "causes", Stated, true, ""},
	{"resulting from", "causes", Stated, true, ""},
	{"caused by", "causes", Stated, true, ""},
	{"triggered by", "causes", Stated, true, ""},
	{"sparked by", "causes", Stated, true, ""},
	{"prompted by", "causes", Stated, true, ""},
	{"led to", "causes", Stated, false, ""},
	{"leading to", "causes", Stated, false, ""},
	{"resulted in", "causes", Stated, false, ""},
	{"caused", "causes", Stated, false, ""},
	{"triggered", "causes", Stated, false, ""},
	{"sparked", "causes", Stated, false, ""},
	{"prompted", "causes", Stated, false, ""},
	{"provoked", "causes", Stated, false, ""},
	{"gave rise to", "causes", Stated, false, ""},
	{"brought about", "causes", Stated, false, ""},
	{"in violation of", "violates", Stated, false, pledges},
	{"violating", "violates", Stated, false, pledges},
	{"in breach of", "violates", Stated, false, pledges},
	{"breaching", "violates", Stated, false, pledges},
	{"despite", "violates", Stated, false, pledges},
	{"in spite of", "violates", Stated, false, pledges},
	{"in defiance of", "violates", Stated, false, pledges},
	{"contrary to", "violates", Stated, false, pledges},
	{"in contravention of", "violates", Stated, false, pledges},
}

// openers are looked for at the head of a sentence: they link what it tells
// first with what the sentence before it tells. The link runs from the later
// sentence unless it is swapped.
var openers = []cue{
	{"in response ,", "responds-to", Stated, false, ""},
	{"in retaliation ,", "responds-to", Stated, false, ""},
	{"in reply ,", "responds-to", Stated, false, ""},
	{"in reaction ,", "responds-to", Stated, false, ""},
	{"in revenge ,", "responds-to", Stated, false, ""},
	{"as a result ,", "causes", Stated, true, ""},
	{"as a consequence ,", "causes", Stated, true, ""},
	{"consequently ,", "causes", Stated, true, ""},
	{"shortly after ,", "before", Ordered, true, ""},
	{"shortly afterwards ,", "before", Ordered, true, ""},
	{"soon after ,", "before", Ordered, true, ""},
	{"soon afterwards ,", "before", Ordered, true, ""},
	{"afterwards ,", "before", Ordered, true, ""},
	{"following this ,", "before", Ordered, true, ""},
	{"following that ,", "before", Ordered, true, ""},
	{"after this ,", "before", Ordered, true, ""},
	{"after that ,", "before", Ordered, true, ""},
	{"later that day ,", "before", Ordered, true, ""},
	{"hours later ,", "before", Ordered, true, ""},
	{"minutes later ,", "before", Ordered, true, ""},
}
