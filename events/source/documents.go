package source

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"runtime"
	"sync"
	"time"

	"golang.org/x/sync/semaphore"
)

// Options set the limits of reading. The zero value has good defaults.
type Options struct {
	MaxBytes int64         // largest file; 64 MiB when 0. Files of JSON lines have no limit, each of their lines one of four times MaxBytes
	MaxFiles int           // most files read, 0 for no limit; the rest is named in a diagnostic
	Stdin    io.Reader     // what the path "-" reads; os.Stdin when nil
	Workers  int           // files read at the same time; the number of CPUs when 0
	Timeout  time.Duration // of one PDF, HTML or DOCX file; 20 s when 0

	// Skip tells files to leave out without a word; nil leaves out none. path
	// is that of a Diagnostic. It is called once for each file that is found,
	// from one goroutine at a time, before the first file is read.
	Skip func(path string, file fs.FileInfo) bool
}

const (
	defaultMaxBytes = 64 << 20
	defaultTimeout  = 20 * time.Second
	lineFactor      = 4        // escapes lengthen a text in JSON
	window          = 64 << 20 // bytes read ahead and not yet handed over
)

func (opt Options) withDefaults() Options {
	if opt.MaxBytes <= 0 {
		opt.MaxBytes = defaultMaxBytes
	}
	if opt.Workers <= 0 {
		opt.Workers = runtime.GOMAXPROCS(0)
	}
	if opt.Timeout <= 0 {
		opt.Timeout = defaultTimeout
	}
	return opt
}

// Documents reads files, folders of files, and "-" for standard input. The
// documents come in the order of paths, those of a folder in lexical order of
// their paths, whatever the number of workers. Every input ends as a document
// or as an Error given to report, and the reading goes on. report may be nil;
// it is called from the goroutine that ranges over the sequence, in order.
//
// In a folder, names that begin with "." or "_" are skipped, files of other
// types are left out and counted in one Warning, and links are followed only
// to files inside the folder. A file named twice is read once.
//
// The sequence can be ranged over once when paths hold "-", else any number of
// times. At most about 64 MiB of files are read ahead, or one larger file.
func Documents(paths []string, opt Options, report func(Diagnostic)) iter.Seq[Document] {
	opt = opt.withDefaults()
	if report == nil {
		report = func(Diagnostic) {}
	}
	return func(yield func(Document) bool) {
		ctx, cancel := context.WithCancel(context.Background())
		var running sync.WaitGroup
		r := &reader{
			ctx:    ctx,
			opt:    opt,
			memory: semaphore.NewWeighted(window),
			queue:  make(chan *task, 4*opt.Workers),
			work:   make(chan *task),
		}
		defer func() {
			cancel()
			running.Wait()
			for _, root := range r.roots {
				root.Close()
			}
		}()
		running.Add(1)
		go func() {
			defer running.Done()
			defer close(r.queue)
			defer close(r.work)
			r.walk(paths)
		}()
		for range opt.Workers {
			running.Add(1)
			go func() {
				defer running.Done()
				for t := range r.work {
					t.run()
				}
			}()
		}

		ids := idSet{&r.clashes, make(map[string]struct{})} // r.clashes is complete once a task comes
		for t := range r.queue {
			select {
			case <-t.done:
			case <-ctx.Done():
				return
			}
			for i := range t.results {
				res := &t.results[i]
				for _, d := range res.diagnostics {
					report(d)
				}
				if res.document == nil {
					continue
				}
				if d, renamed := ids.claim(res.document, t.display, res.line); renamed {
					report(d)
				}
				if !yield(*res.document) {
					return
				}
				*res = result{} // what was handed over need not be kept
			}
			r.memory.Release(t.held)
		}
	}
}

// reader walks the inputs and queues what is to be read.
type reader struct {
	ctx     context.Context
	opt     Options
	memory  *semaphore.Weighted
	queue   chan *task // every task, in the order of the output
	work    chan *task // the same, to be run
	files   int        // files queued
	beyond  int        // files left out by Options.MaxFiles
	clashes clashes
	roots   []*os.Root // of the folders named; open until the last file is read
}

// task is one file, or some lines of a file of lines. results are ready when
// done is closed.
type task struct {
	display string // path for diagnostics
	held    int64  // bytes of reader.memory
	do      func() []result
	results []result
	done    chan struct{}
}

// result is one document or why there is none, with what else is to be said.
type result struct {
	document    *Document
	line        int
	diagnostics []Diagnostic
}

func (t *task) run() {
	defer close(t.done)
	defer func() {
		if p := recover(); p != nil {
			t.results = []result{failed(t.display, 0, fmt.Errorf("cannot be read: %v", p))}
		}
	}()
	t.results = t.do()
}

// failed returns the result of an input that is no document.
func failed(path string, line int, err error) result {
	return result{line: line, diagnostics: []Diagnostic{{path, line, 0, Error, err.Error()}}}
}

// say queues a diagnostic.
func (r *reader) say(d Diagnostic) bool {
	t := &task{display: d.Path, results: []result{{diagnostics: []Diagnostic{d}}}, done: make(chan struct{})}
	close(t.done)
	select {
	case r.queue <- t:
		return true
	case <-r.ctx.Done():
		return false
	}
}

// enqueue queues a task that holds size bytes until its results are handed
// over; it waits until there is room and returns false when reading was stopped.
func (r *reader) enqueue(display string, size int64, do func() []result) bool {
	t := &task{display: display, held: min(size, window), do: do, done: make(chan struct{})}
	if r.memory.Acquire(r.ctx, t.held) != nil {
		return false
	}
	select {
	case r.queue <- t:
	case <-r.ctx.Done():
		return false
	}
	select {
	case r.work <- t:
		return true
	case <-r.ctx.Done():
		return false
	}
}

var errNoText = errors.New("no text: the file is empty or holds no words")

// read runs a format over one input and completes what every format shares.
func read(f *Format, in *Input, id, path string) (res result) {
	defer func() {
		if p := recover(); p != nil {
			res = failed(in.Path, in.Line, fmt.Errorf("cannot be read as %s: %v", f.Name, p))
		}
	}()
	doc, err := f.Read(in)
	if a, z := trim(doc.Text, 0, len(doc.Text)); err == nil && a == z {
		err = errNoText
	}
	if err != nil {
		res = failed(in.Path, in.Line, err)
		if errors.Is(err, errOurs) {
			res.diagnostics[0].Severity = Warning
		}
		res.diagnostics = append(in.reported, res.diagnostics...)
		return res
	}
	if doc.ID == "" {
		doc.ID = id
	}
	doc.Path = path
	sum := sha256.Sum256(in.Data)
	doc.SHA256 = hex.EncodeToString(sum[:])
	doc.Size = int64(len(in.Data))
	if doc.Language == "" {
		doc.Language = languageOf(&doc)
	}
	return result{document: &doc, line: in.Line, diagnostics: in.reported}
}
