// Package newstopic makes the documents of a long news topic out of those of a
// short one, to measure what thousands of articles on one matter cost: all of
// them share words, places and days, and many share sentences.
package newstopic

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline-project/dateline/events/edtf"
)

// article is one line of a file of documents.
type article struct {
	ID        string `json:"id"`
	Outlet    string `json:"outlet"`
	Published string `json:"published"` // EDTF
	Text      string `json:"text"`      // a sentence a line
}

// topics are files of a folder of development data, each the articles of one
// outlet on one topic.
var topics = [Topics]string{"gold/days-H1N1_reuters-dev.jsonl", "gold/days-bpoil_bbc-dev.jsonl"}

// Topics is the number of topics.
const Topics = 2

// File writes a file of n articles of one topic, a JSON object a line, and
// returns its path in a folder that is gone when b is done. They are made out of
// those of the topic of development data with that number, from 0, which the
// environment variable DATELINE_DEVDATA leads to; without it b is skipped.
func File(b testing.TB, topic, n int) string {
	b.Helper()
	folder := os.Getenv("DATELINE_DEVDATA")
	if folder == "" {
		b.Skip("DATELINE_DEVDATA is not set: no articles to make a topic of")
	}
	all, err := read(filepath.Join(folder, topics[topic]))
	if err != nil {
		b.Fatal(err)
	}
	path := filepath.Join(b.TempDir(), "topic.jsonl")
	if err := write(path, repeat(rand.New(rand.NewPCG(7, uint64(topic))), all, n)); err != nil {
		b.Fatal(err)
	}
	return path
}

func read(path string) (all []article, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	for d := json.NewDecoder(f); ; {
		var a article
		switch err := d.Decode(&a); err {
		case nil:
			all = append(all, a)
		case io.EOF:
			return all, nil
		default:
			return nil, err
		}
	}
}

func write(path string, all []article) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	e := json.NewEncoder(w)
	for i := range all {
		if err := e.Encode(&all[i]); err != nil {
			return errors.Join(err, f.Close())
		}
	}
	return errors.Join(w.Flush(), f.Close())
}

const (
	outlets   = 40
	leastSwap = 20 // of 100 sentences, those that come from another article
	mostSwap  = 40
	mostDays  = 10 // that an article is moved
)

// repeat returns n articles: each is one of all with an id of its own, put out
// by one of some outlets up to mostDays before or after, in which a part of the
// sentences is exchanged for those of any others.
func repeat(rng *rand.Rand, all []article, n int) []article {
	lines := make([][]string, len(all))
	for i := range all {
		lines[i] = strings.Split(all[i].Text, "\n")
	}
	out := make([]article, n)
	for k := range out {
		i := k % len(all)
		own := append([]string(nil), lines[i]...)
		swap := leastSwap + rng.IntN(mostSwap-leastSwap+1)
		for l := range own {
			if rng.IntN(100) < swap {
				other := lines[rng.IntN(len(lines))]
				own[l] = other[rng.IntN(len(other))]
			}
		}
		out[k] = article{ID: fmt.Sprintf("a%06d", k), Outlet: fmt.Sprintf("Outlet %d", rng.IntN(outlets)), Published: moved(all[i].Published, rng.IntN(2*mostDays+1)-mostDays), Text: strings.Join(own, "\n")}
	}
	return out
}

// moved returns an EDTF date of a day that many days later; any other as it is.
func moved(date string, days int) string {
	v, err := edtf.Parse(date)
	if err != nil {
		return date
	}
	if first, last := v.Bounds(); first == last {
		return (first + edtf.Day(days)).String()
	}
	return date
}
