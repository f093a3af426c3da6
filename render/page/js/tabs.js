// The tabs of the views, in one row whatever the width: those that find no room
// stand in a menu at its end, and the present view is always in the row.

const tabs = {
  /** @type {HTMLElement} */ row: null,
  /** @type {HTMLDetailsElement} */ more: null,
  /** @type {HTMLElement} */ menu: null,
  /** @type {HTMLElement[]} */ all: [],
  fitted: '',

  /** @param {{name: string}[]} views @returns {HTMLElement} */
  build(views) {
    this.all = views.map(v => button(T.views[v.name], () => { this.more.open = false; set({ view: v.name }, { step: true }); }, 'tab', { 'data-view': v.name }));
    this.row = h('div', { class: 'tab-row' });
    this.menu = h('div', { class: 'menu' });
    this.more = h('details', { class: 'more' }, h('summary', { class: 'tab' }, T.moreViews), this.menu);
    addEventListener('resize', everyFrame(() => this.fit()));
    addEventListener('click', e => { if (!this.more.contains(/** @type {Node} */ (e.target))) this.more.open = false; });
    this.more.addEventListener('keydown', e => { if (e.key === 'Escape' && this.more.open) { this.more.open = false; this.more.querySelector('summary').focus(); e.stopPropagation(); } });
    return h('nav', { class: 'tabs', 'aria-label': T.viewsLabel }, this.row, this.more);
  },

  /** Marks the tab of the present view. */
  mark() {
    for (const b of this.all) b.setAttribute('aria-current', b.dataset.view === state.view ? 'page' : 'false');
    this.fit();
  },

  /** Shares the tabs between the row and the menu. Their widths are reckoned, not measured: nothing has to be laid out for it. */
  fit() {
    const margin = innerWidth <= 900 ? 16 : 40, pad = 20, width = b => textWidth(b.textContent, 15, true) + pad, space = innerWidth - margin;
    const here = this.all.find(b => b.dataset.view === state.view), total = this.all.reduce((n, b) => n + width(b), 0);
    let room = total <= space ? Infinity : space - width({ textContent: T.moreViews }) - 16 - width(here);
    const inRow = this.all.filter(b => { if (b === here) return true; room -= width(b); return room >= 0; });
    const key = inRow.map(b => b.dataset.view).join();
    if (key === this.fitted) return;
    this.fitted = key;
    const focus = document.activeElement;
    fill(this.row, inRow);
    fill(this.menu, this.all.filter(b => !inRow.includes(b)));
    this.more.hidden = inRow.length === this.all.length;
    if (focus instanceof HTMLElement && this.all.includes(focus)) focus.focus();
  },
};
