// What stands beside and under the curve of a partner or a bloc.

import { h, put } from "../lib/dom.js";
import { link } from "../lib/address.js";
import { money, number, short, signed } from "../lib/format.js";
import { problem } from "../lib/plate.js";
import { nameOf } from "../lib/tongue.js";
import { t, word } from "../lib/words.js";

const part = (title, ...content) => h("section", {}, h("h3", {}, title), content);
const row = (term, ...value) => [h("dt", {}, term), h("dd", {}, value)];
const small = (text) => h("small", {}, ` ${text}`);

const or = (value, errors, show) => (value ? show(value) : problem(errors));

/** What stands beside the curve. What the thing lacks because a service did not answer says so. */
export function drawFacts(facts, thing, errors) {
  put(
    facts,
    thing.trade && latest(thing.trade),
    thing.indicators !== undefined && part(t("indicators"), or(thing.indicators, errors, indicators)),
    thing.memberships?.length > 0 &&
      part(t("memberships"), h("p", {}, thing.memberships.flatMap(({ bloc, from }, index) => [index ? ", " : null, h("a", { href: link("partner", bloc.code) }, nameOf(bloc)), ` (${from.slice(0, 4)})`]))),
    thing.members === null && part(t("members"), problem(errors)),
    thing.members?.length === 0 && part(t("members"), h("p", {}, t("nothing"))),
  );
}

/** What stands under the curve: members, corridors, crossings. */
export function drawNetwork(network, thing, errors = []) {
  put(
    network,
    thing.members?.length > 0 && part(`${t("members")}: ${t("indicators")}`, members(thing.members)),
    part(t("map"), or(thing.corridors, errors, corridorsOf)),
    thing.borderCrossings !== undefined && part(t("crossings"), or(thing.borderCrossings, errors, (all) => h("p", {}, crossings(all)))),
    thing.members?.length > 0 && part(t("crossings"), crossingsOf(thing.members, errors)),
  );
}

function latest({ points, latest: detail }) {
  const point = points.findLast((one) => one.total);
  if (!point) return null;
  const basis = detail?.growthDetail.basis;
  return part(
    `${t("latest")}: ${point.period.year}`,
    h(
      "dl",
      { class: "figures" },
      row(t("total"), money(point.total), point.quality !== "REPORTED" && small(word(point.quality).toLowerCase())),
      row(t("balance"), point.balance ? `${point.balance.amount < 0 ? "−" : ""}${money({ ...point.balance, amount: Math.abs(point.balance.amount) })}` : "–"),
      row(t("growth"), point.growth === null ? "–" : `${signed(point.growth)} %`, basis && h("small", { class: "basis" }, basisOf(basis))),
      row(t("share"), point.shareOfChina === null ? "–" : `${number(point.shareOfChina, 2)} %`),
      point.rank !== null && row(t("rank"), `${point.rank}`),
      detail?.tradeToGdp.value != null && row(t("tradeToGdp"), `${number(detail.tradeToGdp.value, 1)} %`),
      detail?.tradePerHead.value != null && row(t("tradePerHead"), `US$ ${number(detail.tradePerHead.value)}`),
    ),
  );
}

/** Over whom growth compares: the composition, and who is not among both years' members. */
function basisOf({ composition, membersOf, joined, left, uncompared }) {
  const whoever = [["joined", joined], ["left", left], ["uncompared", uncompared]].filter(([, partners]) => partners.length > 0);
  return [
    word(composition),
    membersOf && `, ${t("membersOf")} ${membersOf}`,
    whoever.length ? whoever.map(([key, partners]) => [`; ${t(key)}: `, partners.flatMap((partner, index) => [index ? ", " : null, nameOf(partner)])]) : `; ${t("sameMembers")}`,
  ];
}

function latestOf(indicators) {
  return { population: indicators.findLast((one) => one.population !== null), gdp: indicators.findLast((one) => one.gdp) };
}

function indicators(all) {
  const { population, gdp } = latestOf(all);
  if (!population && !gdp) return h("p", {}, t("nothing"));
  return h(
    "dl",
    { class: "figures" },
    population && row(t("population"), short(population.population), small(population.year)),
    gdp && row(t("gdp"), money(gdp.gdp), small(gdp.year)),
    gdp?.gdpPerHead && row(t("gdpPerHead"), `US$ ${number(gdp.gdpPerHead)}`, small(gdp.year)),
  );
}

function members(all) {
  const cells = ({ from, partner }) => {
    const { population, gdp } = latestOf(partner.indicators ?? []);
    return [
      h("th", { scope: "row" }, h("a", { href: link("partner", partner.code) }, nameOf(partner)), small(`${t("since")} ${from.slice(0, 4)}`)),
      h("td", { class: "number" }, population ? [short(population.population), small(population.year)] : "–"),
      h("td", { class: "number" }, gdp ? [money(gdp.gdp), small(gdp.year)] : "–"),
      h("td", { class: "number" }, gdp?.gdpPerHead ? number(gdp.gdpPerHead) : "–"),
    ];
  };
  const head = [t("member"), t("population"), t("gdp"), `US$ ${t("gdpPerHead")}`];
  return h(
    "div",
    { class: "wide", tabindex: 0, role: "region", "aria-label": t("members") },
    h("table", { class: "members" }, h("thead", {}, h("tr", {}, head.map((title, index) => h("th", { scope: "col", class: index > 0 && "number" }, title)))), h("tbody", {}, all.map((membership) => h("tr", {}, cells(membership))))),
  );
}

const crossings = (all) => (all.length ? all.flatMap((crossing, index) => [index ? " · " : null, nameOf(crossing), crossing.unlocode && ` (${crossing.unlocode})`]) : t("nothing"));

/** Crossings of each member that has some. */
function crossingsOf(all, errors) {
  if (all.every(({ partner }) => !partner.borderCrossings)) return problem(errors);
  const at = all.filter(({ partner }) => partner.borderCrossings?.length > 0);
  return at.length ? h("dl", { class: "crossing-list" }, at.map(({ partner }) => row(nameOf(partner), crossings(partner.borderCrossings)))) : h("p", {}, t("nothing"));
}

const corridorsOf = (corridors) =>
  corridors.length
    ? h("ul", { class: "corridor-links" }, corridors.map((corridor) => h("li", {}, h("span", { class: `swatch kind-${corridor.kind}` }), h("a", { href: link("map", corridor.id), class: "grow" }, nameOf(corridor)), h("small", {}, word(corridor.status), corridor.opened && `, ${corridor.opened.text}`))))
    : h("p", {}, t("nothing"));
