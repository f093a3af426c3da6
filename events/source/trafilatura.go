package source

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/markusmobius/go-dateparser"
	"github.com/markusmobius/go-htmldate"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"

	"github.com/dateline-project/dateline/events/text"
)

// All use of the library that tells the text of a page from what is around it
// stands in this file, as it costs about 0.15 s at every start of a program
// that links it: it fills tables of dates in 200 languages whether they are
// used or not.

// article is what the library finds in a page.
type article struct {
	content                        *html.Node
	title, author, url, site, lang string
}

// extractArticle finds the main text of a page and its metadata. It does not
// look for dates.
func extractArticle(page *html.Node) (article, error) {
	r, err := trafilatura.ExtractDocument(page, trafilatura.Options{
		EnableFallback:  true,
		ExcludeComments: true,
		HtmlDateMode:    trafilatura.Disabled,
	})
	if err != nil {
		return article{}, err
	}
	if r == nil || r.ContentNode == nil {
		return article{}, errors.New("no main text found")
	}
	m := r.Metadata
	return article{r.ContentNode, m.Title, m.Author, m.URL, m.Sitename, m.Language}, nil
}

// dateOfPage looks for a date of publication in all of a page and its address,
// and returns it as EDTF with the words it was read from. Relative and
// incomplete dates are not read: the result does not depend on today.
func dateOfPage(page *html.Node, url string) (date, basis string) {
	r, err := htmldate.FromDocument(page, htmldate.Options{
		UseOriginalDate:  true,
		URL:              url,
		MinDate:          time.Date(1990, 1, 1, 0, 0, 0, 0, time.UTC),
		MaxDate:          time.Date(lastYear, 1, 1, 0, 0, 0, 0, time.UTC),
		DateParserConfig: &dateparser.Configuration{CurrentTime: time.Date(lastYear, 1, 1, 0, 0, 0, 0, time.UTC), StrictParsing: true},
	})
	if err != nil || r.IsZero() || r.DateTime.Year() >= lastYear {
		return "", ""
	}
	// What the source does not state was filled in.
	y, m, d := r.DateTime.Date()
	words := r.SrcString
	if !strings.Contains(words, strconv.Itoa(y)) || !strings.Contains(words, strconv.Itoa(d)) && !strings.Contains(words, strconv.Itoa(d + 100)[1:]) {
		return "", ""
	}
	found := absolute{year: y, month: int(m), day: d}.String()
	if strings.Contains(words, "<") && !states(flatten(words).Text, found) {
		return "", "" // a year of the page, and a number in another element
	}
	if endsSentence(words) && len(readStamps(words, false, eitherOrder)) == 0 {
		return "", "" // "Gunmen killed a priest on 20 May 2023." tells of that day
	}
	return found, words
}

// states reports whether a text gives a date in full.
func states(s, date string) bool {
	tokens := text.AppendTokens(nil, s)
	for _, monthFirst := range []bool{false, true} {
		if slices.ContainsFunc(findDates(s, tokens, monthFirst), func(a absolute) bool { return a.String() == date }) {
			return true
		}
	}
	return false
}
