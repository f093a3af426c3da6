// Puts the page together. A view is an object with a name, build(element) and
// update(changed); to add one, add its file and its place in this list.

const views = [chronology, table, documentsView, graphView, disagreements, totals, copies, coverage, mapView, followView, reviewView, methodView, overviewView];
/** @type {Record<string, HTMLElement>} */
const panes = {};
const built = new Set();
const live = h('div', { class: 'offscreen', 'aria-live': 'polite', role: 'status' });

function start() {
  const app = document.getElementById('app');
  for (const v of views) panes[v.name] = h('section', { class: `view ${v.name}`, 'aria-label': T.views[v.name], hidden: true });
  const main = h('main', { id: 'main', tabindex: -1 }, facets.build() && facets.chips, sideMeter.el, Object.values(panes));
  add(app, [tabs.build(views), h('div', { class: 'work' }, h('div', { class: 'side', role: 'search', 'aria-label': T.filter }, facets.el), main, dossier.build()), makeHelp(), exporting.dialog(), live]);
  add(document.getElementById('tools'), [exporting.build(), button(T.undo, undo, 'quiet', { id: 'undo', 'aria-disabled': 'true' }), button(T.help, () => helpDialog.showModal(), 'quiet'), button(T.theme, toggleTheme, 'quiet')]);
  document.getElementById('skip').addEventListener('click', e => { e.preventDefault(); main.focus(); });
  app.hidden = false;
  listeners.push(changed => {
    if (changed.has('axis')) setClock(state.axis);
    if (changed.has('filter') && !(changed.has('start') && filterIsEmpty())) applyFilter(); else if (changed.has('axis')) showInOrder();
    document.getElementById('undo').setAttribute('aria-disabled', String(!past.length));
    facets.update(changed);
    sideMeter.update(changed);
    dossier.update(changed);
    if (changed.has('view')) tabs.mark();
    for (const v of views) panes[v.name].hidden = v.name !== state.view;
    const v = views.find(x => x.name === state.view);
    if (!built.has(v)) { built.add(v); v.build(panes[v.name]); changed = new Set([...changed, 'start']); }
    v.update(changed);
    document.body.dataset.view = state.view;
    if (changed.has('event') && state.event >= 0) live.textContent = T.announce(labelOf(state.event), dateWords(state.event), T.accounts(events.accounts[state.event]));
  });
  addEventListener('keydown', onKey);
  addEventListener('popstate', () => readHash(location.hash));
  addEventListener('hashchange', () => { if (location.hash !== ignoreHash && location.hash !== hashOf()) readHash(location.hash); ignoreHash = ''; });
}

/** Draws the first view: the chronology from what is there, if the address asks for no more. */
async function begin() {
  start();
  if (location.hash.length > 1) await openMore();
  else {
    const v = views[0];
    facets.update(new Set(['start']));
    tabs.mark();
    panes[v.name].hidden = false;
    document.body.dataset.view = v.name;
    built.add(v);
    v.build(panes[v.name]);
    await nextFrame();
    await openMore();
  }
  readHash(location.hash, true);
  document.body.dataset.ready = 'yes'; // for those who wait for it
}
begin();
