package source

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"github.com/dateline-project/dateline/events/text"
)

func TestEveryBadInputEndsAsADiagnostic(t *testing.T) {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	z.Write([]byte(paragraph))
	z.Close()
	for _, c := range []struct{ name, file, content, message string }{
		{"an empty file", "a.txt", "", "no text"},
		{"white space alone", "a.txt", " \n\t\r\n\u00a0\u200b", "no text"},
		{"a file of bytes", "a.txt", "\x7fELF\x02\x01\x01\x00\x00\x00", "binary"},
		{"a packed file", "a.txt", packed.String(), "binary"},
		{"control characters", "a.txt", strings.Repeat("\x01\x02 ab", 100), "binary"},
		{"a file over the limit", "a.txt", strings.Repeat("word ", 300), "larger than the limit of 1 KiB; raise it with --max-bytes"},
		{"a page without text", "a.html", "<html><body><script>x</script></body></html>", "no text"},
		{"a PDF that is none", "a.pdf", "hello", "no PDF file"},
		{"a PDF that ends at once", "a.pdf", "%PDF-1.7\n", ""},
		{"a DOCX that is none", "a.docx", "hello", "no DOCX file"},
		{"an empty line file", "a.jsonl", "\n\n", "no text"},
		{"a line that is no JSON", "a.jsonl", "hello", "no JSON object"},
		{"a line over the limit", "a.jsonl", `{"text":"` + strings.Repeat("word ", 3000) + `"}`, "limit of 4 KiB"},
	} {
		t.Run(c.name, func(t *testing.T) {
			docs, said := collect(t, Options{MaxBytes: 1024}, folder(t, map[string]string{c.file: c.content, "b.txt": "The river rose."}))
			if len(docs) != 1 || docs[0].ID != "b.txt" {
				t.Errorf("%d documents, want b.txt alone", len(docs))
			}
			if len(said) != 1 || said[0].Severity != Error || said[0].Path != "docs/"+c.file || !strings.Contains(said[0].Message, c.message) {
				t.Errorf("%+v, want one error that says %q", said, c.message)
			}
		})
	}
}

func TestPathsThatCannotBeReadAreNamed(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": "The river rose.", "b.xyz": "no", "sub/c.txt": "The ferries stopped."})
	secret := filepath.Join(dir, "secret.txt")
	if err := os.WriteFile(secret, []byte("x"), 0); err != nil {
		t.Fatal(err)
	}
	outside := filepath.Join(t.TempDir(), "outside.txt")
	if err := os.WriteFile(outside, []byte("Not to be read."), 0o644); err != nil {
		t.Fatal(err)
	}
	for link, target := range map[string]string{"out.txt": outside, "in.txt": "a.txt", "loop": ".", "none.txt": "nowhere.txt"} {
		if err := os.Symlink(target, filepath.Join(dir, "sub", link)); err != nil {
			t.Skip(err)
		}
	}
	empty := t.TempDir()
	docs, said := collect(t, Options{}, filepath.Join(dir, "missing"), filepath.Join(dir, "b.xyz"), dir, empty, filepath.Join(dir, "a.txt"))
	var ids []string
	for _, d := range docs {
		ids = append(ids, d.ID)
		if filepath.IsAbs(d.Path) || strings.Contains(d.Text, "Not to be read") {
			t.Errorf("%q from %q", d.Text, d.Path)
		}
	}
	want := "a.txt sub/c.txt"
	if os.Getuid() == 0 { // whom no file refuses
		want = "a.txt secret.txt sub/c.txt"
	}
	if got := strings.Join(ids, " "); got != want {
		t.Errorf("documents %s, want %s", got, want)
	}
	var b strings.Builder
	for _, d := range said {
		fmt.Fprintf(&b, "%s %s\n", d.Severity, d.Message)
		if filepath.IsAbs(d.Path) {
			t.Errorf("the path %q of a diagnostic is absolute", d.Path)
		}
	}
	for _, message := range []string{"error no such file or folder", `error files of type ".xyz" are not read`, "warning 5 files were left out", "error the folder holds no files that are read", "warning named twice"} {
		if !strings.Contains(b.String(), message) {
			t.Errorf("no diagnostic says %q:\n%s", message, b.String())
		}
	}
}

func TestIdsThatClashAreMadeDistinctWhateverTheOrder(t *testing.T) {
	root := t.TempDir()
	var dirs []string
	for _, name := range []string{"north", "south"} {
		dir := filepath.Join(root, name)
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte("The river rose in the "+name+"."), 0o644); err != nil {
			t.Fatal(err)
		}
		dirs = append(dirs, dir)
	}
	for range 2 {
		docs, said := collect(t, Options{}, dirs...)
		if len(docs) != 2 || len(said) != 2 {
			t.Fatalf("%d documents, %v", len(docs), said)
		}
		for _, d := range docs {
			if name, _, _ := strings.Cut(d.ID, "/"); d.ID != name+"/a.txt" || !strings.Contains(d.Text, name) {
				t.Errorf("%q has the id %q", d.Text, d.ID)
			}
		}
		dirs[0], dirs[1] = dirs[1], dirs[0]
	}
}

func TestCharsetsAreFound(t *testing.T) {
	russian := strings.Repeat("Паромы на нижней реке остановлены после наводнения. Мэр попросил пассажиров остаться дома, пока вода не спадёт. ", 4)
	german := strings.Repeat("Die Fähren auf dem unteren Fluss wurden gestoppt; der Bürgermeister bat die Fahrgäste, zu Hause zu bleiben. ", 4)
	encode := func(s string, e interface{ String(string) (string, error) }) string {
		out, err := e.String(s)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	utf16 := encode(russian, unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewEncoder())
	for _, c := range []struct{ name, file, content, want string }{
		{"UTF-8", "a.txt", russian, russian},
		{"UTF-8 with a mark", "a.txt", "\ufeff" + russian, "\ufeff" + russian},
		{"UTF-16 with a mark", "a.txt", utf16, russian},
		{"UTF-16 without a mark", "a.txt", encode(german, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder()), german},
		{"windows-1251", "a.txt", encode(russian, charmap.Windows1251.NewEncoder()), russian},
		{"KOI8-R", "a.txt", encode(russian, charmap.KOI8R.NewEncoder()), russian},
		{"windows-1252", "a.txt", encode(german, charmap.Windows1252.NewEncoder()), german},
		{"a page that declares windows-1251", "a.html", `<html><head><meta charset="windows-1251"></head><body><p>` + encode(russian, charmap.Windows1251.NewEncoder()) + `</p></body></html>`, strings.TrimSpace(russian)},
		{"a page that declares the wrong charset", "a.html", `<html><head><meta charset="windows-1251"></head><body><p>` + russian + `</p></body></html>`, strings.TrimSpace(russian)},
	} {
		t.Run(c.name, func(t *testing.T) {
			docs, said := collect(t, Options{}, folder(t, map[string]string{c.file: c.content}))
			if len(docs) != 1 {
				t.Fatal(said)
			}
			if got := docs[0].Text; strings.TrimSpace(got) != strings.TrimSpace(c.want) {
				t.Errorf("got %.80q, want %.80q", got, c.want)
			}
		})
	}
}

func TestInvalidBytesAreReplacedAndCounted(t *testing.T) {
	for _, s := range []string{"The mayor \xff\xfe spoke of the \xc0 pier. " + paragraph, "Gəncə şəhəri, \xe9 Bərdə şəhəri, Şuşa şəhəri. " + paragraph} {
		docs, said := collect(t, Options{}, folder(t, map[string]string{"a.txt": s}))
		if len(docs) != 1 || len(said) != 1 || said[0].Severity != Warning {
			t.Fatalf("%d documents, %v", len(docs), said)
		}
		n := strings.Count(docs[0].Text, "\uFFFD")
		if n == 0 || !strings.HasPrefix(said[0].Message, fmt.Sprintf("%d bytes", n)) {
			t.Errorf("%d replaced, %q", n, said[0].Message)
		}
	}
}

func TestFiftyMegabytesInOneLineAreReadInLinearTime(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	const size, markup = 50 << 20, 8 << 20
	fill := func(s string) string { return strings.Repeat(s, size/len(s)) }
	some := func(s string) string { return strings.Repeat(s, markup/len(s)) }
	for name, c := range map[string]struct{ file, content string }{
		"words":             {"a.txt", fill("word ")},
		"no space":          {"a.txt", fill("x")},
		"dates":             {"a.txt", fill("3 May 2019 ")},
		"brackets":          {"a.md", some("](")},
		"images":            {"a.md", some("![")},
		"quotation marks":   {"a.md", some(">")},
		"comments":          {"a.md", some("<!-- -->")},
		"open comments":     {"a.md", "x" + some("<!--")},
		"hashes":            {"a.md", some("#")},
		"pipes":             {"a.md", some("| ")},
		"open front matter": {"a.md", "---\n" + some("a: b ")},
		"a line of JSON":    {"a.jsonl", `{"text":"` + fill("The river rose. ") + `"}`},
	} {
		t.Run(name, func(t *testing.T) {
			dir := folder(t, map[string]string{c.file: c.content})
			docs, said := collect(t, Options{}, dir)
			if len(docs)+len(said) == 0 {
				t.Error("neither a document nor a diagnostic")
			}
		})
	}
}

func TestDeepPagesAreReadWithoutTheirTree(t *testing.T) {
	for name, s := range map[string]string{
		"deep":        strings.Repeat("<div>", 200_000) + "<p>" + paragraph + "</p><p>" + second + "</p>",
		"inline":      strings.Repeat("<b><i>", 50_000) + paragraph,
		"open tables": strings.Repeat("<table><tr><td>", 20_000) + paragraph,
	} {
		t.Run(name, func(t *testing.T) {
			docs, said := collect(t, Options{}, folder(t, map[string]string{"a.html": "<html><body>" + s}))
			if len(docs) != 1 || !strings.Contains(docs[0].Text, paragraph) {
				t.Fatalf("%d documents, %v", len(docs), said)
			}
			if len(said) != 1 || said[0].Severity != Warning {
				t.Errorf("%v, want a warning", said)
			}
			checkLayout(t, docs[0])
		})
	}
}

func TestZipBombsAreRefused(t *testing.T) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	f, err := w.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	chunk := bytes.Repeat([]byte(" "), 1<<20)
	for range 100 {
		if _, err := f.Write(chunk); err != nil {
			t.Fatal(err)
		}
	}
	w.Close()
	docs, said := collect(t, Options{}, folder(t, map[string]string{"a.docx": b.String()}))
	if len(docs) != 0 || len(said) != 1 || !strings.Contains(said[0].Message, "unfolds to") {
		t.Errorf("%d documents, %v", len(docs), said)
	}
	deep := docx(t, map[string]string{"word/document.xml": wordDocument(strings.Repeat("<w:p><w:r><w:t>a</w:t></w:r>", 10_000))})
	docs, said = collect(t, Options{}, folder(t, map[string]string{"a.docx": string(deep)}))
	if len(docs) != 1 || len(said) != 1 || !strings.Contains(said[0].Message, "read in part") {
		t.Errorf("%d documents, %v", len(docs), said)
	}
}

func TestDamagedPDFsNeverPanic(t *testing.T) {
	sound := writePDF("Ferries stop\n"+paragraph, "And the second page.\n"+second)
	random := rand.New(rand.NewSource(1))
	files := make(map[string]string)
	for i := range 300 {
		file := bytes.Clone(sound)
		for range 1 + random.Intn(20) {
			file[random.Intn(len(file))] = byte(random.Intn(256))
		}
		if i%5 == 0 {
			file = file[:random.Intn(len(file))]
		}
		files[fmt.Sprintf("%03d.pdf", i)] = string(file)
	}
	docs, said := collect(t, Options{Timeout: 5 * time.Second}, folder(t, files))
	errors := 0
	for _, d := range said {
		if d.Severity == Error {
			errors++
		}
	}
	if len(docs)+errors != len(files) {
		t.Errorf("%d documents and %d errors of %d files", len(docs), errors, len(files))
	}
}

func TestAPDFThatAsksForTerabytesIsRefused(t *testing.T) {
	sound := string(writePDF("Ferries stop\n" + paragraph))
	stream := "%PDF-1.7\n1 0 obj\n<< /Type /XRef /Size 99999999999 /W [1 2 1] /Length 4 >>\nstream\nabcd\nendstream\nendobj\nstartxref\n9\n%%EOF\n"
	for name, file := range map[string]string{
		"a table":         strings.Replace(sound, "0 6\n0000000000", "99999999999 6\n0000000000", 1),
		"a later table":   strings.Replace(sound, "trailer", "777777777777 1\n0000000000 65535 f \ntrailer", 1),
		"a stream":        stream,
		"an escaped name": strings.Replace(stream, "/Size", "/S#69ze", 1),
		"wide entries":    strings.NewReplacer("99999999999", "1", "[1 2 1]", "[1 77777777777 1]").Replace(stream),
	} {
		t.Run(name, func(t *testing.T) {
			if file == sound || file == stream && name != "a stream" {
				t.Fatal("the file was not changed")
			}
			docs, said := collect(t, Options{}, folder(t, map[string]string{"a.pdf": file}))
			if len(docs) != 0 || len(said) != 1 || !strings.Contains(said[0].Message, "damaged") {
				t.Errorf("%d documents, %v", len(docs), said)
			}
		})
	}
}

func TestStandardInputIsJSONLinesWhenItLooksLikeIt(t *testing.T) {
	for name, c := range map[string]struct{ in, ids string }{
		"lines":        {` {"id":"a","text":"The river rose."}` + "\n" + `{"text":"It fell."}`, "a stdin:2"},
		"text":         {"The river rose.", "stdin"},
		"a page":       {"<!DOCTYPE html><p>" + paragraph + "</p>", "stdin"},
		"front matter": {"---\ntitle: Flood\n---\nThe river rose.", "stdin"},
		"nothing":      {"", ""},
	} {
		t.Run(name, func(t *testing.T) {
			docs, said := collect(t, Options{Stdin: strings.NewReader(c.in)}, "-")
			var ids []string
			for _, d := range docs {
				ids = append(ids, d.ID)
				if strings.Contains(d.Text, "<p>") || strings.Contains(d.Title, "title:") {
					t.Errorf("%q", d.Text)
				}
			}
			if got := strings.Join(ids, " "); got != c.ids || (len(docs) == 0) != (len(said) == 1) {
				t.Errorf("ids %q, want %q; %v", got, c.ids, said)
			}
		})
	}
}

func TestTheOutputIsTheSameForAnyNumberOfWorkers(t *testing.T) {
	files := make(map[string]string)
	for i := range 60 {
		files[fmt.Sprintf("%02d/a.txt", i)] = fmt.Sprintf("Report %d on the river\n\n%s\n\n%s", i, paragraph, strings.Repeat(second, i%7))
	}
	var lines strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&lines, `{"id":"line %d","text":"The river rose by %d metres."}`+"\n", i, i)
	}
	files["lines.jsonl"] = lines.String()
	dir := folder(t, files)
	print := func(workers int) string {
		docs, said := collect(t, Options{Workers: workers}, dir)
		return fmt.Sprintf("%+v %+v", docs, said)
	}
	one := print(1)
	for _, n := range []int{2, 7, 32} {
		if print(n) != one {
			t.Errorf("%d workers give another result", n)
		}
	}
}

func TestReadingStopsWhenTheCallerDoes(t *testing.T) {
	files := make(map[string]string)
	for i := range 500 {
		files[fmt.Sprintf("%03d.txt", i)] = paragraph
	}
	dir := folder(t, files)
	before := runtime.NumGoroutine()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	for range Documents([]string{dir}, Options{}, nil) {
		break
	}
	for runtime.NumGoroutine() > before && ctx.Err() == nil {
		time.Sleep(time.Millisecond)
	}
	if n := runtime.NumGoroutine(); n > before {
		t.Errorf("%d goroutines, %d before", n, before)
	}
}

func TestMoreFilesThanAllowedAreNamed(t *testing.T) {
	docs, said := collect(t, Options{MaxFiles: 2}, folder(t, map[string]string{"a.txt": paragraph, "b.txt": paragraph, "c.txt": paragraph, "d.txt": paragraph}))
	if len(docs) != 2 || len(said) != 1 || !strings.Contains(said[0].Message, "2 more files") {
		t.Errorf("%d documents, %v", len(docs), said)
	}
}

func TestLanguagesAreTold(t *testing.T) {
	for want, s := range map[string]string{
		"en": paragraph,
		"ru": "Паромы на нижней реке остановлены после наводнения. Мэр попросил пассажиров остаться дома, пока вода не спадёт. По словам начальника порта, повреждены по меньшей мере три причала, ремонт займёт две недели. Жители города говорят, что такого высокого уровня воды они ещё не видели.",
		"hy": "Ջրհեղեղից հետո գետի վրա լաստանավերը դադարեցվել են։ Քաղաքապետը խնդրեց ուղևորներին մնալ տանը։",
		"ka": "წყალდიდობის შემდეგ მდინარეზე ბორნები გაჩერდა. მერმა მგზავრებს სთხოვა სახლში დარჩენა.",
		"":   "3 May 2019: 14, 15, 16",
	} {
		d := Document{Text: s, Blocks: []text.Block{{Span: text.Span{Start: 0, End: len(s)}}}}
		if got := languageOf(&d); got != want {
			t.Errorf("%q is told to be %q, want %q", s, got, want)
		}
	}
}
