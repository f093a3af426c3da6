// Where accounts differ, ranked. The four sorts stand apart: a revised toll is
// no contradiction, and figures that count different things are not compared.

const CARDS = 40, CARDS_PRINTED = 300;

const disagreements = {
  name: 'disagreements', shownCards: CARDS,

  build(el) {
    this.bar = h('div', { class: 'bar' });
    this.note = h('p', { class: 'note' });
    this.host = h('div', { class: 'cards' });
    this.key = h('div', { class: 'plot-key' });
    add(el, [this.bar, this.note, this.key, this.host]);
    onPrint(() => { if (state.view === this.name) this.draw(); });
  },

  update(changed) {
    if (['dispute', 'about', 'rank', 'filter'].some(k => changed.has(k))) this.shownCards = CARDS;
    if (['filter', 'start', 'view', 'dispute', 'about', 'rank'].some(k => changed.has(k))) this.draw();
    else if (changed.has('event')) markChosen(this.host);
  },

  draw() {
    const counts = SORTS.map((_, k) => { let n = 0; for (const i of shown) n += events.differs[i] >> k & 1; return n; });
    const at = SORTS.indexOf(state.dispute), here = at >= 0 && counts[at] ? state.dispute : SORTS[Math.max(0, counts.findIndex(n => n > 0))];
    const all = disputesOf(here), list = state.about === 'all' ? all : all.map(x => ({ ...x, disputes: x.disputes.filter(d => aboutOf(d) === state.about) })).filter(x => x.disputes.length);
    rankDisputes(list);
    const abouts = Object.entries(T.abouts).filter(([k]) => k === 'all' || k === state.about || all.some(x => x.disputes.some(d => aboutOf(d) === k)));
    refill(this.bar,
      choiceGroup(T.disputesHead, SORTS.map((s, k) => [s, [T.disputeSort[s], ' ', h('span', { class: 'count' }, counts[k])], !counts[k]]), here, s => set({ dispute: s, about: 'all' }, { step: true })),
      abouts.length > 2 && choiceList('about', T.about, abouts, state.about, about => set({ about }, { step: true })),
      here !== 'silence' && choiceList('rank', T.rankBy, Object.entries(T.ranks), state.rank, rank => set({ rank }, { step: true })));
    this.note.textContent = `${T.disputeSort[here]}${state.about === 'all' ? '' : `, ${T.abouts[state.about]}`}: ${T.disputeDoc[here]}.`;
    const most = printing ? CARDS_PRINTED : this.shownCards;
    fill(this.key, list.length > 0 && here !== 'silence' && disputeKey(here));
    fill(this.host, !list.length && h('p', { class: 'nothing' }, T.noDisputes), list.slice(0, most).map(x => disputeCard(x.event, x.disputes, here)),
      list.length > most && button(T.moreLinks(list.length - most), () => { this.shownCards += CARDS; this.draw(); }, 'show-more'));
  },
};

/** The events shown that have a sort of dispute, with those disputes. @param {string} sort @returns {{event: number, disputes: any[]}[]} */
function disputesOf(sort) {
  const bit = 1 << SORTS.indexOf(sort), list = [];
  for (const i of shown) if (events.differs[i] & bit) list.push({ event: i, disputes: detailOf(i).disputes.filter(d => d.sort === sort) });
  return list;
}

/** What a dispute is about: a date, whether it happened, a place, who did it, or a count. @param {any} d */
function aboutOf(d) { return d.attribute === 'when' ? 'date' : ['date', 'happened', 'place', 'responsibility'].includes(d.attribute) ? d.attribute : d.sort === 'silence' ? 'all' : 'count'; }

/**
 * How far the values of a dispute lie apart: doublings between counts, doublings of the days between dates, else how many
 * other values there are. A measure to rank by, no more.
 * @param {any} d
 */
function spreadOf(d) {
  const about = aboutOf(d), lows = d.values.map(v => v.low).filter(x => x !== undefined), highs = d.values.map(v => v.high === undefined ? v.low : v.high).filter(x => x !== undefined);
  if (lows.length < 2) return d.values.length - 1;
  if (about === 'count') return Math.log2((Math.max(...highs) + 1) / (Math.min(...lows) + 1));
  return Math.log2(1 + Math.max(0, Math.max(...lows) - Math.min(...highs)));
}

/** Ranks in place. @param {{event: number, disputes: any[]}[]} list */
function rankDisputes(list) {
  const key = { spread: x => Math.max(0, ...x.disputes.map(spreadOf)), accounts: x => events.accounts[x.event], weight: x => events.weight[x.event], time: x => -x.event }[state.rank];
  const keys = new Map(list.map(x => [x.event, key(x)]));
  list.sort((a, b) => keys.get(b.event) - keys.get(a.event) || events.weight[b.event] - events.weight[a.event] || a.event - b.event);
}

/** @param {number} i event @param {any[]} disputes of it @param {string} sort */
function disputeCard(i, disputes, sort) {
  return h('article', { class: `card${disputes.length > 1 ? ' several' : ''}${i === state.event ? ' chosen' : ''}`, 'data-event': i }, eventHead(i),
    h('div', { class: 'sections' }, disputes.map(valuesInOrder).map(d => h('section', { class: `differ ${sort}` }, h('h3', null, sort === 'silence' ? T.silentHead : capital(T.attribute(d.attribute))),
      sort === 'silence' ? silentOutlets(i, d) : [disputePlot(i, d), h('ul', { class: 'values' }, d.values.map((v, k) => disputeValue(d, v, k))), unsaid(i, d)]))));
}

/** A dispute with its values in the order of the drawing: by count or day, in a revision by publication, else those of most texts first. @param {any} d */
function valuesInOrder(d) {
  const about = aboutOf(d), texts = v => familiesOf(v.reports).size;
  if (d.sort === 'revision' || d.sort === 'silence') return d;
  const key = about === 'count' || about === 'date' ? v => v.low ?? v.high ?? 0 : v => -texts(v);
  return { ...d, values: d.values.slice().sort((a, b) => key(a) - key(b)) };
}

/** A value with the texts that claim it. @param {any} d @param {any} v @param {number} k */
function disputeValue(d, v, k) {
  const texts = familiesOf(v.reports).size, lettered = aboutOf(d) !== 'count' && aboutOf(d) !== 'date';
  return h('li', null, lettered && h('span', { class: 'letter', 'aria-hidden': 'true' }, letterOf(k)), valueButton(amounts(v.value), v.reports), ' ',
    h('span', { class: 'note' }, T.families(texts), d.sort === 'revision' && v.reports.length > 0 && `, ${publishedWords(index.reportDocument[v.reports[0]])}`), ' ',
    sidesOfTexts(v.reports), sourceLinks(v.reports, goToReport));
}

/** The texts of an event that have no part in a dispute, and those that tell of a denial. @param {number} i @param {any} d */
function unsaid(i, d) {
  const said = familiesOf(d.values.flatMap(v => v.reports)), reports = reportsOfEvent(i), rest = reports.filter(r => !said.has(familyOf(r)));
  const silent = familiesOf(rest).size, denied = d.attribute === 'responsibility' ? reports.filter(r => ['denied', 'negated'].includes(reportModality(r))) : [];
  return [
    silent > 0 && h('p', { class: 'note' }, T.notStatedBy(silent), ' ', sourceLinks(rest, goToReport)),
    denied.length > 0 && h('p', { class: 'note' }, T.deniedBy(familiesOf(denied).size), ' ', sourceLinks(denied, goToReport)),
  ];
}

/** The outlets that published in the days of an event without reporting it, with what they published. @param {number} i @param {any} d */
function silentOutlets(i, d) {
  const first = happenedFirst[i], last = happenedLast[i] + SILENCE_DAYS;
  return [h('p', { class: 'note' }, T.silentDays(rangeName(first, last))), h('ul', { class: 'values' }, d.values.map(v => {
    const outlet = data.outlets.indexOf(v.value), list = outlet < 0 ? [] : publishedBy(outlet, first, last);
    return h('li', null, own(v.value, 'strong'), ' ', h('span', { class: 'note' }, T.documents(list.length)), ' ',
      list.slice(0, 5).map(n => [button(own(documentOf(n).title || documentOf(n).id), () => set({ view: 'documents', document: n, report: -1 }, { step: true }), 'link'), ' ']));
  }))];
}
