package io.lancang.gateway.subgraph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.PlanStep;
import io.lancang.federation.SubgraphRequest;
import io.lancang.gateway.TestConfig;
import io.lancang.gateway.config.subscription.ConnectionInit;
import io.lancang.gateway.config.subscription.StreamProtocol;
import io.lancang.gateway.config.subscription.StreamSharing;
import io.lancang.gateway.config.traffic.TrafficConfig;
import io.lancang.gateway.limits.Deadline;
import io.lancang.gateway.server.Answers;
import io.lancang.gateway.server.StreamServer;
import io.lancang.gateway.server.SubgraphServer;
import io.lancang.gateway.subgraph.endpoint.StreamSettings;
import io.lancang.gateway.subgraph.endpoint.SubgraphTarget;
import io.lancang.gateway.subgraph.endpoint.SubgraphTls;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.subgraph.request.HeaderForwarding;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A subgraph that has several servers, over real sockets. Its URL names a host that does not exist. */
class SubgraphServersTest {
    private static final URI URL = URI.create("http://trade.invalid:8081/graphql?tenant=a");
    private static final SubgraphServer.Answer DATA = Answers.json("{\"data\":{}}");
    private static final SubgraphServer.Answer AWAY = Answers.of(503, "text/plain", "away");

    private final Vertx vertx = Vertx.vertx();
    private @Nullable HttpSubgraphClient client;

    @AfterEach
    void close() throws Exception {
        if (client != null) {
            client.close();
        }
        vertx.close().toCompletionStage().toCompletableFuture().get(10, SECONDS);
    }

    @Test
    void areAskedByTurnsWithTheHostOfTheUrl() throws Exception {
        try (SubgraphServer one = new SubgraphServer(DATA);
                SubgraphServer two = new SubgraphServer(DATA)) {
            at(address(one.url()), address(two.url()));
            for (int i = 0; i < 6; i++) {
                query();
            }

            assertEquals(3, one.received().size());
            assertEquals(3, two.received().size());
            SubgraphServer.Received request = two.received().getFirst();
            assertEquals("trade.invalid:8081", request.headers().getFirst("Host"));
            assertEquals("/graphql?tenant=a", request.uri().toString());
        }
    }

    @Test
    void areLeftOutWhenTheyFailSoThatNoQueryDoes() throws Exception {
        try (SubgraphServer good = new SubgraphServer(DATA);
                SubgraphServer bad = new SubgraphServer(AWAY)) {
            at(address(good.url()), address(bad.url()));
            for (int i = 0; i < 40; i++) {
                query();
            }

            assertEquals(3, bad.received().size(), "then it is left out");
            assertEquals(40, good.received().size());
        }
    }

    @Test
    void areTriedAgainAfterAWhile() throws Exception {
        try (SubgraphServer good = new SubgraphServer(DATA);
                SubgraphServer back = new SubgraphServer(AWAY)) {
            at(Map.of("ejection.pause", "100ms"), address(good.url()), address(back.url()));
            while (back.received().size() < 3) {
                query();
            }
            back.answerWith(DATA);
            while (back.received().size() < 10) {
                query();
            }

            assertEquals(10, back.received().size());
        }
    }

    @Test
    void areLeftOutWhenTheyAreSilentAndAnotherIsAskedInPlaceOfThem() throws Exception {
        try (SubgraphServer good = new SubgraphServer(DATA);
                SubgraphServer hangs = new SubgraphServer(Answers.silence())) {
            at(Map.of("first-byte-timeout", "100ms"), address(hangs.url()), address(good.url()));
            for (int i = 0; i < 20; i++) {
                query();
            }

            assertEquals(3, hangs.received().size());
        }
    }

    @Test
    void areNotWaitedForAsLongAsOneOfThemAsks() throws Exception {
        try (SubgraphServer good = new SubgraphServer(DATA);
                SubgraphServer busy = new SubgraphServer(Answers.with(Map.of("Retry-After", "86400"), AWAY))) {
            at(address(busy.url()), address(good.url()));

            query();

            assertEquals(1, busy.received().size());
            assertEquals(1, good.received().size());
        }
    }

    @Test
    void takeAMutationThatFoundNoConnectionElsewhereAndNoneThatWasSent() throws Exception {
        try (SubgraphServer good = new SubgraphServer(DATA)) {
            at(nobody(), address(good.url()));
            assertEquals("{\"data\":{}}", send(/* changes= */ true));
        }
        try (SubgraphServer good = new SubgraphServer(DATA);
                SubgraphServer bad = new SubgraphServer(AWAY)) {
            at(address(bad.url()), address(good.url()));

            assertThrows(ExecutionException.class, () -> send(/* changes= */ true));
            assertEquals(0, good.received().size());
        }
    }

    @Test
    void failARequestWhenNoneOfThemAnswers() {
        at(Map.of("retry.bridge", "200ms", "retry.max-attempts", "4"), nobody(), nobody());

        ExecutionException failure = assertThrows(ExecutionException.class, this::query);

        assertTrue(String.valueOf(failure.getMessage()).contains("could not be reached"), failure::getMessage);
    }

    @ParameterizedTest
    @EnumSource(
            value = StreamProtocol.class,
            names = {"WEBSOCKET", "SSE"})
    void openSubscriptionsAtAnotherWhereOneGivesNoConnection(StreamProtocol protocol) throws Exception {
        try (StreamServer good = stream(protocol)) {
            HttpSubgraphClient opened = at(Map.of(), streams(protocol), nobody(), nobody(), address(good.url()));
            for (int i = 0; i < 4; i++) {
                StreamListener listener = new StreamListener(Long.MAX_VALUE);
                opened.subscribe(new SubgraphRequest<>(
                                "trade", "{\"query\":\"subscription { n }\"}".getBytes(UTF_8), request()))
                        .subscribe(listener);

                assertEquals("{\"data\":{\"n\":1}}", listener.event());
                assertEquals("completed", listener.end());
            }
            if (protocol == StreamProtocol.WEBSOCKET) {
                assertEquals("trade.invalid:8081", good.upgrade().get("Host"));
            }
        }
    }

    private static StreamServer stream(StreamProtocol protocol) throws Exception {
        return switch (protocol) {
            case SSE ->
                new StreamServer()
                        .onRequest(request -> request.response()
                                .putHeader("Content-Type", "text/event-stream")
                                .setChunked(true)
                                .end("event: next\ndata: {\"data\":{\"n\":1}}\n\nevent: complete\n\n"));
            case WEBSOCKET, CALLBACK ->
                new StreamServer().onMessage((socket, message) -> {
                    switch (message.getString("type")) {
                        case "connection_init" -> socket.writeTextMessage("{\"type\":\"connection_ack\"}");
                        case "subscribe" -> {
                            socket.writeTextMessage(
                                    "{\"id\":\"1\",\"type\":\"next\",\"payload\":{\"data\":{\"n\":1}}}");
                            socket.writeTextMessage("{\"id\":\"1\",\"type\":\"complete\"}");
                        }
                        default -> {
                            // Nothing to say to it.
                        }
                    }
                });
        };
    }

    private static StreamSettings streams(StreamProtocol protocol) {
        return new StreamSettings(
                protocol,
                /* path= */ null,
                ConnectionInit.EMPTY,
                Duration.ofSeconds(60),
                100,
                16,
                StreamSharing.NEVER,
                256);
    }

    private void at(SocketAddress... servers) {
        at(Map.of(), servers);
    }

    private void at(Map<String, String> resilience, SocketAddress... servers) {
        at(resilience, TestConfig.streams(), servers);
    }

    private HttpSubgraphClient at(Map<String, String> resilience, StreamSettings streams, SocketAddress... servers) {
        if (client != null) {
            client.close();
        }
        Map<String, String> keys = new HashMap<>(Map.of("traffic.resilience.hedge.enabled", "false"));
        resilience.forEach((key, value) -> keys.put("traffic.resilience." + key, value));
        TrafficConfig traffic = TestConfig.with(keys).traffic();
        HttpSubgraphClient created = new HttpSubgraphClient(
                vertx,
                List.of(new SubgraphTarget(
                        "trade", URL, traffic.timeout(), streams, /* resilience= */ null, Arrays.asList(servers))),
                traffic,
                SubgraphTls.DEFAULT,
                TestConfig.noMask(),
                name -> new Uncounted());
        client = created;
        return created;
    }

    private void query() throws Exception {
        send(/* changes= */ false);
    }

    private String send(boolean changes) throws Exception {
        HttpSubgraphClient used = Objects.requireNonNull(client);
        return used.send(new SubgraphRequest<>(
                        "trade",
                        "{\"query\":\"{ x }\"}".getBytes(UTF_8),
                        request(),
                        /* parts= */ null,
                        changes,
                        new PlanStep(0, 0),
                        /* entities= */ 0))
                .thenApply(answer -> new String(answer.body(), UTF_8))
                .toCompletableFuture()
                .get(20, SECONDS);
    }

    private static ClientRequest request() {
        return new ClientRequest(
                new HeaderForwarding(List.of()).toSubgraphs(MultiMap.caseInsensitiveMultiMap()),
                Deadline.in(Duration.ofSeconds(20), System::nanoTime));
    }

    private static SocketAddress address(URI url) {
        return SocketAddress.inetSocketAddress(url.getPort(), url.getHost());
    }

    /** Where nobody listens. */
    private static SocketAddress nobody() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return SocketAddress.inetSocketAddress(free.getLocalPort(), "127.0.0.1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
