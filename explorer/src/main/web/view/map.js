import { h, put, s } from "../lib/dom.js";
import { ask } from "../lib/graph.js";
import { link, read, remember } from "../lib/address.js";
import { CORE, WHOLE, ground, loadGround, tallness } from "../lib/ground.js";
import { KINDS, NETWORK, STATUSES, TODAY, linesOf, pathOf, stateIn, yearsOf } from "../lib/network.js";
import { plate } from "../lib/plate.js";
import { langOf } from "../lib/tongue.js";
import { language, named, t, word } from "../lib/words.js";
import { details, facts, list } from "./corridors.js";

const LAYERS = ["places", "crossings", "rivers"];

/** The map of all corridors, with its layers, its slider of years, and what is known of the one that is selected. */
export async function mapView(main) {
  const options = read().options;
  const view = {
    selected: read().id || null,
    year: Number(options.year) || TODAY,
    box: options.extent === "all" ? WHOLE : CORE,
    kinds: chosen(options.kinds, KINDS),
    layers: chosen(options.layers, LAYERS),
  };
  const sheet = plate({ number: "I", title: t("mapTitle"), fileName: "lancang-corridors", size: "map-size" });
  const controls = h("div", { class: "controls" });
  const side = h("div", { class: "side", "aria-live": "polite" });
  put(main, h("div", { class: "map-page" }, h("div", { class: "map-column" }, sheet.element), h("aside", { class: "map-side", "aria-label": t("layers") }, controls, side)));

  put(sheet.note, h("p", { class: "policy" }, t("policy")));
  const [outlines, answer] = await Promise.all([loadGround(), ask(NETWORK)]);
  if (!answer.data?.corridors) {
    sheet.fail(answer.errors, () => mapView(main));
    return;
  }
  const network = indexed(answer.data);
  const years = yearsOf(network.corridors, TODAY);
  view.year = Math.min(Math.max(view.year, years.first), years.last);

  const select = (id) => {
    view.selected = id;
    history.replaceState(null, "", link("map", id ?? "", optionsOf(view)));
    draw();
    drawSide();
  };
  const draw = () => drawMap(sheet.picture, outlines, network, view, select);
  const drawSide = () => put(side, view.selected && network.byId.has(view.selected) ? details(network, view, select) : list(network, view, visible(network, view), select));
  const changed = () => {
    remember(optionsOf(view));
    draw();
    drawSide();
    show();
  };
  const show = () => sheet.show(facts(visible(network, view), view));
  put(controls, controlsOf(view, years, changed));
  drawSide();
  show();
  draw();
  let width = sheet.picture.clientWidth;
  const observer = new ResizeObserver(() => {
    if (!sheet.picture.isConnected) observer.disconnect();
    else if (sheet.picture.clientWidth > 0 && Math.abs(sheet.picture.clientWidth - width) > 1) {
      width = sheet.picture.clientWidth;
      draw();
    }
  });
  observer.observe(sheet.picture);
}

function optionsOf(view) {
  return {
    year: view.year === TODAY ? "" : view.year,
    extent: view.box === WHOLE ? "all" : "",
    kinds: view.kinds.size === KINDS.length ? "" : [...view.kinds].join(",") || "none",
    layers: view.layers.size === LAYERS.length ? "" : [...view.layers].join(",") || "none",
  };
}

/** Those that an option of the address names; all without one, and none for `none`. */
function chosen(option, all) {
  return new Set(option ? all.filter((value) => option.split(",").includes(value)) : all);
}

function indexed(data) {
  const locations = new Map(data.locations.nodes.map((location) => [location.id, location]));
  const corridors = data.corridors.nodes.toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status) || a.name.localeCompare(b.name));
  const degree = new Map();
  for (const corridor of corridors) {
    for (const segment of corridor.segments) {
      for (const end of [segment.from.id, segment.to.id]) degree.set(end, (degree.get(end) ?? 0) + 1);
    }
  }
  return { corridors, locations, degree, lines: new Map(corridors.map((corridor) => [corridor.id, linesOf(corridor)])), byId: new Map(corridors.map((corridor) => [corridor.id, corridor])) };
}

// --- The controls ---

function controlsOf(view, years, changed) {
  const out = h("output", { class: "year-out" });
  const says = () => (out.textContent = view.year === TODAY ? `${view.year}, ${t("asKnown")}` : view.year > TODAY ? `${view.year}, ${word("PLANNED").toLowerCase()}` : String(view.year));
  says();
  const toggle = (set, value, text, swatch) =>
    h(
      "label",
      { class: "check" },
      h("input", {
        type: "checkbox",
        checked: set.has(value),
        onchange: (event) => {
          if (event.target.checked) set.add(value);
          else set.delete(value);
          changed();
        },
      }),
      swatch,
      text,
    );
  const slider = h("input", {
    type: "range",
    id: "year",
    min: years.first,
    max: years.last,
    value: view.year,
    oninput: (event) => {
      view.year = Number(event.target.value);
      says();
      changed();
    },
  });
  const extent = (box, text) =>
    h("label", { class: "check" }, h("input", { type: "radio", name: "extent", checked: view.box === box, onchange: () => { view.box = box; changed(); } }), text);
  return [
    h("div", { class: "year-row" }, h("label", { for: "year" }, t("year")), out, slider),
    h("fieldset", {}, h("legend", {}, t("kinds")), KINDS.map((kind) => toggle(view.kinds, kind, word(kind), h("span", { class: `swatch kind-${kind}` })))),
    h("fieldset", {}, h("legend", {}, t("layers")), [["places", t("places")], ["crossings", t("crossings")], ["rivers", t("rivers")]].map(([key, text]) => toggle(view.layers, key, text, glyph(key)))),
    h("fieldset", {}, h("legend", {}, t("extent")), extent(CORE, t("extentCore")), extent(WHOLE, t("extentAll"))),
    legend(),
  ];
}

/** What a layer looks like on the map: towns are circles and ports squares, crossings diamonds. */
function glyph(layer) {
  const ink = {
    places: [s("circle", { class: "city", cx: 5, cy: 7, r: 3 }), s("rect", { class: "port", x: 14, y: 4, width: 6, height: 6 })],
    crossings: [s("path", { class: "crossing", d: "M12,2l5,5l-5,5l-5,-5Z" })],
    rivers: [s("path", { class: "mekong", d: "M2,10C8,2 14,12 22,4" })],
  };
  return s("svg", { viewBox: "0 0 24 14", class: "glyph", "aria-hidden": "true" }, ink[layer]);
}

function legend() {
  const shown = [["OPERATIONAL", word("OPERATIONAL")], ["PARTLY_OPERATIONAL", `${word("PARTLY_OPERATIONAL")}, ${word("LIMITED").toLowerCase()}`], ["CLOSED", word("CLOSED")], ["UNDER_CONSTRUCTION", word("UNDER_CONSTRUCTION")], ["PLANNED", `${word("APPROVED")}, ${word("PLANNED").toLowerCase()}`], ["PROPOSED", [word("PROPOSED"), word("STUDIED").toLowerCase(), word("FRAMEWORK").toLowerCase()].join(", ")], ["MISSING", word("MISSING")], ["PLANNED_OPEN", t("plannedOpen")], ["NOT_YET", t("notYet")]];
  return h(
    "fieldset",
    { class: "legend" },
    h("legend", {}, t("status")),
    h("ul", {}, shown.map(([status, text]) => h("li", {}, s("svg", { viewBox: "0 0 44 10", class: "dash", "aria-hidden": "true" }, s("path", { class: `line status-${status}`, d: "M1,5H43" })), text))),
  );
}

// --- The picture ---

function visible(network, view) {
  return network.corridors.filter((corridor) => view.kinds.has(corridor.kind));
}

function drawMap(picture, outlines, network, view, select) {
  const width = picture.clientWidth;
  const height = Math.round(width * tallness(view.box));
  picture.classList.toggle("flat", view.box === WHOLE);
  const focused = picture.contains(document.activeElement);
  const { svg, at, over } = ground(outlines, { width, height, box: view.box, chinese: language() === "zh", label: t("mapTitle"), rivers: view.layers.has("rivers") });
  const corridors = visible(network, view);
  const place = (id) => {
    const coordinates = network.locations.get(id)?.coordinates;
    return coordinates ? at(coordinates.longitude, coordinates.latitude) : null;
  };
  const list = s("g", { role: "listbox", "aria-label": t("mapLabel"), class: view.selected ? "corridors choosing" : "corridors" });
  const used = new Set();
  const items = corridors.map((corridor) => {
    const chosen = corridor.id === view.selected;
    const item = s("g", { role: "option", "aria-selected": chosen ? "true" : "false", tabindex: -1, class: `corridor kind-${corridor.kind}${chosen ? " chosen" : ""}`, "aria-label": `${named(corridor)}: ${word(corridor.kind)}, ${word(corridor.status)}` }, s("title", {}, `${named(corridor)} – ${word(corridor.status)}`));
    const lines = network.lines.get(corridor.id);
    for (const segment of corridor.segments) {
      if (!lines.has(segment.id)) continue;
      for (const end of [segment.from.id, segment.to.id]) if (place(end)) used.add(end);
      const { drawn, unknown } = stateIn(view.year, TODAY, corridor, segment);
      const d = pathOf(lines.get(segment.id), at);
      item.append(s("path", { class: "touch", d }), s("path", { class: `line status-${drawn} mode-${segment.mode}${unknown ? " undated" : ""}`, d }));
    }
    item.addEventListener("click", () => select(chosen ? null : corridor.id));
    return item;
  });
  list.append(...items);
  keyboard(list, items, corridors, view, select);
  over.append(list);
  if (view.layers.has("crossings")) over.append(marks(network, view, place, used, true));
  if (view.layers.has("places")) over.append(marks(network, view, place, used, false), placeNames(network, place, used, width, height));
  put(picture, svg);
  if (focused) list.querySelector('[tabindex="0"]')?.focus();
}

/** One stop of the tab key for all corridors; arrows go between them, as in any list box. */
function keyboard(list, items, corridors, view, select) {
  let current = Math.max(0, corridors.findIndex((corridor) => corridor.id === view.selected));
  items[current]?.setAttribute("tabindex", 0);
  list.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step) {
      event.preventDefault();
      items[current].setAttribute("tabindex", -1);
      current = (current + step + items.length) % items.length;
      items[current].setAttribute("tabindex", 0);
      items[current].focus();
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      select(corridors[current].id === view.selected ? null : corridors[current].id);
    } else if (event.key === "Escape") {
      select(null);
    }
  });
}

function marks(network, view, place, used, crossings) {
  const group = s("g", { class: crossings ? "crossings" : "places" });
  for (const id of used) {
    const location = network.locations.get(id);
    if ((location.kind === "BORDER_CROSSING") !== crossings) continue;
    const [x, y] = place(id);
    const title = s("title", {}, `${named(location)}${location.unlocode ? ` (${location.unlocode})` : ""}`);
    if (crossings) group.append(s("path", { class: "crossing", d: `M${x},${y - 4.2}l4.2,4.2l-4.2,4.2l-4.2,-4.2Z` }, title));
    else if (location.kind === "SEAPORT") group.append(s("rect", { class: "port", x: x - 2.6, y: y - 2.6, width: 5.2, height: 5.2 }, title));
    else group.append(s("circle", { class: "city", cx: x, cy: y, r: 2.4 }, title));
  }
  return group;
}

/** Names of places, those first that most segments meet at; one that would cover another is left out. */
function placeNames(network, place, used, width, height) {
  const wanted = [...used]
    .map((id) => network.locations.get(id))
    .filter((location) => ["CITY", "SEAPORT", "CABLE_LANDING"].includes(location.kind))
    .toSorted((a, b) => network.degree.get(b.id) - network.degree.get(a.id));
  const size = width < 500 ? 9.5 : 12;
  const taken = [];
  const group = s("g", { class: "place-names", "aria-hidden": "true" });
  for (const location of wanted.slice(0, width < 500 ? 40 : 90)) {
    const [x, y] = place(location.id);
    const name = named(location).replace(/ \(.*\)/, "");
    const wide = name.length * size * (language() === "zh" ? 1 : 0.5);
    for (const [dx, anchor] of [[6, "start"], [-6, "end"]]) {
      const left = anchor === "start" ? x + dx : x + dx - wide;
      const box = [left - 2, y - size * 0.7, left + wide + 2, y + size * 0.6];
      if (box[0] < 22 || box[2] > width - 22 || box[1] < 22 || box[3] > height - 22) continue;
      if (taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) continue;
      taken.push(box);
      group.append(s("text", { class: `place${width < 500 ? " narrow" : ""}`, x: x + dx, y: y + size * 0.33, "text-anchor": anchor, lang: langOf(name) }, name));
      break;
    }
  }
  return group;
}
