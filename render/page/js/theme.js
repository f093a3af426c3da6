// Colours of what is drawn on the canvas. Hues are those of Okabe and Ito (2008)
// that reach a contrast of 3:1 on the page's background, light and dark; the
// rest of the page takes its colours from the style sheet.

const palettes = {
  light: {
    paper: '#fbfaf7', band: '#f3f1eb', line: '#dedad0', ink: '#1d1e20', soft: '#5b5e66', focus: '#0b57a4',
    hues: ['#0072b2', '#c24f00', '#00805d', '#a8528a', '#4d4d4d', '#7a6a00'],
  },
  dark: {
    paper: '#15171b', band: '#1b1e23', line: '#31353d', ink: '#e9e7e2', soft: '#a5a8b0', focus: '#8cc8ff',
    hues: ['#56b4e9', '#ff9b57', '#2fc99b', '#e29cc6', '#b9bbc0', '#e8dc4a'],
  },
};
const darkWanted = matchMedia('(prefers-color-scheme: dark)');
const stillWanted = matchMedia('(prefers-reduced-motion: reduce)');

function isDark() {
  const set = document.documentElement.dataset.theme;
  return set ? set === 'dark' : darkWanted.matches;
}
let colours = isDark() ? palettes.dark : palettes.light;

/** Called when the theme changes. @type {(() => void)[]} */
const onTheme = [];
function themeChanged() {
  colours = isDark() ? palettes.dark : palettes.light;
  for (const f of onTheme) f();
}
darkWanted.addEventListener('change', themeChanged);
function toggleTheme() {
  document.documentElement.dataset.theme = isDark() ? 'light' : 'dark';
  themeChanged();
}

// Paper is white whatever the screen is.
let before = /** @type {string|undefined} */ (undefined);
addEventListener('beforeprint', () => { before = document.documentElement.dataset.theme; document.documentElement.dataset.theme = 'light'; themeChanged(); });
addEventListener('afterprint', () => { if (before) document.documentElement.dataset.theme = before; else delete document.documentElement.dataset.theme; themeChanged(); });

/** A hue with an alpha. @param {string} hex @param {number} alpha */
function tint(hex, alpha) {
  return hex + Math.round(alpha * 255).toString(16).padStart(2, '0');
}
