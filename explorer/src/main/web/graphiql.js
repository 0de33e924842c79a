// Mounts GraphiQL on the gateway's own endpoint. A question may come in the address: `#query=...&variables=...`.

const ENDPOINT = new URL("../graphql", location.href.split("#")[0]);
const asked = new URLSearchParams(location.hash.slice(1));

const FIRST = `# One question, two services: whom does a railway link, and how did China trade with them?
# Ctrl-Space completes, Ctrl-Enter runs.
{
  corridor(id: "clr") {
    name
    openedOn
    partners {
      name
      trade(from: 2019, to: 2024) {
        points { period { year } total { amount currency } gap { reason } }
      }
    }
  }
}
`;

// Subscriptions and @defer come as streams of the same POST, so nothing but this fetcher is needed.
const deferred = GraphiQL.createFetcher({ url: ENDPOINT.href });

async function* events(parameters, headers) {
  const response = await fetch(ENDPOINT, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json", accept: "text/event-stream" },
    body: JSON.stringify(parameters),
  });
  if (!response.headers.get("content-type")?.startsWith("text/event-stream")) {
    yield await response.json();
    return;
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      text += value;
      const blocks = text.split("\n\n");
      text = blocks.pop();
      for (const block of blocks) {
        const data = block.split("\n").filter((line) => line.startsWith("data:")).map((line) => line.slice(5).trim()).join("\n");
        if (data) yield JSON.parse(data);
        if (block.startsWith("event: complete")) return;
      }
    }
  } finally {
    await reader.cancel();
  }
}

/** Whether the operation that is to run is a subscription. */
function subscribes({ query, operationName }) {
  const operations = [...query.replace(/#.*/g, "").matchAll(/\b(query|mutation|subscription)\b\s*(\w*)[^{]*\{/g)];
  const chosen = operations.find(([, , name]) => name === operationName) ?? operations[0];
  return chosen?.[1] === "subscription";
}

const fetcher = (parameters, options) =>
  subscribes(parameters) ? events(parameters, options?.headers ?? {}) : deferred(parameters, options);

const theme = document.documentElement.dataset.theme;
ReactDOM.createRoot(document.getElementById("graphiql")).render(
  React.createElement(GraphiQL, {
    fetcher,
    defaultQuery: FIRST,
    query: asked.get("query") ?? undefined,
    variables: asked.get("variables") ?? undefined,
    shouldPersistHeaders: false,
    forcedTheme: theme,
  }),
);
