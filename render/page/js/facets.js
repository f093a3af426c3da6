// The filter: search, dates, and the values of each property with how many
// events each would leave.

const SHORT = 7; // as in data.go

const facets = {
  /** @type {HTMLDetailsElement} */ el: null,
  /** @type {HTMLInputElement} */ search: null,
  expanded: new Set(),

  build() {
    const input = (name, label, more) => {
      const el = h('input', { id: `f-${name}`, type: 'text', autocomplete: 'off', spellcheck: 'false', ...more });
      return [h('label', { for: `f-${name}` }, label), el];
    };
    const [searchLabel, search] = /** @type {any[]} */ (input('q', T.search, { type: 'search', placeholder: T.searchHint }));
    this.search = search;
    let wait = 0;
    search.addEventListener('input', () => { clearTimeout(wait); wait = setTimeout(() => setFilter({ q: search.value }), 160); });
    const dates = ['from', 'to'].map(name => {
      const [label, el] = input(name, T[name], { placeholder: T.dateHint, inputmode: 'numeric' });
      el.addEventListener('change', () => {
        const bad = el.value !== '' && readDay(el.value, false) === null;
        el.setAttribute('aria-invalid', String(bad));
        el.setCustomValidity(bad ? T.dateBad : '');
        if (bad) el.reportValidity(); else setFilter({ [name]: el.value.trim() });
      });
      this[name] = el;
      return h('div', null, label, el);
    });
    this.disputed = h('input', { type: 'checkbox', onchange: e => setFilter({ disputed: e.target.checked }) });
    this.disputedCount = h('span', { class: 'count' });
    this.lists = h('div', { class: 'facet-lists' });
    this.el = h('details', { class: 'facets', open: innerWidth > 900 },
      h('summary', null, T.filter),
      h('div', { class: 'facet-body' },
        h('div', { class: 'field' }, searchLabel, search), h('div', { class: 'dates' }, dates),
        h('label', { class: 'check' }, this.disputed, h('span', null, T.disputedOnly), this.disputedCount),
        this.lists));
    this.chips = h('div', { class: 'chips-row', hidden: true });
    return this.el;
  },

  update(changed) {
    if (!changed.has('filter') && !changed.has('start')) return;
    const f = state.filter;
    if (document.activeElement !== this.search) this.search.value = f.q;
    this.from.value = f.from; this.to.value = f.to;
    this.disputed.checked = f.disputed;
    this.disputedCount.textContent = String(disputedCount());
    const focus = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.facet : undefined;
    fill(this.lists, facetNames.map(name => this.list(name)));
    if (focus) { const el = [...this.lists.querySelectorAll('[data-facet]')].find(x => x.dataset.facet === focus); if (el) el.focus(); }
    this.showChips();
  },

  /**
   * The values of a property that the filter shows, chosen ones first, then those that leave most events.
   * @param {string} name @param {boolean} all @returns {{size: number, top: {n: number, label: string, count: number}[]}}
   */
  values(name, all) {
    const chosen = state.filter[name];
    if (!facetColumns && data.facets[name]) return data.facets[name]; // at first only these are known, and there is no filter
    const counts = facetCounts(name), { label } = facetOf[name](), order = Array.from(counts.keys()).filter(n => counts[n] > 0 || chosen.has(n));
    order.sort((a, b) => (chosen.has(b) ? 1 : 0) - (chosen.has(a) ? 1 : 0) || counts[b] - counts[a] || a - b);
    return { size: order.length, top: order.slice(0, all ? 400 : Math.max(SHORT, chosen.size)).map(n => ({ n, label: label(n), count: counts[n] })) };
  },

  list(name) {
    const chosen = state.filter[name], all = this.expanded.has(name), { size, top } = this.values(name, all);
    if (size < 2 && !chosen.size) return null;
    return h('fieldset', null, h('legend', null, T.facets[name]),
      h('ul', null, top.map(({ n, label, count }) => h('li', null, h('label', { class: 'check' },
        h('input', { type: 'checkbox', checked: chosen.has(n), 'data-facet': `${name}:${n}`, onchange: e => {
          const next = new Set(chosen);
          if (e.target.checked) next.add(n); else next.delete(n);
          setFilter({ [name]: next });
        } }), own(label || T.outletNone), h('span', { class: 'count' }, T.number(count)))))),
      size > SHORT && button(all ? T.showFewer : T.showAll(size), () => openMore().then(() => {
        if (all) this.expanded.delete(name); else this.expanded.add(name);
        this.update(new Set(['filter']));
      }), 'link', { 'data-facet': `${name}:more` }));
  },

  /** What the filter holds at present, each part with a way to drop it. */
  showChips() {
    const f = state.filter, chips = [];
    const chip = (text, change) => chips.push(h('li', null, h('button', { type: 'button', 'aria-label': T.remove(text), onclick: () => setFilter(change) }, own(text), h('span', { 'aria-hidden': 'true' }, ' ×'))));
    if (f.q) chip(`“${f.q}”`, { q: '' });
    if (f.from) chip(`${T.from} ${f.from}`, { from: '' });
    if (f.to) chip(`${T.to} ${f.to}`, { to: '' });
    if (f.disputed) chip(T.disputedOnly, { disputed: false });
    for (const name of facetNames) for (const n of f[name]) { const rest = new Set(f[name]); rest.delete(n); chip(facetOf[name]().label(n), { [name]: rest }); }
    this.chips.hidden = !chips.length;
    fill(this.chips, chips.length > 0 && [h('span', { role: 'status' }, T.matches(shown.length, eventCount), searching.size > 0 && h('span', { class: 'note' }, ` ${T.searching}`)), h('ul', { class: 'chips' }, chips),
      button(T.clear, () => set({ filter: emptyFilter() }, { step: true }), 'link')]);
  },
};
