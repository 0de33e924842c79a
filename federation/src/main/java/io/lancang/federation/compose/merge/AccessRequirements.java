package io.lancang.federation.compose.merge;

import graphql.language.ArrayValue;
import graphql.language.StringValue;
import graphql.language.Value;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.Directives;
import io.lancang.federation.compose.schema.FederationDirective;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Merges {@code @requiresScopes} and {@code @policy}. Each is an "or" of "and"s. What several subgraphs demand has to
 * hold together, so that no subgraph can weaken what another one protects: the merged directive is their conjunction,
 * written as an "or" of "and"s again.
 */
final class AccessRequirements {

    private AccessRequirements() {}

    static List<AppliedDirective> merge(FederationDirective directive, List<Directives> sources) {
        String argument = directive == FederationDirective.POLICY ? "policies" : "scopes";
        List<Set<Set<String>>> demands = sources.stream()
                .flatMap(each -> each.all(directive))
                .map(each -> alternatives(each.arguments().get(argument)))
                .toList();
        if (demands.isEmpty()) {
            return List.of();
        }
        Set<Set<String>> conjunction =
                demands.stream().reduce(AccessRequirements::and).orElseThrow();
        return List.of(AppliedDirective.named(directive.modelName())
                .value(argument, value(conjunction))
                .build());
    }

    private static Set<Set<String>> and(Set<Set<String>> left, Set<Set<String>> right) {
        if (left.equals(right)) {
            return left;
        }
        Set<Set<String>> both = new LinkedHashSet<>();
        for (Set<String> one : left) {
            for (Set<String> other : right) {
                Set<String> together = new TreeSet<>(one);
                together.addAll(other);
                both.add(together);
            }
        }
        // Whoever fulfils an alternative fulfils every one that asks for less, so that the longer one says nothing.
        return both.stream()
                .filter(alternative ->
                        both.stream().noneMatch(other -> !other.equals(alternative) && alternative.containsAll(other)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<Set<String>> alternatives(@Nullable Value<?> value) {
        Set<Set<String>> alternatives = new LinkedHashSet<>();
        for (Value<?> alternative : items(value)) {
            Set<String> needed = new TreeSet<>();
            for (Value<?> name : items(alternative)) {
                if (name instanceof StringValue string) {
                    needed.add(string.getValue());
                }
            }
            alternatives.add(needed);
        }
        return alternatives;
    }

    private static List<Value<?>> items(@Nullable Value<?> value) {
        List<Value<?>> items = new ArrayList<>();
        if (value instanceof ArrayValue array) {
            array.getValues().forEach(items::add);
        } else if (value != null) {
            items.add(value);
        }
        return items;
    }

    private static ArrayValue value(Set<Set<String>> alternatives) {
        ArrayValue.Builder result = ArrayValue.newArrayValue();
        for (Set<String> alternative : alternatives) {
            ArrayValue.Builder inner = ArrayValue.newArrayValue();
            alternative.forEach(name -> inner.value(StringValue.of(name)));
            result.value(inner.build());
        }
        return result.build();
    }
}
