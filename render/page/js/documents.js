// The documents: a list, and the text of one with every quote marked; each mark
// leads to its event.

const documentsView = {
  name: 'documents',
  /** @type {HTMLElement} */ text: null,
  page: 0, shownDocument: -2,

  build(el) {
    this.listHost = h('div', { class: 'doc-list' });
    this.text = h('div', { class: 'doc-text', tabindex: -1 });
    add(el, h('div', { class: 'docs' }, this.listHost, this.text));
  },

  update(changed) {
    const n = state.document, list = n >= 0 ? reportsOfDocument(n) : [];
    // What is open is drawn at once; else the list first, and the text when it is there.
    Promise.all([openReports(list), openTexts([n])]).then(() => { if (state.document === n) this.draw(changed); });
  },
  draw(changed) {
    if (changed.has('document') || changed.has('start') || changed.has('filter') || this.shownDocument === -2) this.list();
    if (changed.has('document') || this.shownDocument !== state.document) this.show();
    if (changed.has('report') || changed.has('view') || changed.has('document')) this.point();
    if (changed.has('event')) this.marks();
    if (changed.has('document') || changed.has('filter') || changed.has('start')) highlightSearch();
  },

  /** Documents in order of publication; those without a date last. */
  order: once(() => Array.from({ length: documentCount() }, (_, n) => n).sort((a, b) => {
    const x = index.documentPublished[a], y = index.documentPublished[b];
    return (x === NONE ? 1 : 0) - (y === NONE ? 1 : 0) || x - y || a - b;
  })),

  /** The documents that report an event of those shown or hold the words of the search, in order of publication. */
  matching() {
    if (filterIsEmpty()) return this.order();
    const reports = new Uint8Array(documentCount());
    for (const i of shown) for (let r = firstReport[i]; r < firstReport[i + 1]; r++) if (index.reportDocument[r] >= 0) reports[index.reportDocument[r]] = 1;
    return this.order().filter(n => reports[n] || textFound(n));
  },

  list() {
    const order = this.matching(), at = order.indexOf(state.document);
    if (at >= 0 && this.followed !== state.document) { this.page = Math.floor(at / PAGE); this.followed = state.document; }
    if (this.page * PAGE >= order.length) this.page = 0;
    fill(this.listHost, !filterIsEmpty() && h('p', { class: 'note' }, T.documentsMatch(order.length, documentCount(), state.filter.q !== '')), pager(this.page, order.length, p => { this.page = p; this.list(); }),
      h('ol', { 'aria-label': T.documentList }, order.slice(this.page * PAGE, (this.page + 1) * PAGE).map(n => {
        const d = documentOf(n);
        return h('li', null, h('button', { type: 'button', class: n === state.document ? 'chosen' : '', 'aria-current': n === state.document ? 'true' : null, onclick: () => set({ document: n, report: -1 }, { step: true }) },
          own(d.title || d.path || d.id, 'span', 'doc-title'),
          h('span', { class: 'meta' }, own(outletName(d.outlet)), ` · ${d.words || T.publishedUnknown} · ${T.reports(index.documentReports.at(n).length)}`, d.copyOf >= 0 && ` · ${T.copyOf.toLowerCase()} `, d.copyOf >= 0 && own(outletName(documentOf(d.copyOf).outlet)), SIDED && [' · ', sideSign(index.documentSide[n])])));
      })));
  },
  followed: -1,

  show() {
    this.shownDocument = state.document;
    const n = state.document, d = documentOf(n);
    document.body.classList.toggle('reading', !!d);
    if (!d) { fill(this.text, h('p', { class: 'nothing' }, T.pickDocument)); return; }
    const link = (label, n) => n >= 0 && [h('dt', null, label), h('dd', null, button(own(documentOf(n).title || documentOf(n).id), () => set({ document: n, report: -1 }, { step: true }), 'link'))];
    const copies = d.family >= 0 ? Array.from(index.familyDocuments.at(d.family)).filter(x => x !== n) : [];
    const address = safeURL(d.url);
    fill(this.text,
      h('header', null,
        button(`← ${T.documentList}`, () => set({ document: -1, report: -1 }, { step: true }), 'link back'),
        own(d.title || T.untitled, 'h2'),
        h('dl', { class: 'facts' },
          h('dt', null, T.facets.outlet), h('dd', null, own(outletName(d.outlet))),
          SIDED && [h('dt', null, T.facets.side), h('dd', null, sideSign(index.documentSide[n]))],
          h('dt', null, T.published), h('dd', null, d.words || T.publishedUnknown, d.basis && [' · “', own(d.basis), '”']),
          d.author && [h('dt', null, T.author), h('dd', null, own(d.author))],
          d.path && [h('dt', null, T.path), h('dd', null, own(d.path, 'code'))],
          d.url && [h('dt', null, T.original), h('dd', null, address ? h('a', { href: address, rel: 'noopener noreferrer', target: '_blank', dir: 'auto' }, d.url) : own(d.url))],
          link(T.copyOf, d.copyOf), copies.length > 0 && d.copyOf < 0 && [h('dt', null, T.copies), h('dd', null, copies.slice(0, 20).map((n, k) => [k > 0 && ', ', button(own(outletName(documentOf(n).outlet)), () => set({ document: n, report: -1 }, { step: true }), 'link')]))]),
        h('p', { class: 'note' }, T.marks(index.documentReports.at(n).length))),
      textOf(n) ? this.marked(n) : this.quotesOnly(n));
    this.marks();
  },

  /** The text with its quotes. Where quotes overlap, a stretch belongs to all of them. @param {number} n */
  marked(n) {
    const text = textOf(n), list = reportsOfDocument(n).map(report), head = headOf(text, list), cuts = new Set([0, head, MOST]), all = text.length;
    for (const r of list) for (const x of [...r.quote, ...r.trigger]) cuts.add(x);
    const at = [...cuts].sort((a, b) => a - b), body = h('div', { class: 'text', dir: 'auto', lang: documentOf(n).language || null });
    let first = 0;
    for (let k = 0; k + 1 < at.length; k++) {
      const a = at[k], b = at[k + 1], piece = textOf(n, a, b);
      while (first < list.length && list[first].quote[1] <= a) first++;
      const over = [];
      for (let j = first; j < list.length && list[j].quote[0] <= a; j++) if (list[j].quote[1] >= b) over.push(list[j]);
      if (b === head) { body.append(h('details', { class: 'matter' }, h('summary', null, T.frontMatter), piece)); continue; }
      if (!over.length) { body.append(...shorten(piece, all)); continue; }
      const trigger = over.some(r => r.trigger[0] <= a && r.trigger[1] >= b);
      body.append(h('mark', { 'data-reports': over.map(r => r.number).join(' '), onclick: () => this.open(over) }, trigger ? h('b', { class: 'trigger' }, piece) : piece));
      for (const r of over) {
        if (r.quote[1] !== b || r.event < 0) continue;
        const label = labelOf(r.event), nth = String(list.indexOf(r) + 1);
        body.append(h('button', { type: 'button', class: 'ref', 'data-report': r.number, title: T.markTitle(label), 'aria-label': `${nth}. ${T.markTitle(label)}`, onclick: () => this.open([r]) }, nth));
      }
    }
    return body;
  },

  /** @param {number} n */
  quotesOnly(n) {
    return h('div', { class: 'text' }, h('p', { class: 'note' }, T.textMissing), reportsOfDocument(n).map(report).map(r =>
      h('div', { 'data-reports': r.number }, quoteElement(r), r.event >= 0 && eventLink(r.event))));
  },

  /** Opens the event of a mark; the next one on a second click. @param {any[]} over reports */
  open(over) {
    const list = over.filter(r => r.event >= 0), at = list.findIndex(r => r.event === state.event), r = list[(at + 1) % list.length];
    if (r) set({ event: r.event, open: true, report: r.number }, { step: true });
  },

  /** Marks the quotes of the selected event. */
  marks() {
    for (const m of this.text.querySelectorAll('mark')) {
      const ns = m.dataset.reports.split(' ').map(Number);
      m.classList.toggle('of-event', state.event >= 0 && ns.some(r => r >= firstReport[state.event] && r < firstReport[state.event + 1]));
      m.classList.toggle('here', ns.includes(state.report));
    }
  },

  /** Scrolls to the quote that was asked for. */
  point() {
    if (state.view !== 'documents') return;
    this.marks();
    if (state.report < 0) return;
    const m = [.../** @type {NodeListOf<HTMLElement>} */ (this.text.querySelectorAll('[data-reports]'))].find(x => x.dataset.reports.split(' ').includes(String(state.report)));
    if (m) requestAnimationFrame(() => m.scrollIntoView({ block: 'center', behavior: 'auto' }));
  },
};

/** Where the front matter of a text ends, in bytes, 0 when it has none or a quote stands in it. @param {string} text @param {any[]} list its reports */
function headOf(text, list) {
  const m = /^\ufeff?---\r?\n[^]{0,8000}?\n---[ \t]*\r?\n/.exec(text), end = m ? new TextEncoder().encode(m[0]).length : 0;
  return list.some(r => r.quote[0] < end) ? 0 : end;
}

const MOST = 2 ** 31; // more bytes than a text has
const LONG = 300000, KEEP = 2000;
/** Of a text too long for a browser to lay out, what lies far from any quote is left out. @param {string} piece @param {number} all length of the whole text @returns {any[]} */
function shorten(piece, all) {
  if (all < LONG || piece.length < 3 * KEEP) return [piece];
  return [piece.slice(0, KEEP), h('span', { class: 'left-out' }, T.leftOut(piece.length - 2 * KEEP)), piece.slice(-KEEP)];
}
