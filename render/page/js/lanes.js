// Lanes: the events under the filter, grouped by one property. An event stands
// in every lane it belongs to; small lanes share one at the end.

const MAX_LANES = 12;

/** @typedef {{label: string, group: string, events: number[], undated: boolean, happened: Int32Array|null, disputed: Int32Array|null}} Lane */

/** @param {string} by @param {number} i @returns {(string|number)[]} */
function laneKeys(by, i) {
  switch (by) {
    case 'class': return [data.kinds[events.kind[i]].class];
    case 'kind': return [events.kind[i]];
    case 'place': return events.places[i];
    case 'actor': return actorsOf()[i];
    case 'outlet': return events.outlets[i];
  }
  return [modalityNumbers[i]];
}

/** @param {string} by @param {string|number} key */
function laneLabel(by, key) {
  return by === 'class' ? capital(String(key).replaceAll('-', ' ')) : facetLabel(by, /** @type {number} */ (key));
}

/**
 * The lanes of the events shown, groups of kinds in their fixed order and other
 * lanes by size, each in order of time, and the
 * events without any date.
 * @returns {{lanes: Lane[], dateless: number[]}}
 */
function makeLanes() {
  const groups = new Map(), dateless = [], bounded = [], nowhere = [];
  for (const i of shown) {
    if (glyphOf[i] === GLYPH.none) { dateless.push(i); continue; }
    if (glyphOf[i] === GLYPH.order) { bounded.push(i); continue; }
    const keys = laneKeys(state.lanes, i);
    if (!keys.length) nowhere.push(i);
    for (const k of keys) { const g = groups.get(k); if (g) g.push(i); else groups.set(k, [i]); }
  }
  const rest = [], sorted = [...groups].sort((a, b) => b[1].length - a[1].length || (laneLabel(state.lanes, a[0]) < laneLabel(state.lanes, b[0]) ? -1 : 1));
  const room = MAX_LANES - (nowhere.length ? 1 : 0) - (bounded.length ? 1 : 0);
  const kept = sorted.length > room ? sorted.slice(0, room - 1) : sorted;
  for (const [, list] of sorted.slice(kept.length)) rest.push(...list);
  /** @type {Lane[]} */
  if (state.lanes === 'class') kept.sort((a, b) => classRank(a[0]) - classRank(b[0]));
  const lanes = kept.map(([k, list]) => newLane(laneLabel(state.lanes, k), state.lanes === 'class' ? k : state.lanes === 'kind' ? data.kinds[k].class : '', list));
  if (rest.length) lanes.push(newLane(T.laneOther(sorted.length - kept.length), '', [...new Set(rest)].sort(inTime)));
  if (nowhere.length) lanes.push(newLane(T.laneNone[state.lanes], '', nowhere));
  if (bounded.length) lanes.push({ ...newLane(T.laneUndated, '', bounded), undated: true });
  return { lanes, dateless };
}

/** @param {string} label @param {string} group of kinds that all events belong to, "" when there is none @param {number[]} list @returns {Lane} */
function newLane(label, group, list) { return { label, group, events: list, undated: false, happened: null, disputed: null }; }

/** @param {number} a @param {number} b */
function inTime(a, b) { return anchorDay[a] - anchorDay[b] || a - b; }

/** @param {Lane} lane */
function laneHue(lane) { return lane.group ? classHue(lane.group) : colours.soft; }

/**
 * How many rows each lane gets: one each, then by size, never more than it has events.
 * @param {Lane[]} lanes @param {number} rows all rows there are
 * @returns {number[]}
 */
function shareRows(lanes, rows) {
  const share = lanes.map(l => Math.min(2, l.events.length));
  let left = rows - share.reduce((a, b) => a + b, 0);
  while (left > 0) {
    let best = -1, most = 0;
    lanes.forEach((l, k) => {
      if (share[k] >= l.events.length || share[k] >= (l.undated ? 3 : 14)) return;
      const need = Math.sqrt(l.events.length) / share[k];
      if (need > most) { most = need; best = k; }
    });
    if (best < 0) break;
    share[best]++; left--;
  }
  return share;
}
