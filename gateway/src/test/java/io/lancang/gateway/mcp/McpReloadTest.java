package io.lancang.gateway.mcp;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.gateway.supergraph.MountedGraph;
import io.modelcontextprotocol.modern.McpSchema;
import io.modelcontextprotocol.modern.client.McpClient;
import io.modelcontextprotocol.modern.client.McpSyncClient;
import io.modelcontextprotocol.modern.client.SubscriptionEvent;
import io.modelcontextprotocol.modern.client.transport.HttpClientMcpTransport;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tools follow another graph and other documents, and whoever listens is told. */
@QuarkusTest
@WithTestResource(MountedGraph.class)
class McpReloadTest {
    @SuppressWarnings("NullAway.Init") // injected
    MountedGraph graph;

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource("/mcp")
    URI endpoint;

    @AfterEach
    void mountTheFirstAgain() throws IOException {
        graph.mount(graph.sdl());
        graph.trust(MountedGraph.tool("first"));
        await().atMost(10, SECONDS).until(() -> tools().equals(List.of("first", "search_schema", "run_query")));
    }

    @Test
    void tellsWhoListensOfOtherDocumentsAndOfAGraphThatLacksATool() throws Exception {
        BlockingQueue<SubscriptionEvent> events = new ArrayBlockingQueue<>(16);
        try (McpSyncClient.Listening listening =
                client().listen().toolsChanged().open(events::add)) {
            assertNotNull(listening);
            assertEquals(SubscriptionEvent.Subscribed.class, next(events).getClass());

            graph.trust(MountedGraph.tool("second"));
            assertEquals(SubscriptionEvent.ToolsListChanged.class, next(events).getClass());
            assertEquals(List.of("second", "search_schema", "run_query"), tools());

            // The document asks for a field that this graph has under another name.
            graph.mount(graph.sdl().replace("  convert(amount", "  exchange(amount"));
            assertEquals(SubscriptionEvent.ToolsListChanged.class, next(events).getClass());
            assertEquals(List.of("search_schema", "run_query"), tools());
        }
    }

    @Test
    void tellsClientsThatBeganWithAHandshake() throws Exception {
        BlockingQueue<List<String>> told = new ArrayBlockingQueue<>(16);
        var transport = io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport.builder(
                        endpoint.resolve("/").toString())
                .endpoint("/mcp")
                .build();
        try (var client = io.modelcontextprotocol.client.McpClient.sync(transport)
                .toolsChangeConsumer(tools -> told.add(tools.stream()
                        .map(io.modelcontextprotocol.spec.McpSchema.Tool::name)
                        .toList()))
                .build()) {
            client.initialize();
            // Its stream is opened behind its back; it is told of what changes after that.
            for (int i = 0; told.isEmpty() && i < 100; i++) {
                graph.trust(MountedGraph.tool("edition" + i));
                told.addAll(toldWithin(told));
            }

            assertEquals("edition", told.element().getFirst().substring(0, 7));
        }
    }

    private static List<List<String>> toldWithin(BlockingQueue<List<String>> told) throws InterruptedException {
        List<String> next = told.poll(500, MILLISECONDS);
        return next == null ? List.of() : List.of(next);
    }

    @Test
    void keepsToolsOfAFileThatIsBroken() throws Exception {
        graph.trust("{ broken");
        graph.mount("# Another edition\n" + graph.sdl());
        graph.trust(MountedGraph.tool("third"));

        await().atMost(10, SECONDS).until(() -> tools().getFirst().equals("third"));
    }

    private static SubscriptionEvent next(BlockingQueue<SubscriptionEvent> events) throws InterruptedException {
        return assertNotNull(events.poll(20, SECONDS));
    }

    private static <T> T assertNotNull(T value) {
        org.junit.jupiter.api.Assertions.assertNotNull(value, "there was no event");
        return value;
    }

    private List<String> tools() {
        return client().listTools().skipCache().list().tools().stream()
                .map(McpSchema.Tool::name)
                .toList();
    }

    private McpSyncClient client() {
        return McpClient.sync(HttpClientMcpTransport.builder(endpoint).build()).build();
    }
}
