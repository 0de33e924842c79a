package org.example.lancang;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lancang.federation.SubgraphDefinition;
import io.lancang.federation.compose.Composition;
import io.lancang.federation.compose.CompositionResult;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A subgraph of one customer, Ann. It answers every query with all that it has, as the gateway's plans name it, and a subscription with one
 * event; it fails for the customer with the id "none".
 */
public final class ShopSubgraph implements QuarkusTestResourceLifecycleManager {
    private static final String SDL = """
        extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
        type Query { customer(id: ID!): Customer party(id: ID!): Party }
        type Subscription { customerChanged: Customer }
        interface Party { name: String email: String }
        type Customer implements Party { id: ID! name: String email: String friend: Customer }
        """;

    private static final String CUSTOMER = "{\"__typename\":\"Customer\",\"id\":\"1\",\"name\":\"Ann\",\"n\":\"Ann\","
            + "\"email\":\"ann@example.org\",\"e\":\"ann@example.org\"%s}";
    private static final String ANN = CUSTOMER.formatted(",\"friend\":" + CUSTOMER.formatted(""));

    private final List<Headers> received = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final Path supergraph;

    public ShopSubgraph() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        supergraph = Files.createTempFile("supergraph", ".graphql");
    }

    @Override
    public Map<String, String> start() {
        server.createContext("/", this::answer);
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/graphql";
        CompositionResult composed = Composition.compose(List.of(new SubgraphDefinition("shop", url, SDL)));
        if (!(composed instanceof CompositionResult.Success(String sdl, var hints))) {
            throw new IllegalStateException(composed.toString());
        }
        try {
            Files.writeString(supergraph, sdl);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "lancang.gateway.supergraph",
                supergraph.toString(),
                "lancang.gateway.subgraphs.\"shop\".subscriptions.protocol",
                "sse");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(exchange.getRequestHeaders());
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            if (body.contains("customerChanged")) {
                write(
                        exchange,
                        "text/event-stream",
                        "event: next\ndata: {\"data\":{\"customerChanged\":" + ANN
                                + "}}\n\nevent: complete\ndata:\n\n");
            } else if (body.contains("\"none\"")) {
                write(
                        exchange,
                        "application/json",
                        "{\"data\":{\"customer\":null},\"errors\":[{\"message\":\"no such customer\",\"path\":[\"customer\"],"
                                + "\"extensions\":{\"code\":\"NOT_FOUND\"}}]}");
            } else {
                write(exchange, "application/json", "{\"data\":{\"customer\":" + ANN + ",\"party\":" + ANN + "}}");
            }
        }
    }

    private static void write(HttpExchange exchange, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("X-Shelf", "7");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** The headers of all requests since the last call. */
    List<Headers> received() {
        List<Headers> all = List.copyOf(received);
        received.clear();
        return all;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(ShopSubgraph.class));
    }

    @Override
    public void stop() {
        server.stop(0);
        try {
            Files.deleteIfExists(supergraph);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
