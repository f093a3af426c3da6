package source

import "fmt"

// idSet holds the ids handed out in one run, with the input each came from.
type idSet map[string]struct{}

// claim makes d's id one that no earlier document has, and says so when it had
// to change it: by the folder that was named, then by the document's hash,
// then by a number. display is the path for diagnostics.
func (ids idSet) claim(d *Document, display string, line int) (Diagnostic, bool) {
	if _, taken := ids[d.ID]; !taken {
		ids[d.ID] = struct{}{}
		return Diagnostic{}, false
	}
	old := d.ID
	long := display // the folder that was named, and the path below it
	if line > 0 {
		long += "/" + old
	}
	candidates := []string{long, old + "~" + d.SHA256[:min(8, len(d.SHA256))]}
	for i := 0; ; i++ {
		id := ""
		if i < len(candidates) {
			id = candidates[i]
		} else {
			id = fmt.Sprintf("%s~%d", old, i)
		}
		if _, taken := ids[id]; !taken {
			d.ID = id
			ids[id] = struct{}{}
			return Diagnostic{display, line, 0, Warning,
				fmt.Sprintf("the id %q is taken by an earlier document: this one is called %q", clip(old), clip(id))}, true
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
