import assert from "node:assert/strict";
import { test } from "node:test";
import { url } from "./gateway.js";
import page from "./generated/relay/LocationsPageQuery.graphql.js";

const ask = async (variables) => {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
    body: JSON.stringify({ query: page.params.text, variables }),
  });
  return answer.json();
};

test("what Relay's compiler makes of a connection is answered page by page", async () => {
  const first = await ask({ first: 3 });
  assert.equal(first.errors, undefined);
  const { edges, pageInfo } = first.data.locations;
  assert.equal(edges.length, 3);
  assert.equal(edges[0].node.__typename, "Location");
  assert.equal(pageInfo.endCursor, edges[2].cursor);
  assert.equal(pageInfo.hasNextPage, true);
  const second = await ask({ first: 3, after: pageInfo.endCursor });
  assert.ok(second.data.locations.edges[0].node.id > edges[2].node.id);
});
