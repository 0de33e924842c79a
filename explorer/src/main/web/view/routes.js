import { h, put, s } from "../lib/dom.js";
import { ask, askOnce } from "../lib/graph.js";
import { link, read } from "../lib/address.js";
import { number } from "../lib/format.js";
import { CORE, WHOLE, ground, loadGround, tallness } from "../lib/ground.js";
import { pathOf } from "../lib/network.js";
import { doubts, plate, problem, united } from "../lib/plate.js";
import { langOf, nameOf, said } from "../lib/tongue.js";
import { closureOf } from "./closure.js";
import { language, named, t, word } from "../lib/words.js";

const PLACES = `query Places {
  locations(first: 500) { nodes { id name zh: name(language: ZH) kind partner { code } coordinates { longitude latitude } } }
}`;

const PLACE = "id name zh: name(language: ZH) partner { code } coordinates { longitude latitude }";
const SEGMENT = `id name mode status statusNote lengthKm gaugesMm geometry(tolerance: 500)
        corridor { id name zh: name(language: ZH) }
        findings { kind detail }
        sources { id title licence }`;
const ROUTES = `query Routes($from: ID!, $to: ID!, $modes: [Mode!], $statuses: [Status!], $optimise: Optimise, $avoid: [ID!]) {
  routes(from: $from, to: $to, modes: $modes, statuses: $statuses, optimise: $optimise, avoid: $avoid, alternatives: 3) {
    routes {
      knownLengthKm
      legsOfUnknownLength
      greatCircleKm
      travel { hours borderHours handlingHours usdPerTonne }
      crossings { from { ${PLACE} } to { ${PLACE} } }
      transfers { at { ${PLACE} } fromMode toMode fromGaugesMm toGaugesMm }
      legs {
        from { ${PLACE} }
        to { ${PLACE} }
        segment { ${SEGMENT} }
      }
    }
    missing { ${SEGMENT} from { ${PLACE} } to { ${PLACE} } }
    reachFrom { ${PLACE} }
    reachTo { ${PLACE} }
    gapKm
    gapKind
  }
}`;

const MODES = ["RAIL", "ROAD", "WATERWAY", "SEA"];
const INCLUDING = {
  operational: ["OPERATIONAL"],
  partly: ["OPERATIONAL", "PARTLY_OPERATIONAL", "LIMITED"],
  building: ["OPERATIONAL", "PARTLY_OPERATIONAL", "LIMITED", "UNDER_CONSTRUCTION"],
  planned: ["OPERATIONAL", "PARTLY_OPERATIONAL", "LIMITED", "UNDER_CONSTRUCTION", "APPROVED", "PLANNED"],
};
const TEXT = { operational: "onlyOperational", partly: "partly", building: "building", planned: "planned" };
const OPTIMISE = ["LENGTH", "TIME", "COST", "TRANSFERS", "BORDER_CROSSINGS"];

/** The finder of routes: a form, a map of the way, and the way itself as a strip from end to end. */
export async function routesView(main) {
  const { options } = read();
  const asked = {
    from: options.from || "kunming",
    to: options.to || "singapore",
    modes: (options.modes || "RAIL").split(",").filter((mode) => MODES.includes(mode)),
    including: Object.hasOwn(INCLUDING, options.including) ? options.including : "partly",
    optimise: OPTIMISE.includes(options.optimise) ? options.optimise : "LENGTH",
    avoid: options.avoid ? options.avoid.split(",") : [],
    closing: options.closing || "",
  };
  const form = h("div", { class: "route-form" });
  const sheet = plate({ number: "III", title: t("routeTitle"), fileName: `lancang-route-${asked.from}-${asked.to}`, size: "route-map-size" });
  const way = h("div", { class: "way", "aria-live": "polite" }, h("p", { class: "loading" }, t("loading")));
  // The form keeps its place while the names of places are asked for.
  put(form, formOf(asked, [{ id: asked.from }, { id: asked.to }]));
  put(main, form, h("div", { class: "route-page" }, sheet.element, way));

  const [outlines, answer] = await Promise.all([loadGround(), askOnce(PLACES)]);
  if (!answer.data?.locations) {
    const again = () => routesView(main);
    sheet.fail(answer.errors, again);
    put(way, problem(answer.errors, again));
    return;
  }
  put(form, formOf(asked, answer.data.locations.nodes));
  const variables = { from: asked.from, to: asked.to, modes: asked.modes, statuses: INCLUDING[asked.including], optimise: asked.optimise, avoid: asked.avoid };
  const { data, errors } = await ask(ROUTES, variables);
  if (!data?.routes) {
    sheet.fail(errors, () => routesView(main));
    put(way, problem(errors));
    return;
  }
  const names = new Map(answer.data.locations.nodes.map((location) => [location.id, named(location)]));
  draw(sheet, way, outlines, data.routes, variables, asked, Number(options.way) || 0, names);
  if (asked.closing) way.prepend(await closureOf(asked.closing, () => go(asked, { closing: "", way: options.way })));
}

const go = (asked, changes = {}) => {
  const next = { ...asked, ...changes };
  location.hash = link("routes", "", {
    from: next.from,
    to: next.to,
    modes: next.modes.join(","),
    including: next.including,
    optimise: next.optimise === "LENGTH" ? "" : next.optimise,
    avoid: next.avoid.join(","),
    closing: next.closing,
    way: changes.way || "",
  });
};

function formOf(asked, locations) {
  const byCountry = Map.groupBy(locations.toSorted((a, b) => named(a).localeCompare(named(b))), (location) => location.partner?.code ?? "–");
  const choose = (key) =>
    h("label", {}, t(key), h("select", { name: key }, [...byCountry.keys()].toSorted().map((code) => h("optgroup", { label: code }, byCountry.get(code).map((location) => h("option", { value: location.id, selected: location.id === asked[key], lang: langOf(named(location)) }, named(location)))))));
  return h(
    "form",
    {
      onsubmit: (event) => {
        event.preventDefault();
        const values = new FormData(event.target);
        go(asked, { from: values.get("from"), to: values.get("to"), modes: values.getAll("modes"), including: values.get("including"), optimise: values.get("optimise"), avoid: [], closing: "" });
      },
    },
    choose("from"),
    choose("to"),
    h("fieldset", { class: "inline" }, h("legend", {}, t("over")), MODES.map((mode) => h("label", { class: "check" }, h("input", { type: "checkbox", name: "modes", value: mode, checked: asked.modes.includes(mode) }), word(mode)))),
    h("label", {}, t("including"), h("select", { name: "including" }, Object.keys(INCLUDING).map((key) => h("option", { value: key, selected: key === asked.including }, t(TEXT[key]))))),
    h("label", {}, t("best"), h("select", { name: "optimise" }, OPTIMISE.map((key) => h("option", { value: key, selected: key === asked.optimise }, t(key))))),
    h("button", { type: "submit", class: "tool go" }, t("find")),
  );
}

function draw(sheet, way, outlines, result, variables, asked, index, closable) {
  const route = result.routes[Math.min(index, result.routes.length - 1)];
  const picture = () => {
    const width = sheet.picture.clientWidth;
    if (width) put(sheet.picture, mapOf(outlines, result, route, width, sheet.picture));
  };
  put(way, closedList(asked, closable), route ? strip(result, route, asked, index) : nowhere(result));
  const legs = route?.legs ?? result.missing.map((segment) => ({ from: segment.from, to: segment.to, segment }));
  sheet.show({
    query: ROUTES,
    variables,
    sources: united(legs.map((leg) => leg.segment.sources)),
    findings: legs.flatMap((leg) => leg.segment.findings),
    table: {
      columns: [t("from"), t("to"), t("modes"), "km", `${t("gauge")} (mm)`, t("status"), t("map"), t("quality")],
      rows: legs.map(({ from, to, segment }) => [named(from), named(to), word(segment.mode), segment.lengthKm, segment.gaugesMm.join("/") || null, word(segment.status), named(segment.corridor), doubts(segment.findings)]),
    },
  });
  picture();
  let width = sheet.picture.clientWidth;
  const observer = new ResizeObserver(() => {
    if (!sheet.picture.isConnected) observer.disconnect();
    else if (Math.abs(sheet.picture.clientWidth - width) > 1) {
      width = sheet.picture.clientWidth;
      picture();
    }
  });
  observer.observe(sheet.picture);
}

const closedList = (asked, names) =>
  asked.avoid.length > 0 &&
  h("p", { class: "closed" }, `${t("closed")}: `, asked.avoid.flatMap((id) => [h("b", {}, said(names.get(id) ?? id)), " ", h("button", { type: "button", class: "tool", onclick: () => go(asked, { avoid: asked.avoid.filter((other) => other !== id) }) }, t("reopen")), " "]));

// --- The way as a strip, as road books have drawn it since Ogilby (1675) ---

function strip(result, route, asked, index) {
  const borders = new Set(route.crossings.map((crossing) => `${crossing.from.id} ${crossing.to.id}`));
  const changes = new Map(route.transfers.map((transfer) => [transfer.at.id, transfer]));
  const stops = [{ place: route.legs[0].from, leg: null }, ...route.legs.map((leg) => ({ place: leg.to, leg }))];
  return [
    result.routes.length > 1 &&
      h("p", { class: "row", role: "group", "aria-label": t("way") }, result.routes.map((one, i) => h("button", { type: "button", class: "tool", "aria-pressed": i === index ? "true" : "false", onclick: () => go(asked, { way: i }) }, `${t("way")} ${i + 1}: ${number(one.knownLengthKm)} km`))),
    h(
      "p",
      { class: "sum" },
      h("strong", {}, `${number(route.knownLengthKm)} km`),
      ` · ${route.crossings.length} × ${t("border")}`,
      ` · ${route.transfers.length} × ${t("changeOf")}`,
      route.legsOfUnknownLength > 0 && ` · ${route.legsOfUnknownLength} ${t("unmeasured")}`,
    ),
    route.travel &&
      h(
        "p",
        { class: "small travel" },
        h("b", {}, `≈ ${number(route.travel.hours)} ${t("hours")}`),
        ` (${number(route.travel.borderHours)} ${t("atBorders")}, ${number(route.travel.handlingHours)} ${t("handled")}) · ≈ US$${number(route.travel.usdPerTonne)}/t. `,
        t("assumed"),
      ),
    h(
      "ol",
      { class: "stops" },
      stops.flatMap(({ place, leg }) => [leg && legItem(leg, borders, () => go(asked, { closing: leg.segment.id, way: index })), stopItem(place, changes.get(place.id), leg && leg !== route.legs.at(-1) ? asked : null)]),
    ),
  ];
}

/** @param asked to close the place and ask anew; null at the ends, without which there is no question */
function stopItem(place, change, asked) {
  return h(
    "li",
    { class: "stop" },
    s("svg", { viewBox: "0 0 24 24", class: "rail", "aria-hidden": "true" }, s("path", { class: "thread", d: "M12,0V24" }), s("circle", { class: "station", cx: 12, cy: 12, r: 5 })),
    h("span", { class: "grow" }, h("b", {}, nameOf(place)), h("small", {}, ` ${place.partner?.code ?? ""}`)),
    change && h("span", { class: "tag" }, `${t("changeOf")}: ${changeText(change)}`),
    asked && h("button", { type: "button", class: "tool what-if", "aria-label": `${named(place)}: ${t("close")}`, onclick: () => go(asked, { avoid: [...asked.avoid, place.id] }) }, t("close")),
  );
}

const changeText = (change) =>
  change.fromMode === change.toMode ? `${change.fromGaugesMm.join("/")} → ${change.toGaugesMm.join("/")} mm` : `${word(change.fromMode)} → ${word(change.toMode)}`;

function legItem({ from, to, segment }, borders, close) {
  const border = borders.has(`${from.id} ${to.id}`);
  return h(
    "li",
    { class: "leg" },
    s("svg", { viewBox: "0 0 24 30", preserveAspectRatio: "none", class: "rail", "aria-hidden": "true" }, s("path", { class: `thread status-${segment.status}`, d: "M12,0V30" }), border && s("path", { class: "borderline", d: "M2,15H22" })),
    h("span", { class: "grow" }, `${segment.lengthKm === null ? "" : `${number(segment.lengthKm)} km · `}${word(segment.mode)}${segment.gaugesMm.length ? ` ${segment.gaugesMm.join("/")} mm` : ""}`, segment.status !== "OPERATIONAL" && h("em", {}, " · ", said(segment.statusNote)), border && h("em", {}, ` · ${t("border")}`)),
    h("button", { type: "button", class: "tool what-if-line", "aria-label": `${segment.name}: ${t("closeLine")}`, onclick: close }, t("closeLine")),
  );
}

const listed = (places) => places.flatMap((place, index) => [index ? " – " : null, nameOf(place)]);

function nowhere(result) {
  return [
    h("p", { class: "sum" }, h("strong", {}, t("noRoute")), result.gapKind && ` ${word(result.gapKind)}.`, result.gapKm !== null && ` ${t("gapKm")}: ${number(result.gapKm, 1)} km.`),
    result.missing.length > 0 && [h("h2", {}, t("missing")), h("ul", { class: "missing" }, result.missing.map((segment) => h("li", {}, h("b", {}, said(segment.name)), " – ", said(segment.statusNote), " ", h("small", {}, h("a", { href: link("map", segment.corridor.id) }, nameOf(segment.corridor))))))],
    result.reachFrom.length > 0 && [h("h2", {}, `${t("reaches")} `, nameOf(result.reachFrom.at(-1))), h("p", { class: "small" }, listed(result.reachFrom))],
    result.reachTo.length > 0 && [h("h2", {}, `${t("to")}: ${t("reaches").toLowerCase()} `, nameOf(result.reachTo.at(-1))), h("p", { class: "small" }, listed(result.reachTo))],
  ];
}

// --- The way on the map ---

function mapOf(outlines, result, route, width, picture) {
  const legs = route?.legs ?? [];
  const points = [...legs.flatMap((leg) => [leg.from, leg.to]), ...result.reachFrom, ...result.reachTo, ...result.missing.flatMap((segment) => [segment.from, segment.to])].filter((place) => place.coordinates);
  const inside = points.every(({ coordinates: { longitude, latitude } }) => longitude > CORE[0] && longitude < CORE[2] && latitude > CORE[1] && latitude < CORE[3] + 1);
  const box = inside ? CORE : WHOLE;
  picture.classList.toggle("flat", box === WHOLE);
  const height = Math.round(width * tallness(box));
  const { svg, at, over } = ground(outlines, { width, height, box, chinese: language() === "zh", label: t("routeTitle") });
  const line = ({ geometry: { geometry } }, status) => geometry && s("path", { class: `line way-line status-${status}`, d: pathOf(geometry.coordinates, at) });
  over.append(
    s("g", { class: "kind-TRANSPORT" }, legs.map(({ segment }) => line(segment, segment.status)), route ? null : result.missing.map((segment) => line(segment, "MISSING"))),
    s("g", {}, points.map((place) => {
      const [x, y] = at(place.coordinates.longitude, place.coordinates.latitude);
      return s("circle", { class: "city", cx: x, cy: y, r: 3 }, s("title", {}, named(place)));
    })),
    names(points, legs, at, width),
  );
  return svg;
}

/** The two ends and whatever leaves room between. */
function names(points, legs, at, width) {
  const size = width < 500 ? 10 : 13;
  const taken = [];
  const ends = legs.length ? [legs[0].from, legs.at(-1).to] : [points[0], points.at(-1)];
  const short = (place) => named(place).replace(/ \(.*\)/, "");
  return s("g", { class: "place-names" }, [...new Map([...ends, ...points].filter((place) => place?.coordinates).map((place) => [place.id, place])).values()].map((place) => {
    const [x, y] = at(place.coordinates.longitude, place.coordinates.latitude);
    const box = [x + 4, y - size * 0.7, x + 8 + short(place).length * size * 0.55, y + size * 0.7];
    if (taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) return null;
    taken.push(box);
    return s("text", { class: `place${width < 500 ? " narrow" : ""}${ends.includes(place) ? " end-place" : ""}`, x: x + 7, y: y + size * 0.33, lang: langOf(short(place)) }, short(place));
  }));
}
