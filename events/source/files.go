package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// queueFile queues the reading of one file. It returns false when reading was
// stopped.
func (r *reader) queueFile(e *entry) bool {
	if r.opt.MaxFiles > 0 && r.files >= r.opt.MaxFiles {
		r.beyond++
		return true
	}
	r.files++
	if e.stream {
		return r.queueStream(e)
	}
	if e.format.Lines || e.format.Rows {
		f, err := e.open()
		if err != nil {
			return r.say(Diagnostic{e.display, 0, 0, Error, "cannot be opened: " + reason(err)})
		}
		defer f.Close()
		if e.format.Rows {
			return r.queueTable(e, f, e.size)
		}
		return r.queueLines(e, f)
	}
	if e.size > r.opt.MaxBytes {
		return r.say(Diagnostic{e.display, 0, 0, Error, tooLarge(r.opt.MaxBytes)})
	}
	file := *e
	return r.enqueue(e.display, e.size, func() []result {
		f, err := file.open()
		if err != nil {
			return []result{failed(file.display, 0, errors.New("cannot be opened: "+reason(err)))}
		}
		defer f.Close()
		data, err := readAll(f, file.size, r.opt.MaxBytes)
		if err != nil {
			return []result{failed(file.display, 0, err)}
		}
		return r.readFile(&file, data)
	})
}

// readFile reads a whole file that is in memory.
func (r *reader) readFile(e *entry, data []byte) []result {
	if len(data) == 0 {
		return []result{failed(e.display, 0, errNoText)}
	}
	in := &Input{Path: e.display, Data: data, limits: r.limits()}
	return []result{read(e.format, in, e.id, e.path)}
}

func (r *reader) limits() limits { return limits{bytes: r.opt.MaxBytes, timeout: r.opt.Timeout} }

// queueStream queues standard input or another pipe: JSON lines when it looks
// like it, else one document of the type that its first bytes show.
func (r *reader) queueStream(e *entry) bool {
	f, err := e.open()
	if err != nil {
		return r.say(Diagnostic{e.display, 0, 0, Error, "cannot be opened: " + reason(err)})
	}
	defer f.Close()
	buffered := bufio.NewReaderSize(f, 1<<16)
	start, err := buffered.Peek(512)
	if len(start) == 0 && err != nil && err != io.EOF {
		return r.say(Diagnostic{e.display, 0, 0, Error, "cannot be read: " + reason(err)})
	}
	if e.format == nil {
		e.format = sniff(start)
	}
	switch {
	case e.format.Lines:
		return r.queueLines(e, buffered)
	case e.format.Rows:
		return r.queueTable(e, buffered, 0)
	}
	data, err := readAll(buffered, 0, r.opt.MaxBytes)
	if err != nil {
		return r.say(Diagnostic{e.display, 0, 0, Error, err.Error()})
	}
	file := *e
	return r.enqueue(e.display, int64(len(data)), func() []result { return r.readFile(&file, data) })
}

// sniff tells the format of a stream by its first bytes.
func sniff(start []byte) *Format {
	trimmed := bytes.TrimLeft(bytes.TrimPrefix(start, []byte("\xef\xbb\xbf")), " \t\r\n")
	lower := bytes.ToLower(trimmed)
	name := "x.txt"
	switch {
	case bytes.HasPrefix(trimmed, []byte(`{`)) && bytes.Contains(trimmed, []byte(`"`)):
		name = "x.jsonl"
	case bytes.HasPrefix(trimmed, []byte("---\n")) || bytes.HasPrefix(trimmed, []byte("---\r\n")):
		name = "x.md"
	case bytes.HasPrefix(trimmed, []byte("%PDF-")):
		name = "x.pdf"
	case bytes.HasPrefix(trimmed, []byte("PK\x03\x04")):
		name = "x.docx"
	case bytes.HasPrefix(lower, []byte("<!doctype html")) || bytes.HasPrefix(lower, []byte("<html")):
		name = "x.html"
	}
	return formatOf(name)
}

// readAll reads at most limit bytes; size is what is expected.
func readAll(f io.Reader, size, limit int64) ([]byte, error) {
	var buf bytes.Buffer
	if size > 0 && size <= limit {
		buf.Grow(int(size) + bytes.MinRead)
	}
	n, err := buf.ReadFrom(io.LimitReader(f, limit+1))
	if err != nil {
		return nil, fmt.Errorf("cannot be read: %s", reason(err))
	}
	if n > limit {
		return nil, errors.New(tooLarge(limit))
	}
	return buf.Bytes(), nil
}

func tooLarge(limit int64) string {
	return fmt.Sprintf("larger than the limit of %s; raise it with --max-bytes", bytesOf(limit))
}

// bytesOf prints a number of bytes with a binary unit when that loses nothing.
func bytesOf(n int64) string {
	switch {
	case n >= 1<<20 && n%(1<<20) == 0:
		return fmt.Sprintf("%d MiB", n>>20)
	case n >= 1<<10 && n%(1<<10) == 0:
		return fmt.Sprintf("%d KiB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}
