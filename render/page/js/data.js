// The data of the page. What the first chart needs is there from the start, as
// core and data; the rest follows when the chart is drawn, and reports and
// texts when they are looked at.

/** @template V @param {() => V} make @returns {() => V} */
function once(make) {
  let made = false, value;
  return () => {
    if (!made) { value = make(); made = true; }
    return value;
  };
}

// Events are numbered in order of the middle of their dates, those without any
// date last.
const eventCount = core.kind.length;
const events = core;

// The glyphs of dates, numbered as render/chart numbers them.
const GLYPH = { none: 0, day: 1, span: 2, bracket: 3, after: 4, before: 5, oneOf: 6, order: 7 };
const APPROXIMATE = 1, UNCERTAIN = 2, WHOLE = 4;
// The sorts of dispute, a bit each.
const SORTS = ['conflict', 'revision', 'scope', 'silence'];
// What stands for an unknown number in a column.
const NONE = -(2 ** 31);

// What reviewers said of an event when the page was built, in bits.
const RULE = { accepted: 1, rejected: 2, starred: 4, dated: 8, changed: 16 };
/** @param {number} i */
function builtReview(i) { return events.review ? events.review[i] : 0; }
/** Whether the event was rejected when the page was built. @param {number} i */
function isRejected(i) { return (builtReview(i) & 3) === RULE.rejected; }

const modalities = data.modalities, HAPPENED = modalities.indexOf('happened');
const hasHappened = new Uint8Array(eventCount), isDisputed = new Uint8Array(eventCount);
for (let i = 0; i < eventCount; i++) {
  hasHappened[i] = events.modality[i] === HAPPENED && !isRejected(i) ? 1 : 0;
  isDisputed[i] = events.differs[i] & 1;
}

/** Facets, index and links, once they are there. @type {any} */
let facetColumns = null;
/** @type {any} */
let index = null;
/** @type {any} */
let links = null;
/** First report of each event, and the end. @type {Int32Array} */
let firstReport = null;
/** Opens what every view but the first chart needs. */
const openMore = once(async () => {
  const parts = await Promise.all(['facets', 'index', 'links'].map(openPart));
  firstReport = runs(parts[1].reports);
  [facetColumns, index, links] = parts;
});

/** Strings that are shown again and again are decoded once. @param {() => Strings} column */
function kept(column) {
  const seen = new Map();
  return i => {
    const c = column(), n = c.number(i);
    let s = seen.get(n);
    if (s === undefined) {
      if (seen.size > 20000) seen.clear();
      seen.set(n, s = c.distinctAt(n));
    }
    return s;
  };
}
/** The label of an event. @type {(i: number) => string} */
const labelOf = kept(() => events.label);
const wordsOf = kept(() => index.words);
/** A date in words, by its number. @param {number} w */
function whenWords(w) { return index ? wordsOf(w) : ''; }
/** @param {number} i */
function dateWords(i) { return whenWords(events.when[i]); }
/** @param {number} i */
function modalityOf(i) { return modalities[events.modality[i]]; }
const placeNameOf = kept(() => facetColumns.places), actorNameOf = kept(() => facetColumns.actors);
/** The places of an event. @param {number} i @returns {string[]} */
function placesOf(i) { return Array.from(facetColumns.place.at(i), placeNameOf); }
const eventNumber = once(() => numberOf(index.id));
const documentNumber = once(() => new Map(Array.from({ length: documentCount() }, (_, n) => [documentOf(n).id, n])));
/** @param {Strings} ids @returns {Map<string, number>} */
function numberOf(ids) { return new Map(ids.all().map((id, i) => [id, i])); }

const documentCount = () => index.document.length;
/** A document without its text. @type {(n: number) => any} */
const documentOf = (() => {
  const seen = new Map();
  return n => {
    if (n < 0) return null;
    let d = seen.get(n);
    if (!d) {
      if (seen.size > 5000) seen.clear();
      seen.set(n, d = JSON.parse(index.document.at(n)));
    }
    return d;
  };
})();

/** Figures and disputes of an event. @param {number} i @returns {{figures: any[], disputes: any[], oneSided: string, review: {was: string, corrections: number[]}|null}} */
function detailOf(i) {
  const s = index.detail.at(i), d = s ? JSON.parse(s) : {};
  return { figures: d.figures || [], disputes: d.disputes || [], oneSided: d.oneSided || '', review: d.review || null };
}

/** The reports of an event, in order of publication. @param {number} i @returns {number[]} */
function reportsOfEvent(i) { return Array.from({ length: index.reports[i] }, (_, k) => firstReport[i] + k); }
/** The reports of a document, in order of their quotes. @param {number} n @returns {number[]} */
function reportsOfDocument(n) { return Array.from(index.documentReports.at(n)); }
/** The family of a report's document; a document of none counts as one of its own. @param {number} r */
function familyOf(r) {
  const d = index.reportDocument[r];
  return d >= 0 && index.documentFamily[d] >= 0 ? index.documentFamily[d] : -2 - d;
}

/** The event of a report, -1 for none. @param {number} r */
function eventOfReport(r) {
  let lo = 0, hi = eventCount;
  if (r >= firstReport[eventCount]) return -1;
  while (lo < hi - 1) { const mid = (lo + hi) >> 1; if (firstReport[mid] <= r) lo = mid; else hi = mid; }
  return lo;
}
/** How a report tells its event: a modality. @param {number} r */
function reportModality(r) { return modalities[index.reportModality[r]] || ''; }

/** Blocks of reports and texts that are open. @type {Map<string, any>} */
const blocks = new Map();
async function openBlock(name) { if (!blocks.has(name)) blocks.set(name, await openPart(name)); }
const reportBlock = r => Math.floor(r / data.reportsBlock);
/** The block of texts that holds a document's, -1 for none. @param {number} n */
function textBlock(n) {
  let lo = -1, hi = data.texts.length - 1;
  while (lo < hi) { const mid = (lo + hi + 1) >> 1; if (data.texts[mid] <= n) lo = mid; else hi = mid - 1; }
  return lo;
}
/** Opens the blocks of these reports. @param {number[]} list */
async function openReports(list) {
  await openMore();
  await Promise.all([...new Set(list.map(reportBlock))].map(b => openBlock(`reports-${b}`)));
}
/** Opens the texts of these documents. @param {number[]} list */
async function openTexts(list) {
  await openMore();
  await Promise.all([...new Set(list.filter(n => n >= 0).map(textBlock))].filter(b => b >= 0).map(b => openBlock(`texts-${b}`)));
}
/** Opens reports with the texts that their quotes stand in. @param {number[]} list */
async function openQuotes(list) {
  await openReports(list);
  await openTexts(list.map(r => index.reportDocument[r]));
}

const parse = s => s ? JSON.parse(s) : [];
/** A report whose block is open; spans are bytes of its document. @param {number} r @returns {any} */
function report(r) {
  const b = blocks.get(`reports-${reportBlock(r)}`), k = r % data.reportsBlock, start = b.start[k], names = (list, name) => Array.from(list.at(k), name);
  return {
    number: r, id: b.id.at(k), document: b.document[k], event: b.event[k], kind: b.kind[k], when: b.when[k], modality: b.modality.at(k), hedge: b.hedge.at(k),
    quote: [start, start + b.length[k]], trigger: [b.trigger[k], b.trigger[k] + b.triggerLength[k]], text: b.text.size(k) ? b.text.at(k) : null,
    places: names(b.places, placeNameOf), actors: names(b.actors, actorNameOf), targets: names(b.targets, actorNameOf), figures: parse(b.figures.at(k)), speakers: parse(b.speakers.at(k)),
  };
}
/** Bytes of a document's text, "" when it is not in the page. The block must be open. @param {number} n @param {number} from @param {number} to */
function textOf(n, from = 0, to = Infinity) {
  const k = n < 0 ? -1 : textBlock(n), b = k < 0 ? null : blocks.get(`texts-${k}`);
  return b ? b.text.slice(n - data.texts[k], from, to) : '';
}
/** The sentence of a report, in three pieces: before, within and after the words that tell the event. @param {any} r @returns {[string, string, string]} */
function quoteParts(r) {
  const [a, b] = r.quote, [s, e] = r.trigger;
  const cuts = s >= a && e > s && e <= b ? [a, s, e, b] : [a, a, a, b];
  if (r.text === null) return [textOf(r.document, cuts[0], cuts[1]), textOf(r.document, cuts[1], cuts[2]), textOf(r.document, cuts[2], cuts[3])];
  const bytes = new TextEncoder().encode(r.text), piece = k => decoder.decode(bytes.subarray(cuts[k] - a, cuts[k + 1] - a));
  return cuts[3] - a === bytes.length ? [piece(0), piece(1), piece(2)] : ['', '', r.text];
}
/** @param {any} r */
function quoteOf(r) { return quoteParts(r).join(''); }

/** Links of each event: [link, +1 if the event is its start, -1 if its end]. */
const linksOf = once(() => {
  const { starts, values } = linkRuns();
  return i => Array.from(values.subarray(starts[i], starts[i + 1]), l => links.from[l] === i ? [l, 1] : [l, -1]);
});
/** Where the links of each event stand in one list of them. */
const linkRuns = once(() => {
  const counts = new Int32Array(eventCount);
  for (let l = 0; l < links.from.length; l++) { counts[links.from[l]]++; if (links.to[l] !== links.from[l]) counts[links.to[l]]++; }
  const starts = runs(counts), next = starts.slice(), values = new Int32Array(starts[eventCount]);
  for (let l = 0; l < links.from.length; l++) { values[next[links.from[l]]++] = l; if (links.to[l] !== links.from[l]) values[next[links.to[l]]++] = l; }
  return { starts, values };
});
/** Whether an event has any link. @param {number} i */
function isLinked(i) { const { starts } = linkRuns(); return starts[i + 1] > starts[i]; }
const relationName = l => links.meta.relations[links.relation[l]], basisName = l => links.meta.bases[links.basis[l]];

/** @param {number} i @returns {string} */
function kindLabel(i) { return data.kinds[events.kind[i]].label; }
/** When a document was published, in words. @param {number} d */
function publishedWords(d) { return d >= 0 && documentOf(d).words || T.publishedUnknown; }
/** @param {number} o @returns {string} */
function outletName(o) { return data.outlets[o] || T.outletNone; }
/** What a document is called where there is room for a few words: its outlet, else its title. @param {any} d */
function sourceName(d) {
  const s = d && (data.outlets[d.outlet] || d.title || d.path || d.id) || T.outletNone;
  return s.length > 44 ? `${s.slice(0, 43).trimEnd()}…` : s;
}
/** @param {string} s */
function capital(s) { return s.charAt(0).toUpperCase() + s.slice(1); }
/** @param {string} m */
function modalityName(m) { return T.modalityShort[m] || T.modalityUnknown(m); }
