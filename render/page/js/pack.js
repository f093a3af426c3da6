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
  const order = list.slice().sort(byPriority);
  let result = packInto(order, rows, X, longest);
  // "+N" needs a row of its own.
  if (result.over.length && rows > 1) { result = packInto(order, rows - 1, X, longest); result.rows = rows; }
  return result;
}

/** @param {number[]} order @returns {Packing} */
function packInto(order, rows, X, longest) {
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
  for (const i of order) {
    const at = extentOf(markOf(i), X), w = Math.min(longest, textWidth(markLabel(i), LABEL));
    if (place(i, at, Math.max(at.r, at.label + w)) || place(i, at, at.r)) continue;
    const cell = Math.floor(at.cx / 34);
    const o = over.get(cell);
    if (o) o.events.push(i); else over.set(cell, { x: cell * 34 + 17, events: [i] });
  }
  const placed = [];
  for (const row of taken) row.forEach((p, k) => { p.limit = k + 1 < row.length ? row[k + 1].at.l - GAP : Infinity; placed.push(p); });
  return { placed, over: [...over.values()], rows };
}
