// One state for all views: view, selection, filter, window of time. It stands in
// the address after #, so that a view can be cited, and works from file://.

const facetNames = ['kind', 'place', 'outlet', 'actor', 'modality', ...(data.sides.length ? ['side'] : []), ...(data.reviewed ? ['review'] : [])];
const emptyFilter = () => ({ q: '', from: '', to: '', disputed: false, kind: new Set(), place: new Set(), outlet: new Set(), actor: new Set(), modality: new Set(), side: new Set(), review: new Set() });

/**
 * What the reader chooses within a view, by its name in the address: the values there are, the first of which is that
 * of the start, or null for a name that the view itself looks up.
 * @satisfies {Record<string, string[]|null>}
 */
const choices = {
  dispute: ['conflict', 'revision', 'scope', 'silence'], about: ['all', 'count', 'date', 'place', 'responsibility', 'happened'], rank: ['spread', 'accounts', 'weight', 'time'],
  account: ['series', 'event'], cover: ['all', 'one', 'several', ...(data.sides.length ? ['differ', ...data.sides.map(s => `only ${s}`)] : [])], site: null, map: null,
  around: null, path: null, nodes: ['300', '5000'], days: ['14', '7', '30', '90'],
};


const state = {
  view: 'chronology',
  /** number of the selected event, -1 for none */
  event: -1,
  /** whether the dossier is open */
  open: false,
  lanes: 'class',
  filter: emptyFilter(),
  /** first and last day on the time axis; null for what the page opens with */
  /** @type {[number, number]|null} */
  window: null,
  document: -1,
  /** the report whose quote is shown in the document, -1 for none */
  report: -1,
  sort: 'date', descending: false, page: 0,
  /** steps around the selected event in the graph; 0 for all */
  steps: 1,
  /** happened or reported: what the time axis tells */
  axis: 'happened',
  /** whether the selected event is opened into its accounts in the chronology */
  inside: false,
  ...startChoices(),
};

/** @returns {Record<keyof typeof choices, string>} */
function startChoices() { return /** @type {any} */ (Object.fromEntries(Object.entries(choices).map(([name, values]) => [name, values ? values[0] : '']))); }

/** @type {((changed: Set<string>) => void)[]} */
const listeners = [];
/** @type {string[]} */
const past = [];

/**
 * Changes the state, tells every view, and writes the address. A step that a
 * reader may want to undo makes a new entry in the browser's history.
 * @param {Partial<typeof state>} change @param {{step?: boolean}} [how]
 */
function set(change, how = {}) {
  if (!index) { openMore().then(() => set(change, how)); return; }
  const changed = new Set(Object.keys(change).filter(k => state[k] !== change[k]));
  if (!changed.size) return;
  const before = hashOf();
  Object.assign(state, change);
  if (changed.has('filter')) { state.page = 0; changed.add('page'); }
  if (changed.has('sort') || changed.has('descending')) { state.page = 0; changed.add('page'); }
  const after = hashOf();
  if (after !== before) {
    if (how.step) { past.push(before); if (past.length > 200) past.shift(); }
    writeHash(after, !!how.step);
  }
  for (const f of listeners) f(changed);
}

/** @param {Partial<ReturnType<typeof emptyFilter>>} change */
function setFilter(change) {
  set({ filter: { ...state.filter, ...change } }, { step: true });
}

/** Selects an event; open shows its dossier. @param {number} i @param {boolean} [open] */
function select(i, open = true) {
  set({ event: i, open: i >= 0 && open }, { step: open });
}

function undo() {
  const hash = past.pop();
  if (hash === undefined) return;
  writeHash(hash, false);
  readHash(hash);
}

/** The state as an address. @returns {string} */
function hashOf() {
  const p = new URLSearchParams(), f = state.filter;
  p.set('v', state.view);
  if (state.event >= 0) p.set('e', index.id.at(state.event));
  if (state.event >= 0 && !state.open) p.set('closed', '1');
  if (state.lanes !== 'class') p.set('lanes', state.lanes);
  for (const name of facetNames) for (const v of f[name]) p.append(name, facetOf[name]().key(v));
  for (const name of ['q', 'from', 'to']) if (f[name]) p.set(name, f[name]);
  if (f.disputed) p.set('disputed', '1');
  if (state.window) p.set('w', state.window.map(d => Math.round(d * 100) / 100).join('~'));
  if (state.document >= 0) p.set('doc', documentOf(state.document).id);
  if (state.report >= 0 && blocks.has(`reports-${reportBlock(state.report)}`)) p.set('r', report(state.report).id);
  if (state.sort !== 'date' || state.descending) p.set('sort', (state.descending ? '-' : '') + state.sort);
  if (state.page) p.set('page', String(state.page));
  if (state.axis !== 'happened') p.set('axis', state.axis);
  if (state.inside) p.set('in', '1');
  if (state.steps !== 1) p.set('steps', String(state.steps));
  for (const [name, start] of Object.entries(startChoices())) if (state[name] !== start) p.set(name, state[name]);
  return '#' + p;
}

/** @param {string} hash @param {boolean} step */
function writeHash(hash, step) {
  try {
    if (step) history.pushState(null, '', hash); else history.replaceState(null, '', hash);
  } catch { // some browsers limit how often, or forbid it for files
    ignoreHash = hash;
    location.hash = hash;
  }
}
let ignoreHash = '';

/** Reads the state from an address; what it does not name is as at the start. @param {string} hash @param {boolean} [first] whether it is that of the page's start */
function readHash(hash, first = false) {
  const p = new URLSearchParams(hash.replace(/^#/, '')), f = emptyFilter();
  for (const name of facetNames) {
    for (const v of p.getAll(name)) { const n = facetNumber(name, v); if (n !== undefined) f[name].add(n); }
  }
  f.q = p.get('q') || ''; f.from = p.get('from') || ''; f.to = p.get('to') || ''; f.disputed = p.get('disputed') === '1';
  const number = (map, key) => key !== null && map().has(key) ? map().get(key) : -1;
  const w = (p.get('w') || '').split('~').map(Number);
  const sort = p.get('sort') || 'date', event = number(eventNumber, p.get('e'));
  const changed = {
    view: Object.hasOwn(T.views, p.get('v') || '') ? p.get('v') : 'chronology',
    event, open: event >= 0 && p.get('closed') !== '1',
    lanes: Object.hasOwn(T.lanes, p.get('lanes') || '') && (p.get('lanes') !== 'side' || data.sides.length) ? p.get('lanes') : 'class',
    filter: f,
    window: w.length === 2 && w[0] < w[1] ? /** @type {[number, number]} */ (w) : null,
    document: number(documentNumber, p.get('doc')), report: -1,
    sort: sort.replace(/^-/, ''), descending: sort.startsWith('-'),
    page: Math.max(0, Math.floor(+p.get('page')) || 0),
    axis: p.get('axis') === 'reported' ? 'reported' : 'happened', inside: event >= 0 && p.get('in') === '1',
    steps: ['0', '1', '2'].includes(p.get('steps')) ? +p.get('steps') : 1,
  };
  for (const [name, start] of Object.entries(startChoices())) { const v = p.get(name), values = choices[name]; changed[name] = v !== null && (!values || values.includes(v)) ? v : start; }
  if (!Object.hasOwn(T.columns, changed.sort)) changed.sort = 'date';
  Object.assign(state, changed);
  for (const l of listeners) l(new Set([...Object.keys(changed), ...(first ? ['start'] : [])]));
  if (p.get('r') !== null && state.document >= 0) findReport(state.document, p.get('r'));
}

/** Points at the report of an address, once its block is open. @param {number} document @param {string} id */
async function findReport(document, id) {
  const list = reportsOfDocument(document);
  await openReports(list);
  const r = list.find(n => report(n).id === id);
  if (r !== undefined && state.document === document) set({ report: r });
}

