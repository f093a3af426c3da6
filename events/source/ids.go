package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
)

// Two inputs may give one id: folders that hold files of one name, or files of
// JSON lines that number their documents alike. Every holder of such an id is
// then renamed, by rules that look at the inputs and not at their order. Within
// one file of lines the first line keeps the id, as the order of lines is fixed.

// clashes says which ids are held by several inputs. The zero value has none.
type clashes struct {
	ids   map[uint64]int  // hash of an id to the entry that holds it, or to several
	twins map[string]bool // paths for diagnostics that several inputs have
}

// several stands for more than one entry in clashes.ids.
const several = -1

// hashID is the same in every run. Two ids with one hash are both renamed,
// which is harmless.
func hashID(id string) uint64 {
	h := fnv.New64a()
	io.WriteString(h, id)
	return h.Sum64()
}

func (c *clashes) has(id string) bool {
	holder, held := c.ids[hashID(id)]
	return held && holder == several
}

// findClashes reads the ids of all entries, those of lines from the files,
// which are read again for their documents. Pipes can be read once only: what
// they hold is not known here.
func (r *reader) findClashes(entries []entry) clashes {
	c := clashes{ids: make(map[uint64]int), twins: make(map[string]bool)}
	inputs := 0
	for i := range entries {
		if e := &entries[i]; e.say.Message == "" {
			_, seen := c.twins[e.display]
			c.twins[e.display] = seen
			inputs++
		}
	}
	if inputs < 2 {
		return clashes{}
	}
	for i := range entries {
		e := &entries[i]
		hold := func(id string) {
			h := hashID(id)
			if holder, held := c.ids[h]; held && holder != i {
				c.ids[h] = several
			} else {
				c.ids[h] = i
			}
		}
		switch {
		case e.say.Message != "":
		case e.stream:
			hold(e.id)
		case e.format.Lines:
			r.lineIDs(e, hold)
		case e.format.Rows:
			r.tableIDs(e, hold)
		default:
			hold(e.id)
		}
	}
	return c
}

// lineIDs gives the ids of a file of JSON lines to hold. What cannot be read is
// left to those who read the documents.
func (r *reader) lineIDs(e *entry, hold func(id string)) {
	f, err := e.open()
	if err != nil {
		return
	}
	defer f.Close()
	reader := bufio.NewReaderSize(f, batchBytes)
	for number := 1; r.ctx.Err() == nil; number++ {
		data, err := readLine(reader, r.opt.MaxBytes*lineFactor)
		var keys struct {
			ID  scalar `json:"id"`
			Doc scalar `json:"doc"`
		}
		if data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")); len(bytes.TrimSpace(data)) > 0 && json.Unmarshal(data, &keys) == nil {
			id := string(first(keys.ID, keys.Doc))
			if id == "" {
				id = lineID(e, number)
			}
			hold(id)
		}
		if err != nil && err != errLongLine {
			return
		}
	}
}

// lineID is the id of a line that states none.
func lineID(e *entry, line int) string { return fmt.Sprintf("%s:%d", e.id, line) }

// idSet holds the ids handed out in one run.
type idSet struct {
	clashes *clashes
	taken   map[string]struct{}
}

// claim makes d's id one that no other document has, and says so when it had
// to change it: by the folder that was named, where that tells the inputs
// apart, then by the document's hash. Only documents that are the same in all
// but their id are told apart by a number. display is the path for diagnostics.
func (ids *idSet) claim(d *Document, display string, line int) (Diagnostic, bool) {
	old := d.ID
	_, taken := ids.taken[old]
	if !taken && !ids.clashes.has(old) {
		ids.taken[old] = struct{}{}
		return Diagnostic{}, false
	}
	long := display // the folder that was named, and the path below it
	if line > 0 {
		long += "/" + old
	}
	hashed := long + "~" + d.SHA256[:min(8, len(d.SHA256))]
	candidates := []string{long, hashed}
	if ids.clashes.twins[display] || long == old {
		candidates = candidates[1:]
	}
	for i := 0; ; i++ {
		id := ""
		if i < len(candidates) {
			id = candidates[i]
		} else {
			id = fmt.Sprintf("%s~%d", hashed, i)
		}
		if _, taken := ids.taken[id]; !taken {
			d.ID = id
			ids.taken[id] = struct{}{}
			return Diagnostic{display, line, 0, Warning,
				fmt.Sprintf("another document is also called %q: this one is called %q", clip(old), clip(id))}, true
		}
	}
}

// clip shortens a string from a file for use in a message.
func clip(s string) string {
	const most = 80
	for i := range s {
		if i > most {
			return s[:i] + "…"
		}
	}
	return s
}
