package io.lancang.standalone;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A reader of the six questions gets the answers that stand there, and whoever copies a query from any guide gets an answer. */
class ReadmeIT {
    private static final Pattern EXAMPLE =
            Pattern.compile("```graphql\\n(?<query>.*?)```\\s+```json\\n(?<answer>.*?)```", Pattern.DOTALL);
    private static final Pattern BLOCK = Pattern.compile("```graphql\\n(?<query>.*?)```", Pattern.DOTALL);
    /** In running text, and in JavaScript between backticks. */
    private static final Pattern SPAN =
            Pattern.compile("`(?<query>(?:query |subscription )?[^`{\\n]*\\{ [^`]*\\})`", Pattern.DOTALL);
    /** In the body of a request that curl sends. */
    private static final Pattern BODY = Pattern.compile("\"query\": \"(?<query>(?:[^\"\\\\]|\\\\.)*)\"");

    /** What its queries ask for has to be loaded first: {@link CorridorImportIT} does, and asks. */
    private static final Path ABOUT_OWN_DATA = Path.of("corridor-service/IMPORT.md");

    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final RunningSet SET = RunningSet.shared();

    record Example(String query, String answer) {}

    record Documented(Path guide, String query) {}

    static List<Example> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(RunningSet.home().resolve("docs/guides/six-questions.md")))
                .results()
                .map(match -> new Example(match.group("query"), match.group("answer")))
                .toList();
    }

    static List<Documented> documented() throws IOException {
        List<Documented> queries = new ArrayList<>();
        for (Path guide : guides()) {
            String text = Files.readString(RunningSet.home().resolve(guide));
            for (Pattern pattern : List.of(BLOCK, SPAN, BODY)) {
                pattern.matcher(text)
                        .results()
                        .map(match -> match.group("query"))
                        .map(query -> pattern == BODY ? query.replace("\\\"", "\"") : query)
                        .forEach(query -> queries.add(new Documented(guide, query)));
            }
        }
        return queries;
    }

    /** The Markdown that ships, by its path in the repository. */
    private static List<Path> guides() throws IOException {
        Path home = RunningSet.home();
        try (Stream<Path> files = Files.find(
                home, 3, (file, attributes) -> file.getFileName().toString().endsWith(".md"))) {
            return files.map(home::relativize)
                    .filter(guide -> !guide.equals(ABOUT_OWN_DATA))
                    // Its questions go on from each other: PartnerGuideIT runs them.
                    .filter(guide -> !guide.endsWith("zero-to-partner.md"))
                    .filter(guide -> Stream.of("target", "node_modules", ".")
                            .noneMatch(folder -> guide.toString().startsWith(folder)
                                    || guide.toString().contains("/" + folder + "/")))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void showsSixQuestions() throws IOException {
        assertEquals(6, examples().size());
    }

    @Test
    void findsTheQueriesOfEveryGuide() throws IOException {
        Map<Path, Long> found = documented().stream().collect(groupingBy(Documented::guide, counting()));

        assertEquals(
                Map.ofEntries(
                        Map.entry(Path.of("README.md"), 1L),
                        Map.entry(Path.of("docs/guides/six-questions.md"), 6L),
                        Map.entry(Path.of("docs/guides/first-steps.md"), 3L),
                        Map.entry(Path.of("docs/guides/analyst.md"), 6L),
                        Map.entry(Path.of("docs/guides/planner.md"), 4L),
                        Map.entry(Path.of("docs/guides/web-client.md"), 6L),
                        Map.entry(Path.of("docs/guides/partner-system.md"), 3L),
                        Map.entry(Path.of("corridor-service/README.md"), 21L),
                        Map.entry(Path.of("docs/routes.md"), 2L),
                        Map.entry(Path.of("docs/mcp.md"), 1L),
                        Map.entry(Path.of("corridor-service/DATA.md"), 1L),
                        Map.entry(Path.of("trade-service/DATA.md"), 7L),
                        Map.entry(Path.of("trade-service/EXPORT.md"), 1L),
                        Map.entry(Path.of("k8s/README.md"), 1L)),
                found);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void showsTheAnswerThatTheGatewayGives(Example example) throws JsonProcessingException {
        String answer = SET.ask(example.query()).extract().asString();
        assertEquals(JSON.readTree(example.answer()), JSON.readTree(answer));
    }

    @ParameterizedTest
    @MethodSource("documented")
    void holdsOnlyQueriesThatTheGatewayAnswers(Documented documented) throws IOException {
        String query = documented.query();
        if (query.startsWith("subscription")) {
            // Whether it can be planned; what comes of it when something changes, SubscriptionIT waits for.
            SET.explain(query).contentType(ContentType.TEXT).body(containsString("plan"));
            return;
        }
        String answer = SET.ask(query, Map.of("code", "LAO"))
                .body("errors", nullValue())
                .extract()
                .asString();
        JSON.readTree(answer)
                .get("data")
                .properties()
                .forEach(field -> assertTrue(says(field.getValue()), field.getKey() + " is empty: " + answer));
    }

    private static boolean says(JsonNode value) {
        return value.isContainerNode() ? value.valueStream().anyMatch(ReadmeIT::says) : !value.isNull();
    }
}
