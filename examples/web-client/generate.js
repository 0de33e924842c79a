// Writes src/generated.ts: the types of the operations in src/operations.graphql, by the schema that the gateway serves.
import { codegen } from "@graphql-codegen/core";
import * as typedDocumentNode from "@graphql-codegen/typed-document-node";
import * as typescriptOperations from "@graphql-codegen/typescript-operations";
import { parse } from "graphql";
import { readFile, writeFile } from "node:fs/promises";

const OPERATIONS = "src/operations.graphql";
const url = new URL("/schema.graphql", process.env.LANCANG_URL ?? "http://127.0.0.1:8080/graphql");

// How the gateway writes the scalars of the graph in JSON.
const scalars = {
  BigDecimal: "number",
  BigInteger: "number",
  Decimal: "number",
  Date: "string", // 2021-12-03
  DateTime: "string", // 2026-11-24T08:30:00Z
  GeoJSON: "{ type: string; [member: string]: unknown }",
};

const response = await fetch(url);
if (!response.ok) {
  throw new Error(`${url} answers ${response.status}. Is the set running (./lancang up), with introspection on?`);
}
const output = await codegen({
  schema: parse(await response.text()),
  documents: [{ location: OPERATIONS, document: parse(await readFile(OPERATIONS, "utf8")) }],
  filename: "src/generated.ts",
  // A scalar that is missing above is an error, not `any`.
  config: { scalars, strictScalars: true, useTypeImports: true, enumsAsTypes: true },
  plugins: [{ typescriptOperations: {} }, { typedDocumentNode: {} }],
  pluginMap: { typescriptOperations, typedDocumentNode },
});
await writeFile("src/generated.ts", output);
