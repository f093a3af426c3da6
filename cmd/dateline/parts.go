package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// partsFolder is the folder beside a page that holds its parts (--split). The
// parts are written to a folder that takes its place when all are there.
type partsFolder struct {
	dir, temp string
}

// partsBeside returns the folder of the parts of a page: "timeline.parts"
// beside timeline.html. It is an error if there is something of that name that
// is no folder of parts.
func partsBeside(page string) (*partsFolder, error) {
	if page == "-" {
		return nil, usageError{errors.New("--split needs a file to write the page to: its parts stand in a folder beside it")}
	}
	p := &partsFolder{dir: strings.TrimSuffix(page, filepath.Ext(page)) + ".parts"}
	list, err := os.ReadDir(p.dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("cannot write %s: %w", p.dir, plain(err))
	}
	for _, e := range list {
		if !isPart.MatchString(e.Name()) {
			return nil, fmt.Errorf("cannot replace the folder %s: it holds %s, which is no part of a page", p.dir, e.Name())
		}
	}
	return p, nil
}

var isPart = regexp.MustCompile(`^[a-z]+(-\d+)?\.js$`)

// address is the folder as the page names it.
func (p *partsFolder) address() string { return filepath.Base(p.dir) }

// write writes a part beside the others.
func (p *partsFolder) write(name string, content []byte) error {
	if p.temp == "" {
		dir, base := filepath.Split(p.dir)
		temp, err := os.MkdirTemp(filepath.Clean(dir+"."), "."+base+".*.tmp")
		if err != nil {
			return err
		}
		p.temp = temp
		if err := os.Chmod(temp, 0o755); err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join(p.temp, name), content, 0o644)
}

// take puts the parts in the place of those of an earlier run.
func (p *partsFolder) take() error {
	if err := os.RemoveAll(p.dir); err != nil {
		return err
	}
	if err := os.Rename(p.temp, p.dir); err != nil {
		return fmt.Errorf("cannot replace %s: %w", p.dir, plain(err))
	}
	p.temp = ""
	return nil
}

// discard removes parts that were not taken.
func (p *partsFolder) discard() {
	if p.temp != "" {
		os.RemoveAll(p.temp)
	}
}
