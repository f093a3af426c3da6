// Runs chrono-node over documents as JSON lines and prints its dates as
// `dateline dates` prints its own, so that one scorer judges both:
//
//   npm install chrono-node@2.10.3
//   node chrono.mjs GOLD.jsonl > chrono.jsonl
//   python3 $DATELINE_DEVDATA/score/timex.py GOLD.jsonl chrono.jsonl
//
// chrono gives components, known or implied; the TIMEX3 value holds the known
// ones: a month without a day is YYYY-MM. With --time N the texts are repeated
// to N MB and parsed once, and the speed is printed instead.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

const chrono = await import(pathToFileURL(join(process.cwd(), 'node_modules/chrono-node/dist/esm/index.js')).href);
const args = process.argv.slice(2);
const timed = args[0] === '--time' ? Number(args.splice(0, 2)[1]) : 0;
const docs = readFileSync(args[0], 'utf8').split('\n').filter(l => l.trim()).map(l => JSON.parse(l));

/** @param {string} dct */
const reference = dct => new Date((dct || '2000-01-01').slice(0, 10) + 'T12:00:00');
const pad = (n, width = 2) => String(n).padStart(width, '0');

/** The TIMEX3 value of chrono's components. */
function value(c) {
  const known = name => c.isCertain(name), get = name => c.get(name);
  let v = pad(get('year'), 4);
  if (known('month') || known('day') || known('weekday') || known('hour')) v += '-' + pad(get('month'));
  if (known('day') || known('weekday') || known('hour')) v += '-' + pad(get('day'));
  if (known('hour')) v += 'T' + pad(get('hour')) + ':' + pad(get('minute') ?? 0);
  return v;
}

if (timed) {
  const one = docs.map(d => d.text).join('\n');
  const text = one.repeat(Math.max(1, Math.ceil(timed * 1e6 / one.length)));
  chrono.parse(one.slice(0, 1e5), reference(docs[0].dct), { forwardDate: false });
  const start = process.hrtime.bigint();
  let found = 0;
  for (let i = 0; i < text.length; i += 1e5) found += chrono.parse(text.slice(i, i + 1e5), reference(docs[0].dct), { forwardDate: false }).length;
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  console.log(`${(text.length / 1e6).toFixed(1)} MB, ${found} expressions, ${seconds.toFixed(2)} s, ${(text.length / 1e6 / seconds).toFixed(2)} MB/s`);
} else {
  for (const d of docs) {
    const bytes = i => Buffer.byteLength(d.text.slice(0, i));
    for (const r of chrono.parse(d.text, reference(d.dct), { forwardDate: false })) {
      const c = r.start, from = r.index, to = r.index + r.text.length;
      console.log(JSON.stringify({ doc: d.doc, start: bytes(from), end: bytes(to), text: r.text, type: c.isCertain('hour') ? 'TIME' : 'DATE', value: value(c) }));
    }
  }
}
