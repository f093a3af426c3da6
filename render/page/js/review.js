// The review: events in order of how much they matter and how doubtful they are,
// what their reports say, and the decisions that may be taken about them.

const QUEUE = 60;

const reviewView = {
  name: 'review', shown: 'todo', most: QUEUE, /** @type {number[]} */ queue: [], current: -1, /** @type {HTMLElement} */ el: null,

  build(el) {
    this.el = el;
    this.who = h('input', { id: 'reviewer', type: 'text', autocomplete: 'off', 'aria-describedby': 'review-kept', onchange: e => { reviewStore.who = e.target.value.trim(); reviewStore.write(); this.tell(); } });
    this.which = h('select', { id: 'review-show', onchange: e => { this.shown = e.target.value; this.most = QUEUE; this.draw(); } }, Object.entries(T.review.shows).map(([v, words]) => h('option', { value: v }, words)));
    this.file = h('input', { type: 'file', accept: '.json,application/json', class: 'offscreen', tabindex: -1, 'aria-label': T.review.load, onchange: e => this.load(e.target) });
    this.unsaved = h('span', { class: 'note' });
    this.kept = h('p', { class: 'note', id: 'review-kept' });
    this.list = h('div', { class: 'queue' });
    this.card = h('article', { class: 'review-card', tabindex: -1, 'aria-live': 'off' });
    this.log = h('div', { class: 'log' });
    add(el, [
      h('div', { class: 'bar' }, h('label', { for: 'reviewer' }, T.review.who), this.who, h('label', { for: 'review-show' }, T.review.show), this.which,
        h('span', { class: 'group' }, button(T.review.save, () => { reviewStore.save(); this.tell(); }, 'primary save'), button(T.review.load, () => this.file.click()), this.file), this.unsaved),
      this.kept, h('div', { class: 'review-work' }, this.list, h('div', null, this.card)), this.log]);
  },

  update(changed) {
    reviewStore.open().then(() => {
      if (state.view !== 'review') return;
      this.who.value = reviewStore.who;
      if (['view', 'start', 'filter'].some(k => changed.has(k))) this.draw(changed.has('event') || changed.has('start') ? state.event : -1);
      else if (changed.has('event') && state.event >= 0) this.look(state.event);
    });
  },

  /** Draws list, card and log anew. @param {number} [event] to show; the selected one or the first of the list else */
  draw(event = -1) {
    this.queue = orderQueue(this.shown);
    const i = event >= 0 ? event : this.queue.includes(this.current) ? this.current : state.event >= 0 ? state.event : this.queue.length ? this.queue[0] : -1;
    this.drawList();
    this.drawLog();
    this.tell();
    this.look(i);
  },

  drawList() {
    const list = this.queue;
    fill(this.list, h('h2', null, T.review.queue), h('p', { class: 'note' }, T.review.left(list.length, shown.length)), !list.length && h('p', { class: 'nothing' }, T.review.nothing),
      h('ol', null, list.slice(0, this.most).map(i => h('li', null, h('button', { type: 'button', 'data-event': i, class: i === this.current ? 'chosen' : '', 'aria-current': i === this.current ? 'true' : null, onclick: () => this.choose(i) },
        own(labelOf(i), 'span', 'doc-title'), h('span', { class: 'meta' }, [dateWords(i), T.accounts(events.accounts[i])].join(' · ')),
        h('span', { class: 'meta' }, reviewState(i) || doubtsOf(i).join(' · ')))))),
      list.length > this.most && button(T.moreLinks(list.length - this.most), () => { this.most += 4 * QUEUE; this.drawList(); }), h('p', { class: 'note' }, T.review.queueHint));
  },

  /** Selects an event, as in every view. @param {number} i */
  choose(i) { if (state.event === i) this.look(i); else set({ event: i, open: false }, { step: true }); },

  /** Shows an event with its reports. @param {number} i */
  look(i) {
    this.current = i;
    for (const b of this.list.querySelectorAll('[data-event]')) {
      const here = +b.dataset.event === i;
      b.classList.toggle('chosen', here);
      if (here) b.setAttribute('aria-current', 'true'); else b.removeAttribute('aria-current');
    }
    if (i < 0) { fill(this.card); return Promise.resolve(); }
    return openQuotes(reportsOfEvent(i)).then(() => { if (this.current === i) this.fillCard(i); });
  },

  /** @param {number} i */
  fillCard(i) {
    const status = reviewStore.status(i), actions = [...(status === 'open' && !(builtReview(i) & RULE.dated) ? [] : ['reopen']), 'accept', 'reject', 'merge', 'split', 'redate', 'mark-copy', 'note', reviewStore.starred(i) ? 'unstar' : 'star'];
    this.form = h('div', { class: 'review-form' });
    fill(this.card, own(labelOf(i), 'h2'),
      h('p', { class: 'when' }, dateWords(i)), h('p', { class: 'counts' }, [T.documents(events.documents[i]), T.families(events.families[i]), T.accounts(events.accounts[i])].join(' · ')),
      h('p', { class: 'signs' }, h('span', { class: 'sign' }, T.review.status[status]), modalityOf(i) !== 'happened' && h('span', { class: 'sign' }, capital(T.modality[modalityOf(i)] || modalityOf(i))), doubtsOf(i).map(d => h('span', { class: 'sign hedge' }, d))),
      h('div', { class: 'group actions', role: 'group', 'aria-label': T.review.section }, actions.map(a => button([T.review.actions[a], h('kbd', null, reviewKeyOf[a] || '')], () => this.act(a), a === 'accept' ? 'primary' : '', { 'data-action': a, title: T.review.does[a] || null, 'aria-keyshortcuts': reviewKeyOf[a] || null }))),
      this.form,
      h('section', null, h('h3', null, T.review.history), decisionList(reviewStore.history(i), d => { reviewStore.withdraw(d); this.draw(i); }) || h('p', { class: 'note' }, T.review.historyNone)),
      h('section', null, h('h3', null, `${T.reportsHead} (${index.reports[i]})`), reportsOfEvent(i).map(reportCard)));
  },

  /** Takes a decision, or asks for what it needs. @param {string} action */
  act(action) {
    const i = this.current;
    if (i < 0 || !this.named()) return;
    if (action === 'accept') this.keep(i, { action, reason: '', after: { status: 'accepted' } });
    else if (action === 'star' || action === 'unstar') this.keep(i, { action, reason: '', after: {} }, false);
    else reviewForms[action](i, this.form, d => this.keep(i, { ...d, action }, action !== 'note'), () => { fill(this.form); this.card.focus({ preventScroll: true }); });
  },
  named() {
    if (reviewStore.who) return true;
    this.unsaved.textContent = T.review.whoMissing;
    live.textContent = T.review.whoMissing;
    this.who.focus();
    return false;
  },

  /** Adds a decision, and goes on to the next event. @param {number} i @param {{action: string, reason: string, after: any, before?: any, document?: string}} d @param {boolean} [goOn] */
  async keep(i, d, goOn = true) {
    const ids = await reviewStore.reportIDs(i);
    const before = { ...(d.action === 'mark-copy' || d.action === 'note' || d.action.endsWith('star') ? {} : { reports: ids }), ...(d.after.status ? { status: reviewStore.status(i) } : {}), ...d.before };
    const at = this.queue.indexOf(i), about = d.document ? { document: d.document } : { event: index.id.at(i) };
    reviewStore.add({ action: d.action, ...about, who: reviewStore.who, when: timeNow(), reason: d.reason, before, after: d.after });
    live.textContent = T.review.kept(T.review.done[d.action]);
    this.queue = orderQueue(this.shown);
    const next = goOn && this.shown === 'todo' && at >= 0 && !this.queue.includes(i) ? this.queue[Math.min(at, this.queue.length - 1)] : i;
    if (next !== undefined && next !== i) set({ event: next, open: false }, {});
    this.draw(next === undefined ? i : next);
    this.card.focus({ preventScroll: true });
  },

  /** @param {number} n */
  step(n) {
    const at = this.queue.indexOf(this.current), i = this.queue[at < 0 ? 0 : Math.max(0, Math.min(this.queue.length - 1, at + n))];
    if (i === undefined) return;
    if (this.queue.indexOf(i) >= this.most) { this.most += QUEUE; this.drawList(); }
    this.choose(i);
    const b = this.list.querySelector(`[data-event="${i}"]`);
    if (b) b.scrollIntoView({ block: 'nearest' });
  },

  keys() {
    const act = { j: () => this.step(1), k: () => this.step(-1) };
    for (const [action, key] of Object.entries(reviewKeyOf)) if (action !== 'unstar') act[key] = () => this.act(action === 'star' && reviewStore.starred(this.current) ? 'unstar' : action);
    return act;
  },

  /** How many decisions wait for a file, and whether the browser keeps them. */
  tell() {
    this.unsaved.textContent = T.review.unsaved(reviewStore.pending.length - reviewStore.saved);
    this.kept.classList.toggle('banner', !reviewStore.kept);
    fill(this.kept, reviewStore.kept ? T.review.keptHere : T.review.notKept, ` ${T.review.apply} `, h('code', null, T.review.command), '.');
  },

  drawLog() {
    const all = [...reviewStore.built, ...reviewStore.pending], doubtful = reviewStore.built.filter(d => d.says);
    fill(this.log, doubtful.length > 0 && h('section', null, h('h3', null, T.review.lookAgain), decisionList(doubtful, null, true)),
      all.length > 0 && h('details', null, h('summary', null, T.review.log(all.length)), decisionList(all.slice(-400), d => { reviewStore.withdraw(d); this.draw(); }, true)));
  },

  async load(input) {
    const file = input.files[0];
    if (!file) return;
    try {
      const { added, known } = reviewStore.load(await file.text());
      this.draw();
      live.textContent = this.unsaved.textContent = T.review.loaded(added, known);
    } catch (e) { live.textContent = this.unsaved.textContent = T.review.loadFailed(e.message); }
    input.value = '';
  },
};

const reviewKeyOf = { accept: 'a', reject: 'x', merge: 'm', split: 's', redate: 'd', 'mark-copy': 'c', note: 'n', star: '*', unstar: '*' };

/** Why an event may be wrong, each with how much it counts. @param {number} i @returns {[string, number][]} */
function doubtList(i) {
  const R = T.review.doubts, list = /** @type {[string, number][]} */ ([]), w = events.when[i], glyph = core.glyph[w];
  if (isDisputed[i]) list.push([R.contested, 2]);
  if (events.differs[i] & 6) list.push([R.scope, 0.5]);
  if (glyph === GLYPH.none || glyph === GLYPH.order) list.push([R.undated, 1]);
  else if (core.flags[w] & (APPROXIMATE | UNCERTAIN) || glyph === GLYPH.oneOf) list.push([R.vague, 0.5]);
  if (events.accounts[i] === 1) list.push([R.single, 0.5]);
  if (events.documents[i] > 2) list.push([R.joined(events.documents[i]), 0.2 * Math.log2(events.documents[i])]);
  if (!hasHappened[i]) list.push([R.unreal, 0.3]);
  return list;
}
/** @param {number} i @returns {string[]} */
function doubtsOf(i) { return doubtList(i).map(d => d[0]); }

/** The events of the filter that a list wants, those that matter most and are most doubtful first. @param {string} which */
function orderQueue(which) {
  const wanted = { todo: i => !reviewStore.decided(i), decided: i => reviewStore.decided(i), starred: i => reviewStore.starred(i), all: () => true }[which];
  const list = Array.from(shown.filter(wanted)), rank = new Float64Array(eventCount);
  for (const i of list) rank[i] = (0.2 + events.weight[i]) * (0.25 + doubtList(i).reduce((n, d) => n + d[1], 0));
  return list.sort((a, b) => rank[b] - rank[a] || a - b);
}

/** What is decided about an event, in a few words. @param {number} i */
function reviewState(i) {
  const done = [...new Set([...(builtReview(i) & RULE.dated ? ['redate'] : []), ...reviewStore.of(i).map(d => d.action)])].filter(a => !['accept', 'reject', 'reopen', 'unstar'].includes(a)).map(a => T.review.done[a]);
  const status = reviewStore.status(i);
  return [...(status === 'open' ? [] : [T.review.status[status]]), ...done].join(' · ');
}

/** Decisions as a list; null for none. @param {Decision[]} list @param {((d: Decision) => void)|null} withdraw @param {boolean} [about] whether to name the event */
function decisionList(list, withdraw, about = false) {
  if (!list.length) return null;
  return h('ol', { class: 'decisions' }, list.map(d => {
    const i = about ? eventsOfDecision(d)[0] : undefined;
    return h('li', null, h('strong', null, capital(T.review.done[d.action])), about && (i !== undefined ? [' ', eventLink(i)] : ` ${d.document || d.event} (${T.review.notOfThisPage})`), ' ', decisionWords(d),
      d.reason && h('q', { dir: 'auto' }, d.reason), h('span', { class: 'meta' }, own(d.who), ` · ${d.when.slice(0, 10)} · `, d.outcome ? T.review.outcomes[d.outcome] : T.review.pending, d.says && ` · ${d.says}`),
      withdraw && !d.outcome && button(T.review.withdraw, () => withdraw(d), 'link'));
  }));
}

/** What a decision changed, in words. @param {Decision} d */
function decisionWords(d) {
  const name = id => { const n = documentNumber().get(id); return n === undefined ? id : sourceName(documentOf(n)); }, event = id => { const n = eventNumber().get(id); return n === undefined ? id : labelOf(n); };
  switch (d.action) {
    case 'redate': return own(`${d.before.edtf || T.dateNone} → ${d.after.edtf} `);
    case 'merge': return own(`${(d.before.events || []).map(event).join(' + ')} `);
    case 'split': return `${T.review.reports((d.after.reports || []).length)} `;
    case 'mark-copy': return own(`${name(d.document)} → ${d.after.copy_of ? name(d.after.copy_of) : T.review.copyNone} `);
  }
  return null;
}

/** What reviewers said of an event when the page was built. @param {number} i */
function reviewSigns(i) {
  const bits = builtReview(i), status = bits & 3;
  return [status === RULE.accepted && h('span', { class: 'sign' }, T.review.accepted), status === RULE.rejected && h('span', { class: 'sign crossed' }, T.review.rejected)];
}

/** The part of the dossier that tells of the review. @param {number} i */
function reviewSection(i) {
  const box = h('div'), r = detailOf(i).review;
  reviewStore.open().then(() => fill(box, decisionList(reviewStore.history(i), null)));
  return h('section', { class: 'review-part' }, h('h3', null, T.review.section), builtReview(i) & RULE.dated && h('p', null, T.review.dated(r && r.was)), box, button(T.review.openReview, () => set({ view: 'review' }, { step: true })));
}
