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

const FROM_THE_END = gql`
  query FromTheEnd($before: String) {
    locations(last: 3, before: $before) {
      edges { cursor node { id asOfRelease } }
      pageInfo { hasPreviousPage hasNextPage startCursor endCursor }
    }
  }
`;

test("Apollo Client puts two pages from the end of a connection together", async () => {
  const client = new ApolloClient({ link: new HttpLink({ uri: url }), cache: cache() });
  const watched = client.watchQuery({ query: FROM_THE_END });
  const last = await client.query({ query: FROM_THE_END });
  assert.equal(last.data.locations.pageInfo.hasNextPage, false);
  await watched.fetchMore({ variables: { before: last.data.locations.pageInfo.startCursor } });
  const ids = client.readQuery({ query: FROM_THE_END }).locations.edges.map((edge) => edge.node.id);
  assert.equal(ids.length, 6);
  assert.deepEqual([...new Set(ids)].sort(), ids, "six different locations, ordered by id");
});

test("Apollo Client keeps objects by their ids in the whole graph, two of one id apart", async () => {
  const byNode = new InMemoryCache({ typePolicies: { Corridor: { keyFields: ["nodeId"] }, Zone: { keyFields: ["nodeId"] } } });
  const client = new ApolloClient({ link: new HttpLink({ uri: url }), cache: byNode });
  await client.query({
    query: gql`{ nodes(ids: ["Corridor:kyaukpyu-sez", "Zone:kyaukpyu-sez"]) {
      nodeId ... on Corridor { id kind } ... on Zone { id zoneKind: kind } } }`,
  });
  const kept = byNode.extract();
  assert.equal(kept['Corridor:{"nodeId":"Corridor:kyaukpyu-sez"}'].id, "kyaukpyu-sez");
  assert.equal(kept['Zone:{"nodeId":"Zone:kyaukpyu-sez"}'].id, "kyaukpyu-sez");
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
