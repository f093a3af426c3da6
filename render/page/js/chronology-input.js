// Pointer, wheel and keys on the chronology. A plain wheel scrolls the page;
// Ctrl + wheel and two fingers zoom; dragging moves the window.

/** @param {typeof chronology} view */
function chronologyInput(view) {
  const host = view.host, ring = h('div', { class: 'ring', hidden: true });
  view.above = [ring, tip];
  const pointers = new Map();
  let drag = null, pinch = null, moved = false, wanted = null;
  const apply = everyFrame(() => { if (wanted) view.show(wanted[0], wanted[1]); });
  const go = (a, b) => { wanted = [a, b]; apply(); };
  const spot = e => { const r = host.getBoundingClientRect(); return { x: e.clientX - r.left, y: e.clientY - r.top }; };
  const inPlot = p => p.y < view.plot.y + view.plot.height && p.y > 0;
  const dayAt = x => view.t0 + (x - view.plot.x) / view.plot.width * (view.t1 - view.t0);

  const eventAt = p => {
    let best = -1, least = 1e9;
    for (const m of view.hits) {
      if (Math.abs(m.y - p.y) > ROW / 2 || p.x < m.x0 - 4 || p.x > m.x1 + 4) continue;
      const d = Math.abs(m.cx - p.x);
      if (d < least) { least = d; best = view.hits.indexOf(m); }
    }
    return best < 0 ? null : view.hits[best];
  };
  const areaAt = p => view.areas.findLast(a => p.x >= a.x0 && p.x <= a.x1 && p.y >= a.y0 && p.y <= a.y1);

  const hover = p => {
    const m = inPlot(p) ? eventAt(p) : null, area = !m && inPlot(p) ? areaAt(p) : null;
    host.style.cursor = m || area ? 'pointer' : '';
    ring.hidden = !m;
    if (m) {
      ring.style.left = `${Math.max(view.plot.x, Math.min(m.cx, view.plot.x + view.plot.width))}px`;
      ring.style.top = `${m.y}px`;
      showTip(eventTip(m.i), host, p.x, p.y);
    } else if (area) showTip(area.tip(), host, p.x, p.y);
    else hideTip();
  };

  host.addEventListener('pointerdown', e => {
    const p = spot(e);
    if (!inPlot(p) || e.button) return;
    pointers.set(e.pointerId, p);
    if (pointers.size === 2) {
      const [a, b] = [...pointers.values()];
      pinch = { a: dayAt(a.x), b: dayAt(b.x) };
      drag = null;
    } else { drag = { x: p.x, t0: view.t0, t1: view.t1 }; moved = false; }
    view.held = true;
  });
  host.addEventListener('pointermove', e => {
    const p = spot(e);
    if (drag && e.pointerType === 'mouse' && !e.buttons) { pointers.clear(); drag = null; view.held = false; } // let go outside
    if (pointers.has(e.pointerId)) pointers.set(e.pointerId, p);
    if (pinch && pointers.size === 2) {
      // The days that were under the fingers stay under them.
      const [a, b] = [...pointers.values()], gap = b.x - a.x;
      if (Math.abs(gap) > 12) {
        const perPixel = (pinch.b - pinch.a) / gap;
        if (perPixel > 0) { const t0 = pinch.a - (a.x - view.plot.x) * perPixel; go(t0, t0 + view.plot.width * perPixel); }
      }
      moved = true;
      return;
    }
    if (drag) {
      const dx = p.x - drag.x;
      if (!moved && Math.abs(dx) < 4) return;
      if (!moved) { moved = true; try { host.setPointerCapture(e.pointerId); } catch { /* the pointer is gone */ } hideTip(); ring.hidden = true; }
      const days = dx / view.plot.width * (drag.t1 - drag.t0);
      go(drag.t0 - days, drag.t1 - days);
      return;
    }
    hover(p);
  });
  const release = e => {
    const p = spot(e), had = pointers.delete(e.pointerId);
    if (pointers.size < 2) pinch = null;
    if (!had || pointers.size) return;
    drag = null;
    view.held = false;
    if (moved) view.zoomed();
    if (moved || e.type !== 'pointerup' || !inPlot(p)) return;
    const m = eventAt(p), area = m ? null : areaAt(p);
    if (m) select(m.i);
    else if (area && area.act) { hideTip(); area.act(); }
    else if (area) { hideTip(); const pad = (area.b - area.a) * 0.1; view.show(area.a - pad, area.b + pad); }
  };
  host.addEventListener('pointerup', release);
  host.addEventListener('pointercancel', release);
  host.addEventListener('pointerleave', () => { hideTip(); ring.hidden = true; });

  host.addEventListener('wheel', e => {
    if (!e.ctrlKey && !e.metaKey) {
      // A sideways wheel moves the window; up and down belongs to the page.
      if (Math.abs(e.deltaX) > Math.abs(e.deltaY) * 1.5) {
        e.preventDefault();
        const days = e.deltaX / view.plot.width * (view.t1 - view.t0);
        go(view.t0 + days, view.t1 + days);
      }
      return;
    }
    e.preventDefault();
    e.stopPropagation();
    const about = dayAt(spot(e).x), f = Math.exp(Math.max(-60, Math.min(60, e.deltaY)) * 0.006);
    go(about - (about - view.t0) * f, about + (view.t1 - about) * f);
    hideTip();
  }, { passive: false, capture: true });

  // A second click on an event opens it in place; one beside zooms in.
  host.addEventListener('dblclick', e => {
    const p = spot(e), m = inPlot(p) ? eventAt(p) : null;
    if (m) set({ event: m.i, inside: !state.inside }, { step: true }); else if (inPlot(p) && !areaAt(p)) view.zoom(0.5, dayAt(p.x));
  });
  host.addEventListener('keydown', e => {
    if (e.altKey || e.ctrlKey || e.metaKey) return;
    if (e.key === 'ArrowUp' || e.key === 'ArrowDown') {
      const i = inNextLane(view, e.key === 'ArrowUp' ? -1 : 1);
      if (i >= 0) { e.preventDefault(); select(i, state.open); }
    }
  });
}

/** The event nearest in time to the selected one in a lane above or below. @param {typeof chronology} view @param {number} step */
function inNextLane(view, step) {
  if (!view.lanes.length) return -1;
  const at = view.lanes.findIndex(l => l.events.includes(state.event));
  for (let k = at < 0 ? 0 : at + step; k >= 0 && k < view.lanes.length; k += step) {
    let best = -1, least = Infinity;
    for (const i of view.lanes[k].events) {
      const d = at < 0 ? 0 : Math.abs(anchorDay[i] - anchorDay[state.event]);
      if (i !== state.event && d < least) { least = d; best = i; }
    }
    if (best >= 0) return best;
  }
  return -1;
}
