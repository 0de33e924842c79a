import assert from "node:assert/strict";
import { test } from "node:test";
import { url } from "./gateway.js";
import corridor from "./generated/relay/CorridorQuery.graphql.js";
import other from "./generated/relay/CorridorClientQuery.graphql.js";
import page from "./generated/relay/LocationsPageQuery.graphql.js";
import segments from "./generated/relay/CorridorSegmentsQuery.graphql.js";

const ask = async (query, variables) => {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
    body: JSON.stringify({ query: query.params.text, variables }),
  });
  return answer.json();
};

test("what Relay's compiler makes of a connection is answered page by page", async () => {
  const first = await ask(page, { first: 3 });
  assert.equal(first.errors, undefined);
  const { edges, pageInfo } = first.data.locations;
  assert.equal(edges.length, 3);
  assert.equal(edges[0].node.__typename, "Location");
  assert.equal(pageInfo.endCursor, edges[2].cursor);
  assert.equal(pageInfo.hasNextPage, true);
  const second = await ask(page, { first: 3, after: pageInfo.endCursor });
  assert.ok(second.data.locations.edges[0].node.id > edges[2].node.id);
});

// What usePaginationFragment sends for loadPrevious: the arguments of the other direction are null.
test("what Relay's compiler makes of a connection is answered from its end", async () => {
  const last = await ask(page, { first: null, after: null, last: 2, before: null });
  assert.equal(last.errors, undefined);
  const { edges, pageInfo } = last.data.locations;
  assert.equal(edges.length, 2);
  assert.equal(pageInfo.hasNextPage, false);
  assert.equal(pageInfo.hasPreviousPage, true);
  const before = await ask(page, { first: null, after: null, last: 2, before: pageInfo.startCursor });
  assert.ok(before.data.locations.edges[1].node.nodeId < edges[0].node.nodeId);
  assert.equal(before.data.locations.pageInfo.hasNextPage, true);
});

test("Relay asks for an object again by its id in the whole graph", async () => {
  const first = await ask(corridor, {});
  assert.equal(first.data.corridor.nodeId, "Corridor:clr");
  const again = await ask(segments, { nodeId: first.data.corridor.nodeId });
  assert.equal(again.errors, undefined);
  assert.deepEqual(again.data.node.segments, first.data.corridor.segments);
  assert.equal(again.data.node.__typename, "Corridor");
});

test("Relay is given the same object of another moment by another id", async () => {
  const now = new Date().toISOString();
  const past = await ask(corridor, { asOf: now });
  assert.match(past.data.corridor.nodeId, /^Corridor@\d+:clr$/);
  const again = await ask(segments, { nodeId: past.data.corridor.nodeId });
  assert.deepEqual(again.data.node.segments, past.data.corridor.segments);
});

test("Relay finds what other services own by its id", async () => {
  const product = await ask(other, { id: "Product:H6:85" });
  assert.equal(product.errors, undefined);
  assert.equal(product.data.node.__typename, "Product");
  assert.match(product.data.node.title, /^Electrical machinery/);
  const partner = await ask(other, { id: "Partner:LAO" });
  assert.equal(partner.errors, undefined);
  assert.equal(partner.data.node.name, "Lao People's Democratic Republic");
  assert.ok(partner.data.node.corridors.some((each) => each.nodeId === "Corridor:clr"));
});
