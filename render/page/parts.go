package page

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"fmt"
	"io"
	"runtime"

	"golang.org/x/sync/errgroup"
)

// A part is a piece of the page's data that the browser opens by itself.
type part struct {
	name string
	make func() (*columns, error)
}

// later lists the parts that follow the scripts: those the browser opens when
// the first chart stands, then those it opens when they are looked at. It
// numbers what they name, so that they can be made in any order.
func (m *model) later() []part {
	m.numberReports()
	plain := func(f func() *columns) func() (*columns, error) {
		return func() (*columns, error) { return f(), nil }
	}
	list := []part{{"facets", plain(m.facets)}, {"index", m.index}, {"links", plain(m.links)}, {"totals", m.totals}, {"copies", plain(m.copies)}, {"map", m.mapColumns}, {"method", m.method}}
	for lo := 0; lo < len(m.reports); lo += reportsBlock {
		hi := min(lo+reportsBlock, len(m.reports))
		list = append(list, part{fmt.Sprintf("reports-%d", lo/reportsBlock), func() (*columns, error) { return m.reportColumns(lo, hi) }})
	}
	blocks := m.textBlocks()
	for k, lo := range blocks {
		hi := len(m.g.Documents)
		if k+1 < len(blocks) {
			hi = blocks[k+1]
		}
		list = append(list, part{fmt.Sprintf("texts-%d", k), plain(func() *columns { return m.textColumns(lo, hi) })})
	}
	return list
}

// writeParts makes the parts, some at the same time, and hands each to write,
// in order.
func writeParts(list []part, write func(name string, packed []byte) error) error {
	// A few at a time: the parts of a large graph are larger than what is left of them.
	for n := 2 * runtime.GOMAXPROCS(0); len(list) > 0; list = list[min(n, len(list)):] {
		made := make([]bytes.Buffer, min(n, len(list)))
		var group errgroup.Group
		for i := range made {
			group.Go(func() error {
				c, err := list[i].make()
				if err != nil {
					return err
				}
				return c.pack(&made[i], list[i].name == "core")
			})
		}
		if err := group.Wait(); err != nil {
			return err
		}
		for i := range made {
			if err := write(list[i].name, made[i].Bytes()); err != nil {
				return err
			}
		}
	}
	return nil
}

// small is the size in bytes up to which what is needed at once is left
// uncompressed: a browser inflates on another thread, and waiting for that
// thread takes longer than reading so few bytes.
const small = 512 << 10

// pack writes the columns in base64, compressed with gzip unless they are small
// and needed at once: no byte of it can end a script element or a string of
// JavaScript. A colon stands before what is not compressed.
func (c *columns) pack(w io.Writer, atOnce bool) error {
	head, err := c.start()
	if err != nil {
		return err
	}
	plain := atOnce && len(head)+c.body.Len() <= small
	if plain {
		if _, err := io.WriteString(w, ":"); err != nil {
			return err
		}
	}
	out := base64.NewEncoder(base64.StdEncoding, w)
	to := io.WriteCloser(out)
	if !plain {
		if to, err = gzip.NewWriterLevel(out, 6); err != nil {
			return err
		}
	}
	for _, b := range [][]byte{head, c.body.Bytes()} {
		if _, err := to.Write(b); err != nil {
			return err
		}
	}
	if err := to.Close(); err != nil || plain {
		return err
	}
	return out.Close()
}

// element writes a part as a script element that holds data and does not run.
func element(w io.Writer, name string, packed []byte) error {
	for _, b := range [][]byte{[]byte(`<script type="application/octet-stream" id="dl-` + name + `">`), packed, []byte("</script>\n")} {
		if _, err := w.Write(b); err != nil {
			return err
		}
	}
	return nil
}
