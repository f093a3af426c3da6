// Opening the page's data. A part is columns of numbers and strings, compressed
// and in base64; it is opened when it is first asked for, and read in place:
// what nobody looks at costs only its bytes. The parts stand in the page, or in
// scripts beside it.

/** @type {Map<string, Promise<any>>} */
const openParts = new Map();

/** Opens a part, once. @param {string} name @returns {Promise<any>} its columns by name, and its meta */
function openPart(name) {
  let p = openParts.get(name);
  if (!p) openParts.set(name, p = readPart(name));
  return p;
}

/** Opens a part without keeping it. @param {string} name */
async function readPart(name) {
  const packed = await packedPart(name);
  if (packed.startsWith(':')) return readColumns(fromBase64(packed.slice(1)).buffer);
  const bytes = fromBase64(packed);
  return readColumns(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());
}

const wholePage = new Promise(done => {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => done(true)); else done(true);
});

/** The text of a part, from the page or from the script beside it. @param {string} name @returns {Promise<string>} */
async function packedPart(name) {
  let el = document.getElementById(`dl-${name}`);
  if (!el || !el.nextSibling) { // the end of the page may still be on its way
    await wholePage;
    el = document.getElementById(`dl-${name}`);
  }
  const folder = document.body.dataset.parts;
  return el ? el.textContent : loadScript(`${folder}/${name}.js`, name);
}

/** @type {Map<string, (text: string) => void>} */
const awaited = new Map();
Object.defineProperty(window, 'datelinePart', { value: (name, text) => { const f = awaited.get(name); if (f) f(text); } });

/** @param {string} src @param {string} name @returns {Promise<string>} */
function loadScript(src, name) {
  return new Promise((done, fail) => {
    awaited.set(name, text => { awaited.delete(name); done(text); });
    const el = document.createElement('script');
    el.src = src;
    el.onload = () => el.remove(); // its text would only take memory
    el.onerror = () => { partMissing(src); fail(new Error(src)); };
    document.head.append(el);
  });
}

/** Tells which part is missing, the first one if many are. @param {string} src */
function partMissing(src) {
  const tools = document.getElementById('tools');
  if (tools && !document.querySelector('.banner[role=alert]')) tools.before(h('p', { class: 'banner', role: 'alert' }, T.partMissing(src)));
}

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} */
function fromBase64(text) {
  const quick = /** @type {any} */ (Uint8Array).fromBase64;
  if (quick) return quick.call(Uint8Array, text);
  const s = atob(text), bytes = new Uint8Array(s.length);
  for (let i = 0; i < s.length; i++) bytes[i] = s.charCodeAt(i);
  return bytes;
}

const decoder = new TextDecoder();

/** A column of strings, each decoded when it is asked for. */
class Strings {
  /** @param {Uint8Array} bytes @param {Int32Array} starts @param {ArrayLike<number>|null} numbers of the strings, where many are the same */
  constructor(bytes, starts, numbers) { this.bytes = bytes; this.starts = starts; this.numbers = numbers; this.length = numbers ? numbers.length : starts.length - 1; }
  /** How many different strings there are, and which of them is the i-th. */
  get distinct() { return this.starts.length - 1; }
  number(i) { return this.numbers ? this.numbers[i] : i; }
  at(i) { return this.distinctAt(this.number(i)); }
  distinctAt(n) { return decoder.decode(this.bytes.subarray(this.starts[n], this.starts[n + 1])); }
  /** A piece of a string, by bytes. @param {number} i @param {number} from @param {number} to */
  slice(i, from, to) {
    const n = this.number(i), a = this.starts[n], b = this.starts[n + 1];
    return decoder.decode(this.bytes.subarray(Math.min(a + from, b), Math.min(a + to, b)));
  }
  /** Length of a string in bytes. */
  size(i) { const n = this.number(i); return this.starts[n + 1] - this.starts[n]; }
  all() { return Array.from({ length: this.length }, (_, i) => this.at(i)); }
}

/** A column of lists of numbers. */
class Lists {
  constructor(values, starts) { this.values = values; this.starts = starts; this.length = starts.length - 1; }
  at(i) { return this.values.subarray(this.starts[i], this.starts[i + 1]); }
}

/** Where runs of these lengths start, and the last one ends. @param {ArrayLike<number>} lengths */
function runs(lengths) {
  const starts = new Int32Array(lengths.length + 1);
  for (let i = 0, n = 0; i < lengths.length; i++) starts[i + 1] = n += lengths[i];
  return starts;
}

const numberTypes = { u8: Uint8Array, u16: Uint16Array, i32: Int32Array, f32: Float32Array };

/** @param {ArrayBuffer} buffer */
function readColumns(buffer) {
  const size = new DataView(buffer).getUint32(0, true), head = JSON.parse(decoder.decode(new Uint8Array(buffer, 4, size)));
  const raw = new Map();
  let at = 4 + size;
  for (const { name, type, count, delta } of head.columns) {
    const Type = numberTypes[type];
    let list = new Type(buffer, at, count);
    at += Math.ceil(list.byteLength / 8) * 8;
    if (delta) {
      const sums = new Int32Array(count);
      for (let i = 0, n = 0; i < count; i++) sums[i] = n += list[i];
      list = sums;
    }
    raw.set(name, list);
  }
  const out = { meta: head.meta };
  for (const [name, list] of raw) {
    if (name.includes('.')) continue;
    const lengths = raw.get(`${name}.length`), counts = raw.get(`${name}.count`);
    out[name] = lengths ? new Strings(list, runs(lengths), raw.get(`${name}.at`) || null) : counts ? new Lists(list, runs(counts)) : list;
  }
  return out;
}
