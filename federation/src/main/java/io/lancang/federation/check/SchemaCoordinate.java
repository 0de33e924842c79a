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
public record SchemaCoordinate(
        String type, @Nullable String field, @Nullable String argument) implements Comparable<SchemaCoordinate> {
    private static final Comparator<SchemaCoordinate> AS_WRITTEN = Comparator.comparing(SchemaCoordinate::toString);

    static SchemaCoordinate of(String type) {
        return new SchemaCoordinate(type, null, null);
    }

    static SchemaCoordinate of(String type, String field) {
        return new SchemaCoordinate(type, field, null);
    }

    SchemaCoordinate at(String ofArgument) {
        return new SchemaCoordinate(type, field, ofArgument);
    }

    /** Without its argument. */
    SchemaCoordinate owner() {
        return new SchemaCoordinate(type, field, null);
    }

    @Override
    public int compareTo(SchemaCoordinate other) {
        return AS_WRITTEN.compare(this, other);
    }

    @Override
    public String toString() {
        return type + (field == null ? "" : "." + field) + (argument == null ? "" : "(" + argument + ":)");
    }
}
