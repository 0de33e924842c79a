import { h, put } from "../lib/dom.js";
import { page } from "../lib/address.js";
import { endpoint } from "../lib/graph.js";
import { graphiqlLink } from "../lib/plate.js";
import { t } from "../lib/words.js";

const EXPORTS = [
  ["trade", ["trade-flows.csv", "trade-flows.ndjson"]],
  ["corridor", ["corridors.csv", "segments.csv", "locations.csv", "throughput.csv", "corridors.geojson"]],
];

const QUERY = `{
  partner(code: "LAO") {
    name
    corridors { name status openedOn }
    trade(from: 2019, to: 2024) { points { period { year } total { amount currency } quality } }
  }
}`;

/** Where to go on from here: the ways into the graph, with the first request to copy. */
export async function buildView(main) {
  const way = (href, name, text) => h("li", {}, h("a", { href }, name), h("p", {}, text));
  const curl = `curl -s ${endpoint} -H 'content-type: application/json' \\\n  -d '${JSON.stringify({ query: QUERY.replace(/\s+/g, " ") })}'`;
  put(
    main,
    h(
      "div",
      { class: "build" },
      h("h2", {}, t("buildTitle")),
      h("p", { class: "lead" }, t("buildText")),
      h("ul", { class: "ways" }, way(page("docs/"), t("docs"), t("docsText")), way(graphiqlLink(QUERY), "GraphiQL", t("graphiql")), way(page("reference.html"), t("referenceShort"), t("reference")), way(page("api.html"), t("apiShort"), t("api")), way(page("..") + "schema.graphql", "schema.graphql", t("sdl")), way(page("../health"), t("health"), t("healthText"))),
      h("pre", { tabindex: 0 }, curl),
      h("h3", {}, t("exportsText")),
      h("ul", {}, EXPORTS.flatMap(([subgraph, files]) => files.map((file) => h("li", {}, h("a", { href: page(`../exports/${subgraph}/${file}`) }, `/exports/${subgraph}/${file}`))))),
    ),
  );
}
