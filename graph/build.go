package graph

import (
	"cmp"
	"context"
	"runtime"
	"slices"
	"strconv"
	"sync"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/source"
)

// Options says how to build a graph. The zero value works.
type Options struct {
	Kinds       []data.Kind         // for labels and which kinds are spoken; nil leaves the kinds of the program, with labels made from the ids
	Generator   Generator           // copied into the graph
	Diagnostics []source.Diagnostic // copied into the graph, before those of Build
	Corrections *Corrections        // a reviewer's decisions to apply; nil for none
	Workers     int                 // goroutines; 0 or less for one a processor. The result does not depend on it
	// Progress, unless nil, is called after each step of the work with the
	// number of steps done and their total, always from the goroutine of Build.
	Progress func(done, total int)
}

// steps is the number of times that Build calls Options.Progress.
const steps = 7

// builder holds what the steps of one Build share.
type builder struct {
	opt     Options
	g       *Graph
	kinds   *kindTable
	merger  *merger
	docOf   []int32            // of each report, -1 when the corpus does not hold it
	byID    []int32            // the places of documents, in order of id
	order   []int32            // documents in order of publication
	family  []int32            // of each document, by index
	members [][]int32          // the reports of each event
	stated  []statedLink       // in the order of reports
	outlets map[int32][]string // by day of publication
	done    int
}

// Build merges reports into events and returns the graph of them. docs and
// reports may come in any order; the result is the same for each order. They are
// not changed, and the graph points to them: who changes one later changes the
// graph. A report whose document is not in docs is kept, and merged
// with no other but by its own words. A report without an id, or with that of
// another, is given one. The error is that of ctx, if it ended.
//
// The cost grows linearly with documents and reports: each report is compared
// with a bounded number of others (see block.go).
func Build(ctx context.Context, docs []source.Document, reports []events.Report, opt Options) (*Graph, error) {
	if opt.Workers <= 0 {
		opt.Workers = runtime.GOMAXPROCS(0)
	}
	b := &builder{opt: opt, kinds: newKindTable(opt.Kinds)}
	b.g = &Graph{Version: 1, Generator: opt.Generator, Diagnostics: slices.Clone(opt.Diagnostics)}
	if b.g.Diagnostics == nil {
		b.g.Diagnostics = []source.Diagnostic{}
	}
	if b.g.Generator.Options == nil {
		b.g.Generator.Options = map[string]string{}
	}
	b.corrections()
	b.arrange(docs, reports)
	families, family, err := b.families(ctx)
	if err != nil {
		return nil, err
	}
	b.g.Families, b.family = families, family
	if b.g.Families == nil {
		b.g.Families = []Family{}
	}
	b.step()
	if err := b.compareCopies(ctx); err != nil {
		return nil, err
	}
	if err := b.borrow(ctx); err != nil {
		return nil, err
	}
	b.step()
	if err := b.read(ctx); err != nil {
		return nil, err
	}
	b.step()
	clusters, err := b.merger.merge(ctx, b.step)
	if err != nil {
		return nil, err
	}
	clusters, verdicts := b.correct(clusters)
	if err := b.makeEvents(ctx, clusters, verdicts); err != nil {
		return nil, err
	}
	b.boundWriting()
	b.g.Series = b.series()
	b.g.Links = b.links()
	b.leaveRejected()
	contradictions, err := b.orderDiagnostics()
	if err != nil {
		return nil, err
	}
	b.g.Diagnostics = append(b.g.Diagnostics, contradictions...)
	b.step()
	return b.g, ctx.Err()
}

func (b *builder) step() {
	if b.done++; b.opt.Progress != nil {
		b.opt.Progress(b.done, steps)
	}
}

// arrange puts documents and reports into the graph in its order: documents
// by id, reports by document, span, kind and id. Of documents with one id the
// first in order of hash and path is the one that reports belong to.
func (b *builder) arrange(docs []source.Document, reports []events.Report) {
	g := b.g
	g.Documents = make([]Document, len(docs))
	for i := range docs {
		g.Documents[i].Document = &docs[i]
	}
	slices.SortFunc(g.Documents, func(x, y Document) int {
		if x.ID != y.ID {
			return cmp.Compare(x.ID, y.ID)
		}
		return cmp.Or(cmp.Compare(x.SHA256, y.SHA256), cmp.Compare(x.Path, y.Path), cmp.Compare(x.Text, y.Text))
	})
	b.byID = places(len(docs))
	g.Reports = make([]Report, len(reports))
	for i := range reports {
		g.Reports[i].Report = &reports[i]
	}
	slices.SortFunc(g.Reports, func(x, y Report) int {
		if x.Document != y.Document {
			return cmp.Compare(x.Document, y.Document)
		}
		return cmp.Or(cmp.Compare(x.Trigger.Start, y.Trigger.Start), cmp.Compare(x.Trigger.End, y.Trigger.End),
			cmp.Compare(x.Kind, y.Kind), cmp.Compare(x.ID, y.ID), cmp.Compare(x.When.EDTF, y.When.EDTF), cmp.Compare(x.Quote.Text, y.Quote.Text))
	})
	b.docOf = make([]int32, len(reports))
	seen := make(map[string]bool, len(reports))
	d := 0
	for i := range g.Reports {
		r := &g.Reports[i]
		for d < len(docs) && g.Documents[d].ID < r.Document {
			d++
		}
		b.docOf[i] = -1
		if d < len(docs) && g.Documents[d].ID == r.Document {
			b.docOf[i] = int32(d)
		}
		id := r.ID
		for n := 0; id == "" || seen[id]; n++ {
			id = shortID("r", r.Document, strconv.Itoa(r.Trigger.Start), r.Kind, strconv.Itoa(n))
		}
		if seen[id] = true; id != r.ID {
			named := *r.Report
			named.ID = id
			r.Report = &named
		}
	}
}

// read makes the merger, with all that it needs to read claims.
func (b *builder) read(ctx context.Context) error {
	g := b.g
	m := &merger{kinds: b.kinds, workers: b.opt.Workers, family: b.family, table: tablesOf(g.Documents), reports: g.Reports, docOf: b.docOf,
		claims: make([]claim, len(g.Reports)), published: make([]int32, len(g.Documents))}
	b.merger = m
	for i := range g.Documents {
		m.published[i] = publicationDay(g.Documents[i].Published, always)
	}
	m.now = slices.Clone(m.published)
	m.sites, m.siteOf = sitesOf(g.Reports)
	for i := range g.Reports {
		b.kinds.of(g.Reports[i].Kind) // numbered before many goroutines ask
	}
	return m.readStories(ctx, g.Documents)
}

// document returns the place of the first document with an id.
func (b *builder) document(id string) (place int32, ok bool) {
	k, ok := slices.BinarySearchFunc(b.byID, id, func(d int32, id string) int { return cmp.Compare(b.g.Documents[d].ID, id) })
	if !ok {
		return -1, false
	}
	return b.byID[k], true
}

// parallel runs f for 0 to n-1 on the builder's workers.
func (b *builder) parallel(ctx context.Context, n int, f func(int)) error {
	return parallel(ctx, b.opt.Workers, n, f)
}

// parallel runs f for 0 to n-1 on that many goroutines, and returns the error
// of ctx if it ended before all were done.
func parallel(ctx context.Context, workers, n int, f func(int)) error {
	return parallelRuns(ctx, workers, n, 16, f)
}

// parallelRuns does so giving each goroutine run numbers at a time.
func parallelRuns(ctx context.Context, workers, n, run int, f func(int)) error {
	return parallelWith(ctx, workers, n, run, func(_ *struct{}, i int) { f(i) })
}

// parallelWith does so giving f memory of the goroutine's own, at first zero,
// which it is given again for the next number.
func parallelWith[M any](ctx context.Context, workers, n, run int, f func(*M, int)) error {
	var (
		mu   sync.Mutex
		next int
		wg   sync.WaitGroup
	)
	for range max(1, workers) {
		wg.Go(func() {
			var memory M
			for ctx.Err() == nil {
				mu.Lock()
				from := next
				next += run
				mu.Unlock()
				if from >= n {
					return
				}
				for i := from; i < min(n, from+run); i++ {
					f(&memory, i)
				}
			}
		})
	}
	wg.Wait()
	return ctx.Err()
}
