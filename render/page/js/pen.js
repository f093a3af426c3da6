// Drawing thousands of marks as a few shapes: strokes and fills of one style are
// collected and drawn as one path. A pen collects; it is replayed into ECharts'
// custom series, or onto a plain canvas for the legend.

const MOVE = 0, LINE = 1, CIRCLE = 2, RECT = 3, CLOSE = 4, HALF = 5;

/** @typedef {{z: number, fill: string|null, stroke: string|null, width: number, dash: number[]|null, d: number[]}} Batch */
/** @typedef {{x: number, y: number, text: string, size: number, fill: string, bold?: boolean, italic?: boolean, halo?: string, align?: 'left'|'center'|'right'}} Words */

class Pen {
  constructor() {
    /** @type {Map<string, Batch>} */
    this.batches = new Map();
    /** @type {Words[]} */
    this.words = [];
  }
  /** @param {number} z @param {string|null} fill @param {string|null} stroke @param {number} width @param {number[]|null} dash */
  batch(z, fill, stroke = null, width = 1, dash = null) {
    const key = `${z}|${fill}|${stroke}|${width}|${dash}`;
    let b = this.batches.get(key);
    if (!b) this.batches.set(key, b = { z, fill, stroke, width, dash, d: [] });
    return b.d;
  }
  fill(z, colour) { return this.batch(z, colour); }
  stroke(z, colour, width = 1, dash = null) { return this.batch(z, null, colour, width, dash); }
}

/** @param {number[]} d @param {number} x0 @param {number} y0 @param {number} x1 @param {number} y1 */
function line(d, x0, y0, x1, y1) { d.push(MOVE, x0, y0, LINE, x1, y1); }
/** @param {number[]} d @param {number[]} points x and y in turn */
function polygon(d, points) {
  d.push(MOVE, points[0], points[1]);
  for (let i = 2; i < points.length; i += 2) d.push(LINE, points[i], points[i + 1]);
  d.push(CLOSE);
}
/** @param {number[]} d */
function circle(d, x, y, r) { d.push(CIRCLE, x, y, r); }
/** @param {number[]} d */
function rect(d, x, y, w, h) { d.push(RECT, x, y, w, h); }
/** The lower half of a disc. @param {number[]} d */
function half(d, x, y, r) { d.push(HALF, x, y, r); }
/** Diagonal lines within a rectangle. @param {number[]} d */
function hatch(d, x, y, w, h, step = 4) {
  for (let s = step / 2; s < w + h; s += step) {
    // From the lower left to the upper right, cut off at the rectangle.
    const x0 = s <= h ? x : x + s - h, y0 = s <= h ? y + s : y + h;
    const x1 = s <= w ? x + s : x + w, y1 = s <= w ? y : y + s - w;
    line(d, x0, y0, x1, y1);
  }
}

/** Replays strokes into a canvas context, or into what ECharts gives in its place. @param {any} ctx @param {number[]} d */
function replay(ctx, d) {
  for (let i = 0; i < d.length;) {
    switch (d[i]) {
      case MOVE: ctx.moveTo(d[i + 1], d[i + 2]); i += 3; break;
      case LINE: ctx.lineTo(d[i + 1], d[i + 2]); i += 3; break;
      case CIRCLE: ctx.moveTo(d[i + 1] + d[i + 3], d[i + 2]); ctx.arc(d[i + 1], d[i + 2], d[i + 3], 0, Math.PI * 2, false); i += 4; break;
      case RECT: ctx.rect(d[i + 1], d[i + 2], d[i + 3], d[i + 4]); i += 5; break;
      case CLOSE: ctx.closePath(); i += 1; break;
      case HALF: ctx.moveTo(d[i + 1] + d[i + 3], d[i + 2]); ctx.arc(d[i + 1], d[i + 2], d[i + 3], 0, Math.PI, false); ctx.closePath(); i += 4; break;
    }
  }
}

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif';
/** @param {Words} w */
function fontOf(w) { return `${w.italic ? 'italic ' : ''}${w.bold ? '600 ' : ''}${w.size}px ${FONT}`; }

echarts.graphic.registerShape('datelineBatch', echarts.graphic.extendShape({
  shape: { d: [] },
  buildPath: (ctx, shape) => replay(ctx, shape.d),
}));

/** The strokes and fills of a pen, as the children of an item of a custom series. @param {Pen} pen @returns {any[]} */
function penShapes(pen) {
  return [...pen.batches.values()].filter(b => b.d.length).sort((a, b) => a.z - b.z).map(b => ({
    type: 'datelineBatch', silent: true, z2: b.z, shape: { d: b.d },
    style: { fill: b.fill || 'none', stroke: b.stroke || 'none', lineWidth: b.stroke ? b.width : 0, lineDash: b.dash || 'solid' },
  }));
}
/** Draws what a pen collected on a plain canvas. @param {Pen} pen @param {CanvasRenderingContext2D} ctx */
function penDraw(pen, ctx) {
  for (const b of [...pen.batches.values()].sort((x, y) => x.z - y.z)) {
    ctx.beginPath();
    replay(ctx, b.d);
    ctx.setLineDash(b.dash || []);
    if (b.fill) { ctx.fillStyle = b.fill; ctx.fill(); }
    if (b.stroke) { ctx.strokeStyle = b.stroke; ctx.lineWidth = b.width; ctx.stroke(); }
  }
  drawWords(pen.words, ctx);
}
/** @param {Words[]} words @param {CanvasRenderingContext2D} ctx */
function drawWords(words, ctx) {
  ctx.textBaseline = 'middle';
  for (const w of words) {
    ctx.font = fontOf(w); ctx.fillStyle = w.fill; ctx.textAlign = w.align || 'left';
    if (w.halo) { // a plain ground; a halo around the letters takes ten times as long
      const width = textWidth(w.text, w.size, w.bold), x = w.align === 'right' ? w.x - width : w.align === 'center' ? w.x - width / 2 : w.x;
      ctx.fillStyle = w.halo;
      ctx.fillRect(x, w.y - w.size / 2, width, w.size);
      ctx.fillStyle = w.fill;
    }
    ctx.fillText(w.text, w.x, w.y);
  }
}
/** Makes a canvas as large as is needed, empty, and counted in CSS pixels. @param {HTMLCanvasElement} canvas @param {number} width @param {number} height @param {number} ratio dots to a CSS pixel */
function clearCanvas(canvas, width, height, ratio) {
  const ctx = canvas.getContext('2d');
  canvas.width = width * ratio; canvas.height = height * ratio;
  canvas.style.width = `${width}px`; canvas.style.height = `${height}px`;
  ctx.scale(ratio, ratio);
  return ctx;
}

const measureContext = document.createElement('canvas').getContext('2d');
const widths = new Map();
/** Widths of the ASCII characters of each font. @type {Map<string, Float64Array>} */
const letterWidths = new Map();
/**
 * Width of a label in pixels: where all its letters are ASCII the sum of theirs, which kerning makes a little less,
 * else exactly. Hundreds of labels are measured before the first chart stands.
 * @param {string} text @param {number} size @param {boolean} [bold]
 */
function textWidth(text, size, bold = false) {
  const font = `${bold ? 'b' : ''}${size}`;
  let letters = letterWidths.get(font);
  if (!letters) {
    measureContext.font = `${bold ? '600 ' : ''}${size}px ${FONT}`;
    letterWidths.set(font, letters = Float64Array.from({ length: 128 }, (_, c) => c < 32 ? 0 : measureContext.measureText(String.fromCharCode(c)).width));
  }
  let sum = 0;
  for (let k = 0; k < text.length; k++) {
    const c = text.charCodeAt(k);
    if (c === 0x2026 && k === text.length - 1) return sum + exactWidth('…', size, bold);
    if (c > 127) return exactWidth(text, size, bold);
    sum += letters[c];
  }
  return sum;
}
/** @param {string} text @param {number} size @param {boolean} bold */
function exactWidth(text, size, bold) {
  const key = `${bold ? 'b' : ''}${size}|${text}`;
  let w = widths.get(key);
  if (w === undefined) {
    measureContext.font = `${bold ? '600 ' : ''}${size}px ${FONT}`;
    w = measureContext.measureText(text).width;
    if (widths.size > 50000) widths.clear();
    widths.set(key, w);
  }
  return w;
}
/** A label in lines of a width; the last one is cut. @param {string} text @param {number} size @param {number} max @param {number} lines @param {boolean} [bold] */
function wrap(text, size, max, lines, bold = false) {
  const out = [], words = text.split(' ');
  let line = '';
  words.forEach((word, k) => {
    const longer = line ? `${line} ${word}` : word;
    if (line && out.length < lines - 1 && textWidth(longer, size, bold) > max) { out.push(line); line = word; } else line = longer;
    if (k === words.length - 1) out.push(cut(line, size, max, bold) || line.slice(0, 3));
  });
  return out;
}
/** A label cut to a width, "" when nothing useful is left. @param {string} text @param {number} size @param {number} max @param {boolean} [bold] */
function cut(text, size, max, bold = false) {
  if (textWidth(text, size, bold) <= max) return text;
  let lo = 0, hi = text.length;
  while (lo < hi) {
    const mid = (lo + hi + 1) >> 1;
    if (textWidth(text.slice(0, mid) + '…', size, bold) <= max) lo = mid; else hi = mid - 1;
  }
  return lo < 5 ? '' : text.slice(0, lo).trimEnd() + '…';
}
