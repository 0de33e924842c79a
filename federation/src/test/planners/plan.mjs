// Answers how many requests the other planner needs for a query on the supergraph that it was given last.
import { QueryPlanner } from "@graphql-hive/router-query-planner";

function size(node) {
  if (!node) return { requests: 0, stages: 0 };
  const sum = (sizes, stages) => ({ requests: sizes.reduce((all, one) => all + one.requests, 0), stages });
  const several = (nodes) => nodes.map(size);
  const longest = (sizes) => Math.max(0, ...sizes.map((one) => one.stages));
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
      return sum(sizes, longest(sizes));
    }
    case "Condition": {
      const sizes = several([node.ifClause, node.elseClause]);
      return sum(sizes, longest(sizes));
    }
    default:
      throw new Error(`unknown kind of node: ${node.kind}`);
  }
}

let planner;
process.on("message", ({ supergraph, query }) => {
  try {
    if (supergraph) {
      planner = new QueryPlanner(supergraph);
      process.send({ ready: true });
    } else {
      process.send(size(planner.plan(query, undefined, new Set(), 0).node));
    }
  } catch (refused) {
    process.send({ refused: String(refused) });
  }
});
