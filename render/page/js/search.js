// Search in labels, kinds, dates, places, actors and outlets at once, and in the
// quotes block by block, while what was found is already shown.

/** Events that hold a word: those found so far. @type {Map<string, Uint8Array>} */
const found = new Map();
/** Words whose quotes are still to be searched. @type {Set<string>} */
const searching = new Set();

/** The events of each word of a search. @param {string} q @returns {Uint8Array[]} */
function searchWords(q) {
  const words = [...new Set(q.toLowerCase().split(/\s+/).filter(Boolean))], fresh = words.filter(w => !found.has(w));
  if (fresh.length) {
    if (found.size > 40) found.clear();
    for (const w of words) if (!found.has(w)) { found.set(w, searchNames(w)); searching.add(w); }
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

/** Shows what a search has found by now. */
function searched() { if (state.filter.q) for (const l of listeners) l(new Set(['filter', 'searched'])); }
