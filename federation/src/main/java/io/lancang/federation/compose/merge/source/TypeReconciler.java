package io.lancang.federation.compose.merge.source;

import graphql.language.Type;
import io.lancang.federation.compose.schema.Element;
import io.lancang.federation.compose.schema.TypeReferences;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the type that subgraphs which disagree can all live with.
 *
 * @param hierarchy which types are subtypes of which
 */
public record TypeReconciler(TypeHierarchy hierarchy) {

    /** The widest of the types, which promises no more than each subgraph gives; empty where none is the widest. */
    public Optional<Type<?>> forOutput(List<Type<?>> types) {
        return chosen(types, (candidate, other) -> hierarchy.isSubtype(other, candidate));
    }

    /** The narrowest of the types, which admits no more than each subgraph takes; empty where none is the narrowest. */
    public Optional<Type<?>> forInput(List<Type<?>> types) {
        return chosen(types, hierarchy::isSubtype);
    }

    /** Whether all references are the same. */
    public static boolean same(List<Type<?>> types) {
        return types.stream().map(TypeReferences::print).distinct().count() <= 1;
    }

    /** Types by subgraph for a message, such as {@code "Int" in "a", "String" in "b"}. */
    public static <E extends Element> String describe(List<Source<E>> sources, Function<E, Type<?>> type) {
        return sources.stream()
                .map(source -> "\"" + TypeReferences.print(type.apply(source.element())) + "\" in \""
                        + source.subgraph().name() + "\"")
                .collect(Collectors.joining(", "));
    }

    private static Optional<Type<?>> chosen(List<Type<?>> types, BiPredicate<Type<?>, Type<?>> suits) {
        for (Type<?> candidate : types) {
            if (types.stream().allMatch(other -> suits.test(candidate, other))) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
