// What is counted before and after an event, and what chance would give.

const SHUFFLES = 500, SEED = 20201, NEAR_DAYS = 3, FOLLOW_ROWS = 11;

/**
 * A row of counts: of each day from -days to days, of what is reported as having happened and of all else, and the bounds
 * that chance keeps to: of each day, before, and after.
 * @typedef {{label: string, value: number, happened: Int32Array, other: Int32Array, before: number, after: number, high: Int32Array|null, chance: {before: [number, number], after: [number, number]}|null}} FollowRow
 */

/** A number from 0 to below 1 at each call, always the same ones (mulberry32, T. Ettinger, 2017). @param {number} seed */
function numbersFrom(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The day of an event, NaN where no text dates it to within NEAR_DAYS. @param {number} i */
function followDay(i) { return happenedLast[i] - happenedFirst[i] < NEAR_DAYS ? Math.floor((happenedFirst[i] + happenedLast[i]) / 2) : NaN; }

/**
 * Counts the events under the filter around an event, by row. The dates of what is reported as having happened are shuffled
 * among these events, so that how busy the days were stays as it was, and which row an event is of falls as chance will.
 * @param {number} centre @param {number} days @param {string} by
 */
function countAround(centre, days, by) {
  const facet = facetOf[by](), of = i => facet.starts ? Array.from(facet.values.subarray(facet.starts[i], facet.starts[i + 1])) : [facet.values[i]];
  const day0 = followDay(centre), dated = [], near = [];
  let vague = 0;
  for (const i of shown) {
    if (i === centre || isRejected(i)) continue;
    const d = followDay(i);
    if (d !== d) { vague++; continue; }
    if (hasHappened[i]) dated.push(i);
    if (Math.abs(d - day0) <= days) near.push(i);
  }
  const sizes = new Int32Array(facet.size);
  for (const i of near) for (const v of of(i)) sizes[v]++;
  const kept = Array.from(sizes.keys()).filter(v => sizes[v]).sort((a, b) => sizes[b] - sizes[a] || a - b).slice(0, FOLLOW_ROWS), rowOf = new Int32Array(facet.size).fill(-1);
  kept.forEach((v, k) => { rowOf[v] = k; });
  const rows = [emptyRow(T.follow.total, -1, days), ...kept.map(v => emptyRow(facet.label(v), v, days))];
  const eachRow = (i, f) => {
    f(0);
    for (let j = facet.starts ? facet.starts[i] : i, end = facet.starts ? facet.starts[i + 1] : i + 1; j < end; j++) if (rowOf[facet.values[j]] >= 0) f(rowOf[facet.values[j]] + 1);
  };
  const slots = []; // the days, counted from -days, that shuffled dates can put an event on
  for (const i of near) {
    const at = followDay(i) - day0 + days;
    if (hasHappened[i]) slots.push(at);
    eachRow(i, k => {
      rows[k][hasHappened[i] ? 'happened' : 'other'][at]++;
      if (hasHappened[i] && at < days) rows[k].before++; else if (hasHappened[i] && at > days) rows[k].after++;
    });
  }
  const shuffles = shuffleDates(rows, slots, dated, eachRow, days);
  return { rows, shuffles, day0, counted: dated.length, vague, near, of };
}

/** @param {string} label @param {number} value @param {number} days @returns {FollowRow} */
function emptyRow(label, value, days) { return { label, value, happened: new Int32Array(2 * days + 1), other: new Int32Array(2 * days + 1), before: 0, after: 0, high: null, chance: null }; }

/**
 * Fills the bounds of chance of each row but the first, whose sum no shuffle changes; returns how often it shuffled, 0 where there is too little to shuffle.
 * @param {FollowRow[]} rows @param {number[]} slots @param {number[]} pool @param {(i: number, f: (row: number) => void) => void} eachRow @param {number} days
 */
function shuffleDates(rows, slots, pool, eachRow, days) {
  if (slots.length < 2 || pool.length < 10) return 0;
  const next = numbersFrom(SEED), order = Int32Array.from(pool), wide = 2 * days + 1, runs = Math.max(60, Math.min(SHUFFLES, Math.floor(2e6 / slots.length)));
  const sums = rows.map(() => ({ before: new Int32Array(runs), after: new Int32Array(runs), day: new Uint16Array(runs * wide) }));
  for (let s = 0; s < runs; s++) {
    for (let k = 0; k < slots.length; k++) { // which event of all stands on this day: the first steps of a shuffle (R. Durstenfeld, 1964)
      const at = slots[k], j = k + Math.floor(next() * (order.length - k)), t = order[k];
      order[k] = order[j]; order[j] = t;
      eachRow(order[k], r => {
        if (at < days) sums[r].before[s]++; else if (at > days) sums[r].after[s]++;
        sums[r].day[at * runs + s]++;
      });
    }
  }
  const bounds = list => { list.sort(); return /** @type {[number, number]} */ ([list[Math.floor(0.05 * (runs - 1))], list[Math.ceil(0.95 * (runs - 1))]]); };
  rows.forEach((row, r) => {
    if (r === 0) return;
    row.chance = { before: bounds(sums[r].before), after: bounds(sums[r].after) };
    row.high = Int32Array.from({ length: wide }, (_, at) => bounds(sums[r].day.subarray(at * runs, (at + 1) * runs))[1]);
  });
  return runs;
}

/** How a count stands to chance: above, below or within. @param {number} n @param {[number, number]} bounds */
function beyond(n, [lo, hi]) { return n > hi ? 'more' : n < lo ? 'fewer' : 'within'; }
