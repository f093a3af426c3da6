// Many events at once: bars that count them in equal stretches of the calendar.

/** First day of the stretch that holds a day. @type {Record<string, {per: string, days: number, start: (d: number) => number, next: (d: number) => number, name: (d: number) => string}>} */
const stretches = {
  day: { per: 'day', days: 1, start: d => Math.floor(d), next: d => d + 1, name: d => dayName(d) },
  week: { per: 'week', days: 7, start: d => Math.floor(d) - ((Math.floor(d) + 3) % 7 + 7) % 7, next: d => d + 7, name: d => rangeName(d, d + 6) },
  month: { per: 'month', days: 30.4, start: d => { const [y, m] = dateOf(d); return dayOf(y, m, 1); }, next: d => { const [y, m] = dateOf(d); return m === 12 ? dayOf(y + 1, 1, 1) : dayOf(y, m + 1, 1); }, name: d => { const [y, m] = dateOf(d); return `${T.months[m - 1]} ${yearName(y)}`; } },
  quarter: { per: 'quarter', days: 91.3, start: d => { const [y, m] = dateOf(d); return dayOf(y, m - (m - 1) % 3, 1); }, next: d => { const [y, m] = dateOf(d); return m >= 10 ? dayOf(y + 1, 1, 1) : dayOf(y, m + 3, 1); }, name: d => { const [y, m] = dateOf(d); return `${T.monthsShort[m - 1]}–${T.monthsShort[m + 1]} ${yearName(y)}`; } },
};
/** @param {number} n */
function yearsStretch(n) {
  return {
    per: n === 1 ? 'year' : 'years', days: 365.25 * n, start: d => dayOf(Math.floor(dateOf(d)[0] / n) * n, 1, 1), next: d => dayOf(dateOf(d)[0] + n, 1, 1),
    name: d => n === 1 ? yearName(dateOf(d)[0]) : `${yearName(dateOf(d)[0])} – ${yearName(dateOf(d)[0] + n - 1)}`,
  };
}

/** The shortest stretch of at least px pixels. @param {number} perDay @param {number} px */
function stretchFor(perDay, px) {
  for (const name of ['day', 'week', 'month', 'quarter']) if (stretches[name].days * perDay >= px) return stretches[name];
  return yearsStretch(yearStep(perDay, px));
}

/** The index of the first of a lane's events at or after a day. @param {ArrayLike<number>} list @param {number} day */
function firstAt(list, day) {
  let lo = 0, hi = list.length;
  while (lo < hi) { const mid = (lo + hi) >> 1; if (anchorDay[list[mid]] < day) lo = mid + 1; else hi = mid; }
  return lo;
}

/** Running sums over a lane, so that a bar costs the same whatever it counts. @param {Lane} lane */
function prepareSums(lane) {
  if (lane.happened) return;
  const n = lane.events.length, happened = new Int32Array(n + 1), disputed = new Int32Array(n + 1);
  for (let k = 0; k < n; k++) {
    happened[k + 1] = happened[k] + hasHappened[lane.events[k]];
    disputed[k + 1] = disputed[k] + isDisputed[lane.events[k]];
  }
  lane.happened = happened; lane.disputed = disputed;
}

/**
 * The bars of a lane within a window.
 * @param {Lane} lane @param {number} t0 @param {number} t1 @param {ReturnType<typeof stretchFor>} stretch
 * @returns {{a: number, b: number, n: number, happened: number, disputed: number}[]}
 */
function binsOf(lane, t0, t1, stretch) {
  prepareSums(lane);
  const list = [];
  for (let a = stretch.start(t0), k = firstAt(lane.events, a); a < t1 && k < lane.events.length;) {
    const b = stretch.next(a), end = firstAt(lane.events, b);
    if (end > k) list.push({ a, b, n: end - k, happened: lane.happened[end] - lane.happened[k], disputed: lane.disputed[end] - lane.disputed[k] });
    a = b; k = end;
  }
  return list;
}

/**
 * Draws a bar: the filled part has happened, the outlined part is only alleged,
 * denied, demanded or planned, the hatched part is disputed.
 * @param {Pen} pen
 */
function drawBin(pen, x, bottom, w, height, bin, hue) {
  const done = height * bin.happened / bin.n, hatched = height * bin.disputed / bin.n;
  if (done > 0) rect(pen.fill(10, hue), x, bottom - done, w, done);
  if (height - done > 0.5) { rect(pen.fill(9, tint(hue, 0.12)), x, bottom - height, w, height - done); rect(pen.stroke(11, hue, 1), x + 0.5, bottom - height + 0.5, Math.max(0.5, w - 1), height - done); }
  if (hatched > 1) hatch(pen.stroke(12, colours.paper, 1), x, bottom - hatched, w, hatched, 4);
}

/**
 * Says how many the highest bar of a lane counts, above it or, where that is the lane's own end, beside it.
 * @param {Pen} pen @param {{n: number, x0: number, x1: number, y: number}} peak @param {number} top of the room for bars @param {number} right end of the plot @param {string} ground
 */
function namePeak(pen, peak, top, right, ground) {
  const text = T.number(peak.n), w = textWidth(text, 12), middle = (peak.x0 + peak.x1) / 2;
  if (peak.y - top >= 17) pen.words.push({ x: Math.min(middle - w / 2, right - w), y: peak.y - 8, text, size: 12, fill: colours.soft });
  else if (peak.x1 + 4 + w < right) pen.words.push({ x: peak.x1 + 4, y: peak.y + 7, text, size: 12, fill: colours.soft, halo: ground });
  else pen.words.push({ x: peak.x0 - 4, y: peak.y + 7, text, size: 12, fill: colours.soft, align: 'right', halo: ground });
}

/** Draws the lanes whose events are counted. @param {typeof chronology} view @param {Pen} pen @param {{x: number, y: number, width: number, height: number}} plot @param {number} t0 @param {number} t1 @param {number} perDay */
function drawBins(view, pen, plot, t0, t1, perDay) {
  const stretch = stretchFor(perDay, 7), X = d => plot.x + (d - t0) * perDay, right = plot.x + plot.width;
  if (!view.binned.includes(true)) return;
  const all = view.lanes.map((lane, k) => view.binned[k] ? binsOf(lane, t0, t1, stretch) : []);
  let most = 1;
  for (const bins of all) for (const b of bins) if (b.n > most) most = b.n;
  let top = plot.y;
  view.lanes.forEach((lane, k) => {
    if (!view.binned[k]) { top += view.laneHeight(k); return; }
    const hue = laneHue(lane), full = view.rowsHeight(k) - 8 - (view.narrow ? 20 : 0), bottom = top + view.rowsHeight(k) - 2;
    let peak = null;
    for (const b of all[k]) {
      const x0 = Math.max(plot.x, X(b.a)), x1 = Math.min(right, X(b.b)), w = Math.max(1, x1 - x0 - 1);
      if (x1 <= x0) continue;
      const height = Math.max(2, full * Math.sqrt(b.n / most));
      drawBin(pen, x0, bottom, w, height, b, hue);
      if (!peak || b.n > peak.n) peak = { n: b.n, x0, x1, y: bottom - height };
      view.areas.push({ x0, x1, y0: top, y1: bottom, a: b.a, b: b.b, tip: () => [h('strong', null, lane.label), h('div', null, T.bin(b.n, stretch.name(b.a))),
        b.disputed > 0 && h('div', { class: 'tip-sign' }, T.binDisputed(b.disputed)), b.n > b.happened && h('div', null, T.binOther(b.n - b.happened)), h('div', { class: 'tip-date' }, T.binOpen)] });
    }
    line(pen.stroke(3, colours.line, 1), plot.x, bottom + 0.5, right, bottom + 0.5);
    if (peak) namePeak(pen, peak, top + (view.narrow ? 20 : 0), right, k % 2 ? colours.band : colours.paper);
    if (state.event >= 0 && lane.events.includes(state.event) && anchorDay[state.event] >= t0 && anchorDay[state.event] <= t1) drawRing(pen, X(anchorDay[state.event]), bottom - 8);
    top += view.laneHeight(k);
  });
}
