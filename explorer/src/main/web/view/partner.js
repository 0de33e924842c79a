import { h, put, s } from "../lib/dom.js";
import { ask, askOnce } from "../lib/graph.js";
import { link, read, remember } from "../lib/address.js";
import { curve } from "../lib/curve.js";
import { plate, united } from "../lib/plate.js";
import { named, t, word } from "../lib/words.js";
import { drawFacts, drawNetwork } from "./facts.js";
import { OPENED, bandsOf, chosenOf, openingList, openingsOf } from "./openings.js";

const LIST = `query Partners {
  blocs { code name zh: name(language: ZH) }
  partners(first: 500, orderBy: NAME) { nodes { code name zh: name(language: ZH) kind } }
}`;

const ON_CORRIDORS = `query OnCorridors { corridors(first: 500) { nodes { partners { code } } } }`;

const NAME = "name zh: name(language: ZH)";
const MONEY = "amount currency quality estimated";
const INDICATORS = "indicators { year population gdp { amount currency quality } gdpPerHead }";
const CROSSINGS = `borderCrossings { id ${NAME} unlocode }`;
const WHO = `{ code ${NAME} }`;
const SERIES = `trade {
      points {
        period { year }
        exports { ${MONEY} }
        imports { ${MONEY} }
        total { ${MONEY} }
        balance { amount currency }
        growth
        shareOfChina
        rank
        quality
        gap { reason detail }
        sources { id title licence }
      }
      latest {
        tradeToGdp { value }
        tradePerHead { value }
        growthDetail { basis { composition membersOf joined ${WHO} left ${WHO} uncompared ${WHO} } }
      }
    }`;
const CORRIDORS = `corridors {
      id
      name
      zh: name(language: ZH)
      kind
      status
      ${OPENED}
    }`;

const PARTNER = `query Partner($code: ID!) {
  partner(code: $code) {
    code
    name
    zh: name(language: ZH)
    region
    ${SERIES}
    ${INDICATORS}
    memberships { bloc { code name zh: name(language: ZH) } from }
    ${CORRIDORS}
    ${CROSSINGS}
  }
}`;

const BLOC = `query Bloc($code: ID!) {
  bloc(code: $code) {
    code
    name
    zh: name(language: ZH)
    ${SERIES}
    members { from partner { code ${NAME} ${INDICATORS} ${CROSSINGS} } }
    ${CORRIDORS}
  }
}`;

const THROUGH = `query Through($code: ID!) {
  corridors(filter: { partners: [$code] }, first: 500) { nodes { id ${NAME} kind status opened { text target } } }
}`;

/** The page of a partner or of a bloc. */
export async function partnerView(main) {
  const code = read().id || "LAO";
  const chooser = h("div", { class: "chooser" });
  const body = h("div", { class: "partner-body" });
  put(main, chooser, body);
  await Promise.all([drawChooser(chooser, code), drawBody(body, code)]);
}

async function drawChooser(chooser, code) {
  const select = h("select", { id: "partner", onchange: (event) => (location.hash = link("partner", event.target.value)) }, h("option", { value: code, selected: true }, code));
  put(chooser, h("label", { for: "partner" }, t("choosePartner")), select);
  const [{ data }, corridors] = await Promise.all([askOnce(LIST), askOnce(ON_CORRIDORS)]);
  if (!data?.partners) return;
  const near = new Set(corridors.data?.corridors?.nodes.flatMap((corridor) => corridor.partners.map((partner) => partner.code)) ?? []);
  const option = (thing) => h("option", { value: thing.code, selected: thing.code === code }, named(thing));
  const partners = data.partners.nodes.filter((partner) => partner.code !== "CHN");
  put(
    select,
    h("optgroup", { label: t("onCorridors") }, partners.filter((partner) => near.has(partner.code)).map(option)),
    h("optgroup", { label: t("blocs") }, (data.blocs ?? []).map(option)),
    h("optgroup", { label: t("otherPartners") }, partners.filter((partner) => !near.has(partner.code)).map(option)),
  );
}

/** Codes of countries have three letters; what is none there may be a bloc. */
async function answerFor(code) {
  const asPartner = /^[A-Z]{3}$/.test(code);
  const first = asPartner ? { query: PARTNER, key: "partner" } : { query: BLOC, key: "bloc" };
  const answer = await ask(first.query, { code });
  const unknown = ({ errors }) => errors.length > 0 && errors.every((error) => error.extensions?.code === "NOT_FOUND");
  if (answer.data?.[first.key] || (answer.errors.length && !unknown(answer))) return { ...answer, ...first, thing: answer.data?.[first.key] };
  const other = asPartner ? { query: BLOC, key: "bloc" } : { query: PARTNER, key: "partner" };
  const second = await ask(other.query, { code });
  return { ...second, errors: unknown(second) ? [] : second.errors, ...other, thing: second.data?.[other.key] };
}

async function drawBody(body, code) {
  const sheet = plate({ number: "II", title: `${t("tradeWith")} ${code}`, fileName: `lancang-trade-${code}`, size: "curve-size" });
  const facts = h("div", { class: "partner-facts" });
  const network = h("div", { class: "partner-facts partner-network" });
  const list = h("div", {});
  put(body, h("div", {}, sheet.element, list, network), facts);
  const { thing, errors, query } = await answerFor(code);
  const again = () => drawBody(body, code);
  if (!thing) {
    if (!errors.length) {
      put(body, h("p", { class: "empty" }, `${code}: ${t("nothing")}`));
      return;
    }
    sheet.fail(errors, again);
    // Partners are trade's; which corridors run through one corridor-service knows by itself.
    const { data } = await ask(THROUGH, { code });
    if (data?.corridors) drawNetwork(network, { corridors: data.corridors.nodes });
    return;
  }
  sheet.element.querySelector("h2 > span:last-child").textContent = `${t("tradeWith")} ${named({ ...thing, name: thing.name ?? code })}`;
  if (body.isConnected) document.title = `${named(thing)} · ${t("title")}`;
  drawFacts(facts, thing, errors);
  drawNetwork(network, thing, errors);
  const points = thing.trade?.points ?? [];
  const figures = points.filter((point) => point.exports || point.imports || point.total);
  if (!thing.trade) {
    sheet.fail(errors, again);
    return;
  }
  if (!figures.length) {
    put(sheet.picture, h("p", { class: "empty" }, t("nothing")));
    return;
  }
  let log = read().options.scale === "log";
  const openings = openingsOf(thing.corridors ?? []);
  let chosen = chosenOf(openings, read().options.opening);
  const draw = () => {
    const width = sheet.picture.clientWidth;
    if (!width) return;
    put(sheet.picture, curve(points, { width, height: Math.max(272, Math.round(width * 0.46)), log, events: openings, bands: chosen ? bandsOf(chosen, thing.code) : [], label: `${t("tradeWith")} ${named(thing)}` }));
  };
  const scale = (value, text) => h("label", { class: "check" }, h("input", { type: "radio", name: "scale", checked: log === value, onchange: () => { log = value; remember({ scale: value ? "log" : "" }); draw(); } }), text);
  const drawList = () => put(list, openings.length > 0 && openingList(openings, chosen, choose));
  const choose = (id) => {
    chosen = chosenOf(openings, id);
    remember({ opening: id });
    draw();
    drawList();
    list.querySelector('[aria-pressed="true"]')?.focus();
  };
  put(
    sheet.note,
    key(chosen),
    h("div", { class: "row" }, h("span", { class: "legend-title" }, t("scale")), scale(false, t("linear")), scale(true, t("log"))),
    thing.members !== undefined && h("p", { class: "policy" }, t("composition")),
  );
  drawList();
  sheet.show({
    query,
    variables: { code },
    sources: united(points.map((point) => point.sources)),
    quality: [...new Set(figures.map((point) => point.quality))],
    table: {
      columns: [t("year"), `${t("exports")} (US$)`, `${t("imports")} (US$)`, `${t("total")} (US$)`, `${t("growth")} %`, `${t("share")} %`, t("rank"), t("quality"), t("gap")],
      rows: points.toReversed().map((point) => [String(point.period.year), point.exports?.amount ?? null, point.imports?.amount ?? null, point.total?.amount ?? null, rounded(point.growth), rounded(point.shareOfChina), point.rank, word(point.quality), point.gap ? word(point.gap.reason) : null]),
    },
  });
  draw();
  let width = sheet.picture.clientWidth;
  const observer = new ResizeObserver(() => {
    if (!sheet.picture.isConnected) observer.disconnect();
    else if (Math.abs(sheet.picture.clientWidth - width) > 1) {
      width = sheet.picture.clientWidth;
      draw();
    }
  });
  observer.observe(sheet.picture);
}

const rounded = (value) => (value === null || value === undefined ? null : Math.round(value * 100) / 100);

function key(chosen) {
  const sample = (draw, text) => h("li", {}, s("svg", { viewBox: "0 0 34 14", class: "sample", "aria-hidden": "true" }, draw), text);
  return h(
    "ul",
    { class: "key" },
    ["exports", "imports", "total"].map((flow) => sample(s("path", { class: `flow flow-${flow}`, d: "M1,7H33" }), t(flow))),
    sample(s("path", { class: "mark open flow-total", d: "M17,2l5,5l-5,5l-5,-5Z" }), t("headline")),
    sample(s("circle", { class: "mark open flow-total", cx: 17, cy: 7, r: 3.6 }), t("estimated")),
    sample(s("rect", { class: "gap", x: 8, y: 0, width: 18, height: 14 }), t("gapShown")),
    sample([s("rect", { class: "band", x: 13, y: 0, width: 8, height: 14 })], t("openedHere")),
    chosen && sample([s("rect", { class: "around-band", x: 1, y: 0, width: 13, height: 14 }), s("rect", { class: "band", x: 14, y: 0, width: 5, height: 14 }), s("rect", { class: "around-band", x: 19, y: 0, width: 14, height: 14 })], t("aroundHere")),
  );
}
