// Small drawings whose lengths along one direction are percent of their width,
// so that nothing needs to be measured and letters keep their size.

const LOG_FROM = 20; // the greatest of some counts by the least, from which their line is logarithmic

/**
 * A line of counts from nothing, or of powers of ten where counts differ by far.
 * @param {number[]} counts @returns {{at: (n: number) => number, ticks: [number, string][], log: boolean}} at is in percent
 */
function countScale(counts) {
  const most = Math.max(1, ...counts), least = Math.min(...counts.filter(n => n > 0), most), words = n => T.number(n);
  if (most / least >= LOG_FROM) {
    const lo = Math.floor(Math.log10(least)), hi = Math.max(lo + 1, Math.ceil(Math.log10(most) - 1e-9)), ticks = [];
    for (let p = lo; p <= hi; p++) ticks.push([10 ** p, words(10 ** p)]);
    return { at: n => 3 + 91 * Math.max(0, (Math.log10(Math.max(n, 10 ** lo)) - lo) / (hi - lo)), ticks, log: true };
  }
  const step = niceStep(most / 3), end = Math.ceil(most / step) * step, ticks = [];
  for (let n = 0; n <= end + step / 2; n += step) ticks.push([n, words(n)]);
  return { at: n => 3 + 91 * n / end, ticks, log: false };
}

/** The least of 1, 2 and 5 times a power of ten that is not below v. @param {number} v */
function niceStep(v) {
  if (v <= 1) return 1;
  const ten = 10 ** Math.floor(Math.log10(v));
  return [1, 2, 5, 10].find(m => m * ten >= v) * ten;
}

/** A line of days, and the names of a few of them. @param {number} first @param {number} last @param {number} [most] names @returns {{at: (day: number) => number, ticks: [number, string][]}} at is in percent */
function dayScale(first, last, most = 4) {
  const pad = Math.max(0.5, (last - first) * 0.04), a = first - pad, b = last + 1 + pad, all = ticks(a, b, 640 / (b - a)), named = new Map();
  const year = d => yearName(dateOf(d)[0]), list = all.small.length >= 2 ? all.small : all.large;
  for (const [d] of list) if (d >= a && d <= b) named.set(d, b - a > 1200 ? year(d) : b - a > 90 ? `${T.monthsShort[dateOf(d)[1] - 1]} ${year(d)}` : dayName(d));
  const step = Math.max(1, Math.ceil(named.size / most));
  return { at: d => (d - a) / (b - a) * 100, ticks: [...named].filter((_, k) => k % step === 0) };
}

/** A group of shapes in pixels about a point given in percent and pixels. @param {number} x percent @param {number} y @param {...any} shapes */
function spot(x, y, ...shapes) { return svg('svg', { x: `${x}%`, y, width: 1, height: 1, class: 'spot' }, shapes); }

/** The names of a line's ticks, those too near an earlier one left out. @param {[number, string][]} ticks @param {(n: number) => number} at @param {number} y @param {number} [room] least width of the drawing in pixels */
function tickNames(ticks, at, y, room = NARROWEST) {
  let last = -Infinity;
  return ticks.map(([n, name]) => {
    const x = at(n), half = name.length * 7 / room * 50;
    const mark = svg('line', { x1: `${x}%`, x2: `${x}%`, y1: y - 14, y2: y - 10, class: 'tick' });
    if (x - half < last || x + half > 101) return mark;
    last = x + half + 1;
    return [mark, svg('text', { x: `${x}%`, y, class: 'name', 'text-anchor': x - half < 0 ? 'start' : 'middle' }, name)];
  });
}
const NARROWEST = 300; // pixels of the narrowest drawing that names are placed for

/** A small arrow's head that points along x, to the right unless back. @param {boolean} [back] */
function arrowHead(back = false) { return svg('path', { d: back ? 'M5,-4L-1,0L5,4' : 'M-5,-4L1,0L-5,4', class: 'line' }); }
