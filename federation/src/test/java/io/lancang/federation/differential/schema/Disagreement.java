package io.lancang.federation.differential.schema;

import java.util.regex.Pattern;

/**
 * Fields of which each subgraph knows other objects, known by their names. No graph in one piece says which subgraph is right;
 * whichever is taken, a field has one value, whatever else is selected.
 */
public final class Disagreement {
    /** What their names begin with. */
    public static final String PREFIX = "stock";

    private static final Pattern MENTION = Pattern.compile("\\b" + PREFIX);

    private Disagreement() {}

    /** Whether a field is one. */
    public static boolean isOn(String field) {
        return field.startsWith(PREFIX);
    }

    /** Whether a query may select one. */
    public static boolean isIn(String query) {
        return MENTION.matcher(query).find();
    }
}
