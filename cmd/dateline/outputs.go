package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// output is one file that a command makes. name is "-" for standard output.
type output struct {
	name  string
	write func(io.Writer) error
}

// checkOutputs finds out before any work is done whether the outputs can be
// written: each is a new or a writable file in a folder that takes new files,
// no two are the same, and only one goes to standard output.
func checkOutputs(outs []output) error {
	seen := map[string]bool{}
	for _, o := range outs {
		name := o.name
		if name != "-" {
			if abs, err := filepath.Abs(name); err == nil {
				name = abs
			}
		}
		if seen[name] {
			if name == "-" {
				return errors.New("two outputs cannot both go to standard output: give one of them the name of a file")
			}
			return fmt.Errorf("two outputs have the name %s: give one of them another name", o.name)
		}
		seen[name] = true
		if o.name != "-" {
			if err := checkOutput(o.name); err != nil {
				return fmt.Errorf("cannot write %s: %w", o.name, plain(err))
			}
		}
	}
	return nil
}

func checkOutput(name string) error {
	name, stream, err := destination(name)
	if err != nil || stream {
		return err
	}
	if f, err := os.OpenFile(name, os.O_WRONLY, 0); err == nil {
		f.Close()
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	f, err := createTemp(name)
	if err != nil {
		dir := filepath.Dir(name)
		if info, statErr := os.Stat(dir); errors.Is(statErr, fs.ErrNotExist) {
			return fmt.Errorf("there is no folder %s; make it, or name another", dir)
		} else if statErr == nil && info.IsDir() {
			if errors.Is(err, fs.ErrNotExist) { // what /proc says
				return fmt.Errorf("the folder %s takes no new files; name another folder", dir)
			}
			return fmt.Errorf("the folder %s takes no new files (%v); name another folder", dir, plain(err))
		}
		return err
	}
	return errors.Join(f.Close(), os.Remove(f.Name()))
}

// destination follows the link that name may be, so that the file behind it is
// replaced and not the link. stream is true for a device or a pipe, which
// cannot be replaced.
func destination(name string) (path string, stream bool, err error) {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Lstat(name); err == nil {
			return "", false, errors.New("it is a link that leads nowhere")
		}
		return name, false, nil
	case err != nil:
		return "", false, err
	case info.IsDir():
		return "", false, errors.New("it is a folder")
	case !info.Mode().IsRegular():
		return name, true, nil
	}
	path, err = filepath.EvalSymlinks(name)
	return path, false, err
}

// createTemp makes a new file beside name, where a rename can put it in the
// place of name. It has the mode of the file it will replace, else that of any
// new file.
func createTemp(name string) (*os.File, error) {
	dir, base := filepath.Split(name)
	for i := 0; ; i++ {
		temp := filepath.Join(dir, fmt.Sprintf(".%s.%d-%d.tmp", base, os.Getpid(), i))
		f, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if errors.Is(err, fs.ErrExist) && i < 1000 {
			continue
		}
		if err != nil {
			return nil, err
		}
		if old, err := os.Stat(name); err == nil {
			if err := f.Chmod(old.Mode().Perm()); err != nil {
				return nil, errors.Join(err, f.Close(), os.Remove(temp))
			}
		}
		return f, nil
	}
}

// writeOutputs writes every output whole or none of them: all are prepared in
// files beside their destination before the first takes its place. When it
// returns an error or ctx is done, existing files are as they were.
//
// Note: a rename of several files is not one step. If the second of two fails,
// which takes a folder that changes within that moment, the first stays.
func writeOutputs(ctx context.Context, outs []output, stdout io.Writer) (err error) {
	type prepared struct{ temp, name string }
	var ready []prepared
	defer func() {
		for _, p := range ready { // those not renamed
			err = errors.Join(err, os.Remove(p.temp))
		}
	}()
	var streams []output
	for _, o := range outs {
		name, stream, err := o.name, true, error(nil)
		if o.name != "-" {
			if name, stream, err = destination(o.name); err != nil {
				return fmt.Errorf("cannot write %s: %w", o.name, plain(err))
			}
		}
		if stream {
			streams = append(streams, o)
			continue
		}
		f, err := createTemp(name)
		if err != nil {
			return fmt.Errorf("cannot write %s: %w", o.name, plain(err))
		}
		ready = append(ready, prepared{f.Name(), name})
		err = writeBuffered(ctx, f, o.write)
		if err == nil {
			// Without it a crash of the system may leave the new name with no content.
			err = f.Sync()
		}
		if err := errors.Join(err, f.Close()); err != nil {
			return fmt.Errorf("cannot write %s: %w", o.name, plain(err))
		}
	}
	for _, o := range streams { // these cannot be taken back: after all else that can fail
		err := error(nil)
		if o.name == "-" {
			err = writeBuffered(ctx, stdout, o.write)
		} else {
			err = writeStream(ctx, o)
		}
		if err != nil {
			return fmt.Errorf("cannot write %s: %w", nameOf(o), plain(err))
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	for len(ready) > 0 {
		if err := os.Rename(ready[0].temp, ready[0].name); err != nil {
			return fmt.Errorf("cannot replace %s: %w", ready[0].name, plain(err))
		}
		ready = ready[1:]
	}
	return nil
}

// nameOf is the name of an output for messages.
func nameOf(o output) string {
	if o.name == "-" {
		return "standard output"
	}
	return o.name
}

func writeStream(ctx context.Context, o output) error {
	f, err := os.OpenFile(o.name, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return errors.Join(writeBuffered(ctx, f, o.write), f.Close())
}

func writeBuffered(ctx context.Context, w io.Writer, write func(io.Writer) error) error {
	b := bufio.NewWriterSize(contextWriter{ctx, w}, 1<<16)
	if err := write(b); err != nil {
		return err
	}
	return b.Flush()
}

// contextWriter fails as soon as ctx is done, so that a long write stops.
type contextWriter struct {
	ctx context.Context
	w   io.Writer
}

func (c contextWriter) Write(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.w.Write(p)
}

// plain returns the reason of a path error without the operation and the path
// of a temporary file, which mean nothing to a user.
func plain(err error) error {
	var pe *fs.PathError
	var le *os.LinkError
	switch {
	case errors.As(err, &pe):
		return pe.Err
	case errors.As(err, &le):
		return le.Err
	}
	return err
}

// names lists the files of outs, for messages.
func names(outs []output) string {
	var s []string
	for _, o := range outs {
		if o.name != "-" {
			s = append(s, o.name)
		}
	}
	return strings.Join(s, ", ")
}
