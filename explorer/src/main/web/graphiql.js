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

/** The text of a response as it comes, cut at a delimiter that is left out. */
async function* pieces(response, delimiter) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "\r\n";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const parts = (text + value).split(delimiter);
      text = parts.pop();
      yield* parts;
    }
  } finally {
    await reader.cancel();
  }
}

/** Answers as they come: one as JSON, the parts of what is deferred as multipart, events of a subscription as server-sent events. */
async function* answers(parameters, headers, accept) {
  const response = await fetch(ENDPOINT, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json", accept },
    body: JSON.stringify(parameters),
  });
  const type = response.headers.get("content-type") ?? "";
  if (type.startsWith("multipart/mixed")) {
    const boundary = /boundary="?([^";]+)/.exec(type)[1];
    for await (const part of pieces(response, `\r\n--${boundary}`)) {
      const body = part.indexOf("\r\n\r\n");
      if (body >= 0) yield JSON.parse(part.slice(body));
    }
  } else if (type.startsWith("text/event-stream")) {
    for await (const event of pieces(response, "\n\n")) {
      const data = event.split("\n").filter((line) => line.startsWith("data:")).map((line) => line.slice(5).trim()).join("\n");
      if (data) yield JSON.parse(data);
      if (event.includes("event: complete")) return;
    }
  } else {
    yield await response.json();
  }
}

const ONE = "multipart/mixed;deferSpec=20220824, application/graphql-response+json, application/json";

/** Whether the operation that is to run is a subscription. */
function subscribes({ query, operationName }) {
  const operations = [...query.replace(/#.*/g, "").matchAll(/\b(query|mutation|subscription)\b\s*(\w*)[^{]*\{/g)];
  const chosen = operations.find(([, , name]) => name === operationName) ?? operations[0];
  return chosen?.[1] === "subscription";
}

const fetcher = (parameters, options) =>
  answers(parameters, options?.headers ?? {}, subscribes(parameters) ? "text/event-stream" : ONE);

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

/** The editor hides the field that one types into, and gives it no name; what scrolls in it is out of the keyboard's reach. */
function nameEditors() {
  for (const field of document.querySelectorAll(".CodeMirror textarea:not([aria-label])")) {
    field.setAttribute("aria-label", field.closest("[aria-label]")?.getAttribute("aria-label") ?? "Editor");
  }
  for (const scrolled of document.querySelectorAll('.CodeMirror-scroll[tabindex="-1"]')) scrolled.tabIndex = 0;
}
new MutationObserver(nameEditors).observe(document.getElementById("graphiql"), { childList: true, subtree: true });
