package events

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/places"
	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/events/tagger"
	"github.com/dateline-project/dateline/events/text"
	"github.com/dateline-project/dateline/events/timex"
)

// Extractor reads reports from documents. It is safe for concurrent use.
type Extractor struct {
	vocabulary *vocabulary
	language   *data.Language
	gazetteer  *data.Places
	scratch    sync.Pool // *tagging
	rooms      sync.Pool // *room, empty
}

// Options says what an Extractor reads with. The zero value reads English.
type Options struct {
	Lexicon *data.Lexicon // nil: the English one
	Kinds   []data.Kind   // of the lexicon's sections; nil: those of the program
}

// New loads what extraction needs: the lexicon, the language of time, the
// gazetteer, the tagger. It fails only if a data file is broken.
func New(opt Options) (*Extractor, error) {
	x := &Extractor{}
	lexicon := opt.Lexicon
	if lexicon == nil {
		var err error
		if lexicon, err = data.LoadLexicon("en"); err != nil {
			return nil, err
		}
	}
	kinds := opt.Kinds
	var err error
	if kinds == nil {
		if kinds, err = data.Kinds(); err != nil {
			return nil, err
		}
	}
	if x.vocabulary, err = newVocabulary(lexicon, kinds); err != nil {
		return nil, err
	}
	if x.language, err = data.LoadLanguage("en"); err != nil {
		return nil, err
	}
	if x.gazetteer, err = data.Gazetteer(); err != nil {
		return nil, err
	}
	return x, nil
}

// Extract returns the reports of a document in order of their triggers, and
// warnings of what was left out. Only English is read: a document known to be
// in another language has no reports, and a warning that says so.
func (x *Extractor) Extract(doc *source.Document) ([]Report, []source.Diagnostic) {
	r := x.room()
	defer x.release(r)
	drafts, warnings := x.extract(r, doc, false)
	out := make([]Report, len(drafts))
	for i := range drafts {
		out[i] = drafts[i].Report
	}
	return out, warnings
}

// extract makes the reports of a document. They lie in r until it is released.
func (x *Extractor) extract(r *room, doc *source.Document, explain bool) ([]draft, []source.Diagnostic) {
	if other := notEnglish(doc); other != nil {
		return nil, other
	}
	d := x.analyse(r, doc, false)
	d.explain = explain
	drafts := r.drafts
	for i := range d.sentences {
		if d.sentences[i].role == text.Heading {
			d.enterSection(i)
		}
		d.enterBlock(d.sentences[i].block)
		a := d.sentenceOf[i]
		if a == nil {
			continue
		}
		if len(drafts) >= maxReports {
			d.warnings = append(d.warnings, source.Diagnostic{Path: doc.Path, Severity: source.Warning,
				Message: fmt.Sprintf("it tells more than %d events; what stands after byte %d was left out: divide it into several documents", maxReports, a.Start)})
			break
		}
		drafts = d.appendReports(drafts, a, i)
	}
	r.drafts = drafts
	d.refine(drafts)
	again := d.toldAgain(drafts)
	out := drafts[:0]
	for i := range drafts {
		if !again[i] {
			out = append(out, drafts[i])
		}
	}
	d.countRecord(out)
	d.echo(out)
	x.readStory(d, out)
	d.shareTimes(out)
	slices.SortStableFunc(out, func(a, b draft) int { return a.Trigger.Start - b.Trigger.Start })
	return out, d.warnings
}

// notEnglish returns the warning of a document in another language, nil for one that is read.
func notEnglish(doc *source.Document) []source.Diagnostic {
	if doc.Language == "" || doc.Language == "en" || strings.HasPrefix(doc.Language, "en-") {
		return nil
	}
	return []source.Diagnostic{{Path: doc.Path, Severity: source.Warning,
		Message: fmt.Sprintf("events are read from English only, and this is %q; it is kept as a document without reports", doc.Language)}}
}

// maxReports is how many reports one document gives; no text that a person
// wrote comes near, and a table of numbers must not swamp a corpus.
const maxReports = 20_000

// maxWarnings is how many warnings of one document are kept; a table of
// numbers may look like thousands of impossible dates.
const maxWarnings = 10

// analyse finds everything in a document that reports are made of, in the
// sentences that may tell something, or in all.
func (x *Extractor) analyse(r *room, doc *source.Document, all bool) *documentAnalysis {
	v := x.vocabulary
	r.tokens = doc.AppendTokens(r.tokens)
	tokens := r.tokens
	d := &documentAnalysis{room: r, v: v, doc: doc, publication: dayOf(doc.Published)}
	r.words = v.appendWords(slices.Grow(r.words, len(tokens)), &r.met, doc.Text, tokens)
	r.sentences = v.appendSentences(r.sentences, doc.Text, d.words, doc.Blocks)
	r.sentenceOf = slices.Grow(r.sentenceOf, len(d.sentences))[:len(d.sentences)]
	r.analyses = slices.Grow(r.analyses, len(d.sentences))
	if !all && doc.Record == nil && !slices.ContainsFunc(d.sentences, func(s sentence) bool { return v.mayTell(d.words[s.first:s.last]) }) {
		return d
	}
	d.times = timex.Find(doc.Text, tokens, doc.Blocks, timex.Options{
		Published: doc.Published, Language: x.language,
		Impossible: func(s text.Span) {
			if len(d.warnings) < maxWarnings {
				d.warnings = append(d.warnings, doc.Impossible(s))
			}
		},
	})
	d.readClocks()
	markTimes(d.words, d.times)
	d.entries, d.entryReach = d.findEntries()
	d.lead, d.opening = -1, -1
	d.looksBack = looksBack(d.published(), d.times, doc.Blocks)
	d.tellsOfToday = tellsOfToday(d.published(), d.times)
	d.earlierDay = earlierDay(d.published(), d.times)
	r.named = places.Find(r.named, doc.Text, tokens, x.gazetteer, places.Options{Blocks: doc.Blocks})
	r.referred = places.Corefer(r.referred, doc.Text, tokens, x.gazetteer, r.named)
	d.places = r.referred
	d.onlyPlace = d.theOnlyPlace()
	d.readRecord()
	r.quotations = appendQuotations(r.quotations, d.words)
	x.analyseSentences(d, func(s sentence, times []timex.Mention) bool {
		return all || len(times) > 0 || doc.Record != nil || d.words[s.last-1].low == ":" || s.role == text.Title || v.mayTell(d.words[s.first:s.last])
	})
	if d.open = d.tellsUnnamed(); d.open {
		x.analyseSentences(d, func(sentence, []timex.Mention) bool { return true })
	}
	var heads []column
	for i, a := range d.sentenceOf {
		if a == nil {
			continue
		}
		a.open = d.open
		if heads = d.readRow(i, heads); d.sentenceOf[i] == nil {
			continue // the heads of columns tell nothing
		}
		a.row = a.row || d.opensRecord(i)
		a.addMainVerbs(d.mainVerbsOf(i))
		if a.row {
			a.addRowTrigger()
		}
		d.findTimes(a)
	}
	d.resolveSpeakers()
	d.giveSpeakers()
	d.introduce()
	for i, a := range d.sentenceOf {
		if a == nil || a.role != text.Body {
			continue
		}
		for k := range d.places {
			if m := &d.places[k]; m.Relation == "dateline" && a.Contains(m.Span) && m.Precision == LocalityPlace {
				d.lead, d.dateline = i, placeOf(m)
			}
		}
		break // only the first sentence of the body has a dateline
	}
	d.home = d.theHome()
	return d
}

// findTimes finds what the time expressions of a sentence hang on.
func (d *documentAnalysis) findTimes(a *sentenceAnalysis) {
	n := len(d.timeRefs)
	d.timeRefs = a.appendTimeRefs(d.timeRefs, a.timesFound)
	a.times = added(d.timeRefs, n)
}

// mayTell reports whether some word could begin a phrase that tells an event.
func (v *vocabulary) mayTell(words []word) bool {
	for i := range words {
		if words[i].has(knownStart) {
			return true
		}
	}
	return false
}

// analyseSentences analyses the sentences that want chooses and that have not been
// analysed, one step after the other, as each step is much code.
func (x *Extractor) analyseSentences(d *documentAnalysis, want func(sentence, []timex.Mention) bool) {
	r := d.room
	from, t, p := len(r.analyses), 0, 0
	for i, s := range d.sentences {
		for t < len(d.times) && d.times[t].End <= s.Start {
			t++
		}
		for p < len(d.places) && d.places[p].End <= s.Start {
			p++
		}
		te, pe := t, p
		for te < len(d.times) && d.times[te].Start < s.End {
			te++
		}
		for pe < len(d.places) && d.places[pe].Start < s.End {
			pe++
		}
		if d.sentenceOf[i] == nil && want(s, d.times[t:te]) {
			r.analyses = append(r.analyses, sentenceAnalysis{sentence: s, v: x.vocabulary, words: d.words, timesFound: d.times[t:te], placesFound: d.places[p:pe]})
			d.sentenceOf[i] = &r.analyses[len(r.analyses)-1]
		}
	}
	chosen := r.analyses[from:]
	for _, step := range []func(*documentAnalysis, *sentenceAnalysis){x.tagSentence, (*documentAnalysis).findTriggers, (*documentAnalysis).findActors, (*documentAnalysis).findSpeeches, (*documentAnalysis).findTallies} {
		for i := range chosen {
			step(d, &chosen[i])
		}
	}
}

// tagSentence tags the words of a sentence and finds its places.
func (x *Extractor) tagSentence(d *documentAnalysis, a *sentenceAnalysis) {
	x.tag(d.words[a.first:a.last])
	n := len(d.placeRefs)
	d.placeRefs = a.appendPlaces(d.placeRefs, a.placesFound)
	a.places = added(d.placeRefs, n)
}

// findTriggers finds the triggers and clauses of a tagged sentence.
func (d *documentAnalysis) findTriggers(a *sentenceAnalysis) {
	n := len(d.triggers)
	d.said.begin(a.v, d.words[a.first:a.last])
	d.triggers = a.v.appendTriggers(d.triggers, &d.said, d.words, a.first, a.last)
	a.triggers = added(d.triggers, n)
	n = len(d.clauses)
	d.clauses = appendClauses(d.clauses, d.words, a.first, a.last)
	a.clauses = joinSpanned(added(d.clauses, n), a.triggers)
	for k := range a.triggers {
		a.triggers[k].clause = clauseOf(a.clauses, a.triggers[k].head)
	}
	a.triggers = slices.DeleteFunc(a.triggers, func(t trigger) bool { return a.inTime(t.head) || a.describes(t) })
	a.triggers = slices.DeleteFunc(a.triggers, func(t trigger) bool {
		return a.words[t.head].mark != 0 || a.modifiesNoun(t) || a.onlyLocates(t)
	})
	for _, t := range a.triggers {
		for i := t.first; i < t.last; i++ {
			a.words[i].told = true
		}
	}
}

func (d *documentAnalysis) findActors(a *sentenceAnalysis) {
	n := len(d.actors)
	d.actors = a.appendActors(d.actors, d.doc.Text)
	a.actors = added(d.actors, n)
}

func (d *documentAnalysis) findSpeeches(a *sentenceAnalysis) { a.acts = a.speeches(d.doc.Text) }

func (d *documentAnalysis) findTallies(a *sentenceAnalysis) { a.tallied = a.tallies() }

// tagging is room for the words of a sentence and their tags.
type tagging struct {
	words []*tagger.Word
	tags  []string
}

// tag gives each word its part of speech.
func (x *Extractor) tag(words []word) {
	room, _ := x.scratch.Get().(*tagging)
	if room == nil {
		room = &tagging{words: make([]*tagger.Word, maxSentence), tags: make([]string, maxSentence)}
	}
	n := len(words)
	for i := range words {
		room.words[i] = &words[i].lexeme.tagger
	}
	x.vocabulary.tagger.Tag(room.tags[:n], room.words[:n])
	for i := range words {
		words[i].tag = room.tags[i]
	}
	x.vocabulary.retag(words)
	x.vocabulary.headlineVerb(words)
	x.scratch.Put(room)
}

// appendReports appends the reports of sentence i. A verb that is told by the
// way makes none, and gives its day to the verb that "and" joins to it: "walked
// into the bank on Friday and opened fire".
func (d *documentAnalysis) appendReports(out []draft, a *sentenceAnalysis, i int) []draft {
	owner := a.tallyOwners()
	var way When // the day of a verb told by the way
	var wayAt text.Span
	columns := a.rowFigures()
	told := make([]bool, len(a.triggers))
	for k := range a.triggers {
		told[k] = !a.redundant(k, owner)
	}
	a.readSums(d.doc.Text, told)
	for k := range a.triggers {
		if !told[k] {
			continue
		}
		r, ok := d.report(a, i, k, owner)
		t := a.triggers[k]
		switch {
		case !ok:
			continue
		case t.byTheWay:
			if r.When.EDTF != "" && r.When.Rule != "carried" {
				way, wayAt = r.When, r.Trigger.Span
			}
			continue
		case way.EDTF != "" && r.When.EDTF == "" && r.Modality == Happened && a.clauses[t.clause].link == "and":
			r.When = way
			d.note("when", "shared", wayAt, "told together with what has this date")
		default:
			d.goOnFrom(a, i, t, out, &r)
		}
		if len(columns) > 0 && len(r.Figures) == 0 && !t.of.Spoken {
			for _, f := range columns {
				d.note("figures", "column", f.Span, "counts "+f.Measure+", as the head of its column says")
			}
			r.Figures, columns = columns, nil
		}
		d.beginStory(a, i, &r)
		t.noun = t.noun || d.open && a.words[t.head].tag == "NN" // "the opening", of a phrase with "open"
		out = append(out, draft{Report: r, steps: d.steps, sentence: i, by: t, known: t.noun && a.definite(t)})
	}
	return out
}

// goOnFrom gives a participle that goes on with the clause before it ("crossed
// the river on Friday, occupying the heights") the date of what that clause tells.
func (d *documentAnalysis) goOnFrom(a *sentenceAnalysis, i int, t trigger, before []draft, r *Report) {
	c := a.clauses[t.clause]
	if len(before) == 0 || r.When.EDTF != "" || r.Modality.Rank() > Denied.Rank() || t.noun || c.link != "" || c.verb != t.head || a.words[t.head].tag != "VBG" {
		return
	}
	o := &before[len(before)-1]
	between := func(q timeRef) bool { return q.clause > o.by.clause && q.clause <= t.clause }
	if o.sentence != i || o.by.clause >= t.clause || slices.ContainsFunc(a.times, between) || o.Modality.Rank() > Denied.Rank() || !ownDate(o.When) {
		return
	}
	r.When = o.When
	r.When.Rule = "shared"
	d.note("when", "shared", o.Trigger.Span, "goes on with what has this date")
}

// reportID names a report by where it stands and what it tells, so that it
// survives other documents coming or going.
func reportID(doc *source.Document, start int, kind string) string {
	var room [256]byte
	b := append(append(append(append(room[:0], doc.ID...), 0), doc.SHA256...), 0)
	b = append(append(strconv.AppendInt(b, int64(start), 10), 0), kind...)
	h := sha256.Sum256(b)
	return "r" + hex.EncodeToString(h[:6])
}

func noDate() When { return When{Earliest: edtf.Open, Latest: edtf.Open} }
