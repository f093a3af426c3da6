// The time axis: small ticks with short names, and above them the month or year
// they belong to, which stays in view while any part of it is.

/** Years of a step that leaves at least px pixels between ticks. @param {number} perDay @param {number} px */
function yearStep(perDay, px) {
  for (const s of [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000]) if (s * 365 * perDay >= px) return s;
  return 10000;
}

/**
 * The ticks of a window, as [day, name, wide]; wide ones start a month or a year.
 * @param {number} t0 @param {number} t1 @param {number} perDay pixels a day
 * @returns {{small: [number, string][], large: [number, string][]}}
 */
function ticks(t0, t1, perDay) {
  const small = [], large = [];
  const months = step => {
    let [y, m] = dateOf(t0);
    m = Math.floor((m - 1) / step) * step;
    for (let d = dayOf(y, m + 1, 1); d <= t1; d = dayOf(y, m + 1, 1)) {
      small.push([d, T.monthsShort[m]]);
      m += step; if (m >= 12) { m -= 12; y++; }
    }
  };
  const years = (step, into, name = yearName) => {
    // There is no year 0: the round years before Christ are 400, 200, and those after 200, 400.
    for (let round = Math.floor(dateOf(t0)[0] / step) * step; ; round += step) {
      const y = round < 0 ? round + 1 : Math.max(1, round), d = dayOf(y, 1, 1);
      if (d > t1) break;
      into.push([d, name(y)]);
    }
  };
  if (perDay >= 5) { // days, over months
    const step = perDay >= 34 ? 1 : perDay >= 15 ? 2 : 7;
    for (let d = Math.floor(t0); d <= t1; d++) {
      const [, , n] = dateOf(d), week = ((d + 3) % 7 + 7) % 7;
      if (step === 7 ? week === 0 : step === 2 ? n % 2 === 1 && n < 31 : true) small.push([d, perDay >= 92 ? `${T.weekdays[week]} ${n}` : String(n)]);
    }
    let [y, m] = dateOf(t0);
    for (let d = dayOf(y, m, 1); d <= t1; d = dayOf(y, m, 1)) {
      large.push([d, `${T.months[m - 1]} ${yearName(y)}`]);
      if (++m > 12) { m = 1; y++; }
    }
  } else if (perDay * 30.4 >= 13) {
    months(perDay * 30.4 >= 36 ? 1 : 3);
    years(1, large);
  } else {
    years(yearStep(perDay, 46), small);
    if (perDay * 365 < 46) years(yearStep(perDay, 46) * 10, large, y => ''); // wider lines only
  }
  return { small, large };
}

const AXIS = 44; // height of the axis in pixels

/**
 * Draws the lines of the axis through a plot, and its names into a strip that
 * stays on the screen when the lanes are scrolled.
 * @param {Pen} pen @param {Pen} strip @param {{x: number, y: number, width: number, height: number}} plot @param {number} t0 @param {number} t1
 */
function drawAxis(pen, strip, plot, t0, t1) {
  const perDay = plot.width / (t1 - t0), X = d => plot.x + (d - t0) * perDay;
  const { small, large } = ticks(t0, t1, perDay), right = plot.x + plot.width, bottom = plot.y + plot.height;
  const faint = pen.stroke(2, colours.line, 1), strong = pen.stroke(3, colours.line, 1.6);
  const tick = strip.stroke(2, colours.line, 1), bar = strip.stroke(3, colours.line, 1.6);
  let last = -Infinity;
  for (const [d, name] of small) {
    const x = X(d);
    if (x < plot.x - 0.5 || x > right) continue;
    line(faint, x, plot.y, x, bottom);
    line(tick, x, AXIS - 6, x, AXIS);
    const w = textWidth(name, 12);
    if (x + 3 > last && x + 3 + w <= right) { strip.words.push({ x: x + 3, y: AXIS - 11, text: name, size: 12, fill: colours.soft }); last = x + 3 + w + 6; }
  }
  large.forEach(([d, name], k) => {
    const x = X(d), next = k + 1 < large.length ? X(large[k + 1][0]) : right;
    if (x >= plot.x && x <= right) { line(strong, x, plot.y, x, bottom); line(bar, x, 8, x, AXIS); }
    // The name stays in view while its month or year does.
    const at = Math.max(x, plot.x), room = Math.min(next, right) - at - 8;
    // Half a name would mislead.
    if (name && textWidth(name, 13, true) <= room) strip.words.push({ x: at + 4, y: AXIS - 27, text: name, size: 13, bold: true, fill: colours.ink });
  });
  line(strip.stroke(3, colours.soft, 1), plot.x, AXIS - 0.5, right, AXIS - 0.5);
}
