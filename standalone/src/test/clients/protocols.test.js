import assert from "node:assert/strict";
import { test } from "node:test";
import { createClient as createSse } from "graphql-sse";
import { createClient as createWs } from "graphql-ws";
import WebSocket from "ws";
import { url, webSocketUrl } from "./gateway.js";

const QUERY = '{ partner(code: "LAO") { name } }';
const EVENTS = 'subscription { releasePublished(after: "0") { release } }';

for (const [library, connect] of [
  ["graphql-sse", () => createSse({ url })],
  ["graphql-ws", () => createWs({ url: webSocketUrl, webSocketImpl: WebSocket })],
]) {
  test(`${library} asks and is answered`, async () => {
    const client = connect();
    const answers = [];
    for await (const answer of client.iterate({ query: QUERY })) {
      answers.push(answer);
    }
    client.dispose();
    assert.deepEqual(answers, [{ data: { partner: { name: "Lao People's Democratic Republic" } } }]);
  });

  test(`${library} is sent the releases from the first on, in order`, async () => {
    const client = connect();
    const ids = [];
    for await (const event of client.iterate({ query: EVENTS })) {
      assert.equal(event.errors, undefined);
      ids.push(Number(event.data.releasePublished.release));
      if (ids.length === 3) {
        break;
      }
    }
    client.dispose();
    assert.deepEqual(ids, [...ids].sort((one, other) => one - other));
    assert.equal(new Set(ids).size, 3);
  });

  test(`${library} is told what is wrong with a document`, async () => {
    const client = connect();
    const told = await (async () => {
      try {
        for await (const answer of client.iterate({ query: "{ partners { nothing } }" })) {
          return JSON.stringify(answer.errors);
        }
      } catch (refused) {
        return JSON.stringify(refused);
      }
    })();
    client.dispose();
    assert.match(told, /nothing/);
  });
}
