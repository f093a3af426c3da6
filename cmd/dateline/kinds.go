package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dateline-project/dateline/data"
	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/events/text"
	"github.com/dateline-project/dateline/render/page"
)

// ownKinds is the option --kinds of commands that find events.
type ownKinds struct{ path string }

func (o *ownKinds) flag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&o.path, "kinds", "", "`FILE` with kinds of event and words of your own; \"dateline list kinds --example\" prints one")
}

// vocabulary is the kinds of event and the words that tell them.
type vocabulary struct {
	kinds   []data.Kind
	lexicon *data.Lexicon
	path    string // of the user's file, "" without one
	digest  string // of what is in it
}

// load reads the user's file, if one is named, into the program's kinds.
func (o *ownKinds) load(cmd *cobra.Command) (vocabulary, error) {
	var v vocabulary
	var err error
	if o.path == "" {
		if cmd.Flags().Changed("kinds") {
			return v, usageError{errors.New("--kinds needs the name of a file")}
		}
		if v.kinds, err = data.Kinds(); err == nil {
			v.lexicon, err = data.LoadLexicon("en")
		}
		return v, err
	}
	f, err := os.Open(o.path)
	if err != nil {
		return v, fmt.Errorf("--kinds: %w; name a file, as \"dateline list kinds --example\" prints one", err)
	}
	defer f.Close()
	const most = 2 << 20 // more than the parser takes, so that it is the one to refuse
	b, err := io.ReadAll(io.LimitReader(f, most))
	if err != nil {
		return v, fmt.Errorf("--kinds: %w; name a file, as \"dateline list kinds --example\" prints one", err)
	}
	sum := sha256.Sum256(b)
	v.path, v.digest = o.path, hex.EncodeToString(sum[:])
	v.kinds, v.lexicon, err = data.LoadKinds(printable(o.path), string(b))
	return v, err
}

// input names the user's file among what is only read.
func (v *vocabulary) input() namedInput { return namedInput{v.path, "the file of kinds"} }

// extractor returns one that finds these kinds, after it has read the examples
// of the user's file as they say.
func (v *vocabulary) extractor() (*events.Extractor, error) {
	x, err := events.New(events.Options{Lexicon: v.lexicon, Kinds: v.kinds})
	if err != nil || v.path == "" {
		return x, err
	}
	for _, e := range v.lexicon.Examples {
		doc := &source.Document{ID: "example", Published: "2024-05-10", Language: "en", Text: e.Text, Blocks: []text.Block{{Span: text.Span{End: len(e.Text)}}}}
		reports, _ := x.Extract(doc)
		as := "nothing"
		right := e.Kind == "none" && len(reports) == 0
		if len(reports) > 0 {
			var told []string
			for _, r := range reports {
				right = right || r.Kind == e.Kind
				told = append(told, fmt.Sprintf("%s %q", r.Kind, r.Trigger.Text))
			}
			as = strings.Join(told, ", ")
		}
		if !right {
			return nil, fmt.Errorf("%s:%d: the example tells %s, and not %s; change a phrase or the example", printable(v.path), e.Line, as, e.Kind)
		}
	}
	return x, nil
}

// note adds to the options of a graph which file of kinds it was made with.
func (v *vocabulary) note(options map[string]string) {
	if v.path != "" {
		options["kinds"] = filepath.Base(v.path) + " sha256:" + v.digest
	}
}

// pageKinds returns the kinds as the page wants them.
func (v *vocabulary) pageKinds() []page.Kind {
	kinds := make([]page.Kind, len(v.kinds))
	for i, k := range v.kinds {
		kinds[i] = page.Kind{ID: k.ID, Label: k.Label, Class: k.Class}
	}
	return kinds
}
