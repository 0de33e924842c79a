package io.lancang.federation.differential.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lancang.federation.SubgraphClient;
import io.lancang.federation.SubgraphException;
import io.lancang.federation.SubgraphRequest;
import io.lancang.federation.SubgraphResponse;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.testing.TestSubgraph;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Subgraphs behind servers of their own, on free ports of this machine, and the client that asks them. */
public final class HttpSubgraphs implements SubgraphClient<Object>, AutoCloseable {
    private final Map<String, HttpServer> servers = new LinkedHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Starts a server for each subgraph. */
    public HttpSubgraphs(TestSubgraph... subgraphs) {
        for (TestSubgraph subgraph : subgraphs) {
            servers.put(subgraph.name(), start(subgraph));
        }
    }

    private HttpServer start(TestSubgraph subgraph) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(threads);
            server.createContext("/graphql", exchange -> answer(subgraph, exchange));
            server.start();
            return server;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    private static void answer(TestSubgraph subgraph, HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] answer = subgraph.answer(exchange.getRequestBody().readAllBytes());
            exchange.getResponseHeaders().set("Content-Type", "application/graphql-response+json");
            exchange.sendResponseHeaders(200, answer.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(answer);
            }
        }
    }

    @Override
    public CompletionStage<SubgraphResponse> send(SubgraphRequest<Object> request) {
        HttpServer server = Objects.requireNonNull(servers.get(request.subgraph()));
        URI uri = URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + "/graphql");
        HttpRequest post = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(request.body()))
                .build();
        return client.sendAsync(post, HttpResponse.BodyHandlers.ofByteArray()).thenApply(HttpSubgraphs::response);
    }

    private static SubgraphResponse response(HttpResponse<byte[]> response) {
        if (response.statusCode() != 200) {
            throw new SubgraphException(
                    ErrorCode.SUBGRAPH_UNAVAILABLE, "a subgraph answered with status " + response.statusCode());
        }
        return new SubgraphResponse(response.body());
    }

    @Override
    public void close() {
        servers.values().forEach(server -> server.stop(0));
        client.close();
        threads.close();
    }
}
