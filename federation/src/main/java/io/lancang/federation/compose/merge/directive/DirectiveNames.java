package io.lancang.federation.compose.merge.directive;

import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.problem.Place;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.AppliedDirectives;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names, without {@code @}, that federation's directives have in the supergraph: those that subgraphs imported them
 * under, provided that all of them agree, so that who reads the supergraph finds what who wrote a subgraph searches.
 */
public final class DirectiveNames {
    private final Map<FederationDirective, String> names = new EnumMap<>(FederationDirective.class);
    private final Problems problems;

    private DirectiveNames(Problems problems) {
        this.problems = problems;
    }

    /** The names of the directives that any subgraph applies. */
    public static Map<FederationDirective, String> of(List<SubgraphModel> subgraphs, Problems problems) {
        DirectiveNames names = new DirectiveNames(problems);
        FederationDirective.CARRIED.forEach(directive -> names.add(directive, subgraphs));
        return names.names;
    }

    private void add(FederationDirective directive, List<SubgraphModel> subgraphs) {
        List<SubgraphModel> users = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        for (SubgraphModel subgraph : subgraphs) {
            firstUse(subgraph, directive).ifPresent(use -> {
                users.add(subgraph);
                places.add(Place.of(subgraph.name(), use.location()));
            });
        }
        List<String> used = users.stream()
                .map(subgraph -> subgraph.nameOf(directive))
                .distinct()
                .toList();
        if (used.size() > 1) {
            problems.error(
                    CompositionErrorCode.LINK_IMPORT_NAME_MISMATCH,
                    "@" + directive.specName(),
                    places,
                    "@" + directive.specName() + " has different names: "
                            + users.stream()
                                    .map(subgraph -> subgraph.nameOf(directive) + " in \"" + subgraph.name() + "\"")
                                    .collect(Collectors.joining(", "))
                            + "; import it under one name in every subgraph that uses it");
        }
        used.stream().findFirst().ifPresent(name -> names.put(directive, name.substring(1)));
    }

    private static Optional<AppliedDirective> firstUse(SubgraphModel subgraph, FederationDirective directive) {
        Stream<AppliedDirective> onArguments = subgraph.directives().values().stream()
                .flatMap(declaration -> declaration.arguments().values().stream())
                .flatMap(argument -> argument.directives().applied().stream());
        return Stream.of(
                        subgraph.schema().directives().applied().stream(),
                        AppliedDirectives.of(subgraph.types().values()),
                        onArguments)
                .flatMap(each -> each)
                .filter(each -> each.name().equals(directive.modelName()))
                .findFirst();
    }
}
