package io.lancang.k8s.admission;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cel.runtime.CelEvaluationException;
import io.lancang.k8s.manifest.Manifest;
import io.lancang.k8s.policy.Checks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * An expression that holds at every place of a path.
 *
 * @param kinds names of kinds, of which some stand for several
 * @param without a kind that is not meant all the same, or nothing
 * @param path to the places
 * @param problem what is wrong where it does not hold
 */
record Rule(List<String> kinds, String without, String path, String problem, Expressions.Condition condition) {
    private static final String ANY = "Any";
    private static final String WORKLOAD = "Workload";
    private static final ObjectReader VALUES = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build()
            .readerFor(Object.class);

    void check(Manifest manifest, Checks checks) {
        if (isFor(manifest)) {
            Stream.of(path.split(" "))
                    .flatMap(each -> Place.in(manifest.tree(), each))
                    .forEach(place -> check(place, checks));
        }
    }

    private boolean isFor(Manifest manifest) {
        return !manifest.kind().equals(without)
                && kinds.stream().anyMatch(kind -> switch (kind) {
                    case ANY -> true;
                    case WORKLOAD -> manifest.pods().isPresent();
                    default -> kind.equals(manifest.kind());
                });
    }

    private void check(Place place, Checks checks) {
        try {
            checks.require(condition.holds(value(place.value())), place.pointer() + ": " + problem);
        } catch (CelEvaluationException failure) {
            checks.require(
                    false, place.pointer() + ": " + problem + ", or has not what tells: " + failure.getMessage());
        }
    }

    private static Object value(JsonNode node) {
        try {
            return VALUES.readValue(node);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public String toString() {
        return String.join(" ", kinds) + " " + path + ": " + problem;
    }
}
