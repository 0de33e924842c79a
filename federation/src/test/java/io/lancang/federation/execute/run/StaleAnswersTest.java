package io.lancang.federation.execute.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.lancang.federation.SubgraphResponse;
import io.lancang.federation.execute.answer.AnswerExtensions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StaleAnswersTest {
    private final StaleAnswers stale = new StaleAnswers();

    @Test
    void warnOfTheOldestAnswerOfEachSubgraphInTheOrderOfTheirNames() {
        note("trade", 30);
        note("trade", 90);
        note("corridor", 20);
        note("corridor", 10);

        assertEquals(Map.of("cost", 7, "warnings", List.of(warning("corridor", 20), warning("trade", 90))), entries());
    }

    @Test
    void sayNothingWhereNoneIsOld() {
        stale.note("trade", new SubgraphResponse(new byte[0]));

        assertNull(stale.over(null));
        assertEquals(Map.of("cost", 7), stale.addTo(Map.of("cost", 7)));
    }

    /** What counts an answer counts it beside a warning too. */
    @Test
    void handTheAnswerOnToWhatElseTellsOfIt() {
        note("trade", 1);
        List<String> noted = new ArrayList<>();
        AnswerExtensions counting = new AnswerExtensions() {
            @Override
            public void note(List<?> path, byte[] json, int from, int to) {
                noted.add(path + " " + json.length + " " + from + " " + to);
            }

            @Override
            public Map<String, @Nullable Object> entries() {
                return Map.of();
            }
        };

        Objects.requireNonNull(stale.over(counting)).note(List.of("a", 1), new byte[9], 2, 5);

        assertEquals(List.of("[a, 1] 9 2 5"), noted);
    }

    private void note(String subgraph, int seconds) {
        stale.note(subgraph, new SubgraphResponse(new byte[0], Duration.ofSeconds(seconds)));
    }

    private Map<String, @Nullable Object> entries() {
        return stale.addTo(Map.of("cost", 7));
    }

    private static Map<String, Object> warning(String subgraph, long age) {
        return Map.of(
                "code",
                "STALE",
                "message",
                "Subgraph \"" + subgraph + "\" could not be asked; what it said " + age + " s ago is shown instead.",
                "subgraph",
                subgraph,
                "age",
                age);
    }
}
