// Package data_test checks the sample corpus and its annotation. The corpus
// itself holds no Go: dateline reads this folder as any user's.
package data_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// What annotation.json holds; _about/README.md says what each field means.
type (
	annotation struct {
		About     string     `json:"about"`
		Documents []document `json:"documents"`
		Events    []event    `json:"events"`
		Reports   []report   `json:"reports"`
		Traps     []trap     `json:"traps"`
	}
	document struct {
		ID        string   `json:"id"`
		File      string   `json:"file"`
		Published []string `json:"published"`
		Title     string   `json:"title"`
		Outlet    string   `json:"outlet"`
		Author    string   `json:"author"`
		URL       string   `json:"url"`
		CopyOf    string   `json:"copy_of"`
	}
	event struct {
		ID     string   `json:"id"`
		When   []string `json:"when"`
		Kinds  []string `json:"kinds"`
		Places []string `json:"places"`
	}
	trigger struct {
		Text  string `json:"text"`
		Start *int   `json:"start"`
		End   *int   `json:"end"`
	}
	report struct {
		Doc      string   `json:"doc"`
		Trigger  trigger  `json:"trigger"`
		Context  string   `json:"context"`
		Event    string   `json:"event"`
		Kind     string   `json:"kind"`
		Modality string   `json:"modality"`
		When     []string `json:"when"`
		Place    []string `json:"place"`
		Speaker  []string `json:"speaker"`
		Chain    []string `json:"chain"`
		Figures  []figure `json:"figures"`
	}
	figure struct {
		Measure    string `json:"measure"`
		Population string `json:"population"`
		Value      int    `json:"value"`
		High       *int   `json:"high"`
		Relation   string `json:"relation"`
		Scope      string `json:"scope"`
	}
	trap struct {
		Doc     string   `json:"doc"`
		Trigger trigger  `json:"trigger"`
		Context string   `json:"context"`
		Sort    string   `json:"sort"`
		Why     string   `json:"why"`
		Years   []string `json:"years"`
	}
)

var (
	modalities = []string{"happened", "alleged", "denied", "demanded", "planned", "hypothetical", "negated"}
	measures   = []string{"killed", "injured", "casualties", "missing", "displaced", "detained", "destroyed", "damaged"}
	relations  = []string{"=", ">=", ">", "~"}
	scopes     = []string{"event", "total", "part"}
	trapSorts  = []string{"date", "none"}
)

func load(t *testing.T) annotation {
	t.Helper()
	b, err := os.ReadFile("sample/_about/annotation.json")
	if err != nil {
		t.Fatal(err)
	}
	var a annotation
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(&a); err != nil {
		t.Fatal(err)
	}
	return a
}

// files returns the documents' files as dateline finds them: everything in the
// folder but names that begin with "_" or ".".
func files(t *testing.T) []string {
	t.Helper()
	var names []string
	entries, err := os.ReadDir("sample")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if n := e.Name(); n[0] != '_' && n[0] != '.' {
			names = append(names, n)
		}
	}
	return names
}

// texts returns by document id what the offsets and contexts refer to: the
// file, and for JSON lines the "text" of the line.
func texts(t *testing.T) map[string]string {
	t.Helper()
	m := map[string]string{}
	for _, name := range files(t) {
		b, err := os.ReadFile(filepath.Join("sample", name))
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Ext(name) != ".jsonl" {
			m[name] = string(b)
			continue
		}
		for _, l := range jsonLines(t, name, b) {
			m[l.ID] = l.Text
		}
	}
	return m
}

type jsonLine struct {
	ID, Title, Published, Outlet, Author, URL, Language, Text string
	Synthetic                                                 bool
}

func jsonLines(t *testing.T, name string, b []byte) []jsonLine {
	t.Helper()
	var lines []jsonLine
	for n, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		var l jsonLine
		if err := json.Unmarshal([]byte(line), &l); err != nil {
			t.Fatalf("%s:%d: %v", name, n+1, err)
		}
		lines = append(lines, l)
	}
	return lines
}

// locate reports why a trigger does not stand where its annotation says, nil if it does.
// Plain text and Markdown have offsets into the file; all have a context, which
// occurs once in the document and holds the trigger once.
func locate(id, text string, tr trigger, context string) error {
	if n := strings.Count(text, context); context == "" || n != 1 {
		return fmt.Errorf("context %q occurs %d times, want 1", context, n)
	}
	if n := strings.Count(context, tr.Text); tr.Text == "" || n != 1 {
		return fmt.Errorf("trigger %q occurs %d times in its context %q, want 1", tr.Text, n, context)
	}
	ext := filepath.Ext(id)
	if plain := ext == ".txt" || ext == ".md"; !plain {
		if tr.Start != nil || tr.End != nil {
			return fmt.Errorf("trigger %q has offsets, which mean nothing in this format", tr.Text)
		}
		return nil
	}
	if tr.Start == nil || tr.End == nil {
		return fmt.Errorf("trigger %q has no offsets", tr.Text)
	}
	start := strings.Index(text, context) + strings.Index(context, tr.Text)
	if *tr.Start != start || *tr.End != start+len(tr.Text) {
		return fmt.Errorf("trigger %q at %d-%d, want %d-%d", tr.Text, *tr.Start, *tr.End, start, start+len(tr.Text))
	}
	return nil
}

func TestEveryTriggerStandsWhereItsAnnotationSays(t *testing.T) {
	a, text := load(t), texts(t)
	for _, r := range a.Reports {
		if err := locate(r.Doc, text[r.Doc], r.Trigger, r.Context); err != nil {
			t.Errorf("%s: report: %v", r.Doc, err)
		}
	}
	for _, tr := range a.Traps {
		if err := locate(tr.Doc, text[tr.Doc], tr.Trigger, tr.Context); err != nil {
			t.Errorf("%s: trap: %v", tr.Doc, err)
		}
	}
}

func TestLocateRefuses(t *testing.T) {
	at := func(start, end int) trigger { return trigger{"fell", &start, &end} }
	const text = "Şuşa: a shell fell. Nobody was hurt."
	cases := []struct {
		name, id, context string
		trigger           trigger
		ok                bool
	}{
		{"nothing when all is right", "a.txt", "a shell fell.", at(16, 20), true},
		{"offsets in characters", "a.txt", "a shell fell.", at(14, 18), false},
		{"a context that is not there", "a.txt", "two shells fell", at(16, 20), false},
		{"a context that is there twice", "a.txt", "l", at(16, 20), false},
		{"plain text without offsets", "a.txt", "a shell fell.", trigger{Text: "fell"}, false},
		{"a page with offsets", "a.html", "a shell fell.", at(16, 20), false},
		{"a trigger outside its context", "a.html", "Nobody was hurt.", trigger{Text: "fell"}, false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if err := locate(c.id, text, c.trigger, c.context); (err == nil) != c.ok {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestLabelsAreFromTheirLists(t *testing.T) {
	a, kinds := load(t), kindIDs(t)
	in := func(where, what, value string, list []string) {
		t.Helper()
		if !slices.Contains(list, value) {
			t.Errorf("%s: %s %q is none of %v", where, what, value, list)
		}
	}
	events := map[string]event{}
	for _, e := range a.Events {
		if _, twice := events[e.ID]; twice {
			t.Errorf("event %s stands twice", e.ID)
		}
		events[e.ID] = e
		for _, k := range e.Kinds {
			in(e.ID, "kind", k, kinds)
		}
		checkDates(t, e.ID, e.When)
	}
	used := map[string]bool{}
	for _, r := range a.Reports {
		where := fmt.Sprintf("%s: %q", r.Doc, r.Trigger.Text)
		used[r.Event] = true
		in(where, "kind", r.Kind, kinds)
		in(where, "kind", r.Kind, events[r.Event].Kinds)
		in(where, "modality", r.Modality, modalities)
		checkDates(t, where, r.When)
		for _, f := range r.Figures {
			in(where, "measure", f.Measure, measures)
			in(where, "relation", f.Relation, relations)
			in(where, "scope", f.Scope, scopes)
			if f.Value < 1 || f.High != nil && *f.High <= f.Value {
				t.Errorf("%s: figure %+v", where, f)
			}
		}
	}
	for id := range events {
		if !used[id] {
			t.Errorf("event %s has no report", id)
		}
	}
	for _, tr := range a.Traps {
		in(tr.Doc, "sort of trap", tr.Sort, trapSorts)
	}
}

func kindIDs(t *testing.T) []string {
	t.Helper()
	b, err := os.ReadFile("kinds.txt")
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for line := range strings.Lines(string(b)) {
		if id, _, ok := strings.Cut(line, "|"); ok && line[0] != '#' {
			ids = append(ids, strings.TrimSpace(id))
		}
	}
	return ids
}

// edtfDate is the part of EDTF that the annotation uses: a date of any
// precision, an ISO week, an interval with open ends, a set of days.
var edtfDate = regexp.MustCompile(`^(` + oneDate + `|(` + oneDate + `|\.\.)/(` + oneDate + `|\.\.)|\{` + oneDate + `(,` + oneDate + `)*\})$`)

const oneDate = `\d{4}(-W\d\d|-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d)?)?)?)?`

func checkDates(t *testing.T, where string, dates []string) {
	t.Helper()
	if len(dates) == 0 {
		t.Errorf(`%s: no date; that none may be stated is written ""`, where)
	}
	for _, d := range dates {
		if d != "" && !edtfDate.MatchString(d) {
			t.Errorf("%s: %q is no EDTF date", where, d)
		}
	}
}

func TestEveryDocumentIsAnnotatedAndSaysThatItIsSynthetic(t *testing.T) {
	a := load(t)
	annotated := map[string]bool{}
	for _, d := range a.Documents {
		annotated[d.ID] = true
		checkDates(t, d.ID, d.Published)
		if d.Title == "" || d.Outlet == "" {
			t.Errorf("%s: no title or outlet", d.ID)
		}
	}
	told := map[string]int{}
	for _, r := range a.Reports {
		told[r.Doc]++
	}
	for id := range texts(t) {
		if !annotated[id] || told[id] < 5 {
			t.Errorf("%s: annotated %v, with %d reports", id, annotated[id], told[id])
		}
		delete(annotated, id)
	}
	for id := range annotated {
		t.Errorf("%s is annotated and is not in the folder", id)
	}
	for _, name := range files(t) {
		if !synthetic(t, name) {
			t.Errorf("%s does not say that it is synthetic", name)
		}
	}
}

// synthetic reports whether a file says so in the way of its format.
func synthetic(t *testing.T, name string) bool {
	b, err := os.ReadFile(filepath.Join("sample", name))
	if err != nil {
		t.Fatal(err)
	}
	s := string(b)
	switch filepath.Ext(name) {
	case ".txt":
		return strings.HasPrefix(s, "synthetic: true\n")
	case ".md":
		front, _, ok := strings.Cut(strings.TrimPrefix(s, "---\n"), "\n---\n")
		return ok && strings.Contains("\n"+front+"\n", "\nsynthetic: true\n")
	case ".html":
		head, _, ok := strings.Cut(s, "</head>")
		return ok && strings.Contains(head, `<meta name="synthetic" content="true"`)
	case ".jsonl":
		return !slices.ContainsFunc(jsonLines(t, name, b), func(l jsonLine) bool { return !l.Synthetic })
	}
	return false
}

// The README promises these; each is something that dateline must cope with.
func TestTheCorpusHoldsWhatItPromises(t *testing.T) {
	a := load(t)
	outlets, formats, copies, undated := map[string]bool{}, map[string]bool{}, 0, 0
	for _, d := range a.Documents {
		outlets[d.Outlet], formats[filepath.Ext(d.File)] = true, true
		if d.CopyOf != "" {
			copies++
		}
		if slices.Equal(d.Published, []string{""}) {
			undated++
		}
	}
	seen, totals, tolls := map[string]int{}, map[string]bool{}, map[int]bool{}
	for _, r := range a.Reports {
		seen[r.Modality]++
		for _, f := range r.Figures {
			if f.Scope == "total" && f.Measure == "killed" {
				totals[r.Event] = true
			}
			if r.Event == "ganja-10-17" && f.Measure == "killed" && f.Scope == "event" {
				tolls[f.Value] = true
			}
		}
	}
	for what, n := range map[string][2]int{
		"documents": {len(a.Documents), 14}, "outlets": {len(outlets), 5}, "formats": {len(formats), 4},
		"copies": {copies, 2}, "undated documents": {undated, 1}, "running totals": {len(totals), 6},
		"different tolls of one event": {len(tolls), 3}, "traps": {len(a.Traps), 5},
	} {
		if n[0] < n[1] {
			t.Errorf("%d %s, want at least %d", n[0], what, n[1])
		}
	}
	for _, m := range modalities {
		if seen[m] == 0 {
			t.Errorf("no report is %s", m)
		}
	}
}

func TestTheFilesAreCleanText(t *testing.T) {
	err := filepath.WalkDir("sample", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		switch {
		case err != nil:
			return err
		case bytes.ContainsAny(b, "\r\ufeff\ufffd"):
			t.Errorf("%s: a carriage return, a byte order mark or a replacement character", path)
		case !bytes.HasSuffix(b, []byte("\n")):
			t.Errorf("%s: no newline at the end", path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
