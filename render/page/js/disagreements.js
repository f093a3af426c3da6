// Where accounts differ, ranked. The four sorts stand apart: a revised toll is
// no contradiction, and figures that count different things are not compared.

const CARDS = 40;

const disagreements = {
  name: 'disagreements',
  sort: 'conflict', shownCards: CARDS,

  build(el) {
    this.bar = h('div', { class: 'bar' });
    this.host = h('div', { class: 'cards' });
    add(el, [this.bar, this.host]);
  },

  update(changed) {
    if (['filter', 'start', 'view'].some(k => changed.has(k))) this.draw();
    else if (changed.has('event')) for (const c of this.host.children) if (c instanceof HTMLElement) c.classList.toggle('chosen', +c.dataset.event === state.event);
  },

  draw() {
    const of = sort => { const bit = 1 << SORTS.indexOf(sort); return Array.from(shown.filter(i => events.differs[i] & bit)); };
    const counts = SORTS.map(s => of(s).length);
    if (!counts[SORTS.indexOf(this.sort)]) this.sort = SORTS[Math.max(0, counts.findIndex(n => n > 0))];
    fill(this.bar, h('span', { class: 'group', role: 'group', 'aria-label': T.disputesHead }, SORTS.map((s, k) => button([T.disputeSort[s], ' ', h('span', { class: 'count' }, counts[k])],
      () => { this.sort = s; this.shownCards = CARDS; this.draw(); this.bar.querySelector('[aria-pressed=true]').focus(); }, 'choice', { 'aria-pressed': s === this.sort ? 'true' : 'false', disabled: !counts[k] && s !== this.sort }))),
      h('span', { class: 'note' }, capital(T.disputeDoc[this.sort])));
    // The widest disagreements of the best known events first.
    const here = of(this.sort), weight = new Map(here.map(i => [i, this.disputes(i).reduce((n, d) => n + d.values.length, 0) * (1 + events.accounts[i])]));
    const list = here.sort((a, b) => weight.get(b) - weight.get(a) || a - b);
    fill(this.host, !list.length && h('p', { class: 'nothing' }, T.noDisputes), list.slice(0, this.shownCards).map(i => this.card(i)),
      list.length > this.shownCards && button(T.moreLinks(list.length - this.shownCards), () => { this.shownCards += CARDS; this.draw(); }));
  },

  /** The disputes of an event that are of the chosen sort. @param {number} i */
  disputes(i) { return detailOf(i).disputes.filter(d => d.sort === this.sort); },

  /** @param {number} i event */
  card(i) {
    return h('article', { class: i === state.event ? 'card chosen' : 'card', 'data-event': i },
      h('h2', null, eventLink(i)), h('p', { class: 'date' }, [dateWords(i), T.documents(events.documents[i]), T.accounts(events.accounts[i])].join(' · ')),
      this.disputes(i).map(d => h('section', null, h('h3', null, capital(T.attribute(d.attribute))), valueStrip(d), h('ul', { class: 'values' }, d.values.map(v => {
        const families = familiesOf(v.reports).size;
        return h('li', null, own(v.value, 'strong'), ' ', h('span', { class: 'dots', 'aria-hidden': 'true' }, '●'.repeat(Math.min(12, families))), ' ', families > 0 && T.families(families), ' ',
          sourceLinks(v.reports, n => { select(i); dossier.showReport(n); }));
      })))));
  },
};

/** The texts behind reports, copies counted once. @param {number[]} list @returns {Set<number>} */
function familiesOf(list) {
  return new Set(list.map(familyOf));
}

/** Counts on a line from 0, a mark each, larger with more accounts; null when the values are no counts. @param {any} d a dispute */
function valueStrip(d) {
  const points = d.values.map(v => ({ n: /^\D{0,12}\d[\d,]*(\D+\d[\d,]*)?$/.test(v.value) && !/\d{4}-|[a-z]{3,} \d{4}/i.test(v.value) ? (v.value.match(/\d[\d,]*/g) || []).map(x => +x.replaceAll(',', '')) : [], k: familiesOf(v.reports).size }));
  if (points.length < 2 || points.some(p => !p.n.length)) return null;
  const W = 420, most = Math.max(1, ...points.flatMap(p => p.n)), X = n => 10 + n / most * (W - 60), svg = (tag, attributes, text) => {
    const el = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [k, v] of Object.entries(attributes)) el.setAttribute(k, String(v));
    if (text) el.textContent = text;
    return el;
  };
  const all = points.flatMap(p => p.n), root = svg('svg', { viewBox: `0 0 ${W} 40`, class: 'strip', 'aria-hidden': 'true' });
  root.append(svg('line', { x1: 10, x2: W - 50, y1: 16, y2: 16, class: 'rule' }), svg('line', { x1: X(Math.min(...all)), x2: X(Math.max(...all)), y1: 16, y2: 16, class: 'span' }), svg('text', { x: 10, y: 36 }, '0'));
  let last = 16;
  for (const p of points.slice().sort((a, b) => a.n[0] - b.n[0])) {
    const x = X(p.n[0]);
    if (p.n.length > 1) root.append(svg('line', { x1: x, x2: X(p.n[1]), y1: 16, y2: 16, class: 'range' }));
    root.append(svg('circle', { cx: x, cy: 16, r: 4 + Math.min(4, p.k) }));
    if (x - last > 18) { root.append(svg('text', { x: x - 4, y: 36 }, String(p.n[0]))); last = x; }
  }
  return root;
}
