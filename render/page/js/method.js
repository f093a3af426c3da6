// The method: how the page was made, from what, and how often it errs as far as
// anybody has looked, written for the annex of a report.

const methodView = {
  name: 'method', host: null, /** what it is told from, once it is there @type {any} */ meta: null,

  build(el) { this.host = h('div', { class: 'prose method' }); el.append(this.host); },
  update() {
    Promise.all([openPart('method'), reviewStore.open()]).then(([part]) => { this.meta = part.meta; if (state.view === 'method') fill(this.host, this.sections(part.meta)); });
  },

  /** @param {any} m */
  sections(m) {
    const M = T.method, options = Object.entries(m.generator.options || {}), section = (title, ...children) => h('section', null, h('h2', null, title), children);
    return [
      h('p', { class: 'lead' }, M.intro),
      section(M.made, h('p', null, `${m.generator.name} ${m.generator.version}`), options.length > 0 && plainTable([M.options, M.value], options.map(([k, v]) => [k, v]))),
      section(M.from, plainTable([M.fact, M.count], methodFacts(m).map(([what, n, change]) => [what, n && change ? button(String(n), () => set(change, { step: true }), 'link', { 'aria-label': `${n}, ${what}` }) : n]), true)),
      section(M.merging, M.mergingText.map(s => h('p', null, s))),
      section(M.rules, h('p', { class: 'note' }, M.ruleNote), plainTable([M.rule, M.reports], [...m.rules.map(r => [h('code', null, r.name), r.count]), [M.derived, m.derived]])),
      m.bases.length > 0 && section(M.bases, plainTable([M.basis, M.count], m.bases.map(b => [T.basis[b.name] || b.name, b.count]))),
      section(M.languages, plainTable([M.language, M.count], m.languages.map(l => [l.name || M.unknownLanguage, l.count]))),
      section(M.review, this.review()),
      section(M.limits, h('ul', { class: 'limits' }, M.limitsText.map(s => h('li', null, s)))),
      m.diagnostics.length > 0 && section(M.diagnostics, plainTable([M.outcome, M.count], m.severities.map(s => [M.severity[s.name] || s.name, s.count])),
        h('ul', { class: 'problems' }, m.diagnostics.slice(0, 100).map(d => h('li', null, h('span', { class: 'sev' }, M.severity[d.severity] || d.severity), ' ', own(d.path + (d.line ? `:${d.line}` : ''), 'code'), ' ', own(d.message)))),
        m.severities.reduce((n, s) => n + s.count, 0) > Math.min(100, m.diagnostics.length) && h('p', { class: 'note' }, M.firstOnly(Math.min(100, m.diagnostics.length), m.severities.reduce((n, s) => n + s.count, 0)))),
    ];
  },

  /** What reviewers did, and the share of error among what they looked at. */
  review() {
    const n = { accepted: 0, rejected: 0 }, done = new Map();
    for (let i = 0; i < eventCount; i++) { const s = reviewStore.status(i); if (s !== 'open') n[s]++; }
    for (const d of [...reviewStore.built.filter(x => x.outcome !== 'not applied'), ...reviewStore.pending]) done.set(d.action, (done.get(d.action) || 0) + 1);
    if (!done.size) return h('p', null, T.method.reviewNone);
    const judged = n.accepted + n.rejected, [lo, hi] = wilson(n.rejected, judged);
    return [judged > 0 && h('p', null, T.method.estimate(n.rejected, judged, Math.round(100 * lo), Math.round(100 * hi))), judged > 0 && h('p', { class: 'note' }, T.method.estimateNote),
      h('ul', null, [...done].map(([a, k]) => h('li', null, T.method.changed(capital(T.review.done[a]), k))))];
  },

  table() {
    const m = this.meta, rows = methodFacts(m).map(r => ['counts', r[0], r[1]]);
    for (const r of m.rules) rows.push(['date rules', r.name, r.count]);
    rows.push(['date rules', T.method.derived, m.derived]);
    for (const b of m.bases) rows.push(['links', T.basis[b.name] || b.name, b.count]);
    for (const l of m.languages) rows.push(['languages', l.name || T.method.unknownLanguage, l.count]);
    for (const [k, v] of Object.entries(m.generator.options || {})) rows.push(['options', k, v]);
    return { head: ['part', 'what', 'count'], rows };
  },
};

/** How many of what there are, and what shows them. @param {any} m @returns {[string, number, any?][]} */
function methodFacts(m) {
  const F = T.method.facts, count = f => { let n = 0; for (let i = 0; i < eventCount; i++) if (f(i)) n++; return n; };
  let copies = 0, undated = 0;
  for (let n = 0; n < documentCount(); n++) { if (documentOf(n).copyOf >= 0) copies++; if (index.documentPublished[n] === NONE) undated++; }
  const table = filter => ({ view: 'table', filter: { ...emptyFilter(), ...filter } }), documents = { view: 'documents', document: -1, filter: emptyFilter() };
  return [[F.documents, documentCount(), documents], [F.copies, copies], [F.texts, index.familyDocuments.length], [F.undatedDocuments, undated], [F.reports, data.reports], [F.events, eventCount, table({})],
    [F.several, count(i => events.accounts[i] > 1), { ...table({}), sort: 'accounts', descending: true }], [F.contested, count(i => isDisputed[i]), table({ disputed: true })], [F.undated, count(i => happenedAnchor[i] !== happenedAnchor[i]), { ...table({}), sort: 'date', descending: true }],
    ...modalities.map((m, k) => /** @type {[string, number, any]} */ ([m === 'happened' ? F.happened : T.modality[m], count(i => events.modality[i] === k), table({ modality: new Set([k]) })])).filter(r => r[1]), [F.links, links.from.length, { view: 'graph', steps: 0, filter: emptyFilter() }], [F.series, m.series]];
}

/** @param {any[]} head @param {any[][]} rows @param {boolean} [counts] whether what is no text counts something */
function plainTable(head, rows, counts = false) {
  const number = v => typeof v === 'number' || counts && typeof v === 'object';
  return h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': String(head[0]) }, h('table', { class: 'plain' },
    h('thead', null, h('tr', null, head.map((x, k) => h('th', { scope: 'col', class: rows.length && number(rows[0][k]) ? 'n' : '' }, x)))), h('tbody', null, rows.map(r => h('tr', null, h('th', { scope: 'row', dir: 'auto' }, r[0]), r.slice(1).map(v => h('td', { class: number(v) ? 'n' : '', dir: number(v) ? null : 'auto' }, v)))))));
}

/** The interval of a share at 95 % (E. B. Wilson, 1927). @param {number} k @param {number} n @returns {[number, number]} */
function wilson(k, n) {
  if (!n) return [0, 1];
  const z = 1.959964, p = k / n, mid = (p + z * z / (2 * n)) / (1 + z * z / n), half = z / (1 + z * z / n) * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
  return [Math.max(0, mid - half), Math.min(1, mid + half)];
}
