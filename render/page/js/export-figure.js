// A view as a figure: what its pens drew, between a title and the notes that say
// what it was made from. The same shapes are written as SVG and drawn as PNG.

const FIGURE = 1200, EDGE = 24, SCALE = 2; // width and margin in pixels, and how many pixels of a PNG stand for one

/** A drawing that a view gives: pens with where they stand, and the marks it needs a legend for.
 * @typedef {{layers: {pen: Pen, x: number, y: number}[], width: number, height: number, legend: {width: number, draw: (pen: Pen, y: number) => void, words: string}[]}} Figure */

/** @param {any} view */
function hasFigure(view) { return !!view.figure || !!panes[view.name] && !!panes[view.name].querySelector('svg, canvas'); }

/** Draws something in the colours of paper. @template V @param {() => V} f @returns {V} */
function onPaper(f) {
  const kept = colours;
  colours = { ...palettes.light, paper: '#ffffff' };
  try { return f(); } finally { colours = kept; }
}

/** The whole figure as pens: title, drawing, legend, notes. @param {Taking} t @returns {Figure} */
function wholeFigure(t) {
  return onPaper(() => {
    const body = withScope(t.scope, () => t.view.figure(FIGURE - 2 * EDGE, t.scope)), pen = new Pen(), width = Math.max(FIGURE, body.width + 2 * EDGE);
    let y = EDGE + 12;
    for (const text of wrap(t.title, 22, width - 2 * EDGE, 2, true)) { pen.words.push({ x: EDGE, y, text, size: 22, bold: true, fill: colours.ink }); y += 28; }
    const top = y;
    y += body.height + 16;
    let x = EDGE;
    for (const item of body.legend) {
      const w = item.width + 8 + textWidth(item.words, 13);
      if (x > EDGE && x + w > width - EDGE) { x = EDGE; y += 22; }
      const mark = new Pen();
      item.draw(mark, y);
      movePen(mark, pen, x, 0);
      pen.words.push({ x: x + item.width + 8, y, text: item.words, size: 13, fill: colours.ink });
      x += w + 22;
    }
    if (body.legend.length) y += 28;
    for (const note of t.notes) for (const text of wrap(note, 13, width - 2 * EDGE, 4)) { pen.words.push({ x: EDGE, y, text, size: 13, fill: colours.soft }); y += 18; }
    return { layers: [...body.layers.map(l => ({ pen: l.pen, x: l.x + EDGE, y: l.y + top })), { pen, x: 0, y: 0 }], width, height: Math.ceil(y + EDGE - 8), legend: [] };
  });
}

/** Adds what one pen collected to another, moved. @param {Pen} from @param {Pen} to @param {number} dx @param {number} dy */
function movePen(from, to, dx, dy) {
  for (const b of from.batches.values()) {
    const d = to.batch(b.z, b.fill, b.stroke, b.width, b.dash), size = { [MOVE]: 3, [LINE]: 3, [CIRCLE]: 4, [RECT]: 5, [CLOSE]: 1, [HALF]: 4 };
    for (let i = 0; i < b.d.length; i += size[b.d[i]]) {
      d.push(b.d[i]);
      for (let k = 1; k < size[b.d[i]]; k++) d.push(b.d[i + k] + (k === 1 ? dx : k === 2 ? dy : 0));
    }
  }
  for (const w of from.words) to.words.push({ ...w, x: w.x + dx, y: w.y + dy });
}

/** @param {Taking} t @returns {Promise<string>} */
async function figureSVG(t) {
  if (!t.view.figure) return paneSVG(t);
  const f = wholeFigure(t), out = [svgHead(t, f.width, f.height)];
  for (const l of f.layers) {
    out.push(`<g transform="translate(${round(l.x)} ${round(l.y)})">`);
    for (const b of [...l.pen.batches.values()].filter(b => b.d.length).sort((a, b) => a.z - b.z)) out.push(`<path d="${svgPath(b.d)}" ${svgStyle(b)}/>`);
    for (const w of l.pen.words) out.push(svgWords(w));
    out.push('</g>');
  }
  return out.join('\n') + '\n</svg>\n';
}
/** @param {Taking} t @param {number} width @param {number} height */
function svgHead(t, width, height) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc" font-family="${xml(FONT)}">\n<title id="title">${xml(t.title)}</title>\n<desc id="desc">${xml([t.alt, ...t.notes].join(' '))}</desc>\n<rect width="${width}" height="${height}" fill="#ffffff"/>`;
}
const round = n => String(Math.round(n * 10) / 10);
/** Text that XML takes for nothing but text; what it cannot hold is left out. @param {string} s */
function xml(s) { return s.replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '').replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`); }
/** A colour, of which not every program knows the form with an alpha. @param {string} name @param {string|null} colour */
function svgColour(name, colour) { return colour && colour.length === 9 ? `${name}="${colour.slice(0, 7)}" ${name}-opacity="${round(parseInt(colour.slice(7), 16) / 255)}"` : `${name}="${colour || 'none'}"`; }
/** @param {Batch} b */
function svgStyle(b) { return svgColour('fill', b.fill) + (b.stroke ? ` ${svgColour('stroke', b.stroke)} stroke-width="${b.width}"${b.dash ? ` stroke-dasharray="${b.dash.join(' ')}"` : ''}` : ''); }
/** @param {Words} w */
function svgWords(w) {
  const width = w.halo ? textWidth(w.text, w.size, w.bold) : 0, x = w.align === 'right' ? w.x - width : w.align === 'center' ? w.x - width / 2 : w.x;
  return (w.halo ? `<rect x="${round(x)}" y="${round(w.y - w.size / 2)}" width="${round(width)}" height="${w.size}" fill="${w.halo}"/>` : '') +
    `<text x="${round(w.x)}" y="${round(w.y)}" dy=".35em" font-size="${w.size}" fill="${w.fill}"${w.bold ? ' font-weight="600"' : ''}${w.italic ? ' font-style="italic"' : ''}${w.align && w.align !== 'left' ? ` text-anchor="${w.align === 'right' ? 'end' : 'middle'}"` : ''}>${xml(w.text)}</text>`;
}
/** What replay draws on a canvas, as the path of an SVG. @param {number[]} d */
function svgPath(d) {
  const out = [];
  for (let i = 0; i < d.length;) {
    const [a, b, c] = [d[i + 1], d[i + 2], d[i + 3]].map(n => n === undefined ? '' : round(n)), r = d[i + 3];
    switch (d[i]) {
      case MOVE: out.push(`M${a} ${b}`); i += 3; break;
      case LINE: out.push(`L${a} ${b}`); i += 3; break;
      case CIRCLE: out.push(`M${round(d[i + 1] + r)} ${b}a${c} ${c} 0 1 1 ${round(-2 * r)} 0a${c} ${c} 0 1 1 ${round(2 * r)} 0Z`); i += 4; break;
      case RECT: out.push(`M${a} ${b}h${c}v${round(d[i + 4])}h${round(-r)}Z`); i += 5; break;
      case CLOSE: out.push('Z'); i += 1; break;
      case HALF: out.push(`M${round(d[i + 1] + r)} ${b}a${c} ${c} 0 0 1 ${round(-2 * r)} 0Z`); i += 4; break;
      default: i = d.length;
    }
  }
  return out.join('');
}

/** @param {Taking} t @param {string} name */
async function saveSVG(t, name) { download(name, 'image/svg+xml', await figureSVG(t)); }

/** @param {Taking} t @param {string} name */
async function savePNG(t, name) {
  const canvas = document.createElement('canvas'), ctx = canvas.getContext('2d');
  if (t.view.figure) {
    const f = wholeFigure(t), scale = Math.min(SCALE, 16000 / f.height);
    canvas.width = f.width * scale; canvas.height = f.height * scale;
    ctx.fillStyle = '#ffffff'; ctx.fillRect(0, 0, canvas.width, canvas.height);
    for (const l of f.layers) { ctx.setTransform(scale, 0, 0, scale, l.x * scale, l.y * scale); penDraw(l.pen, ctx); }
  } else {
    const image = new Image();
    image.src = `data:image/svg+xml;base64,${toBase64(await paneSVG(t))}`;
    await image.decode();
    canvas.width = image.naturalWidth * SCALE; canvas.height = image.naturalHeight * SCALE;
    ctx.drawImage(image, 0, 0, canvas.width, canvas.height);
  }
  const blob = await new Promise(done => canvas.toBlob(done, 'image/png'));
  if (!blob) throw new Error('png');
  download(name, 'image/png', blob);
}

/** A view that draws with elements of the page, as it stands there, under its filter: its drawings and its words, each where it is, in the colours of paper. @param {Taking} t */
function paneSVG(t) {
  if (t.scope === 'all' && !filterIsEmpty()) t = { ...t, alt: altText(t.view, Array.from(shown), filterWords(), 'filter'), notes: t.notes.map(n => n === T.out.noFilter ? T.out.filter(filterWords()) : n) };
  const root = document.documentElement, theme = root.dataset.theme;
  root.dataset.theme = 'light'; themeChanged();
  try { return standingPane(t, panes[t.view.name]); } finally { if (theme) root.dataset.theme = theme; else delete root.dataset.theme; themeChanged(); }
}
const NOT_DRAWN = '.bar, .hint, .picker, select, input, textarea, .offscreen, .tip, [hidden]'; // what only a screen has a use for
/** @param {Taking} t @param {HTMLElement} pane */
function standingPane(t, pane) {
  const at = pane.getBoundingClientRect(), k = Math.min(1, (FIGURE - 2 * EDGE) / at.width), top = EDGE + 40, parts = [];
  const box = r => ({ x: r.left - at.left, y: r.top - at.top, width: r.width, height: r.height });
  for (const el of pane.querySelectorAll('svg, canvas')) {
    const r = box(el.getBoundingClientRect());
    if (!r.width || !r.height || el.closest(NOT_DRAWN) || el.parentElement.closest('svg')) continue;
    parts.push(el instanceof HTMLCanvasElement ? `<image x="${round(r.x)}" y="${round(r.y)}" width="${round(r.width)}" height="${round(r.height)}" href="${el.toDataURL()}"/>` : standingSVG(el, r.x, r.y, r.width, r.height));
  }
  const walk = document.createTreeWalker(pane, NodeFilter.SHOW_TEXT), range = document.createRange();
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const el = node.parentElement;
    if (!node.textContent.trim() || el.closest('svg') || el.closest(NOT_DRAWN)) continue;
    const style = getComputedStyle(el);
    for (const line of linesOf(node, range)) {
      const r = box(line.rect);
      parts.push(`<text x="${round(r.x)}" y="${round(r.y + r.height / 2)}" dy=".35em" font-size="${parseFloat(style.fontSize)}" font-weight="${style.fontWeight}" font-style="${style.fontStyle}" fill="${style.color}">${xml(line.text)}</text>`);
    }
  }
  const notes = [];
  let y = top + at.height * k + 16;
  for (const note of t.notes) for (const text of wrap(note, 13, FIGURE - 2 * EDGE, 4)) { notes.push(svgWords({ x: EDGE, y, text, size: 13, fill: palettes.light.soft })); y += 18; }
  return [svgHead(t, FIGURE, Math.ceil(y + EDGE)), svgWords({ x: EDGE, y: EDGE + 12, text: cut(t.title, 22, FIGURE - 2 * EDGE, true), size: 22, bold: true, fill: palettes.light.ink }),
    `<g transform="translate(${EDGE} ${top}) scale(${k.toFixed(3)})">`, ...parts, '</g>', ...notes, '</svg>\n'].join('\n');
}
/** The lines that a text stands in. @param {Node} node @param {Range} range @returns {{text: string, rect: DOMRect}[]} */
function linesOf(node, range) {
  const out = [], words = /\S+\s*/g, text = node.textContent;
  for (let m = words.exec(text); m; m = words.exec(text)) {
    range.setStart(node, m.index); range.setEnd(node, m.index + m[0].trimEnd().length);
    const rect = range.getBoundingClientRect(), last = out[out.length - 1];
    if (!rect.width) continue;
    if (last && Math.abs(last.rect.top - rect.top) < 3) last.text += ` ${m[0].trim()}`; else out.push({ text: m[0].trim(), rect });
  }
  return out;
}
/** An SVG element of the page with the look that the style sheet gives it. @param {Element} el @param {number} x @param {number} y @param {number} width @param {number} height */
function standingSVG(el, x, y, width, height) {
  const copy = /** @type {Element} */ (el.cloneNode(true)), from = [el, ...el.querySelectorAll('*')], to = [copy, ...copy.querySelectorAll('*')];
  from.forEach((f, k) => {
    const style = getComputedStyle(f);
    for (const name of ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'font-size', 'font-weight', 'font-style', 'text-anchor', 'dominant-baseline', 'fill-opacity', 'stroke-opacity']) if (style.getPropertyValue(name)) to[k].setAttribute(name, style.getPropertyValue(name));
    if (k > 0 && style.transform !== 'none') to[k].setAttribute('transform', style.transform);
    if (f.localName === 'svg') to[k].setAttribute('overflow', 'visible');
    if (style.display === 'none') to[k].setAttribute('display', 'none');
    for (const name of ['class', 'style', 'tabindex', 'role']) to[k].removeAttribute(name);
  });
  for (const [name, value] of Object.entries({ x, y, width, height })) copy.setAttribute(name, String(value));
  if (!copy.getAttribute('viewBox')) { const b = el.getBoundingClientRect(); copy.setAttribute('viewBox', `0 0 ${b.width} ${b.height}`); }
  return new XMLSerializer().serializeToString(copy);
}

/** The chronology as it is, or all of what the filter leaves, with all the rows that it needs. @param {number} width @param {string} scope @returns {Figure} */
function chronologyFigure(width, scope) {
  const made = makeLanes(), pen = new Pen(), strip = new Pen(), at = Object.create(chronology), left = GUTTER;
  Object.assign(at, { lanes: made.lanes, hits: [], areas: [], packing: null, binned: [], narrow: false, paper: false, openLane: -1, level: 'marks', version: 0 });
  const [t0, t1] = scope === 'screen' ? [chronology.t0, chronology.t1] : [chronology.min, chronology.max];
  at.t0 = t0; at.t1 = t1;
  at.rows = at.rowsFor(width - left - 12, [t0, t1]);
  at.plot = { x: left, y: AXIS, width: width - left - 12, height: 0 };
  at.plot.height = at.rows.reduce((n, r) => n + at.heightOf(r), 0);
  drawLanes(at, pen, at.plot);
  drawAxis(pen, strip, at.plot, t0, t1);
  chooseLevels(at, at.plot, t0, t1);
  const perDay = at.plot.width / (t1 - t0);
  drawMarks(at, pen, at.plot, t0, t1, perDay);
  drawBins(at, pen, at.plot, t0, t1, perDay);
  return { layers: [{ pen, x: 0, y: 0 }, { pen: strip, x: 0, y: 0 }], width, height: AXIS + at.plot.height, legend: markLegend(at.binned.includes(true)) };
}
/** The events of the chronology that a scope means. @param {string} scope @returns {number[]} */
function chronologyEvents(scope) { return Array.from(scope === 'screen' ? shown.slice(firstAt(shown, chronology.t0), firstAt(shown, chronology.t1)) : shown); }

/** The marks of the chronology that a figure explains. @param {boolean} bins */
function markLegend(bins) {
  const hue = colours.hues[0], L = T.legendItems, sym = more => (pen, y) => symbol(pen, 8, y, { hue, accounts: 1, modality: 'happened', ...more });
  const item = (words, draw) => ({ width: 18, draw, words });
  return [item(`${L.one} ${T.out.account}`, sym({})), item(L.two, sym({ accounts: 2 })), item(L.three, sym({ accounts: 3 })), item(L.approximate, sym({ dashed: true })), item(L.disputed, sym({ disputed: true })),
    ...modalities.filter(m => m !== 'happened').map(m => item(modalityName(m), sym({ modality: m }))), ...(bins ? [item(L.bins, (pen, y) => drawBin(pen, 3, y + 8, 10, 16, { n: 1, happened: 1, disputed: 0 }, hue))] : [])];
}
