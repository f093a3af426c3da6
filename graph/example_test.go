package graph_test

import (
	"fmt"

	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/internal/testgraph"
)

// A chain tells of each step what stands behind it.
func ExampleFinder_Chain() {
	f := graph.NewFinder(testgraph.Small())
	for _, s := range f.Chain("e-denial", "e-truce") {
		fmt.Println(s.From, s.Relation, s.To, "basis:", s.Basis)
	}
	// Output:
	// e-denial same-place e-order basis: near
	// e-order before e-truce basis: ordered
}
