package io.lancang.gateway.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.lancang.gateway.server.Answers;
import io.lancang.gateway.server.RawClient;
import io.lancang.gateway.server.RawHttp2Client;
import io.lancang.gateway.server.RawHttp2Client.Frame;
import io.lancang.gateway.server.TestGraph;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Floods of the frames of HTTP/2: each ends its connection after a bounded number of them, and no other client notices. */
@QuarkusTest
@WithTestResource(TestGraph.class)
class Http2FloodTest {
    private static final String TYPENAME = "{\"query\":\"{ __typename }\"}";
    private static final String NAMES = "/graphql?query=%7Bpartners%7Bname%7D%7D";

    private static final int REFUSED_STREAM = 7;

    /** More than a thousand frames in five seconds are too many: 20 rounds. The one ping that ends each would take a thousand rounds. */
    private static final int MOST_ROUNDS = 500;

    /** Frames that are sent before the gateway is asked whether it is still there. */
    private static final int AT_ONCE = 50;

    @SuppressWarnings("NullAway.Init") // injected
    TestGraph graph;

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource("/graphql")
    URI endpoint;

    @AfterEach
    void answersOthers() throws IOException {
        graph.reset();
        try (RawClient other = new RawClient(endpoint)) {
            assertThat(other.send(RawClient.post(TYPENAME)).readResponse(), startsWith("HTTP/1.1 200"));
        }
    }

    @Test
    void answersARequest() throws Exception {
        try (RawHttp2Client client = new RawHttp2Client(endpoint)) {
            client.send(
                    new Frame(
                            RawHttp2Client.HEADERS,
                            RawHttp2Client.END_HEADERS,
                            1,
                            RawHttp2Client.head("POST", "/graphql")),
                    new Frame(RawHttp2Client.DATA, RawHttp2Client.END_STREAM, 1, TYPENAME.getBytes(UTF_8)));

            Frame answer = Objects.requireNonNull(client.read(RawHttp2Client.DATA), "ended");
            assertThat(answer.text(), containsString("{\"data\":{\"__typename\":\"Query\"}}"));
        }
    }

    /** On the way that leads there from HTTP/1.1, nobody would count the frames. */
    @Test
    void answersInHttp1WhoOffersToGoOnInHttp2() throws Exception {
        try (RawClient client = new RawClient(endpoint)) {
            String request = RawClient.head(
                    "Connection: Upgrade, HTTP2-Settings",
                    "Upgrade: h2c",
                    "HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA",
                    "Content-Length: " + TYPENAME.length());

            assertThat(client.send(request + TYPENAME).readResponse(), startsWith("HTTP/1.1 200"));
            assertThat(client.send(RawClient.post(TYPENAME)).readResponse(), startsWith("HTTP/1.1 200"));
        }
    }

    @Test
    void endsAConnectionThatResetsItsStreamsAtOnce() throws Exception {
        try (RawHttp2Client client = new RawHttp2Client(endpoint)) {
            int rounds = client.repeatUntilEnded(
                    100,
                    round -> burst(number -> {
                        int stream = stream(round, number);
                        return Stream.of(get(stream), new Frame(RawHttp2Client.RST_STREAM, 0, stream, cancel()));
                    }));

            assertThat(rounds * AT_ONCE, lessThanOrEqualTo(300));
        }
    }

    /** The same with the gateway made to reset them (CVE-2025-8671): a window that grows by nothing is an error of its stream. */
    @Test
    void endsAConnectionThatHasItsStreamsReset() throws Exception {
        try (RawHttp2Client client = new RawHttp2Client(endpoint)) {
            int rounds = client.repeatUntilEnded(
                    100,
                    round -> burst(number -> {
                        int stream = stream(round, number);
                        return Stream.of(get(stream), new Frame(RawHttp2Client.WINDOW_UPDATE, 0, stream, new byte[4]));
                    }));

            assertThat(rounds * AT_ONCE, lessThanOrEqualTo(300));
        }
    }

    @Test
    void endsAConnectionOfPings() throws Exception {
        try (RawHttp2Client client = new RawHttp2Client(endpoint)) {
            int rounds = client.repeatUntilEnded(
                    2_000, round -> burst(number -> Stream.of(new Frame(RawHttp2Client.PING, 0, 0, new byte[8]))));

            assertThat(rounds, lessThanOrEqualTo(MOST_ROUNDS));
        }
    }

    @Test
    void endsAConnectionOfSettings() throws Exception {
        byte[] window = {0, 4, 0, 0, (byte) 0xFF, (byte) 0xFF};
        try (RawHttp2Client client = new RawHttp2Client(endpoint)) {
            int rounds = client.repeatUntilEnded(
                    2_000, round -> burst(number -> Stream.of(new Frame(RawHttp2Client.SETTINGS, 0, 0, window))));

            assertThat(rounds, lessThanOrEqualTo(MOST_ROUNDS));
        }
    }

    @Test
    void endsAConnectionOfPriorities() throws Exception {
        byte[] priority = {0, 0, 0, 0, 16};
        try (RawHttp2Client client = new RawHttp2Client(endpoint)) {
            int rounds = client.repeatUntilEnded(
                    2_000,
                    round -> burst(number ->
                            Stream.of(new Frame(RawHttp2Client.PRIORITY, 0, stream(round, number), priority))));

            assertThat(rounds, lessThanOrEqualTo(MOST_ROUNDS));
        }
    }

    @Test
    void endsAConnectionOfFramesThatNobodyKnows() throws Exception {
        try (RawHttp2Client client = new RawHttp2Client(endpoint)) {
            int rounds = client.repeatUntilEnded(
                    2_000, round -> burst(number -> Stream.of(new Frame(0x77, 0, 0, new byte[] {1}))));

            assertThat(rounds, lessThanOrEqualTo(MOST_ROUNDS));
        }
    }

    @Test
    void leavesAConnectionThatAsksNowAndThenWhetherItIsAlive() throws Exception {
        try (RawHttp2Client client = new RawHttp2Client(endpoint)) {
            int rounds = client.repeatUntilEnded(500, round -> new Frame[0]);

            assertEquals(501, rounds);
        }
    }

    @Test
    void endsAConnectionWhoseHeadersGoOnInSmallFrames() throws Exception {
        try (RawHttp2Client client = new RawHttp2Client(endpoint)) {
            client.send(new Frame(RawHttp2Client.HEADERS, 0, 1, RawHttp2Client.head("GET", NAMES)));

            assertEnds(client, RawHttp2Client.header("x", "v".repeat(100)));
        }
    }

    @Test
    void endsAConnectionWhoseHeadersGoOnInLargeFrames() throws Exception {
        byte[] headers = ("\0\1xd" + "v".repeat(100)).repeat(150).getBytes(US_ASCII);
        try (RawHttp2Client client = new RawHttp2Client(endpoint)) {
            client.send(new Frame(RawHttp2Client.HEADERS, 0, 1, RawHttp2Client.head("GET", NAMES)));

            assertEnds(client, headers);
        }
    }

    /** Sends 64 frames that go on with the headers, and waits for the end; fails if the connection stays open. */
    private static void assertEnds(RawHttp2Client client, byte[] headers) throws IOException {
        try {
            for (int frames = 0; frames < 64; frames++) {
                client.send(new Frame(RawHttp2Client.CONTINUATION, 0, 1, headers));
            }
            client.read(RawHttp2Client.GOAWAY);
        } catch (SocketException ended) {
            // While it was written to.
        }
    }

    @Test
    void runsAHundredStreamsOfOneConnectionAtTheSameTime() throws Exception {
        graph.trade().answerWith(Answers.silence());
        try (RawHttp2Client client = new RawHttp2Client(endpoint)) {
            for (int number = 0; number < 150; number++) {
                client.send(get(2 * number + 1));
            }

            for (int refused = 100; refused < 150; refused++) {
                Frame reset = client.read(RawHttp2Client.RST_STREAM);
                assertNotNull(reset, "the connection stays");
                assertEquals(2 * refused + 1, reset.stream());
                assertEquals(REFUSED_STREAM, reset.code());
            }
        }
    }

    private static Frame[] burst(IntFunction<Stream<Frame>> frames) {
        return IntStream.range(0, AT_ONCE)
                .mapToObj(frames)
                .flatMap(each -> each)
                .toArray(Frame[]::new);
    }

    private static int stream(int round, int number) {
        return 2 * ((round - 1) * AT_ONCE + number) + 1;
    }

    private static Frame get(int stream) {
        return new Frame(
                RawHttp2Client.HEADERS,
                RawHttp2Client.END_HEADERS | RawHttp2Client.END_STREAM,
                stream,
                RawHttp2Client.head("GET", NAMES));
    }

    private static byte[] cancel() {
        return new byte[] {0, 0, 0, 8};
    }
}
