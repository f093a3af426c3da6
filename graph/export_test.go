package graph

import (
	"context"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/source"
)

// GenerateGraph builds a graph of a random corpus that holds the documents of
// all its reports.
func GenerateGraph(t *rapid.T) *Graph {
	g := generate(t)
	g.reports = slices.DeleteFunc(g.reports, func(r events.Report) bool { return r.Document == "gone" })
	return g.build(t, 2)
}

// BuildTexts runs extraction and merging on documents.
func BuildTexts(t testing.TB, docs []source.Document) *Graph {
	t.Helper()
	x, err := events.New(events.Options{})
	if err != nil {
		t.Fatal(err)
	}
	kinds, err := data.Kinds()
	if err != nil {
		t.Fatal(err)
	}
	var reports []events.Report
	for i := range docs {
		found, _ := x.Extract(&docs[i])
		reports = append(reports, found...)
	}
	g, err := Build(context.Background(), docs, reports, Options{Kinds: kinds})
	if err != nil {
		t.Fatal(err)
	}
	return g
}
