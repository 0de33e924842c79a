// The ports of ports.csv, by what the graph asks them by.
import { readFileSync } from "node:fs";

const KINDS = new Set(["SEA", "RIVER", "DRY"]);
const file = new URL("ports.csv", import.meta.url);
const [header, ...rows] = readFileSync(file, "utf8").trimEnd().split("\n");

if (header !== "unlocode,location,country,kind") {
  throw new Error(`${file.pathname} has the columns ${header}, not unlocode,location,country,kind`);
}

const all = rows.map((row, index) => {
  const [unlocode, location, country, kind, ...rest] = row.split(",");
  if (!/^[A-Z]{2}[A-Z2-9]{3}$/.test(unlocode) || !location || !/^[A-Z]{3}$/.test(country) || !KINDS.has(kind) || rest.length) {
    throw new Error(`${file.pathname}:${index + 2} is not unlocode,location,country,kind: ${row}`);
  }
  return { unlocode, location, country, kind };
});

const byUnlocode = new Map(all.map((port) => [port.unlocode, port]));
const byLocation = new Map(all.map((port) => [port.location, port]));
const byCountry = new Map();
for (const port of all) {
  byCountry.set(port.country, [...portsIn(port.country), port]);
}

export function portsIn(country) {
  return byCountry.get(country) ?? [];
}

export const portOf = (unlocode) => byUnlocode.get(unlocode);
export const portAt = (location) => byLocation.get(location);
export const portsOf = (kind) => (kind ? all.filter((port) => port.kind === kind) : all);

