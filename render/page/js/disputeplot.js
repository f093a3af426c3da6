// How a dispute is drawn: counts on a line, dates as votes, everything else as a
// divided bar. A mark is a text with its copies; its shape is the side whose
// word it gives, where sides were declared. Colour says nothing.

const CROSS = 'M-3.5,-3.5L3.5,3.5M-3.5,3.5L3.5,-3.5';
const STACK = 6, STEP = 11; // marks over each other, and pixels between them

/** @param {number} i event @param {any} d */
function disputePlot(i, d) {
  const about = aboutOf(d), bounded = d.values.filter(v => v.low !== undefined || v.high !== undefined);
  if (about === 'date') return bounded.length === d.values.length ? votesPlot(d) : null;
  if (about === 'count') return bounded.length === d.values.length ? d.sort === 'revision' ? trailPlot(d) : countsPlot(i, d) : null;
  return dividedPlot(d);
}

/** The marks of the texts behind a value, over each other. @param {number} x percent @param {number} bottom @param {number[]} reports @param {boolean} [hollow] */
function stack(x, bottom, reports, hollow = false) {
  const texts = firstOfFamilies(reports), of = n => reports.filter(r => familyOf(r) === familyOf(n));
  return [texts.slice(0, STACK).map((n, k) => spot(x, bottom - 6 - k * STEP, sideMark(sideOfReports(of(n)), hollow))),
    texts.length > STACK && svg('text', { x: `${x}%`, y: bottom - 8 - STACK * STEP, class: 'name', 'text-anchor': 'middle' }, T.times(texts.length))];
}

/** A drawing as wide as there is room. @param {number} height @param {string} label what it shows, "" where the text beside it says so @param {...any} shapes */
function plotOf(height, label, ...shapes) { return svg('svg', { class: 'plot', height, width: '100%', role: label ? 'img' : null, 'aria-label': label || null, 'aria-hidden': label ? null : 'true' }, shapes); }

const heightOf = values => STEP * Math.min(STACK + 1, Math.max(...values.map(v => familiesOf(v.reports).size)));

/** Counts on a line from nothing, with the lowest and the highest of all accounts below. @param {number} i @param {any} d */
function countsPlot(i, d) {
  const figure = d.sort === 'conflict' ? detailOf(i).figures.find(f => measureWords(f).replace(', ', ' ') === T.measure(d.attribute)) : null;
  const earlier = d.sort === 'conflict' ? earlierValues(i, d) : [];
  const scale = countScale([...d.values.flatMap(v => [v.low, v.high]), ...earlier.map(v => v.low), ...(figure ? [figure.low, figure.high] : [])].filter(x => typeof x === 'number'));
  const base = heightOf(d.values) + 12, X = n => scale.at(n), hollow = d.sort === 'scope', bottom = base + (figure ? 30 : 18);
  return plotOf(bottom + 6, `${T.plotLabel[d.sort]}: ${amounts(d.values.map(v => v.value).join(', '))}`,
    svg('line', { x1: '3%', x2: '97%', y1: base, y2: base, class: 'rule' }),
    earlier.map(v => [svg('line', { x1: `${X(v.low)}%`, x2: `${X(nearest(v.low, d.values))}%`, y1: base - 6, y2: base - 6, class: 'trail' }), spot(X(v.low), base - 6, svg('path', { d: CROSS, class: 'line' }))]),
    d.values.map(v => [
      v.high !== undefined && v.high > v.low && [svg('line', { x1: `${X(v.low)}%`, x2: `${X(v.high)}%`, y1: base - 6, y2: base - 6, class: 'range' }), spot(X(v.high), base - 6, svg('path', { d: 'M0,-5V5', class: 'line' }))],
      v.high === undefined && spot(X(v.low), base - 6, svg('path', { d: 'M5,0H22', class: 'line' }), svg('g', { transform: 'translate(24,0)' }, arrowHead())),
      stack(X(v.low), base, v.reports, hollow)]),
    figure && lowBestHigh(figure, mostSaid(d), X, base + 10),
    tickNames(scale.ticks, scale.at, bottom));
}

/** The count that more texts claim than any other, null when there is none: a tie is not decided here. @param {any} d */
function mostSaid(d) {
  const list = d.values.map(v => [familiesOf(v.reports).size, v.low]).sort((a, b) => b[0] - a[0]);
  return list.length > 1 && list[0][0] > list[1][0] ? list[0][1] : null;
}

/** A bracket from the lowest to the highest count, with a mark at the one that most texts claim. @param {any} f @param {number|null} most @param {(n: number) => number} X @param {number} y */
function lowBestHigh(f, most, X, y) {
  const end = f.high === null ? Math.max(f.low, f.best || 0) : f.high;
  return [svg('line', { x1: `${X(f.low)}%`, x2: `${X(end)}%`, y1: y, y2: y, class: 'line' }),
    [f.low, ...(f.high === null ? [] : [end])].map(n => spot(X(n), y, svg('path', { d: 'M0,-4V4', class: 'line' }))),
    most !== null && spot(X(most), y, svg('path', { d: 'M0,-5L4,0L0,5L-4,0Z', class: 'best' }))];
}

/** Values that the same accounts gave before those of a dispute. @param {number} i @param {any} d */
function earlierValues(i, d) {
  const now = new Set(d.values.map(v => v.value));
  return detailOf(i).disputes.filter(x => x.sort === 'revision' && x.attribute === d.attribute).flatMap(x => x.values).filter(v => v.low !== undefined && !now.has(v.value));
}
/** @param {number} n @param {any[]} values */
function nearest(n, values) { return values.reduce((a, v) => Math.abs(v.low - n) < Math.abs(a - n) ? v.low : a, values[0].low); }

/** What one outlet said first and later: a row for each value, in order of publication. @param {any} d */
function trailPlot(d) {
  const scale = countScale(d.values.map(v => v.low)), X = v => scale.at(v.low), row = k => 10 + k * 16, bottom = row(d.values.length) + 14;
  return plotOf(bottom + 6, `${T.plotLabel.revision}: ${amounts(d.values.map(v => v.value).join(', '))}`,
    d.values.map((v, k) => k > 0 && svg('line', { x1: `${X(d.values[k - 1])}%`, x2: `${X(v)}%`, y1: row(k - 1), y2: row(k), class: 'trail' })),
    d.values.map((v, k) => [spot(X(v), row(k), sideMark(sideOfReports(v.reports), k < d.values.length - 1)),
      v.high === undefined && spot(X(v), row(k), svg('path', { d: 'M5,0H18', class: 'line' }), svg('g', { transform: 'translate(20,0)' }, arrowHead()))]),
    svg('line', { x1: '3%', x2: '97%', y1: bottom - 16, y2: bottom - 16, class: 'rule' }), tickNames(scale.ticks, scale.at, bottom));
}

/** Days as candidates, with a mark for each text that names them. @param {any} d */
function votesPlot(d) {
  const days = d.values.flatMap(v => [v.low, v.high]).filter(x => x !== undefined), scale = dayScale(Math.min(...days), Math.max(...days), 3), base = heightOf(d.values) + 12;
  return plotOf(base + 24, `${T.plotLabel.date}: ${d.values.map(v => v.value).join(', ')}`,
    svg('line', { x1: 0, x2: '100%', y1: base, y2: base, class: 'rule' }),
    d.values.map(v => {
      const a = v.low === undefined ? v.high : v.low, b = v.high === undefined ? v.low : v.high, x0 = scale.at(a), x1 = scale.at(b + 1), x = (x0 + x1) / 2;
      return [b > a && [svg('line', { x1: `${x0}%`, x2: `${x1}%`, y1: base - 6, y2: base - 6, class: 'line' }), [x0, x1].map(e => spot(e, base - 6, svg('path', { d: 'M0,-4V4', class: 'line' })))],
        v.low === undefined && spot(x, base - 6, svg('path', { d: 'M-5,0H-20', class: 'line' }), svg('g', { transform: 'translate(-22,0)' }, arrowHead(true))),
        v.high === undefined && spot(x, base - 6, svg('path', { d: 'M5,0H20', class: 'line' }), svg('g', { transform: 'translate(22,0)' }, arrowHead())),
        stack(x, base, v.reports)];
    }),
    tickNames(scale.ticks, d => scale.at(d), base + 18));
}

/** A bar divided by the number of texts behind each value; its parts have letters, and the list below tells them. @param {any} d */
function dividedPlot(d) {
  return h('div', { class: 'divided', 'aria-hidden': 'true' }, d.values.map((v, k) => {
    const part = h('span', { class: `part p${k % 4}` }, letterOf(k));
    part.style.flexGrow = String(Math.max(1, familiesOf(v.reports).size));
    return part;
  }));
}

/** How to read the drawings of a sort. @param {string} sort */
function disputeKey(sort) {
  const sample = (...shapes) => svg('svg', { class: 'plot', width: 40, height: 16, viewBox: '-8 -8 40 16', 'aria-hidden': 'true' }, shapes);
  const items = [[sample(sideMark(SIDED ? 0 : NO_SIDE)), SIDED ? T.plotKey.side : T.plotKey.text]];
  if (sort === 'conflict') items.push([sample(svg('path', { d: 'M-6,0H26', class: 'line' }), svg('path', { d: 'M-6,-4V4M26,-4V4', class: 'line' }), svg('path', { d: 'M10,-5L14,0L10,5L6,0Z', class: 'best' })), T.plotKey.best]);
  if (sort !== 'revision') items.push([sample(svg('path', { d: 'M5,0H24', class: 'line' }), svg('g', { transform: 'translate(26,0)' }, arrowHead()), svg('circle', { r: 4.6, class: 'solid' })), T.plotKey.least]);
  items.push([sample(svg('path', { d: 'M0,0H22', class: 'trail' }), sort === 'revision' ? sideMark(SIDED ? 0 : NO_SIDE, true) : svg('path', { d: CROSS, class: 'line' })), T.plotKey.earlier]);
  return h('ul', null, items.map(([mark, words]) => h('li', null, mark, h('span', null, words))));
}
