package io.lancang.federation.compose.validate;

import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.problem.Place;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.schema.TypeReferences;
import io.lancang.federation.compose.schema.UnionType;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.fieldset.FieldSetParser;
import io.lancang.federation.fieldset.InvalidFieldSetException;

/** The field sets of {@code @key}, {@code @requires} and {@code @provides} select what their types have. */
final class FieldSetsFitTheirTypes implements SubgraphRule {

    private static final int INTERFACE_KEYS_SINCE_MINOR = 3;

    @Override
    public void check(SubgraphModel subgraph, Problems problems) {
        for (FieldsType type : subgraph.fieldsTypes()) {
            type.directives().all(FieldSetUse.KEY.directive()).forEach(key -> checkKey(subgraph, type, key, problems));
        }
        Fields.forEach(subgraph, (type, field) -> {
            String coordinate = Fields.coordinate(type, field);
            field.directives()
                    .all(FieldSetUse.REQUIRES.directive())
                    .forEach(requires ->
                            check(subgraph, FieldSetUse.REQUIRES, coordinate, type.name(), requires, problems));
            field.directives()
                    .all(FieldSetUse.PROVIDES.directive())
                    .forEach(provides -> checkProvides(subgraph, coordinate, field, provides, problems));
        });
    }

    private static void checkKey(SubgraphModel subgraph, FieldsType type, AppliedDirective key, Problems problems) {
        if (type.isInterface() && subgraph.links().version().minor() < INTERFACE_KEYS_SINCE_MINOR) {
            problems.error(
                    CompositionErrorCode.KEY_UNSUPPORTED_ON_INTERFACE,
                    type.name(),
                    Place.of(subgraph.name(), key.location()),
                    "@key on the interface \"" + type.name() + "\" needs v2.3 of the federation specification, but "
                            + subgraph.links().version() + " is linked; link to a newer version");
            return;
        }
        check(subgraph, FieldSetUse.KEY, type.name(), type.name(), key, problems);
    }

    private static void checkProvides(
            SubgraphModel subgraph,
            String coordinate,
            FieldElement field,
            AppliedDirective provides,
            Problems problems) {
        String returned = TypeReferences.namedType(field.type());
        boolean composite =
                subgraph.type(returned) instanceof FieldsType || subgraph.type(returned) instanceof UnionType;
        if (composite) {
            check(subgraph, FieldSetUse.PROVIDES, coordinate, returned, provides, problems);
            return;
        }
        problems.error(
                CompositionErrorCode.PROVIDES_ON_NON_OBJECT_FIELD,
                coordinate,
                Place.of(subgraph.name(), provides.location()),
                "\"" + coordinate + "\" has @provides, but its type \"" + TypeReferences.print(field.type())
                        + "\" has no fields to provide; remove @provides");
    }

    private static void check(
            SubgraphModel subgraph,
            FieldSetUse use,
            String coordinate,
            String typeName,
            AppliedDirective directive,
            Problems problems) {
        Place place = Place.of(subgraph.name(), directive.location());
        String name = subgraph.nameOf(use.directive());
        if (!directive.arguments().containsKey("fields")) {
            // DirectivesFitTheirDefinitions reports it.
            return;
        }
        String text = directive.text("fields");
        if (text == null) {
            problems.error(
                    use.invalidType(),
                    coordinate,
                    place,
                    name + " on \"" + coordinate + "\" takes its fields as one string, such as fields: \"id\"");
            return;
        }
        String context = name + "(fields: \"" + text + "\") on \"" + coordinate + "\"";
        try {
            FieldSet fields = FieldSetParser.parse(text);
            new FieldSetCheck(subgraph, use, coordinate, context, place, problems).check(typeName, fields);
        } catch (InvalidFieldSetException invalid) {
            CompositionErrorCode code = switch (invalid.reason()) {
                case SYNTAX -> use.invalidFields();
                case DIRECTIVE -> use.hasDirective();
            };
            problems.error(code, coordinate, place, context + ": " + invalid.getMessage() + "; write field names only");
        }
    }
}
