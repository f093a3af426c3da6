// What of the graph is drawn: events within some steps, all that have links, or a path.

/** @param {number} centre @param {number} steps @param {(l: number) => boolean} here @param {number} most @returns {{nodes: number[], farther: number}} */
function eventsAround(centre, steps, here, most) {
  const found = new Set([centre]), farther = new Set();
  let ring = [centre];
  for (let s = 0; s < steps; s++) {
    const next = [];
    for (const i of ring) {
      for (const l of linksOf()(i).map(x => x[0]).filter(here).sort((a, b) => STRENGTH[basisName(a)] - STRENGTH[basisName(b)])) {
        const other = links.from[l] === i ? links.to[l] : links.from[l];
        if (found.has(other) || !shownSet[other]) continue;
        if (found.size < most) { found.add(other); next.push(other); } else farther.add(other);
      }
    }
    ring = next;
  }
  return { nodes: [...found], farther: farther.size };
}

/** The events that match the filter and have links, the weightiest first where they are too many. @param {(l: number) => boolean} here @param {number} most */
function linkedEvents(here, most) {
  const linked = new Uint8Array(eventCount);
  for (let l = 0; l < links.from.length; l++) if (here(l) && shownSet[links.from[l]] && shownSet[links.to[l]]) linked[links.from[l]] = linked[links.to[l]] = 1;
  let nodes = shown.length <= 60 ? Array.from(shown) : Array.from(shown.filter(i => linked[i]));
  const farther = Math.max(0, nodes.length - most);
  if (farther) nodes = nodes.sort((a, b) => events.weight[b] - events.weight[a] || a - b).slice(0, most);
  return { nodes, farther };
}

/** The links between some events, in order. @param {number[]} nodes @param {(l: number) => boolean} here */
function linksBetween(nodes, here) {
  const inside = new Uint8Array(eventCount), list = [];
  for (const i of nodes) inside[i] = 1;
  for (let l = 0; l < links.from.length; l++) if (inside[links.from[l]] && inside[links.to[l]] && here(l)) list.push(l);
  return list;
}

// What a step costs: what a text states comes before what events have in common, and that before what dates alone give.
const STEP_COST = { stated: 1, ordered: 1, near: 3, derived: 6 };

/**
 * The links of the shortest path between two events; empty when there is none (E. W. Dijkstra, 1959).
 * @param {number} from @param {number} to @param {(l: number) => boolean} here @returns {number[]}
 */
function shortestPath(from, to, here) {
  const cost = new Map([[from, 0]]), by = new Map(), done = new Set(), buckets = [[from]];
  for (let c = 0; c < buckets.length; c++) {
    for (const i of buckets[c] || []) {
      if (done.has(i) || cost.get(i) !== c) continue;
      done.add(i);
      if (i === to) break;
      for (const [l] of linksOf()(i)) {
        if (!here(l)) continue;
        const other = links.from[l] === i ? links.to[l] : links.from[l], sum = c + (STEP_COST[basisName(l)] || 6);
        if (done.has(other) || cost.has(other) && cost.get(other) <= sum) continue;
        cost.set(other, sum); by.set(other, l);
        (buckets[sum] = buckets[sum] || []).push(other);
      }
    }
    if (done.has(to)) break;
  }
  const path = [];
  for (let i = to; i !== from && by.has(i);) { const l = by.get(i); path.unshift(l); i = links.from[l] === i ? links.to[l] : links.from[l]; }
  return done.has(to) ? path : [];
}

/** @typedef {{x: number[], y: number[], rows: {name: string, y: number}[], columns: {x: number, name: string}[], width: number, height: number}} Spread */

const PITCH = 46, LEFT = 122, HEAD = 30, TAIL_ROOM = 46;

/**
 * Places nodes in columns by time and rows by group, close together: the empty stretches of the whole layout are taken
 * out, and a column is never wider than a label needs.
 * @param {number[]} nodes in order of time @param {number} width @returns {Spread}
 */
function spreadNodes(nodes, width) {
  const xs = [...new Set(nodes.map(i => links.x[i]))].sort((a, b) => a - b), narrow = width < 620, left = narrow ? 48 : LEFT;
  const gap = Math.max(nodes.length > 60 ? 5 : 34, Math.min(172, (width - left - 90) / Math.max(1, xs.length - 1)));
  const X = new Map();
  let x = left;
  xs.forEach((v, k) => { if (k) x += gap * Math.min(1.6, Math.max(1, Math.log2(1 + (v - xs[k - 1]) / 40))); X.set(v, x); });
  const wide = x + 90, squeeze = nodes.length <= 60 && wide > width ? Math.max(0.35, (width - 90 - left) / (x - left || 1)) : 1;
  const groups = [...new Set(nodes.map(classOf))].sort((a, b) => classRank(a) - classRank(b)), Y = new Map(), rows = [];
  let y = HEAD + 20;
  for (const g of groups) {
    rows.push({ name: groupName(g), y });
    const levels = [...new Set(nodes.filter(i => classOf(i) === g).map(i => links.y[i]))].sort((a, b) => a - b);
    for (const level of levels) { Y.set(`${g}|${level}`, y); y += nodes.length > 300 ? 12 : nodes.length > 60 ? 24 : PITCH; }
  }
  const place = v => left + (X.get(v) - left) * squeeze, last = nodes.length && Math.max(...xs.map(place));
  const members = new Map(xs.map(v => [v, []]));
  for (const i of nodes) members.get(links.x[i]).push(i);
  const columns = xs.map(v => ({ x: place(v), name: columnName(members.get(v)) }));
  return { x: nodes.map(i => place(links.x[i])), y: nodes.map(i => Y.get(`${classOf(i)}|${links.y[i]}`)), rows, columns, width: Math.max(last + 90, left + 90), height: y + TAIL_ROOM - 20 };
}

/** The date that the events of a column have in common, no more exact than theirs. @param {number[]} list */
function columnName(list) {
  const first = happenedFirst[list[0]], words = dateWords(list[0]);
  if (list.every(i => dateWords(i) === words)) return first === happenedLast[list[0]] ? dayName(first) : cut(words, 12, 130) || words.slice(0, 12);
  if (list.every(i => happenedFirst[i] === first)) return list.every(i => happenedLast[i] === first) ? dayName(first) : T.net.from(dayName(first));
  return list.every(i => happenedAnchor[i] !== happenedAnchor[i]) ? T.net.undated : '';
}
