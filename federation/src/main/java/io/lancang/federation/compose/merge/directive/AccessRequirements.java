package io.lancang.federation.compose.merge.directive;

import graphql.language.ArrayValue;
import graphql.language.StringValue;
import graphql.language.Value;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.Directives;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.ListItems;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Merges {@code @authenticated}, {@code @requiresScopes} and {@code @policy}. The latter two are each an "or" of "and"s. What
 * several places demand has to hold together, so that no subgraph can weaken what another one protects: the merged directive
 * is their conjunction, written as an "or" of "and"s again.
 */
public final class AccessRequirements {

    private static final List<FederationDirective> WITH_ALTERNATIVES =
            List.of(FederationDirective.REQUIRES_SCOPES, FederationDirective.POLICY);

    private AccessRequirements() {}

    /** The directives that demand what all the sources demand together. */
    public static List<AppliedDirective> merge(List<Directives> sources) {
        List<AppliedDirective> merged = new ArrayList<>();
        if (sources.stream().anyMatch(each -> each.has(FederationDirective.AUTHENTICATED))) {
            merged.add(AppliedDirective.named(FederationDirective.AUTHENTICATED.modelName())
                    .build());
        }
        for (FederationDirective directive : WITH_ALTERNATIVES) {
            if (sources.stream().anyMatch(each -> each.has(directive))) {
                merged.add(AppliedDirective.named(directive.modelName())
                        .value(argument(directive), value(demanded(directive, sources)))
                        .build());
            }
        }
        return merged;
    }

    /** Whether a directive is one of these. */
    public static boolean isOne(AppliedDirective directive) {
        return directive.name().equals(FederationDirective.AUTHENTICATED.modelName())
                || WITH_ALTERNATIVES.stream().anyMatch(each -> directive.name().equals(each.modelName()));
    }

    /** Whether who fulfils the one fulfils the other as well. */
    public static boolean imply(List<Directives> given, Directives demanded) {
        boolean authenticated = !demanded.has(FederationDirective.AUTHENTICATED)
                || given.stream().anyMatch(each -> each.has(FederationDirective.AUTHENTICATED));
        return authenticated
                && WITH_ALTERNATIVES.stream()
                        .allMatch(
                                directive -> imply(demanded(directive, given), demanded(directive, List.of(demanded))));
    }

    private static boolean imply(Set<Set<String>> given, Set<Set<String>> demanded) {
        return demanded.isEmpty()
                || (!given.isEmpty()
                        && given.stream()
                                .allMatch(alternative -> demanded.stream().anyMatch(alternative::containsAll)));
    }

    /** The alternatives that all sources leave; none where nothing is demanded, which an empty list of them says too. */
    private static Set<Set<String>> demanded(FederationDirective directive, List<Directives> sources) {
        return sources.stream()
                .flatMap(each -> each.all(directive))
                .map(each -> alternatives(each.arguments().get(argument(directive))))
                .filter(alternatives -> !alternatives.isEmpty())
                .reduce(AccessRequirements::and)
                .orElse(Set.of());
    }

    private static String argument(FederationDirective directive) {
        return directive == FederationDirective.POLICY ? "policies" : "scopes";
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
        for (Value<?> alternative : ListItems.of(value)) {
            Set<String> needed = new TreeSet<>();
            for (Value<?> name : ListItems.of(alternative)) {
                if (name instanceof StringValue string) {
                    needed.add(string.getValue());
                }
            }
            alternatives.add(needed);
        }
        return alternatives;
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
