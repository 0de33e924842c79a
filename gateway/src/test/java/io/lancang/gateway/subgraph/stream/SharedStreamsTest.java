package io.lancang.gateway.subgraph.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.SubgraphRequest;
import io.lancang.gateway.TestConfig;
import io.lancang.gateway.config.subscription.StreamSharing;
import io.lancang.gateway.limits.Deadline;
import io.lancang.gateway.server.StreamServer;
import io.lancang.gateway.subgraph.HttpSubgraphClient;
import io.lancang.gateway.subgraph.StreamListener;
import io.lancang.gateway.subgraph.endpoint.StreamSettings;
import io.lancang.gateway.subgraph.endpoint.SubgraphTarget;
import io.lancang.gateway.subgraph.endpoint.SubgraphTls;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.subgraph.request.HeaderForwarding;
import io.lancang.gateway.telemetry.ResilienceEvent;
import io.lancang.gateway.telemetry.ResilienceGauges;
import io.lancang.gateway.telemetry.SubgraphMeter;
import io.lancang.gateway.telemetry.SubgraphOutcome;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which subscriptions share a stream of a subgraph, and what they get, over real sockets. */
final class SharedStreamsTest {
    private static final String QUERY = "{\"query\":\"subscription { arrived }\"}";

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger events = new AtomicInteger();
    private final AtomicInteger joined = new AtomicInteger();
    private final AtomicInteger leftBehind = new AtomicInteger();
    private final Queue<ServerWebSocket> subscribed = new ConcurrentLinkedQueue<>();
    private final StreamServer subgraph = new StreamServer();
    private final List<HttpSubgraphClient> clients = new ArrayList<>();

    @BeforeEach
    void acceptSubscriptions() {
        subgraph.onMessage((socket, message) -> {
            switch (message.getString("type")) {
                case "connection_init" -> socket.writeTextMessage("{\"type\":\"connection_ack\"}");
                case "subscribe" -> subscribed.add(socket);
                default -> {
                    // Nothing to say to it.
                }
            }
        });
    }

    @AfterEach
    void close() throws Exception {
        clients.forEach(HttpSubgraphClient::close);
        subgraph.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, SECONDS);
    }

    @Test
    void opensOneStreamForAThousandClientsWhoAllGetEachEventInOrder() throws Exception {
        HttpSubgraphClient gateway = gateway(StreamSharing.UNTIL_FIRST_EVENT, 256);
        List<StreamListener> all = new ArrayList<>();
        for (int client = 0; client < 1_000; client++) {
            all.add(subscribe(gateway, QUERY, request("a")));
        }
        await("999 clients who joined").until(() -> joined.get() == 999);
        awaitStreams(1);

        send("{\"n\":1}", "{\"n\":2}", "{\"n\":3}");

        for (StreamListener listener : all) {
            assertEquals("{\"n\":1}", listener.event());
            assertEquals("{\"n\":2}", listener.event());
            assertEquals("{\"n\":3}", listener.event());
        }
        assertEquals(1, open.get());
        assertEquals(1, gateway.openStreams());
    }

    @Test
    void closesTheStreamWhenTheLastOfItsClientsHasLeft() throws Exception {
        HttpSubgraphClient gateway = gateway(StreamSharing.UNTIL_FIRST_EVENT, 256);
        ClientRequest firstRequest = request("a");
        ClientRequest lastRequest = request("a");
        StreamListener first = subscribe(gateway, QUERY, firstRequest);
        StreamListener last = subscribe(gateway, QUERY, lastRequest);
        await("one who joined").until(() -> joined.get() == 1);
        awaitStreams(1);

        first.cancel();
        awaitGone(firstRequest);
        send("{\"n\":1}");
        assertEquals("{\"n\":1}", last.event());
        assertTrue(first.isQuiet(), "who left heard on");

        last.cancel();
        assertEquals("1000", subgraph.close("the connection stays open"));
        awaitGone(lastRequest);
        assertEquals(0, gateway.openStreams());
    }

    @Test
    void opensAnotherStreamForWhoComesAfterTheFirstEventBecauseItCouldHaveBeenForHimToo() throws Exception {
        HttpSubgraphClient gateway = gateway(StreamSharing.UNTIL_FIRST_EVENT, 256);
        StreamListener early = subscribe(gateway, QUERY, request("a"));
        awaitStreams(1);
        send("{\"n\":1}");
        early.event();

        StreamListener late = subscribe(gateway, QUERY, request("a"));

        awaitStreams(2);
        send("{\"n\":2}");
        assertEquals("{\"n\":2}", early.event());
        assertEquals("{\"n\":2}", late.event());
        assertEquals(0, joined.get());
    }

    @Test
    void joinsLateWhereASubgraphIsSaidToSendWhatHappensFromThenOn() throws Exception {
        HttpSubgraphClient gateway = gateway(StreamSharing.ALWAYS, 256);
        StreamListener early = subscribe(gateway, QUERY, request("a"));
        awaitStreams(1);
        send("{\"n\":1}");
        early.event();

        StreamListener late = subscribe(gateway, QUERY, request("a"));
        await("one who joined").until(() -> joined.get() == 1);
        send("{\"n\":2}");

        assertEquals("{\"n\":2}", late.event());
        assertEquals("{\"n\":2}", early.event());
        assertEquals(1, open.get());
    }

    @Test
    void neverJoinsLateWhatBeginsBehindAnEventThatTheClientNames() throws Exception {
        HttpSubgraphClient gateway = gateway(StreamSharing.ALWAYS, 256);
        StreamListener early = subscribe(gateway, QUERY, behindAnEvent());
        awaitStreams(1);
        send("{\"n\":1}");
        early.event();

        subscribe(gateway, QUERY, behindAnEvent());

        awaitStreams(2);
        assertEquals(0, joined.get());
    }

    @ParameterizedTest
    @EnumSource(
            value = StreamSharing.class,
            names = {"UNTIL_FIRST_EVENT", "ALWAYS"})
    void givesClientsWithOtherHeadersOrOtherVariablesStreamsOfTheirOwn(StreamSharing sharing) throws Exception {
        HttpSubgraphClient gateway = gateway(sharing, 256);
        StreamListener mine = subscribe(gateway, QUERY, request("a"));
        awaitStreams(1);
        ServerWebSocket socketOfMine = subscribed.element();
        StreamListener another = subscribe(gateway, QUERY, request("b"));
        StreamListener variables = subscribe(gateway, QUERY.replace("}\"}", "}\",\"variables\":{}}"), request("a"));

        awaitStreams(3);
        socketOfMine.writeTextMessage(next("{\"n\":1}"));

        assertEquals("{\"n\":1}", mine.event());
        assertTrue(another.isQuiet() && variables.isQuiet(), "others heard it, too");
        assertEquals(0, joined.get());
    }

    @Test
    void opensAStreamForEachWhereNoneIsToBeShared() {
        HttpSubgraphClient gateway = gateway(StreamSharing.NEVER, 256);
        subscribe(gateway, QUERY, request("a"));
        subscribe(gateway, QUERY, request("a"));

        awaitStreams(2);
    }

    @Test
    void leavesASlowClientBehindWithAnErrorAfterTheEventsBeforeWhileTheOtherGetsAll() throws Exception {
        HttpSubgraphClient gateway = gateway(StreamSharing.UNTIL_FIRST_EVENT, /* maxUnread= */ 20);
        StreamListener quick = subscribe(gateway, QUERY, request("a"));
        StreamListener slow = new StreamListener(1);
        subscribe(gateway, QUERY, request("a"), slow);
        await("one who joined").until(() -> joined.get() == 1);
        awaitStreams(1);

        // One is read, eight wait in the client's stream, twenty in its end of the shared one: the thirtieth is too
        // much.
        for (int event = 1; event <= 40; event++) {
            send("{\"n\":" + event + "}");
            assertEquals("{\"n\":" + event + "}", quick.event());
        }
        await("who is left behind").until(() -> leftBehind.get() == 1);
        slow.want(Long.MAX_VALUE);

        for (int event = 1; event <= 29; event++) {
            assertEquals("{\"n\":" + event + "}", slow.event());
        }
        String end = slow.end();
        assertTrue(end.startsWith("LIMIT_EXCEEDED") && end.contains("20 of them waited"), end);
        assertTrue(quick.isQuiet(), "the other suffered");
    }

    /** Twelve events of 700 bytes wait at a time, which are 8.4 KB of 10 KB; those of the rounds before were read. */
    @Test
    void countsBytesForAClientOnlyUntilItHasReadThem() throws Exception {
        HttpSubgraphClient gateway =
                gateway(StreamSharing.UNTIL_FIRST_EVENT, 256, Map.of("traffic.max-response-size", "10K"));
        StreamListener client = new StreamListener(0);
        subscribe(gateway, QUERY, request("a"), client);
        awaitStreams(1);
        String event = "{\"n\":\"" + "x".repeat(692) + "\"}";

        for (int round = 1; round <= 3; round++) {
            for (int number = 0; number < 12; number++) {
                send(event);
            }
            client.want(12);
            for (int number = 0; number < 12; number++) {
                assertEquals(event, client.event(), "round " + round);
            }
        }
        assertEquals(0, leftBehind.get());
    }

    @Test
    void readsTheSubgraphNoMoreWhileAllClientsAreSlowSoThatNoneIsLeftBehind() throws Exception {
        HttpSubgraphClient gateway = gateway(StreamSharing.UNTIL_FIRST_EVENT, /* maxUnread= */ 20);
        StreamListener first = new StreamListener(1);
        StreamListener second = new StreamListener(1);
        subscribe(gateway, QUERY, request("a"), first);
        subscribe(gateway, QUERY, request("a"), second);
        await("one who joined").until(() -> joined.get() == 1);
        awaitStreams(1);

        for (int event = 1; event <= 40; event++) {
            send("{\"n\":" + event + "}");
        }
        // Each has read one, eight wait in its stream, and eight in its end of the shared one.
        await("events that are read ahead").until(() -> events.get() >= 17);

        for (int event = 1; event <= 40; event++) {
            assertEquals("{\"n\":" + event + "}", first.event());
            assertEquals("{\"n\":" + event + "}", second.event());
            first.want(1);
            second.want(1);
        }
        assertEquals(0, leftBehind.get());
    }

    @Test
    void tellsAllClientsThatTheSubgraphDied() throws Exception {
        HttpSubgraphClient gateway = gateway(StreamSharing.UNTIL_FIRST_EVENT, 256);
        ClientRequest oneRequest = request("a");
        StreamListener one = subscribe(gateway, QUERY, oneRequest);
        StreamListener other = subscribe(gateway, QUERY, request("a"));
        await("one who joined").until(() -> joined.get() == 1);
        awaitStreams(1);
        send("{\"n\":1}");

        one.event();
        other.event();
        subscribed.element().close();

        assertTrue(one.end().startsWith("SUBGRAPH_UNAVAILABLE"), one.end());
        assertTrue(other.end().startsWith("SUBGRAPH_UNAVAILABLE"), other.end());
        awaitGone(oneRequest);
    }

    private HttpSubgraphClient gateway(StreamSharing sharing, int maxUnread) {
        return gateway(sharing, maxUnread, Map.of());
    }

    private HttpSubgraphClient gateway(StreamSharing sharing, int maxUnread, Map<String, String> keys) {
        var traffic = TestConfig.with(keys).traffic();
        StreamSettings usual = TestConfig.streams();
        StreamSettings settings = new StreamSettings(
                usual.protocol(),
                usual.path(),
                usual.connectionInit(),
                usual.idleTimeout(),
                usual.maximum(),
                usual.openingAtOnce(),
                sharing,
                maxUnread);
        HttpSubgraphClient created = new HttpSubgraphClient(
                vertx,
                List.of(new SubgraphTarget("trains", subgraph.url(), traffic.timeout(), settings)),
                traffic,
                SubgraphTls.DEFAULT,
                TestConfig.noMask(),
                name -> new Counting());
        clients.add(created);
        return created;
    }

    private static ClientRequest request(String token) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("Authorization", "Bearer " + token);
        return new ClientRequest(
                new HeaderForwarding(List.of("authorization")).toSubgraphs(headers),
                Deadline.in(Duration.ofSeconds(30), System::nanoTime));
    }

    private static ClientRequest behindAnEvent() {
        ClientRequest request = request("a");
        request.beginBehindAnEvent();
        return request;
    }

    private static StreamListener subscribe(HttpSubgraphClient gateway, String body, ClientRequest request) {
        StreamListener listener = new StreamListener(Long.MAX_VALUE);
        subscribe(gateway, body, request, listener);
        return listener;
    }

    private static void subscribe(
            HttpSubgraphClient gateway, String body, ClientRequest request, StreamListener listener) {
        gateway.subscribe(new SubgraphRequest<>("trains", body.getBytes(UTF_8), request))
                .subscribe(listener);
    }

    private void awaitStreams(int streams) {
        await(streams + " subscriptions at the subgraph").until(() -> subscribed.size() == streams);
    }

    private static void awaitGone(ClientRequest request) {
        AtomicInteger gone = new AtomicInteger();
        await("nothing is left").until(() -> {
            request.streams().whenAllAreGone(gone::incrementAndGet);
            return gone.get() > 0;
        });
    }

    /** Sends events on all streams. */
    private void send(String... payloads) {
        for (String payload : payloads) {
            subscribed.forEach(socket -> socket.writeTextMessage(next(payload)));
        }
    }

    private static String next(String payload) {
        return "{\"id\":\"1\",\"type\":\"next\",\"payload\":" + payload + "}";
    }

    private final class Counting implements SubgraphMeter {
        @Override
        public void deduplicated() {}

        @Override
        public void resilience(ResilienceEvent event) {}

        @Override
        public void watch(ResilienceGauges gauges) {}

        @Override
        public void request(SubgraphOutcome outcome, long nanos) {}

        @Override
        public void streamOpened() {
            open.incrementAndGet();
        }

        @Override
        public void event() {
            events.incrementAndGet();
        }

        @Override
        public void streamJoined() {
            joined.incrementAndGet();
        }

        @Override
        public void streamLeftBehind() {
            leftBehind.incrementAndGet();
        }

        @Override
        public void streamClosed() {
            open.decrementAndGet();
        }
    }
}
