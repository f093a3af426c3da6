// What several views tell in the same words: an event, who says something of it,
// and the way to the sentence.

/** An event as every list tells it: label, date, in what way it is reported, by how many. @param {number} i @param {string} [tag] of the label */
function eventHead(i, tag = 'h2') {
  const modality = modalityOf(i);
  return [
    h(tag, { class: 'told' }, eventLink(i)),
    h('p', { class: 'told-facts' }, h('span', { class: 'date' }, dateWords(i)), modality !== 'happened' && [' ', h('span', { class: 'sign' }, capital(modalityName(modality)))],
      ' · ', h('span', { class: 'accounts' }, T.accounts(events.accounts[i])), ` · ${T.documents(events.documents[i])}`, sidesOfEvent(i)),
  ];
}

/** Opens the dossier of a report's event at the report. @param {number} n */
function goToReport(n) {
  const i = eventOfReport(n);
  if (i < 0) { openDocument(n); return; }
  select(i);
  dossier.showReport(n);
}

/** A value that leads to the first sentence that states it. @param {string} words @param {number[]} reports */
function valueButton(words, reports) {
  return reports.length ? h('button', { type: 'button', class: 'value', onclick: () => goToReport(reports[0]) }, own(words)) : own(words, 'strong');
}

/** The texts behind reports, copies counted once. @param {number[]} list @returns {Set<number>} */
function familiesOf(list) { return new Set(list.map(familyOf)); }

/** The first report of each text, in the order of the reports. @param {number[]} list @returns {number[]} */
function firstOfFamilies(list) {
  const first = new Map();
  for (const n of list) if (!first.has(familyOf(n))) first.set(familyOf(n), n);
  return [...first.values()];
}

/** Buttons of which one is chosen. @param {string} label @param {[string, any, boolean?][]} options key, words, and whether there is nothing to see @param {string} chosen @param {(key: string) => void} choose */
function choiceGroup(label, options, chosen, choose) {
  return h('span', { class: 'group', role: 'group', 'aria-label': label }, options.map(([key, words, empty]) =>
    button(words, () => choose(key), 'choice', { 'data-choice': key, 'aria-pressed': key === chosen ? 'true' : 'false', disabled: !!empty && key !== chosen })));
}

/** A list to choose from, with its label. @param {string} id @param {string} label @param {[string, string][]} options @param {string} chosen @param {(key: string) => void} choose */
function choiceList(id, label, options, chosen, choose) {
  const el = h('select', { id, onchange: e => choose(e.target.value) }, options.map(([key, words]) => h('option', { value: key, selected: key === chosen }, words)));
  return h('span', { class: 'group choose' }, h('label', { for: id }, label), el);
}

/** Fills an element without losing the place of the focus in it. @param {HTMLElement} el @param {...any} children */
function refill(el, ...children) {
  const at = document.activeElement, key = at instanceof HTMLElement && el.contains(at) ? at.id || at.dataset.choice : undefined;
  fill(el, children);
  if (!key) return;
  const again = [...el.querySelectorAll('[id], [data-choice]')].find(x => x.id === key || x instanceof HTMLElement && x.dataset.choice === key);
  if (again instanceof HTMLElement) again.focus();
}

/** Runs f when the page is about to be printed, and after. @param {() => void} f */
function onPrint(f) { addEventListener('beforeprint', f); addEventListener('afterprint', f); }

/** Marks what is about the selected event. @param {HTMLElement} host */
function markChosen(host) {
  for (const el of host.querySelectorAll('[data-event]')) if (el instanceof HTMLElement) el.classList.toggle('chosen', +el.dataset.event === state.event);
}

/** A, B, ... Z, AA, AB, ... @param {number} n from 0 @returns {string} */
function letterOf(n) { return (n >= 26 ? letterOf(Math.floor(n / 26) - 1) : '') + String.fromCharCode(65 + n % 26); }
