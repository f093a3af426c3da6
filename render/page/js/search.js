// Search in labels, kinds, dates, places, actors and outlets at once, and in the
// quotes and texts block by block, while what was found is already shown.

/** Events that hold a word: those found so far. @type {Map<string, Uint8Array>} */
const found = new Map();
/** Documents whose text holds a word: those found so far. @type {Map<string, Uint8Array>} */
const foundTexts = new Map();
/** Words whose quotes are still to be searched. @type {Set<string>} */
const searching = new Set();

/** @param {string} q @returns {string[]} */
function wordsOfSearch(q) { return [...new Set(q.toLowerCase().split(/\s+/).filter(Boolean))]; }

/** The events of each word of a search. @param {string} q @returns {Uint8Array[]} */
function searchWords(q) {
  const words = wordsOfSearch(q), fresh = words.filter(w => !found.has(w));
  if (fresh.length) {
    if (found.size > 40) { found.clear(); foundTexts.clear(); }
    for (const w of words) if (!found.has(w)) { found.set(w, searchNames(w)); foundTexts.set(w, new Uint8Array(documentCount())); searching.add(w); }
    searchQuotes(words.filter(w => searching.has(w)));
  }
  return words.map(w => found.get(w));
}

/** @param {string} word */
function searchNames(word) {
  const hits = new Uint8Array(eventCount), holds = s => s.toLowerCase().includes(word) ? 1 : 0;
  const distinct = column => Uint8Array.from({ length: column.distinct }, (_, n) => holds(column.distinctAt(n)));
  const labels = distinct(events.label), words = distinct(index.words), kinds = Uint8Array.from(data.kinds, k => holds(k.label));
  for (let i = 0; i < eventCount; i++) if (labels[events.label.number(i)] || kinds[events.kind[i]] || words[index.words.number(events.when[i])]) hits[i] = 1;
  for (const name of ['place', 'actor', 'outlet']) {
    const { starts, values, size, label } = facetOf[name](), good = Uint8Array.from({ length: size }, (_, n) => holds(label(n)));
    for (let i = 0; i < eventCount; i++) for (let j = starts[i]; j < starts[i + 1]; j++) if (good[values[j]]) hits[i] = 1;
  }
  return hits;
}

/** @param {string[]} words */
async function searchQuotes(words) {
  const look = (n, text) => {
    const lower = text.toLowerCase(), i = report(n).event;
    if (i >= 0) for (const w of words) if (lower.includes(w)) { const hits = found.get(w); if (hits) hits[i] = 1; }
  };
  const count = data.reports, size = data.reportsBlock;
  let told = performance.now();
  const tell = () => { if (performance.now() - told > 400) { told = performance.now(); searched(); } };
  // Quotes that the reports hold themselves.
  for (let lo = 0; lo < count; lo += size) {
    await openReports([lo]);
    const b = blocks.get(`reports-${lo / size}`);
    for (let k = 0; k < b.text.length; k++) if (b.text.size(k)) look(lo + k, b.text.at(k));
    tell();
  }
  // Quotes that stand in a text. Texts are let go again.
  for (let k = 0; k < data.texts.length; k++) {
    const first = data.texts[k], end = k + 1 < data.texts.length ? data.texts[k + 1] : documentCount();
    const { text } = blocks.get(`texts-${k}`) || await readPart(`texts-${k}`);
    for (let n = first; n < end; n++) {
      if (!text.size(n - first)) continue;
      const whole = text.at(n - first).toLowerCase();
      for (const w of words) if (whole.includes(w)) { const hits = foundTexts.get(w); if (hits) hits[n] = 1; }
      for (const r of index.documentReports.at(n)) {
        const b = blocks.get(`reports-${reportBlock(r)}`), at = r % size;
        if (!b.text.size(at)) look(r, text.slice(n - first, b.start[at], b.start[at] + b.length[at]));
      }
    }
    tell();
  }
  for (const w of words) searching.delete(w);
  searched();
}

/** Whether the text of a document holds all words of the search, as far as texts have been searched. @param {number} n */
function textFound(n) {
  const words = wordsOfSearch(state.filter.q);
  return words.length > 0 && words.every(w => { const hits = foundTexts.get(w); return !!hits && hits[n] === 1; });
}

const MOST_RANGES = 2000;
/** Marks the words of the search in the document and the dossier that are open, in browsers that can without changing them. */
function highlightSearch() {
  if (!('highlights' in CSS)) return;
  const words = wordsOfSearch(state.filter.q), ranges = [];
  for (const root of words.length ? [documentsView.text, dossier.el] : []) {
    const walker = root && document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker && walker.nextNode(); node && ranges.length < MOST_RANGES; node = walker.nextNode()) {
      const text = node.nodeValue.toLowerCase();
      if (text.length !== node.nodeValue.length) continue; // offsets are those of the lower case
      for (const w of words) {
        for (let at = text.indexOf(w); at >= 0 && ranges.length < MOST_RANGES; at = text.indexOf(w, at + w.length)) {
          const r = new Range();
          r.setStart(node, at); r.setEnd(node, at + w.length);
          ranges.push(r);
        }
      }
    }
  }
  CSS.highlights.set('search', new Highlight(...ranges));
}

/** Shows what a search has found by now. */
function searched() { if (state.filter.q) for (const l of listeners) l(new Set(['filter', 'searched'])); }
