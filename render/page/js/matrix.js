// The claim matrix: a row for each attribute, a column for each text with its
// copies, in order of publication. Empty cells stay empty to be seen.

/** Whether two values can both hold: days or counts that overlap. "At least 30" does not contradict 45. @param {any} a @param {any} b */
function mayAgree(a, b) { return a.lo !== undefined && b.lo !== undefined && a.lo <= b.hi && b.lo <= a.hi; }

/** Whether a date says anything. @param {number} w */
function isDated(w) { return index.edtf.size(w) > 0 || index.first[w] !== NONE || index.last[w] !== NONE; }

/**
 * @param {number} i event
 * @param {(report: number) => void} go
 */
function claimMatrix(i, go) {
  /** @type {{family: number, reports: number[]}[]} */
  const columns = [];
  for (const n of reportsOfEvent(i)) {
    const family = familyOf(n);
    const c = columns.find(x => x.family === family);
    if (c) c.reports.push(n); else columns.push({ family, reports: [n] });
  }
  const values = (name, read) => ({ name, neutral: false, cells: columns.map(c => {
    const list = [];
    for (const n of c.reports) for (const v of read(report(n))) {
      const same = list.find(x => x.text === v.text);
      if (!same) list.push({ ...v, report: n });
    }
    return list.some(v => !v.weak) ? list.filter(v => !v.weak) : list; // what only follows from the publication counts where nothing is stated
  }) });
  const plain = list => list.map(text => ({ text }));
  const none = (v, open) => v === null ? open : v;
  const rows = [
    values(T.when, r => {
      const a = index.first[r.when], b = index.last[r.when];
      return isDated(r.when) ? [{ text: whenWords(r.when), lo: a === NONE ? -Infinity : a, hi: b === NONE ? Infinity : b, weak: index.glyph[r.when] === GLYPH.order }] : [];
    }),
    values(T.where, r => plain(r.places)),
    values(T.who, r => plain(r.actors)),
    values(T.whom, r => plain(r.targets)),
  ];
  const measures = new Map();
  for (const c of columns) for (const n of c.reports) for (const f of report(n).figures) measures.set(measureWords(f), f);
  for (const name of measures.keys()) rows.push(values(capital(name), r => r.figures.filter(f => measureWords(f) === name).map(f => ({ text: figureWords(f), hedge: f.hedge, lo: f.low, hi: none(f.high, Infinity) }))));
  rows.push(values(T.modalityRow, r => [{ text: modalityName(r.modality), hedge: r.hedge }]));
  rows.push({ ...values(T.saidBy, r => r.speakers.length ? [{ text: speakerChain(r) }] : []), neutral: true }); // accounts have different speakers; that is no difference
  const filled = rows.filter(row => row.cells.some(c => c.length));
  return h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': T.matrix }, h('table', { class: 'matrix' },
    h('thead', null, h('tr', null, h('td', null), columns.map(c => {
      const docs = [...new Set(c.reports.map(n => index.reportDocument[n]))].map(documentOf).filter(Boolean);
      return h('th', { scope: 'col' }, [...new Set(docs.map(sourceName))].map((o, k) => [k > 0 && ', ', own(o)]),
        h('span', { class: 'date' }, docs[0] && docs[0].words || T.publishedUnknown));
    }))),
    h('tbody', null, filled.map(row => {
      // What most columns say is the common value; a cell outside it is outlined.
      const sets = row.cells.map(c => c.map(v => v.text).sort().join('\n')), tally = new Map();
      for (const s of sets) if (s) tally.set(s, (tally.get(s) || 0) + 1);
      const common = [...tally].sort((a, b) => b[1] - a[1])[0], usual = row.cells[sets.indexOf(common[0])];
      return h('tr', null, h('th', { scope: 'row' }, row.name), row.cells.map((c, k) => {
        if (!c.length) return h('td', { class: 'empty' }, h('span', { class: 'offscreen' }, T.notStated));
        const differs = !row.neutral && sets[k] !== common[0] && !c.some(v => usual.some(u => mayAgree(u, v)));
        return h('td', { class: differs ? 'differs' : '' }, c.map(v => h('button', { type: 'button', class: 'cell', onclick: () => go(v.report) }, own(v.text), v.hedge && h('span', { class: 'hedge' }, ' “', own(v.hedge), '”'))),
          differs && h('span', { class: 'offscreen' }, ` (${T.differs})`));
      }));
    }))));
}
