// Plans what `./lancang planners` wrote with another planner, and counts the requests of both. The other planner works in a process
// of its own, since it ends the process on some inputs.
import { fork } from "node:child_process";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

const worker = new URL("./plan.mjs", import.meta.url);
let child;
let answered;

function start() {
  child = fork(worker, { stdio: ["ignore", "inherit", "ignore", "ipc"], env: { ...process.env, RUST_BACKTRACE: "0" } });
  child.on("message", (message) => answered(message));
  child.on("exit", () => answered({ died: true }));
}

function ask(message) {
  return new Promise((resolve) => {
    answered = resolve;
    child.send(message);
  });
}

async function again(supergraph) {
  start();
  return ask({ supergraph });
}

const counts = { plans: 0, refusedSupergraph: 0, refusedQuery: 0, died: 0, compared: 0 };
const compared = { fewerRequests: 0, asMany: 0, moreRequests: 0, fewerStages: 0, asManyStages: 0, moreStages: 0 };
const total = { requests: 0, theirRequests: 0, stages: 0, theirStages: 0 };
const more = [];
start();
for await (const line of createInterface({ input: createReadStream(process.argv[2]) })) {
  const { seed, supergraph, queries } = JSON.parse(line);
  counts.plans += queries.length;
  const read = await ask({ supergraph });
  if (read.died) start();
  if (!read.ready) {
    counts.refusedSupergraph += queries.length;
    continue;
  }
  for (const { query, requests, stages } of queries) {
    const theirs = await ask({ query });
    if (theirs.died) {
      counts.died++;
      await again(supergraph);
      continue;
    }
    if (theirs.refused) {
      counts.refusedQuery++;
      continue;
    }
    counts.compared++;
    total.requests += requests;
    total.theirRequests += theirs.requests;
    total.stages += stages;
    total.theirStages += theirs.stages;
    compared[requests < theirs.requests ? "fewerRequests" : requests > theirs.requests ? "moreRequests" : "asMany"]++;
    compared[stages < theirs.stages ? "fewerStages" : stages > theirs.stages ? "moreStages" : "asManyStages"]++;
    if (requests > theirs.requests) more.push({ seed, requests, stages, theirs, query });
  }
}
console.log(JSON.stringify({ ...counts, ...compared, ...total }, null, 2));
for (const one of more.slice(0, Number(process.argv[3] ?? 5))) console.log(JSON.stringify(one));
child.removeAllListeners("exit");
child.kill();
