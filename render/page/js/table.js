// The table: the same events under the same filter. It is the primary view for
// a screen reader, and what can be taken away as CSV.

const PAGE = 100;

/** What each column is sorted by. @type {Object<string, (i: number) => any>} */
const sortKeys = {
  date: i => i, label: labelOf, place: placeWords,
  accounts: i => events.accounts[i], documents: i => events.documents[i], modality: i => events.modality[i], disputes: i => isDisputed[i],
};
const collator = new Intl.Collator('en');
/** @param {number} i */
function placeWords(i) { return placesOf(i).join(', '); }

/** The events shown, in the order of the table. */
function sortedEvents() {
  const way = state.descending ? -1 : 1, list = Array.from(shown);
  if (state.sort === 'date') return list.sort((a, b) => way * (a - b));
  const keys = new Map(list.map(i => [i, sortKeys[state.sort](i)])), text = state.sort === 'label' || state.sort === 'place';
  return list.sort((a, b) => way * (text ? collator.compare(keys.get(a), keys.get(b)) : keys.get(a) - keys.get(b)) || a - b);
}

/** Buttons to go through a long list. @param {number} page @param {number} all @param {(page: number) => void} go */
function pager(page, all, go) {
  if (all <= PAGE) return null;
  const last = Math.ceil(all / PAGE) - 1;
  return h('nav', { class: 'pager', 'aria-label': T.page(page * PAGE + 1, Math.min(all, (page + 1) * PAGE), all) },
    button('←', () => go(page - 1), 'icon', { 'aria-label': T.earlier, disabled: page <= 0 }),
    h('span', null, T.page(page * PAGE + 1, Math.min(all, (page + 1) * PAGE), all)),
    button('→', () => go(page + 1), 'icon', { 'aria-label': T.later, disabled: page >= last }));
}

// On paper the whole table is wanted, up to what a printer bears.
const PRINTED = 3000;
let printing = false;
addEventListener('beforeprint', () => { printing = true; table.redraw(); });
addEventListener('afterprint', () => { printing = false; table.redraw(); });

const table = {
  name: 'table', host: null,
  redraw() { if (this.host && state.view === 'table') this.update(new Set(['page'])); },
  build(el) {
    this.bar = h('div', { class: 'bar' });
    this.host = h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': T.tableCaption });
    add(el, [this.bar, this.host]);
  },
  update(changed) {
    if (!['filter', 'sort', 'descending', 'page', 'view', 'event', 'start'].some(k => changed.has(k))) return;
    if (changed.size === 1 && changed.has('event') || changed.size === 2 && changed.has('event') && changed.has('open')) { this.mark(); return; }
    const list = sortedEvents(), page = Math.min(state.page, Math.max(0, Math.ceil(list.length / PAGE) - 1));
    fill(this.bar, h('span', { class: 'in-view' }, T.events(list.length)), !printing && pager(page, list.length, p => set({ page: p }, { step: true })), button(T.csv, () => downloadCSV(list)));
    const heading = name => h('th', { scope: 'col', 'aria-sort': state.sort === name ? (state.descending ? 'descending' : 'ascending') : 'none', class: name === 'accounts' || name === 'documents' ? 'n' : '' },
      button([T.columns[name], h('span', { class: 'arrow', 'aria-hidden': 'true' }, state.sort === name ? (state.descending ? ' ↓' : ' ↑') : '')],
        () => set(state.sort === name ? { descending: !state.descending } : { sort: name, descending: name === 'accounts' || name === 'documents' || name === 'disputes' }, { step: true }), 'sort', { 'aria-label': T.sortBy(T.columns[name]), 'data-sort': name }));
    const focus = document.activeElement instanceof HTMLElement && this.host.contains(document.activeElement) ? document.activeElement.dataset.sort : undefined;
    fill(this.host, list.length ? h('table', { class: 'events' },
      h('caption', { class: 'offscreen' }, T.tableCaption),
      h('thead', null, h('tr', null, Object.keys(T.columns).map(heading), SIDED && h('th', { scope: 'col' }, T.sides.column))),
      h('tbody', null, (printing ? list.slice(0, PRINTED) : list.slice(page * PAGE, (page + 1) * PAGE)).map(i => this.row(i)))) : h('p', { class: 'nothing' }, T.none));
    if (focus) { const el = this.host.querySelector(`[data-sort="${focus}"]`); if (el instanceof HTMLElement) el.focus(); }
  },
  /** @param {number} i */
  row(i) {
    const m = modalityOf(i);
    return h('tr', { class: [i === state.event && 'chosen', m !== 'happened' && 'unreal'].filter(Boolean).join(' '), 'data-event': i, onclick: e => { if (!e.target.closest('button')) select(i); } },
      h('td', { class: 'date' }, dateWords(i)),
      h('th', { scope: 'row' }, h('button', { type: 'button', class: 'link event', onclick: () => select(i) }, own(labelOf(i)))),
      h('td', null, own(placeWords(i))),
      h('td', { class: 'n' }, events.accounts[i]), h('td', { class: 'n' }, events.documents[i]),
      h('td', { class: 'way' }, h('span', { class: m === 'happened' ? 'usual' : 'sign' }, modalityName(m))),
      h('td', null, isDisputed[i] === 1 ? h('span', { class: 'sign notch' }, T.disputed) : '', reviewSigns(i)), SIDED && h('td', null, sideCounts(i)));
  },
  mark() {
    for (const tr of this.host.querySelectorAll('tr[data-event]')) tr.classList.toggle('chosen', +tr.dataset.event === state.event);
    const row = this.host.querySelector('tr.chosen');
    if (row) row.scrollIntoView({ block: 'nearest' });
  },
};

/** A cell of a CSV file; what a spreadsheet would run as a formula is kept text. @param {any} v */
function csvCell(v) {
  let s = String(v);
  if (/^\s*[=+\-@|%\t\r\uff1d\uff0b\uff0d\uff20]/.test(s) && !/^-?\d+(\.\d+)?$/.test(s)) s = `'${s}`;
  return `"${s.replaceAll('"', '""')}"`;
}

/** A day as ISO 8601 writes it, "" for none. @param {number} d */
function isoDay(d) {
  if (Number.isNaN(d)) return '';
  const [y, m, n] = dateOf(d);
  return `${y < 0 ? '-' : ''}${String(Math.abs(y)).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(n).padStart(2, '0')}`;
}

/** Events as rows for a file. @param {number[]} list @returns {{head: string[], rows: any[][]}} */
function eventTable(list) {
  return {
    head: ['id', 'date', 'edtf', 'earliest', 'latest', 'date_basis', 'kind', 'label', 'places', 'modality', 'documents', 'families', 'accounts', 'disputed', ...(data.reviewed ? ['review'] : [])],
    rows: list.map(i => {
      const w = events.when[i];
      return [index.id.at(i), dateWords(i), index.edtf.at(w), isoDay(happenedFirst[i]), isoDay(happenedLast[i]), index.basis.at(w), data.kinds[events.kind[i]].id, labelOf(i), placeWords(i), modalityOf(i), events.documents[i], events.families[i], events.accounts[i], isDisputed[i] ? 'yes' : 'no',
        ...(data.reviewed ? [reviewStatuses[builtReview(i) & 3]] : [])];
    }),
  };
}

/** @param {number[]} list */
function downloadCSV(list) {
  const { head, rows } = eventTable(list);
  download('events.csv', 'text/csv', '\ufeff' + [head, ...rows].map(r => r.map(csvCell).join(',')).join('\r\n') + '\r\n');
}
