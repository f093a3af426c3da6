package source

import (
	"math"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-project/dateline/events/text"
)

// pdfLine is one line of a page. Lengths are in units of the page; y grows
// from line to line in no fixed direction.
type pdfLine struct {
	text        string
	x, end, y   float64
	height      float64
	turned      bool // written in another direction than the line before it
	first, last bool // on its page
}

// lines joins the runs of a page into lines, in the order of the page's content.
func (p *pdfPage) lines() []pdfLine {
	var lines []pdfLine
	var b strings.Builder
	var before run
	flush := func() {
		if len(lines) > 0 && lines[len(lines)-1].text == "" {
			lines[len(lines)-1].text = strings.Join(strings.Fields(b.String()), " ")
		}
		b.Reset()
	}
	for i, r := range p.runs {
		same := false
		if i > 0 && math.Abs(r.ux-before.ux)+math.Abs(r.uy-before.uy) < 0.01 {
			height := math.Max(r.height, before.height)
			gap := r.x - before.end
			same = math.Abs(r.y-before.y) < 0.5*height && gap > -1.0*height && gap < 25*height
			if same && gap > r.gap*height {
				b.WriteByte(' ')
			}
		}
		if !same {
			flush()
			lines = append(lines, pdfLine{x: r.x, end: r.end, y: r.y, height: r.height,
				turned: i > 0 && math.Abs(r.ux-before.ux)+math.Abs(r.uy-before.uy) >= 0.01})
		}
		line := &lines[len(lines)-1]
		line.end = math.Max(line.end, r.end)
		line.height = math.Max(line.height, r.height)
		b.WriteString(r.text)
		before = r
	}
	flush()
	kept := lines[:0]
	for _, l := range lines {
		if l.text != "" {
			kept = append(kept, l)
		}
	}
	if len(kept) > 0 {
		kept[0].first, kept[len(kept)-1].last = true, true
	}
	return kept
}

// layoutPDF joins lines into paragraphs. Lines that stand first or last on
// three pages or more, but for numbers, are furniture.
func layoutPDF(pages [][]pdfLine) Document {
	repeated := repeatedLines(pages)
	known := vocabularyOf(pages)
	normal := usualHeight(pages)
	var d Document
	var b []byte
	var held []string // furniture between the halves of a paragraph, to stand behind it
	start := 0
	var height float64
	var heights []float64 // of the blocks
	var end func(role text.Role)
	end = func(role text.Role) {
		if len(b) > start {
			block := text.Block{Span: text.Span{Start: start, End: len(b)}, Role: role}
			if role == text.Body && block.Len() < 200 && height > 1.15*normal {
				block.Role, block.Level = text.Heading, 1
				if height < 1.4*normal {
					block.Level = 2
				}
			}
			d.Blocks = append(d.Blocks, block)
			heights = append(heights, height)
			b = append(b, "\n\n"...)
			start = len(b)
		}
		if len(held) > 0 {
			line := held[0]
			held = held[1:]
			b = append(b, line...)
			end(text.Furniture)
		}
	}
	var before *pdfLine
	for _, lines := range pages {
		right := rightMargins(lines)
		pageTop := false // only furniture stands above on this page
		for i := range lines {
			l := &lines[i]
			if (l.first || l.last) && (repeated[foldPhrase(l.text)] || isPageNumber(l.text)) {
				held = append(held, l.text)
				pageTop = pageTop || l.first
				continue
			}
			if before == nil || !joins(before, l, pageTop || l.first, right) {
				end(text.Body)
			}
			if len(b) == start {
				height = l.height
				b = append(b, l.text...)
			} else {
				b = appendLine(b, start, l.text, known)
			}
			before, pageTop = l, false
		}
	}
	for end(text.Body); len(held) > 0; {
		end(text.Body)
	}
	d.Text = string(b)
	markTitle(d.Blocks, heights)
	return d
}

// markTitle makes the tallest heading a title when it stands among the first
// blocks of a file and no other is as tall.
func markTitle(blocks []text.Block, heights []float64) {
	const reach = 12
	tallest, height := -1, 0.0
	for i, b := range blocks {
		if b.Role != text.Heading {
			continue
		}
		if heights[i] > 1.02*height {
			tallest, height = i, heights[i]
		} else if heights[i] > 0.98*height {
			tallest = -1 // one of several
		}
	}
	if tallest >= 0 && tallest < reach {
		blocks[tallest].Role, blocks[tallest].Level = text.Title, 0
	}
}

// joins reports whether a line goes on with the paragraph of the line before it.
func joins(before, l *pdfLine, pageTop bool, right map[int]float64) bool {
	if l.turned || math.Abs(before.height-l.height) > 0.12*before.height {
		return false
	}
	r, _ := utf8.DecodeRuneInString(l.text)
	if strings.ContainsRune("•·▪■●◦‣–—", r) {
		return false
	}
	if pageTop { // the paragraph goes on over the page break
		return !endsSentence(before.text) && unicode.IsLower(r)
	}
	pitch := math.Abs(l.y - before.y)
	if pitch > 1.9*l.height || pitch < 0.3*l.height {
		return false
	}
	if endsSentence(before.text) && l.x > before.x+0.8*l.height {
		return false // an indented first line
	}
	margin := right[column(before.x)]
	if m := right[column(l.x)]; m > margin {
		margin = m
	}
	width := margin - math.Min(before.x, l.x)
	if before.end < margin-math.Max(0.15*width, 3*l.height) {
		// A short line ends a paragraph, unless the sentence goes on.
		return !endsSentence(before.text) && unicode.IsLower(r)
	}
	return true
}

// column groups lines by where they begin, in steps of four points.
func column(x float64) int { return int(math.Floor(x / 4)) }

// rightMargins returns where the longest line of each column ends; columns of
// few lines, such as lists, end where the page does.
func rightMargins(lines []pdfLine) map[int]float64 {
	const few = 5
	right, count := make(map[int]float64), make(map[int]int)
	page := math.Inf(-1)
	for _, l := range lines {
		page = math.Max(page, l.end)
		for c := column(l.x) - 1; c <= column(l.x)+1; c++ {
			if count[c]++; count[c] == 1 || l.end > right[c] {
				right[c] = l.end
			}
		}
	}
	for c, n := range count {
		if n < few {
			right[c] = page
		}
	}
	return right
}

// appendLine appends a line to the paragraph in b, and puts a word together
// that was divided at the line end. A hyphen stays when the text has the word
// with it elsewhere.
func appendLine(b []byte, start int, line string, known map[string]int) []byte {
	const longestWord = 100
	end := string(b[max(start, len(b)-longestWord):])
	stem, soft := strings.CutSuffix(end, "\u00ad")
	hyphen := false
	if !soft {
		stem, hyphen = strings.CutSuffix(end, "-")
	}
	if !soft && !hyphen || !unicode.IsLower(firstRune(line)) {
		return append(append(b, ' '), line...)
	}
	left := stem[strings.LastIndexFunc(stem, isNoLetter)+1:]
	rest := line
	if i := strings.IndexFunc(line, isNoLetter); i >= 0 {
		rest = line[:i]
	}
	whole, divided := strings.ToLower(left+rest), strings.ToLower(left+"-"+rest)
	if left == "" || hyphen && known[divided] > 0 && known[whole] == 0 {
		return append(b, line...) // "long-" and "term"
	}
	return append(b[:len(b)-(len(end)-len(stem))], line...)
}

func isNoLetter(r rune) bool { return !unicode.IsLetter(r) }

// vocabularyOf counts the words of a file, those with hyphens too.
func vocabularyOf(pages [][]pdfLine) map[string]int {
	known := make(map[string]int)
	for _, lines := range pages {
		for _, l := range lines {
			for _, w := range strings.Fields(l.text) {
				w = strings.ToLower(strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) }))
				if w != "" {
					known[w]++
				}
			}
		}
	}
	return known
}

// repeatedLines returns the first and last lines of pages that stand on at
// least three of them, without numbers.
func repeatedLines(pages [][]pdfLine) map[string]bool {
	const least = 3
	count := make(map[string]int)
	for _, lines := range pages {
		for _, l := range lines {
			if (l.first || l.last) && len(l.text) < longestPhrase {
				count[foldPhrase(l.text)]++
			}
		}
	}
	repeated := make(map[string]bool)
	for phrase, n := range count {
		repeated[phrase] = n >= least && phrase != ""
	}
	return repeated
}

// isPageNumber reports whether a line is a number, or "Page 3 of 12".
func isPageNumber(line string) bool {
	switch foldPhrase(line) {
	case "":
		return len(line) <= 12 && strings.ContainsFunc(line, unicode.IsDigit)
	case "page", "page of", "p", "seite", "стр", "səh", "sayfa":
		return len(line) <= 20
	}
	return false
}

// usualHeight returns the size of most letters of a file.
func usualHeight(pages [][]pdfLine) float64 {
	type size struct {
		height  float64
		letters int
	}
	count := make(map[int]int)
	for _, lines := range pages {
		for _, l := range lines {
			count[int(math.Round(l.height*4))] += len(l.text)
		}
	}
	sizes := make([]size, 0, len(count))
	for h, n := range count {
		sizes = append(sizes, size{float64(h) / 4, n})
	}
	sort.Slice(sizes, func(i, j int) bool {
		if sizes[i].letters != sizes[j].letters {
			return sizes[i].letters > sizes[j].letters
		}
		return sizes[i].height < sizes[j].height
	})
	if len(sizes) == 0 {
		return 0
	}
	return sizes[0].height
}
