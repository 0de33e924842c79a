package io.lancang.federation.differential.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The schema of a subgraph, or of the whole.
 *
 * @param federationOne whether a federation 1 library would publish it
 * @param types by name; built-in scalars are not listed
 */
public record Schema(String name, boolean federationOne, Map<String, Type> types) {
    private static final String LINK =
            "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.9\", import: [\"@key\", \"@requires\","
                    + " \"@provides\", \"@external\", \"@shareable\", \"@override\", \"@interfaceObject\","
                    + " \"@inaccessible\", \"@context\", \"@fromContext\"])\n\n";

    public Schema {
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
    }

    public static Schema empty(String name) {
        return new Schema(name, false, Map.of());
    }

    /** With a type added, or one of that name replaced. */
    public Schema with(Type type) {
        Map<String, Type> more = new LinkedHashMap<>(types);
        more.put(type.name(), type);
        return new Schema(name, federationOne, more);
    }

    public Schema without(String type) {
        Map<String, Type> fewer = new LinkedHashMap<>(types);
        fewer.remove(type);
        return new Schema(name, federationOne, fewer);
    }

    public @Nullable Type find(String type) {
        return types.get(type);
    }

    /** The type of that name, which is there. */
    public Type type(String type) {
        return Objects.requireNonNull(types.get(type), () -> name + " has no type " + type);
    }

    public boolean knows(String type) {
        return types.containsKey(type);
    }

    /** The field as the schema declares it, if it does. */
    public @Nullable Field field(String type, String field) {
        Type found = types.get(type);
        return found == null ? null : found.field(field);
    }

    /** Names of the objects that a value of a type may be: those that implement or are members of it, or itself. */
    public Set<String> objects(String type) {
        Type found = type(type);
        return switch (found.kind()) {
            case UNION -> new TreeSet<>(found.members());
            case INTERFACE ->
                types.values().stream()
                        .filter(object -> object.kind() == Kind.OBJECT
                                && object.interfaces().contains(type))
                        .map(Type::name)
                        .collect(Collectors.toCollection(TreeSet::new));
            case OBJECT -> Set.of(type);
            case ENUM, INPUT, SCALAR -> Set.of();
        };
    }

    /** What a subgraph publishes. */
    public String sdl() {
        return (federationOne ? "" : LINK) + definitions();
    }

    /** The types alone. */
    public String definitions() {
        return types.values().stream().map(Type::toString).collect(Collectors.joining("\n\n", "", "\n"));
    }
}
