// The two time axes: when things happened, and when they were first reported.
// Everything that places events in time reads the arrays below, which hold the
// one that is chosen.

/** Bounds of what happened, NaN when open. */
const happenedFirst = new Float64Array(eventCount), happenedLast = new Float64Array(eventCount), happenedAnchor = new Float64Array(eventCount);
const happenedGlyph = new Uint8Array(eventCount), happenedFlags = new Uint8Array(eventCount);
for (let i = 0; i < eventCount; i++) {
  const w = events.when[i], a = core.first[w] === NONE ? NaN : core.first[w], b = core.last[w] === NONE ? NaN : core.last[w];
  happenedFirst[i] = a; happenedLast[i] = b;
  happenedAnchor[i] = a !== a ? b : b !== b ? a : (a + b) / 2;
  happenedGlyph[i] = core.glyph[w]; happenedFlags[i] = core.flags[w];
}

/** First and last day of each event on the axis, NaN when open. */
let firstDay = happenedFirst, lastDay = happenedLast;
/** The day an event is sorted and counted at, NaN without any bound. */
let anchorDay = happenedAnchor;
let glyphOf = happenedGlyph, flagsOf = happenedFlags;
/** Events in order of the axis; those without any day last. */
let byTime = Int32Array.from({ length: eventCount }, (_, i) => i);
const inOrder = byTime;

const reportedClock = once(() => {
  const day = Float64Array.from(events.reported, d => d === NONE ? NaN : d);
  const order = Int32Array.from(inOrder).sort((a, b) => {
    const x = day[a], y = day[b];
    return x !== x || y !== y ? (x !== x ? 1 : 0) - (y !== y ? 1 : 0) || a - b : x - y || a - b;
  });
  return { day, order, glyph: Uint8Array.from(day, d => d !== d ? GLYPH.none : GLYPH.day), flags: new Uint8Array(eventCount) };
});

/** Chooses the axis. @param {string} axis happened or reported */
function setClock(axis) {
  if (axis === 'reported') {
    const c = reportedClock();
    firstDay = lastDay = anchorDay = c.day; glyphOf = c.glyph; flagsOf = c.flags; byTime = c.order;
  } else {
    firstDay = happenedFirst; lastDay = happenedLast; anchorDay = happenedAnchor; glyphOf = happenedGlyph; flagsOf = happenedFlags; byTime = inOrder;
  }
}
