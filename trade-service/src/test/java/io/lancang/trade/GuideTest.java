package io.lancang.trade;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the guide to the data shows is answered, and has answers. */
@QuarkusTest
class GuideTest extends TradeServiceTest {
    private static final Pattern QUERY = Pattern.compile("```graphql\\n(.*?)```", Pattern.DOTALL);

    static List<String> shown() throws IOException {
        return QUERY.matcher(Files.readString(Path.of("DATA.md")))
                .results()
                .map(MatchResult::group)
                .map(block -> block.substring("```graphql\n".length(), block.length() - "```".length()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("shown")
    void isAnswered(String query) {
        JsonPath answer = Graph.data(query);

        assertFalse(answer.getMap("data").containsValue(null), answer::prettify);
    }

    /** All of a partner at once has figures of every kind that ships. */
    @Test
    void tellsAllOfAPartner() throws IOException {
        JsonPath partner = Graph.data(shown().getFirst()).setRootPath("data.partner");

        for (String part : List.of(
                "memberships",
                "trade.latest",
                "trade.change.cagr",
                "mirror.figures",
                "exportSimilarity.index",
                "indicators")) {
            Object found = partner.get(part);
            assertTrue(
                    found != null && !List.of().equals(found),
                    part + " of " + shown().stream().collect(Collectors.joining()));
        }
    }
}
