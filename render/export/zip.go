package export

import (
	"archive/zip"
	"io"
	"time"
)

// archive writes the parts of an Office Open XML package, one after the other.
type archive struct {
	z   *zip.Writer
	err error
}

func newArchive(w io.Writer) *archive { return &archive{z: zip.NewWriter(w)} }

// packed is the time of every part. A package has to have one, and the same
// graph is to give the same bytes: the earliest that the format can hold.
var packed = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// part writes one part.
func (a *archive) part(name string, write func(p *printer)) {
	if a.err != nil {
		return
	}
	w, err := a.z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: packed})
	if err != nil {
		a.err = err
		return
	}
	p := newPrinter(w)
	write(p)
	a.err = p.flush()
}

// text writes a part that is known beforehand.
func (a *archive) text(name, content string) {
	a.part(name, func(p *printer) { p.print(content) })
}

func (a *archive) close() error {
	if a.err != nil {
		return a.err
	}
	return a.z.Close()
}

const xmlHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
