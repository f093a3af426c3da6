package main

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/dateline-project/dateline/events/source"
)

func verifyCommand(s streams) *cobra.Command {
	quiet := false
	cmd := &cobra.Command{
		Use:   "verify MANIFEST [PATH...]",
		Short: "Check that documents and outputs are the bytes that a manifest recorded",
		Long: `Verify compares documents and outputs with a manifest, which "--manifest" of
build and export writes: each has to be there with the same SHA-256. The
documents are looked for where the manifest's inputs were, seen from its own
folder, or in the files and folders that are named as PATH.

The manifest's list of documents is compared with its own SHA-256, which
tables of an export hold too.

Exit code 0 means that all are the same, 1 that some differ, are missing or
could not be looked for; each of these is named.

What this shows is that these are the bytes that were read. It does not show
who wrote them, when, or that what they say is true; a manifest is only worth
what its own keeping is: keep it, or its SHA-256, where nobody can change it.`,
		Example: `  dateline build reports/ -o timeline.html --manifest manifest.json
  dateline verify manifest.json
  dateline verify manifest.json archive/reports/`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return errors.New("no MANIFEST given: name the file that --manifest wrote")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			m, err := openManifest(args[0], s.in)
			if err != nil {
				return fmt.Errorf("cannot read the manifest %s: %w", printable(args[0]), plain(err))
			}
			if m.Version != 1 {
				return fmt.Errorf("%s: it is no manifest that this program reads", printable(args[0]))
			}
			dir := filepath.Dir(args[0])
			if args[0] == "-" {
				dir = "."
			}
			v := &verifier{ctx: cmd.Context(), out: s.out, dir: dir, m: m}
			if m.CorpusSHA256 != m.corpus() {
				v.tell(args[0], "changed: its list of documents is not the one it was made with")
			}
			if err := v.all(args[1:]); err != nil {
				return err
			}
			if !quiet || v.wrong > 0 {
				fmt.Fprintln(s.out, v.summary())
			}
			if v.wrong > 0 {
				return errIncomplete
			}
			return nil
		},
	}
	cmd.Flags().BoolVarP(&quiet, "quiet", "q", false, "say only what differs")
	return cmd
}

// verifier compares files with a manifest and names those that differ.
type verifier struct {
	ctx       context.Context
	out       io.Writer
	dir       string // the manifest's folder
	m         *manifest
	documents int // found as recorded
	outputs   int
	wrong     int
}

func (v *verifier) tell(path, what string) {
	v.wrong++
	fmt.Fprintf(v.out, "%s: %s\n", printable(path), what)
}

func (v *verifier) all(paths []string) error {
	inManifest := len(paths) == 0
	for _, in := range v.m.Inputs {
		switch {
		case in.Graph:
			if what := v.file(v.at(in.Path), in.SHA256, in.Size); what != "" {
				v.tell(in.Path, what)
			}
		case inManifest && in.Path != "-":
			paths = append(paths, v.at(in.Path))
		}
	}
	places := v.places(paths)
	for i := 0; i < len(v.m.Documents); {
		if err := v.ctx.Err(); err != nil {
			return err
		}
		// Documents of one file of lines stand behind each other.
		end := i + 1
		for end < len(v.m.Documents) && v.m.Documents[end].Path == v.m.Documents[i].Path {
			end++
		}
		v.check(places, v.m.Documents[i:end])
		i = end
	}
	for _, f := range v.m.Outputs {
		if what := v.file(v.at(f.Path), f.SHA256, f.Size); what != "" {
			v.tell(f.Path, what)
		} else {
			v.outputs++
		}
	}
	return nil
}

// at returns a path of the manifest as seen from the working folder.
func (v *verifier) at(path string) string { return filepath.Join(v.dir, filepath.FromSlash(path)) }

// place is a file or folder that documents are looked for in.
type place struct {
	path   string
	folder bool
}

func (v *verifier) places(paths []string) []place {
	var out []place
	for _, p := range paths {
		info, err := os.Stat(p)
		if err != nil {
			v.tell(p, reasonOf(err))
			continue
		}
		out = append(out, place{p, info.IsDir()})
	}
	return out
}

// check looks for the documents of one path. Inputs may hold files of the same
// name: the documents are right if one of these holds them.
func (v *verifier) check(places []place, documents []manifestDocument) {
	path := documents[0].Path
	found := false
	missing := documents
	for _, p := range places {
		f, err := p.open(path)
		if err != nil {
			if !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, errElsewhere) {
				v.tell(path, reasonOf(err))
			}
			continue
		}
		found = true
		missing = notIn(f, missing)
		f.Close()
		if len(missing) == 0 {
			break
		}
	}
	v.documents += len(documents) - len(missing)
	for _, d := range missing {
		switch {
		case len(places) == 0:
			v.tell(d.ID, "not looked for: name the folder that holds it")
		case !found:
			v.tell(d.ID, "missing")
		default:
			v.tell(d.ID, "changed: its SHA-256 is not the one recorded")
		}
	}
}

var errElsewhere = errors.New("it is not here")

// open opens the file of a document. A manifest comes from anywhere: what it
// names is looked for inside the folder alone.
func (p place) open(path string) (*os.File, error) {
	if !p.folder {
		if filepath.Base(p.path) != path {
			return nil, errElsewhere
		}
		return openRegular(os.Open(p.path))
	}
	if !filepath.IsLocal(filepath.FromSlash(path)) {
		return nil, errElsewhere
	}
	root, err := os.OpenRoot(p.path)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	info, err := root.Stat(filepath.FromSlash(path))
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() { // a pipe would wait for a writer
		return nil, errElsewhere
	}
	return root.Open(filepath.FromSlash(path))
}

func openRegular(f *os.File, err error) (*os.File, error) {
	if err != nil {
		return nil, err
	}
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return nil, errors.Join(errElsewhere, err, f.Close())
	}
	return f, nil
}

// notIn returns the documents that are neither the file nor a line of it, nor
// a row if it is a table.
func notIn(f io.ReadSeeker, documents []manifestDocument) []manifestDocument {
	whole := sha256.New()
	if _, err := io.Copy(whole, f); err != nil {
		return documents
	}
	sum := hex.EncodeToString(whole.Sum(nil))
	have := map[string]bool{sum: true}
	if len(documents) > 1 || documents[0].SHA256 != sum {
		if _, err := f.Seek(0, io.SeekStart); err != nil {
			return documents
		}
		lineSums(f, have)
		if _, err := f.Seek(0, io.SeekStart); err == nil {
			rowSums(f, documents[0].Path, have)
		}
	}
	var missing []manifestDocument
	for _, d := range documents {
		if !have[d.SHA256] {
			missing = append(missing, d)
		}
	}
	return missing
}

// lineSums adds the SHA-256 of each line, as the reader of JSON lines takes
// it: without its end, and the first without a byte order mark.
func lineSums(r io.Reader, have map[string]bool) {
	b := bufio.NewReaderSize(r, 1<<16)
	h := sha256.New()
	first := true
	for {
		part, err := b.ReadSlice('\n')
		if first {
			part = bytes.TrimPrefix(part, []byte("\xef\xbb\xbf"))
			first = false
		}
		h.Write(bytes.TrimSuffix(part, []byte("\n")))
		if err == bufio.ErrBufferFull {
			continue
		}
		have[hex.EncodeToString(h.Sum(nil))] = true
		h.Reset()
		if err != nil {
			return
		}
	}
}

// rowSums adds the SHA-256 of each row of a table; a file of another type adds none.
func rowSums(r io.Reader, path string, have map[string]bool) {
	if !source.IsTable(path) {
		return
	}
	data, err := io.ReadAll(r)
	if err != nil {
		return
	}
	for row := range source.Rows(data) {
		sum := sha256.Sum256([]byte(row))
		have[hex.EncodeToString(sum[:])] = true
	}
}

// file compares one file and returns what is wrong with it, "" for nothing.
func (v *verifier) file(path, sum string, size int64) string {
	f, err := openRegular(os.Open(path))
	if err != nil {
		return reasonOf(err)
	}
	defer f.Close()
	s := &sums{hash: sha256.New()}
	if _, err := io.Copy(s, f); err != nil {
		return reasonOf(err)
	}
	if got := s.file(""); got.SHA256 != sum || got.Size != size {
		return "changed: its SHA-256 is not the one recorded"
	}
	return ""
}

func reasonOf(err error) string {
	if errors.Is(err, fs.ErrNotExist) {
		return "missing"
	}
	return "cannot be read: " + plain(err).Error()
}

func (v *verifier) summary() string {
	s := fmt.Sprintf("%d of %s and %d of %s are as recorded", v.documents, plural(len(v.m.Documents), "document"), v.outputs, plural(len(v.m.Outputs), "output"))
	if v.wrong == 0 {
		return "all the same: " + s
	}
	return s
}
