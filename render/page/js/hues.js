// The look of the groups of kinds, the same in every view: each has a hue, and
// where there are more groups than hues a second mark.

// The order of groups, in lanes as in the choice of hues: what was done first,
// what was said last.
const CLASS_ORDER = ['violence', 'harm', 'territory', 'diplomacy', 'politics', 'justice', 'society', 'economy', 'disaster', 'other', 'statement'];

/** Place of a group in the order; groups that it does not name come before "other". @param {string} c */
function classRank(c) { const n = CLASS_ORDER.indexOf(c); return n < 0 ? CLASS_ORDER.indexOf('other') - 0.5 : n; }

const kindsUsed = once(() => { const used = new Uint8Array(data.kinds.length); for (let i = 0; i < eventCount; i++) used[events.kind[i]] = 1; return used; });
/** The groups that have events in this page, in order. */
const classes = once(() => [...new Set(data.kinds.filter((_, k) => kindsUsed()[k]).map(k => k.class))].sort((a, b) => classRank(a) - classRank(b) || (a < b ? -1 : 1)));
const classNumber = once(() => new Map(classes().map((c, n) => [c, n])));

/** A group as a reader sees it. @param {string} c */
function groupName(c) { return capital(c.replaceAll('-', ' ')); }
/** @param {number} i an event @returns {string} */
function classOf(i) { return data.kinds[events.kind[i]].class; }
/** @param {string} c a group @returns {string} */
function classHue(c) { const n = classNumber().get(c); return n === undefined ? colours.soft : colours.hues[n % colours.hues.length]; }
/** Whether a group shares its hue with an earlier one, and is told apart by a broken line. @param {string} c */
function classBroken(c) { return (classNumber().get(c) || 0) >= colours.hues.length; }

/** The groups of some events with their looks, in order. @param {number[]} list */
function classLegend(list) {
  const here = new Set(list.map(classOf));
  return h('ul', { class: 'class-legend', 'aria-label': T.lanes.class }, classes().filter(c => here.has(c)).map(c => {
    const dot = h('span', { class: `dot${classBroken(c) ? ' broken' : ''}`, 'aria-hidden': 'true' });
    dot.style.setProperty('--hue', classHue(c));
    return h('li', null, dot, groupName(c));
  }));
}
