// Keeps the API's schema, as the gateway gives it, for programs that read it from a file.
import { mkdirSync, writeFileSync } from "node:fs";
import { root } from "./gateway.js";

const answer = await fetch(`${root}/schema.graphql`);
if (!answer.ok) {
  throw new Error(`${answer.url}: ${answer.status}`);
}
mkdirSync("generated/relay", { recursive: true });
writeFileSync("generated/schema.graphql", await answer.text());
