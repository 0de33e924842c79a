package io.lancang.federation.compose.merge.rule;

import io.lancang.federation.compose.merge.source.Source;
import io.lancang.federation.compose.merge.type.Merging;
import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.schema.RootOperation;
import io.lancang.federation.compose.subgraph.FieldUses;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/** A field that several subgraphs resolve has to be shareable in each, because a router may ask any of them. */
public final class FieldSharing {

    private final Merging merging;
    private final Map<String, FieldUses> keys = new HashMap<>();
    private final Map<String, FieldUses> provisions = new HashMap<>();
    private final Map<String, List<Resolver>> resolvers = new TreeMap<>();

    /**
     * A subgraph that resolves a field.
     *
     * @param owner the type by which the subgraph knows the field: the field's own, or an interface object in its place
     * @param source the field there
     */
    private record Resolver(FieldsType owner, Source<FieldElement> source) {}

    public FieldSharing(Merging merging) {
        this.merging = merging;
        merging.subgraphs().forEach(subgraph -> {
            keys.put(subgraph.name(), FieldUses.ofKeys(subgraph));
            provisions.put(subgraph.name(), FieldUses.ofProvisions(subgraph));
        });
    }

    public void check() {
        collect(FieldSharing::isOrdinary, (subgraph, type) -> List.of(type.name()));
        collect(
                (subgraph, type) -> subgraph.isInterfaceObject(type.name()),
                (subgraph, type) -> implementations(type.name()));
        resolvers.forEach((coordinate, all) -> {
            if (isOfSubscriptions(coordinate)) {
                checkSubscription(coordinate, all);
            } else if (all.size() > 1) {
                check(coordinate, all);
            }
        });
    }

    private static boolean isOrdinary(SubgraphModel subgraph, FieldsType type) {
        return type.isObject();
    }

    /** Adds the fields of the types that match to the resolvers of the same fields of the types that each stands for. */
    private void collect(
            BiPredicate<SubgraphModel, FieldsType> matches,
            BiFunction<SubgraphModel, FieldsType, List<String>> standsFor) {
        for (SubgraphModel subgraph : merging.subgraphs()) {
            for (FieldsType type : subgraph.fieldsTypes()) {
                if (matches.test(subgraph, type)) {
                    List<String> names = standsFor.apply(subgraph, type);
                    type.fields().values().stream()
                            .filter(field -> resolves(subgraph, type, field))
                            .forEach(field -> names.forEach(name -> resolvers
                                    .computeIfAbsent(name + "." + field.name(), ignored -> new ArrayList<>())
                                    .add(new Resolver(type, new Source<>(subgraph, field)))));
                }
            }
        }
    }

    private List<String> implementations(String interfaceName) {
        return merging.subgraphs().stream()
                .flatMap(subgraph -> subgraph.possibleTypes(interfaceName).stream())
                .filter(name -> !name.equals(interfaceName))
                .distinct()
                .toList();
    }

    private boolean resolves(SubgraphModel subgraph, FieldsType type, FieldElement field) {
        return field.directives().has(FederationDirective.EXTERNAL)
                ? isProvided(subgraph, type, field)
                : merging.overrides()
                        .moveOf(subgraph.name(), type.name(), field.name())
                        .isEmpty();
    }

    private boolean isProvided(SubgraphModel subgraph, FieldsType type, FieldElement field) {
        return Objects.requireNonNull(provisions.get(subgraph.name())).contains(type.name(), field.name());
    }

    private void check(String coordinate, List<Resolver> all) {
        List<Source<FieldElement>> sources = all.stream().map(Resolver::source).toList();
        List<Source<FieldElement>> unshared = all.stream()
                .filter(resolver -> !isShareable(resolver))
                .map(Resolver::source)
                .toList();
        if (!unshared.isEmpty()) {
            error(
                    coordinate,
                    unshared,
                    "\"" + coordinate + "\" is resolved by " + Source.names(sources) + ", but not @shareable in "
                            + Source.names(unshared) + "; mark it there, or make it @external");
        }
    }

    private static boolean isOfSubscriptions(String coordinate) {
        return coordinate.startsWith(RootOperation.SUBSCRIPTION.typeName() + ".");
    }

    /** Events come from one subgraph. */
    private void checkSubscription(String coordinate, List<Resolver> all) {
        List<Source<FieldElement>> sources = all.stream().map(Resolver::source).toList();
        List<Source<FieldElement>> marked = all.stream()
                .filter(FieldSharing::isMarked)
                .map(Resolver::source)
                .toList();
        if (sources.size() > 1) {
            error(
                    coordinate,
                    sources,
                    "\"" + coordinate + "\" is resolved by " + Source.names(sources)
                            + ", but no field of the subscription root can be shared; rename one of them");
        } else if (!marked.isEmpty()) {
            error(
                    coordinate,
                    marked,
                    "\"" + coordinate + "\" is @shareable in " + Source.names(marked)
                            + ", but no field of the subscription root can be shared; remove the directive");
        }
    }

    private void error(String coordinate, List<Source<FieldElement>> sources, String message) {
        merging.problems()
                .error(CompositionErrorCode.INVALID_FIELD_SHARING, coordinate, Source.places(sources), message);
    }

    private static boolean isMarked(Resolver resolver) {
        return resolver.source().element().directives().has(FederationDirective.SHAREABLE)
                || resolver.owner().directives().has(FederationDirective.SHAREABLE);
    }

    /** A subgraph that provides an external field knows that another one resolves it, and so shares it. */
    private boolean isShareable(Resolver resolver) {
        FieldElement field = resolver.source().element();
        return isMarked(resolver)
                || field.directives().has(FederationDirective.EXTERNAL)
                || Objects.requireNonNull(keys.get(resolver.source().subgraph().name()))
                        .contains(resolver.owner().name(), field.name());
    }
}
