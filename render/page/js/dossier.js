// The dossier of an event: its dates, what each account says, the sentences, the
// differences and the related events.

const MAX_LINKS = 12;

const dossier = {
  /** @type {HTMLElement} */ el: null,
  shownEvent: -1,
  /** done when the event that was asked for is on the screen */
  ready: Promise.resolve(),

  build() {
    this.el = h('aside', { class: 'dossier', id: 'dossier', 'aria-label': T.dossier, tabindex: -1, hidden: true });
    return this.el;
  },

  update(changed) {
    const show = state.open && state.event >= 0;
    if (!show) { this.shownEvent = -1; this.appear(false); return; }
    const i = state.event;
    this.ready = Promise.all([openQuotes(reportsOfEvent(i)), openTexts(linksOf()(i).slice(0, 3 * MAX_LINKS).map(([l]) => links.document[l]))]).then(() => { if (state.event === i) this.show(changed); });
  },

  show(changed) {
    if (!state.open || state.event < 0) return;
    if (this.shownEvent === state.event && !changed.has('filter')) return;
    const same = this.shownEvent === state.event;
    this.shownEvent = state.event;
    this.fill(state.event);
    if (!same) this.el.scrollTop = 0;
    highlightSearch();
    const opened = this.el.hidden;
    this.appear(true);
    if (opened && innerWidth < 900) this.el.focus();
  },

  /** @param {boolean} shown */
  appear(shown) {
    this.el.hidden = !shown;
    document.body.classList.toggle('with-dossier', shown);
  },

  close() { set({ open: false }, { step: true }); },

  /** Goes to a report of the event that was just selected. @param {number} n */
  showReport(n) { this.ready.then(() => this.go(n)); },

  /** @param {number} n report */
  go(n) {
    const card = document.getElementById(`report-${n}`);
    if (!card) return;
    this.reveal(card);
    card.focus({ preventScroll: true });
    card.classList.remove('flash');
    void card.offsetWidth; // so that the mark starts anew
    card.classList.add('flash');
  },

  /** Scrolls the dossier, and never the page beside it, until a card is seen. @param {Element} card */
  reveal(card) {
    const at = card.getBoundingClientRect(), box = this.el.getBoundingClientRect(), end = Math.min(box.bottom, innerHeight);
    const below = Math.max(0, at.bottom + 8 - end), top = at.top - box.top;
    this.el.scrollBy({ top: top < 0 ? top : Math.min(top, below), behavior: stillWanted.matches ? 'auto' : 'smooth' });
  },

  /** @param {number} i */
  fill(i) {
    const go = n => this.go(n), modality = modalityOf(i), detail = detailOf(i);
    fill(this.el,
      h('header', null,
        h('div', { class: 'nav' },
          button('←', () => select(neighbour(-1)), 'icon', { 'aria-label': T.previous, title: T.previous }),
          button('→', () => select(neighbour(1)), 'icon', { 'aria-label': T.next, title: T.next }),
          h('span', { class: 'kind' }, kindLabel(i)),
          button('×', () => this.close(), 'icon', { 'aria-label': T.close, title: T.close })),
        own(labelOf(i), 'h2'),
        h('p', { class: 'when' }, dateWords(i)),
        h('p', { class: 'counts' }, [T.documents(events.documents[i]), T.families(events.families[i]), T.accounts(events.accounts[i])].join(' · '), sidesOfEvent(i)),
        (modality !== 'happened' || isDisputed[i] === 1) && h('p', { class: 'signs' },
          modality !== 'happened' && h('span', { class: 'sign' }, capital(T.modality[modality] || modality)),
          isDisputed[i] === 1 && h('span', { class: 'sign notch' }, capital(T.disputed))), reviewSigns(i)),
      detail.oneSided && h('p', { class: 'note' }, detail.oneSided),
      this.dates(i, go), this.figures(detail.figures, go),
      h('section', null, h('h3', null, T.matrix), h('p', { class: 'note' }, T.matrixHint), claimMatrix(i, go)),
      this.disputes(detail.disputes, go),
      h('section', null, h('h3', null, `${T.reportsHead} (${index.reports[i]})`), reportsOfEvent(i).map(reportCard)),
      this.links(i), reviewSection(i));
  },

  /** All dates that reports give, each with the accounts behind it. */
  dates(i, go) {
    const candidates = new Map();
    for (const n of reportsOfEvent(i)) {
      // What only follows from the publication is no date that anybody states.
      const r = report(n), stated = isDated(r.when) && index.glyph[r.when] !== GLYPH.order, key = stated ? whenWords(r.when) : T.dateNone;
      const c = candidates.get(key) || { key, stated, families: new Set(), reports: [], bases: new Set() };
      c.families.add(familyOf(n));
      c.reports.push(n);
      const why = stated ? index.basis.at(r.when) : whenWords(r.when);
      if (why && isDated(r.when)) c.bases.add(why);
      candidates.set(key, c);
    }
    const chosen = c => c.stated && c.key === dateWords(i);
    const list = [...candidates.values()].sort((a, b) => Number(chosen(b)) - Number(chosen(a)) || Number(b.stated) - Number(a.stated) || b.families.size - a.families.size);
    const basis = index.basis.at(events.when[i]);
    return h('section', { class: 'dates-box' }, h('h3', null, T.dates),
      h('ul', null, list.map(c => h('li', { class: chosen(c) ? 'chosen' : '' },
        h('div', null, h('strong', null, c.key), chosen(c) && h('span', { class: 'sign' }, T.dateOfEvent)),
        h('div', { class: 'votes' }, h('span', { class: 'dots', 'aria-hidden': 'true' }, '●'.repeat(Math.min(12, c.families.size))), ' ', T.families(c.families.size), ' ',
          sourceLinks(c.reports, go)),
        [...c.bases].slice(0, 4).map(b => h('div', { class: 'basis' }, own(b)))))),
      !list.some(chosen) && h('p', { class: 'note' }, `${capital(T.dateOfEvent)}: ${dateWords(i)}`, basis && ` · ${basis}`));
  },

  figures(list, go) {
    if (!list.length) return null;
    return h('section', null, h('h3', null, T.figures), h('table', { class: 'plain figures' },
      h('thead', null, h('tr', null, h('td', null), [T.low, T.best, T.high].map(x => h('th', { scope: 'col', class: 'n' }, x)))),
      h('tbody', null, list.map(f => [h('tr', null, h('th', { scope: 'row' }, capital(measureWords(f))), h('td', { class: 'n' }, amounts(f.low)), h('td', { class: 'n best' }, amounts(f.best === null ? T.atLeast(f.low) : f.best)), h('td', { class: 'n' }, f.high === null ? T.open : amounts(f.high))),
        h('tr', { class: 'by' }, h('td', { colspan: 4 }, sourceLinks(f.reports || [], go)))]))));
  },

  disputes(list, go) {
    if (!list.length) return null;
    const sorts = SORTS.filter(s => list.some(d => d.sort === s));
    return h('section', { class: 'disputes' }, h('h3', null, T.disputesHead), sorts.map(s => h('div', { class: `dispute ${s}` },
      h('h4', null, T.disputeSort[s]), h('p', { class: 'note' }, T.disputeDoc[s]),
      list.filter(d => d.sort === s).map(d => h('dl', null, h('dt', null, capital(T.attribute(d.attribute))),
        (d.values || []).map(v => h('dd', null, own(amounts(v.value), 'strong'), ' ', sourceLinks(v.reports || [], go))))))));
  },

  links(i) {
    const strength = ['stated', 'ordered', 'derived', 'near'];
    const list = linksOf()(i).map(([l, way]) => ({ l, way }));
    const rank = x => strength.indexOf(basisName(x.l));
    list.sort((a, b) => rank(a) - rank(b) || a.l - b.l);
    const parts = [];
    for (let k = 0; k < eventCount; k++) if (index.partOf[k] === i) parts.push(k);
    const item = ({ l, way }) => {
      const other = way > 0 ? links.to[l] : links.from[l], relation = relationName(l), basis = basisName(l), why = whyText(l);
      const words = (way > 0 ? T.relation : T.relationBack)[relation] || relation;
      return h('li', { class: basis }, h('span', { class: 'relation' }, words), ' ', eventLink(other), ' ', h('span', { class: 'date' }, dateWords(other)),
        h('div', { class: 'basis' }, T.basis[basis] || basis), why && own(why, 'blockquote'));
    };
    if (!list.length && index.partOf[i] < 0 && !parts.length) return null;
    const box = h('ul', { class: 'links' }, list.slice(0, MAX_LINKS).map(item));
    return h('section', null, h('h3', null, T.linksHead),
      index.partOf[i] >= 0 && h('p', null, T.partOf, ': ', eventLink(index.partOf[i])),
      parts.length > 0 && h('p', null, T.parts, ': ', parts.slice(0, 30).map((k, n) => [n > 0 && ', ', eventLink(k)])),
      box, list.length > MAX_LINKS && button(T.moreLinks(list.length - MAX_LINKS), e => { add(box, list.slice(MAX_LINKS, 500).map(item)); e.currentTarget.remove(); }, 'link'));
  },
};

/** The outlets of reports, once for each document, leading to the first report of it. @param {number[]} list @param {(n: number) => void} go */
function sourceLinks(list, go) {
  const first = new Map(), named = new Map();
  for (const n of list) { const d = index.reportDocument[n]; first.set(d, [...(first.get(d) || []), n]); }
  for (const d of first.keys()) { const s = sourceName(documentOf(d)); named.set(s, (named.get(s) || 0) + 1); }
  // Two texts of one outlet are told apart by their days.
  const day = d => d >= 0 && named.get(sourceName(documentOf(d))) > 1 && index.documentPublished[d] !== NONE ? `, ${dayName(index.documentPublished[d])}` : '';
  return [...first].map(([d, ns]) => [button([own(sourceName(documentOf(d))), day(d), ns.length > 1 && ` ×${ns.length}`], () => go(ns[0]), 'link', { title: d >= 0 ? documentOf(d).title : null }), ' ']);
}

/** The sentence that states a link, "" when it is not in the page or its text not open. @param {number} l */
function whyText(l) { return links.text.at(l) || textOf(links.document[l], links.start[l], links.end[l]); }

/** A way to another event. @param {number} i */
function eventLink(i) { return h('button', { type: 'button', class: 'link event', onclick: () => select(i) }, own(labelOf(i))); }
