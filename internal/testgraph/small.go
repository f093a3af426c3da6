package testgraph

import (
	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/edtf"
	"github.com/dateline-project/dateline/events/source"
	"github.com/dateline-project/dateline/graph"
)

// Small returns a graph of 30 events in 9 documents: every glyph, every
// modality, the four sorts of dispute, copies, links of each basis, right to
// left text, an undated document.
func Small() *graph.Graph {
	b := newBuilder()
	const (
		herald, courier, wire, watch, blog = "Lowland Herald", "Upper Courier", "Mid Wire", "River Watch", "Stonebridge Notes"
	)
	b.document("herald-1.txt", herald, "Night strikes on Arlen", "2021-05-05", "f1", "")
	b.document("courier-1.txt", courier, "Arlen: what is known", "2021-05-05", "f2", "")
	b.document("wire-1.html", wire, "Strikes reported in Arlen", "2021-05-05", "f3", "")
	b.document("wire-2.html", "Coast Daily", "Strikes reported in Arlen", "2021-05-06", "f3", "wire-1.html")
	b.document("watch-1.md", watch, "Weekly summary, 3 to 9 May", "2021-05-10", "f4", "")
	b.document("herald-2.txt", herald, "The truce, a week on", "2021-05-20", "f5", "")
	b.document("courier-2.txt", courier, "From the first talks to the truce", "2021-06-02", "f6", "")
	b.document("blog-1.txt", blog, "Thirty years on the river", "", "f7", "")
	b.document("ar-1.txt", "صحيفة النهر", "الهدنة على النهر", "2021-05-19", "f8", "")

	dated := func(value, basis string) func(*events.Report) {
		return func(r *events.Report) { r.When = When(value, basis) }
	}
	says := func(value, basis, speaker, hedge string, figures ...events.Figure) func(*events.Report) {
		return func(r *events.Report) {
			r.When = When(value, basis)
			r.Hedge = hedge
			if speaker != "" {
				r.Attribution = append(r.Attribution, events.Attribution{Speaker: speaker, Cue: "said"})
			}
			r.Figures = append(r.Figures, figures...)
		}
	}

	e := b.event("e-strike-arlen", "missile-strike", "Missile strike, Arlen", "Arlen / Arlenne", When("2021-05-04", "Tuesday before 5 May 2021, the day of publication"), events.Happened)
	e.Figures = []graph.Figure{{Measure: "killed", Low: 9, Best: ptr(12), High: ptr(14), Reports: []string{"r0001", "r0002", "r0003"}}, {Measure: "injured", Low: 30, Reports: []string{"r0002"}}}
	e.Disputes = []graph.Dispute{
		{Attribute: "killed", Sort: graph.Conflict, Values: []graph.Value{{Value: "12", Reports: []string{"r0001"}}, {Value: "9", Reports: []string{"r0002"}}}},
		{Attribute: "killed", Sort: graph.Revision, Values: []graph.Value{{Value: "12", Reports: []string{"r0001"}}, {Value: "14", Reports: []string{"r0005"}}}},
		{Attribute: "casualties", Sort: graph.Scope, Values: []graph.Value{{Value: "12 killed", Reports: []string{"r0001"}}, {Value: "45 killed or injured", Reports: []string{"r0003"}}}},
		{Attribute: "reported", Sort: graph.Silence, Values: []graph.Value{{Value: blog, Reports: []string{}}}},
	}
	e.Actors = []events.Actor{{Name: "Lowland forces", Sort: "force"}}
	b.report("e-strike-arlen", "herald-1.txt", "Two missiles *struck* the market quarter of Arlen on Tuesday night, killing 12 people.", says("2021-05-04", "Tuesday before 5 May 2021, the day of publication", "city council", "", figure("killed", 12, ptr(12), "")))
	b.report("e-strike-arlen", "courier-1.txt", "Nine people died and at least 30 were hurt when missiles *hit* Arlen late on 4 May, a rescue official said.", says("2021-05-04", "stated: 4 May, year of publication", "rescue official", "", figure("killed", 9, ptr(9), ""), figure("injured", 30, nil, "at least")))
	b.report("e-strike-arlen", "wire-1.html", "A *strike* on Arlen overnight caused 45 casualties, reports said.", says("2021-05-05", "overnight before publication", "reports", "reports said", figure("casualties", 45, ptr(45), "")))
	b.report("e-strike-arlen", "wire-2.html", "A *strike* on Arlen overnight caused 45 casualties, reports said.", says("2021-05-05", "overnight before publication", "reports", "reports said", figure("casualties", 45, ptr(45), "")))
	b.report("e-strike-arlen", "herald-2.txt", "The *strike* on Arlen killed 14, the council now says.", says("2021-05-04", "as the earlier report", "city council", "", figure("killed", 14, ptr(14), "")))

	simple := func(id, kind, label, place, value, basis string, m events.Modality, doc, sentence string) {
		b.event(id, kind, label, place, When(value, basis), m)
		b.report(id, doc, sentence, nil)
	}
	simple("e-denial", "denial", "Denial, Lowland forces", "Arlen / Arlenne", "2021-05-05", "day of publication", events.Happened, "herald-1.txt", "The ministry *denied* on Wednesday that its forces had fired at the city.")
	simple("e-counter", "shelling", "Shelling, Bresk", "Bresk", "2021-05-05", "stated", events.Denied, "herald-1.txt", "It denied having *shelled* Bresk on 5 May.")
	b.report("e-counter", "courier-1.txt", "Residents of Bresk spoke of *shelling* on Wednesday.", func(r *events.Report) { r.Modality = events.Alleged; r.Hedge = "spoke of" })
	simple("e-alleged", "shooting", "Shooting, Dunmar", "Dunmar", "2021-05-06", "stated", events.Alleged, "watch-1.md", "A driver alleged that his lorry was *shot at* near Dunmar on Thursday.")
	simple("e-demand", "withdrawal", "Withdrawal, Bresk heights", "Bresk", "2021-05-07", "deadline named in the text", events.Demanded, "courier-1.txt", "The governor demanded that troops *withdraw* from the Bresk heights by Friday.")
	simple("e-planned", "talks", "Talks, Caldry", "Caldry", "2021-05-12", "next Wednesday", events.Planned, "watch-1.md", "Delegations plan to *meet* in Caldry next Wednesday.")
	simple("e-hypothetical", "sanction", "Sanction, Council of Six", "Caldry", "2021-06", "stated: June", events.Hypothetical, "herald-2.txt", "Should the truce fail, the Council of Six could *impose* sanctions in June.")
	simple("e-negated", "ceasefire-breach", "Alleged breach of a ceasefire, Bresk", "Bresk", "2021-05-19", "Wednesday before publication", events.Negated, "herald-2.txt", "No *breach* was recorded on Wednesday.")
	simple("e-span", "armed-clash", "Armed clash, Dunmar valley", "Dunmar", "2021-05-04/2021-05-09", "from Tuesday to Sunday", events.Happened, "watch-1.md", "*Fighting* in the Dunmar valley lasted from Tuesday to Sunday.")
	b.report("e-span", "courier-2.txt", "*Clashes* went on in the valley until 9 May.", dated("../2021-05-09", "until 9 May"))
	simple("e-span2", "displacement", "Displacement, Dunmar", "Dunmar", "2021-05-08/2021-05-16", "between the dates named", events.Happened, "courier-2.txt", "Between 8 and 16 May, some 2,000 people *left* Dunmar.")
	simple("e-month", "agreement", "Agreement, river crossing", "Caldry", "2021-05", "stated: in May", events.Happened, "courier-2.txt", "In May the sides *agreed* on a crossing of the river.")
	simple("e-dayinmonth", "explosive", "Landmine or explosive, Bresk", "Bresk", "2021-05-XX", "one day in May", events.Happened, "courier-2.txt", "One day in May a mine *exploded* under a tractor near Bresk.")
	simple("e-about", "abduction", "Abduction, Dunmar", "Dunmar", "2021-05-14~", "around 14 May", events.Happened, "courier-2.txt", "Around 14 May two shepherds were *taken* near Dunmar.")
	simple("e-doubt", "grenade", "Grenade, Arlen", "Arlen / Arlenne", "2021-05-11?", "the source marks it with a question mark", events.Happened, "watch-1.md", "A grenade *went off* in Arlen (11 May?).")
	simple("e-oneof", "air-strike", "Air strike, Bresk", "Bresk", "[2021-05-13,2021-05-15]", "either 13 or 15 May", events.Happened, "herald-2.txt", "Bresk was *bombed* on 13 or 15 May, accounts differ.")
	b.g.Events[b.events["e-oneof"]].Disputes = []graph.Dispute{{Attribute: "when", Sort: graph.Conflict, Values: []graph.Value{{Value: "13 May 2021", Reports: []string{"r0021"}}, {Value: "15 May 2021", Reports: []string{"r0022"}}}}}
	b.report("e-oneof", "courier-2.txt", "Planes *bombed* Bresk on 15 May.", dated("2021-05-15", "stated"))
	simple("e-after", "territorial-control", "Change of territorial control, Bresk heights", "Bresk", "2021-05-16/..", "since 16 May", events.Happened, "herald-2.txt", "Since 16 May the heights have been *held* by the other side.")
	simple("e-before", "base-established", "Base established, Dunmar", "Dunmar", "../2021-05-03", "before 3 May", events.Happened, "watch-1.md", "A camp had been *set up* near Dunmar by 3 May.")
	b.event("e-order", "arrest", "Arrest, Arlen", "Arlen / Arlenne", Between(edtf.NewDay(2021, 5, 5), edtf.NewDay(2021, 5, 18), "after the strike on Arlen, before the truce"), events.Happened)
	b.report("e-order", "blog-1.txt", "After the strike and before the truce, a baker was *arrested*.", nil)
	b.event("e-order2", "aid", "Aid, Bresk", "Bresk", Between(edtf.Open, edtf.NewDay(2021, 5, 20), "before the day of publication"), events.Happened)
	b.report("e-order2", "herald-2.txt", "Lorries with flour *reached* Bresk.", nil)
	b.event("e-undated", "protest", "Protest, Caldry", "Caldry", Between(edtf.Open, edtf.Open, ""), events.Happened)
	b.g.Events[b.events["e-undated"]].When.Basis = ""
	b.report("e-undated", "blog-1.txt", "People *marched* over the old bridge.", nil)
	b.event("e-undated2", "appeal", "Appeal, river towns", "", Between(edtf.Open, edtf.Open, ""), events.Demanded)
	b.g.Events[b.events["e-undated2"]].When.Basis = ""
	b.report("e-undated2", "blog-1.txt", "The towns should be *spared*, its mayor asked.", nil)
	simple("e-truce", "ceasefire", "Ceasefire, Caldry", "Caldry", "2021-05-18", "Tuesday before publication", events.Happened, "herald-2.txt", "A truce was *signed* in Caldry on Tuesday.")
	b.report("e-truce", "courier-2.txt", "The truce of 18 May was *signed* at noon.", dated("2021-05-18T12:00:00", "stated, with the hour"))
	b.report("e-truce", "ar-1.txt", "وُقِّعت *الهدنة* يوم الثلاثاء.", dated("2021-05-18", "Tuesday before 19 May 2021, the day of publication"))
	simple("e-exchange", "prisoner-exchange", "Prisoner exchange, Caldry", "Caldry", "2021-05-20", "day of publication", events.Happened, "herald-2.txt", "Eleven prisoners were *exchanged* today.")
	simple("e-ruling", "court-ruling", "Court ruling", "", "2021-06-01", "stated", events.Happened, "courier-2.txt", "A court *ruled* on 1 June that the camp was unlawful.")
	simple("e-year", "formation", "Formation of a river commission", "Caldry", "1994", "stated: in 1994", events.Happened, "blog-1.txt", "The commission was *founded* in 1994.")
	simple("e-season", "territory-transfer", "Transfer of territory, east bank", "", "1993-23", "stated: autumn of 1993", events.Happened, "blog-1.txt", "The east bank was *handed over* in the autumn of 1993.")
	simple("e-decade", "displacement", "Displacement, east bank", "", "199X", "stated: the nineties", events.Happened, "blog-1.txt", "Many families *left* in the nineties.")
	simple("e-old", "armed-clash", "Armed clash, Bresk", "Bresk", "1992-02-26", "stated", events.Happened, "blog-1.txt", "On 26 February 1992 there was a *fight* at Bresk.")
	simple("e-visit", "visit", "Visit, Arlen", "Arlen / Arlenne", "2021-05-10", "day of publication", events.Happened, "watch-1.md", "An envoy *visited* Arlen today.")
	simple("e-statement", "statement", "Statement, River Watch", "", "2021-05-10", "day of publication", events.Happened, "watch-1.md", "River Watch *published* its weekly count.")

	why := func(doc, words string) graph.Why {
		for i := range b.g.Reports {
			if r := &b.g.Reports[i]; r.Document == doc && r.Trigger.Text == words {
				return graph.Why{Document: doc, Quote: r.Quote}
			}
		}
		return graph.Why{}
	}
	b.g.Links = []graph.Link{
		{From: "e-strike-arlen", To: "e-denial", Relation: "responds-to", Basis: graph.Stated, Why: why("herald-1.txt", "denied")},
		{From: "e-strike-arlen", To: "e-order", Relation: "before", Basis: graph.Ordered, Why: why("blog-1.txt", "arrested")},
		{From: "e-order", To: "e-truce", Relation: "before", Basis: graph.Ordered, Why: why("blog-1.txt", "arrested")},
		{From: "e-truce", To: "e-negated", Relation: "before", Basis: graph.Derived},
		{From: "e-truce", To: "e-exchange", Relation: "before", Basis: graph.Derived},
		{From: "e-span", To: "e-span2", Relation: "overlaps", Basis: graph.Derived},
		{From: "e-strike-arlen", To: "e-doubt", Relation: "same-place", Basis: graph.Near},
		{From: "e-strike-arlen", To: "e-visit", Relation: "same-place", Basis: graph.Near},
		{From: "e-counter", To: "e-oneof", Relation: "same-place", Basis: graph.Near},
		{From: "e-demand", To: "e-after", Relation: "contradicts", Basis: graph.Stated, Why: why("herald-2.txt", "held")},
	}
	b.g.Events[b.events["e-alleged"]].PartOf = "e-span"
	b.g.Series = []graph.Series{{ID: "s1", Measure: "killed", Points: []graph.Point{{AsOf: "2021-05-10", Low: 40, High: ptr(40), Report: "r0001"}, {AsOf: "2021-05-20", Low: 61, Report: "r0005"}}}}
	b.g.Diagnostics = []source.Diagnostic{{Path: "scan.pdf", Line: 0, Severity: source.Warning, Message: "no text on 2 of 3 pages; run a text recognition program over it"}}
	return b.graph()
}
