package io.lancang.federation.feature;

import static io.lancang.federation.testing.GoldenPlan.assertPlan;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.json.ByteSink;
import io.lancang.federation.json.JsonWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a federation answered, and what it took.
 *
 * @param body of the response
 * @param requests to subgraphs, each as the subgraph's name and the JSON body
 * @param plan as {@code explain} prints it
 */
record Answer(String body, List<String> requests, String plan) {
    private static final String DATA = "{\"data\":";

    /** There are data, exactly these, and no errors. White space outside of strings does not matter. */
    Answer answers(String data) {
        assertEquals(DATA + compact(data) + "}", body, this::story);
        return this;
    }

    /** As {@link #answers}, where the order of members is a subgraph's business. */
    Answer answersEqual(String data) {
        assertEquals(DataSubgraph.parse(DATA + data + "}"), DataSubgraph.parse(body), this::story);
        return this;
    }

    /**
     * There are data, exactly these, and exactly these errors.
     *
     * @param errors each as its code and its path: {@code "SUBGRAPH_ERROR users/0/name"}
     */
    Answer answersInPart(String data, String... errors) {
        assertTrue(body.startsWith(DATA + compact(data) + ",\"errors\":"), this::story);
        assertEquals(Arrays.asList(errors), errors(), this::story);
        return this;
    }

    /** There are no data and no requests, but an error of this code that says this. */
    Answer isRefused(String code, String reason) {
        assertTrue(body.startsWith("{\"errors\":"), this::story);
        assertTrue(errors().contains(code), this::story);
        assertTrue(body.contains(reason), this::story);
        assertEquals(List.of(), requests, this::story);
        return this;
    }

    /** The subgraphs that were asked, in this order, separated by spaces. */
    Answer asking(String subgraphs) {
        assertEquals(subgraphs, requests.stream().map(Answer::subgraph).collect(Collectors.joining(" ")), this::story);
        return this;
    }

    /** The body of one of the requests contains this, quotes written as they are in GraphQL. */
    Answer sends(int request, String part) {
        assertTrue(sent(request).contains(part), this::story);
        return this;
    }

    /** The body of none of the requests contains this. */
    Answer neverSends(String part) {
        for (int request = 0; request < requests.size(); request++) {
            assertFalse(sent(request).contains(part), this::story);
        }
        return this;
    }

    /** The plan, exactly. */
    Answer planned(String explained) {
        assertPlan(explained, plan, this::story);
        return this;
    }

    private String sent(int request) {
        return requests.get(request).replace("\\\"", "\"");
    }

    private static String subgraph(String request) {
        return request.substring(0, request.indexOf(' '));
    }

    private List<String> errors() {
        Object errors = DataSubgraph.object(DataSubgraph.parse(body)).get("errors");
        return errors instanceof List<?> list
                ? list.stream().map(Answer::describe).toList()
                : List.of();
    }

    private static String describe(@Nullable Object json) {
        Map<String, @Nullable Object> error = DataSubgraph.object(json);
        Object code = DataSubgraph.object(error.get("extensions")).get("code");
        String path = error.get("path") instanceof List<?> segments
                ? segments.stream().map(String::valueOf).collect(Collectors.joining("/", " ", ""))
                : "";
        return code + path;
    }

    /** The same JSON without white space; numbers and the order of members stay. */
    private static String compact(String json) {
        ByteSink compact = new ByteSink(256);
        JsonWriter.write(DataSubgraph.parse(json), compact);
        return new String(compact.toByteArray(), UTF_8);
    }

    private String story() {
        return body + "\n\n" + String.join("\n", requests) + "\n\n" + plan;
    }
}
