// Copies: the families of one text, who published it first, what each copy kept,
// dropped and added. Who copies whom, over all documents.

const FAMILIES = 30, FAMILIES_PRINTED = 200, PAIRED = 14;
const HEDGE_DROPPED = 1, SPEAKER_DROPPED = 2; // signs of a change, as copies.go
const CREDIT_MISSING = 2;

/** What each copy keeps of its original, once it is open. @type {any} */
let copyColumns = null;
/** The place of a document among the copies. @type {Map<number, number>} */
let copyOfDocument = new Map();
const openCopies = once(async () => {
  copyColumns = await openPart('copies');
  copyOfDocument = new Map(Array.from(copyColumns.document, (d, k) => [d, k]));
});

const copies = {
  name: 'copies', shownFamilies: FAMILIES, /** @type {[number, number]|null} copying and copied outlet */ pair: null,

  build(el) {
    this.bar = h('div', { class: 'bar' });
    this.pairs = h('details', { class: 'pairs', open: true });
    this.host = h('div', { class: 'families' });
    add(el, [this.bar, h('p', { class: 'note' }, T.copying.note), this.pairs, this.host]);
    onPrint(() => { if (state.view === this.name && copyColumns) this.draw(); });
  },

  update(changed) {
    if (changed.has('filter')) { this.shownFamilies = FAMILIES; this.pair = null; }
    if (['filter', 'start', 'view'].some(k => changed.has(k))) openCopies().then(() => { if (state.view === this.name) this.draw(); });
    else if (changed.has('event')) for (const el of this.host.children) el.classList.toggle('chosen', familyTells(+el.dataset.family, state.event));
  },

  draw() {
    const all = familiesShown(), list = this.pair ? all.filter(f => familyCopies(f).some(k => isPair(k, this.pair))) : all;
    const copied = all.reduce((n, f) => n + familyCopies(f).length, 0);
    refill(this.bar, h('span', { class: 'in-view' }, T.copying.count(all.length, copied)), this.pair && button(`${T.copying.pair(outletName(this.pair[0]), outletName(this.pair[1]))} ×`, () => { this.pair = null; this.draw(); }, 'choice', { 'aria-label': T.remove(T.copying.pair(outletName(this.pair[0]), outletName(this.pair[1]))) }));
    this.drawPairs(all);
    const most = printing ? FAMILIES_PRINTED : this.shownFamilies;
    fill(this.host, !list.length && h('p', { class: 'nothing' }, T.copying.none), list.slice(0, most).map(familyCard),
      list.length > most && button(T.moreLinks(list.length - most), () => { this.shownFamilies += FAMILIES; this.draw(); }, 'show-more'));
  },

  /** Who copies whom: a row for each outlet that copies, a column for each that is copied. @param {number[]} families */
  drawPairs(families) {
    const counts = new Map(), rows = new Map(), columns = new Map();
    for (const f of families) for (const k of familyCopies(f)) {
      const a = index.documentOutlet[copyColumns.document[k]], b = index.documentOutlet[copyColumns.original[k]], key = `${a}|${b}`;
      counts.set(key, (counts.get(key) || 0) + 1); rows.set(a, (rows.get(a) || 0) + 1); columns.set(b, (columns.get(b) || 0) + 1);
    }
    const most = m => [...m].sort((x, y) => y[1] - x[1] || x[0] - y[0]).slice(0, PAIRED).map(x => x[0]), from = most(rows), to = most(columns);
    this.pairs.hidden = !from.length;
    fill(this.pairs, h('summary', null, T.copying.who), h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': T.copying.who }, h('table', { class: 'plain pairs-table' },
      h('thead', null, h('tr', null, h('td', null, T.copying.whoHead), to.map(b => h('th', { scope: 'col' }, own(outletName(b)))))),
      h('tbody', null, from.map(a => h('tr', null, h('th', { scope: 'row' }, own(outletName(a))), to.map(b => {
        const n = counts.get(`${a}|${b}`);
        return h('td', { class: 'n' }, n ? button(String(n), () => { this.pair = [a, b]; this.draw(); }, 'value', { 'aria-label': `${T.copying.pair(outletName(a), outletName(b))}: ${n}` }) : '');
      })))))), (rows.size > from.length || columns.size > to.length) && h('p', { class: 'note' }, T.copying.pairsLeft(rows.size, columns.size)));
  },
};

/** @param {number} k copy @param {[number, number]} pair outlets */
function isPair(k, pair) { return index.documentOutlet[copyColumns.document[k]] === pair[0] && index.documentOutlet[copyColumns.original[k]] === pair[1]; }
/** The copies of a family, in order of publication. @param {number} f @returns {number[]} */
function familyCopies(f) { return Array.from(index.familyDocuments.at(f), d => copyOfDocument.get(d)).filter(k => k !== undefined); }
/** Whether a text of a family reports an event. @param {number} f @param {number} i */
function familyTells(f, i) { return i >= 0 && reportsOfEvent(i).some(r => familyOf(r) === f); }

/** The families with copies, of texts that report an event shown: those of most copies first. */
function familiesShown() {
  const tells = new Uint8Array(index.familyDocuments.length), all = filterIsEmpty();
  if (!all) for (const i of shown) for (let r = firstReport[i]; r < firstReport[i + 1]; r++) { const f = familyOf(r); if (f >= 0) tells[f] = 1; }
  const list = [], size = f => index.familyDocuments.at(f).length;
  for (let f = 0; f < tells.length; f++) if ((all || tells[f]) && size(f) > 1 && familyCopies(f).length) list.push(f);
  return list.sort((a, b) => size(b) - size(a) || a - b);
}

/** @param {number} f family */
function familyCard(f) {
  const documents = Array.from(index.familyDocuments.at(f)), first = documents.find(d => !copyOfDocument.has(d)) ?? documents[0], days = documents.map(d => index.documentPublished[d]).filter(d => d !== NONE);
  const scale = days.length ? dayScale(Math.min(...days), Math.max(...days), 3) : null, told = [...new Set(documents.flatMap(reportsInDocument).filter(i => i >= 0))];
  const depth = d => { let n = 0; for (let k = copyOfDocument.get(d); k !== undefined && n < 6; k = copyOfDocument.get(copyColumns.original[k])) n++; return n; };
  return h('article', { class: familyTells(f, state.event) ? 'card family chosen' : 'card family', 'data-family': f },
    h('h2', null, documentLink(first)), h('p', { class: 'told-facts' }, own(outletName(index.documentOutlet[first])), ` · ${publishedWords(first)} · ${T.copying.copies(documents.length - 1)}`),
    h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': T.copying.tree }, h('table', { class: 'plain family-tree' }, h('caption', { class: 'offscreen' }, T.copying.tree),
      h('thead', null, h('tr', null, h('th', { scope: 'col' }, T.facets.outlet), h('th', { scope: 'col' }, T.published), h('td', { class: 'when-plot' }, scale && plotOf(18, '', tickNames(scale.ticks, scale.at, 16, 110))), h('th', { scope: 'col', class: 'n' }, T.copying.kept), h('th', { scope: 'col' }, T.copying.changed))),
      h('tbody', null, documents.map(d => copyRows(d, depth(d), scale))))),
    told.length > 0 && h('p', { class: 'note' }, T.copying.tells(told.length), ' ', told.slice(0, 6).map((i, k) => [k > 0 && ', ', eventLink(i)])));
}

/** The events of a document's reports. @param {number} d @returns {number[]} */
function reportsInDocument(d) { return reportsOfDocument(d).map(eventOfReport); }

/** @param {number} d document */
function documentLink(d) { return button(own(documentOf(d).title || documentOf(d).path || documentOf(d).id), () => set({ view: 'documents', document: d, report: -1 }, { step: true }), 'link event'); }

/** @param {number} d document @param {number} depth how many copies lie between it and the first text @param {ReturnType<typeof dayScale>|null} scale */
function copyRows(d, depth, scale) {
  const k = copyOfDocument.get(d), day = index.documentPublished[d], share = k === undefined || !copyColumns.words[k] ? 0 : copyColumns.kept[k] / copyColumns.words[k];
  const from = k === undefined ? NONE : index.documentPublished[copyColumns.original[k]];
  const detail = h('tr', { hidden: true }, h('td', { colspan: 5, class: 'changes' }));
  const name = h('span', { class: 'branch' }, depth > 0 && h('span', { 'aria-hidden': 'true' }, '└ '), documentOutletLink(d), SIDED && [' ', sideSign(index.documentSide[d])],
    k !== undefined && h('span', { class: 'note' }, ` ${T.copyOf.toLowerCase()} `, own(outletName(index.documentOutlet[copyColumns.original[k]])), copyColumns.credit[k] === CREDIT_MISSING && [' ', h('span', { class: 'sign' }, T.copying.unnamed(outletName(index.documentOutlet[copyColumns.original[k]])))]));
  name.style.paddingInlineStart = `${depth * 14}px`;
  return [h('tr', null, h('th', { scope: 'row' }, name), h('td', null, publishedWords(d)),
    h('td', { class: 'when-plot' }, scale && day !== NONE && plotOf(18, '', from !== NONE && svg('line', { x1: `${scale.at(from + 0.5)}%`, x2: `${scale.at(day + 0.5)}%`, y1: 9, y2: 9, class: 'kept', 'stroke-width': 1 + 6 * share }), spot(scale.at(day + 0.5), 9, svg('circle', { r: 4.6, class: k === undefined ? 'solid' : 'hollow' })))),
    h('td', { class: 'n share' }, k === undefined ? h('span', { class: 'note' }, T.copying.first) : !copyColumns.words[k] ? T.open : `${Math.round(100 * share)} %`),
    h('td', null, k !== undefined && copyColumns.words[k] > 0 && changeButton(k, detail))), k !== undefined && detail];
}
/** @param {number} d */
function documentOutletLink(d) { return button(own(outletName(index.documentOutlet[d])), () => set({ view: 'documents', document: d, report: -1 }, { step: true }), 'link'); }

/** The changes of a copy, as copies.go tells them. @param {number} k */
function changesOf(k) {
  const flat = copyColumns.changes.at(k), list = [];
  for (let n = 0; n < flat.length; n += 7) list.push({ dropped: [flat[n], flat[n + 1]], added: [flat[n + 2], flat[n + 3]], droppedWords: flat[n + 4], addedWords: flat[n + 5], signs: flat[n + 6] });
  return list;
}

/** Says what a copy dropped and added, and shows it. @param {number} k @param {HTMLElement} detail */
function changeButton(k, detail) {
  const list = changesOf(k), sum = name => list.reduce((n, c) => n + c[name], 0), lost = list.reduce((n, c) => n | c.signs, 0);
  const signs = [lost & HEDGE_DROPPED && h('span', { class: 'sign' }, T.copying.hedge), lost & SPEAKER_DROPPED && h('span', { class: 'sign' }, T.copying.speaker)].filter(Boolean);
  if (!list.length) return h('span', null, T.copying.same);
  return [button(T.copying.words(sum('droppedWords'), sum('addedWords')), async e => {
    const at = e.currentTarget, open = detail.hidden;
    at.setAttribute('aria-expanded', String(open));
    detail.hidden = !open;
    if (open) { await openTexts([copyColumns.document[k], copyColumns.original[k]]); fill(detail.firstElementChild, changeList(k, list)); }
  }, 'link', { 'aria-expanded': 'false' }), ' ', signs];
}

const CONTEXT = 60; // bytes of kept text before and after a change

/** Changes with a little of what was kept around them: lost hedges and speakers first. @param {number} k @param {ReturnType<typeof changesOf>} list */
function changeList(k, list) {
  const d = copyColumns.document[k], o = copyColumns.original[k];
  if (!textOf(o)) return h('p', { class: 'note' }, T.copying.noText);
  const order = list.slice().sort((a, b) => (b.signs ? 1 : 0) - (a.signs ? 1 : 0) || a.dropped[0] - b.dropped[0]);
  const cut = (s, end) => { const t = end ? s.slice(0, s.search(/\s\S*$/) + 1 || undefined) : s.slice(s.search(/\s/) + 1); return end ? `${t}…` : `…${t}`; };
  return h('ol', null, order.slice(0, 60).map(c => {
    const dropped = textOf(o, ...c.dropped), added = textOf(d, ...c.added), before = c.dropped[0] > 0 ? cut(textOf(o, Math.max(0, c.dropped[0] - CONTEXT), c.dropped[0]), false) : '', after = cut(textOf(o, c.dropped[1], c.dropped[1] + CONTEXT), true);
    return h('li', null, c.signs > 0 && h('p', null, c.signs & HEDGE_DROPPED ? h('span', { class: 'sign' }, T.copying.hedge) : '', ' ', c.signs & SPEAKER_DROPPED ? h('span', { class: 'sign' }, T.copying.speaker) : ''),
      h('p', { dir: 'auto' }, h('span', { class: 'note' }, before), dropped && [h('span', { class: 'offscreen' }, ` ${T.copying.dropped}: `), ' ', h('del', null, dropped), ' '], added && [' ', h('span', { class: 'offscreen' }, ` ${T.copying.added}: `), h('ins', null, added)], h('span', { class: 'note' }, after)));
  }), list.length > 60 && h('li', { class: 'note' }, T.copying.moreChanges(list.length - 60)));
}
