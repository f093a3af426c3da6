// Choosing an event by the words of its label.

/**
 * A field that lists the events whose label or date holds what is typed.
 * @param {string} id @param {string} label @param {(i: number) => void} pick
 */
function eventPicker(id, label, pick) {
  const list = h('ul', { class: 'picked' }), input = h('input', { id, type: 'search', autocomplete: 'off', placeholder: label, 'aria-label': label });
  const draw = () => {
    const q = input.value.trim().toLowerCase();
    fill(list, q && eventsNamed(q, -1).map(i => h('li', null, h('button', { type: 'button', class: 'link event', onclick: () => { input.value = ''; fill(list); pick(i); } }, own(labelOf(i)), h('span', { class: 'meta' }, dateWords(i))))));
  };
  input.addEventListener('input', draw);
  return h('div', { class: 'picker' }, input, list);
}
