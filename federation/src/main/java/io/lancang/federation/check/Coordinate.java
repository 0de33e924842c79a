package io.lancang.federation.check;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A place in a schema, written as the specification of GraphQL writes it: {@code Type}, {@code Type.field}, {@code
 * Type.field(argument:)}, {@code @directive}, {@code @directive(argument:)}.
 *
 * @param type a type, or a directive with its {@code @}
 * @param field a field, input field or enum value of the type, or null
 * @param argument an argument of the field or of the directive, or null
 */
public record Coordinate(
        String type, @Nullable String field, @Nullable String argument) implements Comparable<Coordinate> {
    private static final Comparator<Coordinate> AS_WRITTEN = Comparator.comparing(Coordinate::toString);

    static Coordinate of(String type) {
        return new Coordinate(type, null, null);
    }

    static Coordinate of(String type, String field) {
        return new Coordinate(type, field, null);
    }

    Coordinate at(String ofArgument) {
        return new Coordinate(type, field, ofArgument);
    }

    /** Without its argument. */
    Coordinate owner() {
        return new Coordinate(type, field, null);
    }

    @Override
    public int compareTo(Coordinate other) {
        return AS_WRITTEN.compare(this, other);
    }

    @Override
    public String toString() {
        return type + (field == null ? "" : "." + field) + (argument == null ? "" : "(" + argument + ":)");
    }
}
