package io.lancang.federation.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.PlannerOptions;
import io.lancang.federation.budget.TimeBudget;
import io.lancang.federation.plan.query.PlanPrinter;
import io.lancang.federation.plan.query.PlanningException;
import io.lancang.federation.plan.query.QueryPlan;
import io.lancang.federation.plan.search.SearchBudget;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Planning ends, whatever the query. */
class PlanningBudgetTest {
    /** Each field can come from two of three subgraphs: the cheapest plan takes two, and the first guess is no matter. */
    private static final Planning COVER = Planning.on("A B C D", """
        type Query @join__type(graph: A) @join__type(graph: B) @join__type(graph: C) @join__type(graph: D) {
          flow: Flow @join__field(graph: A)
        }
        type Flow @join__type(graph: A, key: "id") @join__type(graph: B, key: "id")
          @join__type(graph: C, key: "id") @join__type(graph: D, key: "id") {
          id: ID!
          u: Int @join__field(graph: B) @join__field(graph: C)
          x: Int @join__field(graph: C) @join__field(graph: D)
          w: Int @join__field(graph: B) @join__field(graph: C) @join__field(graph: D)
        }
        """);

    private static final String QUERY = "{ flow { u w x } }";

    @Test
    void findsTheOneSubgraphThatHasEverything() {
        assertEquals(2, COVER.plan(QUERY, Set.of()).fetches().size(), () -> COVER.explain(QUERY));
    }

    @Test
    void takesTheFirstPlanWithoutAnyChoiceLeft() {
        QueryPlan plan = plan(options(100, 0), new AtomicLong());
        assertEquals(3, plan.fetches().size(), () -> PlanPrinter.explain(plan));
    }

    /** The second field begins at B alone, which has the first as well: were A asked for the first, that would be one request more. */
    @Test
    void placesFirstWhatBeginsAtOneSubgraphAloneWithoutAnyChoiceLeft() {
        Planning wharves = Planning.on("A B C", """
            type Query @join__type(graph: A) @join__type(graph: B) @join__type(graph: C) {
              tide: Tide @join__field(graph: A) @join__field(graph: B)
              wharf: Wharf @join__field(graph: B)
            }
            type Tide @join__type(graph: A) @join__type(graph: B) { height: Int }
            type Wharf @join__type(graph: B, key: "id") @join__type(graph: C, key: "id") { id: ID! name: String }
            """);

        QueryPlan plan = wharves.planner(options(100, 0), new AtomicLong()::get)
                .plan(wharves.operation("{ tide { height } wharf { name } }"));

        assertEquals(1, plan.fetches().size(), () -> PlanPrinter.explain(plan));
    }

    @Test
    void triesNoFurtherChoiceWhenTimeIsUp() {
        AtomicLong clock = new AtomicLong();
        SearchBudget budget = new SearchBudget(
                1_000_000, Duration.ofNanos(20), Duration.ofSeconds(1), clock::incrementAndGet, TimeBudget.unlimited());
        while (budget.step()) {
            assertTrue(budget.steps() < 1_000, "the clock ticks once for each look");
        }
        assertTrue(budget.steps() > 100, "the clock ticks once for each look");
        assertFalse(budget.spend());
    }

    @Test
    void callsAPlanProvisionalIfTheClockEndedTheSearch() {
        String large = "{ flow { u w x a: u b: x c: w d: u e: x f: w } }";
        PlannerOptions noTime = new PlannerOptions(100, 1_000, Duration.ZERO, Duration.ofMinutes(1));

        assertTrue(COVER.planner(noTime, new AtomicLong()::incrementAndGet)
                .plan(COVER.operation(large))
                .provisional());
        assertFalse(COVER.planner(options(100, 1), new AtomicLong()::incrementAndGet)
                .plan(COVER.operation(large))
                .provisional());
    }

    /** The operation has four fields, and the requests five, with the key. */
    @Test
    void refusesAnOperationWithTooManyFields() {
        PlanningException selected =
                assertThrows(PlanningException.class, () -> plan(options(3, 10), new AtomicLong()));
        PlanningException asked = assertThrows(PlanningException.class, () -> plan(options(4, 10), new AtomicLong()));

        assertEquals("LIMIT_EXCEEDED", selected.error().code());
        assertTrue(
                selected.error().message().startsWith("The operation has more than 3 fields"),
                selected.error().message());
        assertEquals("LIMIT_EXCEEDED", asked.error().code());
        assertTrue(
                asked.error().message().startsWith("The requests to subgraphs have more than 4 fields"),
                asked.error().message());
        assertEquals(2, plan(options(5, 10), new AtomicLong()).fetches().size());
    }

    @Test
    void refusesAnOperationOfWhichNotEvenTheFirstPlanIsReadyInTime() {
        AtomicLong clock = new AtomicLong();
        PlannerOptions options = new PlannerOptions(50_000, 10, Duration.ofNanos(1), Duration.ofNanos(3));
        String many = IntStream.range(0, 100).mapToObj(i -> "a" + i + ": u ").collect(Collectors.joining());
        PlanningException refused = assertThrows(
                PlanningException.class,
                () -> COVER.planner(options, clock::incrementAndGet).plan(COVER.operation("{ flow { " + many + "} }")));
        assertEquals("LIMIT_EXCEEDED", refused.error().code());
        assertTrue(String.valueOf(refused.getMessage()).contains("to plan"), refused::getMessage);
    }

    private static PlannerOptions options(int maxSlots, int maxChoices) {
        return new PlannerOptions(maxSlots, maxChoices, Duration.ofSeconds(1), Duration.ofMinutes(1));
    }

    private static QueryPlan plan(PlannerOptions options, AtomicLong clock) {
        return COVER.planner(options, clock::get).plan(COVER.operation(QUERY));
    }
}
