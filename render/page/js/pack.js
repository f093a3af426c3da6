// Placing marks and labels of a lane on rows so that nothing overlaps. Weightier
// events choose first; what finds no row is counted in "+N".

const ROW = 21, GAP = 5, LABEL = 12;

/**
 * @typedef {{i: number, row: number, at: ReturnType<typeof extentOf>, limit: number}} Placed at and limit are in pixels from day 0 of the packing
 * @typedef {{placed: Placed[], over: {x: number, events: number[]}[], rows: number}} Packing
 */

/** What is written beside a mark. @param {number} i */
function markLabel(i) {
  return hasHappened[i] ? labelOf(i) : `${modalityName(modalityOf(i))}: ${labelOf(i)}`;
}

/** @param {number} a @param {number} b */
function byPriority(a, b) {
  return (b === state.event ? 1 : 0) - (a === state.event ? 1 : 0) || events.weight[b] - events.weight[a] || events.accounts[b] - events.accounts[a] || a - b;
}

/**
 * Packs events into rows.
 * @param {number[]} list @param {number} rows @param {(day: number) => number} X @param {number} longest widest label
 * @returns {Packing}
 */
function packLane(list, rows, X, longest) {
  const [first, rest] = weightiest(list, rows * 60);
  first.sort(byPriority);
  let result = packInto(first, rest, rows, X, longest);
  // "+N" needs a row of its own.
  if (result.over.length && rows > 1) { result = packInto(first, rest, rows - 1, X, longest); result.rows = rows; }
  return result;
}

/** The events that have a chance of a place, and the rest. @param {number[]} list @param {number} most @returns {[number[], number[]]} */
function weightiest(list, most) {
  if (list.length <= most) return [list.slice(), []];
  const least = Float32Array.from(list, i => events.weight[i]).sort()[list.length - most], first = [], rest = [];
  for (const i of list) (i === state.event || events.weight[i] >= least && first.length < most ? first : rest).push(i);
  return [first, rest];
}

/** @param {number[]} order those that look for a place @param {number[]} rest those that are only counted @returns {Packing} */
function packInto(order, rest, rows, X, longest) {
  /** @type {Placed[][]} each in order from left to right */
  const taken = Array.from({ length: rows }, () => []);
  const end = new Map(), over = new Map();
  const place = (i, at, right) => {
    for (let row = 0; row < rows; row++) {
      const line = taken[row];
      let lo = 0, hi = line.length;
      while (lo < hi) { const mid = (lo + hi) >> 1; if (line[mid].at.l < at.l) lo = mid + 1; else hi = mid; }
      if (lo > 0 && end.get(line[lo - 1]) + GAP > at.l) continue;
      if (lo < line.length && line[lo].at.l < right + GAP) continue;
      const p = { i, row, at, limit: Infinity };
      line.splice(lo, 0, p);
      end.set(p, right);
      return true;
    }
    return false;
  };
  const count = (i, at) => {
    const cell = Math.floor(at.cx / 34), o = over.get(cell);
    if (o) o.events.push(i); else over.set(cell, { x: cell * 34 + 17, events: [i] });
  };
  for (const i of order) {
    const at = extentOf(markOf(i), X), w = Math.min(longest, textWidth(markLabel(i), LABEL));
    if (!place(i, at, Math.max(at.r, at.label + w)) && !place(i, at, at.r)) count(i, at);
  }
  for (const i of rest) count(i, extentOf(markOf(i), X));
  const placed = [];
  for (const row of taken) row.forEach((p, k) => { p.limit = k + 1 < row.length ? row[k + 1].at.l - GAP : Infinity; placed.push(p); });
  return { placed, over: [...over.values()], rows };
}
