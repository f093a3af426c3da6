// Who reports what: events by outlets. Reported in a text of its own, only in a
// copy, published in those days without it, or no document of those days.

const SILENCE_DAYS = 3; // as graph/disputes.go: an outlet is looked for from the day of an event on
const NAMED_GROUP = 4; // columns of a side from which its name has room above them
const COVERAGE_ROWS = 60, COVERAGE_PRINTED = 1000;

/** The documents of each outlet by day of publication. @type {() => {days: Int32Array, documents: Int32Array}[]} */
const holdings = once(() => {
  const lists = data.outlets.map(() => []);
  for (let n = 0; n < documentCount(); n++) if (index.documentPublished[n] !== NONE) lists[index.documentOutlet[n]].push(n);
  return lists.map(list => {
    const documents = Int32Array.from(list).sort((a, b) => index.documentPublished[a] - index.documentPublished[b] || a - b);
    return { days: documents.map(n => index.documentPublished[n]), documents };
  });
});

/** How many of some numbers in order are less than n. @param {ArrayLike<number>} list @param {number} n */
function countBelow(list, n) {
  let lo = 0, hi = list.length;
  while (lo < hi) { const mid = (lo + hi) >> 1; if (list[mid] < n) lo = mid + 1; else hi = mid; }
  return lo;
}

/** The documents that an outlet published from one day to another. @param {number} outlet @param {number} first @param {number} last @returns {number[]} */
function publishedBy(outlet, first, last) {
  const { days, documents } = holdings()[outlet];
  return Array.from(documents.subarray(countBelow(days, first), countBelow(days, last + 1)));
}

/** Whether an event's day is stated so exactly that it can be asked who published in those days. @param {number} i */
function hasDays(i) { return happenedLast[i] - happenedFirst[i] <= 1 && index.edtf.size(events.when[i]) > 0; }

/** The reports of an event by outlet. @param {number} i @returns {Map<number, number[]>} */
function reportsByOutlet(i) {
  const by = new Map();
  for (let r = firstReport[i]; r < firstReport[i + 1]; r++) {
    const d = index.reportDocument[r], o = d < 0 ? -1 : index.documentOutlet[d];
    if (o >= 0) { const list = by.get(o); if (list) list.push(r); else by.set(o, [r]); }
  }
  return by;
}

/** Whether an event is of a choice of coverage. @type {Record<string, (i: number) => boolean>} */
const covers = {
  all: () => true, one: i => facetColumns.outlet.at(i).length === 1, several: i => facetColumns.outlet.at(i).length > 1,
  differ: i => isDisputed[i] === 1 && sideAccounts(i).filter(([s]) => s !== NO_SIDE).length > 1,
  ...Object.fromEntries(data.sides.map((name, n) => [`only ${name}`, i => { const list = sideAccounts(i).filter(([s]) => s !== NO_SIDE); return list.length === 1 && list[0][0] === n; }])),
};

const coverage = {
  name: 'coverage', page: 0, firstColumn: 0,

  build(el) {
    this.bar = h('div', { class: 'bar' });
    this.table = h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': T.coverage.caption, onkeydown: moveInGrid });
    this.outlets = h('section', { class: 'outlets' });
    add(el, [this.bar, coverageKey(), this.table, this.outlets]);
    onPrint(() => { if (state.view === this.name) this.draw(); });
    new ResizeObserver(everyFrame(() => { if (state.view === this.name && this.room() !== this.drawnRoom) this.draw(); })).observe(this.table);
  },

  update(changed) {
    if (changed.has('filter') || changed.has('cover')) { this.page = 0; this.firstColumn = 0; }
    if (['filter', 'start', 'view', 'cover'].some(k => changed.has(k))) { this.show(); this.draw(); }
    else if (changed.has('event')) markChosen(this.table);
  },

  /** Counts what is shown. */
  show() {
    this.list = Array.from(shown.filter(covers[state.cover]));
    this.rows = outletRows(this.list);
    this.columns = this.rows.filter(r => r.events > 0).sort((a, b) => a.side - b.side || b.events - a.events || a.outlet - b.outlet);
  },
  list: [], rows: [], columns: [], drawnRoom: 0,

  /** How many outlets have room beside each other. */
  room() { return Math.max(3, Math.floor((this.table.clientWidth - (innerWidth < 640 ? 200 : 460)) / 34)); },

  draw() {
    this.drawnRoom = this.room();
    const room = printing ? 24 : this.drawnRoom, columns = this.columns.slice(this.firstColumn, this.firstColumn + room), rows = printing ? this.list.slice(0, COVERAGE_PRINTED) : this.list.slice(this.page * COVERAGE_ROWS, (this.page + 1) * COVERAGE_ROWS);
    refill(this.bar,
      choiceGroup(T.coverage.show, choices.cover.map(k => [k, T.coverage.choice(k)]), state.cover, cover => set({ cover }, { step: true })),
      h('span', { class: 'in-view' }, T.events(this.list.length)),
      this.steps(T.coverage.rows, this.page * COVERAGE_ROWS, COVERAGE_ROWS, this.list.length, n => { this.page = n / COVERAGE_ROWS; }),
      this.steps(T.coverage.columns, this.firstColumn, room, this.columns.length, n => { this.firstColumn = n; }));
    fill(this.table, rows.length ? coverageTable(rows, columns.map(c => c.outlet)) : h('p', { class: 'nothing' }, T.none));
    fill(this.outlets, rows.length > 0 && [h('h2', null, T.coverage.outlets), h('p', { class: 'note' }, T.coverage.outletsNote), outletTable(this.columns)]);
  },

  /** Buttons to go through rows or columns; null when all are in view. @param {string} name @param {number} first @param {number} step @param {number} all @param {(first: number) => void} go */
  steps(name, first, step, all, go) {
    if (all <= step || printing) return null;
    const to = n => { go(n); this.draw(); };
    return h('span', { class: 'pager', role: 'group', 'aria-label': name }, button('←', () => to(Math.max(0, first - step)), 'icon', { 'aria-label': `${name}: ${T.earlier}`, 'data-choice': `${name}<`, disabled: first <= 0 }),
      h('span', null, `${name} ${T.page(first + 1, Math.min(all, first + step), all)}`), button('→', () => to(first + step), 'icon', { 'aria-label': `${name}: ${T.later}`, 'data-choice': `${name}>`, disabled: first + step >= all }));
  },
};

/** @param {number[]} rows events @param {number[]} columns outlets */
function coverageTable(rows, columns) {
  const sideOf = outletSides(), groups = [];
  if (SIDED) for (const o of columns) { const last = groups[groups.length - 1]; if (last && last.side === sideOf[o]) last.n++; else groups.push({ side: sideOf[o], n: 1 }); }
  let first = true;
  const gridButton = (row, column, label, content, onclick) => {
    const el = button(content, onclick, column ? 'cover' : 'link event', { 'data-row': row, 'data-column': column, tabindex: first ? 0 : -1, 'aria-label': label });
    first = false;
    return el;
  };
  return h('table', { class: 'cover-table' }, h('caption', { class: 'offscreen' }, T.coverage.caption),
    h('thead', null, groups.length > 0 && h('tr', null, h('td', { colspan: 2 }), groups.map(g => h('th', { scope: 'colgroup', colspan: g.n, class: g.n < NAMED_GROUP ? 'side-group narrow' : 'side-group', title: sideName(g.side) }, sideSign(g.side)))),
      h('tr', null, h('th', { scope: 'col' }, T.columns.label), h('th', { scope: 'col', class: 'n' }, T.columns.accounts), columns.map(o => h('th', { scope: 'col', class: 'outlet', title: outletName(o) }, own(outletName(o)))))),
    h('tbody', null, rows.map((i, row) => {
      const by = reportsByOutlet(i), modality = modalityOf(i);
      return h('tr', { 'data-event': i, class: i === state.event ? 'chosen' : '' },
        h('th', { scope: 'row' }, h('span', { class: 'date' }, dateWords(i)), ' ', gridButton(row, 0, null, own(labelOf(i)), () => select(i)), modality !== 'happened' && [' ', h('span', { class: 'sign' }, capital(modalityName(modality)))]),
        h('td', { class: 'n accounts' }, events.accounts[i]), columns.map((o, k) => coverageCell(i, o, by.get(o), (label, content, go) => gridButton(row, k + 1, label, content, go))));
    })));
}

/** @param {number} i event @param {number} o outlet @param {number[]|undefined} reports of it @param {(label: string, content: any, go: () => void) => any} make */
function coverageCell(i, o, reports, make) {
  if (reports) {
    const first = reports.find(r => index.documentCopyOf[index.reportDocument[r]] < 0), isOwn = first !== undefined, happened = reports.some(r => reportModality(r) === 'happened');
    const ways = [...new Set(reports.map(reportModality))].map(modalityName).join(', ');
    return h('td', null, make(`${outletName(o)}: ${isOwn ? T.coverage.own : T.coverage.copy}, ${ways}`, h('span', { class: `cell-mark ${isOwn ? 'own' : 'copied'} ${happened ? 'disc' : 'diamond'}`, title: `${outletName(o)}: ${isOwn ? T.coverage.own : T.coverage.copy}, ${ways}` }), () => goToReport(isOwn ? first : reports[0])));
  }
  if (!hasDays(i)) return h('td', { class: 'untold' }, h('span', { class: 'offscreen' }, T.coverage.vague));
  const held = publishedBy(o, happenedFirst[i], happenedLast[i] + SILENCE_DAYS);
  if (!held.length) return h('td', { class: 'empty' }, h('span', { class: 'offscreen' }, T.coverage.none));
  const label = `${outletName(o)}: ${T.coverage.silent}: ${T.documents(held.length)}`;
  return h('td', null, make(label, h('span', { class: 'cell-mark silent', title: label }), () => set({ view: 'documents', document: held[0], report: -1 }, { step: true })));
}

/** The side of each outlet. */
const outletSides = once(() => {
  const list = new Uint8Array(data.outlets.length).fill(NO_SIDE);
  if (SIDED) for (let n = 0; n < documentCount(); n++) list[index.documentOutlet[n]] = index.documentSide[n];
  return list;
});

/**
 * What each outlet contributes to some events: documents, copies, events, events nobody else reports, and the days from an
 * event to its first report, of events whose day is stated.
 * @param {number[]} list
 */
function outletRows(list) {
  const sideOf = outletSides(), rows = data.outlets.map((_, outlet) => ({ outlet, side: sideOf[outlet], documents: 0, copies: 0, events: 0, alone: 0, lags: [] }));
  for (let n = 0; n < documentCount(); n++) { const r = rows[index.documentOutlet[n]]; r.documents++; if (index.documentCopyOf[n] >= 0) r.copies++; }
  const firstDay = new Float64Array(rows.length);
  for (const i of list) {
    const here = facetColumns.outlet.at(i), exact = hasHappened[i] && hasDays(i);
    for (const o of here) { rows[o].events++; firstDay[o] = Infinity; }
    if (here.length === 1) rows[here[0]].alone++;
    if (!exact) continue;
    for (let r = firstReport[i]; r < firstReport[i + 1]; r++) {
      const d = index.reportDocument[r];
      if (d >= 0 && index.documentPublished[d] !== NONE) firstDay[index.documentOutlet[d]] = Math.min(firstDay[index.documentOutlet[d]], index.documentPublished[d]);
    }
    for (const o of here) if (firstDay[o] !== Infinity) rows[o].lags.push(firstDay[o] - happenedLast[i]);
  }
  return rows;
}

/** @param {ReturnType<typeof outletRows>} rows */
function outletTable(rows) {
  const median = list => { const s = list.slice().sort((a, b) => a - b); return s.length ? s[s.length >> 1] : null; };
  return h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': T.coverage.outlets }, h('table', { class: 'plain' },
    h('thead', null, h('tr', null, h('th', { scope: 'col' }, T.facets.outlet), SIDED && h('th', { scope: 'col' }, T.facets.side), T.coverage.head.map(x => h('th', { scope: 'col', class: 'n' }, x)))),
    h('tbody', null, rows.slice().sort((a, b) => b.events - a.events || a.outlet - b.outlet).slice(0, 200).map(r => {
      const lag = median(r.lags);
      return h('tr', null, h('th', { scope: 'row' }, button(own(outletName(r.outlet)), () => setFilter({ outlet: new Set([r.outlet]) }), 'link')), SIDED && h('td', null, sideSign(r.side)),
        [r.documents, r.copies, r.events, r.alone, lag === null ? T.open : T.days(lag)].map(x => h('td', { class: 'n' }, x)));
    }))));
}

function coverageKey() {
  const item = (name, words) => h('li', null, h('span', { class: `cell-mark ${name}`, 'aria-hidden': 'true' }), h('span', null, words));
  return h('div', { class: 'plot-key' }, h('ul', null, item('own disc', T.coverage.own), item('copied disc', T.coverage.copy), item('own diamond', T.coverage.unreal), item('silent', T.coverage.silentDoc),
    h('li', null, h('span', { class: 'empty-sample', 'aria-hidden': 'true' }), h('span', null, T.coverage.none))));
}

/** Arrow keys move the focus between the cells of a grid. @param {KeyboardEvent} e */
function moveInGrid(e) {
  const way = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[e.key], el = e.target;
  if (!way || !(el instanceof HTMLElement) || el.dataset.row === undefined) return;
  e.preventDefault();
  const grid = /** @type {HTMLElement} */ (e.currentTarget), at = (row, column) => grid.querySelector(`[data-row="${row}"][data-column="${column}"]`);
  const last = grid.querySelectorAll('thead tr:last-child th').length - 1, rows = grid.querySelectorAll('tbody tr').length;
  for (let row = +el.dataset.row + way[0], column = +el.dataset.column + way[1]; row >= 0 && row < rows && column >= 0 && column < last; row += way[0], column += way[1]) {
    const next = at(row, column);
    if (!(next instanceof HTMLElement)) continue; // an empty cell
    el.tabIndex = -1; next.tabIndex = 0; next.focus();
    return;
  }
}
