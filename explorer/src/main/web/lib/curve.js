// A curve of trade over years. Where there is no figure the line breaks; what was quoted or converted looks different.

import { s } from "./dom.js";
import { money, number } from "./format.js";
import { language, t } from "./words.js";

const FLOWS = ["exports", "imports", "total"];
const MARGIN = { left: 54, right: 74, top: 26, bottom: 26 };

/**
 * Draws points as the graph gives them. `events` are { year, mark } of what opened, `bands` are { side, from, to, mean } of years around
 * one of them; `flows` says which of exports, imports, total.
 * Returns the SVG; each year is a strip with a title of its own.
 */
export function curve(points, { width, height, log, events, bands = [], label, flows = FLOWS }) {
  const years = points.map((point) => point.period.year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const amounts = points.flatMap((point) => flows.map((flow) => point[flow]?.amount)).filter((amount) => amount > 0);
  const top = Math.max(...amounts);
  const bottom = log ? 10 ** Math.floor(Math.log10(Math.min(...amounts))) : 0;
  const ceiling = log ? 10 ** Math.ceil(Math.log10(top)) : niceCeiling(top);
  const right = width < 500 ? 14 : MARGIN.right;
  const x = (year) => MARGIN.left + ((year - first) / Math.max(1, last - first)) * (width - MARGIN.left - right);
  const share = (amount) => (log ? Math.log(amount / bottom) / Math.log(ceiling / bottom) : amount / ceiling);
  const y = (amount) => height - MARGIN.bottom - share(amount) * (height - MARGIN.top - MARGIN.bottom);
  const base = height - MARGIN.bottom;

  const ends = flows
    .map((flow) => ({ flow, point: points.findLast((point) => point[flow]) }))
    .filter((end) => end.point)
    .map(({ flow, point }) => ({ flow, x: x(point.period.year), y: y(point[flow].amount) }))
    .toSorted((a, b) => a.y - b.y);
  for (let i = 1; i < ends.length; i++) ends[i].y = Math.max(ends[i].y, ends[i - 1].y + 15);

  return s(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, class: "curve", role: "img", "aria-label": label },
    gaps(points, x, first, last, base),
    bands.map((band) => around(band, x, y, { first, last, base, narrow: width < 500 })),
    [...new Map(events.map((event) => [event.year, event])).values()].map(({ year, mark }) =>
      year < first || year > last
        ? null
        : s("g", { class: "event" }, s("rect", { class: "band", x: x(year) - 4, y: MARGIN.top - 6, width: 8, height: base - MARGIN.top + 6 }), s("text", { x: x(year), y: MARGIN.top - 11, "text-anchor": "middle" }, mark)),
    ),
    axis(x, y, { first, last, bottom, ceiling, log, width, right, base }),
    flows.map((flow) => line(points, flow, x, y)),
    flows.map((flow) => marks(points, flow, x, y)),
    width >= 500 && ends.map((end) => s("text", { class: `end flow-${end.flow}`, x: width - right + 8, y: end.y + 4 }, t(end.flow))),
    points.map((point) => strip(point, x, base, flows, (width - MARGIN.left - right) / Math.max(1, last - first))),
  );
}

/** Years before or after an opening, with a line at their mean where it is of the trade that is drawn. */
function around({ side, from, to, mean }, x, y, { first, last, base, narrow }) {
  if (to < first || from > last) return null;
  const half = (x(last) - x(first)) / Math.max(1, last - first) / 2;
  const [left, right] = [Math.max(x(from) - half, MARGIN.left), Math.min(x(to) + half, x(last) + half)];
  return s(
    "g",
    { class: `around-${side}` },
    s("rect", { class: "around-band", x: left, y: MARGIN.top, width: right - left, height: base - MARGIN.top }),
    mean && s("line", { class: "mean", x1: left, x2: right, y1: y(mean.amount), y2: y(mean.amount) }),
    // Where the curve is not: it ends high where it rises.
    mean && !narrow && s("text", { class: "mean-text", x: side === "before" ? right - 4 : left + 4, y: y(mean.amount) > (MARGIN.top + base) * 0.7 ? MARGIN.top + 14 : base - 8, "text-anchor": side === "before" ? "end" : "start" }, money(mean)),
  );
}

function niceCeiling(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 1.5, 2, 3, 4, 5, 6, 8, 10].map((step) => step * power).find((candidate) => candidate >= value);
}

function axis(x, y, { first, last, bottom, ceiling, log, width, right, base }) {
  const values = log
    ? Array.from({ length: Math.round(Math.log10(ceiling / bottom)) + 1 }, (_, i) => bottom * 10 ** i)
    : [0, 0.25, 0.5, 0.75, 1].map((part) => part * ceiling);
  const step = last - first > 30 ? (width < 500 ? 20 : 10) : last - first > 12 ? 5 : width < 500 ? 2 : 1;
  const years = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) years.push(year);
  return s(
    "g",
    { class: "axis" },
    values.map((value) => [
      s("line", { class: "rule", x1: MARGIN.left, x2: width - right, y1: y(value || bottom), y2: y(value || bottom) }),
      s("text", { x: MARGIN.left - 6, y: y(value || bottom) + 4, "text-anchor": "end" }, tick(value)),
    ]),
    s("line", { class: "base", x1: MARGIN.left, x2: width - right, y1: base, y2: base }),
    years.map((year) => [s("line", { class: "base", x1: x(year), x2: x(year), y1: base, y2: base + 4 }), s("text", { x: x(year), y: base + 17, "text-anchor": "middle" }, year)]),
    s("text", { class: "unit", x: 2, y: 10 }, language() === "zh" ? "亿美元" : "US$"),
  );
}

function tick(value) {
  if (value === 0) return "0";
  if (language() === "zh") return number(value / 1e8, value < 1e8 ? 2 : 0);
  if (value >= 1e12) return `${number(value / 1e12, value % 1e12 ? 1 : 0)} tn`;
  if (value >= 1e9) return `${number(value / 1e9, value % 1e9 ? 1 : 0)} bn`;
  if (value >= 1e6) return `${number(value / 1e6, value % 1e6 ? 1 : 0)} m`;
  return number(value);
}

/** Years that lack a total are shaded: a reader sees that something is missing, and not that nothing was. */
function gaps(points, x, first, last, base) {
  const half = (x(last) - x(first)) / Math.max(1, last - first) / 2;
  return points.filter((point) => !point.total).map((point) => s("rect", { class: "gap", x: Math.max(MARGIN.left, x(point.period.year) - half), y: MARGIN.top, width: 2 * half, height: base - MARGIN.top }));
}

const sure = (money) => money && money.amount > 0 && money.quality !== "HEADLINE";

function line(points, flow, x, y) {
  let d = "";
  let previous = null;
  for (const point of points) {
    const joined = previous !== null && previous === point.period.year - 1;
    if (sure(point[flow])) {
      d += `${joined ? "L" : "M"}${x(point.period.year).toFixed(1)},${y(point[flow].amount).toFixed(1)}`;
      previous = point.period.year;
    } else {
      previous = null;
    }
  }
  return s("path", { class: `flow flow-${flow}`, d });
}

/** A point that stands alone is a dot, a quoted one an open diamond, a converted one an open circle. */
function marks(points, flow, x, y) {
  return points.map((point, index) => {
    const money = point[flow];
    if (!money || money.amount <= 0) return null;
    const [px, py] = [x(point.period.year), y(money.amount)];
    if (money.quality === "HEADLINE") return s("path", { class: `mark open flow-${flow}`, d: `M${px},${py - 5}l5,5l-5,5l-5,-5Z` });
    if (money.quality === "ESTIMATED") return s("circle", { class: `mark open flow-${flow}`, cx: px, cy: py, r: 3.4 });
    const alone = !sure(points[index - 1]?.[flow]) && !sure(points[index + 1]?.[flow]);
    return alone ? s("circle", { class: `mark flow-${flow}`, cx: px, cy: py, r: 2.6 }) : null;
  });
}

/** What a pointer finds over a year. */
function strip(point, x, base, flows, step) {
  const lines = flows.map((flow) => `${t(flow)}: ${point[flow] ? money(point[flow]) : "–"}`);
  return s(
    "rect",
    { class: "strip", x: x(point.period.year) - step / 2, y: MARGIN.top, width: step, height: base - MARGIN.top },
    s("title", {}, [point.period.year, ...lines, point.gap?.detail].filter(Boolean).join("\n")),
  );
}
