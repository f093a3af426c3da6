// Reports as a reader sees them: the sentence with the words that tell the event
// marked, who says it, and a footnote to cite it by.

/** The sentence of a report with its trigger marked. @param {any} r @param {string} [tag] */
function quoteElement(r, tag = 'blockquote') {
  const [before, trigger, after] = quoteParts(r), d = documentOf(r.document);
  if (!before && !trigger && !after) return h('p', { class: 'missing' }, T.quoteMissing);
  return h(tag, { dir: 'auto', lang: d && d.language || null }, before, trigger && h('b', { class: 'trigger' }, trigger), after);
}

/** Outlet, then who it quotes, then who that one quotes. @param {any} r @returns {string} */
function speakerChain(r) {
  const names = r.speakers.map(s => s[0]).filter(Boolean), d = documentOf(r.document);
  const outlet = d ? outletName(d.outlet) : '';
  if (outlet && names[0] !== outlet) names.unshift(outlet);
  return names.join(' ← ');
}

/** Numbers from a million on in words: 40 billion, 5.9 million. @param {string | number} text */
function amounts(text) {
  return String(text).replace(/\d{7,}/g, digits => {
    const n = Number(digits), unit = n >= 1e12 ? 1e12 : n >= 1e9 ? 1e9 : 1e6;
    return `${Math.round(n / unit * 1000) / 1000} ${unit === 1e12 ? T.trillion : unit === 1e9 ? T.billion : T.million}`;
  });
}

/** @param {any} f a figure */
function figureWords(f) {
  const n = amounts(f.high === null ? T.atLeast(f.low) : f.high === f.low ? f.low : `${f.low}–${f.high}`);
  const scope = f.scope === 'total' ? T.total(f.asOf) : f.scope === 'part' ? T.part : '';
  return `${n}${scope ? ` (${scope})` : ''}`;
}
/** @param {any} f */
function measureWords(f) { return [T.measure(f.measure), T.measure(f.population)].filter(Boolean).join(', '); }

/** A footnote to a report. @param {any} r */
function footnote(r) {
  const d = documentOf(r.document);
  if (!d) return quoteOf(r);
  const parts = [d.author, `“${d.title || d.path || d.id}”`, outletName(d.outlet), d.words || T.publishedUnknown, d.url].filter(Boolean);
  const text = quoteOf(r).trim().replace(/\s+/g, ' ');
  return `${parts.join(', ')}${text ? `: “${text}”` : '.'}`;
}

/** @param {string} text @param {HTMLElement} at where the outcome is told */
function copy(text, at) {
  const tell = ok => { at.textContent = ok ? T.copied : T.copyFailed; setTimeout(() => { at.textContent = T.copyFootnote; }, 1800); };
  if (navigator.clipboard && window.isSecureContext) { navigator.clipboard.writeText(text).then(() => tell(true), () => tell(false)); return; }
  const area = h('textarea', { class: 'offscreen' });
  area.value = text;
  document.body.append(area);
  area.select();
  let ok = false;
  try { ok = document.execCommand('copy'); } catch { ok = false; }
  area.remove();
  tell(ok);
}

/** Shows a document with a report's quote. @param {number} n number of the report */
function openDocument(n) {
  set({ view: 'documents', document: index.reportDocument[n], report: n, open: state.open && innerWidth >= 1100 }, { step: true });
}

/** Short signs after a report's heading. @param {any} r */
function reportSigns(r) {
  return [
    r.modality !== 'happened' && h('span', { class: 'sign' }, modalityName(r.modality)),
    r.hedge && h('span', { class: 'sign hedge' }, '“', own(r.hedge), '”'),
  ];
}

/** One report as a card. @param {number} n */
function reportCard(n) {
  const r = report(n), d = documentOf(r.document);
  return h('article', { class: 'report', id: `report-${n}`, tabindex: -1 },
    h('header', null, own(sourceName(d), 'strong'), ' ', h('span', { class: 'date' }, d && d.words || T.publishedUnknown), SIDED && [' ', sideSign(index.reportSide[n], T.sides.word)], reportSigns(r)),
    quoteElement(r),
    r.speakers.length > 0 && h('p', { class: 'chain' }, own(speakerChain(r))),
    h('p', { class: 'read' }, h('span', { class: 'label' }, `${T.when}:`), ' ', whenWords(r.when), index.basis.at(r.when) && h('span', { class: 'basis' }, ` · ${index.basis.at(r.when)}`)),
    h('footer', null,
      d && button(T.openDocument, () => openDocument(n)),
      button(T.copyFootnote, e => copy(footnote(r), e.currentTarget)),
      d && safeURL(d.url) && h('a', { href: safeURL(d.url), rel: 'noopener noreferrer', target: '_blank' }, T.original)));
}
