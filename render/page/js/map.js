// The map: events by place. A mark is as large as the number of events reported
// as having happened there; what was only alleged, denied, demanded or planned is
// counted beside it. Places too near each other to tell apart are one mark.

const LISTED = 100, NAMED = 8, NEAREST_VIEW = 0.004; // of the world's width

/** Places and outline, once they are open. @type {any} */
let mapColumns = null;
const openMap = once(async () => {
  mapColumns = await openPart('map');
  // Places of one name are told apart by where they lie.
  const names = mapColumns.name.all(), count = new Map(), taken = new Set();
  for (const n of names) count.set(n, (count.get(n) || 0) + 1);
  siteNames = names.map((n, s) => {
    let own = count.get(n) > 1 ? `${n} (${mapColumns.lat[s].toFixed(1)}, ${mapColumns.lon[s].toFixed(1)})` : n;
    while (taken.has(own)) own += ' ·';
    taken.add(own);
    return own;
  });
});
/** What each place is called, different for each. @type {string[]} */
let siteNames = [];

/** @typedef {{x: number, y: number, r: number, happened: number, other: number, disputed: number, sites: number[], wide: number}} MapMark */

const mapView = {
  name: 'map', /** left, top and width of what is shown, of a world of 1 @type {{x: number, y: number, w: number}|null} */ at: null, marks: [], /** @type {ReturnType<typeof worldOutlines>|null} */ world: null, bySite: [],

  build(el) {
    this.note = h('span', { class: 'in-view' });
    this.bar = h('div', { class: 'bar' }, h('span', { class: 'group' },
      button('−', () => this.zoom(1.6), 'icon', { 'aria-label': T.zoomOut, title: T.zoomOut }), button('+', () => this.zoom(1 / 1.6), 'icon', { 'aria-label': T.zoomIn, title: T.zoomIn }),
      button(T.fit, () => this.show(null)), button(T.worldMap.world, () => this.show({ x: 0, y: 0, w: 1 }))), this.note, h('span', { class: 'hint' }, T.worldMap.hint));
    this.canvas = h('canvas', { 'aria-hidden': 'true' });
    this.spots = h('div', { class: 'spots' });
    this.host = h('div', { class: 'world-map', tabindex: 0, role: 'application', 'aria-label': T.worldMap.label }, this.canvas, this.spots);
    this.panel = h('div', { class: 'map-list' });
    add(el, [this.bar, h('div', { class: 'map-work' }, h('div', null, this.host, mapKey(), h('p', { class: 'note borders' }, T.worldMap.borders)), this.panel)]);
    mapInput(this);
    onTheme.push(() => this.draw());
    onPrint(() => this.draw());
    new ResizeObserver(everyFrame(() => { if (this.host.clientWidth && this.host.clientWidth !== this.width) this.draw(); })).observe(this.host);
  },
  width: 0, height: 0,

  update(changed) {
    if (changed.has('filter')) this.at = null;
    if (!this.own && (changed.has('map') || changed.has('start'))) this.at = readMapView(state.map);
    if (!['filter', 'start', 'view', 'event', 'site', 'map'].some(k => changed.has(k))) return;
    openMap().then(() => {
      if (state.view !== this.name) return;
      if (!this.world) this.world = worldOutlines(JSON.parse(mapColumns.world.at(0)));
      if (changed.has('filter') || changed.has('start') || changed.has('view')) this.count();
      if (changed.has('event') && state.event >= 0) this.reveal(mapColumns.site[state.event]);
      this.draw();
      this.list();
    });
  },

  /** Counts the events shown at each place. */
  count() {
    this.bySite = siteNames.map(() => []);
    this.off = [];
    for (const i of shown) { const s = mapColumns.site[i]; if (s >= 0) this.bySite[s].push(i); else this.off.push(i); }
  },
  off: [],

  /** Brings a place into view. @param {number} s */
  reveal(s) {
    if (s < 0 || !this.at) return;
    const x = mercatorX(mapColumns.lon[s]), y = mercatorY(mapColumns.lat[s]), { w } = this.at, high = w * this.height / this.width;
    if (x < this.at.x || x > this.at.x + w || y < this.at.y || y > this.at.y + high) this.at = { x: x - w / 2, y: y - high / 2, w };
  },

  /** What holds the places of the events shown, without a few that lie far from all others. */
  fitted() {
    const list = this.bySite.map((l, s) => ({ n: l.length, x: mercatorX(mapColumns.lon[s]), y: mercatorY(mapColumns.lat[s]) })).filter(p => p.n), ratio = this.width / this.height;
    if (!list.length) return { x: 0, y: 0, w: 1 };
    const box = (axis, share) => {
      const sorted = list.slice().sort((a, b) => a[axis] - b[axis]), all = list.reduce((n, p) => n + p.n, 0);
      const reach = part => { let n = 0; for (const p of sorted) { n += p.n; if (n >= all * part) return p[axis]; } return sorted[sorted.length - 1][axis]; };
      return [reach(share), reach(1 - share)];
    };
    const [[x0, x1], [y0, y1]] = [box('x', 0), box('y', 0)], [[a0, a1], [b0, b1]] = [box('x', 0.05), box('y', 0.05)], size = (a, b, c, d) => (b - a + 0.003) * (d - c + 0.003);
    const [l, r, t, b] = size(a0, a1, b0, b1) * 3 < size(x0, x1, y0, y1) ? [a0, a1, b0, b1] : [x0, x1, y0, y1];
    const w = Math.min(1, Math.max(0.012, (r - l) * 1.3, (b - t) * 1.4 * ratio));
    return { x: (l + r - w) / 2, y: (t + b - w / ratio) / 2, w };
  },

  /** Zooms around a point of the host, its middle by default. @param {number} factor @param {number} [px] @param {number} [py] */
  zoom(factor, px = this.width / 2, py = this.height / 2) {
    const { x, y, w } = this.at, next = Math.min(1, Math.max(NEAREST_VIEW, w * factor)), scale = this.width;
    this.show({ x: x + px / scale * (w - next), y: y + py / scale * (w - next), w: next });
  },
  /** @param {number} dx @param {number} dy pixels */
  move(dx, dy) { const k = this.at.w / this.width; this.show({ ...this.at, x: this.at.x - dx * k, y: this.at.y - dy * k }); },
  /** Shows a part of the world, null for what holds the places; the address follows when it rests. @param {{x: number, y: number, w: number}|null} at */
  show(at) {
    this.at = at;
    this.draw();
    clearTimeout(this.rest);
    this.rest = setTimeout(() => {
      this.own = true;
      set({ map: at ? [this.at.x, this.at.y, this.at.w].map(n => n.toPrecision(6)).join('~') : '' });
      this.own = false;
    }, 180);
  },
  rest: 0, own: false,

  draw() {
    if (!this.world || state.view !== this.name) return;
    this.width = Math.max(280, this.host.clientWidth);
    this.height = printing ? 480 : Math.max(300, Math.min(640, innerHeight - 300, this.width * 0.75));
    this.host.style.height = `${this.height}px`;
    if (!this.at) this.at = this.fitted();
    const high = this.at.w * this.height / this.width;
    this.at = { ...this.at, x: Math.max(-this.at.w / 2, Math.min(this.at.x, 1 - this.at.w / 2)), y: Math.max(-high / 2, Math.min(this.at.y, 1 - high / 2)) };
    const ctx = clearCanvas(this.canvas, this.width, this.height, printing ? 3 : devicePixelRatio || 1), scale = this.width / this.at.w;
    ctx.fillStyle = colours.band;
    ctx.fillRect(0, 0, this.width, this.height);
    const trace = (list, closed) => traceOutlines(ctx, list, this.at, scale, this.width, this.height, closed);
    ctx.fillStyle = colours.paper;
    trace(this.world.land, true);
    ctx.fill();
    ctx.lineWidth = 1;
    ctx.strokeStyle = tint(colours.soft, 0.6);
    trace(this.world.lines, false);
    ctx.stroke();
    this.marks = this.gather(scale);
    this.names(ctx);
    this.scaleLine(ctx, scale);
    fill(this.spots, this.marks.map(m => mapMark(m)));
    const placed = this.bySite.reduce((n, l) => n + l.length, 0), inView = this.marks.reduce((n, m) => n + m.happened + m.other, 0);
    this.note.textContent = T.worldMap.inView(inView, placed, this.off.length);
  },

  /** Marks of the places in view: the largest first, which take in those that would lie under them. @param {number} scale @returns {MapMark[]} */
  gather(scale) {
    const list = [], most = Math.max(1, ...this.bySite.map(l => l.length)), cells = new Map(), CELL = 60;
    const order = this.bySite.map((l, s) => ({ l, s })).filter(x => x.l.length).sort((a, b) => b.l.length - a.l.length || a.s - b.s);
    for (const { l, s } of order) {
      const x = (mercatorX(mapColumns.lon[s]) - this.at.x) * scale, y = (mercatorY(mapColumns.lat[s]) - this.at.y) * scale;
      if (x < -10 || y < -10 || x > this.width + 10 || y > this.height + 10) continue;
      let happened = 0, disputed = 0;
      for (const i of l) { happened += hasHappened[i]; disputed += isDisputed[i]; }
      const wide = mapColumns.wide[s], cx = Math.floor(x / CELL), cy = Math.floor(y / CELL);
      let near = null;
      for (let a = cx - 1; a <= cx + 1 && !near; a++) for (let b = cy - 1; b <= cy + 1 && !near; b++) near = (cells.get(`${a}|${b}`) || []).find(m => Math.hypot(m.x - x, m.y - y) < m.r + 7) || null;
      if (near) { near.happened += happened; near.other += l.length - happened; near.disputed += disputed; near.sites.push(s); near.wide += wide; continue; }
      const mark = { x, y, r: 7 + 22 * Math.sqrt(l.length / most) * Math.min(1, 0.35 + most / 40), happened, other: l.length - happened, disputed, sites: [s], wide };
      list.push(mark);
      const key = `${cx}|${cy}`;
      cells.set(key, [...(cells.get(key) || []), mark]);
    }
    return list;
  },

  /** Names beside the marks, where they touch nothing; those of the largest marks may stand at the end of a line. @param {CanvasRenderingContext2D} ctx */
  names(ctx) {
    const words = [], leaders = new Pen(), largest = new Set(this.marks.slice(0, NAMED)), badge = m => m.happened && m.other ? 12 : 0, taken = this.marks.map(m => [m.x - m.r, m.y - m.r, m.x + m.r + badge(m), m.y + m.r + badge(m) / 2]), free = b => b[0] >= 2 && b[2] <= this.width - 2 && b[1] >= 2 && b[3] <= this.height - 20 && !taken.some(t => t[0] < b[2] && b[0] < t[2] && t[1] < b[3] && b[1] < t[3]);
    for (const m of this.marks.slice(0, 200)) {
      const name = cut(siteNames[m.sites[0]] + (m.sites.length > 1 ? ` +${m.sites.length - 1}` : ''), 12, 190), w = textWidth(name, 12);
      const far = largest.has(m) ? [18, 34, 52, 74].flatMap(d => [-1, 1].flatMap(up => [-0.9, -0.5, -0.1].map(left => [m.x + w * left, m.y + up * (m.r + d) - 7]))) : [];
      for (const [x, y] of [[m.x + m.r + badge(m) + 4, m.y - 7], [m.x - m.r - 4 - w, m.y - 7], [m.x - w / 2, m.y - m.r - 16], [m.x - w / 2, m.y + m.r + badge(m) / 2 + 2], ...far]) {
        const b = [x - 1, y, x + w + 1, y + 14];
        if (!name || !free(b)) continue;
        taken.push(b);
        if (far.some(f => f[0] === x && f[1] === y)) line(leaders.stroke(1, colours.soft, 1), m.x, m.y, Math.max(b[0], Math.min(m.x, b[2])), y > m.y ? y : y + 14);
        words.push({ x, y: y + 7, text: name, size: 12, fill: colours.ink, halo: tint(colours.paper, 0.8) });
        break;
      }
    }
    penDraw(leaders, ctx);
    drawWords(words, ctx);
  },

  /** How long a round number of kilometres is in the middle of the map. @param {CanvasRenderingContext2D} ctx @param {number} scale */
  scaleLine(ctx, scale) {
    if (this.at.w > 0.3) return; // it would differ too much from north to south
    const middle = this.at.y + this.at.w * this.height / this.width / 2, lat = (2 * Math.atan(Math.exp((0.5 - middle) * 2 * Math.PI)) - Math.PI / 2) * 180 / Math.PI, bar = scaleBar(scale, lat, 120), y = this.height - 8, pen = new Pen();
    rect(pen.fill(1, tint(colours.paper, 0.85)), 4, y - 14, bar.px + textWidth(T.worldMap.km(bar.km), 12) + 16, 20);
    const d = pen.stroke(2, colours.ink, 1.2);
    line(d, 8, y, 8 + bar.px, y); line(d, 8, y - 4, 8, y); line(d, 8 + bar.px, y - 4, 8 + bar.px, y);
    pen.words.push({ x: 13 + bar.px, y: y - 4, text: T.worldMap.km(bar.km), size: 12, fill: colours.ink });
    penDraw(pen, ctx);
  },

  /** The same as a list: places, or the events of the chosen one. */
  list() {
    const site = state.site ? siteNames.indexOf(state.site) : -1;
    if (site >= 0) { fill(this.panel, placeEvents(site, this.marks.filter(m => m.sites.includes(site)).flatMap(m => m.sites.filter(s => s !== site)), this.bySite)); return; }
    const places = this.bySite.map((l, s) => ({ n: l.length, s })).filter(p => p.n).sort((a, b) => b.n - a.n || a.s - b.s);
    fill(this.panel, h('h2', null, T.worldMap.places(places.length)), !places.length && h('p', { class: 'nothing' }, siteNames.length ? T.none : T.worldMap.noPlaces),
      placeList(places.slice(0, LISTED).map(p => p.s), this.bySite),
      places.length > LISTED && h('p', { class: 'note' }, T.page(1, LISTED, places.length)),
      this.off.length > 0 && h('details', null, h('summary', null, T.worldMap.off(this.off.length)), h('ol', { class: 'told-list' }, this.off.slice(0, LISTED).map(i => h('li', { 'data-event': i }, eventHead(i, 'h3'))))));
  },
};

/** Reads a part of the world from the address, null when it names none. @param {string} s */
function readMapView(s) {
  const [x, y, w] = s.split('~').map(Number);
  return w >= NEAREST_VIEW && w <= 1 && Math.abs(x) <= 2 && Math.abs(y) <= 2 ? { x, y, w } : null;
}

/** @param {MapMark} m */
function mapMark(m) {
  const n = m.happened + m.other, name = siteNames[m.sites[0]], here = state.event >= 0 && m.sites.includes(mapColumns.site[state.event]);
  const label = T.worldMap.mark(name, m.sites.length - 1, m.happened, m.other, m.disputed), size = Math.max(24, 2 * m.r);
  const el = button([m.r >= 11 && h('span', { 'data-count': n }), m.happened > 0 && m.other > 0 && h('span', { class: 'beside', 'data-count': m.other })], () => set({ site: name }, { step: true }),
    ['site', m.wide === m.sites.length && 'wide', m.wide > 0 && m.wide < m.sites.length && 'mixed', !m.happened && 'unreal', here && 'here', state.site && m.sites.some(s => siteNames[s] === state.site) && 'chosen', m.disputed > 0 && 'disputed'].filter(Boolean).join(' '), { 'aria-label': label, title: label });
  Object.assign(el.style, { left: `${m.x - size / 2}px`, top: `${m.y - size / 2}px`, width: `${size}px`, height: `${size}px` });
  el.style.setProperty('--r', `${2 * m.r}px`);
  return el;
}

/** Places with how many events each has, to choose from. @param {number[]} sites @param {number[][]} bySite */
function placeList(sites, bySite) {
  return h('ol', { class: 'place-list' }, sites.map(s => h('li', null, button([own(siteNames[s]), h('span', { class: 'count' }, bySite[s].length)], () => set({ site: siteNames[s] }, { step: true }), 'link'))));
}

/** What holds some places. @param {number[]} sites */
function around(sites) {
  const xs = sites.map(s => mercatorX(mapColumns.lon[s])), ys = sites.map(s => mercatorY(mapColumns.lat[s])), ratio = mapView.width / mapView.height;
  const w = Math.min(1, Math.max(0.008, (Math.max(...xs) - Math.min(...xs)) * 1.4, (Math.max(...ys) - Math.min(...ys)) * 1.4 * ratio));
  return { x: (Math.min(...xs) + Math.max(...xs) - w) / 2, y: (Math.min(...ys) + Math.max(...ys) - w / ratio) / 2, w };
}

/** The events at a place, and the other places of its mark. @param {number} site @param {number[]} others @param {number[][]} bySite */
function placeEvents(site, others, bySite) {
  const list = bySite[site], facet = facetNumber('place', mapColumns.name.at(site));
  return [h('div', { class: 'nav' }, button(`← ${T.worldMap.all}`, () => set({ site: '' }, { step: true }), 'link'), facet !== undefined && button(T.worldMap.filter, () => setFilter({ place: new Set([facet]) }), 'link'), button(T.worldMap.near, () => mapView.show(around([site, ...others])), 'link')),
    own(siteNames[site], 'h2'), h('p', { class: 'note' }, T.events(list.length)),
    h('ol', { class: 'told-list' }, list.slice(0, LISTED).map(i => h('li', { 'data-event': i, class: i === state.event ? 'chosen' : '' }, eventHead(i, 'h3')))), list.length > LISTED && h('p', { class: 'note' }, T.page(1, LISTED, list.length)),
    others.length > 0 && [h('h2', null, T.worldMap.sameMark), placeList(others, bySite)]];
}

function mapKey() {
  const item = (name, words, text) => h('li', null, h('span', { class: `site sample ${name}`, 'aria-hidden': 'true' }, text), h('span', null, words));
  return h('div', { class: 'plot-key' }, h('ul', null, item('', T.worldMap.key.happened, h('span', { 'data-count': 3 })), item('unreal', T.worldMap.key.unreal, h('span', { 'data-count': 2 })), item('wide', T.worldMap.key.wide, h('span', { 'data-count': 5 })), item('disputed', T.worldMap.key.disputed)));
}

/** Pointer, wheel and keys on the map. A plain wheel scrolls the page. @param {typeof mapView} view */
function mapInput(view) {
  const pointers = new Map(), host = view.host, spot = e => { const r = host.getBoundingClientRect(); return { x: e.clientX - r.left, y: e.clientY - r.top }; };
  let moved = false;
  host.addEventListener('pointerdown', e => { if (!e.button) { pointers.set(e.pointerId, spot(e)); if (pointers.size === 1) moved = false; } });
  host.addEventListener('pointermove', e => {
    const last = pointers.get(e.pointerId), p = spot(e);
    if (!last) return;
    if (pointers.size === 2) {
      const other = [...pointers].find(([id]) => id !== e.pointerId)[1], before = Math.hypot(last.x - other.x, last.y - other.y), now = Math.hypot(p.x - other.x, p.y - other.y);
      if (now > 10) view.zoom(before / now, (p.x + other.x) / 2, (p.y + other.y) / 2);
    } else {
      if (!moved && Math.hypot(p.x - last.x, p.y - last.y) < 4) return;
      if (!moved) { moved = true; try { host.setPointerCapture(e.pointerId); } catch { /* the pointer is gone */ } }
      view.move(p.x - last.x, p.y - last.y);
    }
    pointers.set(e.pointerId, p);
  });
  for (const name of ['pointerup', 'pointercancel']) host.addEventListener(name, e => pointers.delete(e.pointerId));
  host.addEventListener('click', e => { if (moved) { e.stopPropagation(); e.preventDefault(); moved = false; } }, true);
  host.addEventListener('dblclick', e => { if (e.target === host || e.target === view.canvas || e.target === view.spots) { const p = spot(e); view.zoom(0.5, p.x, p.y); } });
  host.addEventListener('wheel', e => {
    if (!e.ctrlKey && !e.metaKey) return;
    e.preventDefault();
    const p = spot(e);
    view.zoom(Math.exp(Math.max(-60, Math.min(60, e.deltaY)) * 0.006), p.x, p.y);
  }, { passive: false });
  host.addEventListener('keydown', e => {
    if (e.altKey || e.ctrlKey || e.metaKey) return;
    const act = { '+': () => view.zoom(1 / 1.6), '=': () => view.zoom(1 / 1.6), '-': () => view.zoom(1.6), 0: () => view.show(null), ArrowUp: () => view.move(0, 60), ArrowDown: () => view.move(0, -60), ArrowLeft: () => view.move(60, 0), ArrowRight: () => view.move(-60, 0) }[e.key];
    if (!act || e.target !== host && e.key.startsWith('Arrow')) return;
    e.preventDefault(); e.stopPropagation();
    act();
  });
}
