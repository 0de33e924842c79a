package io.lancang.federation.supergraph;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a supergraph's {@code @cost} and {@code @listSize} say, whatever the directives are called in it.
 *
 * @param types weights of types; an interface or union has the largest weight of its object types
 * @param fields by type and name; a field of an interface that says nothing has what its implementations say
 * @param inputFields weights of fields of input objects, by type and name
 */
public record DeclaredCosts(
        Map<String, Integer> types,
        Map<String, Map<String, DeclaredField>> fields,
        Map<String, Map<String, Integer>> inputFields) {
    public DeclaredCosts {
        types = Map.copyOf(types);
        fields = Map.copyOf(fields);
        inputFields = Map.copyOf(inputFields);
    }

    /** The weight that a type was given; null if none was. */
    public @Nullable Integer type(String name) {
        return types.get(name);
    }

    /** What is said of a field, which may be nothing. */
    public DeclaredField field(String type, String name) {
        return fields.getOrDefault(type, Map.of()).getOrDefault(name, DeclaredField.NOTHING);
    }

    /** The weight that a field of an input object was given; null if none was. */
    public @Nullable Integer inputField(String type, String name) {
        return inputFields.getOrDefault(type, Map.of()).get(name);
    }
}
