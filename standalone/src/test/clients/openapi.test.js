import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { Validator } from "@seriousme/openapi-schema-validator";
import { parse } from "yaml";
import { root } from "./gateway.js";

const json = async () => (await fetch(`${root}/openapi.json`)).json();

// The validator has the schemas of the OpenAPI Initiative.
test("the document is valid OpenAPI 3.1", async () => {
  const document = await json();
  const validator = new Validator();
  const { valid, errors } = await validator.validate(structuredClone(document));
  assert.deepEqual([valid, errors], [true, undefined]);
  assert.equal(validator.version, "3.1");

  // That it sees faults at all: an answer without a description is none.
  delete document.paths["/health"].get.responses["200"].description;
  assert.equal((await new Validator().validate(document)).valid, false);
});

test("each reference leads to something, and each name of a request is its own", async () => {
  const document = await json();
  const references = new Set();
  JSON.stringify(document, (name, value) => (name === "$ref" && references.add(value), value));
  for (const reference of references) {
    const target = reference.slice(2).split("/").reduce((place, name) => place?.[name], document);
    assert.notEqual(target, undefined, reference);
  }
  assert.ok(references.size > 20);
  const names = Object.values(document.paths).flatMap((item) => Object.values(item).map(({ operationId }) => operationId));
  assert.equal(new Set(names).size, names.length);
});

test("the document says the same as YAML", async () => {
  assert.deepEqual(parse(await (await fetch(`${root}/openapi.yaml`)).text()), await json());
});

test("types that are made of it check calls, and the calls are answered", async () => {
  execFileSync("npx", ["tsc", "--project", "openapi/tsconfig.json"], { stdio: "inherit" });
  const { segments, refusal, table } = await import("./generated/compiled/openapi/calls.js");

  assert.equal((await segments(root)).length, 3);
  assert.equal(await refusal(root), "BAD_USER_INPUT");
  assert.match(await table(root), /^source_id,title,/);
});
