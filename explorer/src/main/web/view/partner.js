import { h, put, s } from "../lib/dom.js";
import { ask } from "../lib/graph.js";
import { link, read, remember } from "../lib/address.js";
import { curve } from "../lib/curve.js";
import { money, number, short, signed } from "../lib/format.js";
import { plate, problem, tableOf, united } from "../lib/plate.js";
import { language, named, t, word } from "../lib/words.js";

const LIST = `query Partners {
  blocs { code name zh: name(language: ZH) }
  partners(first: 500, orderBy: NAME) { nodes { code name zh: name(language: ZH) kind } }
}`;

const ON_CORRIDORS = `query OnCorridors { corridors(first: 500) { nodes { partners { code } } } }`;

const MONEY = "amount currency quality estimated";
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
    }`;
const CORRIDORS = `corridors {
      id
      name
      zh: name(language: ZH)
      kind
      status
      openedYear
      opened { text target }
    }`;

const PARTNER = `query Partner($code: ID!) {
  partner(code: $code) {
    code
    name
    zh: name(language: ZH)
    region
    ${SERIES}
    indicators { year population gdp { amount currency quality } gdpPerHead }
    memberships { bloc { code name zh: name(language: ZH) } from }
    ${CORRIDORS}
    borderCrossings { id name zh: name(language: ZH) unlocode }
  }
}`;

const BLOC = `query Bloc($code: ID!) {
  bloc(code: $code) {
    code
    name
    zh: name(language: ZH)
    ${SERIES}
    members { partner { code name zh: name(language: ZH) } }
    ${CORRIDORS}
  }
}`;

let choices;

/** The page of a partner or of a bloc. */
export async function partnerView(main) {
  const code = read().id || "LAO";
  const chooser = h("div", { class: "chooser" });
  const body = h("div", { class: "partner-body" });
  put(main, chooser, body);
  drawChooser(chooser, code);
  await drawBody(body, code);
}

async function drawChooser(chooser, code) {
  const select = h("select", { id: "partner", onchange: (event) => (location.hash = link("partner", event.target.value)) }, h("option", { value: code, selected: true }, code));
  put(chooser, h("label", { for: "partner" }, t("choosePartner")), select);
  choices ??= await Promise.all([ask(LIST), ask(ON_CORRIDORS)]);
  const [{ data }, corridors] = choices;
  if (!data?.partners) {
    choices = undefined;
    return;
  }
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
  put(body, h("div", {}, sheet.element, network), facts);
  const { thing, errors, query } = await answerFor(code);
  const again = () => drawBody(body, code);
  if (!thing) {
    if (errors.length) sheet.fail(errors, again);
    else put(body, h("p", { class: "empty" }, `${code}: ${t("nothing")}`));
    return;
  }
  sheet.element.querySelector("h2 > span:last-child").textContent = `${t("tradeWith")} ${named({ ...thing, name: thing.name ?? code })}`;
  document.title = `${named(thing)} · ${t("title")}`;
  drawFacts(facts, network, thing, errors);
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
  const draw = () => {
    const width = sheet.picture.clientWidth;
    if (!width) return;
    put(sheet.picture, curve(points, { width, height: Math.max(272, Math.round(width * 0.46)), log, events: openings, label: `${t("tradeWith")} ${named(thing)}` }));
  };
  const scale = (value, text) => h("label", { class: "check" }, h("input", { type: "radio", name: "scale", checked: log === value, onchange: () => { log = value; remember({ scale: value ? "log" : "" }); draw(); } }), text);
  put(
    sheet.note,
    key(),
    h("div", { class: "row" }, h("span", { class: "legend-title" }, t("scale")), scale(false, t("linear")), scale(true, t("log"))),
    openings.length > 0 && h("ol", { class: "openings" }, openings.map(({ mark, year, names }) => h("li", {}, h("b", {}, mark), ` ${year}: ${names.join("; ")}`))),
    openings.length > 0 && h("p", { class: "policy" }, t("claim")),
  );
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

/** Years in which corridors opened, each with a letter that the curve carries. */
function openingsOf(corridors) {
  const byYear = Map.groupBy(corridors.filter((corridor) => corridor.openedYear && !corridor.opened?.target), (corridor) => corridor.openedYear);
  return [...byYear.keys()].toSorted((a, b) => a - b).map((year, index) => ({ year, mark: String.fromCharCode(97 + (index % 26)), names: byYear.get(year).map(named) }));
}

function key() {
  const sample = (draw, text) => h("li", {}, s("svg", { viewBox: "0 0 34 14", class: "sample", "aria-hidden": "true" }, draw), text);
  return h(
    "ul",
    { class: "key" },
    ["exports", "imports", "total"].map((flow) => sample(s("path", { class: `flow flow-${flow}`, d: "M1,7H33" }), t(flow))),
    sample(s("path", { class: "mark open flow-total", d: "M17,2l5,5l-5,5l-5,-5Z" }), t("headline")),
    sample(s("circle", { class: "mark open flow-total", cx: 17, cy: 7, r: 3.6 }), t("estimated")),
    sample(s("rect", { class: "gap", x: 8, y: 0, width: 18, height: 14 }), t("gapShown")),
    sample([s("rect", { class: "band", x: 13, y: 0, width: 8, height: 14 })], t("openedHere")),
  );
}

function drawFacts(facts, network, thing, errors) {
  const latest = thing.trade?.points.findLast((point) => point.total);
  const part = (title, ...content) => h("section", {}, h("h3", {}, title), content);
  const missing = () => problem(errors);
  put(
    facts,
    latest &&
      part(
        `${t("latest")}: ${latest.period.year}`,
        h(
          "dl",
          { class: "figures" },
          row(t("total"), money(latest.total), latest.quality !== "REPORTED" && h("small", {}, ` ${word(latest.quality).toLowerCase()}`)),
          row(t("balance"), latest.balance ? `${latest.balance.amount < 0 ? "−" : ""}${money({ ...latest.balance, amount: Math.abs(latest.balance.amount) })}` : "–"),
          row(t("growth"), latest.growth === null ? "–" : `${signed(latest.growth)} %`),
          row(t("share"), latest.shareOfChina === null ? "–" : `${number(latest.shareOfChina, 2)} %`),
          latest.rank !== null && row(t("rank"), `${latest.rank}`),
        ),
      ),
    thing.indicators !== undefined && part(t("indicators"), thing.indicators ? indicators(thing.indicators) : missing()),
    thing.memberships?.length > 0 &&
      part(t("memberships"), h("p", {}, thing.memberships.flatMap(({ bloc, from }, index) => [index ? ", " : null, h("a", { href: link("partner", bloc.code) }, named(bloc)), ` (${from.slice(0, 4)})`]))),
    thing.members !== undefined &&
      part(t("members"), thing.members ? h("p", {}, thing.members.flatMap(({ partner }, index) => [index ? ", " : null, h("a", { href: link("partner", partner.code) }, named(partner))])) : missing()),
  );
  put(
    network,
    part(t("map"), thing.corridors ? corridorsOf(thing.corridors) : missing()),
    thing.borderCrossings !== undefined &&
      part(t("crossings"), thing.borderCrossings ? h("p", {}, thing.borderCrossings.map((crossing) => `${named(crossing)}${crossing.unlocode ? ` (${crossing.unlocode})` : ""}`).join(" · ") || t("nothing")) : missing()),
  );
}

const row = (term, ...value) => [h("dt", {}, term), h("dd", {}, value)];

function indicators(all) {
  const population = all.findLast((indicator) => indicator.population !== null);
  const gdp = all.findLast((indicator) => indicator.gdp);
  if (!population && !gdp) return h("p", {}, t("nothing"));
  return h(
    "dl",
    { class: "figures" },
    population && row(t("population"), short(population.population), h("small", {}, ` ${population.year}`)),
    gdp && row(t("gdp"), money(gdp.gdp), h("small", {}, ` ${gdp.year}`)),
    gdp?.gdpPerHead && row(t("gdpPerHead"), `US$ ${number(gdp.gdpPerHead)}`, h("small", {}, ` ${gdp.year}`)),
  );
}

const corridorsOf = (corridors) =>
  corridors.length
    ? h("ul", { class: "corridor-links" }, corridors.map((corridor) => h("li", {}, h("span", { class: `swatch kind-${corridor.kind}` }), h("a", { href: link("map", corridor.id), class: "grow" }, named(corridor)), h("small", {}, `${word(corridor.status)}${corridor.opened ? `, ${corridor.opened.text}` : ""}`))))
    : h("p", {}, t("nothing"));
