// The chronology: events on a time axis in lanes. ECharts holds the axes, the
// overview's window and the canvas; all marks are one item of a custom series.

// More marks than this are not told apart, and fewer pixels than these make no room for a label.
const MOST_MARKS = 500, PER_MARK = 36;

const chronology = {
  name: 'chronology',
  /** @type {any} */ chart: null,
  /** @type {HTMLElement} */ host: null,
  /** @type {HTMLElement} */ note: null,
  /** @type {HTMLElement} */ dateless: null,
  /** @type {HTMLCanvasElement} */ axis: null,
  /** @type {HTMLCanvasElement} */ words: null,
  /** what the next frame writes */
  /** @type {{pen: Pen, strip: Pen}|null} */ drawn: null,
  plot: { x: 0, y: 0, width: 0, height: 0 },
  /** days at the left and right end of the plot */
  t0: 0, t1: 1, min: 0, max: 1,
  /** @type {Lane[]} */ lanes: [],
  /** @type {number[]} */ rows: [],
  /** @type {{x0: number, x1: number, y: number, cx: number, i: number}[]} */ hits: [],
  /** @type {{x0: number, x1: number, y0: number, y1: number, tip: () => any[], a: number, b: number, act?: () => void}[]} */ areas: [],
  /** whether each lane's events are counted instead of drawn */
  /** @type {boolean[]} */ binned: [],
  /** packing of each lane: made for a stretch three times as wide as the plot, so that marks stay on their rows while it moves */
  /** @type {{perDay: number, from: number, to: number, key: string, lanes: Packing[]}|null} */ packing: null,
  overview: { key: '', children: [] },
  version: 0, narrow: false, opened: [0, 1],

  /** @param {HTMLElement} el */
  build(el) {
    const option = data.charts.chronology;
    const lanes = h('select', { id: 'lanes', onchange: e => set({ lanes: e.target.value }, { step: true }) },
      Object.entries(T.lanes).map(([k, v]) => h('option', { value: k }, v)));
    this.axes = h('select', { id: 'axis', onchange: e => set({ axis: e.target.value, window: null }, { step: true }) },
      Object.entries(T.axes).map(([k, v]) => h('option', { value: k }, v)));
    this.inside = button(T.inside, () => set({ inside: !state.inside }, { step: true }), 'choice', { 'aria-pressed': 'false', hidden: true });
    this.note = h('span', { class: 'in-view' });
    this.host = h('div', { class: 'chart', tabindex: 0, role: 'application', 'aria-label': T.chartLabel });
    this.axis = h('canvas', { class: 'axis', 'aria-hidden': 'true' });
    this.dateless = h('details', { class: 'dateless' });
    add(el, [
      h('div', { class: 'bar' },
        h('span', { class: 'group choose' }, h('label', { for: 'lanes' }, T.laneBy), lanes), h('span', { class: 'group choose' }, h('label', { for: 'axis' }, T.axis), this.axes),
        h('span', { class: 'group' },
          button('−', () => this.zoom(1.6), 'icon', { 'aria-label': T.zoomOut, title: T.zoomOut }),
          button('+', () => this.zoom(1 / 1.6), 'icon', { 'aria-label': T.zoomIn, title: T.zoomIn }),
          button(T.zoomAll, () => this.show(this.min, this.max)),
          this.busy = button(T.zoomBusy, () => this.show(this.opened[0], this.opened[1]))),
        this.inside, this.note, h('span', { class: 'hint' }, T.zoomHint)),
      this.axis, this.host, this.dateless, makeLegend(),
    ]);
    this.select = lanes;
    this.shownAxis = state.axis;
    this.takeAxis();
    this.start({ ...option, xAxis: option.xAxis.map(x => ({ ...x, min: this.min, max: this.max })) });
    chronologyInput(this);
  },

  /** Takes the extent of the axis that is chosen. */
  takeAxis() {
    const option = data.charts.chronology;
    if (state.axis === 'reported') {
      // Publication is dense in time: the whole of it is what the axis opens with.
      const days = byTime.filter(i => anchorDay[i] === anchorDay[i]), first = days.length ? anchorDay[days[0]] : 0, last = days.length ? anchorDay[days[days.length - 1]] : 365, margin = Math.max(1, Math.round((last - first) / 50));
      this.min = first - margin; this.max = last + 1 + margin;
      this.opened = [this.min, this.max];
    } else {
      const zoom = option.dataZoom[0];
      this.min = option.xAxis[0].min; this.max = option.xAxis[0].max;
      const span = this.max - this.min;
      this.opened = [this.min + span * (zoom.start || 0) / 100, this.min + span * (zoom.end === undefined ? 100 : zoom.end || 100) / 100];
    }
    this.busy.hidden = this.opened[1] - this.opened[0] > (this.max - this.min) * 0.99;
  },

  start(option) {
    this.chart = echarts.init(this.host, null, { renderer: 'canvas', width: Math.max(300, this.host.clientWidth), height: 500 });
    this.words = h('canvas', { class: 'words', 'aria-hidden': 'true' });
    this.host.append(this.words);
    this.chart.on('rendered', () => this.paintWords());
    option.series[0].renderItem = (params, api) => this.draw(params, api);
    option.series[1].renderItem = params => this.drawOverview(params);
    for (const s of option.series) { s.clip = false; s.silent = true; s.animation = false; }
    option.animation = false;
    this.layout(option);
    this.chart.setOption(option);
    this.chart.on('datazoom', () => this.zoomed());
    onTheme.push(() => this.refresh());
    new ResizeObserver(everyFrame(() => { if (this.host.clientWidth && this.host.clientWidth !== this.chart.getWidth()) this.refresh(); })).observe(this.host);
  },

  /** Sizes the lanes and what surrounds them; changes the given option or the chart. */
  layout(option) {
    const width = Math.max(300, this.host.clientWidth), made = makeLanes();
    this.narrow = width < 620;
    this.lanes = made.lanes;
    this.showDateless(made.dateless);
    this.laidInside = insideEvent;
    this.openLane = insideEvent >= 0 ? this.lanes.findIndex(l => l.events.includes(insideEvent)) : -1;
    const head = this.narrow ? 20 : 0, pad = 10, top = 2, foot = 78;
    const room = Math.max(360, window.innerHeight - 290) - foot;
    const left = this.narrow ? 8 : 158, right = 12;
    // Few events get all the rows they need, and the page scrolls; many share what the window has.
    this.rows = shareRows(this.lanes, Math.max(Math.min(64, shown.length), this.lanes.length * 2, Math.floor((room - this.lanes.length * (pad + head)) / ROW)));
    this.trimRows(width - left - right);
    const inner = Math.max(ROW * 4, this.rows.reduce((a, r) => a + r * ROW + pad + head, 0) + insideHeight(this.openLane));
    const height = top + inner + foot;
    const change = {
      xAxis: [0, 1].map(gridIndex => ({ gridIndex, min: this.min, max: this.max })),
      grid: [{ left, right, top, height: inner }, { left, right, top: top + inner + 18, height: 40 }],
      dataZoom: [{
        left, right, top: top + inner + 18, height: 40, backgroundColor: 'transparent', borderColor: colours.line, borderRadius: 2, fillerColor: tint(colours.focus, 0.12),
        showDetail: false, showDataShadow: false, brushSelect: true, realtime: true, throttle: 16, minValueSpan: 2, filterMode: 'none', xAxisIndex: [0],
        handleStyle: { color: colours.paper, borderColor: colours.soft }, moveHandleSize: 5, moveHandleStyle: { color: colours.soft, opacity: 0.7 },
        brushStyle: { color: tint(colours.focus, 0.25) }, emphasis: { handleStyle: { borderColor: colours.focus }, moveHandleStyle: { color: colours.focus, opacity: 1 } },
      }],
    };
    this.packing = null; this.overview.key = ''; this.version++;
    this.chart.resize({ width, height, silent: true });
    if (option) {
      option.grid = change.grid;
      const [from, to] = state.window || this.opened, span = this.max - this.min;
      change.dataZoom[0].start = 100 * (from - this.min) / span;
      change.dataZoom[0].end = 100 * (to - this.min) / span;
      option.dataZoom = [{ ...option.dataZoom[0], ...change.dataZoom[0] }];
    } else {
      this.chart.setOption(change, { lazyUpdate: true });
      this.redraw();
    }
  },

  /** Takes rows from lanes that need fewer in the window the page opens with and in the present one. @param {number} width */
  trimRows(width) {
    if (shown.length > 1500) return;
    this.lanes.forEach((lane, k) => {
      let need = Math.min(2, lane.events.length);
      for (const [a, b] of [this.opened, state.window || this.opened]) {
        const perDay = width / (b - a), seen = reaching(lane, a, b);
        const p = packLane(seen, this.rows[k], d => d * perDay, Math.min(260, width * 0.45));
        need = Math.max(need, p.over.length ? this.rows[k] : 1 + Math.max(0, ...p.placed.map(x => x.row)));
      }
      this.rows[k] = Math.min(this.rows[k], need);
    });
  },

  /** Draws again after a change of theme, size, filter or lanes. */
  refresh() { if (this.chart && this.host.clientWidth) this.layout(null); },
  /** Draws the marks again. */
  redraw() { this.version++; this.chart.setOption({ series: [{ data: [[this.min, this.version]] }, { data: [[this.min, this.version]] }] }, { lazyUpdate: true }); },

  /** @param {number} t0 @param {number} t1 */
  show(t0, t1) {
    const span = Math.min(this.max - this.min, Math.max(2, t1 - t0));
    let a = (t0 + t1) / 2 - span / 2;
    a = Math.max(this.min, Math.min(a, this.max - span));
    this.chart.dispatchAction({ type: 'dataZoom', dataZoomIndex: 0, startValue: a, endValue: a + span });
  },
  /** Zooms around a day, the middle of the plot by default. @param {number} factor @param {number} [about] */
  zoom(factor, about = (this.t0 + this.t1) / 2) {
    this.show(about - (about - this.t0) * factor, about + (this.t1 - about) * factor);
  },
  /** Brings an event into the window. @param {number} i */
  reveal(i) {
    const day = anchorDay[i];
    if (Number.isNaN(day) || day >= this.t0 && day <= this.t1) return;
    const span = this.t1 - this.t0;
    this.show(day - span / 2, day + span / 2);
  },
  /** Called when the window has moved; the address follows when it rests. */
  zoomed() {
    clearTimeout(this.rest);
    this.rest = setTimeout(() => {
      const all = this.t0 <= this.min + 1e-6 && this.t1 >= this.max - 1e-6;
      const initial = Math.abs(this.t0 - this.opened[0]) < 0.01 * (this.t1 - this.t0) && Math.abs(this.t1 - this.opened[1]) < 0.01 * (this.t1 - this.t0);
      this.own = true;
      set({ window: initial ? null : all ? [this.min, this.max] : [this.t0, this.t1] });
      this.own = false;
    }, 180);
  },
  rest: 0, own: false, select: null, axes: null, busy: null, inside: null, shownAxis: 'happened', openLane: -1, laidInside: -1, level: 'marks',

  update(changed) {
    this.select.value = state.lanes; this.axes.value = state.axis;
    this.inside.hidden = state.event < 0; this.inside.setAttribute('aria-pressed', String(state.inside));
    if (changed.has('start')) return; // drawn just now
    if (changed.has('axis') && this.shownAxis !== state.axis) {
      this.shownAxis = state.axis;
      this.takeAxis();
      this.refresh();
      this.show(...(state.window || /** @type {[number, number]} */ (this.opened)));
      return;
    }
    if (changed.has('window') && !this.own) this.show(...(state.window || /** @type {[number, number]} */ (this.opened)));
    if (changed.has('filter') || changed.has('lanes') || this.laidInside !== insideEvent) this.refresh();
    else if (changed.has('event') || changed.has('view') || changed.has('inside')) {
      if (this.host.clientWidth && this.host.clientWidth !== this.chart.getWidth()) this.refresh(); else this.redraw();
    }
    if (changed.has('event') && state.event >= 0) this.reveal(state.event);
  },

  /** What ECharts calls to draw the marks. */
  draw(params, api) {
    const plot = params.coordSys, p0 = api.coord([this.min, 0])[0], p1 = api.coord([this.max, 0])[0];
    const perDay = (p1 - p0) / (this.max - this.min);
    this.plot = plot;
    this.t0 = this.min + (plot.x - p0) / perDay; this.t1 = this.t0 + plot.width / perDay;
    const pen = new Pen(), t0 = this.t0, t1 = this.t1;
    this.hits = []; this.areas = [];
    this.drawLanes(pen, plot);
    const strip = new Pen();
    drawAxis(pen, strip, plot, t0, t1);
    this.drawn = { pen, strip };
    const inView = this.chooseLevels(plot, t0, t1);
    this.drawMarks(pen, plot, t0, t1, perDay);
    this.drawBins(pen, plot, t0, t1, perDay);
    if (this.openLane >= 0 && insideEvent >= 0) drawInside(this, pen, plot, this.laneTop(this.openLane) + this.rowsHeight(this.openLane), t0, perDay);
    this.countInView(t0, t1);
    chooseInside(inView);
    return { type: 'group', children: penShapes(pen), $mergeChildren: false };
  },

  /**
   * Chooses for each lane whether its events are counted or drawn, by how many there are to a pixel. Lanes that
   * are counted stay so until a fifth fewer are in view, so that nothing flickers. Returns how many are in view.
   */
  chooseLevels(plot, t0, t1) {
    let inView = 0, marks = 0;
    const counts = this.lanes.map(l => firstAt(l.events, t1) - firstAt(l.events, t0));
    this.binned = this.lanes.map((lane, k) => {
      inView += counts[k];
      const binned = !lane.undated && counts[k] > this.rows[k] * plot.width / PER_MARK * (this.binned[k] ? 0.8 : 1);
      if (!binned && !lane.undated) marks += counts[k];
      return binned;
    });
    // More marks than can be drawn at once: the fullest lanes are counted.
    for (const k of Array.from(counts.keys()).filter(n => !this.lanes[n].undated && !this.binned[n]).sort((a, b) => counts[b] - counts[a])) {
      if (marks <= MOST_MARKS) break;
      this.binned[k] = true; marks -= counts[k];
    }
    this.level = this.binned.includes(true) ? 'bins' : 'marks';
    return inView;
  },

  /**
   * Writes the words of the axis and of the marks, once ECharts has drawn the marks. It would need an element
   * for each word, which takes longer than all the marks together.
   */
  paintWords() {
    if (!this.drawn) return;
    const { pen, strip } = this.drawn, width = this.chart.getWidth();
    this.drawn = null;
    penDraw(strip, clearCanvas(this.axis, width, AXIS));
    drawWords(pen.words, clearCanvas(this.words, width, this.chart.getHeight()));
  },

  /** Top of lane k in pixels. */
  laneTop(k) {
    let y = this.plot.y;
    for (let j = 0; j < k; j++) y += this.laneHeight(j);
    return y;
  },
  laneHeight(k) { return this.rowsHeight(k) + (k === this.openLane ? insideHeight(k) : 0); },
  rowsHeight(k) { return this.rows[k] * ROW + 10 + (this.narrow ? 20 : 0); },

  drawLanes(pen, plot) {
    let y = plot.y;
    this.lanes.forEach((lane, k) => {
      const height = this.laneHeight(k);
      if (k % 2 === 1) rect(pen.fill(1, colours.band), this.narrow ? 0 : 0, y, plot.x + plot.width, height);
      const count = String(lane.events.length), w = textWidth(count, 12);
      if (this.narrow) {
        this.laneBar(pen, lane, plot.x, y + 6, 11);
        pen.words.push({ x: plot.x + 8, y: y + 12, text: cut(lane.label, 12, plot.width - 50, true), size: 12, bold: true, fill: colours.ink, halo: k % 2 ? colours.band : colours.paper });
        pen.words.push({ x: plot.x + plot.width, y: y + 12, text: count, size: 12, fill: colours.soft, align: 'right' });
      } else {
        this.laneBar(pen, lane, 0, y + 7, height - 14);
        wrap(lane.label, 13, plot.x - 30 - w, Math.max(1, Math.floor((height - 6) / 16)), true).forEach((text, n) =>
          pen.words.push({ x: 11, y: y + 5 + ROW / 2 + n * 16, text, size: 13, bold: true, fill: colours.ink }));
        pen.words.push({ x: plot.x - 10, y: y + 5 + ROW / 2, text: count, size: 12, fill: colours.soft, align: 'right' });
      }
      y += height;
    });
    if (!this.lanes.length) pen.words.push({ x: plot.x + plot.width / 2, y: plot.y + 40, text: T.none, size: 14, fill: colours.soft, align: 'center' });
  },

  /** The hue of a lane, as a broken bar where another lane has the same. @param {Pen} pen @param {Lane} lane */
  laneBar(pen, lane, x, y, height) {
    if (!lane.group || !classBroken(lane.group)) rect(pen.fill(4, laneHue(lane)), x, y, 3, height);
    else for (let s = 0; s < height; s += 6) rect(pen.fill(4, laneHue(lane)), x, y + s, 3, Math.min(3, height - s));
  },

  /** Middle of a row in pixels. */
  rowY(k, row, top) { return top + 5 + (this.narrow ? 20 : 0) + (row + 0.5) * ROW; },

  pack(t0, t1, perDay) {
    const key = `${this.version}|${this.rows}|${this.binned}`, span = t1 - t0, p = this.packing;
    if (p && p.key === key && Math.abs(p.perDay / perDay - 1) < 1e-6 && p.from <= t0 && p.to >= t1) return p;
    const from = t0 - span, to = t1 + span, X = d => d * perDay, longest = Math.min(260, this.plot.width * 0.45);
    const lanes = this.lanes.map((lane, k) => {
      if (this.binned[k]) return { placed: [], over: [], rows: 0 };
      return packLane(reaching(lane, from, to), this.rows[k], X, longest);
    });
    return this.packing = { perDay, from, to, key, lanes };
  },

  drawMarks(pen, plot, t0, t1, perDay) {
    const { lanes } = this.pack(t0, t1, perDay), shift = plot.x - t0 * perDay, left = plot.x, right = plot.x + plot.width;
    let top = plot.y;
    this.lanes.forEach((lane, k) => {
      const drawn = new Map(); // where each row is filled up to
      for (const p of lanes[k].placed) {
        const at = { a: p.at.a + shift, b: p.at.b + shift, cx: p.at.cx + shift, l: p.at.l + shift, r: p.at.r + shift, label: p.at.label + shift, tail: p.at.tail + shift };
        if (at.l > right) continue;
        const limit = Math.min(right - 2, p.limit + shift);
        if (at.r < left && !(at.label < left && at.r > left)) continue;
        const y = this.rowY(k, p.row, top);
        drawMark(pen, markOf(p.i), at, y, classHue(classOf(p.i)), left, right);
        // The label stays beside its mark, and in view while any part of the mark is.
        const happened = hasHappened[p.i] === 1, chosen = p.i === state.event, ground = k % 2 ? colours.band : colours.paper;
        const wide = at.b - at.a > 80;
        let x = Math.max(wide && at.label > right - 60 ? at.a + 8 : at.label + (chosen ? 5 : 0), left + 4);
        let text = x < limit ? cut(markLabel(p.i), LABEL, Math.min(limit - x, 320), chosen) : '';
        // At the right end there may be room on the left.
        if (!wide && text !== markLabel(p.i)) {
          const w = textWidth(markLabel(p.i), LABEL, chosen), from = at.l - 4 - w;
          if (from > Math.max(left, drawn.get(p.row) || left) + GAP) { text = markLabel(p.i); x = from; }
        }
        drawn.set(p.row, Math.max(at.r, text ? x + textWidth(text, LABEL, chosen) : 0));
        if (text && x < at.r && x > at.l) rect(pen.fill(16, ground), x - 3, y - 7, textWidth(text, LABEL, chosen) + 6, 14);
        if (text) pen.words.push({ x, y: y + 0.5, text, size: LABEL, fill: happened ? colours.ink : colours.soft, italic: !happened, bold: chosen, halo: ground });
        if (chosen) this.ring(pen, Math.max(left, Math.min(at.cx, right)), y);
        this.hits.push({ x0: Math.max(text ? Math.min(at.l, x) : at.l, left), x1: Math.min(Math.max(at.r, text ? x + textWidth(text, LABEL) : 0), right), y, cx: at.cx, i: p.i });
      }
      const y = this.rowY(k, this.rows[k] - 1, top);
      if (lanes[k].over.length && this.level === 'marks') this.level = 'stacks';
      for (const o of lanes[k].over) {
        const x = o.x + shift;
        if (x < left || x > right - 14) continue;
        pen.words.push({ x, y, text: T.more(o.events.length), size: 12, bold: true, fill: colours.soft, align: 'center' });
        const days = o.events.map(i => anchorDay[i]);
        this.areas.push({ x0: x - 17, x1: x + 17, y0: y - ROW / 2, y1: y + ROW / 2, tip: () => [h('strong', null, T.moreTip(o.events.length)), o.events.slice(0, 6).map(i => own(labelOf(i), 'div'))], a: Math.min(...days) - 1, b: Math.max(...days) + 2 });
        if (o.events.includes(state.event)) this.ring(pen, x, y);
      }
      top += this.laneHeight(k);
    });
  },

  ring(pen, x, y) {
    circle(pen.stroke(18, colours.paper, 5), x, y, R + 5);
    circle(pen.stroke(19, colours.focus, 2.4), x, y, R + 5);
  },

  drawBins(pen, plot, t0, t1, perDay) {
    const stretch = stretchFor(perDay, 7), X = d => plot.x + (d - t0) * perDay, right = plot.x + plot.width;
    if (!this.binned.includes(true)) return;
    const all = this.lanes.map((lane, k) => this.binned[k] ? binsOf(lane, t0, t1, stretch) : []);
    let most = 1;
    for (const bins of all) for (const b of bins) if (b.n > most) most = b.n;
    let top = plot.y;
    this.lanes.forEach((lane, k) => {
      if (!this.binned[k]) { top += this.laneHeight(k); return; }
      const hue = laneHue(lane), full = this.rowsHeight(k) - 8 - (this.narrow ? 20 : 0), bottom = top + this.rowsHeight(k) - 2;
      for (const b of all[k]) {
        const x0 = Math.max(plot.x, X(b.a)), x1 = Math.min(right, X(b.b)), w = Math.max(1, x1 - x0 - 1);
        if (x1 <= x0) continue;
        drawBin(pen, x0, bottom, w, Math.max(2, full * Math.sqrt(b.n / most)), b, hue);
        this.areas.push({ x0, x1, y0: top, y1: bottom, a: b.a, b: b.b, tip: () => [h('strong', null, lane.label), h('div', null, T.bin(b.n, stretch.name(b.a))),
          b.disputed > 0 && h('div', { class: 'tip-sign' }, T.binDisputed(b.disputed)), b.n > b.happened && h('div', null, T.binOther(b.n - b.happened)), h('div', { class: 'tip-date' }, T.binOpen)] });
      }
      line(pen.stroke(3, colours.line, 1), plot.x, bottom + 0.5, right, bottom + 0.5);
      if (state.event >= 0 && lane.events.includes(state.event) && anchorDay[state.event] >= t0 && anchorDay[state.event] <= t1) this.ring(pen, X(anchorDay[state.event]), bottom - 8);
      top += this.laneHeight(k);
    });
  },

  /** What ECharts calls to draw the strip below. */
  drawOverview(params) {
    const plot = params.coordSys, key = `${this.version}|${plot.x}|${plot.width}|${plot.y}`;
    if (this.overview.key !== key) this.overview = { key, children: penChildren(overviewStrip(plot, this.min, this.max)) };
    return { type: 'group', children: this.overview.children, $mergeChildren: false };
  },

  countInView(t0, t1) {
    const level = this.level === 'bins' ? T.levelBins(stretchFor(this.plot.width / (t1 - t0), 7).per, this.binned.includes(false)) : T.level[this.level];
    const text = `${T.inView(firstAt(shown, t1) - firstAt(shown, t0), shown.length)} · ${rangeName(t0, t1 - 1)} · ${level}`;
    if (this.note.textContent !== text) this.note.textContent = text;
  },

  /** @param {number[]} list */
  showDateless(list) {
    this.dateless.hidden = !list.length;
    if (!list.length) return;
    fill(this.dateless, h('summary', null, (state.axis === 'reported' ? T.unpublishedList : T.undatedList)(list.length)),
      h('ul', { class: 'chips' }, list.slice(0, 300).map(i => h('li', null, h('button', { type: 'button', class: hasHappened[i] ? '' : 'unreal', onclick: () => select(i) }, own(markLabel(i)))))));
  },
};
