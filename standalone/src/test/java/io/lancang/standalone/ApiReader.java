package io.lancang.standalone;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.standalone.DescribedApi.Answer;
import io.lancang.standalone.DescribedApi.Described;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A reader of the gateway's OpenAPI document who tries what it says.
 *
 * @param api the document
 * @param key of a client
 * @param made the id and the link of a job that is done, which no document can know
 */
record ApiReader(DescribedApi api, String key, Map<String, String> made) {
    /** A reader with a key and a job, by a client of its own. */
    static ApiReader of(RunningSet set, String client) throws Exception {
        DescribedApi api = DescribedApi.at(set.running().gatewayRoot());
        ApiReader reader = new ApiReader(api, Partners.register(set, client), Map.of());
        Described order = reader.named("integrationOrderJob");
        Answer ordered = reader.send(order, order.path());
        assertEquals(202, ordered.status(), ordered.beginning());
        String id = ordered.json().path("id").asText();
        Described look = reader.named("integrationGetJob");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !reader.send(look, "/jobs/" + id)
                        .json()
                        .path("state")
                        .asText()
                        .matches("QUEUED|RUNNING"));
        JsonNode done = reader.send(look, "/jobs/" + id).json();
        assertEquals("DONE", done.path("state").asText(), done.toString());
        String result = URI.create(done.path("result").asText()).getPath();
        return new ApiReader(
                api, reader.key(), Map.of("id", id, "link", result.substring(result.lastIndexOf('/') + 1)));
    }

    Described named(String operationId) {
        return api.requests().stream()
                .filter(one -> one.operation().path("operationId").asText().equals(operationId))
                .findFirst()
                .orElseThrow();
    }

    List<Described> reading() {
        return api.requests().stream()
                .filter(one -> Set.of("get", "head").contains(one.method()))
                .toList();
    }

    static boolean isOfSdmx(Described described) {
        return described.path().contains("/sdmx/");
    }

    /** What is below jobs is of the one that is made; all else has examples. */
    String path(Described described) {
        return api.path(described, described.path().startsWith("/jobs") ? made : Map.of());
    }

    /** Sends a request with the key, and further headers by turns of name and value. */
    Answer send(Described described, String address, String... headers) throws Exception {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("x-api-key", key));
        return api.send(described, address, all.toArray(String[]::new));
    }
}
