package io.lancang.federation.compose.validate;

import graphql.language.Value;
import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.problem.Place;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.AppliedDirectives;
import io.lancang.federation.compose.schema.DirectiveDeclaration;
import io.lancang.federation.compose.schema.DirectiveDeclaration.Repetition;
import io.lancang.federation.compose.schema.Element;
import io.lancang.federation.compose.schema.EnumValueElement;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.InputElement;
import io.lancang.federation.compose.schema.InputType;
import io.lancang.federation.compose.schema.Literals;
import io.lancang.federation.compose.schema.SchemaElement;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.schema.TypeReferences;
import io.lancang.federation.compose.schema.WithArguments;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A directive is defined, stands where and as often as its definition allows, and gets the arguments that it takes. */
final class DirectivesFitTheirDefinitions implements SubgraphRule {

    private static final Set<String> TEXTS = Set.of("Scope", "Policy");
    private static final Map<String, DirectiveDeclaration> BUILT_IN = Map.of(
            "deprecated",
            DirectiveDeclaration.of(
                    "deprecated",
                    "on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE",
                    List.of("reason: String")),
            "specifiedBy",
            DirectiveDeclaration.of("specifiedBy", "on SCALAR", List.of("url: String!")),
            "oneOf",
            DirectiveDeclaration.of("oneOf", "on INPUT_OBJECT", List.of()));

    @Override
    public void check(SubgraphModel subgraph, Problems problems) {
        Check check = new Check(subgraph, new Literals(subgraph::type), problems);
        check.all(
                subgraph.schema().name(),
                "SCHEMA",
                subgraph.schema().directives().applied());
        for (TypeElement type : subgraph.types().values()) {
            AppliedDirectives.elements(type).forEach(element -> {
                String coordinate = element instanceof TypeElement ? type.name() : type.name() + "." + element.name();
                check.all(
                        coordinate,
                        location(type, element),
                        element.directives().applied());
            });
        }
    }

    private static String location(TypeElement type, Element element) {
        return switch (element) {
            case TypeElement each -> each.kind().name();
            case SchemaElement ignored -> "SCHEMA";
            case WithArguments ignored -> "FIELD_DEFINITION";
            case InputElement ignored when type instanceof InputType -> "INPUT_FIELD_DEFINITION";
            case InputElement ignored -> "ARGUMENT_DEFINITION";
            case EnumValueElement ignored -> "ENUM_VALUE";
        };
    }

    private record Check(SubgraphModel subgraph, Literals literals, Problems problems) {

        void all(String coordinate, String location, List<AppliedDirective> applied) {
            Set<String> seen = new HashSet<>();
            for (AppliedDirective directive : applied) {
                Optional<DirectiveDeclaration> definition = definition(directive.name());
                if (definition.isPresent()) {
                    one(coordinate, location, directive, definition.get(), !seen.add(directive.name()));
                } else {
                    undefined(coordinate, directive);
                }
            }
        }

        private void one(
                String coordinate,
                String location,
                AppliedDirective directive,
                DirectiveDeclaration definition,
                boolean again) {
            String name = name(directive);
            if (!definition.locations().contains(location)) {
                error(
                        coordinate,
                        directive,
                        name + " does not go with " + location + "; it goes with "
                                + String.join(", ", definition.locations()));
            } else if (again && definition.repetition() == Repetition.ONCE) {
                error(coordinate, directive, name + " is applied to \"" + coordinate + "\" twice; once is enough");
            } else if (again && isShareable(directive) && location.equals("FIELD_DEFINITION")) {
                // Only a type and its extensions can each be shareable, so that the directive is repeatable at all.
                error(
                        CompositionErrorCode.INVALID_SHAREABLE_USAGE,
                        coordinate,
                        directive,
                        name + " is applied to \"" + coordinate + "\" twice; once is enough");
            }
            arguments(coordinate, directive, definition);
        }

        private static boolean isShareable(AppliedDirective directive) {
            return directive.name().equals(FederationDirective.SHAREABLE.modelName());
        }

        private void arguments(String coordinate, AppliedDirective directive, DirectiveDeclaration definition) {
            String name = name(directive);
            directive.arguments().forEach((argument, value) -> {
                InputElement parameter = definition.arguments().get(argument);
                if (parameter == null) {
                    error(coordinate, directive, name + " has no argument \"" + argument + "\"; remove it");
                } else {
                    value(coordinate, directive, parameter, value);
                }
            });
            definition.arguments().values().stream()
                    .filter(parameter ->
                            parameter.required() && !directive.arguments().containsKey(parameter.name()))
                    .forEach(parameter -> error(
                            coordinate, directive, name + " needs its argument \"" + parameter.name() + "\"; add it"));
        }

        private void value(String coordinate, AppliedDirective directive, InputElement parameter, Value<?> value) {
            // What is no field set has a code of its own, see FieldSetsFitTheirTypes.
            boolean fieldSet = TypeReferences.namedType(parameter.type()).equals("FieldSet");
            if (!fieldSet && !fits(directive, parameter, value)) {
                error(
                        coordinate,
                        directive,
                        "the argument \"" + parameter.name() + "\" of " + name(directive) + " takes a value of type \""
                                + TypeReferences.print(parameter.type()) + "\", and "
                                + AppliedDirective.print(value) + " is none");
            }
        }

        /** A scalar accepts every literal; federation's own ones are strings, and any other would protect nothing. */
        private boolean fits(AppliedDirective directive, InputElement parameter, Value<?> value) {
            boolean text = FederationDirective.byModelName(directive.name()).isPresent()
                    && TEXTS.contains(TypeReferences.namedType(parameter.type()));
            return literals.fit(
                    value, text ? TypeReferences.rename(parameter.type(), ignored -> "String") : parameter.type());
        }

        private void undefined(String coordinate, AppliedDirective directive) {
            if (subgraph.links().isOfConnectors(directive.name())) {
                // Its link is refused, which says it once.
                return;
            }
            String help = FederationDirective.bySpecName(directive.name()).isPresent()
                    ? "import it with @link(url: \"https://specs.apollo.dev/federation/v2.9\", import: [\"@"
                            + directive.name() + "\"])"
                    : "define it, or remove it";
            error(coordinate, directive, "the directive @" + directive.name() + " is not defined; " + help);
        }

        private Optional<DirectiveDeclaration> definition(String modelName) {
            return FederationDirective.byModelName(modelName)
                    .map(directive ->
                            directive.declaration(subgraph.links().version().minor()))
                    .or(() -> Optional.ofNullable(BUILT_IN.get(modelName)))
                    .or(() -> Optional.ofNullable(subgraph.directives().get(modelName)));
        }

        private String name(AppliedDirective directive) {
            return FederationDirective.byModelName(directive.name())
                    .map(subgraph::nameOf)
                    .orElse("@" + directive.name());
        }

        private void error(String coordinate, AppliedDirective directive, String message) {
            error(CompositionErrorCode.INVALID_GRAPHQL, coordinate, directive, message);
        }

        private void error(CompositionErrorCode code, String coordinate, AppliedDirective directive, String message) {
            problems.error(code, coordinate, Place.of(subgraph.name(), directive.location()), message);
        }
    }
}
