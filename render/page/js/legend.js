// How to read the marks, drawn by the same code as the marks.

/** @returns {HTMLElement} */
function makeLegend() {
  const L = T.legendItems, sample = (width, draw) => ({ width, draw });
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
    [T.legendOther, [[bin({ n: 1, happened: 1, disputed: 0 }), L.bins], [bin({ n: 2, happened: 1, disputed: 0 }), L.binOther], [bin({ n: 2, happened: 2, disputed: 1 }), L.binDisputed]]],
  ];
  const canvases = [];
  const el = h('details', { class: 'legend', ontoggle: () => paint() }, h('summary', null, T.legend),
    h('div', { class: 'legend-groups' }, groups.map(([title, items]) => h('div', null, h('h2', null, title), h('ul', null, items.map(([s, words]) => {
      const canvas = h('canvas', { width: s.width * 2, height: 44, 'aria-hidden': 'true', class: s.width > 30 ? 'wide' : '' });
      canvases.push([canvas, s]);
      return h('li', null, canvas, h('span', null, words));
    }))))));
  const paint = () => {
    if (!(/** @type {HTMLDetailsElement} */ (el).open)) return;
    for (const [canvas, s] of canvases) {
      const ctx = canvas.getContext('2d'), pen = new Pen();
      ctx.setTransform(2, 0, 0, 2, 0, 0);
      ctx.clearRect(0, 0, s.width, 22);
      s.draw(pen, 11.5);
      penDraw(pen, ctx);
    }
  };
  onTheme.push(paint);
  return el;
}
