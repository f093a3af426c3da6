// How to read the marks, drawn by the same code as the marks.

/** @typedef {{width: number, draw: (pen: Pen, y: number) => void}} Sample a sign drawn 22 pixels high */

/** @param {number} width @param {(pen: Pen, y: number) => void} draw @returns {Sample} */
function sample(width, draw) { return { width, draw }; }

/** A canvas that shows a sample, now or when paint is called. @param {Sample} s @returns {{canvas: HTMLCanvasElement, paint: () => void}} */
function sampleCanvas(s) {
  const canvas = h('canvas', { width: s.width * 2, height: 44, 'aria-hidden': 'true', class: s.width > 30 ? 'wide' : '' });
  return { canvas, paint: () => {
    const ctx = canvas.getContext('2d'), pen = new Pen();
    ctx.setTransform(2, 0, 0, 2, 0, 0);
    ctx.clearRect(0, 0, s.width, 22);
    s.draw(pen, 11.5);
    penDraw(pen, ctx);
  } };
}

/** The signs that nearly every chronology has, in one line above it. @returns {HTMLElement} */
function makeKey() {
  const hue = () => colours.soft, mark = more => sample(16, (pen, y) => symbol(pen, 7, y, { hue: hue(), accounts: 1, modality: 'happened', ...more }));
  /** @type {[Sample, string][]} */
  const items = [[mark({}), T.key.one], [mark({ accounts: 2 }), T.key.two], [mark({ accounts: 3 }), T.key.three], [mark({ disputed: true }), T.key.disputed], [mark({ modality: 'planned' }), T.key.unreal],
    [sample(30, (pen, y) => { const d = pen.stroke(8, hue(), 1.2); line(d, 2, y, 28, y); line(d, 2, y - 4, 2, y + 4); line(d, 28, y - 4, 28, y + 4); symbol(pen, 15, y, { hue: hue(), accounts: 1, modality: 'happened', hollow: true }); }), T.key.within],
    [sample(30, (pen, y) => drawBar(pen, 2, 28, y, { hue: hue(), accounts: 1, modality: 'happened', dashed: false, disputed: false }, true, true)), T.key.lasted]];
  const samples = items.map(([s]) => sampleCanvas(s)), paint = () => samples.forEach(s => s.paint());
  samples.forEach((s, k) => { s.canvas.style.width = `${items[k][0].width}px`; });
  paint();
  onTheme.push(paint);
  return h('p', { class: 'key' }, items.map(([, words], k) => h('span', null, samples[k].canvas, words)), button(T.key.all, () => {
    const legend = /** @type {HTMLDetailsElement} */ (document.querySelector('.legend'));
    legend.open = true;
    legend.scrollIntoView({ block: 'nearest', behavior: stillWanted.matches ? 'auto' : 'smooth' });
    legend.querySelector('summary').focus({ preventScroll: true });
  }, 'link'));
}

/** @returns {HTMLElement} */
function makeLegend() {
  const L = T.legendItems;
  const sym = more => sample(22, (pen, y) => symbol(pen, 11, y, { hue: colours.hues[0], accounts: 1, modality: 'happened', ...more }));
  const wide = draw => sample(52, draw), hue = () => colours.hues[0];
  const bracket = (pen, y, dash) => { const d = pen.stroke(8, hue(), 1.2, dash); line(d, 4, y, 48, y); if (!dash || dash[0] === 4) { line(d, 4, y - 4, 4, y + 4); line(d, 48, y - 4, 48, y + 4); } symbol(pen, 26, y, { hue: hue(), accounts: 1, modality: 'happened', hollow: true, dashed: !!dash && dash[0] === 4 }); };
  const open = forward => wide((pen, y) => { arrow(pen, { a: 8, b: 44 }, y, hue(), forward, null, 0, 60); symbol(pen, 26, y, { hue: hue(), accounts: 1, modality: 'happened', hollow: true }); });
  const bin = b => sample(22, (pen, y) => drawBin(pen, 6, y + 8, 10, 16, b, hue()));
  /** @type {[string, [any, string][]][]} */
  const groups = [
    [T.legendDate, [[sym({}), L.day], [wide((p, y) => { rect(p.fill(6, tint(hue(), 0.16)), 4, y - 4, 44, 8); bracket(p, y, null); }), L.whole], [wide((p, y) => bracket(p, y, null)), L.bracket], [wide((p, y) => drawBar(p, 6, 46, y, { hue: hue(), accounts: 1, modality: 'happened', dashed: false, disputed: false }, true, true)), L.span],
      [wide((p, y) => { const m = { hue: hue(), accounts: 1, modality: 'happened', dashed: false, disputed: false }; drawShoulder(p, 4, 16, y, m); drawShoulder(p, 38, 50, y, m); drawBar(p, 16, 38, y, m, true, true); }), L.loose],
      [open(true), L.after], [open(false), L.before], [wide((p, y) => { line(p.stroke(8, hue(), 1.4, [1.5, 3]), 10, y, 42, y); for (const x of [10, 42]) symbol(p, x, y, { hue: hue(), accounts: 1, modality: 'happened', hollow: true }); }), L.oneof],
      [wide((p, y) => bracket(p, y, [1.5, 3])), L.order], [sym({ dashed: true }), L.approximate], [sample(22, (p, y) => { symbol(p, 11, y + 3, { hue: hue(), accounts: 1, modality: 'happened' }); p.words.push({ x: 11, y: y - 6, text: '?', size: 12, bold: true, fill: colours.ink, align: 'center' }); }), L.uncertain],
      [wide((p, y) => { drawTail(p, { cx: 40, tail: 10 }, y, hue(), 0, 60); symbol(p, 40, y, { hue: hue(), accounts: 1, modality: 'happened' }); }), L.tail]]],
    [T.legendAccounts, [[sym({ accounts: 1 }), L.one], [sym({ accounts: 2 }), L.two], [sym({ accounts: 3 }), L.three], [sym({ disputed: true }), L.disputed]]],
    [T.legendModality, ['alleged', 'denied', 'demanded', 'planned', 'hypothetical', 'negated'].map(m => [sym({ modality: m }), modalityName(m)])],
    [T.legendOther, [...(data.reviewed ? [/** @type {[any, string]} */ ([sym({ modality: 'rejected' }), T.review.rejected])] : []), [bin({ n: 1, happened: 1, disputed: 0 }), L.bins], [bin({ n: 2, happened: 1, disputed: 0 }), L.binOther], [bin({ n: 2, happened: 2, disputed: 1 }), L.binDisputed]]],
  ];
  /** @type {(() => void)[]} */
  const paints = [];
  const el = h('details', { class: 'legend', ontoggle: () => paint() }, h('summary', null, T.legend),
    h('div', { class: 'legend-groups' }, groups.map(([title, items]) => h('div', null, h('h2', null, title), h('ul', null, items.map(([s, words]) => {
      const { canvas, paint } = sampleCanvas(s);
      paints.push(paint);
      return h('li', null, canvas, h('span', null, words));
    }))))));
  const paint = () => {
    if (/** @type {HTMLDetailsElement} */ (el).open) for (const f of paints) f();
  };
  onTheme.push(paint);
  let folded = false; // on paper nothing can be unfolded
  addEventListener('beforeprint', () => { folded = !el.open; el.open = true; paint(); });
  addEventListener('afterprint', () => { if (folded) el.open = false; });
  return el;
}
