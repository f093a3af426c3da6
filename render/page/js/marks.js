// Marks with their labels, in the lanes that have room for them; what has no room
// is counted in "+N".

// More marks than this are not told apart, and fewer pixels than these make no room for a label.
const MOST_MARKS = 500, PER_MARK = 36;

/**
 * Chooses for each lane whether its events are counted or drawn, by how many there are to a pixel. Lanes that
 * are counted stay so until a fifth fewer are in view, so that nothing flickers. Returns how many are in view.
 * @param {typeof chronology} view @param {{width: number}} plot @param {number} t0 @param {number} t1
 */
function chooseLevels(view, plot, t0, t1) {
  let inView = 0, marks = 0;
  const counts = view.lanes.map(l => firstAt(l.events, t1) - firstAt(l.events, t0));
  view.binned = view.lanes.map((lane, k) => {
    inView += counts[k];
    const binned = !lane.undated && counts[k] > view.rows[k] * plot.width / PER_MARK * (view.binned[k] ? 0.8 : 1);
    if (!binned && !lane.undated) marks += counts[k];
    return binned;
  });
  // More marks than can be drawn at once: the fullest lanes are counted.
  for (const k of Array.from(counts.keys()).filter(n => !view.lanes[n].undated && !view.binned[n]).sort((a, b) => counts[b] - counts[a])) {
    if (marks <= MOST_MARKS) break;
    view.binned[k] = true; marks -= counts[k];
  }
  view.level = view.binned.includes(true) ? 'bins' : 'marks';
  return inView;
}

/** The packing of the lanes that are drawn, made anew when the scale has changed, or what is shown. @param {typeof chronology} view @param {number} t0 @param {number} t1 @param {number} perDay */
function packLanes(view, t0, t1, perDay) {
  const key = `${view.version}|${view.rows}|${view.binned}`, span = t1 - t0, p = view.packing;
  if (p && p.key === key && Math.abs(p.perDay / perDay - 1) < 1e-6 && p.from <= t0 && p.to >= t1) return p;
  const from = t0 - span / 2, to = t1 + span / 2, X = d => d * perDay, longest = Math.min(260, view.plot.width * 0.45);
  const lanes = view.lanes.map((lane, k) => {
    if (view.binned[k]) return { placed: [], over: [], rows: 0 };
    return packLane(reaching(lane, from, to, ARROW / perDay), view.rows[k], X, longest);
  });
  return view.packing = { perDay, from, to, key, lanes };
}

/** @param {typeof chronology} view @param {Pen} pen @param {{x: number, y: number, width: number, height: number}} plot @param {number} t0 @param {number} t1 @param {number} perDay */
function drawMarks(view, pen, plot, t0, t1, perDay) {
  const { lanes } = packLanes(view, t0, t1, perDay), shift = plot.x - t0 * perDay, left = plot.x, right = plot.x + plot.width;
  let top = plot.y;
  view.lanes.forEach((lane, k) => {
    const drawn = new Map(); // where each row is filled up to
    for (const p of lanes[k].placed) {
      const at = { a: p.at.a + shift, b: p.at.b + shift, cx: p.at.cx + shift, l: p.at.l + shift, r: p.at.r + shift, label: p.at.label + shift, tail: p.at.tail + shift };
      // Of a mark whose symbol alone is left, half of it would be.
      if (Math.min(at.a, at.cx) > right || Math.max(at.b, at.cx) < left) continue;
      const limit = Math.min(right - 2, p.limit + shift);
      const y = view.rowY(k, p.row, top);
      drawMark(pen, markOf(p.i), at, y, classHue(classOf(p.i)), left, right);
      // The label stays beside its mark, and in view while any part of the mark is.
      const happened = hasHappened[p.i] === 1, chosen = p.i === state.event, ground = k % 2 ? colours.band : colours.paper;
      const wide = at.b - at.a > 80;
      let x = at.label + (chosen ? 5 : 0);
      if (x < left + 4 || wide && x > right - 60) x = besideOrOn(at, textWidth(markLabel(p.i), LABEL, chosen), left);
      let text = x < limit ? cut(markLabel(p.i), LABEL, Math.min(limit - x, 320), chosen) : '';
      // At the right end there may be room on the left.
      if (!wide && text !== markLabel(p.i)) {
        const w = textWidth(markLabel(p.i), LABEL, chosen), from = at.l - 4 - w;
        if (from > Math.max(left, drawn.get(p.row) || left) + GAP) { text = markLabel(p.i); x = from; }
      }
      drawn.set(p.row, Math.max(at.r, text ? x + textWidth(text, LABEL, chosen) : 0));
      if (text && x < at.r && x > at.l) rect(pen.fill(16, ground), x - 3, y - 7, textWidth(text, LABEL, chosen) + 6, 14);
      if (text) pen.words.push({ x, y: y + 0.5, text, size: LABEL, fill: happened ? colours.ink : colours.soft, italic: !happened, bold: chosen, halo: ground });
      if (chosen) drawRing(pen, Math.max(left, Math.min(at.cx, right)), y);
      view.hits.push({ x0: Math.max(text ? Math.min(at.l, x) : at.l, left), x1: Math.min(Math.max(at.r, text ? x + textWidth(text, LABEL) : 0), right), y, cx: at.cx, i: p.i });
    }
    const y = view.rowY(k, view.rows[k] - 1, top);
    if (lanes[k].over.length && view.level === 'marks') view.level = 'stacks';
    for (const o of lanes[k].over) {
      const x = o.x + shift;
      if (x < left || x > right - 14) continue;
      pen.words.push({ x, y, text: T.more(o.events.length), size: 12, bold: true, fill: colours.soft, align: 'center' });
      const days = o.events.map(i => anchorDay[i]);
      view.areas.push({ x0: x - 17, x1: x + 17, y0: y - ROW / 2, y1: y + ROW / 2, tip: () => [h('strong', null, T.moreTip(o.events.length)), o.events.slice(0, 6).map(i => own(labelOf(i), 'div'))], a: Math.min(...days) - 1, b: Math.max(...days) + 2 });
      if (o.events.includes(state.event)) drawRing(pen, x, y);
    }
    top += view.laneHeight(k);
  });
}

/**
 * Where the label of a mark starts that reaches into view from the left, or whose right end is out of view: on the mark,
 * if enough of that is left to be seen on both sides, else behind it.
 * @param {{a: number, b: number, r: number}} at @param {number} width of the label @param {number} left
 */
function besideOrOn(at, width, left) {
  const from = Math.max(at.a, left) + 22;
  return from + width + 10 < at.b ? from : Math.max(at.r + 3, left + 4);
}

/** The ring around the selected event. @param {Pen} pen @param {number} x @param {number} y */
function drawRing(pen, x, y) {
  circle(pen.stroke(18, colours.paper, 5), x, y, R + 5);
  circle(pen.stroke(19, colours.focus, 2.4), x, y, R + 5);
}
