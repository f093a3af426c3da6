// Package contract checks outputs against docs/schema.json and against the
// rules that a JSON Schema cannot state. It is for tests only.
package contract

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// The parts of the schema that an output can be an instance of.
const (
	Graph  = ""                   // the graph that dateline build writes
	Date   = "#/$defs/date"       // a line of dateline dates
	Report = "#/$defs/report"     // a line of dateline extract
	Said   = "#/$defs/attributed" // a line of dateline extract --attributions
	Reply  = "#/$defs/reply"      // what dateline query and dateline why print with --json

	Corrections = "#/$defs/corrections" // what the page saves for dateline build --corrections
)

// SchemaPath returns the place of docs/schema.json in this checkout.
func SchemaPath() string {
	_, file, _, _ := runtime.Caller(0)
	return filepath.Join(filepath.Dir(file), "..", "..", "docs", "schema.json")
}

// Compile returns the part of docs/schema.json that is named. The schema
// itself is checked against the meta-schema of JSON Schema 2020-12.
func Compile(part string) (*jsonschema.Schema, error) {
	b, err := os.ReadFile(SchemaPath())
	if err != nil {
		return nil, err
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		return nil, fmt.Errorf("docs/schema.json: %w", err)
	}
	m, ok := doc.(map[string]any)
	if !ok {
		return nil, errors.New("docs/schema.json is no object")
	}
	id, _ := m["$id"].(string)
	c := jsonschema.NewCompiler()
	if err := c.AddResource(id, doc); err != nil {
		return nil, err
	}
	return c.Compile(id + part)
}

// Validate checks one JSON value against the part of the schema that is
// named. A graph is checked with Coherent as well.
func Validate(part string, value []byte) error {
	schema, err := Compile(part)
	if err != nil {
		return err
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(value))
	if err != nil {
		return err
	}
	if err := schema.Validate(v); err != nil {
		return err
	}
	if part == Graph {
		return Coherent(value)
	}
	return nil
}

// ValidateLines checks each line of a JSON-lines output, and that there is
// more than one.
func ValidateLines(part string, lines []byte) error {
	schema, err := Compile(part)
	if err != nil {
		return err
	}
	n := 0
	for line := range bytes.Lines(lines) {
		n++
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(line))
		if err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
		if err := schema.Validate(v); err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
	}
	if n < 2 {
		return fmt.Errorf("%d lines: too few to show anything", n)
	}
	return nil
}
