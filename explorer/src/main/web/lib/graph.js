// Talks to the graph as any client of it does: POST for questions, graphql-transport-ws for events.

const ENDPOINT = new URL("../graphql", location.href.split("#")[0]);

/** The address of the endpoint, for the examples that people copy. */
export const endpoint = ENDPOINT.href;

/**
 * Asks. Never throws: what keeps an answer from coming is an error in the list, as the graph's own are.
 * Returns { data, errors }; data may be null, errors is never.
 */
export async function ask(query, variables = {}, signal = undefined) {
  try {
    const response = await fetch(ENDPOINT, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/graphql-response+json, application/json" },
      body: JSON.stringify({ query, variables }),
      signal,
    });
    const answer = await response.json();
    return { data: answer.data ?? null, errors: answer.errors ?? [] };
  } catch (failure) {
    if (failure.name === "AbortError") throw failure;
    return { data: null, errors: [{ message: String(failure.message), extensions: { code: "UNREACHABLE" } }] };
  }
}

let kept = new Map();

/** Asks what many views want and seldom changes, once until `forget` is called. An answer with errors is not kept. */
export function askOnce(query) {
  if (!kept.has(query)) {
    const mine = kept;
    const answer = ask(query);
    mine.set(query, answer);
    answer.then(({ errors }) => errors.length && mine.delete(query));
  }
  return kept.get(query);
}

/** What was kept may be of a release before the last. */
export const forget = () => (kept = new Map());

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 60000;
const longer = (wait) => Math.min(2 * wait, LONGEST_WAIT);

/**
 * Listens to several subscriptions over one WebSocket. A connection or a subscription that ends is opened again, the others go on;
 * each waits longer every time, up to a minute, until it has got something. `queries` maps a name to a document, `onChange()` is called
 * for each event and when something may have been missed, `onState(open)` with whether the connection stands.
 */
export function listen(queries, onChange, onState) {
  let wait = FIRST_WAIT;
  let stoodBefore = false;
  const waits = {};
  const open = () => {
    const pending = [];
    const address = new URL(ENDPOINT);
    address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
    const socket = new WebSocket(address, "graphql-transport-ws");
    socket.addEventListener("open", () => socket.send(JSON.stringify({ type: "connection_init" })));
    socket.addEventListener("message", ({ data }) => {
      const message = JSON.parse(data);
      if (message.type === "ping") socket.send(JSON.stringify({ type: "pong" }));
      if (message.type === "connection_ack") {
        onState(true);
        if (stoodBefore) onChange();
        stoodBefore = true;
        pending.push(setTimeout(() => (wait = FIRST_WAIT), LONGEST_WAIT));
        Object.keys(queries).forEach(subscribe);
      }
      if (message.type === "next" && message.payload.data) {
        waits[message.id] = FIRST_WAIT;
        onChange();
      }
      // It ended alone, because its subgraph is down or the graph has no such field.
      if (message.type === "complete" || message.type === "error") {
        const id = message.id;
        pending.push(setTimeout(() => subscribe(id), waits[id] ?? FIRST_WAIT));
        waits[id] = longer(waits[id] ?? FIRST_WAIT);
      }
    });
    const subscribe = (id) => socket.send(JSON.stringify({ type: "subscribe", id, payload: { query: queries[id] } }));
    socket.addEventListener("close", () => {
      pending.forEach(clearTimeout);
      onState(false);
      setTimeout(open, wait);
      wait = longer(wait);
    });
  };
  open();
}
