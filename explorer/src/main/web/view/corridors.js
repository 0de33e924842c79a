// Beside the map: all corridors, or what is known of one. Under it: their table and sources.

import { h } from "../lib/dom.js";
import { link } from "../lib/address.js";
import { number } from "../lib/format.js";
import { NETWORK, TODAY, stateIn } from "../lib/network.js";
import { doubts, united } from "../lib/plate.js";
import { nameOf, said } from "../lib/tongue.js";
import { language, named, t, word } from "../lib/words.js";

function openCount(view, corridor) {
  return corridor.segments.filter((segment) => {
    const { drawn } = stateIn(view.year, TODAY, corridor, segment);
    return ["OPERATIONAL", "PARTLY_OPERATIONAL", "LIMITED"].includes(drawn);
  }).length;
}

/** All corridors that are shown, to pick one. */
export function list(network, view, corridors, select) {
  return [
    h("h3", {}, `${t("all")} · ${corridors.length} ${t("shown")}`),
    corridors.length
      ? h(
          "ul",
          { class: "corridor-list" },
          corridors.map((corridor) =>
            h("li", {}, h("button", { type: "button", onclick: () => select(corridor.id) }, h("span", { class: `swatch kind-${corridor.kind}` }), h("span", { class: "grow" }, nameOf(corridor)), h("small", {}, word(corridor.status)))),
          ),
        )
      : h("p", { class: "empty" }, t("nothing")),
  ];
}

/** What is known of the corridor that is selected. */
export function details(network, view, select) {
  const corridor = network.byId.get(view.selected);
  const place = (id) => nameOf(network.locations.get(id) ?? { id });
  const drawable = corridor.segments.some((segment) => network.locations.get(segment.from.id)?.coordinates && network.locations.get(segment.to.id)?.coordinates);
  const row = (term, ...value) => [h("dt", {}, term), h("dd", {}, value)];
  return h(
    "article",
    { class: "details" },
    h("p", { class: "kicker" }, h("span", { class: `swatch kind-${corridor.kind}` }), `${word(corridor.kind)} · ${t("selected")}`),
    h("h3", {}, nameOf(corridor)),
    language() === "en" && corridor.zh !== corridor.name && h("p", { class: "other-name", lang: "zh-Hans" }, corridor.zh),
    h(
      "dl",
      {},
      row(t("status"), `${word(corridor.status)}`, " ", h("small", {}, said(corridor.statusNote))),
      row(t("opened"), corridor.opened ? `${corridor.opened.text}${corridor.opened.target ? ` (${word("PLANNED").toLowerCase()})` : ""}` : "–"),
      corridor.lengthKm && row(t("length"), `${number(corridor.lengthKm.km)} km`, corridor.lengthKm.basis === "SUM_OF_SEGMENTS" && h("small", {}, ` ${t("sumOfSegments")}`)),
      corridor.modes.length > 0 && row(t("modes"), corridor.modes.map(word).join(", ")),
      row(t("through"), corridor.partners.flatMap((partner, index) => [index ? ", " : null, partner.code === "CHN" ? nameOf(partner) : h("a", { href: link("partner", partner.code) }, nameOf(partner))])),
      corridor.borderCrossings.length > 0 && row(t("crossings"), corridor.borderCrossings.flatMap(({ id }, index) => [index ? " · " : null, place(id)])),
      row(t("sources"), corridor.sources.length ? corridor.sources.flatMap((source, index) => [index ? "; " : null, said(source.title)]) : "–"),
    ),
    !drawable && h("p", { class: "small" }, nameOf(corridor), `: ${t("notDrawn")}.`),
    corridor.note && h("p", { class: "small" }, said(corridor.note)),
    corridor.findings.map((finding) => h("p", { class: "small finding" }, `${word(finding.kind)}: `, said(finding.detail))),
    corridor.segments.length > 0 && [
      h("h4", {}, `${t("segments")} · ${view.year}: ${openCount(view, corridor)}/${corridor.segments.length} ${t("open")}`),
      h("ol", { class: "segments" }, corridor.segments.map((segment) => h("li", {}, place(segment.from.id), " – ", place(segment.to.id), " ", h("small", {}, `${word(segment.mode)}, ${word(segment.status).toLowerCase()}${segment.opened ? `, ${segment.opened.text}` : ""}`)))),
    ],
    h("button", { type: "button", class: "tool", onclick: () => select(null) }, t("clear")),
  );
}

/** What stands under the map. */
export function facts(corridors, view) {
  return {
    query: NETWORK,
    sources: united(corridors.map((corridor) => corridor.sources)),
    findings: corridors.flatMap((corridor) => corridor.findings),
    table: {
      columns: [t("name"), t("kinds"), t("status"), t("opened"), `${t("length")} (km)`, t("through"), `${t("open")} ${view.year}`, t("quality")],
      rows: corridors.map((corridor) => [named(corridor), word(corridor.kind), word(corridor.status), corridor.opened?.text ?? null, corridor.lengthKm?.km ?? null, corridor.partners.map(named).join(", "), `${openCount(view, corridor)}/${corridor.segments.length}`, doubts(corridor.findings)]),
    },
  };
}
