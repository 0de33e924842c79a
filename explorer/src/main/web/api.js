// Shows what this address answers outside GraphQL, from its OpenAPI document: one article for each path and method, found by any word.

import { h, put } from "./lib/dom.js";

const ROOT = new URL("..", location.href);
const METHODS = ["get", "post", "put", "patch", "delete"];
const main = document.getElementById("main");

async function draw() {
  let api;
  try {
    const response = await fetch(new URL("openapi.json", ROOT));
    if (!response.ok) throw new Error(`status ${response.status}`);
    api = await response.json();
  } catch (error) {
    put(main, h("div", { class: "problem", role: "alert" }, h("p", {}, `The description did not come: ${error.message}. `), h("button", { type: "button", class: "tool", onclick: draw }, "Ask again")));
    return;
  }
  const known = operations(api);
  const tags = [...new Set(known.map(({ tag }) => tag))].toSorted();
  const count = h("p", { class: "count", role: "status" });
  const index = h("div", {});
  const search = h("input", { type: "search", id: "search", autocomplete: "off", spellcheck: "false", oninput: () => filter() });
  const articles = h("div", {});
  const nothing = h("p", { class: "empty" }, "No path or parameter has these words.");

  function filter() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = known.filter(({ text }) => words.every((word) => text.includes(word)));
    count.textContent = `${found.length} of ${known.length} requests`;
    const grouped = tags.map((tag) => [tag, found.filter((one) => one.tag === tag)]).filter(([, members]) => members.length > 0);
    put(index, grouped.map(([tag, members]) => [h("h2", {}, tag), members.map(({ id, title }) => h("a", { href: `#${id}` }, title))]));
    put(articles, grouped.length ? grouped.flatMap(([, members]) => members.map(({ article }) => article)) : nothing);
    const url = new URL(location);
    if (words.length) url.searchParams.set("q", search.value);
    else url.searchParams.delete("q");
    history.replaceState(null, "", url);
  }

  put(
    main,
    h("div", { class: "intro" }, h("p", {}, prose(api.info.description ?? "")), identity(api)),
    h("div", { class: "reference done" }, h("nav", { class: "index", "aria-label": "Requests", tabindex: 0 }, h("label", { for: "search" }, "Search paths, parameters, descriptions"), search, count, index), articles),
  );
  search.value = new URLSearchParams(location.search).get("q") ?? "";
  filter();
  // What the address points at is there only now, and perhaps not among what was searched for.
  const goThere = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    if (!id) return;
    if (!document.getElementById(id) && known.some((one) => one.id === id)) {
      search.value = "";
      filter();
    }
    document.getElementById(id)?.scrollIntoView();
  };
  addEventListener("hashchange", goThere);
  goThere();
}

/** How one says who one is. */
function identity(api) {
  const schemes = Object.values(api.components.securitySchemes ?? {});
  return h("p", {}, "Who one is, a header says: ", schemes.flatMap((scheme, i) => [i ? ", or " : null, h("code", {}, scheme.type === "apiKey" ? `${scheme.name}: lck_…` : "Authorization: Bearer …")]), ".");
}

/** Requests in the order of their paths; that for headers alone is told with the one for all. */
function operations(api) {
  return Object.entries(api.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]).map((method) => {
      const operation = item[method];
      const parameters = (operation.parameters ?? []).map((parameter) => followed(api, parameter));
      const methods = method === "get" && item.head ? "GET, HEAD" : method.toUpperCase();
      return {
        id: operation.operationId,
        tag: operation.tags?.[0] ?? "Others",
        title: `${method === "get" ? "" : `${method.toUpperCase()} `}${path}`,
        text: [path, operation.summary, operation.description, ...parameters.flatMap(({ name, description }) => [name, description])].join(" ").toLowerCase(),
        article: article(api, path, method, methods, operation, parameters),
      };
    }),
  );
}

function article(api, path, method, methods, operation, parameters) {
  return h(
    "article",
    { id: operation.operationId },
    h("h2", {}, h("a", { href: `#${operation.operationId}` }, operation.summary ?? path)),
    h("p", {}, h("code", {}, `${methods} ${path}`)),
    operation.description && h("p", {}, prose(operation.description)),
    h("div", { class: "field" }, h("p", {}, who(api, operation)), h("pre", { tabindex: 0 }, h("code", {}, command(api, path, method, operation, parameters)))),
    parameters.map((parameter) => shown(parameter)),
    operation.requestBody && h("div", { class: "field" }, h("code", {}, "body"), h("ul", {}, Object.entries(operation.requestBody.content).map(([type, { schema }]) => h("li", {}, h("code", {}, type), " ", h("code", {}, typeOf(schema)))))),
    h("div", { class: "field" }, h("p", {}, "Answers"), h("ul", {}, Object.entries(operation.responses).map(([status, response]) => answer(api, status, followed(api, response))))),
  );
}

function who(api, operation) {
  const security = operation.security ?? api.security ?? [];
  if (security.length === 0 || security.every((way) => Object.keys(way).length === 0)) return "For everybody; no key is looked at.";
  return security.some((way) => Object.keys(way).length === 0) ? "With a key, or without." : "With a key or token alone.";
}

function shown({ name, in: place, required, description, schema, example }) {
  return h(
    "div",
    { class: "field" },
    h("code", {}, name, ": ", typeOf(schema), required && " (required)"),
    h("small", {}, ` ${place === "header" ? "header" : place}`),
    description && h("p", {}, prose(description)),
    example !== undefined && example !== "" && h("p", {}, "For example ", h("code", {}, typeof example === "object" ? JSON.stringify(example) : String(example))),
  );
}

function answer(api, status, { description, content = {}, headers = {} }) {
  return h("li", {}, h("code", {}, status), " ", prose(description), Object.keys(content).flatMap((type) => [" ", h("code", {}, type)]), Object.keys(headers).length > 0 && h("small", {}, ` Headers: ${Object.keys(headers).join(", ")}.`));
}

/** What `curl` would be told, with the examples that a path needs. */
function command(api, path, method, { requestBody, security }, parameters) {
  const address = parameters.filter(({ in: place }) => place === "path").reduce((text, { name, example }) => text.replace(`{${name}}`, encodeURIComponent(example ?? name).replaceAll("%2A", "*")), path);
  const server = new URL(`${(api.servers?.[0]?.url ?? ".").replace(/\/?$/, "/")}${address.slice(1)}`, new URL("openapi.json", ROOT));
  const parts = ["curl", method === "get" ? null : `-X ${method.toUpperCase()}`];
  if (security && !security.some((way) => Object.keys(way).length === 0)) parts.push('-H "x-api-key: $KEY"');
  for (const [type, { example }] of Object.entries(requestBody?.content ?? {})) parts.push(`-H 'content-type: ${type}' -d '${JSON.stringify(example)}'`);
  return [...parts, `'${server}'`].filter(Boolean).join(" ");
}

/** A kind of value in a word or two. */
function typeOf(schema = {}) {
  if (schema.$ref) return schema.$ref.split("/").at(-1);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.type === "array") return `[${typeOf(schema.items)}]`;
  if (schema.type === "object" && schema.properties) return `{ ${Object.entries(schema.properties).map(([name, member]) => `${name}: ${typeOf(member)}`).join(", ")} }`;
  return [schema.type ?? "any"].flat().join(" | ");
}

function followed(api, thing) {
  return thing.$ref ? thing.$ref.slice(2).split("/").reduce((place, name) => place[name], api) : thing;
}

/** Descriptions write code between grave accents. */
const prose = (text) => text.split("`").map((part, index) => (index % 2 ? h("code", {}, part) : part));

await draw();
