// One event's account over time: what each text says of it, by the day it was
// published. Who came first, and who moved when.

const CHOOSABLE = 60;

/** The events shown that have figures, those of most accounts first. @returns {number[]} */
function eventsWithFigures() {
  const list = Array.from(shown).filter(i => events.accounts[i] > 1 || index.reports[i] > 1).sort((a, b) => events.accounts[b] - events.accounts[a] || events.weight[b] - events.weight[a] || a - b), found = [];
  for (const i of list) { if (detailOf(i).figures.length) found.push(i); if (found.length === CHOOSABLE) break; }
  return found.length ? found : list.slice(0, CHOOSABLE);
}

/** The event to tell: the selected one, else the best known one with figures. */
function accountEvent() {
  if (state.event >= 0) return state.event;
  const list = eventsWithFigures();
  return list.length ? list[0] : -1;
}

function eventChooser() {
  const list = eventsWithFigures(), at = accountEvent();
  if (at >= 0 && !list.includes(at)) list.unshift(at);
  return list.length > 0 && choiceList('account-event', T.totals.event, list.map(i => [index.id.at(i), `${labelOf(i)}, ${dateWords(i)}`]), at >= 0 ? index.id.at(at) : '', id => set({ event: eventNumber().get(id) }, { step: true }));
}

/** @param {HTMLElement} host @param {number} i event */
function accountOverTime(host, i) {
  if (i < 0) { fill(host, h('p', { class: 'nothing' }, T.none)); return; }
  const reports = reportsOfEvent(i), measures = new Map(), totalsToo = [];
  for (const n of reports) for (const f of report(n).figures) {
    if (f.scope === 'total') { totalsToo.push(n); continue; }
    const d = index.reportDocument[n], day = d >= 0 && index.documentPublished[d] !== NONE ? index.documentPublished[d] : null, name = measureWords(f);
    const list = measures.get(name) || [];
    measures.set(name, list);
    list.push({ first: day, last: day, words: publishedWords(d), low: f.low, high: f.high, report: n, off: f.scope === 'part' ? T.part : '' });
  }
  const exact = happenedFirst[i] === happenedFirst[i] && happenedLast[i] === happenedLast[i];
  fill(host, h('article', { class: 'card wide chosen', 'data-event': i }, eventHead(i), state.event < 0 && h('p', { class: 'note' }, T.totals.defaultEvent), firstWords(reports),
    totalsToo.length > 0 && h('p', { class: 'note' }, T.totals.totalsToo(totalsToo.length), ' ', sourceLinks(totalsToo, goToReport))),
  [...measures].map(([name, points]) => {
    // The day of the event is marked where it is near what was published of it.
    const days = points.map(p => p.first).filter(d => d !== null), band = exact && days.length && Math.min(...days) - happenedFirst[i] < 120 ? /** @type {[number, number]} */ ([happenedFirst[i], happenedLast[i]]) : null;
    return statementPanel(capital(name), T.published, points, band);
  }),
  h('article', { class: 'card wide' }, h('h2', null, T.totals.words), h('p', { class: 'note' }, T.totals.wordsNote), wordLanes(reports)));
}

/** Who reported it first. @param {number[]} reports in order of publication */
function firstWords(reports) {
  const first = reports.find(n => index.reportDocument[n] >= 0 && index.documentPublished[index.reportDocument[n]] !== NONE);
  if (first === undefined) return null;
  const day = index.documentPublished[index.reportDocument[first]], same = reports.filter(n => index.reportDocument[n] >= 0 && index.documentPublished[index.reportDocument[n]] === day);
  return h('p', null, T.totals.firstReported(publishedWords(index.reportDocument[first])), ' ', sourceLinks(same, goToReport));
}

/** A source's own words, as such. @param {string} words */
function quoted(words) { return words ? [`“${words}”`] : []; }

/** Lanes of what is not counted: the words that tell the event, who is said to have done it, in what way it is told. @param {number[]} reports */
function wordLanes(reports) {
  const days = reports.map(n => index.reportDocument[n] >= 0 ? index.documentPublished[index.reportDocument[n]] : NONE).filter(d => d !== NONE);
  const scale = days.length ? dayScale(Math.min(...days), Math.max(...days), 5) : null;
  /** @type {[string, (r: any) => string[]][]} */
  const groups = [
    [T.totals.lanes.words, r => quoted(quoteParts(r)[1].trim().toLowerCase())], [T.totals.lanes.actors, r => r.actors], [T.totals.lanes.ways, r => [modalityName(r.modality)]], [T.totals.lanes.hedges, r => quoted(r.hedge)],
  ];
  return h('table', { class: 'word-lanes' }, h('thead', null, h('tr', null, h('td'), h('td', null, scale && plotOf(22, '', tickNames(scale.ticks, scale.at, 18))), h('td'))),
    groups.map(([title, read]) => {
      const lanes = new Map();
      for (const n of reports) for (const w of read(report(n))) lanes.set(w, [...(lanes.get(w) || []), n]);
      if (!lanes.size) return null;
      return h('tbody', null, h('tr', null, h('th', { colspan: 3, scope: 'rowgroup', class: 'lane-group' }, title)), [...lanes].sort((a, b) => b[1].length - a[1].length).slice(0, 12).map(([word, list]) =>
        h('tr', null, h('th', { scope: 'row' }, own(word)), h('td', { class: 'lane' }, scale && plotOf(18, '', svg('line', { x1: 0, x2: '100%', y1: 9, y2: 9, class: 'grid' }), list.filter(n => index.reportDocument[n] >= 0 && index.documentPublished[index.reportDocument[n]] !== NONE)
          .map(n => spot(scale.at(index.documentPublished[index.reportDocument[n]] + 0.5), 9, sideMark(sideOfReports([n])))))), h('td', null, sourceLinks(list, goToReport)))));
    }));
}
