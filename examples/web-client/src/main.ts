import { CombinedGraphQLErrors, type ErrorLike } from "@apollo/client";
import { parseArgs } from "node:util";
import { createApolloClient } from "./client.js";
import {
  CorridorChangedDocument,
  CorridorNowAndThenDocument,
  PartnerOverviewDocument,
  type CorridorLineFragment,
} from "./generated.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    follow: { type: "boolean", default: false },
    events: { type: "string", default: "Infinity" },
  },
});
const code = positionals[0] ?? "LAO";
const { client, cache, close } = createApolloClient(process.env.LANCANG_URL ?? "http://127.0.0.1:8080/graphql");

try {
  await printPartner(code);
  if (values.follow) {
    await followCorridors(Number(values.events));
  }
} finally {
  close();
}

async function printPartner(code: string): Promise<void> {
  const { data, error } = await client.query({
    query: PartnerOverviewDocument,
    variables: { code, from: 2019, to: 2024 },
    // A field whose service is down is null with an error beside it; the rest of the answer is there.
    errorPolicy: "all",
  });
  printError(error);
  const partner = data?.partner;
  if (!partner) {
    process.exitCode = 1;
    return;
  }
  console.log(`${partner.name} (${partner.code})`);
  for (const corridor of partner.corridors ?? []) {
    console.log(`  ${line(corridor)}`);
  }
  console.log("Trade with China");
  for (const point of partner.trade?.points ?? []) {
    console.log(`  ${point.period.year}  ${amount(point)}`);
  }
  const first = partner.corridors?.[0];
  if (first) {
    await printNowAndThen(first.id);
  }
}

type Point = {
  total: { amount: number; currency: string; estimated: boolean } | null;
  quality: string | null;
  gap: { reason: string } | null;
};

/** What is missing is null with a reason, and never zero. */
function amount({ total, quality, gap }: Point): string {
  if (!total) {
    return gap ? `no figure (${gap.reason})` : "no figure";
  }
  const billions = (total.amount / 1e9).toFixed(2).padStart(8);
  return `${billions} billion ${total.currency}  ${quality}${total.estimated ? ", estimated" : ""}`;
}

/** The same corridor of two moments has two places in the cache. */
async function printNowAndThen(id: string): Promise<void> {
  const { error } = await client.query({
    query: CorridorNowAndThenDocument,
    variables: { id, then: new Date().toISOString() },
    errorPolicy: "all",
  });
  printError(error);
  const kept = Object.keys(cache.extract()).filter((key) => key.startsWith(`Corridor:{"id":"${id}"`));
  console.log(`Kept of ${id}:\n  ${kept.join("\n  ")}`);
}

/** Prints each change of a corridor, until as many have come. */
function followCorridors(most: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let seen = 0;
    const subscription = client.subscribe({ query: CorridorChangedDocument }).subscribe({
      next: ({ data, error }) => {
        printError(error);
        const change = data?.corridorChanged;
        if (change?.corridor) {
          const partners = change.corridor.partners?.map((partner) => partner.name).join(", ");
          console.log(`Release ${change.release}, ${change.parts.join(", ")}: ${line(change.corridor)} (${partners})`);
        }
        seen += 1;
        if (seen >= most) {
          subscription.unsubscribe();
          resolve();
        }
      },
      error: reject,
      complete: resolve,
    });
    console.log("Waiting for changes of corridors. Ctrl-C stops.");
  });
}

function line({ name, kind, status, openedOn }: CorridorLineFragment): string {
  return `${name}: ${kind}, ${status}${openedOn ? `, opened ${openedOn}` : ""}`;
}

/** An error has a stable code, and a hint where something can be done. */
function printError(error: ErrorLike | undefined): void {
  if (CombinedGraphQLErrors.is(error)) {
    for (const { message, extensions } of error.errors) {
      console.error(`${extensions?.code}: ${message}${extensions?.hint ? ` (${extensions.hint})` : ""}`);
    }
  } else if (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
