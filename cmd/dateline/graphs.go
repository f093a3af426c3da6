package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"github.com/dateline-project/dateline/graph"
)

// loadGraph returns the graph that in.paths name: one file that "build --json"
// wrote, or standard input that holds one, is read back; anything else are
// documents, of which a graph is built. The tally is that of the documents, of
// a graph that is read the number it holds. text says how much of the texts a
// built graph is to record that it holds.
func loadGraph(ctx context.Context, in input, v *vocabulary, text string) (*graph.Graph, tally, error) {
	if len(in.paths) == 1 {
		r, name, err := openGraph(&in)
		if err != nil {
			return nil, tally{}, err
		}
		if r != nil {
			defer r.Close()
			in.bar.set("reading", 0, -1)
			collectAfter(growthGraph)
			g, err := readGraph(r, name)
			if err != nil {
				return nil, tally{}, err
			}
			return g, tally{documents: len(g.Documents)}, ctx.Err()
		}
	}
	return assemble(ctx, in, v, map[string]string{"text": text})
}

// The growth of the heap, in per cent of what is in use, at which unused memory is
// collected. A graph stays until the end, and so does what it is made of: by
// default the collector would let as much again pile up.
const (
	growthGraph   = 50
	growthMerging = 25 // where most is in use: it costs a tenth of the time of merging
)

// collectAfter sets that growth, unless the user has set it with GOGC.
func collectAfter(growth int) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(growth)
	}
}

// openGraph opens the one path of in if it is a graph, and returns nil if it
// is not. What it looks at of standard input stays there to be read.
func openGraph(in *input) (r io.ReadCloser, name string, err error) {
	path := in.paths[0]
	if path == "-" {
		b := bufio.NewReaderSize(in.stdin, 4096)
		in.stdin = b
		if head, _ := b.Peek(512); looksLikeGraph(head) {
			return io.NopCloser(b), "standard input", nil
		}
		return nil, "", nil
	}
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() || strings.EqualFold(filepath.Ext(path), ".jsonl") {
		return nil, "", nil // the reading of documents says what is wrong
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, "", nil
	}
	head := make([]byte, 512)
	n, _ := io.ReadFull(f, head)
	// Another program may have put the keys in another order.
	if !looksLikeGraph(head[:n]) && !strings.EqualFold(filepath.Ext(path), ".json") {
		return nil, "", f.Close()
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return nil, "", errors.Join(err, f.Close())
	}
	return f, path, nil
}

// looksLikeGraph reports whether head begins as a graph is written.
func looksLikeGraph(head []byte) bool {
	head = bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\ufeff")))
	rest, ok := bytes.CutPrefix(head, []byte("{"))
	return ok && bytes.HasPrefix(bytes.TrimSpace(rest), []byte(`"version"`))
}
