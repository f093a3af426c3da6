// The data of the page. What the first screen needs is there from the start, as
// data and charts; reports and texts follow when the page is drawn.

/** @template V @param {() => V} make @returns {() => V} */
function once(make) {
  let made = false, value;
  return () => {
    if (!made) { value = make(); made = true; }
    return value;
  };
}

/** @type {{reports: any[], texts: string[]}|null} */
let rest = null;
/** @type {Promise<void>|null} */
let opening = null;
const reports = () => rest.reports, texts = () => rest.texts;

/** Opens reports and texts, once. */
function openRest() {
  if (!opening) opening = Promise.all([unpack('dl-reports'), unpack('dl-texts')]).then(([reports, texts]) => { rest = { reports, texts }; });
  return opening;
}
/** Runs f when reports and texts are there: at once if they are. @param {() => void} f */
function whenOpen(f) {
  if (rest) f(); else openRest().then(f);
}

const events = data.events;
const eventCount = events.id.length;

// The glyphs of dates, numbered as render/chart numbers them.
const GLYPH = { none: 0, day: 1, span: 2, bracket: 3, after: 4, before: 5, oneOf: 6, order: 7 };
const APPROXIMATE = 1, UNCERTAIN = 2;

const OPEN = NaN;
/** First and last day of each event, NaN when open. */
const firstDay = new Float64Array(eventCount), lastDay = new Float64Array(eventCount);
/** The day an event is sorted and binned at, NaN without any bound. */
const anchorDay = new Float64Array(eventCount);
const glyphOf = new Uint8Array(eventCount), flagsOf = new Uint8Array(eventCount);
const isDisputed = new Uint8Array(eventCount), hasHappened = new Uint8Array(eventCount);

for (let i = 0; i < eventCount; i++) {
  const w = events.when[i], a = data.whens.a[w], b = data.whens.b[w];
  firstDay[i] = a === null ? OPEN : a;
  lastDay[i] = b === null ? OPEN : b;
  anchorDay[i] = a === null ? (b === null ? OPEN : b) : b === null ? a : (a + b) / 2;
  glyphOf[i] = data.whens.glyph[w];
  flagsOf[i] = data.whens.flags[w];
  hasHappened[i] = events.modality[i] === 'happened' ? 1 : 0;
}
for (const [i, list] of Object.entries(data.disputes)) {
  if (list.some(d => d.sort === 'conflict')) isDisputed[+i] = 1;
}

/** Events in order of time; those without any date last. */
const byTime = Int32Array.from({ length: eventCount }, (_, i) => i).sort((a, b) => {
  const x = anchorDay[a], y = anchorDay[b];
  if (Number.isNaN(x) || Number.isNaN(y)) return (Number.isNaN(x) ? 1 : 0) - (Number.isNaN(y) ? 1 : 0) || a - b;
  return x - y || a - b;
});

const eventNumber = once(() => new Map(events.id.map((id, i) => [id, i])));
const documentNumber = once(() => new Map(data.documents.map((d, i) => [d.id, i])));

/** Reports of each document, in order of their quotes. */
const reportsOf = once(() => {
  const list = data.documents.map(() => []);
  reports().forEach((r, i) => { if (r.document >= 0) list[r.document].push(i); });
  for (const l of list) l.sort((a, b) => reports()[a].quote[0] - reports()[b].quote[0] || reports()[a].quote[1] - reports()[b].quote[1]);
  return list;
});

/** Links of each event: [link, +1 if the event is its start, -1 if its end]. */
const linksOf = once(() => {
  const list = events.id.map(() => []);
  data.links.forEach((l, i) => { list[l[0]].push([i, 1]); list[l[1]].push([i, -1]); });
  return list;
});

/** The sentence of a report. @param {any} r @returns {string} */
function quoteOf(r) {
  return r.text !== undefined ? r.text : texts()[r.document].slice(r.quote[0], r.quote[1]);
}

/** @param {number} i @returns {string} */
function kindLabel(i) { return data.kinds[events.kind[i]].label; }
/** @param {number} i @returns {string} */
function dateWords(i) { return data.whens.words[events.when[i]]; }
/** @param {number} o @returns {string} */
function outletName(o) { return data.outlets[o] || T.outletNone; }
/** @param {string} s */
function capital(s) { return s.charAt(0).toUpperCase() + s.slice(1); }
/** @param {string} m */
function modalityName(m) { return T.modalityShort[m] || T.modalityUnknown(m); }
