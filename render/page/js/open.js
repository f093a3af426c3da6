// Opening the page's data. A part is JSON as it is, or, when it is large,
// compressed with gzip and written in base64, which a browser opens faster than
// it would read the text.

/** @param {string} id @returns {Promise<any>} */
async function unpack(id) {
  const el = document.getElementById(id), text = el.textContent;
  el.remove(); // its text would only take memory
  if (el.getAttribute('type') === 'application/json') return JSON.parse(text);
  const bytes = fromBase64(text);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).json();
}

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} */
function fromBase64(text) {
  const quick = /** @type {any} */ (Uint8Array).fromBase64;
  if (quick) return quick.call(Uint8Array, text);
  const s = atob(text), bytes = new Uint8Array(s.length);
  for (let i = 0; i < s.length; i++) bytes[i] = s.charCodeAt(i);
  return bytes;
}
