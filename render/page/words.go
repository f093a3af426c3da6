package page

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/dop251/goja"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/render/chart"
)

// words are the words of the interface. js/strings.js is the one table of
// them, for the scripts and for what is readable without them: here it is run
// as it is, plurals and all, with the words- files that it joins.
type words struct {
	mu    sync.Mutex // of the engine, which serves one caller at a time
	vm    *goja.Runtime
	table *goja.Object
	dates *strings.Replacer
}

var stringsProgram = sync.OnceValue(func() *goja.Program {
	return goja.MustCompile("strings.js", asset("js/words-compare.js")+asset("js/words-review.js")+asset("js/words-views.js")+asset("js/strings.js")+"\nT;", true)
})

// newWords reads the table. It panics when strings.js, a file of this package,
// does not hold one.
func newWords() *words {
	w := &words{vm: goja.New()}
	v, err := w.vm.RunProgram(stringsProgram())
	if err != nil {
		panic(err)
	}
	w.table = v.ToObject(w.vm)
	var pairs []string
	if err := w.vm.ExportTo(w.table.Get("dateWords"), &pairs); err != nil {
		panic(err)
	}
	w.dates = strings.NewReplacer(pairs...)
	return w
}

// say returns the words under a dotted name, "front.lead", made of args where
// the table holds a function. It panics when the table has no such words or
// they fail: names and arguments are this package's own.
func (w *words) say(name string, args ...any) string {
	w.mu.Lock()
	defer w.mu.Unlock()
	var v goja.Value = w.table
	for _, part := range strings.Split(name, ".") {
		if v == nil || goja.IsUndefined(v) {
			break
		}
		v = v.ToObject(w.vm).Get(part)
	}
	if v == nil || goja.IsUndefined(v) {
		panic(fmt.Sprintf("page: strings.js has no %q", name))
	}
	call, ok := goja.AssertFunction(v)
	if !ok {
		return v.String()
	}
	given := make([]goja.Value, len(args))
	for i, a := range args {
		given[i] = w.vm.ToValue(a)
	}
	result, err := call(w.table, given...)
	if err != nil {
		panic(fmt.Sprintf("page: %s of strings.js: %v", name, err))
	}
	return result.String()
}

// T is say, for templates.
func (w *words) T(name string, args ...any) string { return w.say(name, args...) }

// modality returns the words of a modality, the modality itself when it is none of those known.
func (w *words) modality(m events.Modality) string {
	if slices.Contains(events.Modalities, m) {
		return w.say("modality." + string(m))
	}
	return w.say("modalityUnknown", string(m))
}

// date returns a date in words.
func (w *words) date(x events.When) string { return w.dates.Replace(chart.DateWords(x)) }

// point returns an EDTF date in words, "" when it is unknown.
func (w *words) point(date string) string {
	if date == "" {
		return ""
	}
	return w.date(events.When{EDTF: date, Earliest: edtf.Open, Latest: edtf.Open})
}

// value returns a claimed value in words: a date is told as dates are, and
// what is reported as having happened is not told as a finding.
func (w *words) value(attribute, value string) string {
	switch attribute {
	case "date", "when":
		return w.point(value)
	case "happened":
		switch m := events.Modality(value); m {
		case events.Happened, events.Negated:
			return w.say("modalityShort." + value)
		}
	}
	return value
}
