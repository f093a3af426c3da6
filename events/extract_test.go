package events

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/events/text"
)

// published is the day of publication of every text of these tests: a Wednesday.
const published = "2023-05-17"

// line writes a report as the tests below do: what stands where nothing is is left out.
//
//	kind «trigger» when modality @place #measure=low..high(scope) <speaker
func line(r Report) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s «%s»", r.Kind, r.Trigger.Text)
	if r.When.EDTF != "" {
		fmt.Fprintf(&b, " %s", r.When.EDTF)
	}
	if r.Modality != Happened {
		fmt.Fprintf(&b, " %s", r.Modality)
	}
	for _, p := range r.Places {
		fmt.Fprintf(&b, " @%s", p.Name)
	}
	for _, f := range r.Figures {
		fmt.Fprintf(&b, " #%s=%d", f.Measure, f.Low)
		switch {
		case f.High == nil:
			b.WriteString("+")
		case *f.High != f.Low:
			fmt.Fprintf(&b, "..%d", *f.High)
		}
		if f.Scope != ScopeEvent {
			fmt.Fprintf(&b, "(%s)", f.Scope)
		}
	}
	for _, a := range r.Attribution {
		fmt.Fprintf(&b, " <%s", a.Speaker)
	}
	return b.String()
}

// read returns the reports of d, warnings left out.
func read(x *Extractor, d *source.Document) []Report {
	rs, _ := x.Extract(d)
	return rs
}

func lines(rs []Report) []string {
	var out []string
	for _, r := range rs {
		out = append(out, line(r))
	}
	return out
}

// Each case is a text and the reports it must give, among others that are not asked for.
func TestReportsSayWhatTheTextSays(t *testing.T) {
	x := testExtractor(t)
	for _, c := range []struct{ about, text, want string }{
		{"a date in the clause", "Rebels shelled Aleppo on 3 May 2023.", "shelling «shelled» 2023-05-03 @Aleppo"},
		{"a weekday before publication", "Rebels shelled Aleppo on Monday.", "shelling «shelled» 2023-05-15 @Aleppo"},
		{"a date that opens the sentence", "On 3 May, rebels shelled Aleppo and killed four people.", "shelling «shelled» 2023-05-03 @Aleppo #killed=4"},
		{"a date that only the saying has", "Officials said on Monday that the army had shelled Aleppo.", "shelling «shelled» ../2023-05-15 @Aleppo <Officials"},
		{"a statement on its own day", "The Interior Ministry announced on Monday that two men had been arrested.", "statement «announced» 2023-05-15"},
		{"a date within a noun phrase", "Talks stalled after the 3 May agreement.", "agreement «agreement» 2023-05-03"},
		{"a date with an event of its own clause", "The truce of 1994 failed when troops attacked Aleppo in 2016.", "attack «attacked» 2016 @Aleppo"},
		{"since a date, going on", "Troops have been shelling Aleppo since 3 May 2023.", "shelling «shelling» 2023-05-03/.. @Aleppo"},
		{"several days at once", "Attacks on Kharkiv on 3, 7 and 12 April killed 26 people.", "attack «Attacks» 2023-04-03/2023-04-12 @Kharkiv #killed=26(total)"},
		{"no date stated", "Rebels shelled Aleppo.", "shelling «shelled» @Aleppo"},
		{"a yardstick is no date", "It was the deadliest attack on Aleppo since 2016.", "attack «attack» @Aleppo"},
		{"a year in a treaty's name", "The two states signed on Monday what the 1949 Geneva Conventions demand.", "agreement «signed» 2023-05-15"},
		{"a date carried on", "Rebels attacked Aleppo on 3 May 2023. Nine civilians were killed.", "casualty-report «killed» 2023-05-03 @Aleppo #killed=9"},

		{"killed and wounded", "A bomb attack in Kabul on Monday killed nine people and wounded 34.", "explosive «bomb attack» 2023-05-15 @Kabul #killed=9 #injured=34"},
		{"at least, and a part", "Missiles hit Kharkiv on Monday, killing at least nine people, including four women.", "missile-strike «Missiles hit» 2023-05-15 @Kharkiv #killed=9+ #killed=4(part)"},
		{"in the passive", "Twelve civilians were killed and more than 40 wounded when missiles struck Kharkiv on Monday.", "missile-strike «missiles struck» 2023-05-15 @Kharkiv #killed=12 #injured=40+"},
		{"a total since a date", "Since 3 May, 61 civilians have been killed and 282 wounded.", "casualty-report «killed» 2023-05-03/2023-05-17 #killed=61(total) #injured=282(total)"},
		{"a total so far", "The army's attacks have so far destroyed 120 houses and three schools.", "destruction «destroyed» ../2023-05-17 #destroyed=120(total) #destroyed=3(total)"},
		{"killed or injured together", "About 40 farmers have been killed or seriously injured by mines over the past four months.", "explosive «injured by mines» 2023-01-17/2023-05-17 #casualties=40"},
		{"dozens", "Dozens of people were injured in clashes in Cairo on Monday.", "armed-clash «clashes» 2023-05-15 @Cairo #injured=24+"},
		{"missing, in a list", "Some 30 soldiers and 7 civilians went missing in the mountains on Monday.", "disappearance «went missing» 2023-05-15 #missing=30 #missing=7"},

		{"a demand", "The mayor demanded that the troops withdraw from Kherson.", "withdrawal «withdraw» demanded @Kherson <mayor"},
		{"an infinitive far from its verb", "The group called on rebels, militias and foreign states to withdraw from Idlib.", "withdrawal «withdraw» demanded @Idlib <The group"},
		{"a denial", "The Defence Ministry denied that it had shelled Aleppo.", "shelling «shelled» denied @Aleppo <Defence Ministry"},
		{"a plan", "The two ministers will meet in Vienna on Friday.", "talks «meet» 2023-05-19 planned @Vienna"},
		{"what is to be", "The ministers are to meet in Vienna on 26 May.", "talks «meet» 2023-05-26 planned @Vienna"},
		{"a noun that is planned", "Talks in Vienna are scheduled for Friday.", "talks «Talks» 2023-05-19 planned @Vienna"},
		{"a noun that was agreed on", "A ceasefire was agreed on 3 May.", "ceasefire «ceasefire» 2023-05-03"},
		{"a condition", "If troops attack Kherson, the talks fail.", "attack «attack» hypothetical @Kherson"},
		{"a negation", "Troops did not attack Kherson on Monday.", "attack «attack» 2023-05-15 negated @Kherson"},
		{"a negation within a phrase", "Rockets did not hit Kherson on Monday.", "missile-strike «Rockets did not hit» 2023-05-15 negated @Kherson"},
		{"never", "Artillery never struck Kherson.", "shelling «Artillery never struck» negated @Kherson"},
		{"a plan within a phrase", "Prisoners are to be exchanged on 26 May 2023.", "prisoner-exchange «Prisoners are to be exchanged» 2023-05-26 planned"},
		{"a list of infinitives", "Serbia is to hand over the district of Kalinovik by 20 May, and to withdraw from Mostar by 30 May.", "withdrawal «withdraw» ../2023-05-30 planned @Mostar"},
		{"a definite noun that was to be", "The withdrawal from Kherson was to have been complete on Monday.", "withdrawal «withdrawal» 2023-05-15 planned @Kherson"},
		{"put off", "The talks in Vienna were put off on Monday.", "talks «talks» 2023-05-15 planned @Vienna"},
		{"called off", "The talks in Vienna were called off.", "talks «talks» negated @Vienna"},
		{"a purpose", "Troops crossed the river on Monday in order to capture Kherson.", "territorial-control «capture Kherson» 2023-05-15 hypothetical @Kherson"},
		{"an infinitive that happened", "The shelling forced thousands to flee Kherson.", "displacement «flee» @Kherson"},
		{"an accusation", "Kyiv accused Russia of shelling Kherson.", "shelling «shelling» alleged @Kherson <Kyiv"},
		{"a definite noun is taken as given", "We demand that both sides respect the truce.", "ceasefire «truce» <We"},
		{"an indefinite one is not", "France urged a new ceasefire.", "ceasefire «ceasefire» demanded <France"},

		{"who said it, after", "Two men were arrested in Oslo on Monday, the police said.", "arrest «arrested» 2023-05-15 @Oslo #detained=2 <police"},
		{"according to", "According to the Red Cross, rebels shelled Aleppo on Monday.", "shelling «shelled» 2023-05-15 @Aleppo <Red Cross"},
		{"one ministry of two", "The bridge was destroyed on Monday, the Defence Ministry in Kyiv said.", "destruction «destroyed» 2023-05-15 <Defence Ministry in Kyiv"},
		{"an apposition", "Ada Orr, the mayor of Lod, said that shops had been looted.", "destruction «looted» <Ada Orr"},
		{"a quotation over sentences", "“They shelled the bridge on Monday. They came back and shelled Aleppo on Tuesday,” said Ada Orr.", "shelling «shelled» 2023-05-16 @Aleppo <Ada Orr"},

		{"under fire", "Kharkiv had been under heavy fire on Monday.", "shelling «under heavy fire» 2023-05-15 @Kharkiv"},
		{"a noun that only describes", "The rescue service opened a new office on Monday.", "launch «opened» 2023-05-15"},
		{"what is found is not founded", "Doctors found no one hurt in Kharkiv.", "other «found» 2023-05-17 @Kharkiv"},
		{"the price of bread", "Bread prices rose on Monday.", "result «prices rose» 2023-05-15"},
		{"a time zone is no place", "The truce began at midnight Moscow time on Monday.", "ceasefire «truce» 2023-05-15"},
		{"buildings are not people", "Some 341 other civilian buildings were damaged on Monday.", "destruction «damaged» 2023-05-15 #damaged=341"},
		{"a participle that describes", "The occupied districts are quiet.", ""},
		{"page of business", "Acme acquired Brightwell for $2 billion on 3 May 2023.", "deal «acquired» 2023-05-03 #money=2000000000"},
		{"no phrase but a date", "The mayor moved into the new hall on 3 May 2023.", "other «moved» 2023-05-03"},
	} {
		got := lines(read(x, document("d", published, c.text)))
		if c.want == "" && len(got) == 0 || slices.Contains(got, c.want) {
			continue
		}
		t.Errorf("%s: %s\ngot  %s\nwant %s", c.about, c.text, strings.Join(got, "\n     "), c.want)
	}
}

// A text in another language, without blocks or without words gives no reports and no harm.
func TestTextsThatTellNothing(t *testing.T) {
	x := testExtractor(t)
	for _, d := range []*source.Document{
		{ID: "empty"},
		{ID: "no blocks", Text: "Rebels shelled Aleppo on Monday."},
		{ID: "Russian", Language: "ru", Text: "attack", Blocks: []text.Block{{Span: text.Span{End: 6}}}},
		document("spaces", published, " \n\t "),
		document("furniture", published, "Leave a comment"),
	} {
		if rs := read(x, d); len(rs) != 0 {
			t.Errorf("%s: %v", d.ID, lines(rs))
		}
	}
}

func TestWhatIsLeftOutIsSaid(t *testing.T) {
	x := testExtractor(t)
	_, warnings := x.Extract(document("d", published, "It rained.\nRebels shelled Aleppo on 30 February 2023."))
	if len(warnings) != 1 || warnings[0].Line != 2 || warnings[0].Column != 26 || !strings.Contains(warnings[0].Message, "30 February 2023") {
		t.Errorf("an impossible date: %+v", warnings)
	}
	if rs, warnings := x.Extract(&source.Document{ID: "r", Language: "ru", Text: "x"}); len(rs) != 0 || len(warnings) != 1 {
		t.Errorf("a text in Russian: %v, %+v", rs, warnings)
	}
}

// checkReports fails if a report breaks what its type promises.
func checkReports(t testing.TB, d *source.Document, rs []Report) {
	t.Helper()
	seen := map[string]bool{}
	last := 0
	inside := func(what string, s text.Span) {
		if s.Start < 0 || s.End < s.Start || s.End > len(d.Text) {
			t.Fatalf("%s: span %v outside the text", what, s)
		}
	}
	for _, r := range rs {
		if seen[r.ID] {
			t.Fatalf("id %s stands twice", r.ID)
		}
		seen[r.ID] = true
		inside("trigger", r.Trigger.Span)
		inside("quote", r.Quote.Span)
		if d.Text[r.Trigger.Start:r.Trigger.End] != r.Trigger.Text || d.Text[r.Quote.Start:r.Quote.End] != r.Quote.Text {
			t.Fatalf("the text of a span is not what stands there: %q", r.Trigger.Text)
		}
		if !r.Quote.Contains(r.Trigger.Span) || r.Trigger.Start < last || r.Trigger.Len() > 60 || r.Trigger.Len() == 0 {
			t.Fatalf("trigger %v of quote %v after %d", r.Trigger.Span, r.Quote.Span, last)
		}
		last = r.Trigger.Start
		if w := r.When; w.Earliest != edtf.Open && w.Latest != edtf.Open && w.Earliest > w.Latest {
			t.Fatalf("%q: a date that ends before it begins: %+v", r.Trigger.Text, w)
		}
		for _, f := range r.Figures {
			inside("figure", f.Span)
			if f.High != nil && *f.High < f.Low || f.Low < 0 {
				t.Fatalf("figure %+v", f)
			}
		}
		for _, p := range r.Places {
			inside("place", p.Span)
		}
		for _, a := range append(slices.Clone(r.Actors), r.Targets...) {
			inside("actor", a.Span)
			if a.Name == "" {
				t.Fatal("an actor without a name")
			}
		}
		if !utf8.ValidString(r.Quote.Text) || r.Modality.Rank() == len(Modalities) {
			t.Fatalf("quote %q, modality %q", r.Quote.Text, r.Modality)
		}
		if r.Places == nil || r.Actors == nil || r.Targets == nil || r.Figures == nil || r.Attribution == nil {
			t.Fatal("a nil slice")
		}
	}
}

func TestReportsPointIntoTheirText(t *testing.T) {
	x := testExtractor(t)
	for _, s := range []string{
		"On 3 May 2023 rebels shelled Aleppo, killing 9 people. “We saw it,” said Ada Orr. Talks were put off.",
		strings.Repeat("Rebels attacked Aleppo on Monday and killed nine people, officials said. ", 60),
		strings.Repeat("attack ", 2000),
		strings.Repeat("killed 9, ", 2000),
		strings.Repeat("said that ", 1000) + "rebels attacked.",
		strings.Repeat("\"", 999) + "attack" + strings.Repeat("”", 999),
		"هاجم attack \u200fon Monday\u200e שלום killed ٩ people",
		"A\u0300ttack \u00ad on\u2028Monday killed １２ people in Ōsaka",
	} {
		d := document("d", published, s)
		rs := read(x, d)
		checkReports(t, d, rs)
		if again := read(x, d); !reflect.DeepEqual(rs, again) {
			t.Errorf("two readings of %.40q differ", s)
		}
	}
}

func FuzzExtract(f *testing.F) {
	for _, s := range []string{
		"On 3 May 2023 rebels shelled Aleppo, killing 9 people.", "“We saw it,” said Ada Orr, mayor of Lod.", "According to", "killed or", "at least",
		"5,000,000,000,000,000,000 killed", "two hundred and six dead", "U.S. U.K. Gen. said.", "between 9 and 10 were", "'s n't", "9-9-9-9 killed",
	} {
		f.Add(s)
	}
	x := testExtractor(f)
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "�")
		d := document("d", published, s)
		checkReports(t, d, read(x, d))
	})
}

func BenchmarkExtract(b *testing.B) {
	x := testExtractor(b)
	s := strings.Repeat("On 3 May 2023 rebels shelled Aleppo, killing at least nine people, including four women, the Interior Ministry said. "+
		"The weather in the valley stayed dry, and the harvest was good. Talks in Vienna were put off until Friday, according to two diplomats.\n", 400)
	d := &source.Document{ID: "d", Published: published, Language: "en", Text: s}
	at := 0
	for l := range strings.Lines(s) {
		d.Blocks = append(d.Blocks, text.Block{Span: text.Span{Start: at, End: at + len(l) - 1}})
		at += len(l)
	}
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		x.Extract(d)
	}
}
