// Days are counted from 1970-01-01 in the proleptic Gregorian calendar, as the
// data count them; JavaScript's Date is not used, so that nothing depends on a
// time zone and years before 100 stay what they are.

/** @param {number} y @param {number} m 1 to 12 @param {number} d @returns {number} */
function dayOf(y, m, d) {
  const a = m <= 2 ? y - 1 : y, era = Math.floor(a / 400), yoe = a - era * 400;
  const doy = Math.floor((153 * ((m + 9) % 12) + 2) / 5) + d - 1;
  return era * 146097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719468;
}

/** @param {number} day @returns {[number, number, number]} year, month 1 to 12, day */
function dateOf(day) {
  const z = Math.floor(day) + 719468, era = Math.floor(z / 146097), doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100)), mp = Math.floor((5 * doy + 2) / 153);
  const m = mp < 10 ? mp + 3 : mp - 9;
  return [yoe + era * 400 + (m <= 2 ? 1 : 0), m, doy - Math.floor((153 * mp + 2) / 5) + 1];
}

/** @param {number} y */
function yearName(y) { return y > 0 ? String(y) : T.bc(1 - y); }

/** @param {number} day */
function dayName(day) {
  const [y, m, d] = dateOf(day);
  return `${d} ${T.monthsShort[m - 1]} ${yearName(y)}`;
}

/** A range of days in words, end included. @param {number} a @param {number} b */
function rangeName(a, b) {
  if (b <= a) return dayName(a);
  const [y, m] = dateOf(a), [y2, m2] = dateOf(b);
  if (b - a > 1500) return y === y2 ? yearName(y) : `${yearName(y)} – ${yearName(y2)}`;
  if (y === y2 && m === m2) return `${dateOf(a)[2]}–${dayName(b)}`;
  if (y === y2) return `${dateOf(a)[2]} ${T.monthsShort[m - 1]} – ${dayName(b)}`;
  return `${dayName(a)} – ${dayName(b)}`;
}

/**
 * Reads YYYY, YYYY-MM or YYYY-MM-DD. Null when it is none of these.
 * @param {string} s @param {boolean} end the last day instead of the first
 * @returns {number|null}
 */
function readDay(s, end) {
  const m = /^(-?\d{1,6})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(s.trim());
  if (!m) return null;
  const y = +m[1], month = m[2] ? +m[2] : 0, day = m[3] ? +m[3] : 0;
  if (m[2] && (month < 1 || month > 12) || m[3] && (day < 1 || day > 31)) return null;
  if (day) return dayOf(y, month, day);
  if (month) return end ? dayOf(month === 12 ? y + 1 : y, month === 12 ? 1 : month + 1, 1) - 1 : dayOf(y, month, 1);
  return end ? dayOf(y + 1, 1, 1) - 1 : dayOf(y, 1, 1);
}
