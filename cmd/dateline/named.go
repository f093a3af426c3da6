package main

import (
	"fmt"
	"io"
	"os"
)

// readNamed reads a small file that an option names. The zero value of T stands
// for no file. An error names the file.
func readNamed[T any](file string, read func(io.Reader) (T, error)) (T, error) {
	var none T
	if file == "" {
		return none, nil
	}
	f, err := os.Open(file)
	if err != nil {
		return none, fmt.Errorf("cannot read %s: %w", printable(file), plain(err))
	}
	defer f.Close()
	v, err := read(f)
	if err != nil {
		return none, fmt.Errorf("%s: %w", printable(file), plain(err))
	}
	return v, nil
}
