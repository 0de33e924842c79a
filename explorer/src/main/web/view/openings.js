// Corridors that opened, with China's trade with the countries they link in the years before and after.

import { h } from "../lib/dom.js";
import { money, signed } from "../lib/format.js";
import { nameOf } from "../lib/tongue.js";
import { t } from "../lib/words.js";

/** What a corridor must be asked for. */
export const OPENED = `openedYear
      opened { text target }
      partners { code name zh: name(language: ZH) }
      tradeAroundOpening(years: 3) {
        before { period { year } total { amount currency } }
        after { period { year } total { amount currency } }
        averageBefore { amount currency }
        averageAfter { amount currency }
        percent
      }`;

/** Corridors in service, by year of opening, each year with a letter that the curve carries: { id, mark, year, corridor, around }. */
export function openingsOf(corridors) {
  const opened = corridors.filter((corridor) => corridor.openedYear && !corridor.opened?.target).toSorted((a, b) => a.openedYear - b.openedYear);
  const years = [...new Set(opened.map((corridor) => corridor.openedYear))];
  return opened.map((corridor) => ({ id: corridor.id, mark: String.fromCharCode(97 + (years.indexOf(corridor.openedYear) % 26)), year: corridor.openedYear, corridor, around: corridor.tradeAroundOpening }));
}

/** The one that the reader chose, else the last that has figures on both sides. */
export const chosenOf = (openings, id) => openings.find((opening) => opening.id === id && opening.around) ?? openings.findLast((opening) => opening.around?.percent != null) ?? null;

/** The bands of a curve. Means are drawn only where they are of the same trade as the curve. */
export function bandsOf({ corridor, around }, code) {
  const abroad = linked(corridor);
  const same = abroad.length === 1 && abroad[0].code === code;
  return [["before", around.averageBefore], ["after", around.averageAfter]]
    .filter(([side]) => around[side].length > 0)
    .map(([side, mean]) => ({ side, from: around[side][0].period.year, to: around[side].at(-1).period.year, mean: same ? mean : null }));
}

const linked = (corridor) => corridor.partners.filter((partner) => partner.code !== "CHN");

/** The list under the curve; a letter is a button where there are figures. `choose(id)` is called with what a reader wants to see. */
export function openingList(openings, chosen, choose) {
  const item = ({ id, mark, year, corridor, around }) =>
    h(
      "li",
      {},
      around?.percent != null
        ? h("button", { type: "button", class: "tool mark-button", "aria-pressed": id === chosen?.id ? "true" : "false", "aria-label": `${mark}, ${corridor.name}: ${t("showYears")}`, onclick: () => choose(id) }, mark)
        : h("b", { class: "mark-button" }, mark),
      h("span", { class: "grow" }, `${year} `, nameOf(corridor), h("small", {}, linked(corridor).flatMap((partner, index) => [index ? ", " : " · ", nameOf(partner)])), figures(around)),
    );
  return h("section", { class: "around" }, h("h3", {}, t("around")), h("p", { class: "policy" }, t("aroundText"), " ", t("claim")), h("ol", { class: "openings" }, openings.map(item)));
}

function figures(around) {
  if (around?.percent == null) return h("span", { class: "around-figures" }, t("noAround"));
  return h("span", { class: "around-figures" }, `${t("before")} ${money(around.averageBefore)} · ${t("after")} ${money(around.averageAfter)} ${t("perYear")} · `, h("b", {}, `${signed(around.percent, 0)} %`));
}
