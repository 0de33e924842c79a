// The ground that corridors are drawn on: land, water, borders, graticule, and the frame with its degrees.

import { s } from "./dom.js";
import { fitted } from "./projection.js";

export const CORE = [89.5, 0.2, 111.5, 30.6];
export const WHOLE = [72, -2.5, 118, 37.2];

/** How high a map of a box is, in parts of its width. */
export const tallness = (box) => (box === CORE ? 1.14 : 0.86);

const REGION = new URL("../map/region.json", import.meta.url);
let region;

/** The outlines; asked for once. Lines are lists of steps in hundredths of a degree, the first one from 0, 0. */
export const loadGround = () => (region ??= fetch(REGION).then((response) => response.json()));

function path(steps, at, closed) {
  let [x, y, text] = [0, 0, ""];
  for (let i = 0; i < steps.length; i += 2) {
    x += steps[i];
    y += steps[i + 1];
    const [px, py] = at(x / 100, y / 100);
    text += `${i ? "L" : "M"}${px.toFixed(1)},${py.toFixed(1)}`;
  }
  return closed ? `${text}Z` : text;
}

const layer = (lines, at, name, closed = false) =>
  s("path", { class: name, d: lines.map((line) => path(line, at, closed)).join("") });

/** Names of countries that are set on the map, by size of the map; the label is the code's name in the reader's language. */
const LABELLED = new Set(["CHN", "MMR", "LAO", "THA", "VNM", "KHM", "MYS", "IND", "BGD", "PAK", "NPL", "BTN", "LKA", "IDN", "PHL", "SGP", "BRN"]);
const NAMES = {
  CHN: ["China", "中国"], MMR: ["Myanmar", "缅甸"], LAO: ["Laos", "老挝"], THA: ["Thailand", "泰国"], VNM: ["Vietnam", "越南"],
  KHM: ["Cambodia", "柬埔寨"], MYS: ["Malaysia", "马来西亚"], IND: ["India", "印度"], BGD: ["Bangladesh", "孟加拉国"], PAK: ["Pakistan", "巴基斯坦"],
  NPL: ["Nepal", "尼泊尔"], BTN: ["Bhutan", "不丹"], LKA: ["Sri Lanka", "斯里兰卡"], IDN: ["Indonesia", "印度尼西亚"], PHL: ["Philippines", "菲律宾"],
  SGP: [], BRN: [],
};
/** In the whole region there is room for the names of these. */
const LABELLED_FAR = new Set(["CHN", "IND", "PAK", "LKA", "IDN"]);

/** Where a country's name does not collide with what is drawn, if that is not its middle. */
const MOVED = { CHN: [106.3, 28.6], MMR: [95.6, 21.6], LAO: [103.9, 18.75], THA: [101.2, 15.4], VNM: [108.0, 13.6], KHM: [104.9, 12.75], MYS: [102.3, 4.4], IND: [91.4, 26.35] };

/**
 * Draws the ground into a new SVG. Returns { svg, at, over }: `at` turns degrees into pixels, what belongs on the map goes into `over`.
 */
export function ground(outlines, { width, height, box, chinese, label, rivers = true }) {
  const inset = 18;
  const at = fitted(box, width, height, width < 500 ? 10 : -2);
  const clip = `clip-${Math.round(width)}-${Math.round(height)}`;
  const over = s("g", { "clip-path": `url(#${clip})` });
  const svg = s(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, class: "map", role: "group", "aria-label": label },
    s("defs", {}, s("clipPath", { id: clip }, s("rect", { x: inset, y: inset, width: width - 2 * inset, height: height - 2 * inset }))),
    s("rect", { class: "sea", x: inset, y: inset, width: width - 2 * inset, height: height - 2 * inset }),
    s(
      "g",
      { "clip-path": `url(#${clip})`, "aria-hidden": "true" },
      graticule(at, box),
      layer(outlines.land, at, "land", true),
      layer(outlines.lakes, at, "lake", true),
      rivers && layer(outlines.rivers, at, "river"),
      rivers && layer(outlines.mekong, at, "mekong"),
      layer(outlines.coast, at, "coast"),
      layer(outlines.borders, at, "border"),
      layer(outlines.disputed, at, "disputed"),
      countryNames(outlines.labels, at, width, height, chinese, box),
    ),
    over,
    frame(at, box, width, height, inset),
  );
  return { svg, at, over };
}

function lines(box, step) {
  const [west, south, east, north] = box;
  const meridians = [];
  const parallels = [];
  for (let x = Math.ceil((west - 10) / step) * step; x <= east + 10; x += step) meridians.push(x);
  for (let y = Math.ceil((south - 8) / step) * step; y <= north + 8; y += step) parallels.push(y);
  return { meridians, parallels };
}

const step = (box) => (box[2] - box[0] > 40 ? 10 : 5);

function graticule(at, box) {
  const { meridians, parallels } = lines(box, step(box));
  const [south, north] = [box[1] - 10, box[3] + 10];
  const [west, east] = [box[0] - 12, box[2] + 12];
  const along = (points) => points.map(([x, y], i) => `${i ? "L" : "M"}${x.toFixed(1)},${y.toFixed(1)}`).join("");
  const path =
    meridians.map((x) => along([at(x, south), at(x, north)])).join("") +
    parallels.map((y) => along(Array.from({ length: 21 }, (_, i) => at(west + ((east - west) * i) / 20, y)))).join("");
  return s("path", { class: "graticule", d: path });
}

/** A double line around the map, with degrees where meridians and parallels meet it. */
function frame(at, box, width, height, inset) {
  const { meridians, parallels } = lines(box, step(box));
  const marks = [];
  const bottom = height - inset;
  for (const x of meridians) {
    const px = crossing((latitude) => at(x, latitude), box[1] - 12, box[3] + 8, bottom, 1, 0);
    if (px !== null && px > inset + 14 && px < width - inset - 14) {
      marks.push(s("text", { class: "degree", x: px, y: height - 5, "text-anchor": "middle" }, `${x}°E`));
      marks.push(s("line", { class: "tick", x1: px, x2: px, y1: bottom, y2: bottom + 4 }));
    }
  }
  for (const y of parallels) {
    const py = crossing((longitude) => at(longitude, y), box[0] - 14, box[2] + 8, inset, 0, 1);
    if (py !== null && py > inset + 14 && py < bottom - 14) {
      marks.push(s("text", { class: "degree", transform: `translate(12 ${py}) rotate(-90)`, "text-anchor": "middle" }, y === 0 ? "0°" : `${Math.abs(y)}°${y > 0 ? "N" : "S"}`));
      marks.push(s("line", { class: "tick", x1: inset - 4, x2: inset, y1: py, y2: py }));
    }
  }
  return s(
    "g",
    { "aria-hidden": "true" },
    s("rect", { class: "margin", x: inset / 2, y: inset / 2, width: width - inset, height: height - inset }),
    s("rect", { class: "frame", x: inset, y: inset, width: width - 2 * inset, height: height - 2 * inset }),
    s("rect", { class: "neatline", x: 1, y: 1, width: width - 2, height: height - 2 }),
    marks,
  );
}

/** Where a line of the graticule meets the frame: the other coordinate of the point whose `axis` is `value`. */
function crossing(point, from, to, value, axis, other) {
  let [low, high] = [from, to];
  const sign = Math.sign(point(low)[axis] - value);
  if (sign === Math.sign(point(high)[axis] - value)) return null;
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2;
    if (Math.sign(point(middle)[axis] - value) === sign) low = middle;
    else high = middle;
  }
  return point(low)[other];
}

function countryNames(labels, at, width, height, chinese, box) {
  const core = box === CORE;
  return labels
    .filter(([code]) => (core ? LABELLED : LABELLED_FAR).has(code) && NAMES[code].length)
    .map(([code, x, y]) => {
      const [px, py] = at(...((core && MOVED[code]) || [x, y]));
      if (px < 50 || py < 40 || px > width - 50 || py > height - 40) return null;
      return s("text", { class: `country${width < 500 ? " narrow" : ""}`, x: px, y: py, "text-anchor": "middle" }, NAMES[code][chinese ? 1 : 0]);
    });
}
