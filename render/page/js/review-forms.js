// What a decision needs to know before it is kept: why, and about what.

/** @typedef {(i: number, box: HTMLElement, keep: (d: {reason: string, after: any, before?: any, document?: string}) => void, cancel: () => void) => void} ReviewForm */

/**
 * A form with a reason, its own fields above it.
 * @param {HTMLElement} box @param {string} action @param {any} fields
 * @param {() => any} read what the decision holds besides the reason; a string says what is missing
 * @param {(d: any) => void} keep @param {() => void} cancel
 */
function reviewForm(box, action, fields, read, keep, cancel) {
  const reason = h('input', { id: 'review-reason', type: 'text', autocomplete: 'off', placeholder: action === 'note' ? null : T.review.reasonHint }), problem = h('p', { class: 'problem', role: 'alert' });
  const submit = e => {
    e.preventDefault();
    const d = read(), words = reason.value.trim();
    if (typeof d === 'string') { problem.textContent = d; return; }
    if (!words && action !== 'reopen') { problem.textContent = action === 'note' ? T.review.noteNeeded : T.review.reasonNeeded; reason.focus(); return; }
    fill(box);
    keep({ ...d, reason: words });
  };
  fill(box, h('form', { onsubmit: submit, onkeydown: e => { if (e.key === 'Escape') { e.preventDefault(); e.stopPropagation(); cancel(); } } }, h('h3', null, T.review.actions[action], ' · ', T.review.does[action]), fields,
    h('label', { for: 'review-reason' }, action === 'note' ? T.review.noteText : T.review.reason), reason, problem,
    h('div', { class: 'group' }, h('button', { type: 'submit', class: 'primary' }, T.review.confirm), button(T.review.cancel, cancel))));
  const first = box.querySelector('input, select');
  if (first instanceof HTMLElement) first.focus();
}

/** @type {Object<string, ReviewForm>} */
const reviewForms = {
  reject: (i, box, keep, cancel) => reviewForm(box, 'reject', null, () => ({ after: { status: 'rejected' } }), keep, cancel),
  reopen: (i, box, keep, cancel) => reviewForm(box, 'reopen', null, () => ({ after: { status: 'open' } }), keep, cancel),
  note: (i, box, keep, cancel) => reviewForm(box, 'note', null, () => ({ after: {} }), keep, cancel),

  redate(i, box, keep, cancel) {
    const input = h('input', { id: 'review-date', type: 'text', autocomplete: 'off', spellcheck: 'false', value: index.edtf.at(events.when[i]), 'aria-describedby': 'review-date-hint' });
    reviewForm(box, 'redate', [h('label', { for: 'review-date' }, T.review.dateNew), input, h('p', { class: 'note', id: 'review-date-hint' }, T.review.dateHint)],
      () => isEDTF(input.value.trim()) ? { before: { edtf: index.edtf.at(events.when[i]) }, after: { edtf: input.value.trim() } } : T.review.dateBad, keep, cancel);
  },

  merge(i, box, keep, cancel) {
    const chosen = new Set(), list = h('div', { class: 'candidates' }), search = h('input', { id: 'review-merge', type: 'search', autocomplete: 'off' });
    const draw = () => {
      const q = search.value.trim().toLowerCase(), found = [...(q ? eventsNamed(q, i) : likeEvents(i))].sort((a, b) => Number(reviewStore.decided(a)) - Number(reviewStore.decided(b)));
      fill(list, [...new Set([...chosen, ...found])].map(k => h('label', { class: 'check' }, h('input', { type: 'checkbox', checked: chosen.has(k), onchange: e => { if (e.target.checked) chosen.add(k); else chosen.delete(k); } }),
        h('span', null, own(labelOf(k)), h('span', { class: 'meta' }, [dateWords(k), T.accounts(events.accounts[k]), ...(reviewStore.status(k) === 'open' ? [] : [T.review.status[reviewStore.status(k)]])].join(' · '))))));
    };
    search.addEventListener('input', draw);
    draw();
    reviewForm(box, 'merge', h('fieldset', null, h('legend', null, T.review.mergeWith), list, h('label', { for: 'review-merge' }, T.review.mergeSearch), search),
      () => {
        const ids = [i, ...chosen].map(k => index.id.at(k));
        return chosen.size ? { before: { events: ids }, after: { events: [ids[0]] } } : T.review.mergeNone;
      }, keep, cancel);
  },

  split(i, box, keep, cancel) {
    const boxes = reportsOfEvent(i).map(n => {
      const r = report(n);
      return [h('input', { type: 'checkbox', value: r.id }), r];
    });
    reviewForm(box, 'split', h('fieldset', null, h('legend', null, T.review.splitWhich), h('div', { class: 'candidates' }, boxes.map(([input, r]) => h('label', { class: 'check' }, input, h('span', null, own(sourceName(documentOf(r.document)), 'strong'), ' ', own(shortQuote(r))))))),
      () => {
        const ids = boxes.filter(([input]) => input.checked).map(([, r]) => r.id);
        return ids.length && ids.length < boxes.length ? { after: { reports: ids } } : T.review.splitNone;
      }, keep, cancel);
  },

  'mark-copy'(i, box, keep, cancel) {
    const docs = [...new Set(reportsOfEvent(i).map(r => index.reportDocument[r]))].filter(n => n >= 0), name = n => `${outletName(documentOf(n).outlet)}, ${documentOf(n).title || documentOf(n).path || documentOf(n).id}`;
    const options = docs.map(n => h('option', { value: n }, name(n)));
    const which = h('select', { id: 'review-copy' }, options), of = h('select', { id: 'review-copy-of' }, h('option', { value: -1 }, T.review.copyNone), docs.map(n => h('option', { value: n }, name(n))));
    which.selectedIndex = docs.length - 1;
    of.selectedIndex = docs.length > 1 ? 1 : 0;
    reviewForm(box, 'mark-copy', [h('label', { for: 'review-copy' }, T.review.copyWhich), which, h('label', { for: 'review-copy-of' }, T.review.copyOf), of],
      () => {
        const d = +which.value, o = +of.value, was = documentOf(d).copyOf;
        if (d === o) return T.review.copySame;
        return { document: documentOf(d).id, before: was >= 0 ? { copy_of: documentOf(was).id } : {}, after: o >= 0 ? { copy_of: documentOf(o).id } : {} };
      }, keep, cancel);
  },
};

/** The sentence of a report, cut. @param {any} r */
function shortQuote(r) {
  const s = quoteOf(r).trim().replace(/\s+/g, ' ');
  return s.length > 160 ? `${s.slice(0, 159)}…` : s;
}

/** Events that may be the same happening: alike in kind and place, near in time. @param {number} i @returns {number[]} */
function likeEvents(i) {
  const REACH = 300, MOST = 10, places = new Set(facetColumns.place.at(i)), found = /** @type {[number, number][]} */ ([]);
  for (let k = Math.max(0, i - REACH); k < Math.min(eventCount, i + REACH); k++) {
    if (k === i) continue;
    const gap = Math.max(happenedFirst[i], happenedFirst[k]) - Math.min(happenedLast[i], happenedLast[k]);
    if (!(gap <= 7)) continue;
    let like = (events.kind[k] === events.kind[i] ? 3 : classOf(k) === classOf(i) ? 1.5 : 0) + (gap <= 1 ? 1 : 0);
    for (const p of facetColumns.place.at(k)) if (places.has(p)) like += 2;
    if (like >= 3) found.push([k, like]);
  }
  return found.sort((a, b) => b[1] - a[1] || Math.abs(a[0] - i) - Math.abs(b[0] - i)).slice(0, MOST).map(x => x[0]);
}

/** Events whose label or date holds some words. @param {string} q @param {number} but @returns {number[]} */
function eventsNamed(q, but) {
  const out = [];
  for (let k = 0; k < eventCount && out.length < 12; k++) if (k !== but && `${labelOf(k)} ${dateWords(k)}`.toLowerCase().includes(q)) out.push(k);
  return out;
}

/** Whether a date is one that the next build takes: a part of EDTF. @param {string} s */
function isEDTF(s) {
  const point = t => {
    const m = /^(-?\d{4})(?:-(\d\d|XX))?(?:-(\d\d|XX))?[~?%]?$/.exec(t);
    if (!m) return false;
    const month = m[2] === undefined || m[2] === 'XX' ? 1 : +m[2];
    if (month < 1 || month > 12 || m[2] === 'XX' && m[3] !== undefined && m[3] !== 'XX') return false;
    if (m[3] === undefined || m[3] === 'XX') return true;
    const [, mo, d] = dateOf(dayOf(+m[1], month, +m[3]));
    return mo === month && d === +m[3];
  };
  const first = t => readDay(t.replace(/[~?%]$/, '').replace(/-XX/g, ''), false);
  if (s.startsWith('[') && s.endsWith(']')) { const list = s.slice(1, -1).split(','); return list.length > 1 && list.every(point); }
  const ends = s.split('/');
  if (ends.length === 2) {
    if (ends.every(e => e === '..' || e === '')) return false;
    return ends.every(e => e === '..' || point(e)) && (ends.includes('..') || first(ends[0]) <= first(ends[1]));
  }
  return ends.length === 1 && point(s);
}
