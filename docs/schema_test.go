package docs_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-project/dateline/graph"
	"github.com/dateline-project/dateline/internal/contract"
)

func TestExampleHoldsTheContract(t *testing.T) {
	b, err := json.Marshal(contract.Example())
	if err != nil {
		t.Fatal(err)
	}
	if err := contract.Validate(contract.Graph, b); err != nil {
		t.Error(err)
	}
}

func TestBrokenGraphsFail(t *testing.T) {
	tests := []struct{ name, old, new string }{
		{"a version that is not 1", `"version":1`, `"version":2`},
		{"a field renamed", `"copy_of"`, `"copyOf"`},
		{"an array that is null", `"links":[`, `"links":null,"x":[`},
		{"a date with a slash", `"earliest":"2021-03-01"`, `"earliest":"1/3/2021"`},
		{"a month that does not exist", `"latest":"2021-03-01"`, `"latest":"2021-13-01"`},
		{"words where EDTF stands", `"edtf":"2021-03-01"`, `"edtf":"last Monday"`},
		{"an unknown modality", `"modality":"happened"`, `"modality":"true"`},
		{"a figure in words", `"low":3`, `"low":"three"`},
		{"an absolute path", `"path":"a.txt"`, `"path":"/home/user/a.txt"`},
		{"an unknown relation", `"relation":"causes"`, `"relation":"leads-to"`},
		{"a stated link without its quote", `"why":{"document":"a.txt"`, `"why":{"document":""`},
		{"an unknown severity", `"severity":"error"`, `"severity":"fatal"`},
		{"a latitude beyond the pole", `"lat":-12.5`, `"lat":-92.5`},
		{"an event without reports", `"reports":["r1"],"documents"`, `"reports":[],"documents"`},
		{"a report of no event", `"event":"e1"`, `"event":"e9"`},
		{"a report of no document", `"document":"a.txt","kind"`, `"document":"z.txt","kind"`},
		{"a quote that is not in the text", `"text":"shells"`, `"text":"rounds"`},
		{"an earliest day after the latest", `"earliest":"2021-03-01"`, `"earliest":"2021-03-02"`},
		{"two reports of one id", `"id":"r2"`, `"id":"r1"`},
		{"a link to no event", `"to":"e2"`, `"to":"e3"`},
		{"a share of a side that was not declared", `"shares":[{"side":"North"`, `"shares":[{"side":"East"`},
		{"a document of a side that was not declared", `"copy_of":"","side":"North"`, `"copy_of":"","side":"East"`},
		{"more accounts of one side than there are", `"alone":1`, `"alone":2`},
		{"a family that does not hold its first", `"first":"a.txt"`, `"first":"b.txt"`},
	}
	good, err := json.Marshal(contract.Example())
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			bad := strings.Replace(string(good), tt.old, tt.new, 1)
			if bad == string(good) {
				t.Fatalf("the example does not hold %s", tt.old)
			}
			if err := contract.Validate(contract.Graph, []byte(bad)); err == nil {
				t.Error("passed")
			}
		})
	}
}

// TestSchemaKnowsEveryField walks the Go types, and fails on a field that the
// schema does not type, or does not require, unless it may be left out: then on
// one that the schema requires.
func TestSchemaKnowsEveryField(t *testing.T) {
	schema, err := contract.Compile(contract.Graph)
	if err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(contract.Example())
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range fields(reflect.TypeFor[graph.Graph](), "") {
		path, optional := strings.CutSuffix(path, "?")
		var v any
		if err := json.Unmarshal(b, &v); err != nil {
			t.Fatal(err)
		}
		if n := edit(v, strings.Split(path, "."), func(m map[string]any, key string) { delete(m, key) }); n == 0 {
			t.Errorf("%s: the example has none", path)
		} else if err := schema.Validate(v); (err == nil) != optional {
			t.Errorf("%s: it may be left out: %v; the schema says %v", path, optional, err)
		}
		if err := json.Unmarshal(b, &v); err != nil {
			t.Fatal(err)
		}
		edit(v, strings.Split(path, "."), func(m map[string]any, key string) { m[key] = []any{[]any{}} })
		if schema.Validate(v) == nil {
			t.Errorf("%s: the schema takes any type", path)
		}
	}
}

// fields returns the JSON paths of all fields of a struct type and of the
// structs it holds, such as events.when.edtf; embedded structs are flattened. A
// field that may be left out ends in a question mark.
func fields(t reflect.Type, prefix string) []string {
	for t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct {
		return nil
	}
	var paths []string
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case name == "-" || !f.IsExported():
		case f.Anonymous && name == "":
			paths = append(paths, fields(f.Type, prefix)...)
		default:
			if options == "omitempty" || options == "omitzero" {
				paths = append(paths, prefix+name+"?")
			} else {
				paths = append(paths, prefix+name)
			}
			paths = append(paths, fields(f.Type, prefix+name+".")...)
		}
	}
	slices.Sort(paths)
	return slices.Compact(paths)
}

// edit calls f for each object that holds the last key of path, on all
// elements of the arrays on the way, and returns how many there were.
func edit(v any, path []string, f func(m map[string]any, key string)) int {
	n := 0
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			n += edit(x, path, f)
		}
	case map[string]any:
		if len(path) > 1 {
			return edit(v[path[0]], path[1:], f)
		}
		if _, ok := v[path[0]]; ok {
			f(v, path[0])
			n++
		}
	}
	return n
}
