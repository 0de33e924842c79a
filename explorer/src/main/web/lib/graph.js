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

/**
 * Listens to several subscriptions over one WebSocket, and opens it again when it ends; waits longer each time, up to a minute.
 * `queries` maps a name to a document, `onEvent(name, data)` gets each event, `onState(open)` whether the connection stands.
 */
export function listen(queries, onEvent, onState) {
  let wait = 1000;
  const open = () => {
    const address = new URL(ENDPOINT);
    address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
    const socket = new WebSocket(address, "graphql-transport-ws");
    socket.addEventListener("open", () => socket.send(JSON.stringify({ type: "connection_init" })));
    socket.addEventListener("message", ({ data }) => {
      const message = JSON.parse(data);
      if (message.type === "ping") socket.send(JSON.stringify({ type: "pong" }));
      if (message.type === "connection_ack") {
        wait = 1000;
        onState(true);
        for (const [id, query] of Object.entries(queries)) {
          socket.send(JSON.stringify({ type: "subscribe", id, payload: { query } }));
        }
      }
      if (message.type === "next" && message.payload.data) onEvent(message.id, message.payload.data);
      // A subscription that ended alone, because its subgraph went, is opened again with the others.
      if (message.type === "complete" || message.type === "error") socket.close(1000);
    });
    socket.addEventListener("close", () => {
      onState(false);
      setTimeout(open, wait);
      wait = Math.min(2 * wait, 60000);
    });
  };
  open();
}
