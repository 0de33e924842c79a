package io.lancang.federation.compose.merge.source;

import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.schema.TypeReferences;
import io.lancang.federation.compose.schema.UnionType;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which types are subtypes of which, as the subgraphs say it together.
 *
 * @param supertypes a type's name to the interfaces that it implements and the unions that it is a member of
 */
public record TypeHierarchy(Map<String, Set<String>> supertypes) {

    public static TypeHierarchy of(List<SubgraphModel> subgraphs) {
        Map<String, Set<String>> supertypes = new HashMap<>();
        for (SubgraphModel subgraph : subgraphs) {
            for (TypeElement type : subgraph.types().values()) {
                switch (type) {
                    case FieldsType fields ->
                        supertypes
                                .computeIfAbsent(type.name(), ignored -> new HashSet<>())
                                .addAll(fields.interfaces());
                    case UnionType union ->
                        union.members()
                                .forEach(member -> supertypes
                                        .computeIfAbsent(member, ignored -> new HashSet<>())
                                        .add(union.name()));
                    default -> {
                        // Enums, inputs and scalars have no supertypes.
                    }
                }
            }
        }
        return new TypeHierarchy(supertypes);
    }

    /** Whether a value of {@code narrow} can stand where {@code wide} is promised; a type is its own subtype. */
    public boolean isSubtype(Type<?> narrow, Type<?> wide) {
        if (wide instanceof NonNullType nonNullWide) {
            return narrow instanceof NonNullType nonNull && isSubtype(nonNull.getType(), nonNullWide.getType());
        }
        Type<?> inner = TypeReferences.nullable(narrow);
        return switch (wide) {
            case ListType list ->
                inner instanceof ListType narrowList && isSubtype(narrowList.getType(), list.getType());
            case TypeName name ->
                inner instanceof TypeName narrowName && isSubtype(narrowName.getName(), name.getName());
            default -> false;
        };
    }

    private boolean isSubtype(String narrow, String wide) {
        return narrow.equals(wide) || supertypes.getOrDefault(narrow, Set.of()).contains(wide);
    }
}
