// Keys for all views, and the page that lists them.

/** @type {HTMLDialogElement} */
let helpDialog = null;

function makeHelp() {
  helpDialog = /** @type {HTMLDialogElement} */ (h('dialog', { class: 'help', 'aria-labelledby': 'help-title' },
    h('h2', { id: 'help-title' }, T.keysHead), h('dl', null, T.keys.map(([k, what]) => [h('dt', null, k.split(' ').map(x => [h('kbd', null, x), ' '])), h('dd', null, what)])),
    h('form', { method: 'dialog' }, h('button', { type: 'submit' }, T.close))));
  return helpDialog;
}

function onKey(e) {
  if (e.defaultPrevented || e.altKey || e.ctrlKey || e.metaKey || document.querySelector('dialog[open]')) return;
  const el = /** @type {HTMLElement} */ (e.target), typing = el.matches('input:not([type=checkbox]), textarea, select');
  if (e.key === 'Escape') {
    if (typing) el.blur();
    else if (state.open) { dossier.close(); focusView(); }
    return;
  }
  if (typing) return;
  const onButton = el.matches('button, a, summary, input');
  const act = {
    ArrowRight: () => step(1), ArrowLeft: () => step(-1),
    Enter: () => { if (state.event >= 0) { select(state.event); dossier.ready.then(() => dossier.el.focus({ preventScroll: true })); } },
    '/': () => { facets.el.open = true; facets.search.focus(); facets.search.select(); },
    '?': () => helpDialog.showModal(),
    '+': () => chronology.zoom(1 / 1.6), '=': () => chronology.zoom(1 / 1.6), '-': () => chronology.zoom(1.6), 0: () => chronology.show(chronology.min, chronology.max),
    o: () => { if (state.event >= 0) set({ view: 'chronology', inside: !state.inside }, { step: true }); },
    r: () => set({ view: 'chronology', axis: state.axis === 'reported' ? 'happened' : 'reported', window: null }, { step: true }),
    g: () => set({ view: 'graph', around: '', path: '' }, { step: true }), v: () => set({ view: 'review' }, { step: true }), e: () => exporting.open(), u: undo,
  };
  views.forEach((v, k) => { act[k + 1] = () => set({ view: v.name }, { step: true }); });
  const here = views.find(v => v.name === state.view);
  if (here.keys) Object.assign(act, here.keys());
  if (e.key === 'Enter' && onButton) return;
  if ((e.key === 'ArrowLeft' || e.key === 'ArrowRight') && el.closest('.scroll')) return; // moves what is wider than the screen
  if (['+', '=', '-', '0'].includes(e.key) && !['chronology', 'graph'].includes(state.view)) return;
  if (!Object.hasOwn(act, e.key)) return;
  e.preventDefault();
  act[e.key]();
}

/** @param {number} n */
function step(n) {
  const i = neighbour(n);
  if (i >= 0) set({ event: i }, {});
}

/** Puts the focus on what the present view is about. */
function focusView() {
  const el = state.view === 'chronology' ? chronology.host : state.view === 'documents' ? documentsView.text : document.getElementById('main');
  if (el) el.focus({ preventScroll: true });
}
