package io.lancang.corridor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.fixture.LoopWatch;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/** Small questions that want enormous answers. */
@QuarkusTest
class HeavyRequestTest extends RunningService {
    private static final Duration LONGEST_ON_LOOP = Duration.ofMillis(50);
    /** Some ten thousand values: what may be asked. */
    private static final String LARGE =
            "{ corridors(first: 500) { nodes { partners { corridors { id partners { code } } } } } }";
    /** Millions of values. */
    private static final String ENORMOUS =
            "{ corridors(first: 500) { nodes { partners { corridors { partners { corridors"
                    + " { partners { corridors { partners { code } } } } } } } } } }";

    @Inject
    Vertx vertx;

    @Test
    void refusesToFetchTooManyFieldsOnTheirOwn() {
        JsonPath error = Graph.error("{ corridors(first: 500) { nodes { locations { corridors { segments {"
                + " findings { kind } sources { id } statusHistory { to } from { id } to { id } } } } } } }");
        assertEquals("LIMIT_EXCEEDED", error.getString("extensions.code"));
        assertEquals("The request fetches more than 8000 fields on their own.", error.getString("message"));
        assertTrue(error.getString("extensions.hint").contains("`lancang.requests.fetches`"));
    }

    /** 50 corridors with 1,500 names each, of which none is fetched on its own. */
    @Test
    void refusesAnAnswerOfTooManyValues() {
        String names = IntStream.range(0, 1_500)
                .mapToObj(alias -> "n" + alias + ": id")
                .collect(Collectors.joining(" "));
        JsonPath error = Graph.error("{ corridors(first: 500) { nodes { " + names + " } } }");
        assertEquals("LIMIT_EXCEEDED", error.getString("extensions.code"));
        assertEquals("The answer has more than 50000 values.", error.getString("message"));
        assertTrue(error.getString("extensions.hint").contains("`lancang.requests.values`"));
    }

    /** What waits for a batch when the request is refused never has a value; the extension counted each such field for ever. */
    @Test
    void keepsNothingOfARefusedRequest() {
        String courses = "{ corridors(first: 500) { nodes { locations { geometry corridors { geometry segments {"
                + " geometry findings { detail } } } } } } }";
        Graph.error(courses);
        long before = queued();

        Graph.error(courses);

        assertTrue(queued() - before < 100, () -> before + " objects in queues became " + queued());
    }

    /** How many objects wait in blocking queues of this process, after a garbage collection. */
    private static long queued() {
        try {
            String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
            return histogram
                    .lines()
                    .filter(line -> line.contains("java.util.concurrent.LinkedBlockingQueue$Node "))
                    .mapToLong(line -> Long.parseLong(line.strip().split("\\s+", -1)[1]))
                    .sum();
        } catch (JMException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Test
    void answersOthersAfterRefusals() {
        for (int time = 0; time < 5; time++) {
            Graph.error(ENORMOUS);
        }
        assertEquals(
                "China–Laos Railway",
                Graph.data("{ corridor(id: \"clr\") { name } }").getString("corridor.name"));
    }

    @Test
    void assemblesNothingOnEventLoops() {
        // What is done once, such as loading classes, is no matter of the request.
        Graph.data(LARGE);
        // What is assembled there takes long each time; what else a busy machine makes a loop do, does not.
        List<Duration> longest =
                IntStream.range(0, 3).mapToObj(time -> longestOnLoop()).toList();
        assertTrue(
                longest.stream().anyMatch(each -> each.compareTo(LONGEST_ON_LOOP) < 0),
                () -> "an event loop worked at a stretch, each time, for " + longest);
    }

    private Duration longestOnLoop() {
        try (LoopWatch watch = LoopWatch.over(vertx)) {
            List<?> nodes = Graph.data(LARGE).getList("corridors.nodes");
            Graph.error(ENORMOUS);
            assertEquals(50, nodes.size());
            return watch.longest();
        }
    }

    @Test
    void refusesFragmentsThatSpreadToTooManyFields() {
        String fragments = IntStream.range(0, 12)
                .mapToObj(level -> "fragment f%d on Corridor { ...f%d ...f%d }".formatted(level, level + 1, level + 1))
                .collect(Collectors.joining(" "));
        JsonPath error =
                Graph.error("{ corridor(id: \"clr\") { ...f0 } } " + fragments + " fragment f12 on Corridor { id }");
        assertEquals("LIMIT_EXCEEDED", error.getString("extensions.code"));
        assertEquals(
                "The request selects 4097 fields, counting fragments wherever they are spread; 2000 are allowed.",
                error.getString("message"));
    }

    @Test
    void refusesVariablesWithTooManyValues() {
        JsonPath error = Graph.ask(
                        "query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }",
                        Map.of(
                                "representations",
                                Collections.nCopies(17_000, Map.of("__typename", "Partner", "code", "LAO"))))
                .setRootPath("errors[0]");
        assertEquals("LIMIT_EXCEEDED", error.getString("extensions.code"));
        assertEquals("The variables of the request hold 51002 values; 50000 are allowed.", error.getString("message"));
    }
}
