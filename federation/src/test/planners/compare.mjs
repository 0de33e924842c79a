// Plans what `./lancang planners` wrote with another planner, and counts the requests of both.
import { QueryPlanner } from "@graphql-hive/router-query-planner";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

function size(node) {
  if (!node) return { requests: 0, stages: 0 };
  const sum = (sizes, stages) => ({ requests: sizes.reduce((all, one) => all + one.requests, 0), stages });
  const several = (nodes) => nodes.map(size);
  switch (node.kind) {
    case "Fetch":
    case "BatchFetch":
      return { requests: 1, stages: 1 };
    case "Flatten":
      return size(node.node);
    case "Subscription":
      return size(node.primary);
    case "Sequence": {
      const sizes = several(node.nodes);
      return sum(sizes, sizes.reduce((all, one) => all + one.stages, 0));
    }
    case "Parallel": {
      const sizes = several(node.nodes);
      return sum(sizes, Math.max(...sizes.map((one) => one.stages)));
    }
    case "Condition": {
      const sizes = several([node.ifClause, node.elseClause]);
      return sum(sizes, Math.max(...sizes.map((one) => one.stages)));
    }
    default:
      throw new Error(`unknown kind of node: ${node.kind}`);
  }
}

const counts = { plans: 0, refusedSupergraph: 0, refusedQuery: 0, compared: 0 };
const compared = { fewerRequests: 0, asMany: 0, moreRequests: 0, fewerStages: 0, asManyStages: 0, moreStages: 0 };
const total = { requests: 0, theirRequests: 0, stages: 0, theirStages: 0 };
const worse = [];
for await (const line of createInterface({ input: createReadStream(process.argv[2]) })) {
  const { seed, supergraph, queries } = JSON.parse(line);
  counts.plans += queries.length;
  let planner;
  try {
    planner = new QueryPlanner(supergraph);
  } catch {
    counts.refusedSupergraph += queries.length;
    continue;
  }
  for (const { query, requests, stages } of queries) {
    let theirs;
    try {
      theirs = size(planner.plan(query, undefined, new Set(), 0).node);
    } catch {
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
    if (requests > theirs.requests) worse.push({ seed, requests, stages, theirs, query });
  }
}
console.log(JSON.stringify({ ...counts, ...compared, ...total }, null, 2));
for (const one of worse.slice(0, Number(process.argv[3] ?? 5))) console.log(JSON.stringify(one));
