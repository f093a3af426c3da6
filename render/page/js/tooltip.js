// The note beside the pointer. It holds text nodes only.

const tip = h('div', { class: 'tip', role: 'presentation', hidden: true });

/** @param {any[]} children @param {HTMLElement} host @param {number} x @param {number} y pixels within host */
function showTip(children, host, x, y) {
  if (tip.parentNode !== host) host.append(tip);
  fill(tip, children);
  tip.hidden = false;
  const w = tip.offsetWidth, t = tip.offsetHeight;
  tip.style.left = `${Math.max(4, Math.min(x + 14, host.clientWidth - w - 4))}px`;
  tip.style.top = `${y + t + 22 > host.clientHeight ? Math.max(2, y - t - 12) : y + 16}px`;
}
function hideTip() { tip.hidden = true; }

/** What the note says of an event. @param {number} i */
function eventTip(i) {
  return [
    own(labelOf(i), 'strong'),
    h('div', { class: 'tip-date' }, dateWords(i)),
    h('div', null, [T.documents(events.documents[i]), T.accounts(events.accounts[i])].join(', ')),
    modalityOf(i) !== 'happened' && h('div', { class: 'tip-sign' }, capital(modalityName(modalityOf(i)))),
    isDisputed[i] === 1 && h('div', { class: 'tip-sign' }, capital(T.disputed)),
    isRejected(i) && h('div', { class: 'tip-sign' }, capital(T.review.rejected)),
  ];
}
