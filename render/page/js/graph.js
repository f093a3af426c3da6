// The event graph: time runs from left to right, in rows by group of kinds, at
// positions computed before. It starts from an event, as the whole may be a
// hairball. Arrows stand only where a source states the link or the order.

const STRENGTH = { stated: 0, ordered: 1, derived: 2, near: 3 };

const graphView = {
  name: 'graph', host: null, /** @type {HTMLCanvasElement} */ canvas: null, bases: new Set(Object.keys(STRENGTH)),
  /** @type {number[]} */ nodes: [], /** @type {number[]} */ drawn: [], /** links of the path @type {Set<number>} */ chain: new Set(), farther: 0,
  /** where the nodes stand, and what the drawing is as large as @type {Spread} */ spread: { x: [], y: [], rows: [], columns: [], width: 1, height: 1 },
  /** how the drawing is moved and scaled: null fits it into the host @type {{k: number, x: number, y: number}|null} */ camera: null,

  build(el) {
    this.stepSelect = h('select', { id: 'steps', onchange: e => set({ steps: +e.target.value }, { step: true }) }, [1, 2].map(n => h('option', { value: n }, T.graphStep(n))), h('option', { value: 0 }, T.graphAll));
    const boxes = links.meta.bases.slice().sort((a, b) => STRENGTH[a] - STRENGTH[b]).map(b => h('label', { class: 'check' }, h('input', { type: 'checkbox', checked: true, onchange: e => { if (e.target.checked) this.bases.add(b); else this.bases.delete(b); this.refresh(); } }),
      basisSample(b), h('span', null, T.basis[b] || b)));
    this.note = h('span', { class: 'in-view' });
    this.more = h('span');
    this.canvas = h('canvas', { 'aria-hidden': 'true' });
    this.host = h('div', { class: 'chart graph', tabindex: 0, role: 'application', 'aria-label': T.net.label }, this.canvas);
    this.legend = h('div');
    this.listHost = h('div', { class: 'link-list' });
    this.apartHost = h('div', { class: 'link-list-rest' });
    this.pathHost = h('div', { class: 'path' });
    add(el, [h('div', { class: 'bar' }, h('label', { for: 'steps' }, T.graphSteps), this.stepSelect, h('span', { class: 'group' },
      button('−', () => this.zoom(1 / 1.4), 'icon', { 'aria-label': T.zoomOut, title: T.zoomOut }), button('+', () => this.zoom(1.4), 'icon', { 'aria-label': T.zoomIn, title: T.zoomIn }), button(T.fit, () => this.fit())),
    eventPicker('path-to', T.net.pathFind, i => set({ path: index.id.at(i), around: index.id.at(this.centre()) }, { step: true })), this.note, this.more), h('div', { class: 'bar' }, boxes, h('span', { class: 'note' }, T.net.ends)), this.legend, this.pathHost, this.host, this.listHost, this.apartHost]);
    onTheme.push(() => this.paint());
    new ResizeObserver(everyFrame(() => { if (state.view === 'graph' && this.host.clientWidth && this.host.clientWidth !== this.canvas.clientWidth) this.refresh(); })).observe(this.host);
    graphInput(this);
  },

  update(changed) {
    this.stepSelect.value = String(state.steps);
    const moved = ['filter', 'steps', 'view', 'start', 'around', 'path', 'nodes'].some(k => changed.has(k)) || changed.has('event') && !this.nodes.includes(state.event);
    if (moved) { this.camera = null; this.refresh(); } else if (changed.has('event')) this.paint();
  },

  /** The event to draw the surroundings of: the one that was chosen, else the selected one, else the weightiest that has links. */
  centre() {
    const chosen = state.around ? eventNumber().get(state.around) : undefined;
    if (chosen !== undefined && (state.event < 0 || this.nodes.includes(state.event) || state.path)) return chosen;
    if (state.event >= 0) return state.event;
    let best = -1;
    for (const i of shown) if ((best < 0 || events.weight[i] > events.weight[best]) && isLinked(i)) best = i;
    return best;
  },

  /** Chooses what is drawn, places it, and draws it. */
  refresh() {
    const centre = this.centre(), to = state.path ? eventNumber().get(state.path) : undefined, most = +state.nodes, here = l => this.bases.has(basisName(l));
    const path = centre >= 0 && to !== undefined ? shortestPath(centre, to, here) : null;
    const found = path && path.length ? { nodes: [...new Set(path.flatMap(l => [links.from[l], links.to[l]]))], farther: 0 } : state.steps === 0 || centre < 0 ? linkedEvents(here, most) : eventsAround(centre, state.steps, here, most);
    this.nodes = found.nodes.sort((a, b) => a - b);
    this.farther = found.farther;
    this.chain = new Set(path || []);
    this.drawn = path && path.length ? path : linksBetween(this.nodes, here);
    this.spread = spreadNodes(this.nodes, Math.max(300, this.host.clientWidth));
    this.tell(centre, most);
    this.showPath(centre, to, path);
    fill(this.legend, classLegend(this.nodes));
    this.list();
    this.paint();
  },

  /** @param {number} centre @param {number} most */
  tell(centre, most) {
    const alone = state.steps > 0 && state.event < 0 && !state.around && centre >= 0;
    this.note.textContent = (alone ? T.graphWeightiest(labelOf(centre)) : '') + T.graphShown(this.nodes.length, this.drawn.length);
    fill(this.more, this.farther > 0 && [state.steps === 0 ? T.net.fartherAll(this.farther) : T.net.farther(this.farther), ' ', most < 5000 && button(T.net.drawAll(Math.min(5000, this.nodes.length + this.farther)), () => set({ nodes: '5000' }, { step: true }), 'link')]);
  },

  /** The path as a chain of sentences. @param {number} from @param {number|undefined} to @param {number[]|null} path */
  showPath(from, to, path) {
    if (!path) { fill(this.pathHost); return; }
    const head = h('h2', null, T.net.pathHead(labelOf(from), labelOf(to)), ' ', button(T.net.pathClear, () => set({ path: '' }, { step: true }), 'link'));
    if (!path.length) { fill(this.pathHost, head, h('p', { class: 'note' }, T.net.pathNone)); return; }
    openTexts(path.map(l => links.document[l])).then(() => {
      if (!this.chain.has(path[0])) return;
      let at = from;
      fill(this.pathHost, head, h('ol', null, path.map(l => {
        const forward = links.from[l] === at, other = forward ? links.to[l] : links.from[l], start = at, relation = relationName(l), why = whyText(l), d = documentOf(links.document[l]);
        at = other;
        return h('li', null, eventLink(start), ` (${dateWords(start)}) `, h('span', { class: 'relation' }, (forward ? T.relation : T.relationBack)[relation] || relation), ' ', eventLink(other), ` (${dateWords(other)}). `,
          h('span', { class: 'basis' }, T.basis[basisName(l)]), why ? [own(why, 'blockquote'), d && h('p', { class: 'source' }, own(sourceName(d)), `, ${d.words || T.publishedUnknown}`)] : h('span', { class: 'basis' }, `; ${T.net.pathOpen}`));
      })));
    });
  },

  /** The camera that shows everything. */
  fitting() {
    const { width, height } = this.spread, w = Math.max(300, this.host.clientWidth), tall = Math.max(220, Math.min(innerHeight - 240, 760));
    const k = Math.min(1, w / width, Math.max(tall, 360) / height);
    return { k, x: Math.max(0, (w - width * k) / 2) * (this.nodes.length > 60 ? 1 : 0), y: 0 };
  },

  paint() {
    if (state.view !== 'graph' || !this.host.clientWidth) return;
    const c = this.camera || this.fitting(), width = Math.max(300, this.host.clientWidth), height = Math.max(160, Math.min(Math.max(360, innerHeight - 240), Math.ceil(this.spread.height * this.fitting().k)));
    this.host.style.height = `${height}px`;
    const pen = new Pen();
    drawGraph(pen, { nodes: this.nodes, links: this.drawn, spread: this.spread, camera: c, width, height, chain: this.chain });
    penDraw(pen, clearCanvas(this.canvas, width, height, this.nodes.length > 300 ? devicePixelRatio || 1 : Math.max(2, devicePixelRatio || 1)));
    this.canvas.style.transform = '';
    this.painted = c;
  },
  /** the camera of what is on the canvas */ painted: { k: 1, x: 0, y: 0 }, rest: 0,

  /** Shows what the camera has moved to. Of very many links the painting is moved as it is, and painted anew when it rests. */
  follow() {
    if (this.drawn.length <= MANY_LINKS) { this.paint(); return; }
    const c = this.camera || this.fitting(), p = this.painted, k = c.k / p.k;
    this.canvas.style.transform = `translate(${c.x - p.x * k}px, ${c.y - p.y * k}px) scale(${k})`;
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.paint(), 140);
  },

  zoom(f, x = this.host.clientWidth / 2, y = this.host.clientHeight / 2) {
    const c = this.camera || this.fitting(), k = Math.max(0.05, Math.min(6, c.k * f));
    this.camera = { k, x: x - (x - c.x) * k / c.k, y: y - (y - c.y) * k / c.k };
    this.follow();
  },
  fit() { this.camera = null; this.paint(); },

  /** The node at a point of the host, -1 for none. @param {number} px @param {number} py */
  at(px, py) {
    const c = this.camera || this.fitting(), { x, y } = this.spread;
    let best = -1, near = 14 * 14;
    for (let n = 0; n < this.nodes.length; n++) {
      const d = (x[n] * c.k + c.x - px) ** 2 + (y[n] * c.k + c.y - py) ** 2;
      if (d < near) { near = d; best = n; }
    }
    return best < 0 ? -1 : this.nodes[best];
  },
  /** Selects a node; the drawing stays around what it was drawn around. @param {number} i @param {boolean} open */
  choose(i, open) {
    const around = state.around || (this.centre() >= 0 ? index.id.at(this.centre()) : '');
    set({ event: i, open, around }, { step: open });
  },
  keys() {
    const step = n => {
      const k = this.nodes.indexOf(state.event), i = this.nodes[k < 0 ? 0 : Math.max(0, Math.min(this.nodes.length - 1, k + n))];
      if (i !== undefined) this.choose(i, false);
    };
    return { ArrowRight: () => step(1), ArrowLeft: () => step(-1), '+': () => this.zoom(1.4), '=': () => this.zoom(1.4), '-': () => this.zoom(1 / 1.4), 0: () => this.fit() };
  },

  /** The same links as a list. */
  list() {
    const LIST = 200, item = l => {
      const basis = basisName(l), relation = relationName(l);
      return h('li', null, eventLink(links.from[l]), ` ${T.relation[relation] || relation} `, eventLink(links.to[l]), h('span', { class: 'basis' }, ` · ${T.basis[basis] || basis}`));
    };
    const order = this.drawn.slice().sort((a, b) => STRENGTH[basisName(a)] - STRENGTH[basisName(b)] || a - b), box = h('ol', null, order.slice(0, LIST).map(item));
    const linked = new Set(order.flatMap(l => [links.from[l], links.to[l]])), apart = this.nodes.filter(i => !linked.has(i)).slice(0, LIST);
    fill(this.listHost, h('h2', null, T.graphList), !order.length && h('p', { class: 'note' }, T.graphNone), box,
      order.length > LIST && button(T.moreLinks(order.length - LIST), e => { add(box, order.slice(LIST, LIST + 2000).map(item)); e.currentTarget.remove(); }, 'link'));
    fill(this.apartHost, apart.length > 0 && [h('h2', null, T.net.list), h('ol', null, apart.map(i => h('li', null, eventLink(i), h('span', { class: 'basis' }, ` · ${dateWords(i)}`))))]);
  },

  // What is taken away: the drawing and its links.
  /** What of the graph a scope means: that which is drawn, or all that is under the filter and linked. @param {string} scope */
  part(scope) {
    if (scope === 'screen') return { nodes: this.nodes, drawn: this.drawn };
    const here = l => this.bases.has(basisName(l)), nodes = linkedEvents(here, 5000).nodes.sort((a, b) => a - b);
    return { nodes, drawn: linksBetween(nodes, here) };
  },
  taken(scope) { return this.part(scope).nodes; },
  alt(list, scope) { return T.out.graph(list.length, this.part(scope).drawn.length); },
  figure(width, scope) {
    const { nodes, drawn } = this.part(scope), spread = spreadNodes(nodes, width), pen = new Pen(), k = Math.min(1, width / spread.width), height = Math.ceil(spread.height * k);
    drawGraph(pen, { nodes, links: drawn, spread, camera: { k, x: 0, y: 0 }, width, height, chain: this.chain });
    return { layers: [{ pen, x: 0, y: 0 }], width, height, legend: graphLegend(nodes) };
  },
  table(scope) {
    return { head: ['from', 'from_label', 'from_date', 'from_modality', 'relation', 'to', 'to_label', 'to_date', 'to_modality', 'basis', 'quote', 'document'], rows: this.part(scope).drawn.map(l => {
      const a = links.from[l], b = links.to[l], d = documentOf(links.document[l]);
      return [index.id.at(a), labelOf(a), dateWords(a), modalityOf(a), relationName(l), index.id.at(b), labelOf(b), dateWords(b), modalityOf(b), basisName(l), whyText(l), d ? d.id : ''];
    }) };
  },
};
