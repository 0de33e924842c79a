// Judges objects by the published schema of their kind: values, patterns, bounds. Reads a file with a list of {module, kind,
// object} as JSON and prints a line for each object that has a fault.
import { readFileSync } from "node:fs";

for (const { module, kind, object } of JSON.parse(readFileSync(process.argv[2], "utf8"))) {
  const type = (await import(module))[kind];
  try {
    new type(object).validate();
  } catch (failure) {
    console.log(`${kind}/${object.metadata.name}: ${failure.message}`);
  }
}
