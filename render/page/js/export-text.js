// What is taken away as a table, as data and as text.

/** The events of a taking as rows, or the table that the view has of its own. @param {Taking} t @returns {{head: string[], rows: any[][]}} */
function takenTable(t) { return withScope(t.scope, () => t.view.table ? t.view.table(t.scope) : eventTable(t.list)); }

/** @param {Taking} t @param {string} name */
function saveCSV(t, name) {
  const { head, rows } = takenTable(t), line = r => r.map(csvCell).join(',');
  // What it was made from stands below the table, where no program takes it for a head.
  const notes = [t.title, ...t.notes, `${T.out.address}: ${location.hash}`];
  download(name, 'text/csv', '\ufeff' + [line(head), ...rows.map(line), '', ...notes.map(n => line([n]))].join('\r\n') + '\r\n');
}

const MOST_REPORTS = 50000;
/** @param {Taking} t @param {string} name */
async function saveJSON(t, name) {
  const reports = t.list.flatMap(reportsOfEvent).slice(0, MOST_REPORTS);
  await openQuotes(reports);
  const at = new Set(reports), documents = new Set(reports.map(r => index.reportDocument[r]).filter(n => n >= 0));
  const own = t.view.table ? takenTable(t) : null;
  const out = {
    title: t.title, view: t.view.name, address: location.hash, generator: data.generator, filter: t.filter, notes: t.notes, alt: t.alt,
    ...(own ? { table: own.rows.map(r => Object.fromEntries(own.head.map((k, n) => [k, r[n]]))) } : {}),
    events: t.list.map(i => ({
      id: index.id.at(i), label: labelOf(i), kind: data.kinds[events.kind[i]].id, date: dateWords(i), edtf: index.edtf.at(events.when[i]), earliest: isoDay(happenedFirst[i]), latest: isoDay(happenedLast[i]), date_basis: index.basis.at(events.when[i]),
      modality: modalityOf(i), places: placesOf(i), documents: events.documents[i], families: events.families[i], accounts: events.accounts[i], disputed: isDisputed[i] === 1, review: reviewStatuses[builtReview(i) & 3],
      figures: detailOf(i).figures.map(f => ({ measure: f.measure, population: f.population, low: f.low, best: f.best, high: f.high })), reports: reportsOfEvent(i).filter(r => at.has(r)).map(r => report(r).id),
    })),
    reports: reports.map(n => { const r = report(n); return { id: r.id, document: r.document < 0 ? '' : documentOf(r.document).id, event: r.event < 0 ? '' : index.id.at(r.event), quote: quoteOf(r), modality: r.modality, hedge: r.hedge, said_by: speakerChain(r), date: whenWords(r.when), edtf: index.edtf.at(r.when) }; }),
    documents: [...documents].map(n => { const d = documentOf(n); return { id: d.id, title: d.title, outlet: data.outlets[d.outlet], author: d.author, published: d.published, url: d.url, path: d.path, sha256: d.sha256, copy_of: d.copyOf < 0 ? '' : documentOf(d.copyOf).id }; }),
    reports_left_out: Math.max(0, t.list.reduce((n, i) => n + index.reports[i], 0) - reports.length),
  };
  download(name, 'application/json', JSON.stringify(out, null, 1) + '\n');
}

const MOST_TOLD = 1000, QUOTED = 3;
/** @param {Taking} t @param {string} name */
async function saveMarkdown(t, name) { download(name, 'text/markdown', await markdownOf(t)); }

/** Sentences with footnotes to the reports behind them. @param {Taking} t */
async function markdownOf(t) {
  const told = t.list.slice(0, MOST_TOLD), notes = [], quoted = new Map(told.map(i => [i, firstAccounts(i)]));
  await openQuotes([...quoted.values()].flat());
  const lines = [`# ${plainMarkdown(t.title)}`, '', ...t.notes.map(n => `> ${plainMarkdown(n)}  `), ''];
  if (t.view.table) lines.push(...markdownTable(takenTable(t)), '');
  for (const i of told) {
    const m = modalityOf(i), signs = [m !== 'happened' && T.modality[m], isRejected(i) && T.review.rejected, isDisputed[i] && T.disputed].filter(Boolean);
    lines.push(`- **${plainMarkdown(dateWords(i))}**, ${plainMarkdown(labelOf(i))}${signs.length ? ` (${signs.join('; ')})` : ''}: ${T.accounts(events.accounts[i])} in ${T.documents(events.documents[i])}.` + quoted.get(i).map(n => {
      const r = report(n), q = quoteOf(r).trim().replace(/\s+/g, ' ');
      notes.push(`[^${notes.length + 1}]: ${plainMarkdown(footnoteSource(r))}`);
      return ` ${plainMarkdown(documentOf(r.document) ? sourceName(documentOf(r.document)) : '')}${r.modality !== 'happened' ? ` (${modalityName(r.modality)})` : ''}: ${q ? `“${plainMarkdown(q)}”` : T.quoteMissing}[^${notes.length}]`;
    }).join(''));
  }
  if (t.list.length > told.length) lines.push('', T.out.left(t.list.length - told.length));
  return [...lines, '', ...notes, ''].join('\n');
}

/** One report of each of the first texts that tell of an event. @param {number} i */
function firstAccounts(i) {
  const seen = new Set(), out = [];
  for (const r of reportsOfEvent(i)) { const f = familyOf(r); if (!seen.has(f) && out.length < QUOTED) { seen.add(f); out.push(r); } }
  return out;
}
/** The document of a report as a note. @param {any} r */
function footnoteSource(r) {
  const d = documentOf(r.document);
  return d ? `${[d.author, `“${d.title || d.path || d.id}”`, outletName(d.outlet), d.words || T.publishedUnknown, d.url].filter(Boolean).join(', ')}.` : '';
}
/** Text that Markdown takes for nothing but text. @param {string} s */
function plainMarkdown(s) { return s.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|!~^$&]/g, '\\$&').replace(/^([-+]|\d+[.)])/, '\\$1').replace(/(https?):/gi, '$1\\:'); }
/** @param {{head: string[], rows: any[][]}} t */
function markdownTable({ head, rows }) {
  const line = r => `| ${r.map(c => plainMarkdown(String(c ?? ''))).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)];
}
