package io.lancang.federation.compose.validate;

import graphql.language.Type;
import io.lancang.federation.compose.problem.ErrorCode;
import io.lancang.federation.compose.problem.Place;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.AppliedDirectives;
import io.lancang.federation.compose.schema.Element;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.schema.InputElement;
import io.lancang.federation.compose.schema.InputType;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.schema.TypeReferences;
import io.lancang.federation.compose.schema.UnionType;
import io.lancang.federation.compose.subgraph.Subgraph;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every type that is referred to is defined, and of a kind that can stand there. */
final class NamesAreDefined implements SubgraphRule {

    private static final Set<String> BUILT_IN_TYPES = Set.of("Int", "Float", "String", "Boolean", "ID");

    @Override
    public void check(Subgraph subgraph, Problems problems) {
        for (TypeElement type : subgraph.types().values()) {
            AppliedDirectives.elements(type).forEach(element -> checkReference(subgraph, type, element, problems));
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
            String coordinate = type.name() + "." + element.name();
            if (!isDefined(subgraph, name)) {
                unknownType(subgraph, name, coordinate, subgraph.place(element), problems);
            } else {
                checkKind(subgraph, element, subgraph.type(name), coordinate, problems);
            }
        }
    }

    private static void checkKind(
            Subgraph subgraph, Element element, @Nullable TypeElement referred, String coordinate, Problems problems) {
        boolean wrong = element instanceof FieldElement
                ? referred instanceof InputType
                : referred instanceof FieldsType || referred instanceof UnionType;
        if (referred != null && wrong) {
            problems.error(
                    ErrorCode.INVALID_GRAPHQL,
                    coordinate,
                    subgraph.place(element),
                    "\"" + coordinate + "\" is of type \"" + referred.name() + "\", "
                            + (element instanceof FieldElement
                                    ? "an input, which no field can return; return an object"
                                    : "which no client can write; take an input object, enum or scalar"));
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
}
