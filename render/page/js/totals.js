// Numbers over time, in two ways that are never mixed: running totals by the day
// they count to, and the figures of one event by the day they were published.

const PANELS = 12, PANELS_PRINTED = 60, POINTS_SHOWN = 8, PLOT = 170;

/** The series of running totals, once they are open. @type {any[]} */
let allSeries = null;
const openTotals = once(async () => { const part = await openPart('totals'); allSeries = part.series.all().map(s => JSON.parse(s)); });

const totals = {
  name: 'totals', shownPanels: PANELS,

  build(el) {
    this.bar = h('div', { class: 'bar' });
    this.note = h('p', { class: 'note' });
    this.host = h('div', { class: 'panels' });
    add(el, [this.bar, this.note, totalsKey(), this.host]);
    onPrint(() => { if (state.view === this.name && allSeries) this.draw(); });
  },

  update(changed) {
    if (changed.has('filter')) this.shownPanels = PANELS;
    if (!['filter', 'start', 'view', 'account', 'event'].some(k => changed.has(k))) return;
    const i = accountEvent();
    openTotals().then(() => openQuotes(state.account === 'event' && i >= 0 ? reportsOfEvent(i) : [])).then(() => { if (state.view === this.name) this.draw(); });
  },

  draw() {
    refill(this.bar, choiceGroup(T.totals.show, Object.entries(T.totals.modes), state.account, account => set({ account }, { step: true })), state.account === 'event' && eventChooser());
    if (state.account === 'event') { this.note.textContent = T.totals.eventNote; accountOverTime(this.host, accountEvent()); return; }
    const list = seriesShown(), most = printing ? PANELS_PRINTED : this.shownPanels;
    this.note.textContent = T.totals.seriesNote;
    fill(this.host, !list.length && h('p', { class: 'nothing' }, T.totals.none), list.slice(0, most).map(seriesPanel),
      list.length > most && button(T.moreLinks(list.length - most), () => { this.shownPanels += PANELS; this.draw(); }, 'show-more'));
  },
};

/**
 * A number somebody states, on an axis of days.
 * @typedef {{first: number, last: number, words: string, low: number, high: number|null, report: number, off?: string}} Statement off: why it is not on the line
 */

/** The series with what is left of them under the filter: those told on most days first. @returns {{series: any, points: Statement[]}[]} */
function seriesShown() {
  const list = allSeries.map(series => ({ series, points: series.points.filter(p => { const i = eventOfReport(p.report); return i >= 0 && shownSet[i]; }) })).filter(x => x.points.length);
  const days = new Map(list.map(x => [x, new Set(x.points.map(p => p.first)).size]));
  return list.sort((a, b) => days.get(b) - days.get(a) || b.points.length - a.points.length);
}

/** @param {{series: any, points: Statement[]}} x */
function seriesPanel({ series, points }) {
  const name = capital(measureWords(series)) + (series.place ? ` · ${series.place}` : '');
  return statementPanel(name, T.totals.axisAsOf, points, null);
}

/** Who speaks in a report: the outlet of its document, else the document. @param {number} r */
function sourceOf(r) { const d = index.reportDocument[r], o = d < 0 ? -1 : index.documentOutlet[d]; return o >= 0 && data.outlets[o] ? o : -2 - d; }
/** Whether a report stands in a copy. @param {number} r */
function isCopy(r) { const d = index.reportDocument[r]; return d >= 0 && index.documentCopyOf[d] >= 0; }

/** A drawing of numbers over time, and the same as a table. @param {string} name @param {string} axis @param {Statement[]} points @param {[number, number]|null} band days to mark */
function statementPanel(name, axis, points, band) {
  const letters = new Map();
  for (const p of points) if (!letters.has(sourceOf(p.report))) letters.set(sourceOf(p.report), letterOf(letters.size));
  const dated = points.filter(p => !p.off && typeof p.first === 'number'), most = printing ? 400 : POINTS_SHOWN;
  const rows = h('tbody', null, points.slice(0, most).map(p => statementRow(p, letters)));
  const here = state.account === 'series' && points.some(p => eventOfReport(p.report) === state.event);
  return h('article', { class: here ? 'card panel chosen' : 'card panel' }, h('h2', null, name), h('p', { class: 'told-facts' }, `${T.totals.statements(points.length)} · ${T.families(familiesOf(points.map(p => p.report)).size)}`),
    dated.length > 0 && statementPlot(name, dated, letters, band),
    h('table', { class: 'plain statements' }, h('thead', null, h('tr', null, h('th', { scope: 'col' }, h('span', { class: 'offscreen' }, T.totals.letter)), h('th', { scope: 'col' }, axis), h('th', { scope: 'col', class: 'n' }, T.totals.number), h('th', { scope: 'col' }, T.totals.source))), rows),
    points.length > most && button(T.moreLinks(points.length - most), e => { add(rows, points.slice(most).map(p => statementRow(p, letters))); e.currentTarget.remove(); }, 'link'));
}

/** Whether a statement is to be told apart as one of the selected event. @param {Statement} p */
function isHere(p) { return state.account === 'series' && eventOfReport(p.report) === state.event; }

/** A count in digits: 61, at least 61, 9–12. @param {{low: number, high: number|null}} p */
function countWords(p) { const n = x => T.number(x); return p.high === null ? T.atLeast(n(p.low)) : p.high === p.low ? n(p.low) : `${n(p.low)}–${n(p.high)}`; }

/** @param {Statement} p @param {Map<number, string>} letters of sources */
function statementRow(p, letters) {
  const modality = reportModality(p.report);
  return h('tr', { 'data-event': eventOfReport(p.report), class: isHere(p) ? 'chosen' : '' }, h('td', null, h('span', { class: 'letter' }, letters.get(sourceOf(p.report)))), h('td', null, p.words || T.totals.undated),
    h('td', { class: 'n' }, h('button', { type: 'button', class: 'value', onclick: () => goToReport(p.report) }, countWords(p))),
    h('td', null, own(sourceName(documentOf(index.reportDocument[p.report]))), SIDED && [' ', sideSign(sideOfReports([p.report]), T.sides.word)], modality !== 'happened' && [' ', h('span', { class: 'sign' }, capital(modalityName(modality)))], isCopy(p.report) && [' ', h('span', { class: 'sign' }, T.coverage.copied)], p.off && [' ', h('span', { class: 'sign' }, p.off)]));
}

/** @param {string} name @param {Statement[]} points with a day @param {Map<number, string>} letters @param {[number, number]|null} band */
function statementPlot(name, points, letters, band) {
  const days = points.flatMap(p => [p.first, p.last]).concat(band || []), scale = dayScale(Math.min(...days), Math.max(...days));
  const most = Math.max(...points.map(p => p.high || p.low)), step = niceStep(most / 2.5), top = Math.ceil(most * 1.02 / step) * step || 1;
  const left = 12, X = d => left + scale.at(d) * (99 - left) / 100, Y = n => 16 + (PLOT - 44) * (1 - n / top), bottom = Y(0), middle = p => X((p.first + p.last + 1) / 2);
  const lines = [], taken = new Map();
  for (const source of letters.keys()) {
    const own = points.filter(p => sourceOf(p.report) === source);
    own.forEach((p, k) => { // a step: what was said holds until the next word
      if (!k || own[k - 1].first === p.first) return;
      const a = own[k - 1];
      lines.push(svg('line', { x1: `${middle(a)}%`, x2: `${middle(p)}%`, y1: Y(a.low), y2: Y(a.low), class: 'step' }), svg('line', { x1: `${middle(p)}%`, x2: `${middle(p)}%`, y1: Y(a.low), y2: Y(p.low), class: 'step' }));
    });
  }
  const gridLines = [];
  for (let n = 0; n <= top + step / 2; n += step) gridLines.push(svg('line', { x1: `${left}%`, x2: '100%', y1: Y(n), y2: Y(n), class: n ? 'grid' : 'rule' }), svg('text', { x: `${left - 1}%`, y: Y(n) + 4, class: 'name', 'text-anchor': 'end' }, top >= 1e5 ? shortCount(n) : T.number(n)));
  const marks = points.map(p => {
    // Marks of one day and number stand beside each other.
    const key = `${p.first}|${p.low}`, nth = taken.get(key) || 0;
    taken.set(key, nth + 1);
    return statementMark(p, middle(p), X, Y, nth * 19, letters.get(sourceOf(p.report)), points.find(q => sourceOf(q.report) === sourceOf(p.report)) === p);
  });
  return plotOf(PLOT, `${name}: ${points.map(p => `${p.words}: ${countWords(p)}`).slice(0, 12).join('; ')}`,
    band && svg('rect', { x: `${X(band[0])}%`, width: `${Math.max(0.4, X(band[1] + 1) - X(band[0]))}%`, y: 8, height: bottom - 8, class: 'band' }),
    gridLines, lines, marks, tickNames(scale.ticks, X, PLOT - 8));
}

/** 120,000 as 120k. @param {number} n */
function shortCount(n) { return n >= 1e6 ? `${+(n / 1e6).toPrecision(3)}M` : `${+(n / 1e3).toPrecision(3)}k`; }

/** @param {Statement} p @param {number} x percent @param {(d: number) => number} X @param {(n: number) => number} Y @param {number} beside pixels @param {string} letter @param {boolean} first of its source */
function statementMark(p, x, X, Y, beside, letter, first) {
  const y = Y(p.low), happened = reportModality(p.report) === 'happened', chosen = isHere(p);
  return [p.last > p.first && svg('line', { x1: `${X(p.first)}%`, x2: `${X(p.last + 1)}%`, y1: y, y2: y, class: 'line' }),
    svg('svg', { x: `${x}%`, y, width: 1, height: 1, class: 'spot pick', onclick: () => goToReport(p.report) }, svg('g', { transform: `translate(${beside},0)` },
      p.high === null && [svg('path', { d: 'M0,-9V-16', class: 'line' }), svg('path', { d: 'M-4,-13L0,-18L4,-13', class: 'line' })],
      p.high !== null && p.high > p.low && svg('path', { d: `M0,0V${Y(p.high) - y}M-4,${Y(p.high) - y}H4`, class: 'line' }),
      happened ? svg('circle', { r: 9, class: `${first ? 'open' : 'filled'}${chosen ? ' here' : ''}` }) : svg('path', { d: 'M0,-11L11,0L0,11L-11,0Z', class: `open dashed${chosen ? ' here' : ''}` }),
      svg('text', { y: 4, class: first || !happened ? 'in-open' : 'in-filled', 'text-anchor': 'middle' }, letter),
      svg('title', null, `${p.words}: ${countWords(p)}, ${sourceName(documentOf(index.reportDocument[p.report]))}`)))];
}

function totalsKey() {
  const sample = (...shapes) => svg('svg', { class: 'plot', width: 26, height: 26, viewBox: '-13 -15 26 26', 'aria-hidden': 'true' }, shapes);
  const letter = (open, text) => svg('text', { y: 4, class: open ? 'in-open' : 'in-filled', 'text-anchor': 'middle' }, text);
  const items = [[sample(svg('circle', { r: 9, class: 'open' }), letter(true, 'A')), T.totals.key.first], [sample(svg('circle', { r: 9, class: 'filled' }), letter(false, 'A')), T.totals.key.later],
    [sample(svg('path', { d: 'M0,-8V-14M-4,-10L0,-14L4,-10', class: 'line' }), svg('circle', { r: 8, cy: 2, class: 'open' })), T.totals.key.least], [sample(svg('path', { d: 'M0,-10L10,0L0,10L-10,0Z', class: 'open dashed' })), T.totals.key.unreal]];
  return h('div', { class: 'plot-key' }, h('ul', null, items.map(([mark, words]) => h('li', null, mark, h('span', null, words)))));
}
