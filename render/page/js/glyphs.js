// How a date, the number of accounts and the modality look. Position and extent
// say when; the bracket or dash says how exactly; the fill says how many
// independent accounts; the shape says whether it is reported as having happened.

const R = 5; // radius of a symbol
const ARROW = 36; // length of an open end

/**
 * The symbol of an event: a disc for what is reported as having happened, a
 * diamond with a sign for everything else.
 * @param {Pen} pen @param {number} x @param {number} y
 * @param {{hue: string, accounts: number, modality: string, hollow?: boolean, dashed?: boolean, disputed?: boolean}} m
 */
function symbol(pen, x, y, m) {
  const outline = pen.stroke(14, m.hue, 1.6, m.dashed ? [2.5, 2] : null);
  if (m.modality === 'happened') {
    circle(pen.fill(11, colours.paper), x, y, R);
    if (m.accounts >= 3) circle(pen.fill(13, m.hue), x, y, m.hollow ? R - 2.2 : R);
    else {
      if (!m.hollow) circle(pen.fill(12, tint(m.hue, 0.34)), x, y, R);
      if (m.accounts === 2) half(pen.fill(13, m.hue), x, y, m.hollow ? R - 1.8 : R);
    }
    circle(outline, x, y, R);
  } else {
    const r = R + 1.6, s = 2.2, sign = pen.stroke(15, m.hue, 1.4);
    const diamond = [x, y - r, x + r, y, x, y + r, x - r, y];
    polygon(pen.fill(11, colours.paper), diamond);
    polygon(outline, diamond);
    switch (m.modality) {
      case 'denied': line(sign, x - s, y - s, x + s, y + s); line(sign, x - s, y + s, x + s, y - s); break;
      case 'rejected': line(sign, x - r, y - r, x + r, y + r); line(sign, x - r, y + r, x + r, y - r); break;
      case 'negated': line(sign, x - s - 0.6, y, x + s + 0.6, y); break;
      case 'demanded': line(sign, x, y - s - 0.6, x, y + s + 0.6); break;
      case 'planned': line(sign, x - s + 0.8, y - s, x + s - 0.2, y); line(sign, x + s - 0.2, y, x - s + 0.8, y + s); break;
      case 'hypothetical': circle(pen.fill(15, m.hue), x, y, 1.5); break;
      default: for (const o of [-2.6, 0, 2.6]) line(sign, x - 2 + o, y + 2, x + 2 + o, y - 2);
    }
  }
  if (m.disputed) notch(pen, x + R, y - R);
}

/** The sign that accounts contradict each other. @param {Pen} pen */
function notch(pen, x, y) {
  const p = [x - 1, y - 4, x + 5, y - 4, x + 5, y + 2];
  polygon(pen.stroke(16, colours.paper, 2), p);
  polygon(pen.fill(17, colours.ink), p);
}

/**
 * What a mark tells: bounds are NaN when open; told is the day that the happening itself is dated to, where
 * the axis tells another day, else NaN.
 * loose holds the days at either end of a span on which it may not have begun yet, or have ended already.
 * @typedef {{first: number, last: number, glyph: number, flags: number, accounts: number, modality: string, disputed: boolean, told: number, loose: [number, number]}} Mark
 */

/** @param {number} i an event @returns {Mark} */
function markOf(i) {
  return {
    first: firstDay[i], last: lastDay[i], glyph: glyphOf[i], flags: flagsOf[i], accounts: events.accounts[i], modality: isRejected(i) ? 'rejected' : modalityOf(i), disputed: isDisputed[i] === 1,
    told: anchorDay === happenedAnchor ? NaN : happenedAnchor[i], loose: [core.looseFirst[events.when[i]], core.looseLast[events.when[i]]],
  };
}

const TAIL = 110, TAIL_AHEAD = 40; // longest lines from a report back, or ahead, to the day it tells of

/**
 * Where a mark stands, in pixels: its symbol, the ends of what is drawn, where
 * its label starts, and where a line to the day it tells of ends, NaN for none.
 * @param {Mark} m @param {(day: number) => number} X
 */
function extentOf(m, X) {
  const a = X(m.first), b = X(m.last + 1), one = X(1) - X(0), tail = NaN, gap = m.disputed ? 10 : 5; // room for the notch
  switch (m.glyph) {
    case GLYPH.day: {
      const c = (a + b) / 2, at = { a: c, b: c, cx: c, l: c - R - 2, r: c + R + 2, label: c + R + gap, tail };
      if (m.told === m.told) {
        at.tail = Math.max(c - TAIL, Math.min(X(m.told + 0.5), c + TAIL_AHEAD));
        if (at.tail < at.l) at.l = at.tail - 2;
        if (at.tail > at.r) { at.r = at.tail + 2; at.label = at.tail + 5; }
      }
      return at;
    }
    case GLYPH.after: return { a, b: a + ARROW, cx: a + ARROW / 2, l: a - 2, r: a + ARROW + 2, label: a + ARROW + 4, tail };
    case GLYPH.before: return { a: b - ARROW, b, cx: b - ARROW / 2, l: b - ARROW - 2, r: b + 2, label: b + 4, tail };
    case GLYPH.order:
      if (Number.isNaN(a)) return { a: b - ARROW, b, cx: b - ARROW / 2, l: b - ARROW - 2, r: b + 2, label: b + 4, tail };
      if (Number.isNaN(b)) return { a, b: a + ARROW, cx: a + ARROW / 2, l: a - 2, r: a + ARROW + 2, label: a + ARROW + 4, tail };
      break;
    case GLYPH.span: { const e = Math.max(b, a + 4); return { a, b: e, cx: (a + e) / 2, l: a - 2, r: e + 2, label: e + 5, tail }; }
    case GLYPH.oneOf: return { a: a + one / 2, b: b - one / 2, cx: (a + b) / 2, l: a + one / 2 - R - 2, r: b - one / 2 + R + 2, label: b - one / 2 + R + gap, tail };
  }
  const c = (a + b) / 2, l = Math.min(a, c - R) - 2, r = Math.max(b, c + R) + 2;
  return { a, b, cx: c, l, r, label: c + R + gap, tail };
}

/**
 * Draws a mark on its row.
 * @param {Pen} pen @param {Mark} mark @param {ReturnType<typeof extentOf>} at @param {number} y @param {string} hue
 * @param {number} left @param {number} right the ends of the plot
 */
function drawMark(pen, mark, at, y, hue, left, right) {
  const approximate = (mark.flags & APPROXIMATE) !== 0;
  const m = { hue, accounts: mark.accounts, modality: mark.modality, dashed: approximate, disputed: mark.disputed, hollow: true };
  const a = Math.max(at.a, left), b = Math.min(at.b, right);
  const inside = at.cx >= left && at.cx <= right;
  if (mark.flags & UNCERTAIN) pen.words.push({ x: Math.min(Math.max(at.cx, left), right), y: y - R - 6, text: '?', size: 12, bold: true, fill: colours.ink, align: 'center', halo: colours.paper });
  if (Math.abs(at.tail - at.cx) > R + 2) drawTail(pen, at, y, hue, left, right);
  switch (mark.glyph) {
    case GLYPH.day:
      m.hollow = false;
      break;
    case GLYPH.span: {
      const day = (at.b - at.a) / (mark.last - mark.first + 1), from = Math.min(at.a + mark.loose[0] * day, at.b), to = Math.max(from, at.b - mark.loose[1] * day);
      drawShoulder(pen, a, Math.min(from, right), y, m); drawShoulder(pen, Math.max(to, left), b, y, m);
      const signed = m.modality !== 'happened' && inside && b - a > 30; // which of them it is stands in its middle
      if (to > from && to > left && from < right) drawBar(pen, Math.max(from, left), Math.min(to, right), y, signed ? { ...m, gap: at.cx } : m, from >= left, to <= right);
      else if (m.disputed && b > a) notch(pen, b - 4, y - 4.5);
      if (signed) symbol(pen, at.cx, y, { ...m, disputed: false });
      return;
    }
    case GLYPH.after: case GLYPH.before: arrow(pen, at, y, hue, mark.glyph === GLYPH.after, null, left, right); break;
    case GLYPH.oneOf:
      if (b > a) line(pen.stroke(8, hue, 1.4, [1.5, 3]), a, y, b, y);
      for (const x of [at.a, at.b]) if (x >= left && x <= right) symbol(pen, x, y, m);
      return;
    case GLYPH.order:
      if (Number.isNaN(mark.first) || Number.isNaN(mark.last)) arrow(pen, at, y, hue, Number.isNaN(mark.last), [1.5, 3], left, right);
      else if (b > a) {
        line(pen.stroke(8, hue, 1.4, [1.5, 3]), a, y, b, y);
      }
      break;
    default: // a bracket as wide as what is known
      if (b > a) {
        const d = pen.stroke(8, hue, 1.2, approximate ? [4, 3] : null);
        if (mark.flags & WHOLE) rect(pen.fill(6, tint(hue, 0.16)), a, y - 4, b - a, 8);
        line(d, a, y, b, y);
        if (at.a >= left) line(d, a, y - 4, a, y + 4);
        if (at.b <= right) line(d, b, y - 4, b, y + 4);
      }
  }
  if (inside) symbol(pen, at.cx, y, m);
}

/** The line from a report to the day that it tells of; an open end where that day is farther. @param {Pen} pen */
function drawTail(pen, at, y, hue, left, right) {
  const end = Math.max(left, Math.min(at.tail, right)), from = Math.max(left, Math.min(at.cx, right)), far = at.cx - at.tail >= TAIL - 0.5 || at.tail - at.cx >= TAIL_AHEAD - 0.5;
  line(pen.stroke(7, hue, 1.1, [2, 2.5]), from, y, end, y);
  if (far && end === at.tail) { const s = at.tail < at.cx ? 4 : -4, d = pen.stroke(9, hue, 1.3); line(d, end, y, end + s, y - 3); line(d, end, y, end + s, y + 3); }
  else if (end === at.tail) line(pen.stroke(9, hue, 1.3), end, y - 3.5, end, y + 3.5);
}

/** A bar with square ends, for what lasted from one day to another. @param {Pen} pen */
function drawBar(pen, a, b, y, m, startsHere, endsHere) {
  const w = Math.max(3, b - a), h = 9, top = y - h / 2;
  rect(pen.fill(9, colours.paper), a, top, w, h);
  if (m.modality !== 'happened') {
    const lines = pen.stroke(12, m.hue, 1.1);
    if (m.gap > a + 9 && m.gap < a + w - 9) { hatch(lines, a, top, m.gap - 9 - a, h, 5); hatch(lines, m.gap + 9, top, a + w - m.gap - 9, h, 5); } else hatch(lines, a, top, w, h, 5);
  } else if (m.accounts >= 3) rect(pen.fill(12, m.hue), a, top, w, h);
  else {
    rect(pen.fill(11, tint(m.hue, 0.34)), a, top, w, h);
    if (m.accounts === 2) rect(pen.fill(12, m.hue), a, y, w, h / 2);
  }
  const d = pen.stroke(14, m.hue, 1.4, m.dashed ? [4, 3] : null);
  line(d, a, top, a + w, top); line(d, a, top + h, a + w, top + h);
  if (startsHere) line(d, a, top, a, top + h);
  if (endsHere) line(d, a + w, top, a + w, top + h);
  if (m.disputed) notch(pen, a + w - 4, top);
}

/** The end of a bar that is only known to lie within some days. @param {Pen} pen */
function drawShoulder(pen, a, b, y, m) {
  if (b - a < 0.5) return;
  rect(pen.fill(9, colours.paper), a, y - 4.5, b - a, 9);
  hatch(pen.stroke(10, m.hue, 0.8), a, y - 4.5, b - a, 9, 4);
  const d = pen.stroke(13, m.hue, 1.1, [2, 2]);
  line(d, a, y - 4.5, b, y - 4.5); line(d, a, y + 4.5, b, y + 4.5);
}

/** An end that the source leaves open. @param {Pen} pen @param {{a: number, b: number}} at @param {boolean} forward @param {number[]|null} dash */
function arrow(pen, at, y, hue, forward, dash, left, right) {
  const a = Math.max(at.a, left), b = Math.min(at.b, right);
  if (b <= a) return;
  const tip = forward ? at.b : at.a, base = forward ? at.a : at.b, s = forward ? -5 : 5;
  const d = pen.stroke(8, hue, 1.4, dash), head = pen.stroke(9, hue, 1.6);
  line(d, a, y, b, y);
  if (base >= left && base <= right) line(head, base, y - 5, base, y + 5);
  if (tip >= left && tip <= right) { line(head, tip, y, tip + s, y - 4); line(head, tip, y, tip + s, y + 4); }
}
