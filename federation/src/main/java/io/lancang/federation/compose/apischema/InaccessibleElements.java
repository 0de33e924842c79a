package io.lancang.federation.compose.apischema;

import graphql.language.Type;
import io.lancang.federation.compose.merge.MergedSchema;
import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.problem.Place;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.DirectiveDeclaration;
import io.lancang.federation.compose.schema.EnumType;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.schema.InputElement;
import io.lancang.federation.compose.schema.InputType;
import io.lancang.federation.compose.schema.RootOperation;
import io.lancang.federation.compose.schema.ScalarType;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.schema.TypeReferences;
import io.lancang.federation.compose.schema.UnionType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is hidden may not be needed by what is visible.
 *
 * @param schema the merged schema
 * @param problems where to complain
 */
record InaccessibleElements(MergedSchema schema, Problems problems) {

    void check() {
        for (TypeElement type : schema.types().values()) {
            if (AccessibleTypes.isAccessible(type)) {
                checkMembers(type);
            } else if (type.name().equals(RootOperation.QUERY.typeName())) {
                error(
                        CompositionErrorCode.QUERY_ROOT_TYPE_INACCESSIBLE,
                        type,
                        type.name(),
                        "the query root is @inaccessible, so that clients could ask nothing; remove it");
            }
        }
        schema.directives().values().stream()
                .filter(DirectiveDeclaration::isExecutable)
                .forEach(this::checkDirective);
    }

    private void checkDirective(DirectiveDeclaration directive) {
        List<Place> places = schema.subgraphs().stream()
                .flatMap(subgraph -> Stream.ofNullable(subgraph.directives().get(directive.name()))
                        .map(subgraph::place))
                .toList();
        for (InputElement argument : directive.arguments().values()) {
            if (AccessibleTypes.isAccessible(argument)) {
                checkReference(places, "@" + directive.name() + "(" + argument.name() + ":)", argument.type());
            }
        }
    }

    private void checkMembers(TypeElement type) {
        boolean anyVisible = switch (type) {
            case FieldsType fields -> {
                fields.fields().values().forEach(field -> checkField(fields, field));
                yield !AccessibleTypes.accessible(fields.fields()).isEmpty();
            }
            case InputType input -> {
                input.fields().values().forEach(field -> checkInput(type, type.name() + ".", "", field));
                yield !AccessibleTypes.accessible(input.fields()).isEmpty();
            }
            case EnumType symbols ->
                !AccessibleTypes.accessible(symbols.values()).isEmpty();
            case UnionType union -> union.members().stream().anyMatch(this::isVisibleType);
            case ScalarType ignored -> true;
        };
        if (!anyVisible) {
            error(
                    CompositionErrorCode.ONLY_INACCESSIBLE_CHILDREN,
                    type,
                    type.name(),
                    "\"" + type.name() + "\" is visible but everything in it is @inaccessible; hide the type too, or"
                            + " show a part of it");
        }
    }

    private void checkField(FieldsType type, FieldElement field) {
        String coordinate = type.name() + "." + field.name();
        if (AccessibleTypes.isAccessible(field)) {
            checkReference(schema.placesOf(type.name()), coordinate, field.type());
            field.arguments().values().forEach(argument -> checkArgument(type, field, argument));
            return;
        }
        visibleInInterfaces(type, field.name())
                .forEach((name, shared) -> reportImplemented(type, coordinate, name + "." + field.name()));
    }

    private void checkArgument(FieldsType type, FieldElement field, InputElement argument) {
        checkInput(type, type.name() + "." + field.name() + "(", ":)", argument);
        if (AccessibleTypes.isAccessible(argument)) {
            return;
        }
        String suffix = "." + field.name() + "(" + argument.name() + ":)";
        visibleInInterfaces(type, field.name()).forEach((name, shared) -> {
            if (AccessibleTypes.accessible(shared.arguments()).containsKey(argument.name())) {
                reportImplemented(type, type.name() + suffix, name + suffix);
            }
        });
    }

    /** The field as the interfaces of the type have it, by interface, where clients can see both. */
    private Map<String, FieldElement> visibleInInterfaces(FieldsType type, String fieldName) {
        Map<String, FieldElement> visible = new TreeMap<>();
        for (String name : type.interfaces()) {
            if (schema.types().get(name) instanceof FieldsType shared && AccessibleTypes.isAccessible(shared)) {
                FieldElement field = shared.fields().get(fieldName);
                if (field != null && AccessibleTypes.isAccessible(field)) {
                    visible.put(name, field);
                }
            }
        }
        return visible;
    }

    private void reportImplemented(FieldsType type, String coordinate, String implemented) {
        error(
                CompositionErrorCode.IMPLEMENTED_BY_INACCESSIBLE,
                type,
                coordinate,
                "\"" + coordinate + "\" is @inaccessible, but \"" + implemented
                        + "\", which it implements, is visible; hide both or none");
    }

    private void checkInput(TypeElement owner, String prefix, String suffix, InputElement input) {
        String coordinate = prefix + input.name() + suffix;
        if (AccessibleTypes.isAccessible(input)) {
            checkReference(schema.placesOf(owner.name()), coordinate, input.type());
            checkDefault(owner, coordinate, input);
        } else if (input.required()) {
            error(
                    CompositionErrorCode.REQUIRED_INACCESSIBLE,
                    owner,
                    coordinate,
                    "\"" + coordinate + "\" is @inaccessible, but a value is required; give it a default, or show it");
        }
    }

    private void checkReference(List<Place> places, String coordinate, Type<?> reference) {
        String name = TypeReferences.namedType(reference);
        if (schema.types().containsKey(name) && !isVisibleType(name)) {
            problems.error(
                    CompositionErrorCode.REFERENCED_INACCESSIBLE,
                    coordinate,
                    places,
                    "\"" + coordinate + "\" is visible, but its type \"" + name
                            + "\" is @inaccessible; hide both or none");
        }
    }

    private void checkDefault(TypeElement owner, String coordinate, InputElement input) {
        if (input.defaultValue() == null) {
            return;
        }
        new HiddenInDefaults(schema.types())
                .in(input.defaultValue(), input.type())
                .forEach(hidden -> error(
                        CompositionErrorCode.DEFAULT_VALUE_USES_INACCESSIBLE,
                        owner,
                        coordinate,
                        "the default of \"" + coordinate + "\" uses \"" + hidden
                                + "\", which is @inaccessible; take another default, or show what it uses"));
    }

    private boolean isVisibleType(String name) {
        TypeElement type = schema.types().get(name);
        return type != null && AccessibleTypes.isAccessible(type);
    }

    private void error(CompositionErrorCode code, TypeElement type, String coordinate, String message) {
        problems.error(code, coordinate, schema.placesOf(type.name()), message);
    }
}
