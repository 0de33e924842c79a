// Writes the types that openapi-typescript makes of the gateway's OpenAPI document.
import { mkdirSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";
import { root } from "./gateway.js";

mkdirSync("generated", { recursive: true });
writeFileSync("generated/openapi.d.ts", astToString(await openapiTS(new URL(`${root}/openapi.json`))));
