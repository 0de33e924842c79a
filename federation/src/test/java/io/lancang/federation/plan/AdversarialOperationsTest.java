package io.lancang.federation.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.lancang.federation.OperationLimits;
import io.lancang.federation.PlannerOptions;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.operation.OperationResult;
import io.lancang.federation.operation.Operations;
import io.lancang.federation.plan.query.PlanPrinter;
import io.lancang.federation.plan.query.PlanningException;
import io.lancang.federation.plan.query.QueryPlan;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Operations that are made to hold the planner: each is planned with work in proportion to its size, or refused. Work is
 * measured by what is allocated, which does not depend on how busy the machine is.
 */
class AdversarialOperationsTest {
    private static final int TYPES = 30;

    /** Five subgraphs; every field of a node is in two of them, and every type of the interface has a field elsewhere. */
    private static final Planning WIDE = Planning.on("S0 S1 S2 S3 S4", supergraph());

    private static final PlannerOptions FIRST_PLAN =
            new PlannerOptions(50_000, 0, Duration.ofMinutes(1), Duration.ofMinutes(1));

    static List<Arguments> shapes() {
        return List.of(
                shape("aliased leaves", 500, size -> "{ root { " + times(size, i -> "a" + i + ": f" + i % 200) + "} }"),
                shape(
                        "aliased objects with entities below",
                        300,
                        size -> "{ root { " + times(size, i -> "a" + i + ": next { f" + i % 200 + " }") + "} }"),
                shape(
                        "leaves with a choice at many positions",
                        10,
                        size -> "{ "
                                + times(
                                        size,
                                        i -> "r" + i + ": root { " + times(40, f -> "f" + (f * 7 + i) % 200) + "}")
                                + "}"),
                shape(
                        "fields in fragments",
                        2_000,
                        size -> "fragment F on Node { " + times(size / 10, i -> "f" + i % 200) + "} { root { "
                                + times(10, i -> "...F") + "} }"),
                shape(
                        "types of an interface inside of types of an interface",
                        TYPES / 2,
                        size -> "{ any { " + times(size, i -> "... on T" + i + " { next { ... on T1 { value } } }")
                                + "} }"));
    }

    private static Arguments shape(String name, int size, IntFunction<String> query) {
        return Arguments.of(name, size, query);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void takesWorkInProportionToTheOperation(String name, int size, IntFunction<String> query) {
        plan(query.apply(size));
        long once = work(query.apply(size));
        long twice = work(query.apply(2 * size));
        assertTrue(twice < 3 * once, () -> name + ": " + once + " bytes, for twice the size " + twice);
    }

    @Test
    void plansFiftyLevels() {
        plan("{ root { " + times(48, i -> i % 2 == 0 ? "next {" : "peer {") + " f1 " + "} ".repeat(49) + "}");
    }

    @Test
    void givesUpTheSearchForACheaperPlanWhenTimeIsUp() {
        int leaves = 200;
        AtomicLong clock = new AtomicLong();
        PlannerOptions options = new PlannerOptions(50_000, 1_000_000, Duration.ofNanos(50), Duration.ofMinutes(1));
        Operation operation = WIDE.operation("{ root { " + times(leaves, i -> "f" + i) + "} }");

        QueryPlan plan = WIDE.planner(options, clock::incrementAndGet).plan(operation);

        WIDE.check(operation, plan, Set.of());
        // One look at the clock for sixteen steps: those of the search, and those that carry the best plan out again.
        // With fewer than
        // fifty looks, the search would have ended before its time was up.
        assertTrue(clock.get() >= 50 && clock.get() <= 52 + 2 * leaves / 16, () -> clock + " looks at the clock");
    }

    @Test
    void refusesFragmentsThatStandForTooManyFieldsWithoutExpandingThem() {
        String query = times(60, i -> "fragment F" + i + " on Node { ...F" + (i + 1) + " ...F" + (i + 1) + " }")
                + "fragment F60 on Node { f1 } { root { ...F0 } }";
        OperationResult result = new Operations(WIDE.apiSchema(), OperationLimits.DEFAULT, 0).find(query, null);
        OperationResult.Refused refused = (OperationResult.Refused) result;
        assertEquals(
                ErrorCode.LIMIT_EXCEEDED.name(), refused.errors().getFirst().code());
    }

    @Test
    void refusesConditionsWhoseCombinationsAreTooMany() {
        String variables = times(40, i -> "$v" + i + ": Boolean!");
        String selections = times(
                40,
                i -> "... @include(if: $v" + i + ") { "
                        + times(20, j -> "... @skip(if: $v" + j + ") { f3 next { f5 } }") + "}");
        PlanningException refused = assertThrows(
                PlanningException.class,
                () -> WIDE.planner(FIRST_PLAN, System::nanoTime)
                        .plan(WIDE.operation("query (" + variables + ") { root { " + selections + "} }")));
        assertEquals("LIMIT_EXCEEDED", refused.error().code());
    }

    private static long work(String query) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Operation operation = WIDE.operation(query);
        long before = threads.getCurrentThreadAllocatedBytes();
        QueryPlan plan = WIDE.planner(FIRST_PLAN, System::nanoTime).plan(operation);
        assertFalse(PlanPrinter.explain(plan).isEmpty());
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    /** The checked plan: work that was saved by leaving something out is none. */
    private static void plan(String query) {
        Operation operation = WIDE.operation(query);
        WIDE.check(operation, WIDE.planner(FIRST_PLAN, System::nanoTime).plan(operation), Set.of());
    }

    private static String times(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(" ")) + " ";
    }

    private static String supergraph() {
        String everywhere = times(5, i -> "@join__type(graph: S" + i + ")");
        String entity = times(5, i -> "@join__type(graph: S" + i + ", key: \"id\")");
        return "type Query " + everywhere
                + "{ root: Node @join__field(graph: S0) any: Any @join__field(graph: S0) }\n"
                + "interface Any @join__type(graph: S0) { id: ID! value: Int next: Any }\n"
                + "type Node " + entity
                + "{ id: ID! next: Node @join__field(graph: S0) peer: Node @join__field(graph: S1) "
                + times(
                        200,
                        i -> "f" + i + ": Int @join__field(graph: S" + i % 5 + ") @join__field(graph: S"
                                + (i + 1 + i / 5 % 4) % 5 + ")")
                + "}\n"
                + times(
                        TYPES,
                        i -> "type T" + i + " implements Any " + entity
                                + "@join__implements(graph: S0, interface: \"Any\") { id: ID! "
                                + "value: Int @join__field(graph: S0, external: true) @join__field(graph: S"
                                + (1 + i % 4) + ") "
                                + "next: Any @join__field(graph: S0) }\n");
    }
}
