import { h } from "../lib/dom.js";
import { ask } from "../lib/graph.js";
import { number } from "../lib/format.js";
import { problem } from "../lib/plate.js";
import { nameOf, said } from "../lib/tongue.js";
import { t } from "../lib/words.js";

const NAME = "name zh: name(language: ZH)";
const CLOSURE = `query Closure($segments: [ID!]) {
  closure(segments: $segments) {
    segments { id name }
    pairs {
      corridor { id ${NAME} }
      from { id ${NAME} }
      to { id ${NAME} }
      effect
      difference { km hours crossings }
    }
  }
}`;

/** What becomes of the ways between the ends of corridors if a segment closes, with a button that opens it again. */
export async function closureOf(id, reopen) {
  const { data, errors } = await ask(CLOSURE, { segments: [id] });
  const again = h("button", { type: "button", class: "tool", onclick: reopen }, t("reopen"));
  if (!data?.closure) return h("section", { class: "closure" }, problem(errors), again);
  const { segments, pairs } = data.closure;
  const name = segments.find((segment) => segment.id === id)?.name ?? id;
  return h(
    "section",
    { class: "closure" },
    h("h2", {}, `${t("whatIf")}: `, said(name), " ", again),
    h(
      "table",
      { class: "small" },
      h("thead", {}, h("tr", {}, ["pair", "effect", "moreKm", "moreHours", "moreBorders"].map((key) => h("th", { scope: "col" }, t(key))))),
      h("tbody", {}, pairs.map(row)),
    ),
    h("p", { class: "small" }, t("assumed")),
  );
}

function row({ corridor, from, to, effect, difference }) {
  return h(
    "tr",
    {},
    h("td", {}, nameOf(from), " – ", nameOf(to), " ", h("small", {}, nameOf(corridor))),
    h("td", {}, t(effect)),
    ["km", "hours", "crossings"].map((key) => h("td", {}, difference?.[key] == null ? "–" : number(difference[key]))),
  );
}
