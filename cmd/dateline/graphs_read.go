package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sort"

	"github.com/dateline-project/dateline/graph"
)

// readGraph reads a graph as export.JSON writes it, one element at a time, so
// that the file is never held in memory. Other programs may have ordered and
// indented it in another way; what it holds beside a graph is left out. An
// error says in which line, and what to do.
func readGraph(r io.Reader, name string) (*graph.Graph, error) {
	lines := &lineReader{r: r}
	dec := json.NewDecoder(lines)
	g := &graph.Graph{}
	err := decodeGraph(dec, g)
	switch {
	case lines.err != nil:
		return nil, fmt.Errorf("cannot read %s: %w", printable(name), plain(lines.err))
	case err != nil:
		return nil, fmt.Errorf("%s:%d: it is no graph of dateline (%w); make one with \"dateline build PATH --json FILE\"", printable(name), lines.at(dec.InputOffset()), err)
	case g.Version == 0:
		return nil, fmt.Errorf("%s: it is no graph of dateline, as it has no version; make one with \"dateline build PATH --json FILE\"", printable(name))
	case g.Version != 1:
		return nil, fmt.Errorf("%s: it is a graph of version %d, and this program reads version 1", printable(name), g.Version)
	}
	return g, nil
}

func decodeGraph(dec *json.Decoder, g *graph.Graph) error {
	if err := delim(dec, '{'); err != nil {
		return err
	}
	share := newSharing()
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return err
		}
		switch key {
		case "version":
			err = dec.Decode(&g.Version)
		case "generator":
			err = dec.Decode(&g.Generator)
		case "sides":
			err = dec.Decode(&g.Sides)
		case "documents":
			err = elements(dec, &g.Documents, share.document)
		case "families":
			err = elements(dec, &g.Families, nil)
		case "reports":
			err = elements(dec, &g.Reports, share.report)
		case "events":
			err = elements(dec, &g.Events, share.event)
		case "series":
			err = elements(dec, &g.Series, nil)
		case "links":
			err = elements(dec, &g.Links, share.link)
		case "corrections":
			err = elements(dec, &g.Corrections, nil)
		case "diagnostics":
			err = elements(dec, &g.Diagnostics, nil)
		default:
			err = dec.Decode(new(json.RawMessage))
		}
		if err != nil {
			return err
		}
	}
	if err := delim(dec, '}'); err != nil {
		return err
	}
	if _, err := dec.Token(); err != io.EOF {
		return errors.New("there is more behind its end")
	}
	return nil
}

// elements reads an array, null for an empty one, and gives each element to
// share unless that is nil.
func elements[T any](dec *json.Decoder, to *[]T, share func(*T)) error {
	t, err := dec.Token()
	if err != nil || t == nil {
		return err
	}
	if t != json.Delim('[') {
		return errors.New("an array is expected here")
	}
	*to = []T{}
	for dec.More() {
		var v T
		if err := dec.Decode(&v); err != nil {
			return err
		}
		if share != nil {
			share(&v)
		}
		*to = append(*to, v)
	}
	return delim(dec, ']')
}

func delim(dec *json.Decoder, want json.Delim) error {
	t, err := dec.Token()
	if err == nil && t != want {
		err = fmt.Errorf("%q is expected here", want.String())
	}
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return err
}

// lineReader remembers where lines end, and the error of its reader.
type lineReader struct {
	r    io.Reader
	read int64
	ends []int64
	err  error
}

func (l *lineReader) Read(p []byte) (int, error) {
	n, err := l.r.Read(p)
	if l.read == 0 && bytes.HasPrefix(p[:n], []byte("\xef\xbb\xbf")) {
		copy(p, "   ") // a byte order mark is no JSON
	}
	for i, c := range p[:n] {
		if c == '\n' {
			l.ends = append(l.ends, l.read+int64(i))
		}
	}
	l.read += int64(n)
	if err != nil && err != io.EOF {
		l.err = err
	}
	return n, err
}

// at returns the line, from 1, that holds an offset.
func (l *lineReader) at(offset int64) int {
	return 1 + sort.Search(len(l.ends), func(i int) bool { return l.ends[i] >= offset })
}
