package io.lancang.federation.supergraph;

import graphql.language.Type;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A type as the supergraph has it, inaccessible ones included.
 *
 * @param fields types of its fields by name; empty for types without fields
 * @param interfaces names of the interfaces that it implements
 * @param possibleTypes names of the object types of which its values can be: itself for an object type, and for an
 *     interface of which no object type is known, as where subgraphs have it as an interface object alone
 */
public record SupergraphType(
        String name, TypeKind kind, Map<String, Type<?>> fields, Set<String> interfaces, Set<String> possibleTypes) {
    public SupergraphType {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        interfaces = Collections.unmodifiableSet(new LinkedHashSet<>(interfaces));
        possibleTypes = Collections.unmodifiableSet(new LinkedHashSet<>(possibleTypes));
    }
}
