package io.lancang.k8s.admission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A value in an object.
 *
 * @param pointer JSON pointer to it
 */
record Place(String pointer, JsonNode value) {
    private static final String ANY = "*";
    private static final String ANY_NUMBER = "**";

    /** What a path with {@code *}, {@code **} and regular expressions for names leads to from the root of an object. */
    static Stream<Place> in(JsonNode root, String path) {
        return new Place("", root)
                .walk(Stream.of(path.split("/")).filter(step -> !step.isEmpty()).toList());
    }

    private Stream<Place> walk(List<String> steps) {
        if (steps.isEmpty()) {
            return Stream.of(this);
        }
        String step = steps.getFirst();
        List<String> rest = steps.subList(1, steps.size());
        return step.equals(ANY_NUMBER)
                ? Stream.concat(walk(rest), below(ANY).flatMap(place -> place.walk(steps)))
                : below(step).flatMap(place -> place.walk(rest));
    }

    private Stream<Place> below(String step) {
        if (value.isArray()) {
            return step.equals(ANY)
                    ? IntStream.range(0, value.size()).mapToObj(i -> new Place(pointer + "/" + i, value.path(i)))
                    : Stream.empty();
        }
        return value.properties().stream()
                .filter(property -> step.equals(ANY) || property.getKey().matches(step))
                .map(property -> new Place(pointer + "/" + property.getKey().replace("/", "~1"), property.getValue()));
    }
}
