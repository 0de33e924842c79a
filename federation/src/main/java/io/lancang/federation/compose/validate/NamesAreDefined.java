package io.lancang.federation.compose.validate;

import graphql.language.Type;
import io.lancang.federation.compose.problem.ErrorCode;
import io.lancang.federation.compose.problem.Place;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.AppliedDirectives;
import io.lancang.federation.compose.schema.Element;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.schema.InputElement;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.schema.TypeReferences;
import io.lancang.federation.compose.schema.UnionType;
import io.lancang.federation.compose.subgraph.Subgraph;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Every type that is referred to and every directive that is applied is defined. */
final class NamesAreDefined implements SubgraphRule {

    private static final Set<String> BUILT_IN_TYPES = Set.of("Int", "Float", "String", "Boolean", "ID");
    private static final Set<String> BUILT_IN_DIRECTIVES = Set.of("deprecated", "specifiedBy", "oneOf");

    @Override
    public void check(Subgraph subgraph, Problems problems) {
        for (TypeElement type : subgraph.types().values()) {
            AppliedDirectives.elements(type).forEach(element -> {
                checkDirectives(subgraph, type, element, problems);
                checkReference(subgraph, type, element, problems);
            });
            switch (type) {
                case FieldsType fields -> checkNames(subgraph, type, fields.interfaces(), problems);
                case UnionType union -> checkNames(subgraph, type, union.members(), problems);
                default -> {
                    // Nothing else names types but in references, which are checked above.
                }
            }
        }
    }

    private static void checkReference(Subgraph subgraph, TypeElement type, Element element, Problems problems) {
        List<Type<?>> reference = switch (element) {
            case FieldElement field -> List.of(field.type());
            case InputElement input -> List.of(input.type());
            default -> List.of();
        };
        for (Type<?> each : reference) {
            String name = TypeReferences.namedType(each);
            if (!isDefined(subgraph, name)) {
                unknownType(subgraph, name, type.name() + "." + element.name(), subgraph.place(element), problems);
            }
        }
    }

    private static void checkNames(Subgraph subgraph, TypeElement type, Collection<String> names, Problems problems) {
        names.stream()
                .filter(name -> !isDefined(subgraph, name))
                .forEach(name -> unknownType(subgraph, name, type.name(), subgraph.place(type), problems));
    }

    private static boolean isDefined(Subgraph subgraph, String typeName) {
        return BUILT_IN_TYPES.contains(typeName) || subgraph.type(typeName) != null;
    }

    private static void unknownType(Subgraph subgraph, String name, String coordinate, Place place, Problems problems) {
        problems.error(
                ErrorCode.INVALID_GRAPHQL,
                coordinate,
                place,
                "\"" + coordinate + "\" refers to the type \"" + name + "\", which \"" + subgraph.name()
                        + "\" does not define; define it, or correct the name");
    }

    private static void checkDirectives(Subgraph subgraph, TypeElement type, Element element, Problems problems) {
        for (AppliedDirective directive : element.directives().applied()) {
            if (!isDefinedDirective(subgraph, directive.name())) {
                String coordinate = element instanceof TypeElement ? type.name() : type.name() + "." + element.name();
                String help = FederationDirective.bySpecName(directive.name()).isPresent()
                        ? "import it with @link(url: \"https://specs.apollo.dev/federation/v2.9\", import: [\"@"
                                + directive.name() + "\"])"
                        : "define it, or remove it";
                problems.error(
                        ErrorCode.INVALID_GRAPHQL,
                        coordinate,
                        Place.of(subgraph.name(), directive.location()),
                        "the directive @" + directive.name() + " is not defined; " + help);
            }
        }
    }

    private static boolean isDefinedDirective(Subgraph subgraph, String name) {
        return BUILT_IN_DIRECTIVES.contains(name)
                || FederationDirective.byModelName(name).isPresent()
                || subgraph.directives().containsKey(name);
    }
}
