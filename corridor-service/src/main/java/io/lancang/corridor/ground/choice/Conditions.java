package io.lancang.corridor.ground.choice;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of one statement, joined by AND, with the values that they compare with. What was not asked for is no part of
 * the statement: a condition such as {@code $1 is null or …} would keep an index from being used, and a statement that is planned
 * once for all values could not know which of its conditions hold anything back. Belongs to one thread.
 */
public final class Conditions {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** Adds a condition; from code, never from input. */
    public void add(String condition) {
        conditions.add(condition);
    }

    /**
     * Adds a condition if there is a value to compare with.
     *
     * @param condition with {@code %s} where the value stands; from code, never from input
     */
    public void addIfAsked(String condition, @Nullable Object value) {
        if (value != null) {
            add(condition.formatted(parameter(value)));
        }
    }

    /** Gives the statement a value, and returns the parameter that stands for it, such as {@code $3}. */
    public String parameter(Object value) {
        values.add(value);
        return "$" + values.size();
    }

    /** The SQL condition; true where nothing was asked for. */
    public String sql() {
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    /** How many parameters there are so far. */
    public int size() {
        return values.size();
    }

    /** The values of the parameters, to which further ones may be added. */
    public Tuple parameters() {
        Tuple parameters = Tuple.tuple();
        values.forEach(parameters::addValue);
        return parameters;
    }
}
