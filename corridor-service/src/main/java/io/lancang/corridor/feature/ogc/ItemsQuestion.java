package io.lancang.corridor.feature.ogc;

import io.lancang.corridor.ground.choice.Conditions;
import io.lancang.kit.connection.CursorScope;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.text.Brief;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which features of a collection are wanted.
 *
 * @param box as the client wrote it; null for everywhere
 * @param time as the client wrote it; null for ever
 * @param limit how many at most
 * @param after the id of the feature before the page; null for the first page
 */
record ItemsQuestion(
        FeatureCollection collection,
        @Nullable String box,
        @Nullable String time,
        int limit,
        @Nullable String after) {
    /** How many features a page has unless the client says how many. */
    static final int USUAL = 100;
    /** More than that are not given at once, as the standard lets a server decide. */
    static final int MOST = 1_000;

    static final String LIMIT = "limit";
    static final String CURSOR = "cursor";
    private static final Set<String> KNOWN = Set.of(BoundingBox.PARAMETER, Interval.PARAMETER, LIMIT, CURSOR);

    /**
     * Reads a question.
     *
     * @throws ServiceException BAD_USER_INPUT if a parameter is unknown, given twice, or says what it cannot
     */
    static ItemsQuestion of(FeatureCollection collection, MultiMap parameters) {
        refuseOthers(parameters, KNOWN);
        String box = parameters.get(BoundingBox.PARAMETER);
        String time = parameters.get(Interval.PARAMETER);
        String cursor = parameters.get(CURSOR);
        if (box != null) {
            BoundingBox.parse(box);
        }
        if (time != null) {
            Interval.parse(time);
        }
        String after = cursor == null ? null : after(scope(collection, box, time), cursor);
        return new ItemsQuestion(collection, box, time, limit(parameters.get(LIMIT)), after);
    }

    /**
     * Refuses parameters that nobody knows, as the standard asks: a client must not take an answer for one to a question that it did
     * not ask.
     */
    static void refuseOthers(MultiMap parameters, Set<String> known) {
        for (String name : parameters.names()) {
            if (!known.contains(name)) {
                throw ServiceException.badInput(
                        "There is no parameter `" + Brief.value(name) + "` here.",
                        known.isEmpty()
                                ? "This address takes no parameters."
                                : "There are "
                                        + new TreeSet<>(known)
                                                .stream()
                                                        .map(one -> "`" + one + "`")
                                                        .collect(Collectors.joining(", "))
                                        + ".");
            }
            if (parameters.getAll(name).size() > 1) {
                throw ServiceException.badInput("`" + name + "` is given twice.", "Give it once.");
            }
        }
    }

    private static String after(CursorScope scope, String cursor) {
        try {
            return scope.decode(cursor).getFirst();
        } catch (ServiceException refused) {
            throw ServiceException.badInput(
                    Brief.message(String.valueOf(refused.getMessage())),
                    "Follow the link to the next page as it is, or leave `cursor` out to start anew.");
        }
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return USUAL;
        }
        if (!text.matches("0*[1-9]\\d{0,8}")) {
            throw ServiceException.badInput(
                    "`limit` is '" + Brief.value(text) + "'.",
                    "It has to be a number from 1 on; a page has " + MOST + " features at most.");
        }
        return Math.min(Integer.parseInt(text), MOST);
    }

    private static CursorScope scope(FeatureCollection collection, @Nullable String box, @Nullable String time) {
        return new CursorScope("ogc " + collection.id(), String.valueOf(box), String.valueOf(time));
    }

    /** The parameters of this question. */
    String own() {
        return after == null ? parameters() : behind(after);
    }

    /** The parameters of the same question from the feature behind {@code last} on. */
    String behind(String last) {
        return parameters() + "&" + CURSOR + "=" + scope(collection, box, time).encode(List.of(last));
    }

    private String parameters() {
        StringJoiner parameters = new StringJoiner("&");
        parameters.add(LIMIT + "=" + limit);
        if (box != null) {
            parameters.add(BoundingBox.PARAMETER + "=" + Addresses.encoded(box));
        }
        if (time != null) {
            parameters.add(Interval.PARAMETER + "=" + Addresses.encoded(time));
        }
        return parameters.toString();
    }

    /** What was asked for, as conditions on the rows of the collection. */
    Conditions conditions() {
        Conditions conditions = new Conditions();
        if (box != null) {
            conditions.add(BoundingBox.parse(box).parts().stream()
                    .map(part -> collection.touches(sql(part, conditions)))
                    .collect(Collectors.joining(" or ", "(", ")")));
        }
        if (time != null) {
            // Whatever has begun goes on, so that where the interval begins holds nothing back.
            Interval interval = Interval.parse(time);
            collection.begun().ifPresent(condition -> conditions.addIfAsked(condition, interval.last()));
        }
        return conditions;
    }

    private static String sql(BoundingBox box, Conditions conditions) {
        return "box(point(" + conditions.parameter(box.west()) + "::float8, " + conditions.parameter(box.south())
                + "::float8), point(" + conditions.parameter(box.east()) + "::float8, "
                + conditions.parameter(box.north()) + "::float8))";
    }
}
