// Makes countries-50m.json.gz from countries-50m.json of the npm package
// world-atlas 2.0.2: node make.mjs countries-50m.json | gzip -9n > countries-50m.json.gz
// Coordinates are rounded to a hundredth of a degree, names and codes left out,
// as are islands smaller than a twentieth of a degree.
import { readFileSync } from 'node:fs';

const topo = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const [sx, sy] = topo.transform.scale, [tx, ty] = topo.transform.translate;
const STEP = 0.01;
const absolute = topo.arcs.map(arc => {
  let x = 0, y = 0;
  return arc.map(([dx, dy]) => [Math.round(((x += dx) * sx + tx + 180) / STEP), Math.round(((y += dy) * sy + ty + 90) / STEP)]);
});
const small = ring => {
  const p = ring.flatMap(i => absolute[i < 0 ? ~i : i]), xs = p.map(q => q[0]), ys = p.map(q => q[1]);
  return Math.max(...xs) - Math.min(...xs) < 5 && Math.max(...ys) - Math.min(...ys) < 5;
};
const used = new Map();
const renumber = ring => ring.map(i => {
  const a = i < 0 ? ~i : i;
  if (!used.has(a)) used.set(a, used.size);
  return i < 0 ? ~used.get(a) : used.get(a);
});
const geometries = topo.objects.countries.geometries.map(g => {
  const polygons = (g.type === 'Polygon' ? [g.arcs] : g.arcs || []).filter(p => !small(p[0])).map(p => p.map(renumber));
  return { type: 'MultiPolygon', arcs: polygons };
}).filter(g => g.arcs.length);
const arcs = [...used.keys()].map(a => {
  let px = 0, py = 0;
  return absolute[a].map(([x, y]) => { const d = [x - px, y - py]; px = x; py = y; return d; }).filter((d, i) => i === 0 || d[0] || d[1]);
});
process.stdout.write(JSON.stringify({ type: 'Topology', transform: { scale: [STEP, STEP], translate: [-180, -90] }, objects: { countries: { type: 'GeometryCollection', geometries } }, arcs }));
