package io.lancang.gateway.demand;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.cost.CostEstimate;
import io.lancang.federation.cost.CostListener;
import io.lancang.federation.cost.CostOptions;
import io.lancang.federation.cost.Estimates;
import io.lancang.federation.cost.SubgraphBounds;
import io.lancang.gateway.TestConfig;
import io.lancang.gateway.config.DemandConfig;
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

/** The packaged bounds let through what the guides show, with room to spare, on the packaged supergraph. */
class PackagedCostsTest {
    private static final Path HOME = Path.of("..");
    private static final List<String> GUIDES = List.of(
            "README.md",
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

    @SuppressWarnings("NullAway.Init") // set once before all tests
    private static Estimates packaged;

    @BeforeAll
    static void readSupergraph() throws IOException {
        packaged = Estimates.of(Files.readString(HOME.resolve("standalone/supergraph.graphql")))
                .with(new CostOptions(
                        CostOptions.Mode.ENFORCE,
                        CONFIG.maxCost(),
                        CONFIG.listSize(),
                        SubgraphBounds.NONE,
                        Map.of(),
                        false,
                        CostListener.NONE));
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
}
