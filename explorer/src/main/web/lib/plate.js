// A plate: a picture with its title, and under it what anyone needs to trust it, take it away, or ask again.

import { h, put, uniqueId } from "./dom.js";
import { endpoint } from "./graph.js";
import { t, word } from "./words.js";
import { csv } from "./csv.js";
import { png, save, standalone } from "./save.js";
import { langOf, said } from "./tongue.js";

/**
 * Makes a plate. `fileName` names downloads; `size` is the style class that keeps the picture's place while it loads; `address` gives the
 * link to it, where that is not the page's own.
 * Returns { element, heading, picture, note, show({ table, sources, quality, findings, query, variables }), fail(errors, retry) }. `quality`
 * is that of figures, `findings` are the doubts about what is no figure.
 */
export function plate({ number, title, fileName, size, address = () => location.href }) {
  const id = uniqueId("plate");
  const heading = h("h2", { id }, number && h("span", { class: "plate-number" }, `${t("plate")} ${number}`), h("span", {}, title));
  const picture = h("div", { class: `picture ${size}` }, h("p", { class: "loading" }, t("loading")));
  const note = h("div", { class: "note" });
  const foot = h("div", { class: "foot" });
  const element = h(
    "section",
    { class: "plate", "aria-labelledby": id },
    heading,
    picture,
    note,
    foot,
  );
  return {
    element,
    heading,
    picture,
    note,
    show: (facts) => put(foot, footer(facts, fileName, picture, address)),
    fail: (errors, retry) => put(picture, problem(errors, retry)),
  };
}

function footer({ table, sources, quality, findings, query, variables = {} }, fileName, picture, address) {
  return [
    h("p", { class: "provenance" }, sourceLine(sources), ` ${t("quality")}: ${quality ? quality.map(word).join(", ") || "–" : doubts(findings)}.`),
    h(
      "div",
      { class: "tools" },
      fold(t("table"), () => tableOf(table)),
      fold(t("sources"), () => sourceList(sources)),
      fold(t("query"), () => queryBlock(query, variables)),
      h(
        "span",
        { class: "downloads", role: "group", "aria-label": t("download") },
        tool("CSV", () => save(`${fileName}.csv`, "text/csv;charset=utf-8", csv(table.columns, table.rows))),
        tool("SVG", () => save(`${fileName}.svg`, "image/svg+xml", standalone(picture.querySelector("svg")))),
        tool("PNG", async () => save(`${fileName}.png`, "image/png", await png(picture.querySelector("svg")))),
        copier(t("copyLink"), address),
      ),
    ),
  ];
}

const tool = (text, onclick) => h("button", { type: "button", class: "tool", onclick }, text);

function copier(text, content) {
  const button = tool(text, async () => {
    await navigator.clipboard.writeText(content());
    button.textContent = t("copied");
    setTimeout(() => (button.textContent = text), 1500);
  });
  return button;
}

/** Built only when it is opened: most readers never do. */
function fold(title, content) {
  const details = h("details", {}, h("summary", {}, title));
  details.addEventListener("toggle", () => {
    if (details.open && details.children.length === 1) details.append(h("div", { class: "unfolded", tabindex: 0, role: "region", "aria-label": title }, content()));
  });
  return details;
}

function sourceLine(sources) {
  if (!sources.length) return t("noSources");
  const titles = sources.slice(0, 2).flatMap((source, index) => [index ? "; " : null, said(source.title)]);
  return [`${t("sources")}: `, titles, `${sources.length > 2 ? ` +${sources.length - 2}` : ""}.`];
}

/** Kinds of doubt, each with how often it was found. */
export function doubts(findings) {
  const byKind = Map.groupBy(findings, (finding) => finding.kind);
  return [...byKind].map(([kind, those]) => `${word(kind).toLowerCase()}${those.length > 1 ? ` (${those.length})` : ""}`).join(", ") || t("noDoubts");
}

const sourceList = (sources) =>
  sources.length
    ? h("ul", { class: "sources" }, sources.map((source) => h("li", {}, said(source.title), " ", h("small", {}, `${source.id} · ${t("licence")}: ${source.licence ?? "–"}`))))
    : h("p", {}, t("noSources"));

export function tableOf({ columns, rows, caption }) {
  if (!rows.length) return h("p", {}, t("nothing"));
  const numeric = columns.map((_, index) => rows.every((row) => row[index] === null || row[index] === undefined || typeof row[index] === "number"));
  return h(
    "table",
    {},
    caption && h("caption", {}, caption),
    h("thead", {}, h("tr", {}, columns.map((column, index) => h("th", { scope: "col", class: numeric[index] && "number" }, column)))),
    h("tbody", {}, rows.map((row) => h("tr", {}, row.map((cell, index) => h("td", { class: numeric[index] && "number", lang: typeof cell === "string" && langOf(cell) }, cell === null || cell === undefined ? "–" : String(cell)))))),
  );
}

function queryBlock(query, variables) {
  const body = JSON.stringify({ query, variables });
  const curl = `curl -s ${endpoint} -H 'content-type: application/json' \\\n  -d '${body.replaceAll("'", "'\\''")}'`;
  const fetched = `const response = await fetch(${JSON.stringify(endpoint)}, {\n  method: "POST",\n  headers: { "content-type": "application/json" },\n  body: JSON.stringify({\n    query: \`${query.replaceAll("`", "\\`")}\`,\n    variables: ${JSON.stringify(variables)},\n  }),\n});\nconst { data, errors } = await response.json();`;
  return [
    h("pre", { lang: "en" }, query),
    h(
      "p",
      { class: "tools" },
      h("a", { class: "tool", href: graphiqlLink(query, variables) }, t("openInGraphiql")),
      copier(`${t("copy")}: curl`, () => curl),
      copier(`${t("copy")}: fetch`, () => fetched),
    ),
  ];
}

export const graphiqlLink = (query, variables = {}) =>
  `./graphiql.html#${new URLSearchParams({ query, variables: JSON.stringify(variables, null, 2) })}`;

/** Says in a picture's place why it is not there. */
export function problem(errors, retry) {
  const codes = errors.map((error) => error.extensions?.code);
  const other = codes.includes("GRAPHQL_VALIDATION_FAILED");
  const refused = codes.length > 0 && codes.every((code) => code === "NOT_FOUND" || code === "BAD_USER_INPUT");
  return h(
    "div",
    { class: "problem", role: "status" },
    h("p", {}, h("strong", {}, other ? t("otherGraph") : refused ? t("refused") : t("outage"))),
    other || refused ? null : h("p", {}, t("outageHelp")),
    [...new Map(errors.map((error) => [error.message, error])).values()].slice(0, 3).map((error) => h("p", { class: "small" }, said(error.message), " ", h("code", {}, error.extensions?.code ?? ""))),
    retry && h("button", { type: "button", class: "tool", onclick: retry }, t("retry")),
  );
}

/** Sources of several things, each once. */
export function united(...lists) {
  const byId = new Map();
  for (const source of lists.flat(2)) if (source) byId.set(source.id, source);
  return [...byId.values()];
}
