package io.lancang.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.lancang.federation.GraphQLResponse;
import io.lancang.gateway.TestConfig;
import io.lancang.gateway.freshness.Lifetime;
import io.lancang.gateway.limits.Deadline;
import io.lancang.gateway.subgraph.ClientRequest;
import io.vertx.core.MultiMap;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FreshnessHeadersTest {
    private static final GraphQLResponse ANSWER = new GraphQLResponse(GraphQLResponse.Outcome.DATA, new byte[0], 0);

    @Test
    void namesAllHeadersOnWhichAnAnswerDepends() {
        assertEquals(
                "accept, authorization, x-person, x-place",
                vary(Map.of(
                        "headers.request[0].propagate", "X-Person",
                        "headers.request[0].rename", "X-Subject",
                        "subgraphs.\"trade\".headers.request[0].propagate", "X-Place")));
    }

    @Test
    void saysThatNobodyCanListThemIfAPatternForwardsThem() {
        assertEquals("*", vary(Map.of("headers.request[0].matching", "x-*")));
    }

    @Test
    void saysOfAnAnswerWithATraceNotThatItMayBeKept() {
        ClientRequest client = client();
        client.notes().reportTrace();

        assertNull(headers(Map.of("cache.enabled", "true"), client));
    }

    private static String vary(Map<String, String> rules) {
        Map<String, String> keys = new HashMap<>(rules);
        keys.put("cache.enabled", "true");
        return Objects.requireNonNull(headers(keys, client())).vary();
    }

    private static ClientRequest client() {
        ClientRequest client = new ClientRequest(
                MultiMap.caseInsensitiveMultiMap(), Deadline.in(Duration.ofSeconds(10), System::nanoTime));
        client.freshness().note(new Lifetime(0, 1000, 1000, 1000, false, false));
        return client;
    }

    private static FreshnessHeaders.@Nullable Said headers(Map<String, String> keys, ClientRequest client) {
        return new FreshnessHeaders(TestConfig.with(keys), () -> 0).headers(client, ANSWER);
    }
}
