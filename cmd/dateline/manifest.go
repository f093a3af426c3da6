package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"hash"
	"io"
	"os"
	"path/filepath"

	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/render/export"
)

// manifest is what "--manifest" writes and "verify" reads: what a run was made
// of and what it made. Paths are relative to the manifest's own folder, with
// slashes, so that it can be moved together with them.
type manifest struct {
	Version      int                `json:"version"` // 1
	Generator    graph.Generator    `json:"generator"`
	CorpusSHA256 string             `json:"corpus_sha256"` // of the list of documents, see export.CorpusHash
	Inputs       []manifestInput    `json:"inputs"`
	Documents    []manifestDocument `json:"documents"`
	Outputs      []manifestFile     `json:"outputs"`
}

// corpus is the SHA-256 of the documents that m lists, see export.CorpusHash.
func (m *manifest) corpus() string {
	g := graph.Graph{Documents: make([]graph.Document, len(m.Documents))}
	for i, d := range m.Documents {
		g.Documents[i].Document = &source.Document{ID: d.ID, SHA256: d.SHA256}
	}
	return export.CorpusHash(&g)
}

// manifestInput is a path that was named on the command line.
type manifestInput struct {
	Path   string `json:"path"` // "-" for standard input
	Graph  bool   `json:"graph,omitempty"`
	SHA256 string `json:"sha256,omitempty"` // of a graph
	Size   int64  `json:"size,omitempty"`
}

type manifestDocument struct {
	ID             string `json:"id"`
	Path           string `json:"path"` // below the input that holds it
	SHA256         string `json:"sha256"`
	Size           int64  `json:"size"`
	Published      string `json:"published"` // EDTF
	PublishedBasis string `json:"published_basis"`
	URL            string `json:"url"`
	Family         string `json:"family"`
	CopyOf         string `json:"copy_of"`
}

type manifestFile struct {
	Path   string `json:"path"`
	SHA256 string `json:"sha256"`
	Size   int64  `json:"size"`
}

// sums counts and hashes what is written through it.
type sums struct {
	hash hash.Hash
	size int64
}

func (s *sums) Write(p []byte) (int, error) {
	s.size += int64(len(p))
	return s.hash.Write(p)
}

func (s *sums) file(path string) manifestFile {
	return manifestFile{path, hex.EncodeToString(s.hash.Sum(nil)), s.size}
}

// withManifest returns outs and the manifest of them, which is written after
// the others. It lists the documents of g as it is by then; what goes to
// standard output it cannot list.
func withManifest(outs []output, name string, paths []string, g **graph.Graph) []output {
	made := make([]*sums, len(outs))
	all := make([]output, 0, len(outs)+1)
	for i, o := range outs {
		all = append(all, output{o.name, func(w io.Writer) error {
			made[i] = &sums{hash: sha256.New()}
			return o.write(io.MultiWriter(w, made[i]))
		}})
	}
	return append(all, output{name, func(w io.Writer) error {
		m := manifest{Version: 1, Generator: (*g).Generator, CorpusSHA256: export.CorpusHash(*g), Inputs: []manifestInput{}, Documents: []manifestDocument{}, Outputs: []manifestFile{}}
		for _, p := range paths {
			in, err := inputOf(name, p)
			if err != nil {
				return err
			}
			m.Inputs = append(m.Inputs, in)
		}
		for i := range (*g).Documents {
			d := &(*g).Documents[i]
			m.Documents = append(m.Documents, manifestDocument{d.ID, d.Path, d.SHA256, d.Size, d.Published, d.PublishedBasis, d.URL, d.Family, d.CopyOf})
		}
		for i, o := range outs {
			if o.name != "-" && made[i] != nil {
				m.Outputs = append(m.Outputs, made[i].file(relative(name, o.name)))
			}
		}
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", " ")
		return enc.Encode(m)
	}})
}

// inputOf describes a path of the command line for the manifest of that name.
func inputOf(name, path string) (manifestInput, error) {
	if path == "-" {
		return manifestInput{Path: "-"}, nil
	}
	in := manifestInput{Path: relative(name, path)}
	r, _, err := openGraph(&input{paths: []string{path}})
	if r == nil || err != nil {
		return in, err
	}
	defer r.Close()
	s := &sums{hash: sha256.New()}
	if _, err := io.Copy(s, r); err != nil {
		return in, plain(err)
	}
	f := s.file(in.Path)
	in.Graph, in.SHA256, in.Size = true, f.SHA256, f.Size
	return in, nil
}

// relative returns path as seen from the folder of the manifest, with slashes;
// its last element where there is no way from one to the other.
func relative(manifest, path string) string {
	dir := filepath.Dir(manifest)
	if manifest == "-" {
		dir = "."
	}
	from, err := filepath.Abs(dir)
	if err == nil {
		from = resolved(from)
	}
	to, err2 := filepath.Abs(path)
	if err == nil && err2 == nil {
		to = filepath.Join(resolved(filepath.Dir(to)), filepath.Base(to))
		if rel, err := filepath.Rel(from, to); err == nil {
			return filepath.ToSlash(rel)
		}
	}
	return filepath.Base(path)
}

// resolved follows the links in a path, as far as it can.
func resolved(path string) string {
	if r, err := filepath.EvalSymlinks(path); err == nil {
		return r
	}
	return path
}

// openManifest reads a manifest.
func openManifest(name string, stdin io.Reader) (*manifest, error) {
	r := stdin
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		r = f
	}
	var m manifest
	return &m, json.NewDecoder(io.LimitReader(r, 1<<30)).Decode(&m)
}
