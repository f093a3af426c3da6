// The chronology: events on a time axis in lanes. ECharts holds the axes, the
// overview's window and the canvas; all marks are one item of a custom series.

const PAPER = 700, PAPER_HEIGHT = 680; // of a page within its margins, A4 or Letter, and of the lanes on it
const GUTTER = 168; // width of the names of lanes
const STRIP = 40, STRIP_NAMES = 18; // height of the overview, and of its years below

const chronology = {
  name: 'chronology',
  /** @type {any} */ chart: null,
  /** @type {HTMLElement} */ host: null,
  /** @type {HTMLElement} */ note: null,
  /** @type {HTMLElement} */ how: null,
  /** @type {HTMLDetailsElement} */ dateless: null,
  /** @type {HTMLCanvasElement} */ axis: null,
  /** @type {HTMLCanvasElement} */ words: null,
  /** @type {HTMLCanvasElement} */ sheet: null,
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
  /** packing of each lane: made for a stretch twice as wide as the plot, so that marks stay on their rows while it moves */
  /** @type {{perDay: number, from: number, to: number, key: string, lanes: Packing[]}|null} */ packing: null,
  /** @type {{key: string, children: any[], words: Words[]}} */
  overview: { key: '', children: [], words: [] },
  /** counted up with each drawing, and with each change of what is drawn */
  version: 0, content: 0,
  narrow: false, opened: [0, 1],
  /** whether it is drawn for paper, and how many dots to a pixel */
  paper: false, ratio: 1,
  /** what lies above the canvas @type {HTMLElement[]} */ above: [],
  /** whether a pointer holds the chart: its lanes keep their heights until it is let go */
  held: false,

  /** @param {HTMLElement} el */
  build(el) {
    const option = data.charts.chronology;
    const lanes = h('select', { id: 'lanes', onchange: e => set({ lanes: e.target.value }, { step: true }) },
      Object.entries(T.lanes).filter(([k]) => k !== 'side' || data.sides.length).map(([k, v]) => h('option', { value: k }, v)));
    this.axes = h('select', { id: 'axis', onchange: e => set({ axis: e.target.value, window: null }, { step: true }) },
      Object.entries(T.axes).map(([k, v]) => h('option', { value: k }, v)));
    this.inside = button(T.inside, () => set({ inside: !state.inside }, { step: true }), 'choice', { 'aria-pressed': 'false', hidden: true });
    this.note = h('span', { class: 'in-view' });
    this.how = h('span', { class: 'how' });
    this.host = h('div', { class: 'chart', tabindex: 0, role: 'application', 'aria-label': T.chartLabel });
    this.axis = h('canvas', { class: 'axis', 'aria-hidden': 'true' });
    this.sheet = h('canvas', { class: 'sheet', 'aria-hidden': 'true' });
    this.dateless = h('details', { class: 'dateless' });
    add(el, [
      h('div', { class: 'bar' },
        h('span', { class: 'group choose' }, h('label', { for: 'lanes' }, T.laneBy), lanes), h('span', { class: 'group choose' }, h('label', { for: 'axis' }, T.axis), this.axes),
        h('span', { class: 'group' },
          button('−', () => this.zoom(1.6), 'icon', { 'aria-label': T.zoomOut, title: T.zoomOut }),
          button('+', () => this.zoom(1 / 1.6), 'icon', { 'aria-label': T.zoomIn, title: T.zoomIn }),
          button(T.zoomAll, () => this.show(this.min, this.max)),
          this.busy = button(T.zoomBusy, () => this.show(this.opened[0], this.opened[1]))),
        this.inside, this.note),
      h('div', { class: 'bar reading-key' }, makeKey(), this.how),
      this.host, this.sheet, this.dateless, makeLegend(),
    ]);
    this.select = lanes;
    this.shownAxis = state.axis;
    this.takeAxis();
    this.words = h('canvas', { class: 'words', 'aria-hidden': 'true' });
    chronologyInput(this);
    this.start(devicePixelRatio || 1);
    onTheme.push(() => this.refresh());
    new ResizeObserver(everyFrame(() => { if (!this.paper && this.host.clientWidth && this.host.clientWidth !== this.chart.getWidth()) this.refresh(); })).observe(this.host);
    addEventListener('beforeprint', () => this.print(true));
    addEventListener('afterprint', () => this.print(false));
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

  /** Makes the chart, in place of one that is there. @param {number} ratio dots to a CSS pixel */
  start(ratio) {
    const given = data.charts.chronology, option = { ...given, xAxis: given.xAxis.map(x => ({ ...x, min: this.min, max: this.max })) };
    if (this.chart) this.chart.dispose();
    this.ratio = ratio;
    this.chart = echarts.init(this.host, null, { renderer: 'canvas', width: this.width(), height: 500, devicePixelRatio: ratio });
    this.host.append(this.words, this.axis, h('p', { class: 'hint' }, T.zoomHint), ...this.above); // ECharts empties its host
    this.chart.on('rendered', () => this.paintWords());
    option.series[0].renderItem = (params, api) => this.draw(params, api);
    option.series[1].renderItem = params => this.drawOverview(params);
    for (const s of option.series) { s.clip = false; s.silent = true; s.animation = false; }
    option.animation = false;
    this.layout(option);
    this.chart.setOption(option);
    this.chart.on('datazoom', () => this.zoomed());
  },

  /** Draws for paper, as wide as a page and with three dots to a pixel, into one picture that is shown there; or for the screen again. @param {boolean} paper */
  print(paper) {
    if (!this.chart || state.view !== 'chronology' || this.paper === paper) return;
    this.paper = paper;
    this.start(paper ? 3 : devicePixelRatio || 1);
    this.sheet.width = 0; // frees what the last picture took
    if (!paper) return;
    this.chart.getZr().flush();
    const ctx = clearCanvas(this.sheet, this.chart.getWidth(), this.chart.getHeight(), this.ratio);
    for (const c of this.host.querySelectorAll('canvas')) {
      if (c === this.axis) ctx.drawImage(c, 0, STRIP + STRIP_NAMES, this.chart.getWidth(), AXIS);
      else ctx.drawImage(c, 0, 0, this.chart.getWidth(), this.chart.getHeight());
    }
  },

  /** Width that the chart has. */
  width() { return this.paper ? PAPER : Math.max(300, this.host.clientWidth); },

  /**
   * Sizes the lanes and what surrounds them; changes the given option or the chart.
   * @param {any} option null for the chart @param {number[]|null} [rows] of the lanes, when nothing else has changed
   */
  layout(option, rows = null) {
    const width = this.width();
    this.narrow = width < 620;
    this.host.classList.toggle('narrow', this.narrow);
    if (!rows) {
      const made = makeLanes();
      this.lanes = made.lanes;
      this.showDateless(made.dateless);
      this.content++;
    }
    this.laidInside = insideEvent;
    this.openLane = insideEvent >= 0 ? this.lanes.findIndex(l => l.events.includes(insideEvent)) : -1;
    const left = this.narrow ? 8 : GUTTER, right = 12, top = STRIP + STRIP_NAMES + AXIS;
    this.rows = rows || this.rowsFor(width - left - right);
    const inner = Math.max(ROW * 3, this.rows.reduce((a, r) => a + this.heightOf(r), 0) + insideHeight(this.openLane));
    const height = top + inner + 2;
    const change = {
      xAxis: [0, 1].map(gridIndex => ({ gridIndex, min: this.min, max: this.max })),
      grid: [{ left, right, top, height: inner }, { left, right, top: 0, height: STRIP }],
      dataZoom: [{
        left, right, top: 0, height: STRIP, backgroundColor: 'transparent', borderColor: colours.line, borderRadius: 2, fillerColor: tint(colours.focus, 0.12),
        showDetail: false, showDataShadow: false, brushSelect: true, realtime: true, throttle: 16, minValueSpan: 2, filterMode: 'none', xAxisIndex: [0],
        handleStyle: { color: colours.paper, borderColor: colours.soft }, moveHandleSize: 5, moveHandleStyle: { color: colours.soft, opacity: 0.7 },
        brushStyle: { color: tint(colours.focus, 0.25) }, emphasis: { handleStyle: { borderColor: colours.focus }, moveHandleStyle: { color: colours.focus, opacity: 1 } },
      }],
    };
    this.packing = null; this.version++;
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

  /** Rows of each lane in the present window, or another. Few events get all the rows they need, and the page scrolls; many share what the screen has. @param {number} width of the plot @param {[number, number]} [window] */
  rowsFor(width, window) {
    const [a, b] = window || state.window || this.opened, perDay = width / (b - a), counts = this.lanes.map(l => firstAt(l.events, b) - firstAt(l.events, a)), all = counts.reduce((n, c) => n + c, 0);
    const within = height => Math.floor((height - this.lanes.length * this.heightOf(0)) / ROW);
    const most = this.paper ? within(PAPER_HEIGHT) : Math.max(Math.min(64, all), within(Math.max(300, innerHeight - 330)));
    if (all > 1500) return shareRows(this.lanes, counts, most);
    const seen = this.lanes.map(lane => reaching(lane, a, b, ARROW / perDay)), rows = shareRows(this.lanes, seen.map(list => list.length), most);
    return rows.map((given, k) => {
      const p = packLane(seen[k], given, d => d * perDay, Math.min(260, width * 0.45));
      return p.over.length ? given : 1 + Math.max(0, ...p.placed.map(x => x.row));
    });
  },

  /** Gives each lane the rows it needs in a window that has come to rest, unless next to nothing would change. */
  refit() {
    if (!this.chart || this.held || state.view !== 'chronology') return;
    const rows = this.rowsFor(this.plot.width), change = rows.reduce((n, r, k) => n + Math.abs(r - this.rows[k]), 0);
    if (change > Math.max(2, this.rows.length / 4)) this.layout(null, rows);
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
      this.refit();
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

  figure: (width, scope) => chronologyFigure(width, scope), taken: scope => chronologyEvents(scope),

  /** What ECharts calls to draw the marks. */
  draw(params, api) {
    const plot = params.coordSys, p0 = api.coord([this.min, 0])[0], p1 = api.coord([this.max, 0])[0];
    const perDay = (p1 - p0) / (this.max - this.min);
    this.plot = plot;
    this.t0 = this.min + (plot.x - p0) / perDay; this.t1 = this.t0 + plot.width / perDay;
    const pen = new Pen(), t0 = this.t0, t1 = this.t1;
    this.hits = []; this.areas = [];
    drawLanes(this, pen, plot);
    const strip = new Pen();
    drawAxis(pen, strip, plot, t0, t1);
    this.drawn = { pen, strip };
    const inView = chooseLevels(this, plot, t0, t1);
    drawMarks(this, pen, plot, t0, t1, perDay);
    drawBins(this, pen, plot, t0, t1, perDay);
    if (this.openLane >= 0 && insideEvent >= 0) drawInside(this, pen, plot, this.laneTop(this.openLane) + this.rowsHeight(this.openLane), t0, perDay);
    this.countInView(t0, t1);
    chooseInside(inView);
    return { type: 'group', children: penShapes(pen), $mergeChildren: false };
  },

  /**
   * Writes the words of the axis and of the marks, once ECharts has drawn the marks. It would need an element
   * for each word, which takes longer than all the marks together.
   */
  paintWords() {
    if (!this.drawn) return;
    const { pen, strip } = this.drawn, width = this.chart.getWidth();
    this.drawn = null;
    penDraw(strip, clearCanvas(this.axis, width, AXIS, this.ratio));
    const ctx = clearCanvas(this.words, width, this.chart.getHeight(), this.ratio);
    drawWords(pen.words, ctx);
    drawWords(this.overview.words, ctx);
  },

  /** Top of lane k in pixels. */
  laneTop(k) {
    let y = this.plot.y;
    for (let j = 0; j < k; j++) y += this.laneHeight(j);
    return y;
  },
  laneHeight(k) { return this.rowsHeight(k) + (k === this.openLane ? insideHeight(k) : 0); },
  rowsHeight(k) { return this.heightOf(this.rows[k]); },
  /** Height of a lane of some rows. @param {number} rows */
  heightOf(rows) { return rows * ROW + 10 + (this.narrow ? 20 : 0); },

  /** Middle of a row in pixels. */
  rowY(k, row, top) { return top + 5 + (this.narrow ? 20 : 0) + (row + 0.5) * ROW; },

  /** What ECharts calls to draw the strip below. */
  drawOverview(params) {
    const plot = params.coordSys, key = `${this.content}|${plot.x}|${plot.width}|${plot.y}`;
    if (this.overview.key !== key) {
      const pen = overviewStrip(plot, this.min, this.max);
      this.overview = { key, children: penShapes(pen), words: pen.words };
    }
    return { type: 'group', children: this.overview.children, $mergeChildren: false };
  },

  countInView(t0, t1) {
    const level = this.level === 'bins' ? T.levelBins(stretchFor(this.plot.width / (t1 - t0), 7).per, this.binned.includes(false)) : T.level[this.level];
    const text = `${T.inView(firstAt(shown, t1) - firstAt(shown, t0), shown.length)} · ${rangeName(t0, t1 - 1)}`;
    if (this.note.textContent !== text) this.note.textContent = text;
    if (this.how.textContent !== level) this.how.textContent = level;
  },

  /** @param {number[]} list */
  showDateless(list) {
    this.dateless.hidden = !list.length;
    if (!list.length) return;
    const chips = h('ul', { class: 'chips' }), show = () => {
      if (this.dateless.open && !chips.firstChild) add(chips, list.slice(0, 300).map(i => h('li', null, h('button', { type: 'button', class: hasHappened[i] ? '' : 'unreal', onclick: () => select(i) }, own(markLabel(i))))));
    };
    fill(this.dateless, h('summary', null, (state.axis === 'reported' ? T.unpublishedList : T.undatedList)(list.length)), chips);
    this.dateless.ontoggle = show;
    show();
  },
};
