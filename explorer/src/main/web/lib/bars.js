// Small pictures for single answers: columns, and a slope between two years.

import { s } from "./dom.js";

/**
 * Columns. Each is { label, parts: [{ value, kind, note }], gap } - parts stand on each other, a gap is hatched in their place.
 * `mark` puts a line with a caption between two columns.
 */
export function columns(items, { width, height, label, format, mark }) {
  const base = height - 40;
  const top = 30;
  const most = Math.max(...items.map((item) => item.parts.reduce((sum, part) => sum + part.value, 0)));
  const step = width / items.length;
  const wide = Math.min(96, step * 0.62);
  return s(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, class: "columns", role: "img", "aria-label": label },
    s("line", { class: "base", x1: 0, x2: width, y1: base, y2: base }),
    items.map((item, index) => {
      const x = step * (index + 0.5);
      let y = base;
      const stack = item.parts.map((part) => {
        const tall = (part.value / most) * (base - top);
        y -= tall;
        return [
          s("rect", { class: `column ${part.kind}`, x: x - wide / 2, y, width: wide, height: tall }),
          part.note && tall > 18 && s("text", { class: "inside", x, y: y + tall / 2 + 4, "text-anchor": "middle" }, part.note),
        ];
      });
      return s(
        "g",
        { class: step < 90 && "narrow" },
        stack,
        item.gap && [
          s("rect", { class: "column missing", x: x - wide / 2, y: top + 20, width: wide, height: base - top - 20 }),
          s("text", { class: "missing-text", x, y: base - 10, "text-anchor": "middle" }, item.gap),
        ],
        item.parts.length > 0 && s("text", { class: "value", x, y: y - 7, "text-anchor": "middle" }, step < 90 ? format(item).replace(/^(US|CN)[$¥] /, "") : format(item)),
        s("text", { class: "name", x, y: base + 17, "text-anchor": "middle" }, item.label),
        item.below && s("text", { class: "below", x, y: base + 33, "text-anchor": "middle" }, item.below),
      );
    }),
    mark && [
      s("line", { class: "event-line", x1: step * mark.after, x2: step * mark.after, y1: 14, y2: base }),
      s("text", { class: "event-text", x: step * mark.after, y: 11, "text-anchor": "middle" }, mark.text),
    ],
  );
}

/** Lines between the values of two years: { name, before, after, change }. Names stand at the right, kept apart. */
export function slopes(items, { width, height, label, years, format }) {
  const [left, right] = [64, width - Math.min(220, width * 0.5)];
  const values = items.flatMap((item) => [item.before, item.after]);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const y = (value) => 36 + ((high - value) / (high - low)) * (height - 60);
  const apart = (key) => {
    const sorted = items.map((item) => ({ item, at: y(item[key]) })).toSorted((a, b) => a.at - b.at);
    for (let i = 1; i < sorted.length; i++) sorted[i].at = Math.max(sorted[i].at, sorted[i - 1].at + 17);
    return new Map(sorted.map(({ item, at }) => [item, at]));
  };
  const [starts, ends] = [apart("before"), apart("after")];
  return s(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, class: "slopes", role: "img", "aria-label": label },
    years.map((year, index) => [
      s("line", { class: "base", x1: [left, right][index], x2: [left, right][index], y1: 22, y2: height - 10 }),
      s("text", { class: "name", x: [left, right][index], y: 14, "text-anchor": "middle" }, year),
    ]),
    items.map((item) => {
      const kind = item.after >= item.before ? "up" : "down";
      return s(
        "g",
        { class: kind },
        s("path", { class: "slope", d: `M${left},${y(item.before)}L${right},${y(item.after)}` }),
        s("circle", { class: "slope-end", cx: left, cy: y(item.before), r: 4 }),
        s("circle", { class: "slope-end", cx: right, cy: y(item.after), r: 4 }),
        s("text", { class: "slope-value", x: left - 9, y: starts.get(item) + 4, "text-anchor": "end" }, format(item.before)),
        s("text", { class: "slope-name", x: right + 9, y: ends.get(item) + 4 }, `${format(item.after)}  ${item.name}  ${item.change}`),
      );
    }),
  );
}
