package io.lancang.federation.compose.validate;

import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.problem.Place;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.schema.TypeReferences;
import io.lancang.federation.compose.schema.UnionType;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.fieldset.FieldSetSelection;
import java.util.Collections;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks one field set against the types of its subgraph.
 *
 * @param subgraph the subgraph
 * @param use which directive takes the field set
 * @param coordinate the element that the directive is applied to
 * @param context the directive and its place, for the beginning of messages
 * @param place the line of the directive
 * @param problems where to complain
 */
record FieldSetCheck(
        SubgraphModel subgraph, FieldSetUse use, String coordinate, String context, Place place, Problems problems) {

    /** Checks a field set on a type. */
    void check(String typeName, FieldSet fields) {
        check(typeName, fields, false);
    }

    private void check(String typeName, FieldSet fields, boolean belowExternal) {
        for (FieldSetSelection selection : fields.selections()) {
            switch (selection) {
                case FieldSetSelection.Field field -> checkField(typeName, field, belowExternal);
                case FieldSetSelection.Fragment fragment -> checkFragment(typeName, fragment, belowExternal);
            }
        }
    }

    private void checkFragment(String typeName, FieldSetSelection.Fragment fragment, boolean belowExternal) {
        String condition = fragment.typeCondition();
        TypeElement type = subgraph.type(condition);
        if (!(type instanceof FieldsType || type instanceof UnionType)) {
            error(use.invalidFields(), "there is no type \"" + condition + "\" to select fields on");
        } else if (!overlap(typeName, condition)) {
            error(
                    use.invalidFields(),
                    "no object of \"" + typeName + "\" is ever a \"" + condition + "\"; remove the fragment");
        } else {
            check(condition, fragment.selections(), belowExternal);
        }
    }

    private boolean overlap(String one, String other) {
        return one.equals(other) || !Collections.disjoint(subgraph.possibleTypes(one), subgraph.possibleTypes(other));
    }

    private void checkField(String typeName, FieldSetSelection.Field selected, boolean belowExternal) {
        if (selected.name().equals("__typename")) {
            if (!belowExternal) {
                checkNeedsExternal(typeName + ".__typename");
            }
            return;
        }
        Optional<FieldElement> found = subgraph.field(typeName, selected.name());
        if (found.isEmpty()) {
            error(
                    use.invalidFields(),
                    "\"" + typeName + "\" has no field \"" + selected.name()
                            + "\"; if another subgraph defines it, repeat it here with "
                            + subgraph.nameOf(FederationDirective.EXTERNAL));
            return;
        }
        FieldElement field = found.get();
        String name = typeName + "." + field.name();
        checkArguments(name, field, selected);
        boolean external = belowExternal || isExternal(typeName, field);
        TypeElement returned = subgraph.type(TypeReferences.namedType(field.type()));
        boolean composite = returned instanceof FieldsType || returned instanceof UnionType;
        checkKind(name, returned);
        if (composite == selected.selections().isEmpty()) {
            error(
                    use.invalidFields(),
                    composite
                            ? "\"" + name + "\" is an object; select fields of it"
                            : "\"" + name + "\" is a leaf; select no fields of it");
        } else if (composite) {
            check(TypeReferences.namedType(field.type()), selected.selections(), external);
        } else if (!external) {
            checkNeedsExternal(name);
        }
    }

    private boolean isExternal(String typeName, FieldElement field) {
        // A field of an interface is as external as it is in the implementations.
        return field.directives().has(FederationDirective.EXTERNAL)
                || (subgraph.type(typeName) instanceof FieldsType type
                        && type.isInterface()
                        && subgraph.possibleTypes(typeName).stream()
                                .flatMap(each -> subgraph.field(each, field.name()).stream())
                                .anyMatch(each -> each.directives().has(FederationDirective.EXTERNAL)));
    }

    private void checkArguments(String name, FieldElement field, FieldSetSelection.Field selected) {
        if (use == FieldSetUse.KEY && !field.arguments().isEmpty()) {
            error(CompositionErrorCode.KEY_FIELDS_HAS_ARGS, "\"" + name + "\" has arguments, which no key can give");
        } else if (use == FieldSetUse.PROVIDES && !field.arguments().isEmpty()) {
            error(
                    CompositionErrorCode.PROVIDES_FIELDS_HAS_ARGS,
                    "\"" + name + "\" has arguments, which @provides cannot give");
        } else {
            FieldSetArguments.complaints(subgraph, name, field, selected)
                    .forEach(complaint -> error(use.invalidFields(), complaint));
        }
    }

    private void checkKind(String name, @Nullable TypeElement returned) {
        if (use == FieldSetUse.KEY
                && (returned instanceof UnionType || (returned instanceof FieldsType type && type.isInterface()))) {
            error(
                    CompositionErrorCode.KEY_FIELDS_SELECT_INVALID_TYPE,
                    "\"" + name + "\" is the " + returned.kind().keyword() + " \"" + returned.name()
                            + "\", which no key can hold; select objects and leaves only");
        }
    }

    private void checkNeedsExternal(String name) {
        switch (use) {
            case KEY -> {
                // A key is made of fields that the subgraph has itself.
            }
            case REQUIRES ->
                error(
                        CompositionErrorCode.REQUIRES_FIELDS_MISSING_EXTERNAL,
                        "\"" + name + "\" is no external field, so that the subgraph has it already; mark it @external"
                                + " or do not require it");
            case PROVIDES ->
                error(
                        CompositionErrorCode.PROVIDES_FIELDS_MISSING_EXTERNAL,
                        "\"" + name + "\" is no external field, so that the subgraph has it anyway; mark it @external"
                                + " or do not provide it");
        }
    }

    private void error(CompositionErrorCode code, String message) {
        problems.error(code, coordinate, place, context + ": " + message);
    }
}
