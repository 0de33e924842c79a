package io.lancang.federation.execute.run;

import io.lancang.federation.SubgraphResponse;
import io.lancang.federation.execute.answer.AnswerExtensions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Subgraphs that gave old answers, because no new ones could be had. Not thread-safe; belongs to one request. */
final class StaleAnswers {
    private static final String CODE = "STALE";

    private final Map<String, Duration> ages = new TreeMap<>();

    /** Takes note of an answer. */
    void note(String subgraph, SubgraphResponse answer) {
        Duration age = answer.staleAge();
        if (age != null) {
            ages.merge(subgraph, age, (one, other) -> one.compareTo(other) > 0 ? one : other);
        }
    }

    /** What an answer says of itself, and what there is to warn of. */
    @Nullable
    AnswerExtensions over(@Nullable AnswerExtensions others) {
        return ages.isEmpty() ? others : new Warned(others);
    }

    private final class Warned implements AnswerExtensions {
        private final @Nullable AnswerExtensions others;

        Warned(@Nullable AnswerExtensions others) {
            this.others = others;
        }

        @Override
        public void note(List<?> path, byte[] json, int from, int to) {
            if (others != null) {
                others.note(path, json, from, to);
            }
        }

        @Override
        public Map<String, @Nullable Object> entries() {
            return addTo(others == null ? Map.of() : others.entries());
        }
    }

    /** The same extensions, with {@code warnings} if there is something to warn of: one of each subgraph, with its oldest answer. */
    Map<String, @Nullable Object> addTo(Map<String, @Nullable Object> extensions) {
        if (ages.isEmpty()) {
            return extensions;
        }
        List<Map<String, Object>> warnings = new ArrayList<>();
        ages.forEach((subgraph, age) -> {
            Map<String, Object> warning = new LinkedHashMap<>();
            warning.put("code", CODE);
            warning.put(
                    "message",
                    "Subgraph \"" + subgraph + "\" could not be asked; what it said " + age.toSeconds()
                            + " s ago is shown instead.");
            warning.put("subgraph", subgraph);
            warning.put("age", age.toSeconds());
            warnings.add(warning);
        });
        Map<String, @Nullable Object> all = new LinkedHashMap<>(extensions);
        all.put("warnings", warnings);
        return all;
    }
}
