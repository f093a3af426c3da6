package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// Lines are read in batches, each a task, so that they are parsed in parallel.
const (
	batchBytes = 1 << 20
	batchLines = 512
)

// numbered is one line of a file.
type numbered struct {
	line int
	data []byte
	err  error // instead of data
}

// queueLines queues the documents of a file that holds one a line, without
// holding the file. A line over the limit is skipped and reported.
func (r *reader) queueLines(e *entry, f io.Reader) bool {
	reader := bufio.NewReaderSize(f, batchBytes)
	limit := r.opt.MaxBytes * lineFactor
	file := *e
	var batch []numbered
	var size int64
	flush := func() bool {
		if len(batch) == 0 {
			return true
		}
		lines := batch
		batch = nil
		n := size
		size = 0
		return r.enqueue(file.display, n, func() []result { return r.readLines(&file, lines) })
	}
	any := false
	for number := 1; ; number++ {
		data, err := readLine(reader, limit)
		if number == 1 {
			data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
		}
		switch {
		case errors.Is(err, errLongLine):
			any = true
			batch = append(batch, numbered{number, nil, fmt.Errorf("the line is %s", tooLarge(limit))})
		case len(bytes.TrimSpace(data)) > 0:
			any = true
			batch = append(batch, numbered{number, data, nil})
			size += int64(len(data))
		}
		end := err != nil && !errors.Is(err, errLongLine)
		if end || size >= batchBytes || len(batch) >= batchLines {
			if !flush() {
				return false
			}
		}
		if end {
			if err != io.EOF {
				return r.say(Diagnostic{e.display, number, 0, Error, "cannot be read further: " + reason(err)})
			}
			if !any {
				return r.say(Diagnostic{e.display, 0, 0, Error, errNoText.Error()})
			}
			return true
		}
	}
}

var errLongLine = errors.New("line too long")

// readLine returns the next line without its end. It returns errLongLine, and
// skips the line, when it is longer than limit, and the reader's error at the
// end, together with the last line.
func readLine(reader *bufio.Reader, limit int64) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := reader.ReadSlice('\n')
		if !long {
			line = append(line, part...)
			if int64(len(line)) > limit+1 {
				long, line = true, nil
			}
		}
		if err == bufio.ErrBufferFull {
			continue
		}
		if long && (err == nil || err == io.EOF) {
			return nil, errLongLine
		}
		return bytes.TrimSuffix(line, []byte("\n")), err
	}
}

func (r *reader) readLines(e *entry, lines []numbered) []result {
	results := make([]result, 0, len(lines))
	for _, l := range lines {
		if l.err != nil {
			results = append(results, failed(e.display, l.line, l.err))
			continue
		}
		in := &Input{Path: e.display, Line: l.line, Data: l.data, limits: r.limits()}
		results = append(results, read(e.format, in, lineID(e, l.line), e.path))
	}
	return results
}
