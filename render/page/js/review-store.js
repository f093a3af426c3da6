// What the reviewer has decided in this page and not built in yet. It is kept in
// the browser where that is allowed, and saved as a file for the next build.

/**
 * A decision, as docs/schema.md states it.
 * @typedef {{action: string, event?: string, document?: string, who: string, when: string, reason: string, before: any, after: any, outcome?: string, says?: string}} Decision
 */

const reviewStore = {
  /** decisions that the page was built with @type {Decision[]} */ built: [],
  /** decisions taken since @type {Decision[]} */ pending: [],
  who: '',
  /** how many of the pending ones stand in a file */ saved: 0,
  /** whether the browser keeps them */ kept: true,
  /** pending decisions by event @type {Map<number, Decision[]>} */ byEvent: new Map(),

  /** Opens what is known of decisions; once. */
  open: once(async () => {
    const part = await openPart('method');
    const s = reviewStore;
    s.built = part.meta.corrections;
    const known = new Set(s.built.map(sameDecision));
    const old = s.read();
    s.who = old.who;
    s.pending = old.pending.filter(d => !known.has(sameDecision(d))); // those of the last run are built in now
    s.saved = Math.min(old.saved, s.pending.length);
    s.number();
  }),

  get key() { return `dateline review ${location.pathname}`; },
  /** @returns {{who: string, pending: Decision[], saved: number}} */
  read() {
    try {
      const x = JSON.parse(localStorage.getItem(this.key) || '{}');
      return { who: String(x.who || ''), pending: Array.isArray(x.pending) ? x.pending.filter(isDecision) : [], saved: +x.saved || 0 };
    } catch { // it may be forbidden, or hold what another program wrote
      this.kept = storageWorks();
      return { who: '', pending: [], saved: 0 };
    }
  },
  write() {
    try {
      localStorage.setItem(this.key, JSON.stringify({ who: this.who, pending: this.pending, saved: this.saved }));
      this.kept = true;
    } catch { this.kept = false; }
  },

  /** @param {Decision} d */
  add(d) { this.pending.push(d); this.changed(); },
  /** @param {Decision} d */
  withdraw(d) {
    const n = this.pending.indexOf(d);
    if (n < 0) return;
    this.pending.splice(n, 1);
    this.saved = Math.min(this.saved, n); // what the file holds from there on is no longer what is here
    this.changed();
  },
  changed() { this.number(); this.write(); },

  number() {
    this.byEvent.clear();
    for (const d of this.pending) for (const i of eventsOfDecision(d)) { const l = this.byEvent.get(i); if (l) l.push(d); else this.byEvent.set(i, [d]); }
  },

  /** The pending decisions about an event, in order. @param {number} i */
  of(i) { return this.byEvent.get(i) || []; },
  /** All decisions about an event, those built in first. @param {number} i @returns {Decision[]} */
  history(i) {
    const r = detailOf(i).review;
    return [...(r ? r.corrections.map(n => this.built[n]) : []), ...this.of(i)].filter(Boolean);
  },
  /** open, accepted or rejected, pending decisions included. @param {number} i */
  status(i) {
    const bits = builtReview(i) & 3;
    let s = bits === RULE.accepted ? 'accepted' : bits === RULE.rejected ? 'rejected' : 'open';
    for (const d of this.of(i)) if (d.after.status) s = d.after.status;
    return s;
  },
  /** @param {number} i */
  starred(i) {
    let on = (builtReview(i) & RULE.starred) !== 0;
    for (const d of this.of(i)) if (d.action === 'star') on = true; else if (d.action === 'unstar') on = false;
    return on;
  },
  /** Whether somebody has decided something: accepted, rejected, dated, merged or split it. @param {number} i */
  decided(i) { return this.status(i) !== 'open' || (builtReview(i) & RULE.dated) !== 0 || this.of(i).some(d => ['merge', 'split', 'redate'].includes(d.action)); },

  /** The events that are one with this one by pending mergers. @param {number} i @returns {number[]} */
  together(i) {
    const group = new Set([i]);
    for (let size = 0; size !== group.size;) {
      size = group.size;
      for (const d of this.pending) if (d.action === 'merge') {
        const list = eventsOfDecision(d);
        if (list.some(k => group.has(k))) for (const k of list) group.add(k);
      }
    }
    return [...group].sort((a, b) => a - b);
  },
  /** Reports of the event as the next build will have it. @param {number} i @returns {Promise<string[]>} their ids */
  async reportIDs(i) {
    const list = this.together(i).flatMap(reportsOfEvent), gone = new Set(this.of(i).filter(d => d.action === 'split').flatMap(d => d.after.reports));
    await openReports(list);
    return list.map(r => report(r).id).filter(id => !gone.has(id));
  },

  /** The file, old decisions and new ones. */
  file() {
    const of = s => ({ events: s.events, reports: s.reports, edtf: s.edtf, copy_of: s.copy_of, status: s.status });
    const plain = d => ({ action: d.action, event: d.event, document: d.document, who: d.who, when: d.when, reason: d.reason, before: of(d.before), after: of(d.after) });
    return JSON.stringify({ version: 1, generator: data.generator, corrections: [...this.built, ...this.pending].map(plain) }, null, 1) + '\n';
  },
  save() {
    download('corrections.json', 'application/json', this.file());
    this.saved = this.pending.length;
    this.write();
  },
  /** Takes decisions from a file. @param {string} text @returns {{added: number, known: number}} */
  load(text) {
    const x = JSON.parse(text);
    if (!x || x.version !== 1 || !Array.isArray(x.corrections) || !x.corrections.every(isDecision)) throw new Error('corrections.json');
    const known = new Set([...this.built, ...this.pending].map(sameDecision)), fresh = x.corrections.filter(d => !known.has(sameDecision(d)));
    this.pending.push(...fresh);
    this.changed();
    return { added: fresh.length, known: x.corrections.length - fresh.length };
  },
};

function storageWorks() {
  try { localStorage.setItem('dateline', '1'); localStorage.removeItem('dateline'); return true; } catch { return false; }
}

/** @param {any} d */
function isDecision(d) {
  return !!d && Object.hasOwn(reviewWords.actions, d.action) && ['who', 'when', 'reason'].every(k => typeof d[k] === 'string') && (typeof d.event === 'string' || typeof d.document === 'string')
    && [d.before, d.after].every(s => s && typeof s === 'object' && ['events', 'reports'].every(k => s[k] === undefined || Array.isArray(s[k]) && s[k].every(id => typeof id === 'string')));
}
/** What makes two decisions one and the same. @param {Decision} d */
function sameDecision(d) { return JSON.stringify([d.action, d.event || '', d.document || '', d.who, d.when, d.reason, d.after && d.after.edtf || '', d.after && d.after.copy_of || '']); }
/** The events of this page that a decision is about. @param {Decision} d @returns {number[]} */
function eventsOfDecision(d) {
  const ids = [d.event, ...(d.action === 'merge' ? d.before.events || [] : [])], list = ids.map(id => eventNumber().get(id)).filter(n => n !== undefined);
  return [...new Set(list)];
}

/** The time as a file states it. */
function timeNow() { return new Date().toISOString().replace(/\.\d+Z$/, 'Z'); }

addEventListener('beforeunload', e => { if (!reviewStore.kept && reviewStore.pending.length > reviewStore.saved) e.preventDefault(); });
