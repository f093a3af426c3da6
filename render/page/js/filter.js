// Which events match the filter, and how many each value of a facet would leave.

const modalityNumbers = Uint8Array.from(events.modality, m => modalities.indexOf(m));

/** The values of a facet that event i has. @type {Object<string, (i: number) => ArrayLike<number>>} */
const facetValues = {
  kind: i => [events.kind[i]],
  place: i => events.places[i],
  outlet: i => events.outlets[i],
  actor: i => actorsOf()[i],
  modality: i => [modalityNumbers[i]],
};
const actorsOf = once(() => events.actors.map((a, i) => [...new Set([...a, ...events.targets[i]])]));

/** What the search looks at, in lower case; made when first needed. */
const haystack = once(() => events.id.map((_, i) => [
  events.label[i], kindLabel(i), dateWords(i), ...events.places[i].map(p => data.places[p]), ...actorsOf()[i].map(a => data.actors[a]),
  ...events.outlets[i].map(o => data.outlets[o]), ...events.reports[i].map(r => quoteOf(reports()[r])),
].join('\n').toLowerCase()));

/** Bits of the conditions an event fails: one for each facet, one for the rest. */
let failing = new Uint8Array(eventCount);
/** Events that match, in order of time. */
let shown = byTime;
let shownSet = new Uint8Array(eventCount).fill(1);

function applyFilter() {
  const f = state.filter, REST = 1 << facetNames.length;
  failing = new Uint8Array(eventCount);
  facetNames.forEach((name, k) => {
    const want = f[name];
    if (!want.size) return;
    for (let i = 0; i < eventCount; i++) {
      const values = facetValues[name](i);
      let ok = false;
      for (let j = 0; j < values.length && !ok; j++) ok = want.has(values[j]);
      if (!ok) failing[i] |= 1 << k;
    }
  });
  const words = f.q.toLowerCase().split(/\s+/).filter(Boolean);
  const from = f.from ? readDay(f.from, false) : null, to = f.to ? readDay(f.to, true) : null;
  if (words.length && !rest) openRest().then(() => { for (const l of listeners) l(new Set(['filter'])); });
  if (words.length || from !== null || to !== null || f.disputed) {
    for (let i = 0; i < eventCount; i++) {
      let ok = !f.disputed || isDisputed[i] === 1;
      // An event stays when any of the days it may have happened on is in the range.
      if (ok && from !== null) ok = !Number.isNaN(anchorDay[i]) && !(lastDay[i] < from);
      if (ok && to !== null) ok = !Number.isNaN(anchorDay[i]) && !(firstDay[i] > to);
      if (ok && words.length && rest) { const hay = haystack()[i]; ok = words.every(w => hay.includes(w)); }
      if (!ok) failing[i] |= REST;
    }
  }
  shownSet = new Uint8Array(eventCount);
  for (let i = 0; i < eventCount; i++) shownSet[i] = failing[i] ? 0 : 1;
  shown = byTime.filter(i => shownSet[i] === 1);
}

/**
 * How many events each value of a facet has among those that match all other conditions.
 * @param {string} name @returns {Int32Array}
 */
function facetCounts(name) {
  const bit = 1 << facetNames.indexOf(name), counts = new Int32Array(facetList(name).length), values = facetValues[name];
  for (let i = 0; i < eventCount; i++) {
    if (failing[i] & ~bit) continue;
    const v = values(i);
    for (let j = 0; j < v.length; j++) counts[v[j]]++;
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

/** The event before or after the selected one under the filter. @param {number} step @returns {number} */
function neighbour(step) {
  if (!shown.length) return -1;
  const at = shown.indexOf(state.event);
  if (at >= 0) return shown[Math.min(shown.length - 1, Math.max(0, at + step))];
  return step > 0 ? shown[0] : shown[shown.length - 1];
}
