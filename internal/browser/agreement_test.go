package browser

import (
	"cmp"
	"encoding/csv"
	"encoding/json"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/graph"
)

// command runs the program.
func command(t *testing.T, args ...string) {
	t.Helper()
	run := exec.Command("go", append([]string{"run", "./cmd/dateline"}, args...)...)
	run.Dir = "../.."
	if out, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%v: %v: %s", args, err, out)
	}
}

// told is an event as one view or export tells it; a field that it does not
// tell is empty.
type told struct {
	Event                 int
	Label, Date, Accounts string
	Where                 string
}

// The sample, built as a user builds it: the events of each view and of the
// export have the same label, date and accounts, and the dossier the same
// figures as the export.
func TestAnEventIsTheSameInEveryViewAndExport(t *testing.T) {
	dir := t.TempDir()
	pageFile, jsonFile, tables := filepath.Join(dir, "p.html"), filepath.Join(dir, "g.json"), filepath.Join(dir, "tables")
	command(t, "build", "data/sample", "--quiet", "-o", pageFile, "--json", jsonFile)
	command(t, "export", jsonFile, "--format", "csv", "-o", tables)
	rows := eventTable(t, filepath.Join(tables, "events.csv"))
	var g graph.Graph
	b, err := os.ReadFile(jsonFile)
	if err == nil {
		err = json.Unmarshal(b, &g)
	}
	if err != nil {
		t.Fatal(err)
	}

	x := visit(t, pageFile, "#v=table", wide[0], wide[1])
	x.wait("document.body.dataset.ready")
	ids := inPageOrder(&g)
	if len(ids) != len(rows) {
		t.Fatalf("%d events in the page, %d in the export", len(ids), len(rows))
	}

	const collect = `(where => [...document.querySelectorAll('.view:not([hidden]) [data-event]')].map(e => { const q = s => { const f = e.querySelector(s); return f ? f.textContent.trim() : ''; };
		return { Event: +e.dataset.event, Label: q('.event'), Date: q('.date'), Accounts: q('.accounts'), Where: where }; }))(%s)`
	seen, places := map[string]int{}, 0
	check := func(where string) {
		t.Helper()
		for _, m := range eval[[]told](x, strings.Replace(collect, "%s", quoteJS(where), 1)) {
			row := rows[ids[m.Event]]
			accounts := strings.TrimSuffix(strings.TrimSuffix(m.Accounts, "s"), " independent account")
			if m.Label != "" && m.Label != row["title"] || m.Date != "" && m.Date != row["date"] || accounts != "" && accounts != row["n_accounts"] {
				t.Errorf("%s tells %+v, and the export %s, %s, %s accounts", where, m, row["title"], row["date"], row["n_accounts"])
			}
			if m.Label+m.Date+m.Accounts != "" {
				seen[where]++
			}
		}
	}
	eval[bool](x, "dispatchEvent(new Event('beforeprint'))") // all rows
	for _, hash := range []string{"#v=table", "#v=coverage", "#v=disagreements", "#v=disagreements&dispute=revision"} {
		eval[bool](x, "(location.hash = "+quoteJS(hash)+") && true")
		x.settle()
		check(hash)
	}
	eval[bool](x, "dispatchEvent(new Event('afterprint'))")
	eval[bool](x, "(location.hash = '#v=map') && true")
	x.wait("document.querySelector('.place-list .link')")
	places = eval[int](x, "document.querySelectorAll('.place-list .link').length")
	for i := range places {
		eval[bool](x, "(location.hash = '#v=map') && true")
		x.wait("document.querySelector('.place-list .link')")
		eval[bool](x, "document.querySelectorAll('.place-list .link')["+strconv.Itoa(i)+"].click() || true")
		x.wait("document.querySelector('.map-list .told-list li')")
		check("map")
	}
	for _, where := range []string{"#v=table", "#v=coverage"} {
		if seen[where] != len(rows) {
			t.Errorf("%s tells %d of %d events", where, seen[where], len(rows))
		}
	}
	for _, where := range []string{"#v=disagreements", "#v=disagreements&dispute=revision", "map"} {
		if seen[where] == 0 {
			t.Errorf("%s tells no event", where)
		}
	}

	// The dossier, and what one event's account over time says of the same figures.
	figures := 0
	for i := range g.Events {
		e := &g.Events[i]
		if len(e.Figures) == 0 {
			continue
		}
		eval[bool](x, "(location.hash = '#v=totals&account=event&e="+e.ID+"') && true")
		x.wait("document.querySelector('.dossier .figures') && document.querySelector('.dossier h2').textContent === document.querySelector('.view.totals .told').textContent && location.hash.includes(" + quoteJS(e.ID) + ")")
		x.settle()
		row := rows[e.ID]
		if s := x.text(".dossier .when"); s != row["date"] {
			t.Errorf("the dossier of %s is dated %s, the export %s", e.ID, s, row["date"])
		}
		if s := x.text(".dossier .counts"); !strings.Contains(s, " "+row["n_accounts"]+" independent account") {
			t.Errorf("the dossier of %s has %s, the export %s accounts", e.ID, s, row["n_accounts"])
		}
		check("account")
		table := eval[[][]string](x, "[...document.querySelectorAll('.dossier .figures tbody tr')].map(r => [...r.cells].slice(0, 4).map(c => c.textContent))")
		stated := eval[map[string][]string](x, "Object.fromEntries([...document.querySelectorAll('.panel')].map(p => [p.querySelector('h2').textContent, [...p.querySelectorAll('.statements .value')].map(v => v.textContent.replaceAll(',', ''))]))")
		for k, f := range e.Figures {
			want := []string{strconv.FormatInt(f.Low, 10), "at least " + strconv.FormatInt(f.Low, 10), "–"}
			if f.Best != nil {
				want[1] = strconv.FormatInt(*f.Best, 10)
			}
			if f.High != nil {
				want[2] = strconv.FormatInt(*f.High, 10)
			}
			if k >= len(table) || strings.Join(table[k][1:], " ") != strings.Join(want, " ") {
				t.Errorf("the figures of %s are %v, and of the graph %v", e.ID, table, want)
				continue
			}
			if f.Measure == "killed" && f.Population == row["killed_population"] && (row["killed_low"] != want[0] || f.Best != nil && row["killed_best"] != want[1]) {
				t.Errorf("the export of %s has killed %s, %s, the dossier %v", e.ID, row["killed_low"], row["killed_best"], want)
			}
			// Low and best are numbers that some text states, under the same name.
			all := " " + strings.Join(stated[table[k][0]], " ") + " "
			if !strings.Contains(all, want[0]) || f.Best != nil && !strings.Contains(all, want[1]) {
				t.Errorf("%s: %s is %v, and its account over time says %s", e.ID, table[k][0], want, all)
			}
			figures++
		}
	}
	if figures < 20 || seen["account"] == 0 {
		t.Errorf("%d figures compared", figures)
	}
}

// inPageOrder returns the ids of events in the order in which the page counts
// them: by the middle of their dates, those without one last.
func inPageOrder(g *graph.Graph) []string {
	middle := func(e graph.Event) int {
		switch a, b := e.When.Earliest, e.When.Latest; {
		case a == edtf.Open && b == edtf.Open:
			return math.MaxInt
		case a == edtf.Open:
			return 2 * int(b)
		case b == edtf.Open:
			return 2 * int(a)
		default:
			return int(a) + int(b)
		}
	}
	list := slices.Clone(g.Events)
	slices.SortStableFunc(list, func(a, b graph.Event) int { return cmp.Compare(middle(a), middle(b)) })
	ids := make([]string, len(list))
	for i := range list {
		ids[i] = list[i].ID
	}
	return ids
}

// eventTable reads a table of events by id.
func eventTable(t *testing.T, name string) map[string]map[string]string {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	if err != nil || len(lines) < 2 {
		t.Fatalf("%s: %d lines, %v", name, len(lines), err)
	}
	lines[0][0] = strings.TrimPrefix(lines[0][0], "\ufeff")
	rows := map[string]map[string]string{}
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, cell := range line {
			row[lines[0][i]] = cell
		}
		rows[row["event_id"]] = row
	}
	return rows
}
