// The strip below the chronology: all events shown, over all the time there is.

/** @param {{x: number, y: number, width: number, height: number}} plot @param {number} min @param {number} max @returns {Pen} */
function overviewStrip(plot, min, max) {
  const pen = new Pen(), perDay = plot.width / (max - min), stretch = stretchFor(perDay, 3), X = d => plot.x + (d - min) * perDay;
  const lane = newLane('', '', shown.filter(i => anchorDay[i] === anchorDay[i] && glyphOf[i] !== GLYPH.order));
  const bins = binsOf(lane, min, max, stretch);
  let most = 1;
  for (const b of bins) most = Math.max(most, b.n);
  for (const b of bins) drawBin(pen, X(b.a), plot.y + plot.height - 6, Math.max(2, (b.b - b.a) * perDay - 0.5), Math.max(3, (plot.height - 10) * Math.sqrt(b.n / most)), b, colours.soft);
  const { large, small } = ticks(min, max, perDay);
  let last = -Infinity;
  for (const [d, name] of perDay * 365 >= 46 && large.length > 3 ? large : small) {
    const x = X(d), w = textWidth(name, 12);
    if (x < plot.x || x < last || x + w > plot.x + plot.width) continue;
    line(pen.stroke(2, colours.line, 1), x, plot.y, x, plot.y + plot.height);
    pen.words.push({ x: x + 3, y: plot.y + plot.height + 9, text: name, size: 12, fill: colours.soft });
    last = x + w + 10;
  }
  return pen;
}
