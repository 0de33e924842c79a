package io.lancang.federation.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.federation.plan.query.PlanPrinter;
import io.lancang.federation.plan.query.QueryPlan;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The public benchmark of federation gateways: four subgraphs, one deep query. */
class BenchmarkPlanTest {
    @Test
    void answersTheBenchmarkQueryWithSixRequests() throws IOException {
        Planning planning = Planning.of(resource("benchmark-supergraph.graphql"));
        QueryPlan plan = planning.plan(resource("benchmark-query.graphql"), Set.of());
        assertEquals(6, plan.fetches().size(), () -> PlanPrinter.explain(plan));
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = Objects.requireNonNull(BenchmarkPlanTest.class.getResourceAsStream(name))) {
            return new String(stream.readAllBytes(), UTF_8);
        }
    }
}
