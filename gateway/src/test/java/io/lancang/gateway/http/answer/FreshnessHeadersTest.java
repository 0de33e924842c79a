package io.lancang.gateway.http.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.lancang.federation.Grants;
import io.lancang.federation.GraphQLResponse;
import io.lancang.gateway.TestConfig;
import io.lancang.gateway.access.Identity;
import io.lancang.gateway.freshness.Lifetime;
import io.lancang.gateway.headers.SubgraphHeaders;
import io.lancang.gateway.limits.Deadline;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.vertx.core.MultiMap;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

    /** A client with a key is answered as another than one without. */
    @Test
    void namesWhatSaysWhoAClientIsAndWhatItChooses() {
        assertEquals("accept, authorization, x-api-key", vary(Map.of("keys.file", "/keys.json")));
        assertEquals(
                "accept, authorization, x-api-key",
                vary(Map.of("keys.service.url", "http://integration-service:8083")));
        assertEquals("accept, authorization, x-labels", vary(Map.of("override-labels-header", "X-Labels")));
    }

    /** The subgraph has said the same to all, but not all may see as much of it. */
    @Test
    void letsNobodyElseKeepWhatIsShownToAnIdentity() {
        Identity anna = new Identity(new Grants(true, Set.of("trade:margin"), Set.of()), Map.of(), Long.MAX_VALUE);

        assertEquals("private, max-age=1", said(client(anna)));
        assertEquals("public, max-age=1", said(client()));
    }

    private static String said(ClientRequest client) {
        return Objects.requireNonNull(headers(Map.of("cache.enabled", "true"), client))
                .verdict()
                .cacheControl();
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
        return client(Identity.ANONYMOUS);
    }

    private static ClientRequest client(Identity identity) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        ClientRequest client = new ClientRequest(
                "client",
                headers,
                SubgraphHeaders.same(headers),
                Deadline.in(Duration.ofSeconds(10), System::nanoTime),
                Set.of(),
                identity);
        client.freshness().note(new Lifetime(0, 1000, 1000, 1000, false, false));
        return client;
    }

    private static FreshnessHeaders.@Nullable Said headers(Map<String, String> keys, ClientRequest client) {
        return new FreshnessHeaders(TestConfig.with(keys), () -> 0).headers(client, ANSWER);
    }
}
