package io.lancang.federation.compose.validate;

import io.lancang.federation.compose.problem.ErrorCode;
import io.lancang.federation.compose.problem.Place;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.AppliedDirectives;
import io.lancang.federation.compose.schema.DirectiveDeclaration;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.InputElement;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.subgraph.Subgraph;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A directive gets the arguments that its definition demands, and no others. */
final class DirectivesHaveTheirArguments implements SubgraphRule {

    /** The arguments that a directive takes, and those that it cannot do without. */
    private record Signature(Set<String> known, Set<String> required) {}

    @Override
    public void check(Subgraph subgraph, Problems problems) {
        for (TypeElement type : subgraph.types().values()) {
            AppliedDirectives.elements(type)
                    .flatMap(element -> element.directives().applied().stream())
                    .forEach(directive -> signature(subgraph, directive.name())
                            .ifPresent(signature -> check(subgraph, type, directive, signature, problems)));
        }
    }

    private static void check(
            Subgraph subgraph, TypeElement type, AppliedDirective directive, Signature signature, Problems problems) {
        String name = FederationDirective.byModelName(directive.name())
                .map(subgraph::nameOf)
                .orElse("@" + directive.name());
        Set<String> unknown = new TreeSet<>(directive.arguments().keySet());
        unknown.removeAll(signature.known());
        Set<String> missing = new TreeSet<>(signature.required());
        missing.removeAll(directive.arguments().keySet());
        unknown.forEach(argument ->
                error(subgraph, type, directive, name + " has no argument \"" + argument + "\"; remove it", problems));
        missing.forEach(argument ->
                error(subgraph, type, directive, name + " needs its argument \"" + argument + "\"; add it", problems));
    }

    private static void error(
            Subgraph subgraph, TypeElement type, AppliedDirective directive, String message, Problems problems) {
        Place place = Place.of(subgraph.name(), directive.location());
        problems.error(ErrorCode.INVALID_GRAPHQL, type.name(), place, message);
    }

    private static Optional<Signature> signature(Subgraph subgraph, String modelName) {
        Optional<Signature> known = FederationDirective.byModelName(modelName)
                .map(directive -> new Signature(directive.argumentNames(), directive.requiredArguments()));
        return known.isPresent()
                ? known
                : switch (modelName) {
                    case "deprecated" -> Optional.of(new Signature(Set.of("reason"), Set.of()));
                    case "specifiedBy" -> Optional.of(new Signature(Set.of("url"), Set.of("url")));
                    case "oneOf" -> Optional.of(new Signature(Set.of(), Set.of()));
                    default ->
                        Optional.ofNullable(subgraph.directives().get(modelName))
                                .map(DirectivesHaveTheirArguments::signature);
                };
    }

    private static Signature signature(DirectiveDeclaration declaration) {
        Set<String> required = declaration.arguments().values().stream()
                .filter(InputElement::required)
                .map(InputElement::name)
                .collect(Collectors.toSet());
        return new Signature(declaration.arguments().keySet(), required);
    }
}
