package io.lancang.federation.compose.problem;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Why subgraphs do not compose.
 *
 * @param code the stable code
 * @param message what is wrong, with the values, and the way out
 * @param coordinate the schema coordinate, such as {@code Partner.name}; empty where the subgraph as a whole is meant
 * @param places where in which subgraphs; empty for an error of the supergraph as a whole
 */
public record CompositionError(CompositionErrorCode code, String message, String coordinate, List<Place> places) {

    public CompositionError {
        places = List.copyOf(places);
    }

    /** The error on one line: places, code, coordinate and message. */
    @Override
    public String toString() {
        return describe(Place::toString);
    }

    /** The error on one line, with places as the caller writes them. */
    public String describe(Function<Place, String> placeNames) {
        String where = places.stream().map(placeNames).collect(Collectors.joining(", "));
        return (where.isEmpty() ? "" : where + ": ")
                + code
                + (coordinate.isEmpty() ? "" : " at " + coordinate)
                + ": "
                + message;
    }
}
