// Draws a chart with ECharts and hands over what it drew: the shapes and texts
// of its display list, in their order, with absolute coordinates. The host
// gives measure(text, font) and takes the result of draw as JSON.
const draw = (function () {
  'use strict';
  echarts.setPlatformAPI({ measureText: (text, font) => ({ width: measure(String(text), font || '') }) });

  /** A colour as [r, g, b, alpha], null for none. */
  function colour(c, alpha) {
    if (!c || c === 'none' || typeof c !== 'string') return null;
    const p = echarts.color.parse(c);
    return p ? [p[0], p[1], p[2], p[3] * alpha] : null;
  }

  function dash(style) {
    const d = style.lineDash, w = style.lineWidth;
    if (!d || d === 'solid' || !(w > 0)) return [];
    if (d === 'dashed') return [4 * w, 2 * w];
    if (d === 'dotted') return [w, 1.5 * w];
    return Array.from(typeof d === 'number' ? [d] : d);
  }

  const identity = [1, 0, 0, 1, 0, 0];

  function shape(el) {
    if (!el.path) el.createPathProxy();
    el.path.beginPath();
    el.buildPath(el.path, el.shape, false);
    const style = el.style, opacity = style.opacity === undefined ? 1 : style.opacity;
    const share = v => opacity * (v === undefined || v === null ? 1 : v);
    return {
      d: Array.prototype.slice.call(el.path.data, 0, el.path.len()), m: el.transform || identity,
      fill: colour(style.fill, share(style.fillOpacity)), stroke: style.lineWidth > 0 ? colour(style.stroke, share(style.strokeOpacity)) : null,
      width: style.lineWidth || 0, dash: dash(style), fixed: !!style.strokeNoScale,
    };
  }

  function text(el) {
    const s = el.style;
    return {
      text: String(s.text), x: s.x || 0, y: s.y || 0, m: el.transform || identity, font: s.font || '', align: s.textAlign || 'left', base: s.textBaseline || 'alphabetic',
      fill: colour(s.fill, s.opacity === undefined ? 1 : s.opacity), stroke: s.lineWidth > 0 ? colour(s.stroke, 1) : null,
    };
  }

  return function (option, width, height, maps, months) {
    const names = Array.from(months);
    echarts.registerLocale('FIGURE', { time: { month: names, monthAbbr: names, dayOfWeek: [], dayOfWeekAbbr: [] } });
    for (const [name, geo] of Object.entries(JSON.parse(maps))) echarts.registerMap(name, geo);
    const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height, locale: 'FIGURE' });
    try {
      chart.setOption(JSON.parse(option));
      const zr = chart.getZr();
      zr.flush();
      const list = [];
      for (const el of zr.storage.getDisplayList(true, false)) {
        if (el.ignore || el.invisible) continue;
        if (el.buildPath) list.push(shape(el));
        else if (el.style && el.style.text !== undefined && el.style.text !== null && el.style.text !== '') list.push(text(el));
      }
      return JSON.stringify(list);
    } finally {
      chart.dispose();
    }
  };
})();
