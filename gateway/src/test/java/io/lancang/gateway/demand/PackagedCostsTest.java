package io.lancang.gateway.demand;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.CostEstimate;
import io.lancang.federation.CostListener;
import io.lancang.federation.CostOptions;
import io.lancang.federation.GraphQLResponse;
import io.lancang.federation.SubgraphBounds;
import io.lancang.federation.cost.Estimates;
import io.lancang.federation.engine.EngineOptions;
import io.lancang.federation.engine.FederationEngine;
import io.lancang.federation.engine.GraphQLRequest;
import io.lancang.federation.supergraph.Supergraph;
import io.lancang.gateway.TestConfig;
import io.lancang.gateway.config.limits.DemandConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged bounds let through what the guides show, with room to spare, and refuse fan-outs, on the packaged graph. */
class PackagedCostsTest {
    private static final Path HOME = Path.of("..");
    private static final List<String> GUIDES = List.of(
            "README.md",
            "docs/guides/six-questions.md",
            "docs/guides/first-steps.md",
            "docs/guides/analyst.md",
            "docs/guides/planner.md",
            "docs/guides/web-client.md",
            "docs/guides/partner-system.md",
            "corridor-service/README.md",
            "corridor-service/DATA.md",
            "trade-service/DATA.md",
            "trade-service/EXPORT.md",
            "k8s/README.md");
    private static final List<Pattern> IN_GUIDES = List.of(
            Pattern.compile("```graphql\\n(?<query>.*?)```", Pattern.DOTALL),
            Pattern.compile("`(?<query>(?:query |subscription )?[^`{\\n]*\\{ [^`]*\\})`", Pattern.DOTALL),
            Pattern.compile("\"query\": \"(?<query>(?:[^\"\\\\]|\\\\.)*)\""));
    private static final List<String> QUESTIONS = List.of("QuestionsIT", "AnalystQuestionsIT");
    private static final Pattern IN_TESTS =
            Pattern.compile("SET\\.ask\\(\"\"\"\\n(?<query>.*?)\"\"\"\\)", Pattern.DOTALL);

    /** How many times what the guides show may cost. */
    private static final int ROOM = 3;

    private static final DemandConfig CONFIG = TestConfig.with(Map.of()).demand();

    private static final CostOptions COST = new CostOptions(
            CostOptions.Mode.ENFORCE,
            CONFIG.maxCost(),
            CONFIG.listSize(),
            SubgraphBounds.NONE,
            Map.of(),
            false,
            CostListener.NONE);

    @SuppressWarnings("NullAway.Init") // set once before all tests
    private static String supergraph;

    @SuppressWarnings("NullAway.Init") // set once before all tests
    private static Estimates packaged;

    @BeforeAll
    static void readSupergraph() throws IOException {
        supergraph = Files.readString(HOME.resolve("standalone/supergraph.graphql"));
        packaged = Estimates.of(supergraph).with(COST);
    }

    static List<String> shown() throws IOException {
        List<String> queries = new ArrayList<>();
        for (String guide : GUIDES) {
            String text = Files.readString(HOME.resolve(guide));
            IN_GUIDES.forEach(pattern -> pattern.matcher(text)
                    .results()
                    .map(match -> match.group("query").replace("\\\"", "\""))
                    .forEach(queries::add));
        }
        for (String test : QUESTIONS) {
            Matcher questions = IN_TESTS.matcher(
                    Files.readString(HOME.resolve("standalone/src/test/java/io/lancang/standalone/" + test + ".java")));
            questions.results().map(match -> match.group("query")).forEach(queries::add);
        }
        return queries;
    }

    @Test
    void findsWhatIsShown() throws IOException {
        assertTrue(shown().size() > 50, () -> "only a few queries were found");
    }

    @ParameterizedTest
    @MethodSource("shown")
    void leavesRoomForWhatIsShown(String query) {
        CostEstimate estimate = packaged.estimate(query, Map.of("code", "LAO"));

        assertTrue(
                estimate.total() * ROOM <= CONFIG.maxCost(),
                () -> estimate + " leaves less than " + ROOM + " times the room below " + CONFIG.maxCost());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ partners(first: 500) { nodes { code corridors { partners { corridors { partners { code } } } } } } }",
                "{ corridors(first: 500) { nodes { partners { corridors { locations { corridors { id } } } } } } }",
            })
    void refusesListsInListsInLists(String query) {
        long total = packaged.total(query);

        assertTrue(total > CONFIG.maxCost(), () -> query + " costs only " + total);
    }

    @Test
    void letsThroughSeriesWithContributionsForAPageOfPartners() {
        // The page; 50 partners of 1 with a series of 10, each with 30 points of 1 that 15 members contribute to.
        assertEquals(1 + 50 * (1 + 10 + 30 * (1 + 15)), packaged.total("""
                { partners(first: 50) { nodes { code trade { points {
                  period { year } total { amount } contributions { code share total { amount } } } } } } }
                """));
        assertTrue(1 + 50 * (1 + 10 + 30 * (1 + 15)) <= CONFIG.maxCost());
    }

    @Test
    void letsThroughTheConnectivityOfABlocAndOfItsMembers() {
        // How a group is connected costs 20, where it would be cut 50 with 5 places and 5 segments, counts 10.
        int ofBloc = 20 + 10 + (50 + 5 + 5) + 15 * (1 + 20);
        int ofMembers = 15 * (1 + 1 + 20 + 10 + (50 + 5 + 5));

        assertEquals(1 + ofBloc + ofMembers, packaged.total("""
                { bloc(code: "ASEAN") {
                    connectivity {
                      corridors { kind count } resilience { locations { id } segments { id } } partners { corridors { id } } }
                    members { partner { connectivity {
                      corridors { kind count } resilience { locations { id } segments { id } } } } } } }
                """));
        assertTrue(1 + ofBloc + ofMembers <= CONFIG.maxCost());
    }

    @Test
    void letsThroughManyAlternativesWithTheirShapes() {
        // The search; 10 routes of 20 legs, each with a segment and its shape, which counts 2.
        assertEquals(100 + 10 * (1 + 20 * (1 + 1 + 2)), packaged.total("""
                { routes(from: "kunming", to: "singapore", alternatives: 10) { routes { legs { segment { name geometry } } } } }
                """));
    }

    @Test
    void saysWhatAFanOutCostsAndWhere() {
        FederationEngine<String> engine = new FederationEngine<>(
                Supergraph.parse(supergraph),
                request -> {
                    throw new AssertionError(request.subgraph() + " was asked");
                },
                EngineOptions.DEFAULT.withCost(COST));
        GraphQLResponse answer = engine.execute(
                        new GraphQLRequest(
                                "{partners(first:500){nodes{code corridors{partners{corridors{partners{code}}}}}}}",
                                null,
                                Map.of()),
                        "context")
                .toCompletableFuture()
                .join();

        // 500 partners, 20 corridors of each, 4 partners of those, and so on, and the page itself.
        long partners = 500;
        long corridors = partners * 20;
        long theirPartners = corridors * 4;
        long theirCorridors = theirPartners * 20;
        long last = theirCorridors * 4;
        long estimated = 1 + partners + corridors + theirPartners + theirCorridors + last;
        String path = "partners.nodes.corridors.partners";
        assertEquals(
                "{\"errors\":[{\"message\":\"The operation is estimated to cost " + estimated
                        + ", and one operation may cost 50000. Its dearest fields: " + path
                        + ".corridors.partners (79 %), " + path + ".corridors (20 %), " + path + " (1 %).\","
                        + "\"extensions\":{\"code\":\"LIMIT_EXCEEDED\",\"hint\":\"Ask for fewer items (first: and similar"
                        + " arguments), for fewer lists in lists, or in several operations.\","
                        + "\"cost\":{\"estimated\":" + estimated + ",\"limit\":50000,\"dearest\":["
                        + "{\"path\":\"" + path + ".corridors.partners\",\"cost\":" + last + ",\"percent\":79},"
                        + "{\"path\":\"" + path + ".corridors\",\"cost\":" + theirCorridors + ",\"percent\":20},"
                        + "{\"path\":\"" + path + "\",\"cost\":" + theirPartners + ",\"percent\":1}]}}}]}",
                new String(answer.body(), 0, answer.length(), UTF_8));
    }
}
