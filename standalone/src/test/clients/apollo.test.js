import assert from "node:assert/strict";
import { test } from "node:test";
import { ApolloClient, HttpLink, InMemoryCache, gql } from "@apollo/client";
import { Defer20220824Handler, GraphQL17Alpha9Handler } from "@apollo/client/incremental";
import { relayStylePagination } from "@apollo/client/utilities";
import { url } from "./gateway.js";

const cache = () =>
  new InMemoryCache({
    typePolicies: {
      Query: { fields: { locations: relayStylePagination(["filter", "near"]) } },
      Partner: { keyFields: ["code"] },
      Corridor: { keyFields: ["id", "asOfRelease"] },
    },
  });

const PAGE = gql`
  query Page($after: String) {
    locations(first: 3, after: $after) {
      edges { cursor node { id } }
      pageInfo { hasNextPage endCursor }
    }
  }
`;

test("Apollo Client puts two pages of a connection together", async () => {
  const client = new ApolloClient({ link: new HttpLink({ uri: url }), cache: cache() });
  const watched = client.watchQuery({ query: PAGE });
  const first = await client.query({ query: PAGE });
  assert.equal(first.data.locations.edges.length, 3);
  await watched.fetchMore({ variables: { after: first.data.locations.pageInfo.endCursor } });
  const ids = client.readQuery({ query: PAGE }).locations.edges.map((edge) => edge.node.id);
  assert.equal(ids.length, 6);
  assert.deepEqual([...new Set(ids)].sort(), ids, "six different locations, ordered by id");
});

const DEFERRED = gql`
  query Laos {
    partner(code: "LAO") {
      code
      name
      ... @defer { corridors { id asOfRelease name } }
    }
  }
`;

for (const [format, handler] of [
  ["of 2022", new Defer20220824Handler()],
  ["of the current draft", new GraphQL17Alpha9Handler()],
]) {
  test(`Apollo Client shows what comes first, and then what is deferred, in the format ${format}`, async () => {
    const parts = [];
    const client = new ApolloClient({
      link: new HttpLink({ uri: url }),
      cache: cache(),
      incrementalHandler: handler,
    });
    await new Promise((resolve, reject) => {
      client.watchQuery({ query: DEFERRED }).subscribe({
        next: (result) => {
          if (result.error) {
            reject(result.error);
          }
          if (result.data?.partner) {
            parts.push(structuredClone(result.data.partner));
          }
          if (result.data?.partner?.corridors) {
            resolve();
          }
        },
        error: reject,
      });
    });
    assert.equal(parts[0].corridors, undefined, "the first part is without what is deferred");
    assert.equal(parts[0].name, "Lao People's Democratic Republic");
    assert.ok(parts.at(-1).corridors.some((corridor) => corridor.id === "clr"));
  });
}
