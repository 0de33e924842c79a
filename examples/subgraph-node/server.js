// The subgraph "ports": GraphQL over HTTP with the two fields by which a federation asks a subgraph, _service and _entities.
import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse } from "graphql";
import { createHandler } from "graphql-http/lib/use/http";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { portAt, portOf, portsIn, portsOf } from "./ports.js";

const codeSource = {
  title: "UN/LOCODE codes and coordinates",
  locator: "github:geoapify/un-locode src/data/*.csv (commit 2d18b0928396713dfa30b096cbeabcda36de9ae3, 2024-10-30)",
  licence: "MIT packaging; UN/LOCODE free use",
};

const resolvers = {
  Query: {
    port: (_, { unlocode }) => portOf(unlocode) ?? null,
    ports: (_, { kind }) => portsOf(kind),
  },
  Port: {
    __resolveReference: ({ unlocode }) => portOf(unlocode) ?? null,
    // The key is all that the other services need to add what they know.
    location: ({ location }) => ({ id: location }),
    country: ({ country }) => ({ code: country }),
    codeSource: () => codeSource,
  },
  // The gateway sends the key of an object that another service found.
  Location: {
    __resolveReference: ({ id }) => ({ id }),
    port: ({ id }) => portAt(id) ?? null,
  },
  Partner: {
    __resolveReference: ({ code }) => ({ code }),
    ports: ({ code }) => portsIn(code),
  },
};

const schema = buildSubgraphSchema({
  typeDefs: parse(readFileSync(new URL("schema.graphql", import.meta.url), "utf8")),
  resolvers,
});
const graphql = createHandler({ schema });

const server = createServer((request, response) => {
  if (new URL(request.url, "http://ports").pathname === "/graphql") {
    graphql(request, response);
  } else {
    response.writeHead(404).end();
  }
});
// On loopback unless told otherwise: a subgraph trusts whoever asks it, so clients must not reach it.
server.listen(Number(process.env.PORT ?? 8083), process.env.HOST ?? "127.0.0.1", () => {
  const { address, port } = server.address();
  console.log(`ports answers at http://${address}:${port}/graphql`);
});
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => server.close());
}
