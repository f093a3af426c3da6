// Which events match the filter, and how many each value of a facet would leave.

/**
 * A property of events: starts is null where each event has exactly one value.
 * @typedef {{starts: Int32Array|null, values: any, size: number, label: (n: number) => string, key: (n: number) => string}} Facet
 */

const inList = (list, names) => ({ starts: list.starts, values: list.values, size: names.length, key: n => names.at(n), label: n => names.at(n) });
/** @type {Object<string, () => Facet>} */
const facetOf = {
  class: once(() => ({ starts: null, values: classColumn(), size: classes().length, key: n => classes()[n], label: n => groupName(classes()[n]) })),
  kind: once(() => ({ starts: null, values: events.kind, size: data.kinds.length, key: n => data.kinds[n].id, label: n => data.kinds[n].label })),
  place: once(() => inList(facetColumns.place, facetColumns.places)),
  outlet: once(() => ({ ...inList(facetColumns.outlet, data.outlets), label: outletName })),
  side: once(() => ({ ...inList(facetColumns.side, data.sides), key: n => data.sides[n] })),
  actor: once(() => inList(facetColumns.actor, facetColumns.actors)),
  review: once(() => ({ starts: null, values: Uint8Array.from({ length: eventCount }, (_, i) => builtReview(i) & 3), size: 3, key: n => reviewStatuses[n], label: n => capital(T.review.status[reviewStatuses[n]]) })),
  modality: once(() => ({ starts: null, values: events.modality, size: modalities.length, key: n => modalities[n], label: n => capital(modalityName(modalities[n])) })),
};
/** The group of each event, by number. */
function classColumn() {
  const of = data.kinds.map(k => classNumber().get(k.class)), values = new Uint8Array(eventCount);
  for (let i = 0; i < eventCount; i++) values[i] = of[events.kind[i]];
  return values;
}
const reviewStatuses = ['open', 'accepted', 'rejected'];
/** The number of a value by its key, undefined when there is none. @param {string} name @param {string} key @returns {number|undefined} */
function facetNumber(name, key) {
  const f = facetOf[name]();
  for (let n = 0; n < f.size; n++) if (f.key(n) === key) return n;
  return undefined;
}

/** Bits of the conditions an event fails: one for each facet, one for the rest. */
let failing = new Uint16Array(eventCount);
/** Events that match, in order of time. */
let shown = byTime;
let shownSet = new Uint8Array(eventCount).fill(1);

function applyFilter() {
  const f = state.filter, REST = 1 << facetNames.length;
  failing = new Uint16Array(eventCount);
  facetNames.forEach((name, k) => {
    if (!f[name].size) return;
    const { starts, values, size } = facetOf[name](), want = new Uint8Array(size);
    for (const n of f[name]) want[n] = 1;
    for (let i = 0; i < eventCount; i++) {
      let ok = 0;
      for (let j = starts ? starts[i] : i, end = starts ? starts[i + 1] : i + 1; j < end && !ok; j++) ok = want[values[j]];
      if (!ok) failing[i] |= 1 << k;
    }
  });
  const found = searchWords(f.q), from = f.from ? readDay(f.from, false) : null, to = f.to ? readDay(f.to, true) : null;
  if (found.length || from !== null || to !== null || f.disputed) {
    for (let i = 0; i < eventCount; i++) {
      // An event stays when any of the days it may have happened on is in the range.
      const dated = happenedAnchor[i] === happenedAnchor[i];
      if (f.disputed && !isDisputed[i] || from !== null && (!dated || happenedLast[i] < from) || to !== null && (!dated || happenedFirst[i] > to)
        || !found.every(hits => hits[i])) failing[i] |= REST;
    }
  }
  for (let i = 0; i < eventCount; i++) shownSet[i] = failing[i] ? 0 : 1;
  showInOrder();
}
/** Lists what matches in the order of the axis. */
function showInOrder() { shown = filterIsEmpty() ? byTime : byTime.filter(i => shownSet[i] === 1); }

/**
 * How many events each value of a facet has among those that match all other conditions.
 * @param {string} name @returns {Int32Array}
 */
function facetCounts(name) {
  const bit = 1 << facetNames.indexOf(name), { starts, values, size } = facetOf[name](), counts = new Int32Array(size);
  for (let i = 0; i < eventCount; i++) {
    if (failing[i] & ~bit) continue;
    if (!starts) counts[values[i]]++;
    else for (let j = starts[i]; j < starts[i + 1]; j++) counts[values[j]]++;
  }
  return counts;
}

/** How many of the matching events are disputed. */
function disputedCount() {
  let n = 0;
  for (const i of shown) n += isDisputed[i];
  return n;
}

function filterIsEmpty() {
  const f = state.filter;
  return !f.q && !f.from && !f.to && !f.disputed && facetNames.every(n => !f[n].size);
}

/** The event before or after the selected one under the filter; without one, the first or last in view. @param {number} step @returns {number} */
function neighbour(step) {
  if (!shown.length) return -1;
  const at = shown.indexOf(state.event), within = n => shown[Math.min(shown.length - 1, Math.max(0, n))];
  if (at >= 0) return within(at + step);
  const { t0, t1 } = chronology, inView = state.view === 'chronology' && firstAt(shown, t1) > firstAt(shown, t0);
  return step > 0 ? within(inView ? firstAt(shown, t0) : 0) : within((inView ? firstAt(shown, t1) : shown.length) - 1);
}
