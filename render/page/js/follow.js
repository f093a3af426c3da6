// What followed what: rows of events aligned on one event, what was counted on
// each day before and after, and what chance would give. An arrow stands only
// where a source states a cause or an order.

const followView = {
  name: 'follow', host: null, /** @type {HTMLElement} */ legend: null, aligned: -1, /** @type {HTMLCanvasElement} */ canvas: null, /** @type {ReturnType<typeof countAround>|null} */ counted: null, key: '',

  build(el) {
    this.by = h('select', { id: 'follow-rows', onchange: e => set({ lanes: e.target.value }, { step: true }) }, Object.entries(T.lanes).filter(([k]) => k !== 'side' || data.sides.length).map(([k, v]) => h('option', { value: k }, v)));
    this.days = h('select', { id: 'follow-days', onchange: e => set({ days: e.target.value }, { step: true }) }, choices.days.slice().sort((a, b) => +a - +b).map(d => h('option', { value: d }, T.follow.days(d))));
    this.head = h('p', { class: 'aligned' });
    this.message = h('p', { class: 'nothing', hidden: true });
    this.canvas = h('canvas', { 'aria-hidden': 'true' });
    this.host = h('div', { class: 'chart follow', role: 'img', 'aria-label': '' }, this.canvas);
    this.below = h('div');
    add(el, [h('div', { class: 'bar' }, h('label', { for: 'follow-rows' }, T.follow.rows), this.by, h('label', { for: 'follow-days' }, T.follow.window), this.days, eventPicker('follow-search', T.follow.chooseSearch, i => set({ event: i }, { step: true }))),
      this.head, this.message, this.host, this.legend = h('p', { class: 'note legend-line' }, [T.follow.mark, T.follow.unreal, T.follow.band, T.follow.arrow].join(' · ')), this.below]);
    onTheme.push(() => this.paint());
    new ResizeObserver(everyFrame(() => { if (state.view === 'follow' && this.host.clientWidth && this.host.clientWidth !== this.canvas.clientWidth) this.paint(); })).observe(this.host);
  },

  /** The event to align on: the selected one, else the weightiest with a day. */
  centre() {
    if (state.event >= 0) return state.event;
    let best = -1;
    for (const i of shown) if (hasHappened[i] && followDay(i) === followDay(i) && (best < 0 || events.weight[i] > events.weight[best])) best = i;
    return best;
  },

  update(changed) {
    this.by.value = state.lanes; this.days.value = state.days;
    if (!['filter', 'event', 'lanes', 'days', 'view', 'start'].some(k => changed.has(k))) return;
    const i = this.centre(), ok = i >= 0 && followDay(i) === followDay(i);
    this.message.hidden = ok; this.host.hidden = this.legend.hidden = !ok;
    fill(this.head, i >= 0 && [`${T.follow.align}: `, eventLink(i), `, ${dateWords(i)}`], h('span', { class: 'note' }, ` ${T.follow.alignHint}`));
    if (!ok) { this.message.textContent = i >= 0 ? T.follow.undated(labelOf(i)) : T.follow.choose; fill(this.below); this.counted = null; return; }
    this.aligned = i;
    this.counted = countAround(i, +state.days, state.lanes);
    this.host.setAttribute('aria-label', T.follow.label(labelOf(i), +state.days));
    this.paint();
    openTexts(linksOf()(i).map(([l]) => links.document[l])).then(() => { if (this.aligned === i && this.counted) this.tell(i); });
  },

  paint() {
    if (!this.counted || state.view !== 'follow' || !this.host.clientWidth) return;
    const width = Math.max(300, this.host.clientWidth), pen = new Pen(), height = drawFollow(pen, this.counted, width, this.aligned, +state.days);
    this.host.style.height = `${height}px`;
    penDraw(pen, clearCanvas(this.canvas, width, height, Math.max(2, devicePixelRatio || 1)));
  },

  /** The counts as a table, and what sources link with the event. @param {number} i */
  tell(i) {
    const c = this.counted, days = +state.days, F = T.follow;
    const number = (row, way) => {
      const n = way < 0 ? row.before : row.after;
      return h('td', { class: 'n' }, n ? button(String(n), () => this.showCounted(row, way), 'link', { title: F.openList, 'aria-label': `${n}, ${row.label}, ${way < 0 ? F.before : F.after}: ${F.openList}` }) : '0');
    };
    const chance = (row, side) => [h('td', { class: 'n' }, row.chance ? F.chance(...row.chance[side]) : ''), h('td', null, row.chance ? verdict(beyond(row[side], row.chance[side])) : '')];
    const verdict = v => v === 'within' ? F.within : h('strong', { class: v }, v === 'more' ? `▲ ${F.more}` : `▼ ${F.fewer}`);
    fill(this.below, h('h2', null, F.head), h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': F.head }, h('table', { class: 'plain counts-table' },
      h('thead', null, h('tr', null, [F.row, `${F.before} (${F.days(days)})`, F.expected, '', `${F.after} (${F.days(days)})`, F.expected, ''].map((x, k) => x ? h('th', { scope: 'col', class: [1, 2, 4, 5].includes(k) ? 'n' : '' }, x) : h('td')))),
      h('tbody', null, c.rows.map(row => h('tr', null, h('th', { scope: 'row', dir: 'auto' }, row.label), number(row, -1), chance(row, 'before'), number(row, 1), chance(row, 'after')))))),
    c.shuffles > 0 && h('p', { class: 'note' }, F.base(c.shuffles, SEED)), h('p', { class: 'note' }, F.left(c.counted, c.vague)), this.behind = h('div', { class: 'behind' }), this.pairs(i));
  },
  behind: null,

  /** Lists the events behind a count. @param {FollowRow} row @param {number} way -1 for before, 1 for after */
  showCounted(row, way) {
    const c = this.counted, list = c.near.filter(i => hasHappened[i] && Math.sign(followDay(i) - c.day0) === way && (row.value < 0 || c.of(i).includes(row.value)));
    fill(this.behind, h('h3', null, `${row.label}, ${(way < 0 ? T.follow.before : T.follow.after).toLowerCase()} (${list.length})`), h('ol', { class: 'links' }, list.map(i => h('li', null, eventLink(i), ` ${dateWords(i)}`, h('span', { class: 'date' }, ` (${T.follow.day(followDay(i) - c.day0)})`)))));
    this.behind.querySelector('button').focus();
  },

  /** The links of the event by how strong they are. @param {number} i */
  pairs(i) {
    const list = linksOf()(i).map(([l, way]) => ({ l, way })), groups = ['stated', 'ordered', 'near'].map(b => /** @type {[string, typeof list]} */ ([b, list.filter(x => basisName(x.l) === b || b === 'near' && basisName(x.l) === 'derived')]));
    const item = ({ l, way }) => {
      const other = way > 0 ? links.to[l] : links.from[l], why = whyText(l), d = documentOf(links.document[l]), gap = followDay(other) - this.counted.day0;
      return h('li', null, h('span', { class: 'relation' }, (way > 0 ? T.relation : T.relationBack)[relationName(l)] || relationName(l)), ' ', eventLink(other), ` ${dateWords(other)}`, gap === gap && h('span', { class: 'date' }, ` (${T.follow.day(gap)})`),
        why && [own(why, 'blockquote'), d && h('p', { class: 'source' }, own(sourceName(d)), `, ${d.words || T.publishedUnknown}`)]);
    };
    return [h('h2', null, T.follow.pairs), !groups[0][1].length && !groups[1][1].length && h('p', { class: 'note' }, T.follow.none),
      groups.map(([b, g]) => g.length > 0 && [h('h3', null, `${T.follow.strength[b]} (${g.length})`), h('ul', { class: 'links' }, g.slice(0, 30).map(item)), g.length > 30 && h('p', { class: 'note' }, T.out.left(g.length - 30))])];
  },

  // What is taken away.
  whole: true, // what is on the screen is all under the filter
  /** @param {string} scope */
  part(scope) { return scope === 'all' && this.counted ? countAround(this.aligned, +state.days, state.lanes) : this.counted; },
  taken(scope) { const c = this.part(scope); return c ? c.near : []; },
  alt() { return this.counted ? T.out.follow(labelOf(this.aligned), +state.days) : T.follow.choose; },
  figure(width, scope) {
    const pen = new Pen(), c = this.part(scope), height = c ? drawFollow(pen, c, width, this.aligned, +state.days) : 20, grey = palettes.light.soft;
    return { layers: [{ pen, x: 0, y: 0 }], width, height, legend: [
      { width: 14, words: T.follow.mark, draw: (p, y) => rect(p.fill(3, grey), 3, y - 7, 8, 14) }, { width: 14, words: T.follow.unreal, draw: (p, y) => rect(p.stroke(3, grey, 1.2), 3, y - 7, 8, 14) }, { width: 30, words: T.follow.band, draw: (p, y) => rect(p.fill(2, palettes.light.line), 0, y - 6, 28, 12) },
      { width: 34, words: T.follow.arrow, draw: (p, y) => sampleLink(p, 'stated', 0, y, 32) }] };
  },
  table(scope) {
    const c = this.part(scope);
    const bounds = b => b ? b.join('-') : '';
    return { head: ['row', 'days', 'before', 'before_by_chance', 'before_is', 'after', 'after_by_chance', 'after_is'], rows: c ? c.rows.map(r => [r.label, state.days, r.before, bounds(r.chance && r.chance.before), r.chance ? beyond(r.before, r.chance.before) : '', r.after, bounds(r.chance && r.chance.after), r.chance ? beyond(r.after, r.chance.after) : '']) : [] };
  },
};

const FOLLOW_ROW = 46, FOLLOW_HEAD = 30;

/** Draws the rows; returns how high they are. @param {Pen} pen @param {ReturnType<typeof countAround>} c @param {number} width @param {number} centre @param {number} days */
function drawFollow(pen, c, width, centre, days) {
  const narrow = width < 620, left = narrow ? 8 : 170, step = (width - left - 14) / (2 * days + 1), X = at => left + at * step, row = FOLLOW_ROW + (narrow ? 18 : 0), height = FOLLOW_HEAD + c.rows.length * row + 8;
  let last = -Infinity;
  const every = [1, 2, 5, 7, 10, 15, 30].find(n => n * step >= 44) || 30;
  for (let d = -days; d <= days; d++) {
    if (d % every) continue;
    const x = X(d + days) + step / 2, text = T.follow.day(d), w = textWidth(text, 12);
    line(pen.stroke(1, colours.line, 1), x, FOLLOW_HEAD - 6, x, height - 8);
    if (x - w / 2 > last && x + w / 2 < width) { pen.words.push({ x, y: 12, text, size: 12, fill: d ? colours.soft : colours.ink, bold: !d, align: 'center' }); last = x + w / 2 + 8; }
  }
  rect(pen.fill(2, tint(colours.focus, 0.14)), X(days), FOLLOW_HEAD - 6, Math.max(2, step), height - FOLLOW_HEAD - 2);
  c.rows.forEach((r, k) => {
    const bottom = FOLLOW_HEAD + (k + 1) * row - 6, top = bottom - FOLLOW_ROW + 14, most = Math.max(1, ...r.happened.map((n, at) => n + r.other[at]), ...(r.high || [])), tall = bottom - top, hue = state.lanes === 'class' && r.value >= 0 ? classHue(classes()[r.value]) : colours.soft;
    line(pen.stroke(4, colours.edge || colours.soft, 1), left, bottom + 0.5, width - 14, bottom + 0.5);
    pen.words.push(narrow ? { x: left, y: top - 10, text: cut(r.label, 12, width - 40, true), size: 12, bold: true, fill: colours.ink } : { x: 0, y: bottom - tall / 2, text: cut(r.label, 13, left - 40, k === 0), size: 13, bold: k === 0, fill: colours.ink });
    pen.words.push({ x: left - (narrow ? -(width - left - 14) : 8), y: narrow ? top - 10 : top + 4, text: String(most), size: 12, fill: colours.soft, align: 'right' });
    for (let at = 0; at <= 2 * days; at++) {
      const x = X(at) + Math.min(1, step * 0.1), w = Math.max(1, step - Math.min(2, step * 0.2)), n = r.happened[at], o = r.other[at];
      if (r.high && r.high[at]) rect(pen.fill(3, colours.line), X(at), bottom - tall * r.high[at] / most, step, tall * r.high[at] / most);
      if (n) rect(pen.fill(6, hue), x, bottom - tall * n / most, w, tall * n / most);
      if (o) rect(pen.stroke(7, hue, 1), x + 0.5, bottom - tall * (n + o) / most + 0.5, Math.max(1, w - 1), tall * o / most);
    }
  });
  drawFollowLinks(pen, c, X, step, row, centre, days);
  return height;
}

/** Arrows from or to the event, where a source states a cause or an order. @param {Pen} pen @param {ReturnType<typeof countAround>} c @param {(at: number) => number} X */
function drawFollowLinks(pen, c, X, step, row, centre, days) {
  const facet = facetOf[state.lanes]();
  for (const [l, way] of linksOf()(centre)) {
    const basis = basisName(l), arrow = arrowOf(l), other = way > 0 ? links.to[l] : links.from[l], gap = followDay(other) - c.day0;
    if (!arrow || !(Math.abs(gap) <= days) || gap === 0 || !shownSet[other]) continue;
    const v = facet.starts ? facet.values[facet.starts[other]] : facet.values[other], k = Math.max(0, c.rows.findIndex(r => r.value === v)), y = FOLLOW_HEAD + (k + 1) * row - FOLLOW_ROW / 2;
    const here = X(days) + step / 2, there = X(gap + days) + step / 2, [x0, x1] = way * arrow > 0 ? [here, there] : [there, here], look = LINK_LOOK[basis];
    line(pen.stroke(9, colours.ink, look.width, look.dash), x0, y, x1, y);
    linkHead(pen, x0, y, x1, y, 0);
  }
}
