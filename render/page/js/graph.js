// The event graph: time runs from left to right, at positions computed before.
// It starts from the selected event, or the weightiest, as the whole may be a hairball. Arrows
// stand only where a source states the link or the order.

const MAX_NODES = 300;

const graphView = {
  name: 'graph', chart: null, host: null, bases: new Set(['stated', 'ordered', 'derived', 'near']),
  nodes: [], zoomed: false,

  build(el) {
    this.stepSelect = h('select', { id: 'steps', onchange: e => set({ steps: +e.target.value }, { step: true }) },
      h('option', { value: 0 }, T.graphAll), [1, 2].map(n => h('option', { value: n }, T.graphStep(n))));
    const boxes = links.meta.bases.map(b => h('label', { class: 'check' }, h('input', { type: 'checkbox', checked: true, onchange: e => { if (e.target.checked) this.bases.add(b); else this.bases.delete(b); this.draw(); } }),
      h('span', { class: `swatch ${b}`, 'aria-hidden': 'true' }), h('span', null, T.basis[b] || b)));
    this.note = h('span', { class: 'in-view' });
    this.host = h('div', { class: 'chart graph', role: 'img', 'aria-label': T.graphLabel });
    this.legend = h('div');
    this.message = h('p', { class: 'nothing', hidden: true });
    this.listHost = h('div', { class: 'link-list' });
    add(el, [h('div', { class: 'bar' }, h('label', { for: 'steps' }, T.graphSteps), this.stepSelect, h('span', { class: 'group' },
      button('−', () => this.zoom(1 / 1.4), 'icon', { 'aria-label': T.zoomOut, title: T.zoomOut }), button('+', () => this.zoom(1.4), 'icon', { 'aria-label': T.zoomIn, title: T.zoomIn }), button(T.fit, () => { this.view = null; this.draw(); })),
    boxes, this.note), this.legend, this.message, this.host, this.listHost]);
    onTheme.push(() => this.draw());
    new ResizeObserver(everyFrame(() => { if (state.view === 'graph' && this.chart && this.host.clientWidth && this.host.clientWidth !== this.chart.getWidth()) this.draw(); })).observe(this.host);
  },
  view: null,

  update(changed) {
    this.stepSelect.value = String(state.steps);
    if (['filter', 'event', 'steps', 'view', 'start'].some(k => changed.has(k))) { if (changed.has('event') || changed.has('steps') || changed.has('filter')) this.view = null; this.draw(); }
  },

  /** The event to draw the surroundings of: the selected one, else the weightiest that has links. */
  centre() {
    if (state.event >= 0) return state.event;
    let best = -1;
    for (const i of shown) if (linksOf()(i).length && (best < 0 || events.weight[i] > events.weight[best])) best = i;
    return best;
  },

  /** The events to draw: within some steps of the centre, or all. */
  choose() {
    const here = l => this.bases.has(basisName(l)), centre = this.centre();
    if (state.steps === 0 || centre < 0) {
      const linked = new Set();
      for (let l = 0; l < links.from.length; l++) if (here(l) && shownSet[links.from[l]] && shownSet[links.to[l]]) { linked.add(links.from[l]); linked.add(links.to[l]); }
      const list = shown.length <= MAX_NODES ? Array.from(shown) : Array.from(linked);
      return list;
    }
    let ring = [centre];
    const found = new Set(ring), strength = { stated: 0, ordered: 1, derived: 2, near: 3 };
    for (let s = 0; s < state.steps; s++) {
      const next = [];
      for (const i of ring) {
        const around = linksOf()(i).map(([l]) => l).filter(here).sort((a, b) => strength[basisName(a)] - strength[basisName(b)]);
        for (const l of around) {
          const other = links.from[l] === i ? links.to[l] : links.from[l];
          if (!found.has(other) && shownSet[other] && found.size < MAX_NODES) { found.add(other); next.push(other); }
        }
      }
      ring = next;
    }
    return [...found].sort((a, b) => a - b);
  },

  /** The links between events, in order. @param {Map<number, number>} at */
  between(at) {
    const list = new Set();
    for (const i of at.keys()) for (const [l, way] of linksOf()(i)) if (way > 0 && at.has(links.to[l]) && this.bases.has(basisName(l))) list.add(l);
    return [...list].sort((a, b) => a - b);
  },

  draw() {
    if (state.view !== 'graph') return;
    this.nodes = this.choose();
    const many = this.nodes.length > MAX_NODES;
    this.message.hidden = !many; this.host.hidden = many;
    this.message.textContent = many ? T.graphMany(this.nodes.length) : '';
    const at = new Map(this.nodes.map((i, k) => [i, k]));
    const drawn = many ? [] : this.between(at);
    const around = state.steps > 0 && state.event < 0 ? this.centre() : -1;
    this.note.textContent = many ? '' : (around >= 0 ? T.graphWeightiest(labelOf(around)) : '') + T.graphShown(this.nodes.length, drawn.length);
    fill(this.legend, !many && classLegend(this.nodes));
    this.list(drawn);
    if (many) return;
    const width = Math.max(300, this.host.clientWidth), height = Math.max(420, Math.min(720, innerHeight - 260));
    if (!this.chart) {
      this.chart = echarts.init(this.host, null, { renderer: 'canvas', width, height });
      this.chart.on('click', e => { if (e.dataType === 'node' && e.dataIndex < this.nodes.length) select(this.nodes[e.dataIndex]); });
      this.chart.on('mouseover', e => { if (e.dataType === 'node' && e.dataIndex < this.nodes.length) { this.hovered = this.nodes[e.dataIndex]; const o = e.event; showTip(eventTip(this.hovered), this.host, o.offsetX, o.offsetY); } });
      this.chart.on('mouseout', () => hideTip());
      this.input();
    } else this.chart.resize({ width, height, silent: true });
    const option = data.charts['event-graph'], series = { ...option.series[0] }, show = this.nodes.length <= 60;
    const room = [width < 620 ? 92 : 130, 34, width - 90, height - 60], spread = this.positions(room);
    series.data = this.nodes.map((i, k) => {
      const happened = hasHappened[i] === 1, size = 9 + 3 * Math.min(3, events.accounts[i]), hue = classHue(classOf(i)), broken = classBroken(classOf(i));
      return {
        id: index.id.at(i), name: String(i), x: spread[k][0], y: spread[k][1], symbol: happened ? 'circle' : 'diamond', symbolSize: i === state.event ? size + 6 : happened ? size : size + 3,
        itemStyle: { color: happened ? (events.accounts[i] >= 2 ? hue : mix(hue, 0.4)) : colours.paper, borderColor: i === state.event ? colours.focus : hue, borderWidth: i === state.event ? 3 : broken ? 2 : 1.5, borderType: broken && i !== state.event ? [2.5, 2] : 'solid' },
        label: { show: show || i === state.event, position: 'bottom', distance: 4, formatter: () => `${cut(markLabel(i), 12, 150)}\n${dateWords(i)}`, lineHeight: 14, align: 'center', color: happened ? colours.ink : colours.soft, fontSize: 12, fontFamily: FONT, fontStyle: happened ? 'normal' : 'italic', fontWeight: i === state.event ? 600 : 400, textBorderColor: colours.paper, textBorderWidth: 3 },
      };
    });
    // ECharts fits the drawing to its box; two corners without a mark keep the scale at 1.
    const corner = (name, x, y) => ({ id: name, name, x, y, symbol: 'none', symbolSize: 0, label: { show: false } });
    series.data.push(corner('corner 1', 0, 0), corner('corner 2', width, height));
    series.links = drawn.map(l => {
      const basis = basisName(l), arrow = basis === 'stated' || basis === 'ordered';
      return { source: at.get(links.from[l]), target: at.get(links.to[l]), symbol: arrow ? ['none', 'arrow'] : ['none', 'none'], symbolSize: 9,
        lineStyle: { type: basis === 'stated' ? 'solid' : basis === 'ordered' ? [8, 3] : basis === 'derived' ? [4, 4] : [1.5, 4], width: arrow ? 1.8 : 1, color: arrow ? colours.ink : colours.soft, opacity: arrow ? 0.9 : 0.55, curveness: 0.12 } };
    });
    Object.assign(series, { layout: 'none', roam: false, left: 0, right: 0, top: 0, bottom: 0, animation: false, labelLayout: { hideOverlap: true }, emphasis: { scale: 1.15, label: { show: true } }, cursor: 'pointer', zoom: this.view ? this.view.zoom : 1, center: this.view ? this.view.center : null });
    this.chart.setOption({ ...option, animation: false, series: [series], graphic: this.view ? [] : this.laneNames(spread.map(p => p[2])) }, true);
  },

  /**
   * Positions of the nodes within a box, with the empty stretches between their columns taken out.
   * Each is x, y, and the y of its row.
   * @param {number[]} box left, top, right, bottom
   */
  positions(box) {
    const spread = (values, lo, hi) => {
      const sorted = [...new Set(values)].sort((a, b) => a - b), steps = sorted.slice(1).map((v, k) => v - sorted[k]);
      const usual = steps.slice().sort((a, b) => a - b)[steps.length >> 1] || 1, at = new Map();
      let x = 0;
      sorted.forEach((v, k) => { if (k) x += Math.max(usual * 0.5, Math.min(steps[k - 1], usual * 2.5)); at.set(v, x); });
      return v => x ? lo + at.get(v) / x * (hi - lo) : (lo + hi) / 2;
    };
    const X = spread(this.nodes.map(i => links.x[i]), box[0], box[2]), Y = spread(this.nodes.map(i => links.y[i]), box[1], box[3]);
    // Neighbours on one row stand a little higher and lower in turn, so that their labels find room.
    const rows = new Map(), dodge = new Array(this.nodes.length).fill(0), free = (box[3] - box[1]) / Math.max(1, new Set(this.nodes.map(i => links.y[i])).size);
    this.nodes.map((i, k) => [i, k]).sort((a, b) => links.x[a[0]] - links.x[b[0]]).forEach(([i, k]) => {
      const n = rows.get(links.y[i]) || 0;
      rows.set(links.y[i], n + 1);
      dodge[k] = [0, 0.32, -0.32][n % 3] * Math.min(free, 110);
    });
    const clamp = y => Math.max(box[1], Math.min(y, box[3]));
    return this.nodes.map((i, k) => [X(links.x[i]), clamp(Y(links.y[i]) + (rows.get(links.y[i]) > 1 ? dodge[k] : 0)), Y(links.y[i])]);
  },
  /** The name of each group of kinds, on the level of its uppermost row. @param {number[]} rows level of each node's row */
  laneNames(rows) {
    const top = new Map();
    this.nodes.forEach((i, k) => { const c = classOf(i), y = rows[k]; if (!top.has(c) || y < top.get(c)) top.set(c, y); });
    let last = -Infinity;
    return [...top].sort((a, b) => a[1] - b[1]).filter(([, y]) => { const ok = y - last > 16; if (ok) last = y; return ok; })
      .map(([c, y]) => ({ type: 'text', silent: true, z: 0, x: 8, y, style: { text: groupName(c), font: `600 12px ${FONT}`, fill: colours.soft, verticalAlign: 'middle' } }));
  },

  zoom(f) {
    const s = this.chart.getOption().series[0];
    this.view = { zoom: Math.max(0.3, Math.min(12, (s.zoom || 1) * f)), center: s.center };
    this.chart.setOption({ series: [{ zoom: this.view.zoom, center: this.view.center }] });
    this.dropNames();
  },
  /** The names of groups stand still; once the drawing moves they would mislead. */
  dropNames() { this.chart.setOption({ graphic: [] }, { replaceMerge: ['graphic'] }); },
  /** Ctrl + wheel zooms, dragging moves, a plain wheel scrolls the page. */
  input() {
    this.host.addEventListener('wheel', e => { if (e.ctrlKey || e.metaKey) { e.preventDefault(); this.zoom(Math.exp(-Math.max(-60, Math.min(60, e.deltaY)) * 0.006)); } }, { passive: false });
    let last = null;
    this.host.addEventListener('pointerdown', e => { last = [e.clientX, e.clientY]; });
    addEventListener('pointerup', () => { last = null; });
    this.host.addEventListener('pointermove', e => {
      if (!last || !e.buttons) return;
      const dx = e.clientX - last[0], dy = e.clientY - last[1];
      if (Math.abs(dx) + Math.abs(dy) < 3) return;
      last = [e.clientX, e.clientY];
      this.chart.dispatchAction({ type: 'graphRoam', seriesIndex: 0, dx, dy });
      this.dropNames();
      hideTip();
    });
  },

  /** The same links as a list. */
  list(drawn) {
    fill(this.listHost, h('h2', null, T.graphList), !drawn.length && h('p', { class: 'note' }, T.graphNone), h('ol', null, drawn.slice(0, 200).map(l => {
      const basis = basisName(l), relation = relationName(l);
      return h('li', null, eventLink(links.from[l]), ` ${T.relation[relation] || relation} `, eventLink(links.to[l]), h('span', { class: 'basis' }, ` · ${T.basis[basis] || basis}`));
    })), drawn.length > 200 && h('p', { class: 'note' }, T.page(1, 200, drawn.length)));
  },
};

/** A hue mixed with the paper, opaque so that links do not show through. @param {string} hex @param {number} share */
function mix(hex, share) {
  const p = colours.paper, part = k => Math.round(parseInt(hex.slice(k, k + 2), 16) * share + parseInt(p.slice(k, k + 2), 16) * (1 - share)).toString(16).padStart(2, '0');
  return `#${part(1)}${part(3)}${part(5)}`;
}
