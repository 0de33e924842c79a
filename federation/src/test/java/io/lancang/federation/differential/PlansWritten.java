package io.lancang.federation.differential;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lancang.federation.OperationLimits;
import io.lancang.federation.PlannerOptions;
import io.lancang.federation.differential.data.Json;
import io.lancang.federation.differential.generate.FederationGenerator;
import io.lancang.federation.differential.generate.QueryGenerator;
import io.lancang.federation.differential.run.Federation;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.operation.OperationResult;
import io.lancang.federation.operation.Operations;
import io.lancang.federation.plan.QueryPlanner;
import io.lancang.federation.plan.query.Fetch;
import io.lancang.federation.plan.query.PlanningException;
import io.lancang.federation.plan.query.QueryPlan;
import io.lancang.federation.supergraph.Supergraph;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes generated supergraphs and queries with the size of their plans, for another planner to be compared with: a line of JSON
 * for each federation.
 */
public final class PlansWritten {
    private static final int QUERIES = 4;

    private PlansWritten() {}

    /** Writes this many plans to a file, from federations of this seed on. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        int wanted = Integer.parseInt(arguments[1]);
        long seed = Long.parseLong(arguments[2]);
        try (BufferedWriter out = Files.newBufferedWriter(file, UTF_8)) {
            for (int plans = 0; plans < wanted; seed++) {
                Federation federation = FederationGenerator.generate(seed);
                String sdl = SubgraphOrderTest.compose(federation);
                List<Map<String, Object>> queries = plans(Supergraph.parse(sdl), federation, seed);
                if (!queries.isEmpty()) {
                    out.write(Json.canonical(Map.of("seed", seed, "supergraph", sdl, "queries", queries)));
                    out.newLine();
                    plans += queries.size();
                }
            }
        }
    }

    private static List<Map<String, Object>> plans(Supergraph supergraph, Federation federation, long seed) {
        QueryPlanner planner = new QueryPlanner(supergraph, PlannerOptions.DEFAULT);
        Operations operations = new Operations(supergraph.apiSchema(), OperationLimits.DEFAULT, 100_000);
        List<Map<String, Object>> plans = new ArrayList<>();
        for (int number = 0; number < QUERIES; number++) {
            String query = QueryGenerator.generate(supergraph.apiSchema(), federation.data(), seed * 100 + number)
                    .text();
            QueryPlan plan = operations.find(query, null) instanceof OperationResult.Accepted accepted
                    ? plan(planner, accepted.operation())
                    : null;
            if (plan != null) {
                plans.add(Map.of("query", query, "requests", plan.fetches().size(), "stages", stages(plan)));
            }
        }
        return plans;
    }

    /** The plan of an answer that comes whole; null if there is none, so that nothing can be compared. */
    private static @Nullable QueryPlan plan(QueryPlanner planner, Operation operation) {
        try {
            return planner.plan(operation.deferring(Set.of()));
        } catch (PlanningException none) {
            return null;
        }
    }

    /** How many requests the longest chain of those has that wait for each other. */
    private static int stages(QueryPlan plan) {
        int[] stage = new int[plan.fetches().size()];
        int most = 0;
        for (Fetch fetch : plan.fetches()) {
            stage[fetch.id()] = 1
                    + fetch.after().stream()
                            .mapToInt(earlier -> stage[earlier])
                            .max()
                            .orElse(0);
            most = Math.max(most, stage[fetch.id()]);
        }
        return most;
    }
}
