package io.lancang.gateway.operation;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.engine.GraphQLRequest;
import io.lancang.gateway.TestConfig;
import io.lancang.gateway.limits.Deadline;
import io.lancang.gateway.server.OptionalFeatures;
import io.lancang.gateway.server.TestGraph;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.MultiMap;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is logged of operations that take long; the gateway of the profile takes every operation for one. */
@QuarkusTest
@WithTestResource(TestGraph.class)
@TestProfile(OptionalFeatures.class)
class SlowOperationsTest {
    /** One that was begun: the trace of a request that nobody traces consists of zeros. */
    private static final Pattern TRACE = Pattern.compile(", trace (?!0{32})[0-9a-f]{32}\\b");

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    // Held, since the logging library keeps loggers weakly.
    private final Logger logger = Logger.getLogger("io.lancang.gateway.slow");
    private final Collected collected = new Collected();

    @BeforeEach
    void listen() {
        logger.addHandler(collected);
    }

    @AfterEach
    void leave() {
        logger.removeHandler(collected);
    }

    @Test
    void logsNameTraceAndPlanOfASlowOperation() {
        given().contentType("application/json")
                .body("{\"query\":\"query Slow { partners { name } }\",\"operationName\":\"Slow\"}")
                .post("/graphql")
                .then()
                .statusCode(200);

        // Logged when the answer has been given, and so perhaps after it was read.
        await().until(() -> collected.messages.stream()
                .anyMatch(message -> message.contains("name Slow,")
                        && TRACE.matcher(message).find()
                        && message.contains("trade")
                        && message.contains("partners")));
    }

    @Test
    void logsNothingThatIsFastAndSoManyInAMinute() {
        AtomicLong clock = new AtomicLong();
        SlowOperations slow = new SlowOperations(
                TestConfig.with(Map.of("slow-operations.threshold", "1s", "slow-operations.max-per-minute", "2"))
                        .slowOperations(),
                clock::get);

        clock.set(SECOND - 1);
        note(slow, "fast");
        clock.set(SECOND);
        List.of("a", "b", "c", "d").forEach(name -> note(slow, name));
        clock.set(70 * SECOND);
        note(slow, "e");

        assertEquals(3, collected.messages.size(), collected.messages.toString());
        String last = collected.messages.getLast();
        assertTrue(last.contains("name e,"), last);
        assertTrue(last.contains("; 2 others were not logged"), last);
    }

    private static void note(SlowOperations slow, String name) {
        slow.note(
                0,
                () -> "the plan",
                new GraphQLRequest("{ a }", name, Map.of()),
                new ClientRequest(MultiMap.caseInsensitiveMultiMap(), Deadline.in(Duration.ofSeconds(10), () -> 0)));
    }

    private static final class Collected extends Handler {
        private final List<String> messages = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord logged) {
            messages.add(logged.getMessage());
        }

        @Override
        public void flush() {
            // Nothing waits.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
