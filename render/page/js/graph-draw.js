// Drawing the graph: thousands of lines as a few shapes, a shape for each basis,
// which are told apart by width, dashes and arrows and not by colour.

const LINK_LOOK = { stated: { width: 2.4, dash: null }, ordered: { width: 1.8, dash: [9, 4] }, derived: { width: 1, dash: null }, near: { width: 1.2, dash: [1.5, 4] } };
// More lines than these are drawn straight, undashed and not wider than a pixel, which takes a tenth of the time; more nodes than these have no names.
const MANY_LINKS = 1500, NAMED_NODES = 90;

/**
 * @param {Pen} pen
 * @param {{nodes: number[], links: number[], spread: Spread, camera: {k: number, x: number, y: number}, width: number, height: number, chain: Set<number>}} g
 */
function drawGraph(pen, g) {
  const { nodes, spread, camera: c } = g, at = new Map(nodes.map((i, n) => [i, n])), X = n => spread.x[n] * c.k + c.x, Y = n => spread.y[n] * c.k + c.y, many = g.links.length > MANY_LINKS;
  drawGraphGround(pen, g);
  for (const l of g.links) {
    const a = at.get(links.from[l]), b = at.get(links.to[l]);
    if (a === undefined || b === undefined) continue;
    const x0 = X(a), y0 = Y(a), x1 = X(b), y1 = Y(b);
    if (x0 < -50 && x1 < -50 || x0 > g.width + 50 && x1 > g.width + 50 || y0 < -50 && y1 < -50 || y0 > g.height + 50 && y1 > g.height + 50) continue;
    drawLink(pen, l, x0, y0, x1, y1, many, g.chain.has(l));
  }
  const scale = Math.max(0.45, Math.min(1.15, c.k * (nodes.length > 300 ? 0.8 : 1)));
  for (let n = 0; n < nodes.length; n++) {
    const x = X(n), y = Y(n);
    if (x < -20 || x > g.width + 20 || y < -20 || y > g.height + 20) continue;
    drawNode(pen, nodes[n], x, y, scale);
  }
  drawNames(pen, g, X, Y);
}

/** The names of rows at the left and of days at the top. @param {Pen} pen @param {any} g */
function drawGraphGround(pen, g) {
  const { camera: c, spread } = g;
  let last = -Infinity, down = -Infinity;
  for (const col of spread.columns) {
    const x = col.x * c.k + c.x, w = textWidth(col.name, 12);
    if (x < -10 || x > g.width + 10) continue;
    if (g.nodes.length <= 300) line(pen.stroke(1, colours.line, 1), x, 22, x, g.height);
    if (!col.name || x - w / 2 < last + 10 || x + w / 2 > g.width) continue;
    pen.words.push({ x, y: 12, text: col.name, size: 12, fill: colours.soft, align: 'center' });
    last = x + w / 2;
  }
  for (const row of spread.rows) {
    const y = row.y * c.k + c.y;
    if (y < down + 16 || y < 24 || y > g.height) continue;
    pen.words.push({ x: 6, y: g.width < 620 ? y - 16 : y, text: row.name, size: 12, bold: true, fill: colours.soft, halo: colours.paper });
    down = y;
  }
}

// What is a cause or an order, and so has an arrow where a source states it.
const DIRECTED = new Set(['causes', 'responds-to', 'violates', 'before', 'after', 'meets']);
/** Whether a source states a cause or an order: 1 from its start to its end, -1 the other way, 0 for no arrow. @param {number} l */
function arrowOf(l) { return STRENGTH[basisName(l)] <= STRENGTH.ordered && DIRECTED.has(relationName(l)) ? relationName(l) === 'after' ? -1 : 1 : 0; }

/** @param {Pen} pen @param {number} l @param {boolean} many @param {boolean} chosen whether it is of the path */
function drawLink(pen, l, x0, y0, x1, y1, many, chosen) {
  const basis = basisName(l), look = LINK_LOOK[basis] || LINK_LOOK.near, arrow = arrowOf(l), stated = STRENGTH[basis] <= STRENGTH.ordered;
  if (arrow < 0) [x0, y0, x1, y1] = [x1, y1, x0, y0];
  const d = pen.stroke(stated ? 4 : 3, stated ? colours.ink : tint(colours.soft, many ? 0.45 : 0.8), chosen ? look.width + 1.4 : many && !stated ? Math.min(1, look.width) : look.width, many ? null : look.dash);
  const dx = x1 - x0, dy = y1 - y0, length = Math.hypot(dx, dy) || 1, r = 9;
  if (many || length < 30) line(d, x0, y0, x1, y1);
  else {
    // A little bent, so that a line that follows a row does not run through its nodes.
    const bend = Math.min(34, length * 0.13), mx = (x0 + x1) / 2 + dy / length * bend, my = (y0 + y1) / 2 - dx / length * bend;
    curve(d, x0, y0, mx, my, x1, y1);
    if (arrow) linkHead(pen, mx, my, x1, y1, r);
    else if (relationName(l) === 'contradicts') crossBar(pen, (x0 + 2 * mx + x1) / 4, (y0 + 2 * my + y1) / 4, dx / length, dy / length);
    return;
  }
  if (arrow && length > 2 * r) linkHead(pen, x0, y0, x1, y1, r);
  else if (relationName(l) === 'contradicts') crossBar(pen, (x0 + x1) / 2, (y0 + y1) / 2, dx / length, dy / length);
}
/** The sign of a contradiction: a bar across a line that runs along u, v. @param {Pen} pen */
function crossBar(pen, x, y, u, v) { line(pen.stroke(5, colours.ink, 2.4), x - 7 * v, y + 7 * u, x + 7 * v, y - 7 * u); }
/** A quadratic curve as short lines. @param {number[]} d */
function curve(d, x0, y0, mx, my, x1, y1) {
  d.push(MOVE, x0, y0);
  for (let k = 1; k <= 8; k++) { const t = k / 8, s = 1 - t; d.push(LINE, s * s * x0 + 2 * s * t * mx + t * t * x1, s * s * y0 + 2 * s * t * my + t * t * y1); }
}
/** @param {Pen} pen @param {number} back how far before the end it stands */
function linkHead(pen, x0, y0, x1, y1, back) {
  const a = Math.atan2(y1 - y0, x1 - x0), x = x1 - Math.cos(a) * back, y = y1 - Math.sin(a) * back, s = 9, wide = 0.42;
  polygon(pen.fill(5, colours.ink), [x, y, x - s * Math.cos(a - wide), y - s * Math.sin(a - wide), x - s * Math.cos(a + wide), y - s * Math.sin(a + wide)]);
}

/** A node looks as the same event does in the chronology. @param {Pen} pen @param {number} i @param {number} x @param {number} y @param {number} scale */
function drawNode(pen, i, x, y, scale) {
  const hue = classHue(classOf(i));
  if (scale < 0.7) { // a dot or, for what has not happened, a diamond
    const r = 5 * scale;
    if (hasHappened[i]) circle(pen.fill(12, hue), x, y, r); else { polygon(pen.fill(11, colours.paper), [x, y - r - 1, x + r + 1, y, x, y + r + 1, x - r - 1, y]); polygon(pen.stroke(12, hue, 1.2), [x, y - r - 1, x + r + 1, y, x, y + r + 1, x - r - 1, y]); }
  } else symbol(pen, x, y, { hue, accounts: events.accounts[i], modality: isRejected(i) ? 'rejected' : modalityOf(i), disputed: isDisputed[i] === 1, dashed: classBroken(classOf(i)) });
  if (i === state.event) { circle(pen.stroke(18, colours.paper, 5), x, y, 12); circle(pen.stroke(19, colours.focus, 2.5), x, y, 12); }
}

/** Names below the nodes, where they have room: the selected one first, then by weight. @param {Pen} pen @param {any} g @param {(n: number) => number} X @param {(n: number) => number} Y */
function drawNames(pen, g, X, Y) {
  const order = g.nodes.map((_, n) => n).filter(n => X(n) > 0 && X(n) < g.width && Y(n) > 20 && Y(n) < g.height);
  const wanted = order.length > NAMED_NODES ? order.filter(n => g.nodes[n] === state.event) : order;
  wanted.sort((a, b) => (g.nodes[b] === state.event ? 1 : 0) - (g.nodes[a] === state.event ? 1 : 0) || events.weight[g.nodes[b]] - events.weight[g.nodes[a]] || a - b);
  const taken = order.slice(0, 400).map(n => [X(n) - 8, Y(n) - 8, X(n) + 8, Y(n) + 8]), free = r => taken.every(t => r[2] < t[0] || r[0] > t[2] || r[3] < t[1] || r[1] > t[3]);
  for (const n of wanted) {
    const i = g.nodes[n], chosen = i === state.event, text = cut(markLabel(i), 12, 158, chosen), w = textWidth(text, 12, chosen);
    const x = Math.max(4 + w / 2, Math.min(g.width - 4 - w / 2, X(n))), y = Y(n) + 18, box = [x - w / 2 - 3, y - 7, x + w / 2 + 3, y + 7];
    if (!chosen && !free(box)) continue;
    taken.push(box);
    pen.words.push({ x, y, text, size: 12, bold: chosen, italic: !hasHappened[i], fill: hasHappened[i] ? colours.ink : colours.soft, halo: colours.paper, align: 'center' });
  }
}

/** A basis as it is drawn, for the choice of bases. @param {string} b */
function basisSample(b) {
  const canvas = h('canvas', { width: 84, height: 32, class: 'basis-sample', 'aria-hidden': 'true' });
  const paint = () => { const pen = new Pen(), ctx = canvas.getContext('2d'); sampleLink(pen, b, 2, 8, 38); ctx.setTransform(2, 0, 0, 2, 0, 0); ctx.clearRect(0, 0, 42, 16); penDraw(pen, ctx); };
  paint();
  onTheme.push(paint);
  return canvas;
}
/** @param {Pen} pen @param {string} b */
function sampleLink(pen, b, x0, y, x1) {
  const look = LINK_LOOK[b] || LINK_LOOK.near, arrow = b === 'stated' || b === 'ordered';
  line(pen.stroke(3, arrow ? colours.ink : colours.soft, look.width, look.dash), x0, y, x1 - (arrow ? 4 : 0), y);
  if (arrow) linkHead(pen, x0, y, x1, y, 0);
}
/** @param {number[]} nodes */
function graphLegend(nodes) {
  const bases = links.meta.bases.slice().sort((a, b) => STRENGTH[a] - STRENGTH[b]).map(b => ({ width: 42, words: T.basis[b] || b, draw: (pen, y) => sampleLink(pen, b, 2, y, 38) }));
  const here = new Set(nodes.map(classOf)), groups = classes().filter(c => here.has(c)).map(c => ({ width: 16, words: groupName(c), draw: (pen, y) => circle(classBroken(c) ? pen.stroke(3, classHue(c), 1.6, [2.5, 2]) : pen.fill(3, classHue(c)), 8, y, 5) }));
  const bar = { width: 42, words: T.relation.contradicts, draw: (pen, y) => { line(pen.stroke(3, colours.ink, 2.4), 2, y, 38, y); crossBar(pen, 20, y, 1, 0); } };
  return [...bases, bar, ...groups, ...markLegend(false).slice(1)];
}

/** Ctrl + wheel zooms, dragging moves, a plain wheel scrolls the page; a click selects. @param {typeof graphView} view */
function graphInput(view) {
  const host = view.host, place = /** @type {(e: MouseEvent) => [number, number]} */ (e => { const r = host.getBoundingClientRect(); return [e.clientX - r.left, e.clientY - r.top]; });
  const soon = everyFrame(() => view.follow());
  let last = null, dragged = false;
  host.addEventListener('wheel', e => { if (e.ctrlKey || e.metaKey) { e.preventDefault(); view.zoom(Math.exp(-Math.max(-60, Math.min(60, e.deltaY)) * 0.006), ...place(e)); } }, { passive: false });
  host.addEventListener('pointerdown', e => { last = [e.clientX, e.clientY]; dragged = false; });
  addEventListener('pointerup', () => { last = null; });
  host.addEventListener('pointerleave', () => hideTip());
  host.addEventListener('pointermove', e => {
    const [x, y] = place(e);
    if (!last || !e.buttons) { const i = view.at(x, y); host.style.cursor = i >= 0 ? 'pointer' : 'grab'; if (i >= 0) showTip(eventTip(i), host, x, y); else hideTip(); return; }
    const dx = e.clientX - last[0], dy = e.clientY - last[1];
    if (!dragged && Math.abs(dx) + Math.abs(dy) < 4) return;
    dragged = true;
    last = [e.clientX, e.clientY];
    const c = view.camera || view.fitting();
    view.camera = { k: c.k, x: c.x + dx, y: c.y + dy };
    hideTip();
    soon();
  });
  host.addEventListener('click', e => { const i = dragged ? -1 : view.at(...place(e)); dragged = false; if (i >= 0) view.choose(i, true); });
  host.addEventListener('dblclick', e => { const i = view.at(...place(e)); if (i >= 0) set({ event: i, around: index.id.at(i), path: '' }, { step: true }); });
}
