import { h, put, s } from "../lib/dom.js";
import { ask } from "../lib/graph.js";
import { link, page, read } from "../lib/address.js";
import { columns, slopes } from "../lib/bars.js";
import { money, number, signed } from "../lib/format.js";
import { plate, problem, united } from "../lib/plate.js";
import { langOf, nameOf, said } from "../lib/tongue.js";
import { language, named, t, word } from "../lib/words.js";

const SOURCES = "sources { id title licence }";

/** Each question: its document, which fields of the answer it needs, and how the answer becomes picture, sentence and table. */
const QUESTIONS = [
  {
    title: "q1",
    query: `{
  bloc(code: "ASEAN") {
    trade(from: 2019, to: 2022) {
      points { period { year } total { amount currency } quality ${SOURCES} }
      change(from: 2000, to: 2022) { fold cagr }
    }
  }
}`,
    of: (data) => data.bloc?.trade,
    show: ({ points, change }, size) => ({
      picture: columns(
        points.map((point) => ({ label: String(point.period.year), below: word(point.quality), parts: [{ value: point.total.amount, kind: point.quality === "HEADLINE" ? "quoted" : "total" }], amount: point.total })),
        { ...size, label: t("q1"), format: (item) => money(item.amount) },
      ),
      text: t("q1Note").replace("#", number(change.fold, 1)),
      sources: points.flatMap((point) => point.sources),
      quality: [...new Set(points.map((point) => point.quality))],
      table: { columns: [t("year"), `${t("total")} (US$)`, t("quality")], rows: points.map((point) => [String(point.period.year), point.total.amount, word(point.quality)]) },
    }),
  },
  {
    title: "q2",
    query: `{
  corridor(id: "clr") {
    name
    zh: name(language: ZH)
    openedOn
    lengthKm { km }
    ${SOURCES}
    tradeAroundOpening(years: 3) {
      before { period { year } total { amount currency } gap { reason } quality ${SOURCES} }
      after { period { year } total { amount currency } gap { reason } quality ${SOURCES} }
    }
  }
}`,
    of: (data) => data.corridor?.tradeAroundOpening && data.corridor,
    show: ({ openedOn, tradeAroundOpening: { before, after }, ...corridor }, size) => {
      const points = [...before, ...after];
      return {
        picture: columns(
          points.map((point) => ({ label: String(point.period.year), below: point.total ? word(point.quality) : null, parts: point.total ? [{ value: point.total.amount, kind: "total" }] : [], gap: point.total ? null : t("gap"), amount: point.total })),
          { ...size, label: t("q2"), format: (item) => money(item.amount), mark: { after: before.length, text: openedOn } },
        ),
        text: [nameOf(corridor), `: ${openedOn}, ${number(corridor.lengthKm.km)} km. ${t("claim")}`],
        sources: [...corridor.sources, ...points.flatMap((point) => point.sources)],
        quality: [...new Set(points.map((point) => point.quality).filter((quality) => quality !== "MISSING"))],
        table: { columns: [t("year"), `${t("total")} (US$)`, t("gap")], rows: points.map((point) => [String(point.period.year), point.total?.amount ?? null, point.gap ? word(point.gap.reason) : null]) },
      };
    },
  },
  {
    title: "q3",
    query: `{
  tradeRanking(year: 2024, compareWith: 2017, orderBy: SHARE_CHANGE, among: ["ASEAN", "USA", "EU", "JPN"]) {
    code
    partner { name zh: name(language: ZH) }
    bloc { name zh: name(language: ZH) }
    earlierShare
    share
    shareChange
    point { quality ${SOURCES} }
  }
}`,
    of: (data) => data.tradeRanking,
    show: (rows, size) => ({
      picture: slopes(
        rows.map((row) => ({ name: language() === "zh" ? nameIn(row) : row.code, before: row.earlierShare, after: row.share, change: signed(row.shareChange) })),
        { ...size, label: t("q3"), years: ["2017", "2024"], format: (value) => `${number(value, 1)} %` },
      ),
      text: `${nameIn(rows[0])}: ${signed(rows[0].shareChange, 2)} ${t("points")}`,
      sources: rows.flatMap((row) => row.point.sources),
      quality: [...new Set(rows.map((row) => row.point.quality))],
      table: { columns: [t("partner"), "2017 %", "2024 %", `${t("change")} (${t("points")})`], rows: rows.map((row) => [nameIn(row), two(row.earlierShare), two(row.share), two(row.shareChange)]) },
    }),
  },
  {
    title: "q4",
    query: `{
  partner(code: "VNM") {
    name
    zh: name(language: ZH)
    trade(from: 2024, to: 2024) {
      points { exports { amount currency } imports { amount currency } total { amount currency estimated } balance { amount } growth shareOfChina rank quality ${SOURCES} }
    }
    corridors(kinds: [ENERGY, DIGITAL]) { id name zh: name(language: ZH) kind status }
    borderCrossings { name zh: name(language: ZH) unlocode }
  }
}`,
    of: (data) => data.partner?.trade && data.partner,
    show: ({ trade: { points: [point] }, corridors, borderCrossings }, size, errors) => ({
      picture: columns(
        [
          { label: t("exports"), parts: [{ value: point.exports.amount, kind: "exports" }], amount: point.exports },
          { label: t("imports"), parts: [{ value: point.imports.amount, kind: "imports" }], amount: point.imports },
        ],
        { ...size, label: t("q4"), format: (item) => money(item.amount) },
      ),
      text: [
        `2024: ${money(point.total)} (${word(point.quality).toLowerCase()}), ${signed(point.growth)} %, ${t("rank").toLowerCase()} ${point.rank}, ${t("share").toLowerCase().replace("china", "China")} ${number(point.shareOfChina, 2)} %.`,
        !corridors && problem(errors),
        corridors && h("ul", { class: "corridor-links" }, corridors.map((corridor) => h("li", {}, h("span", { class: `swatch kind-${corridor.kind}` }), h("a", { class: "grow", href: link("map", corridor.id) }, nameOf(corridor)), h("small", {}, word(corridor.status))))),
        borderCrossings && h("p", { class: "small" }, `${t("crossings")}: `, borderCrossings.flatMap((crossing, index) => [index ? " · " : null, nameOf(crossing)])),
      ],
      sources: point.sources,
      quality: [point.quality],
      table: { columns: [t("name"), t("kinds"), t("status")], rows: (corridors ?? []).map((corridor) => [named(corridor), word(corridor.kind), word(corridor.status)]) },
    }),
  },
  {
    title: "q5",
    query: `{
  partner(code: "LAO") {
    trade(from: 2020, to: 2021) {
      points {
        period { year }
        exports { amount currency valuation }
        imports { amount currency valuation }
        total { amount currency }
        gap { reason detail }
        quality
        ${SOURCES}
      }
    }
  }
}`,
    of: (data) => data.partner?.trade,
    show: ({ points }, size) => ({
      picture: columns(
        points.flatMap((point) =>
          ["exports", "imports"].map((flow) => ({
            label: `${t(flow)} ${point.period.year}`,
            below: point[flow] ? point[flow].valuation : null,
            parts: point[flow] ? [{ value: point[flow].amount, kind: flow }] : [],
            gap: point[flow] ? null : t("gap"),
            amount: point[flow],
          })),
        ),
        { ...size, label: t("q5"), format: (item) => money(item.amount) },
      ),
      text: said(points.find((point) => point.gap)?.gap.detail ?? ""),
      sources: points.flatMap((point) => point.sources),
      quality: [...new Set(points.map((point) => point.quality))],
      table: { columns: [t("year"), `${t("exports")} (US$)`, `${t("imports")} (US$)`, t("gap"), t("sources")], rows: points.map((point) => [String(point.period.year), point.exports?.amount ?? null, point.imports?.amount ?? null, point.gap?.detail ?? null, point.sources.map((source) => source.id).join(" ")]) },
    }),
  },
  {
    title: "q6",
    query: `{
  routes(from: "kunming", to: "singapore", modes: [RAIL]) {
    routes { knownLengthKm }
    reachFrom { id name zh: name(language: ZH) }
    missing { name status statusNote corridor { id name zh: name(language: ZH) } findings { kind detail } ${SOURCES} }
    gapKm
  }
}`,
    of: (data) => data.routes,
    show: ({ reachFrom, missing, gapKm }, size) => ({
      picture: thread(reachFrom, missing, gapKm, size),
      text: missing.map((segment) => [h("b", {}, said(segment.name)), " – ", said(segment.statusNote), ". ", h("a", { href: link("routes", "", { from: "kunming", to: "singapore", modes: "RAIL", including: "operational" }) }, t("routeTitle"))]),
      sources: missing.flatMap((segment) => segment.sources),
      findings: missing.flatMap((segment) => segment.findings),
      table: { columns: [t("reaches")], rows: reachFrom.map((place) => [named(place)]) },
    }),
  },
];

const nameIn = (row) => named(row.partner ?? row.bloc ?? row);

const two = (value) => (value === null ? null : Math.round(value * 100) / 100);

/** A name without what stands in brackets and without what kind of place it is. */
const brief = (place) => named(place).replace(/ \(.*\)| (road\/rail )?border.*$/g, "").slice(0, 24);

/** The places that trains reach, one after the other, and the gap behind the last. */
function thread(places, missing, gapKm, { width, height }) {
  const some = places.length > 8 ? [...places.slice(0, 1), ...places.slice(1, -1).filter((_, index) => index % Math.ceil(places.length / 6) === 2), places.at(-1)] : places;
  const y = height / 2;
  const last = width - Math.max(90, width * 0.2);
  const x = (place) => 14 + (places.indexOf(place) / (places.length - 1)) * (last - 14);
  return s(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, class: "threadline kind-TRANSPORT", role: "img", "aria-label": t("q6") },
    s("path", { class: "line", d: `M14,${y}H${last}` }),
    s("path", { class: "line status-MISSING", d: `M${last},${y}H${width - 14}` }),
    places.map((place) => s("circle", { class: "city", cx: x(place), cy: y, r: 3.6 }, s("title", {}, named(place)))),
    s("circle", { class: "station", cx: width - 14, cy: y, r: 5 }),
    some.map((place) => s("text", { class: "name", transform: `translate(${x(place) + 4} ${y - 12}) rotate(-38)`, lang: langOf(brief(place)) }, brief(place))),
    s("text", { class: "name", x: width - 2, y: y - 14, "text-anchor": "end" }, language() === "zh" ? "新加坡" : "Singapore"),
    missing.length > 0 && s("text", { class: "missing-text", x: width - 2, y: y + 30, "text-anchor": "end" }, `${t("missing")}${gapKm === null ? "" : `: ${number(gapKm, 1)} km`}`),
  );
}

/** The questions that the set is seeded for, each asked when the page opens, and each failing alone. `#/questions/3` leads to the third. */
export async function questionsView(main) {
  const sheets = QUESTIONS.map((question, index) => ({ question, sheet: plate({ number: ["IV", "V", "VI", "VII", "VIII", "IX"][index], title: t(question.title), fileName: `lancang-question-${index + 1}`, size: "bars-size", address: () => page(link("questions", index + 1)) }) }));
  put(main, h("div", { class: "questions" }, sheets.map(({ sheet }) => sheet.element)));
  await Promise.all(sheets.map(({ question, sheet }) => drawQuestion(question, sheet)));
  const asked = sheets[Number(read().id) - 1]?.sheet;
  if (!asked) return;
  asked.element.scrollIntoView();
  asked.heading.tabIndex = -1;
  asked.heading.focus({ preventScroll: true });
}

async function drawQuestion(question, sheet) {
  const { data, errors } = await ask(question.query);
  const part = data && question.of(data);
  if (!part) {
    sheet.fail(errors, () => drawQuestion(question, sheet));
    return;
  }
  const size = { width: Math.max(290, sheet.picture.clientWidth), height: 240 };
  const { picture, text, sources, quality, findings, table } = question.show(part, size, errors);
  put(sheet.picture, picture);
  put(sheet.note, h("div", { class: "answer" }, text));
  sheet.show({ query: question.query, sources: united(sources), quality, findings, table });
}
