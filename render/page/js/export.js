// Taking a view away: a figure, a table, data, or text with footnotes, of what is
// on the screen, of what the filter leaves, or of everything. Whatever is taken
// away says what it was made from, under which filter, and what it leaves out.

/**
 * What is taken away. list is its events, in order; all that is drawn, counted or told is of these.
 * @typedef {{view: any, title: string, scope: 'screen'|'filter'|'all', list: number[], filter: string, alt: string, notes: string[]}} Taking
 */

const exporting = {
  /** @type {HTMLDialogElement} */ el: null,
  scope: /** @type {'screen'|'filter'|'all'} */ ('filter'),

  build() { return button(T.out.open, () => this.open(), 'quiet', { 'aria-keyshortcuts': 'e' }); },
  dialog() {
    this.body = h('div', { class: 'taking' });
    this.el = /** @type {HTMLDialogElement} */ (h('dialog', { class: 'help export', 'aria-labelledby': 'export-title' }, h('h2', { id: 'export-title' }), this.body, h('form', { method: 'dialog' }, h('button', { type: 'submit' }, T.close))));
    return this.el;
  },

  async open() {
    await openMore();
    const view = views.find(v => v.name === state.view);
    this.view = view;
    const onScreen = view.figure && !view.whole;
    this.scope = onScreen ? 'screen' : 'filter';
    this.el.querySelector('h2').textContent = T.out.title(T.views[view.name]);
    this.title = h('input', { id: 'export-heading', type: 'text', autocomplete: 'off', value: data.title === T.views[view.name] ? data.title : `${data.title}: ${T.views[view.name]}`, onchange: () => this.show() });
    const scopes = [...(onScreen ? [['screen', T.out.scopes.screen]] : []), ...(filterIsEmpty() ? [] : [['filter', T.out.scopes.filter(shown.length)]]), ['all', T.out.scopes.all(eventCount)]];
    if (!scopes.some(s => s[0] === this.scope)) this.scope = 'all';
    this.preview = h('div', { class: 'preview' });
    this.alt = h('textarea', { id: 'export-alt', rows: 3, readonly: true });
    this.told = h('p', { class: 'note', role: 'status' });
    const save = (name, words, f) => button(words, () => this.run(name, f), 'primary', { 'data-format': name });
    fill(this.body,
      h('label', { for: 'export-heading' }, T.out.heading), this.title,
      h('fieldset', null, h('legend', null, T.out.scope), scopes.map(([value, words]) => h('label', { class: 'check' }, h('input', { type: 'radio', name: 'scope', value, checked: value === this.scope, onchange: () => { this.scope = /** @type {any} */ (value); this.show(); } }), h('span', null, words)))),
      h('div', { class: 'group' }, hasFigure(view) && [save('svg', T.out.svg, saveSVG), save('png', T.out.png, savePNG)], save('csv', T.out.csv, saveCSV), save('json', T.out.json, saveJSON), save('md', T.out.markdown, saveMarkdown)),
      this.told, h('h3', null, T.out.preview), this.preview,
      h('label', { for: 'export-alt' }, T.out.alt), this.alt);
    this.el.showModal();
    await this.show();
  },
  view: null, body: null, title: null, preview: null, alt: null, told: null,

  /** What is to be taken away, as it is chosen. @returns {Promise<Taking>} */
  async taking() {
    const made = (await openPart('method')).meta, view = this.view, scope = this.scope;
    const list = await withScope(scope, () => view.taken ? view.taken(scope) : scope === 'all' ? Array.from(byTime) : Array.from(sortedEvents()));
    const count = f => list.reduce((n, i) => n + (f(i) ? 1 : 0), 0), filter = scope === 'all' ? '' : filterWords();
    return {
      view, title: this.title.value.trim() || data.title, scope, list, filter, alt: withScope(scope, () => altText(view, list, filter, scope)),
      notes: [T.out.source(documentCount(), index.familyDocuments.length || documentCount(), data.generator), filter ? T.out.filter(filter) : T.out.noFilter,
        [T.out.disputedNote(count(i => isDisputed[i])), T.out.unreal(count(i => modalityOf(i) !== 'happened')), T.out.rejectedNote(count(isRejected))].filter(Boolean).join(' '), made.oneSided || '', T.out.noFinding].filter(Boolean),
    };
  },

  async show() {
    const t = await this.taking();
    this.alt.value = t.alt;
    if (!hasFigure(this.view)) { fill(this.preview, h('p', { class: 'note' }, T.out.noFigure)); return; }
    const svg = await figureSVG(t);
    fill(this.preview, h('img', { src: `data:image/svg+xml;base64,${toBase64(svg)}`, alt: t.alt }));
  },

  /** @param {string} name @param {(t: Taking, name: string) => any} f */
  async run(name, f) {
    const t = await this.taking(), file = `${fileName(t.title)}.${name}`;
    try { await f(t, file); this.told.textContent = T.out.done(file); } catch (e) { this.told.textContent = T.out.failed; throw e; }
  },
};

/** Runs f with the filter that a scope means. @template V @param {string} scope @param {() => V} f @returns {V} */
function withScope(scope, f) {
  if (scope !== 'all' || filterIsEmpty()) return f();
  const kept = state.filter;
  state.filter = emptyFilter(); applyFilter();
  try { return f(); } finally { state.filter = kept; applyFilter(); }
}

/** The filter in words, "" for none. */
function filterWords() {
  const f = state.filter, parts = [];
  if (f.q) parts.push(`${T.search.toLowerCase()} “${f.q}”`);
  if (f.from) parts.push(`${T.from.toLowerCase()} ${f.from}`);
  if (f.to) parts.push(`${T.to.toLowerCase()} ${f.to}`);
  if (f.disputed) parts.push(T.disputedOnly.toLowerCase());
  for (const name of facetNames) if (f[name].size) parts.push(`${T.facets[name].toLowerCase()} ${[...f[name]].map(n => facetOf[name]().label(n)).join(', ')}`);
  return parts.join('; ');
}

/** What a figure shows, for those who do not see it: what, how much, when, and under which filter. @param {any} view @param {number[]} list @param {string} filter @param {string} scope */
function altText(view, list, filter, scope) {
  const what = view.alt ? view.alt(list, scope) : view.name === 'chronology' ? T.out.chronology(list.length, spanOf(list)) : T.out.other(T.views[view.name], list.length);
  const disputed = list.reduce((n, i) => n + isDisputed[i], 0);
  return [`${what}.`, T.out.disputedNote(disputed), filter && T.out.filter(filter)].filter(Boolean).join(' ');
}
/** The days from the first to the last of some events. @param {number[]} list */
function spanOf(list) {
  let a = Infinity, b = -Infinity;
  for (const i of list) { if (happenedFirst[i] < a) a = happenedFirst[i]; if (happenedLast[i] > b) b = happenedLast[i]; }
  return a <= b ? rangeName(a, b) : '';
}

/** Hands a file to the reader. @param {string} name @param {string} type @param {string|Blob} content */
function download(name, type, content) {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const a = h('a', { href: url, download: name });
  document.body.append(a); a.click(); a.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}
/** A title as the name of a file: letters, digits and hyphens. @param {string} title */
function fileName(title) { return title.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '').slice(0, 60).toLowerCase() || 'dateline'; }
/** @param {string} text */
function toBase64(text) {
  const bytes = new TextEncoder().encode(text);
  let s = '';
  for (let i = 0; i < bytes.length; i += 0x8000) s += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(s);
}
