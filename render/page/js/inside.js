// An event opened in place: below its lane a thin row for each text that reports
// it, with the date that text gives, when it was published, and what it says.

const ROW_INSIDE = 18, MOST_INSIDE = 10;

/** The event that is open, -1 for none. */
let insideEvent = -1;
/** @type {{outlet: string, words: string, mark: Mark, report: number}[]} */
let insideRows = [];
let insideMore = 0;

/** Height of the rows below a lane. @param {number} lane the lane of the open event, -1 for none */
function insideHeight(lane) { return lane < 0 || insideEvent < 0 ? 0 : (insideRows.length + (insideMore ? 1 : 0)) * ROW_INSIDE + 14; }

/**
 * Opens the selected event when it is asked for, or when so few others are in
 * view that there is room; some more must come into view before it closes.
 * @param {number} inView events in the window
 */
function chooseInside(inView) {
  const few = inView <= (insideEvent >= 0 ? 9 : 5), want = state.event >= 0 && (state.inside || few) && !Number.isNaN(anchorDay[state.event]) ? state.event : -1;
  if (want === wantedInside) return;
  wantedInside = want;
  const open = want < 0 ? Promise.resolve() : openReports(reportsOfEvent(want));
  open.then(() => {
    if (want !== wantedInside) return;
    requestAnimationFrame(() => { insideEvent = want; readInside(); chronology.refresh(); });
  });
}
let wantedInside = -1;

/** A row for each family, in order of its first publication. */
function readInside() {
  insideRows = []; insideMore = 0;
  if (insideEvent < 0) return;
  const families = new Map();
  for (const n of reportsOfEvent(insideEvent)) { const f = familyOf(n), list = families.get(f); if (list) list.push(n); else families.set(f, [n]); }
  for (const list of families.values()) {
    if (insideRows.length === MOST_INSIDE) { insideMore++; continue; }
    const all = list.map(report), r = all.reduce((a, b) => sharpness(b.when) < sharpness(a.when) ? b : a), d = documentOf(r.document), copies = new Set(all.map(x => x.document)).size - 1;
    const figures = [...new Set(all.flatMap(x => x.figures.map(f => `${measureWords(f)} ${figureWords(f)}`)))].slice(0, 3);
    const speaker = r.speakers.length ? r.speakers[r.speakers.length - 1][0] : '', said = speaker && (!d || speaker !== outletName(d.outlet)) ? T.insideSays(speaker) : '';
    insideRows.push({
      outlet: sourceName(d), report: r.number, mark: markOfReport(r, d),
      words: [whenWords(r.when) || T.dateNone, ...figures, said, r.modality !== 'happened' && modalityName(r.modality), copies > 0 && T.insideCopies(copies)].filter(Boolean).join(' · '),
    });
  }
}

/** The less, the more a date says: how many days it leaves open; what is only derived says least. @param {number} w */
function sharpness(w) {
  if (!isDated(w)) return Infinity;
  const days = index.first[w] === NONE || index.last[w] === NONE ? 1e6 : index.last[w] - index.first[w];
  return index.glyph[w] === GLYPH.order ? 1e7 + days : days;
}

/** @param {any} r a report @param {any} d its document @returns {Mark} */
function markOfReport(r, d) {
  const w = r.when, bound = n => n === NONE ? NaN : n, first = bound(index.first[w]), last = bound(index.last[w]), middle = first !== first ? last : last !== last ? first : (first + last) / 2;
  /** @type {{accounts: number, modality: string, disputed: boolean, loose: [number, number]}} */
  const common = { accounts: 1, modality: r.modality, disputed: false, loose: [index.looseFirst[w], index.looseLast[w]] };
  if (state.axis !== 'reported') return { ...common, first, last, glyph: index.glyph[w], flags: index.flags[w], told: NaN };
  const day = d ? bound(index.documentPublished[r.document]) : NaN;
  return { ...common, first: day, last: day, glyph: day === day ? GLYPH.day : GLYPH.none, flags: 0, told: middle };
}

/**
 * @param {typeof chronology} view @param {Pen} pen @param {{x: number, y: number, width: number, height: number}} plot
 * @param {number} top @param {number} t0 @param {number} perDay
 */
function drawInside(view, pen, plot, top, t0, perDay) {
  const right = plot.x + plot.width, height = insideHeight(view.openLane), X = d => plot.x + (d - t0) * perDay, hue = classHue(classOf(insideEvent));
  const left = view.narrow ? 0 : 4;
  rect(pen.fill(5, colours.paper), left, top + 1, right - left, height - 6);
  rect(pen.stroke(6, colours.soft, 1), left + 0.5, top + 1.5, right - left - 1, height - 7);
  const of = extentOf(markOf(insideEvent), X);
  if (of.cx >= plot.x && of.cx <= right) line(pen.stroke(6, colours.soft, 1, [1.5, 3]), of.cx, top + 1, of.cx, top + height - 5);
  insideRows.forEach((row, k) => {
    const y = top + 4 + (k + 0.5) * ROW_INSIDE;
    if (!view.narrow) pen.words.push({ x: plot.x - 10, y, text: cut(row.outlet, 12, plot.x - 24), size: 12, fill: colours.soft, align: 'right' });
    let x = plot.x + 8, before = x;
    if (row.mark.glyph !== GLYPH.none) {
      const at = extentOf(row.mark, X);
      if (at.r > plot.x && at.l < right) drawMark(pen, row.mark, at, y, hue, plot.x, right);
      x = Math.max(x, Math.min(at.label + 2, right - 10)); before = Math.min(at.l, right) - 6;
    }
    // Beside the mark, on the side that has room.
    const full = view.narrow ? `${row.outlet}: ${row.words}` : row.words, wide = textWidth(full, 12);
    if (wide > right - 10 - x && before - plot.x - 8 > right - 10 - x) x = Math.max(plot.x + 8, before - wide);
    const text = cut(full, 12, (x < before ? before : right - 10) - x), w = textWidth(text, 12);
    if (text) { rect(pen.fill(20, colours.paper), x - 2, y - 7, w + 4, 14); pen.words.push({ x, y: y + 0.5, text, size: 12, fill: colours.ink }); }
    view.areas.push({ x0: 0, x1: right, y0: y - ROW_INSIDE / 2, y1: y + ROW_INSIDE / 2, a: 0, b: 0, tip: () => [own(row.outlet, 'strong'), own(row.words, 'div'), h('div', { class: 'tip-date' }, T.insideOpen)], act: () => { select(insideEvent); dossier.showReport(row.report); } });
  });
  if (insideMore) pen.words.push({ x: plot.x + 8, y: top + 4 + (insideRows.length + 0.5) * ROW_INSIDE, text: T.insideMore(insideMore), size: 12, fill: colours.soft });
}
