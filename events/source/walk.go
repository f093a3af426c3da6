package source

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sort"
	"strings"
)

// entry is one file that was found, or what is to be said in its place.
type entry struct {
	display string // for diagnostics: the base name of what was named, and the path below it
	id      string // slash-separated path below the named folder, or the base name of a named file
	path    string // as Document.Path
	format  *Format
	size    int64
	open    func() (io.ReadCloser, error)
	key     string     // the same for two entries of one file
	stream  bool       // a pipe: its size is unknown and it can be read once
	say     Diagnostic // instead of a file, when Message is not ""
}

// walk lists all files, then queues them. Listing comes first so that ids that
// clash are made distinct in a way that does not depend on the order of paths.
func (r *reader) walk(paths []string) {
	var entries []entry
	for _, p := range paths {
		r.list(p, &entries)
	}
	entries = dropRepeats(entries)
	r.clashes = r.findClashes(entries)
	for i := range entries {
		if e := &entries[i]; e.say.Message != "" {
			if !r.say(e.say) {
				return
			}
		} else if !r.queueFile(e) {
			return
		}
	}
	if r.beyond > 0 {
		r.say(Diagnostic{"", 0, 0, Error, fmt.Sprintf("%d more files were not read: the limit is %d files; raise it with --max-files", r.beyond, r.opt.MaxFiles)})
	}
}

// list appends the files that p stands for.
func (r *reader) list(p string, entries *[]entry) {
	if p == "-" {
		*entries = append(*entries, entry{display: "stdin", id: "stdin", path: "stdin", key: "-", stream: true, open: r.openStdin})
		return
	}
	name := baseName(p)
	refuse := func(message string) {
		*entries = append(*entries, entry{say: Diagnostic{name, 0, 0, Error, message}})
	}
	info, err := os.Stat(p)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		refuse("no such file or folder; check the name")
		return
	case err != nil:
		refuse("cannot be opened: " + reason(err))
		return
	case !info.IsDir():
		f := formatOf(p)
		stream := !info.Mode().IsRegular()
		if r.skips(name, info) {
			return
		}
		if f == nil && !stream {
			refuse(fmt.Sprintf("files of type %q are not read; the types read are %s", clip(path.Ext(name)), extensions()))
			return
		}
		*entries = append(*entries, entry{display: name, id: name, path: name, format: f, size: info.Size(), key: identity(p), stream: stream,
			open: func() (io.ReadCloser, error) { return os.Open(p) }})
		return
	}
	root, err := os.OpenRoot(p)
	if err != nil {
		refuse("cannot be opened: " + reason(err))
		return
	}
	r.roots = append(r.roots, root)
	r.listFolder(root, p, name, entries)
}

func (r *reader) skips(path string, info fs.FileInfo) bool {
	return r.opt.Skip != nil && r.opt.Skip(path, info)
}

// listFolder appends the files of a folder. It reads through an os.Root, so
// that no link leads out of the folder, not even one that is set meanwhile.
func (r *reader) listFolder(root *os.Root, folder, name string, entries *[]entry) {
	before, skipped := len(*entries), 0
	left := make(map[string]int)
	base := identity(folder)
	err := fs.WalkDir(root.FS(), ".", func(rel string, d fs.DirEntry, err error) error {
		clean := strings.ToValidUTF8(rel, "\uFFFD")
		display := path.Join(name, clean)
		if err != nil {
			*entries = append(*entries, entry{say: Diagnostic{display, 0, 0, Error, "cannot be opened: " + reason(err)}})
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if rel == "." {
			return nil
		}
		if b := path.Base(rel); b[0] == '.' || b[0] == '_' {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if d.IsDir() {
			return nil
		}
		var info fs.FileInfo
		if d.Type()&fs.ModeSymlink != 0 {
			info, err = root.Stat(rel)
			if err != nil || info.IsDir() {
				left["links to folders or out of the folder"]++
				return nil
			}
		} else if info, err = d.Info(); err != nil {
			*entries = append(*entries, entry{say: Diagnostic{display, 0, 0, Error, "cannot be opened: " + reason(err)}})
			return nil
		}
		if r.skips(display, info) {
			skipped++
			return nil
		}
		f := formatOf(rel)
		if f == nil || !info.Mode().IsRegular() {
			kind := strings.ToLower(path.Ext(clean))
			if kind == "" || len(kind) > 12 {
				kind = "without a known type"
			}
			left[kind]++
			return nil
		}
		*entries = append(*entries, entry{display: display, id: clean, path: clean, format: f, size: info.Size(), key: filepath.Join(base, filepath.FromSlash(rel)),
			open: func() (io.ReadCloser, error) { return root.Open(filepath.FromSlash(rel)) }})
		return nil
	})
	if err != nil {
		*entries = append(*entries, entry{say: Diagnostic{name, 0, 0, Error, "cannot be opened: " + reason(err)}})
	}
	found := len(*entries) - before
	if len(left) > 0 {
		*entries = append(*entries, entry{say: Diagnostic{name, 0, 0, Warning, leftOut(left)}})
	}
	if found == 0 && skipped == 0 {
		*entries = append(*entries, entry{say: Diagnostic{name, 0, 0, Error, "the folder holds no files that are read; the types read are " + extensions()}})
	}
}

// leftOut says how many files of what types a folder holds that are not read.
func leftOut(left map[string]int) string {
	kinds := make([]string, 0, len(left))
	total := 0
	for k, n := range left {
		kinds = append(kinds, k)
		total += n
	}
	sort.Slice(kinds, func(i, j int) bool {
		if left[kinds[i]] != left[kinds[j]] {
			return left[kinds[i]] > left[kinds[j]]
		}
		return kinds[i] < kinds[j]
	})
	const most = 8
	var b strings.Builder
	if total == 1 {
		b.WriteString("1 file was left out, as it is no document of a type that is read:")
	} else {
		fmt.Fprintf(&b, "%d files were left out, as they are no documents of a type that is read:", total)
	}
	for i, k := range kinds {
		if i == most {
			fmt.Fprintf(&b, " and %d types more", len(kinds)-most)
			break
		}
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, " %d %s", left[k], k)
	}
	return b.String()
}

// dropRepeats removes files that were listed before, as when a folder and a
// file in it are both named.
func dropRepeats(entries []entry) []entry {
	seen := make(map[string]bool, len(entries))
	kept := entries[:0]
	for _, e := range entries {
		if e.key != "" && seen[e.key] {
			e = entry{say: Diagnostic{e.display, 0, 0, Warning, "named twice, and read once"}}
		} else if e.key != "" {
			seen[e.key] = true
		}
		kept = append(kept, e)
	}
	return kept
}

func (r *reader) openStdin() (io.ReadCloser, error) {
	if r.opt.Stdin == nil {
		return io.NopCloser(os.Stdin), nil
	}
	return io.NopCloser(r.opt.Stdin), nil
}

// baseName returns the last part of a path, also of "." and "..", in UTF-8.
func baseName(p string) string {
	b := filepath.Base(p)
	if b == "." || b == ".." || b == string(filepath.Separator) {
		if abs, err := filepath.Abs(p); err == nil {
			b = filepath.Base(abs)
		}
	}
	return strings.ToValidUTF8(filepath.ToSlash(b), "\uFFFD")
}

// identity returns a name of the file that is the same however it was named.
func identity(p string) string {
	if real, err := filepath.EvalSymlinks(p); err == nil {
		p = real
	}
	if abs, err := filepath.Abs(p); err == nil {
		p = abs
	}
	return p
}

// reason returns why a file could not be opened, without its path.
func reason(err error) string {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return err.Error()
}
