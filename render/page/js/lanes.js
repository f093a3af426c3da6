// Lanes: the events under the filter, grouped by one property. An event stands
// in every lane it belongs to; small lanes share one at the end.

const MAX_LANES = 12;

/** @typedef {{label: string, group: string, events: Int32Array, undated: boolean, happened: Int32Array|null, disputed: Int32Array|null, long: Int32Array|null}} Lane group is of kinds, and "" when the events may be of several */

/**
 * The lanes of the events shown, groups of kinds in their fixed order and other
 * lanes by size, each in order of time, and the events without any date.
 * @returns {{lanes: Lane[], dateless: number[]}}
 */
function makeLanes() {
  const by = state.lanes, { starts, values, size, label } = facetOf[by](), counts = new Int32Array(size), dateless = [], bounded = [], nowhere = [];
  const placed = new Int32Array(shown.length);
  let n = 0;
  for (let k = 0; k < shown.length; k++) {
    const i = shown[k], glyph = glyphOf[i];
    if (glyph === GLYPH.none) { dateless.push(i); continue; }
    if (glyph === GLYPH.order) { bounded.push(i); continue; }
    placed[n++] = i;
    if (!starts) counts[values[i]]++;
    else if (starts[i] === starts[i + 1]) nowhere.push(i);
    else for (let j = starts[i]; j < starts[i + 1]; j++) counts[values[j]]++;
  }
  const room = MAX_LANES - (nowhere.length ? 1 : 0) - (bounded.length ? 1 : 0);
  const sorted = Array.from(counts.keys()).filter(v => counts[v]).sort((a, b) => counts[b] - counts[a] || a - b);
  const kept = sorted.length > room ? sorted.slice(0, room - 1) : sorted, rest = sorted.length - kept.length;
  if (by === 'class') kept.sort((a, b) => a - b);
  const laneOf = new Int32Array(size).fill(kept.length); // the lane of the others
  kept.forEach((v, k) => { laneOf[v] = k; });
  const lists = kept.map(v => new Int32Array(counts[v])), filled = new Int32Array(kept.length), others = [];
  for (let k = 0; k < n; k++) {
    const i = placed[k];
    let other = false;
    for (let j = starts ? starts[i] : i, end = starts ? starts[i + 1] : i + 1; j < end; j++) {
      const l = laneOf[values[j]];
      if (l < kept.length) lists[l][filled[l]++] = i; else other = true;
    }
    if (other) others.push(i);
  }
  const group = v => by === 'class' ? classes()[v] : by === 'kind' ? data.kinds[v].class : '';
  const lanes = kept.map((v, k) => newLane(label(v), group(v), lists[k]));
  if (rest) lanes.push(newLane(T.laneOther(rest), '', Int32Array.from(others)));
  if (nowhere.length) lanes.push(newLane(T.laneNone[by], '', Int32Array.from(nowhere)));
  if (bounded.length) lanes.push({ ...newLane(T.laneUndated, '', Int32Array.from(bounded)), undated: true });
  return { lanes, dateless };
}

/** @param {string} label @param {string} group @param {Int32Array} list @returns {Lane} */
function newLane(label, group, list) { return { label, group, events: list, undated: false, happened: null, disputed: null, long: null }; }

/** @param {Lane} lane */
function laneHue(lane) { return lane.group ? classHue(lane.group) : colours.soft; }

const LONG_DAYS = 200;
/**
 * The events of a lane that may reach into a window. Those without a beginning or an end are drawn at the day that is known.
 * @param {Lane} lane @param {number} from @param {number} to @param {number} slack days that the arrow of an open end takes @returns {number[]}
 */
function reaching(lane, from, to, slack) {
  const reach = i => lastDay[i] - firstDay[i] >= 0 ? firstDay[i] <= to && lastDay[i] >= from : anchorDay[i] <= to + slack && anchorDay[i] >= from - slack;
  // Those far longer than others are looked at one by one.
  if (!lane.long) lane.long = lane.events.filter(i => lastDay[i] - firstDay[i] >= 2 * LONG_DAYS);
  const list = Array.from(lane.long).filter(reach), margin = Math.max(LONG_DAYS, slack);
  for (let k = firstAt(lane.events, from - margin), end = firstAt(lane.events, to + margin + 1); k < end; k++) {
    const i = lane.events[k];
    if (!(lastDay[i] - firstDay[i] >= 2 * LONG_DAYS) && reach(i)) list.push(i);
  }
  return list;
}

/**
 * How many rows each lane gets: one each, then by the events it has in view, never more than these.
 * @param {Lane[]} lanes @param {number[]} counts events in view @param {number} rows all rows there are
 * @returns {number[]}
 */
function shareRows(lanes, counts, rows) {
  const share = counts.map(n => Math.max(1, Math.min(2, n)));
  let left = rows - share.reduce((a, b) => a + b, 0);
  while (left > 0) {
    let best = -1, most = 0;
    lanes.forEach((l, k) => {
      if (share[k] >= counts[k] || share[k] >= (l.undated ? 3 : 14)) return;
      const need = Math.sqrt(counts[k]) / share[k];
      if (need > most) { most = need; best = k; }
    });
    if (best < 0) break;
    share[best]++; left--;
  }
  return share;
}

/** Draws the ground, the name and the size of each lane. @param {typeof chronology} view @param {Pen} pen @param {{x: number, y: number, width: number}} plot */
function drawLanes(view, pen, plot) {
  let y = plot.y;
  view.lanes.forEach((lane, k) => {
    const height = view.laneHeight(k);
    if (k % 2 === 1) rect(pen.fill(1, colours.band), view.narrow ? 0 : 0, y, plot.x + plot.width, height);
    const count = T.number(lane.events.length), w = textWidth(count, 12);
    if (view.narrow) {
      laneBar(pen, lane, plot.x, y + 6, 11);
      pen.words.push({ x: plot.x + 8, y: y + 12, text: cut(lane.label, 12, plot.width - 50, true), size: 12, bold: true, fill: colours.ink, halo: k % 2 ? colours.band : colours.paper });
      pen.words.push({ x: plot.x + plot.width, y: y + 12, text: count, size: 12, fill: colours.soft, align: 'right' });
    } else {
      laneBar(pen, lane, 0, y + 7, height - 14);
      wrap(lane.label, 13, plot.x - 40 - w, Math.max(1, Math.floor((height - 6) / 16)), true).forEach((text, n) =>
        pen.words.push({ x: 11, y: y + 5 + ROW / 2 + n * 16, text, size: 13, bold: true, fill: colours.ink }));
      pen.words.push({ x: plot.x - 16, y: y + 5 + ROW / 2, text: count, size: 12, fill: colours.soft, align: 'right' });
    }
    y += height;
  });
  if (!view.lanes.length) pen.words.push({ x: plot.x + plot.width / 2, y: plot.y + 40, text: T.none, size: 14, fill: colours.soft, align: 'center' });
}

/** The hue of a lane, as a broken bar where another lane has the same. @param {Pen} pen @param {Lane} lane @param {number} x @param {number} y @param {number} height */
function laneBar(pen, lane, x, y, height) {
  if (!lane.group || !classBroken(lane.group)) rect(pen.fill(4, laneHue(lane)), x, y, 3, height);
  else for (let s = 0; s < height; s += 6) rect(pen.fill(4, laneHue(lane)), x, y + s, 3, Math.min(3, height - s));
}
