// A reference of whatever schema this gateway has, made from its introspection: one article for each type, found by any word.

import { h, put } from "./lib/dom.js";
import { ask } from "./lib/graph.js";
import { problem } from "./lib/plate.js";

const TYPE = "kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } }";
const QUERY = `query Reference {
  __schema {
    queryType { name }
    mutationType { name }
    subscriptionType { name }
    types {
      kind
      name
      description
      fields(includeDeprecated: true) {
        name
        description
        deprecationReason
        args { name description defaultValue type { ${TYPE} } }
        type { ${TYPE} }
      }
      inputFields { name description defaultValue type { ${TYPE} } }
      enumValues(includeDeprecated: true) { name description deprecationReason }
      possibleTypes { name }
    }
  }
}`;

const GROUPS = [["Operations", null], ["Objects", "OBJECT"], ["Interfaces", "INTERFACE"], ["Unions", "UNION"], ["Inputs", "INPUT_OBJECT"], ["Enums", "ENUM"], ["Scalars", "SCALAR"]];
const main = document.getElementById("main");

async function draw() {
  const { data, errors } = await ask(QUERY);
  if (!data) {
    put(main, problem(errors, draw));
    return;
  }
  const roots = new Set([data.__schema.queryType, data.__schema.mutationType, data.__schema.subscriptionType].filter(Boolean).map((type) => type.name));
  const types = data.__schema.types.filter((type) => !type.name.startsWith("__")).toSorted((a, b) => a.name.localeCompare(b.name));
  const known = types.map((type) => ({ type, group: roots.has(type.name) ? null : type.kind, text: textOf(type), article: article(type) }));
  const count = h("p", { class: "count", role: "status" });
  const index = h("div", {});
  const search = h("input", { type: "search", id: "search", autocomplete: "off", spellcheck: "false", oninput: () => filter() });
  const articles = h("div", {});
  const nothing = h("p", { class: "empty" }, "No type or field has these words.");

  function filter() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = known.filter(({ text }) => words.every((word) => text.includes(word)));
    count.textContent = `${found.length} of ${known.length} types`;
    put(index, GROUPS.map(([title, group]) => {
      const members = found.filter((one) => one.group === group);
      return members.length > 0 && [h("h2", {}, title), members.map(({ type }) => h("a", { href: `#${type.name}` }, type.name))];
    }));
    put(articles, found.length ? GROUPS.flatMap(([, group]) => found.filter((one) => one.group === group)).map(({ article }) => article) : nothing);
    const url = new URL(location);
    if (words.length) url.searchParams.set("q", search.value);
    else url.searchParams.delete("q");
    history.replaceState(null, "", url);
  }

  put(main, h("div", { class: "reference done" }, h("nav", { class: "index", "aria-label": "Types", tabindex: 0 }, h("label", { for: "search" }, "Search types, fields, descriptions"), search, count, index), articles));
  search.value = new URLSearchParams(location.search).get("q") ?? "";
  filter();
  // What the address points at is there only now, and perhaps not among what was searched for.
  const goThere = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    if (!id) return;
    if (!document.getElementById(id) && known.some(({ article }) => article.id === id || article.querySelector(`#${CSS.escape(id)}`))) {
      search.value = "";
      filter();
    }
    document.getElementById(id)?.scrollIntoView();
  };
  addEventListener("hashchange", goThere);
  goThere();
}

function textOf(type) {
  const parts = [type.name, type.description];
  for (const member of [...(type.fields ?? []), ...(type.inputFields ?? []), ...(type.enumValues ?? [])]) {
    parts.push(member.name, member.description, ...(member.args ?? []).flatMap((argument) => [argument.name, argument.description]));
  }
  return parts.filter(Boolean).join(" ").toLowerCase();
}

function article(type) {
  return h(
    "article",
    { id: type.name },
    h("h2", {}, h("a", { href: `#${type.name}` }, type.name), " ", h("small", {}, type.kind.replaceAll("_", " ").toLowerCase())),
    type.description && h("p", {}, prose(type.description)),
    (type.fields ?? type.inputFields ?? []).map((field) => member(type, field)),
    (type.enumValues ?? []).map((value) => member(type, value)),
    type.possibleTypes?.length > 0 && h("p", {}, "One of: ", type.possibleTypes.flatMap(({ name }, i) => [i ? ", " : null, h("a", { href: `#${name}` }, name)])),
  );
}

function member(type, { name, description, deprecationReason, args = [], type: result, defaultValue }) {
  const id = `${type.name}.${name}`;
  return h(
    "div",
    { class: "field", id },
    h("code", {}, h("a", { href: `#${id}` }, name), result && [": ", typeLink(result)], defaultValue !== null && defaultValue !== undefined && ` = ${defaultValue}`),
    description && h("p", {}, prose(description)),
    deprecationReason && h("p", {}, h("strong", {}, "Deprecated: "), deprecationReason),
    args.length > 0 && h("ul", {}, args.map((argument) => h("li", {}, h("code", {}, argument.name, ": ", typeLink(argument.type), argument.defaultValue !== null && ` = ${argument.defaultValue}`), argument.description && [" – ", prose(argument.description)]))),
  );
}

/** Descriptions write code between grave accents. */
const prose = (text) => text.split("`").map((part, index) => (index % 2 ? h("code", {}, part) : part));

function typeLink(type) {
  if (type.kind === "NON_NULL") return [typeLink(type.ofType), "!"];
  if (type.kind === "LIST") return ["[", typeLink(type.ofType), "]"];
  return h("a", { href: `#${type.name}` }, type.name);
}

await draw();
