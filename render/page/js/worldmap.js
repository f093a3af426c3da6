// The outline of the world, on Mercator's projection: x and y from 0 to 1 over
// the whole. It comes with the page; nothing is loaded.

/** @param {number} lon degrees */
const mercatorX = lon => (lon + 180) / 360;
/** @param {number} lat degrees */
const mercatorY = lat => { const a = Math.max(-85, Math.min(85, lat)) * Math.PI / 180; return 0.5 - Math.log(Math.tan(Math.PI / 4 + a / 2)) / (2 * Math.PI); };

/** A line on the map: x and y in turn, and what holds them. @typedef {{points: Float64Array, box: [number, number, number, number]}} Outline */

/** @param {ArrayLike<number>} degrees longitude and latitude in turn @param {number} shift degrees to the east @returns {Outline} */
function outlineOf(degrees, shift = 0) {
  const points = new Float64Array(degrees.length), box = /** @type {[number, number, number, number]} */ ([Infinity, Infinity, -Infinity, -Infinity]);
  for (let k = 0; k < points.length; k += 2) {
    const x = points[k] = mercatorX(degrees[k] + shift), y = points[k + 1] = mercatorY(degrees[k + 1]);
    if (x < box[0]) box[0] = x; if (x > box[2]) box[2] = x;
    if (y < box[1]) box[1] = y; if (y > box[3]) box[3] = y;
  }
  return { points, box };
}

/** The outlines of a map in TopoJSON: land to fill, and each border or coast once. @param {any} topology @returns {{land: Outline[], lines: Outline[]}} */
function worldOutlines(topology) {
  if (!topology.arcs) return { land: [], lines: [] };
  const { scale, translate } = topology.transform, land = [];
  const arcs = topology.arcs.map(arc => {
    const out = new Float64Array(2 * arc.length);
    arc.reduce(([x, y], [dx, dy], k) => { out[2 * k] = (x + dx) * scale[0] + translate[0]; out[2 * k + 1] = (y + dy) * scale[1] + translate[1]; return [x + dx, y + dy]; }, [0, 0]);
    return out;
  });
  const ring = ids => {
    const out = new Float64Array(ids.reduce((n, id) => n + arcs[id < 0 ? ~id : id].length, 0));
    let n = 0, turn = 0, crossed = false;
    for (const id of ids) {
      const arc = arcs[id < 0 ? ~id : id];
      for (let k = 0; k < arc.length; k += 2) {
        const at = id < 0 ? arc.length - 2 - k : k, before = n ? out[n - 2] : arc[at];
        // What crosses 180 degrees is drawn on beyond the edge, and once more from the other.
        while (arc[at] + turn - before > 180) { turn -= 360; crossed = true; }
        while (arc[at] + turn - before < -180) { turn += 360; crossed = true; }
        out[n++] = arc[at] + turn; out[n++] = arc[at + 1];
      }
    }
    for (const shift of crossed ? [-360, 0, 360] : [0]) land.push(outlineOf(out, shift));
  };
  for (const g of topology.objects.countries.geometries) for (const polygon of g.type === 'Polygon' ? [g.arcs] : g.arcs) polygon.forEach(ring);
  return { land, lines: arcs.map(a => outlineOf(a)) };
}

const FINEST = 0.7; // pixels between the points of an outline that are drawn

/** Traces what is in view of some outlines. @param {CanvasRenderingContext2D} ctx @param {Outline[]} list @param {{x: number, y: number}} at upper left corner @param {number} scale pixels of the world @param {number} width @param {number} height pixels @param {boolean} closed */
function traceOutlines(ctx, list, at, scale, width, height, closed) {
  ctx.beginPath();
  const right = at.x + width / scale, bottom = at.y + height / scale;
  for (const { points, box } of list) {
    if (box[2] < at.x || box[0] > right || box[3] < at.y || box[1] > bottom) continue;
    let lastX = NaN, lastY = NaN;
    for (let k = 0; k < points.length; k += 2) {
      const x = (points[k] - at.x) * scale, y = (points[k + 1] - at.y) * scale, end = k + 2 === points.length;
      if (!end && Math.abs(x - lastX) + Math.abs(y - lastY) < FINEST) continue;
      // A line that jumps, or runs along the edge of the map, is none.
      const broken = !closed && k > 0 && (Math.abs(points[k] - points[k - 2]) > 0.5 || points[k] < 0.0001 && points[k - 2] < 0.0001 || points[k] > 0.9999 && points[k - 2] > 0.9999);
      if (k && !broken) ctx.lineTo(x, y); else ctx.moveTo(x, y);
      lastX = x; lastY = y;
    }
    if (closed) ctx.closePath();
  }
}

/** A round number of kilometres and its length in pixels, in the middle of a map. @param {number} perUnit pixels of the whole world's width @param {number} lat @param {number} room pixels */
function scaleBar(perUnit, lat, room) {
  const perKm = perUnit / (40075 * Math.cos(lat * Math.PI / 180));
  let km = niceStep(room / perKm);
  while (km * perKm > room && km > 0.001) km /= km % 5 === 0 && String(km)[0] === '5' ? 2.5 : 2;
  return { km, px: km * perKm };
}
