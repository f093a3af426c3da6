// Making elements. Text always becomes a text node: nothing here or elsewhere
// in the page parses a string as HTML.

/**
 * Makes an element. Attributes whose value is null, undefined or false are left
 * out; "class", "on..." listeners and "data-..." are given as they are named.
 * @param {string} tag
 * @param {Object<string, any>} [attributes]
 * @param {...any} children strings, numbers, nodes, arrays of them; null and false are left out
 * @returns {any} the element, of the class that its tag has
 */
function h(tag, attributes, ...children) {
  const el = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) el.addEventListener(name.slice(2), value);
    else el.setAttribute(name, value === true ? '' : String(value));
  }
  add(el, children);
  return el;
}

/**
 * Makes a part of a drawing. Lengths along the drawing are best given in percent, so that it fits any width.
 * @param {string} tag @param {Object<string, any>} [attributes] as of h @param {...any} children as of h
 * @returns {any}
 */
function svg(tag, attributes, ...children) {
  const el = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) el.addEventListener(name.slice(2), value); else el.setAttribute(name, String(value));
  }
  add(el, children);
  return el;
}

/**
 * @param {Element} el
 * @param {any} child
 */
function add(el, child) {
  if (child === null || child === undefined || child === false) return;
  if (Array.isArray(child)) for (const c of child) add(el, c);
  else el.append(child instanceof Node ? child : document.createTextNode(String(child)));
}

/**
 * Replaces what el holds.
 * @param {Element} el
 * @param {...any} children
 */
function fill(el, ...children) {
  el.replaceChildren();
  add(el, children);
}

/** Text of a document, which may run in either direction. @param {string} text @param {string} [tag] @param {string} [name] */
function own(text, tag = 'span', name) {
  return h(tag, { dir: 'auto', class: name }, text);
}

/** An address that may be followed, or null: only http and https. @param {string} url */
function safeURL(url) {
  try {
    const u = new URL(url);
    return u.protocol === 'http:' || u.protocol === 'https:' ? u.href : null;
  } catch {
    return null;
  }
}

/** @param {any} label @param {(e: any) => void} onclick @param {string} [name] @param {Object<string, any>} [more] */
function button(label, onclick, name, more) {
  return h('button', { type: 'button', class: name, onclick, ...more }, label);
}

/** Runs f at most once a frame, however often it is called. @param {() => void} f */
function everyFrame(f) {
  let waiting = 0;
  return () => {
    if (!waiting) waiting = requestAnimationFrame(() => { waiting = 0; f(); });
  };
}

/** Done when what was drawn is on the screen. */
function nextFrame() { return new Promise(done => requestAnimationFrame(() => setTimeout(done, 0))); }
