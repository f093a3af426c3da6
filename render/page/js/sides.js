// Sides that the user declared: whose word is told, how much of each, and the
// note where nearly all is of one. Without a declaration nothing of this is shown.

const SIDED = data.sides.length > 0, NO_SIDE = data.sides.length;
const ONE_SIDED = 0.8; // as graph/sides.go

/** @param {number} n */
function sideName(n) { return n === NO_SIDE ? T.laneNone.side : data.sides[n]; }

// A shape for each side, within a circle of 5 pixels; more sides than shapes are drawn open.
const SIDE_SHAPES = ['M-5,0A5,5 0 1 1 5,0A5,5 0 1 1 -5,0Z', 'M-4.4,-4.4H4.4V4.4H-4.4Z', 'M0,-5.4L5.2,4H-5.2Z', 'M0,5.4L5.2,-4H-5.2Z', 'M-5.4,0L-2.7,-4.7H2.7L5.4,0L2.7,4.7H-2.7Z', 'M-1.8,-5H1.8V-1.8H5V1.8H1.8V5H-1.8V1.8H-5V-1.8H-1.8Z'];

/** The mark of a side: filled shapes, a ring for what has none, a ring with a point for several. @param {number} side -1 for several @param {boolean} [open] not filled */
function sideMark(side, open = false) {
  if (side < 0) return [svg('circle', { r: 4.6, class: 'hollow' }), svg('circle', { r: 1.6, class: 'solid' })];
  if (side === NO_SIDE) return svg('circle', { r: 4.6, class: SIDED || open ? 'hollow' : 'solid' });
  return svg('path', { d: SIDE_SHAPES[side % SIDE_SHAPES.length], class: side < SIDE_SHAPES.length && !open ? 'solid' : 'hollow' });
}

/** The side whose word some reports give, -1 for several. @param {number[]} reports */
function sideOfReports(reports) {
  if (!SIDED) return NO_SIDE;
  const sides = new Set(reports.map(r => index.reportSide[r]));
  sides.delete(NO_SIDE);
  return sides.size > 1 ? -1 : sides.size ? [...sides][0] : NO_SIDE;
}

/** How many of the texts behind some reports give the word of each side. @param {number[]} reports */
function sidesOfTexts(reports) {
  if (!SIDED || !reports.length) return null;
  const counts = new Map();
  for (const n of firstOfFamilies(reports)) { const side = sideOfReports(reports.filter(r => familyOf(r) === familyOf(n))); counts.set(side, (counts.get(side) || 0) + 1); }
  return [...counts].sort((a, b) => a[0] - b[0]).map(([side, n]) => [sideSign(side, T.sides.word), counts.size > 1 && ` ${n}`, ' ']);
}

/** A side's mark beside its name. @param {number} side -1 for several @param {string} [title] what it is the side of */
function sideSign(side, title) {
  return h('span', { class: 'side-sign', title }, svg('svg', { width: 14, height: 14, viewBox: '-7 -7 14 14', class: 'plot', 'aria-hidden': 'true' }, sideMark(side)), own(side < 0 ? T.sides.several : sideName(side)));
}

/** How many accounts of an event are of each side, of those that have any; the last is of none. @param {number} i @returns {[number, number][]} */
function sideAccounts(i) {
  const list = facetColumns.sideAccounts.at(i);
  return Array.from({ length: NO_SIDE + 1 }, (_, s) => /** @type {[number, number]} */ ([s, list[s] || 0])).filter(([, n]) => n > 0);
}

/** How many accounts of an event are of each side. @param {number} i */
function sideCounts(i) { return sideAccounts(i).map(([s, n], k) => [k > 0 && ', ', sideSign(s), ` ${n}`]); }
/** The same after what else is told of an event; nothing without sides. @param {number} i */
function sidesOfEvent(i) { return SIDED && h('span', { class: 'event-sides' }, ' · ', sideCounts(i)); }

/**
 * The shares of the events shown: accounts, accounts that give the word of no other side, and documents of each side.
 * @returns {{accounts: number, rows: {side: number, accounts: number, alone: number, documents: number}[]}}
 */
function sideShares() {
  const n = NO_SIDE + 1, accounts = new Int32Array(n), alone = new Int32Array(n), documents = new Int32Array(n), seen = new Uint8Array(documentCount());
  let all = 0;
  for (const i of shown) {
    all += events.accounts[i];
    const list = facetColumns.sideAccounts.at(i);
    for (let s = 0; s < n; s++) { accounts[s] += list[s] || 0; alone[s] += list[n + s] || 0; }
    for (let r = firstReport[i]; r < firstReport[i + 1]; r++) {
      const d = index.reportDocument[r];
      if (d >= 0 && !seen[d]) { seen[d] = 1; documents[index.documentSide[d]]++; }
    }
  }
  return { accounts: all, rows: Array.from({ length: n }, (_, side) => ({ side, accounts: accounts[side], alone: alone[side], documents: documents[side] })) };
}

/** Above every view: the shares of what is shown, and the note where it is told mainly by one side. */
const sideMeter = {
  el: h('div', { class: 'side-meter', hidden: true }),
  /** @param {Set<string>} changed */
  update(changed) {
    if (!SIDED || !index || !changed.has('filter') && !changed.has('start')) return;
    const { accounts, rows } = sideShares(), one = rows.find(r => r.side !== NO_SIDE && r.alone > accounts * ONE_SIDED);
    this.el.hidden = false;
    fill(this.el, h('span', { class: 'note' }, T.sides.shares),
      rows.filter(r => r.accounts || r.documents).map(r => h('span', { class: 'side-share' }, sideSign(r.side), ` ${T.sides.share(r.accounts, accounts, r.documents)}`)),
      one && h('strong', { class: 'side-note' }, T.sides.note(sideName(one.side), one.alone, accounts)));
  },
};
