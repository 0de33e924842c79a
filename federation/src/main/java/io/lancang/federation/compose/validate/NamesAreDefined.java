package io.lancang.federation.compose.validate;

import graphql.language.Type;
import graphql.schema.idl.ScalarInfo;
import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.problem.Place;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.Element;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.schema.InputType;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.schema.TypeReferences;
import io.lancang.federation.compose.schema.UnionType;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Every type that is referred to is defined, and of a kind that can stand there. */
final class NamesAreDefined implements SubgraphRule {

    @Override
    public void check(SubgraphModel subgraph, Problems problems) {
        for (TypeElement type : subgraph.types().values()) {
            checkReferences(subgraph, type, problems);
            switch (type) {
                case FieldsType fields -> checkNames(subgraph, type, fields.interfaces(), problems);
                case UnionType union -> checkNames(subgraph, type, union.members(), problems);
                default -> {
                    // Nothing else names types but in references, which are checked above.
                }
            }
        }
    }

    private static void checkReferences(SubgraphModel subgraph, TypeElement type, Problems problems) {
        switch (type) {
            case FieldsType fields ->
                fields.fields().values().forEach(field -> checkReferences(subgraph, fields, field, problems));
            case InputType input ->
                input.fields()
                        .values()
                        .forEach(field -> checkReference(
                                subgraph, field, field.type(), type.name() + "." + field.name(), problems));
            default -> {
                // Nothing else has parts of a type.
            }
        }
    }

    private static void checkReferences(
            SubgraphModel subgraph, FieldsType type, FieldElement field, Problems problems) {
        String coordinate = Fields.coordinate(type, field);
        checkReference(subgraph, field, field.type(), coordinate, problems);
        field.arguments()
                .values()
                .forEach(argument -> checkReference(
                        subgraph, argument, argument.type(), coordinate + "(" + argument.name() + ":)", problems));
    }

    private static void checkReference(
            SubgraphModel subgraph, Element element, Type<?> type, String coordinate, Problems problems) {
        String name = TypeReferences.namedType(type);
        if (!isDefined(subgraph, name)) {
            unknownType(subgraph, name, coordinate, subgraph.place(element), problems);
        } else {
            checkKind(subgraph, element, subgraph.type(name), coordinate, problems);
        }
    }

    private static void checkKind(
            SubgraphModel subgraph,
            Element element,
            @Nullable TypeElement referred,
            String coordinate,
            Problems problems) {
        boolean wrong = element instanceof FieldElement
                ? referred instanceof InputType
                : referred instanceof FieldsType || referred instanceof UnionType;
        if (referred != null && wrong) {
            problems.error(
                    CompositionErrorCode.INVALID_GRAPHQL,
                    coordinate,
                    subgraph.place(element),
                    "\"" + coordinate + "\" is of type \"" + referred.name() + "\", "
                            + (element instanceof FieldElement
                                    ? "an input, which no field can return; return an object"
                                    : "which no client can write; take an input object, enum or scalar"));
        }
    }

    private static void checkNames(
            SubgraphModel subgraph, TypeElement type, Collection<String> names, Problems problems) {
        names.stream()
                .filter(name -> !isDefined(subgraph, name))
                .forEach(name -> unknownType(subgraph, name, type.name(), subgraph.place(type), problems));
    }

    private static boolean isDefined(SubgraphModel subgraph, String typeName) {
        return ScalarInfo.isGraphqlSpecifiedScalar(typeName) || subgraph.type(typeName) != null;
    }

    private static void unknownType(
            SubgraphModel subgraph, String name, String coordinate, Place place, Problems problems) {
        problems.error(
                CompositionErrorCode.INVALID_GRAPHQL,
                coordinate,
                place,
                "\"" + coordinate + "\" refers to the type \"" + name + "\", which \"" + subgraph.name()
                        + "\" does not define; define it, or correct the name");
    }
}
