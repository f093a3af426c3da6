// The overview is written with the page, so that it can be read without
// JavaScript; here it only becomes one of the views.
const overviewView = {
  name: 'overview',
  /** @param {HTMLElement} el */
  build(el) { el.append(overviewText); },
  update() {},
};
const overviewText = document.getElementById('overview');
document.getElementById('front').remove();
