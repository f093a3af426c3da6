// The words of the graph, of what followed what, of the method, and of taking a view away.
const graphWords = {
  pathFind: 'Find a path', pathClear: 'No path', pathHead: (a, b) => `From ${a} to ${b}`,
  pathNone: 'No chain of links of the bases chosen joins the two events.', pathOpen: 'no sentence states this step',
  ends: 'An arrow is a stated cause or order, a bar across a line a contradiction.', drawAll: n => `Draw ${n}`,
  label: 'Event graph. Arrow keys step through its events in order of time, Enter opens one; the list below holds the same events and links.',
  list: 'Drawn without a link',
  farther: n => n === 1 ? '1 more event is within these steps and not drawn' : `${n} more events are within these steps and not drawn`, undated: 'no date', from: day => `from ${day}`, fartherAll: n => n === 1 ? '1 more event matches and has links' : `${n} more events match and have links`,
};
const followWords = {
  align: 'Aligned on', alignHint: 'Day 0 is its day; each line is a row of events.', choose: 'Select an event with a date, here or in another view.', chooseSearch: 'Search an event by its label', undated: label => `${label} has no day to align on.`,
  rows: 'Rows by', window: 'Days before and after', days: n => `${n} days`,
  label: (label, n) => `What was reported as having happened up to ${n} days before and after: ${label}. The table below holds the same counts.`,
  head: 'Counts before and after', row: 'Row', before: 'Before', after: 'After', expected: 'Expected', 
  base: (n, seed) => `Expected: the middle 90 % of what ${n} shuffles of the dates among these events give (seed ${seed}, so that it comes out the same each time). How busy each day was stays; which event stands on it falls as chance will. A count within it needs no explanation, and one beyond it is no cause.`,
  more: 'more than chance', fewer: 'fewer than chance', within: 'as by chance', left: (dated, vague) => `${dated} events counted; ${vague} left out, as no text dates them to within ${3} days`,
  pairs: 'What sources link with it', strength: { stated: 'A source states the link', ordered: 'A source states the order', near: 'Only near in time and place: no source links them' }, none: 'No source links another event with it.',
  day: n => n === 0 ? 'day 0' : n > 0 ? `day +${n}` : `day −${-n}`, band: 'grey band: what chance gives', mark: 'bar: events of that day', arrow: 'arrow: a source states a cause or an order', total: 'all rows', chance: (lo, hi) => lo === hi ? String(lo) : `${lo}–${hi}`, openList: 'list these events',
  unreal: 'outlined: not reported as having happened',
};
const methodWords = {
  intro: 'How this page was made, for the annex of a report.', made: 'Made with', options: 'Options', from: 'From documents to events', rules: 'How dates were read',
  rule: 'Rule', reports: 'Reports', ruleNote: 'A rule is named as “dateline extract --explain” names it; the dossier tells in words how each date was read.', derived: 'no date stated: bounds from publication and order alone', value: 'Value', fact: 'What', basis: 'Basis', language: 'Language', outcome: 'Outcome', count: 'Count', languages: 'Languages of the documents', unknownLanguage: 'not known',
  bases: 'Links between events, by what they rest on', limits: 'Known limits', diagnostics: 'What was said while reading', severity: { error: 'could not be read', warning: 'read with a reservation' }, firstOnly: (n, all) => `The first ${n} of ${all}.`,
  review: 'Review and estimate of error', reviewNone: 'Nobody has reviewed an event yet, so that nothing can be said here about how often this page errs. The view Review takes decisions.',
  estimate: (wrong, n, lo, hi) => `Of ${n} events that were accepted or rejected, ${wrong} ${wrong === 1 ? 'was' : 'were'} rejected: ${Math.round(100 * wrong / n)} % (95 % interval ${lo}–${hi} %, Wilson 1927).`,
  estimateNote: 'This is the share among the events that were looked at. The list of the review begins with the most doubtful, so that it says more about those than about all; review a random sample for an estimate of the whole.',
  changed: (name, n) => `${name}: ${n}`, merging: 'How reports became events', mergingText: [
    'Reports of one happening are joined by the likeness of their words, kinds, places, dates and figures; a veto keeps apart what cannot be one (days that exclude each other, places far apart, tolls that do not fit, a running total and an event’s own toll).',
    'Texts that share most of their word sequences are copies of one another, and count as one account. So do texts that only repeat one named speaker.',
    'A date is as exact as a text states it. Where accounts give several dates, the event has the one that most of them support, and all of them are shown.',
    'Figures stay apart by what they count. The best value is the one that most independent accounts give; low and high are the extremes that somebody states.',
  ],
  limitsText: [
    'Events were found by rules and word lists. Some happenings in the texts are missed, some sentences are misread, and two reports of one happening may stand apart or two happenings be joined.',
    'What the documents do not tell is not here. Silence is no denial, and many accounts are no proof: they may rest on one source that none of them names.',
    'What was demanded, denied, planned or alleged is told apart from what is reported as having happened, wherever the sentence lets it be seen.',
    'Who is right is not judged. Labels are made from kind, place and date; a source’s own words stand in its quotes alone.',
  ],
  facts: { documents: 'Documents', copies: 'of them copies', texts: 'Unique texts', undatedDocuments: 'Documents without a date of publication', reports: 'Reports found', events: 'Events', several: 'told by two or more independent accounts', contested: 'on which accounts contradict each other', undated: 'without any date', happened: 'reported as having happened', links: 'Links', series: 'Series of running totals' },
};
const exportWords = {
  open: 'Take away', title: view => `Take this view away: ${view}`, heading: 'Title', scope: 'How much', scopes: { screen: 'what is on the screen', filter: n => `everything under the filter: ${n} events`, all: n => `everything: ${n} events` },
  svg: 'SVG figure', png: 'PNG figure', csv: 'CSV table', json: 'JSON data', markdown: 'Markdown with footnotes', preview: 'The figure', alt: 'Alternative text', noFigure: 'This view has no figure of its own; its data can be taken away.', 
  chronology: (n, span) => `Chronology of ${n} events${span ? `, ${span}` : ''}`, graph: (n, l) => `Graph of ${n} events and ${l} links over time`, follow: (label, n) => `What was reported up to ${n} days before and after: ${label}`, other: (view, n) => `${view}: ${n} events`,
  source: (docs, texts, made) => `Drawn from ${docs} documents, of which ${texts} are no copies of each other, with ${made}.`, filter: f => `Filter: ${f}.`, noFilter: 'No filter: every event.', disputedNote: n => n ? `${n} of the events are disputed.` : '', unreal: n => n ? `${n} are not reported as having happened, and are marked as such.` : '', rejectedNote: n => n ? `${n} were rejected in review.` : '',
  account: 'independent account', noFinding: 'An event here is what sources say, not a finding.', left: n => `${n} more are left out.`, address: 'Address of this view', failed: 'The browser could not make the picture.', done: name => `${name} was written`,
};
