// What a program in TypeScript writes with the types that openapi-typescript makes of the gateway's document.
import createClient from "openapi-fetch";
import type { paths } from "../generated/openapi.js";

export const client = (baseUrl: string) =>
  createClient<paths>({ baseUrl, querySerializer: { array: { style: "form", explode: false } } });

/** The names of segments in a box. */
export async function segments(baseUrl: string): Promise<string[]> {
  const { data, error } = await client(baseUrl).GET("/ogc/corridor/collections/segments/items", {
    params: { query: { limit: 3, bbox: [101.5, 21.1, 101.8, 21.3] } },
  });
  if (error) throw new Error(error.errors[0]?.message);
  return data.features.map((feature) => feature.id ?? "");
}

/** The code with which a parameter that there is not is refused. */
export async function refusal(baseUrl: string): Promise<string | undefined> {
  const { error } = await client(baseUrl).GET("/exports/trade/trade-annual.csv", {
    // @ts-expect-error There is no partner of this kind: the parameter is called partners.
    params: { query: { partner: ["LAO"] } },
    parseAs: "text",
  });
  return error?.errors[0]?.extensions.code;
}

/** A file by its name, which the types know. */
export async function table(baseUrl: string): Promise<string> {
  const { data } = await client(baseUrl).GET("/exports/corridor/{file}", {
    params: { path: { file: "sources.csv" } },
    parseAs: "text",
  });
  return data ?? "";
}

export const wrong = (baseUrl: string) =>
  // @ts-expect-error No table has this name.
  client(baseUrl).GET("/exports/corridor/{file}", { params: { path: { file: "nothing.csv" } } });
