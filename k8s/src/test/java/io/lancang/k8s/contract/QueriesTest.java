package io.lancang.k8s.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.k8s.contract.Queries.Use;
import io.lancang.k8s.manifest.ManifestSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QueriesTest {
    @Test
    void findsMetricsAndLabelsBetweenFunctionsAndGroupings() {
        assertEquals(
                List.of(
                        new Use("answers_total", Map.of("outcome", "a|b")),
                        new Use("requests_total", Map.of()),
                        new Use("cores", Map.of())),
                Queries.uses("sum by (pod) (rate(answers_total{outcome=~\"a|b\"}[5m])) / on (pod)"
                        + " sum by (pod) (increase(requests_total[$__rate_interval])) > 0.5 and cores == 2"));
    }

    @Test
    void readsDashboardRulesAndAutoscalers() {
        List<String> queries = Stream.of("overlays/prod", "test/overlays/managed")
                .flatMap(overlay -> Queries.of(ManifestSet.render(overlay)))
                .toList();

        assertTrue(queries.size() > 25, queries::toString);
        assertTrue(queries.contains("lancang_gateway_requests_active"));
    }
}
