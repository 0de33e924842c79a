package io.lancang.gateway.storm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.server.MetricsPage;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.time.Duration;

/** Twenty clients of a gateway whose subgraph is exposed to the weather. No answer may be wrong, and no mutation be done twice. */
abstract class StormOverHttp {
    static final int CONNECTIONS = 20;

    @SuppressWarnings("NullAway.Init") // injected
    StormGraph graph;

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource("/graphql")
    URI gateway;

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource(value = "/", management = true)
    URI management;

    StormResult run(Weather weather, int seconds) throws Exception {
        StormResult result = new StormLoad(gateway, graph, CONNECTIONS).run(weather, Duration.ofSeconds(seconds));
        assertEquals(0, result.wrong(), "wrong answers");
        assertTrue(result.mostChanges() <= 1, "a mutation was done twice");
        return result;
    }

    /** How often this has happened to requests to the subgraph. */
    double event(String name) {
        return new MetricsPage(management)
                .value("lancang_gateway_subgraph_resilience_total{event=\"" + name + "\",subgraph=\"trade\"}");
    }
}
