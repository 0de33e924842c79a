package io.lancang.federation.compose.validate;

import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.schema.TypeReferences;
import io.lancang.federation.compose.schema.UnionType;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.fieldset.FieldSetParser;
import io.lancang.federation.fieldset.FieldSetSelection;
import io.lancang.federation.fieldset.InvalidFieldSetException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks that what an argument selects of a context is one value of the argument's type, whichever type sets the context.
 *
 * @param subgraph the subgraph
 * @param argumentType the type of the argument
 */
record ContextSelection(SubgraphModel subgraph, Type<?> argumentType) {

    /** What is wrong with the selection, each with a way out; empty for a good one. */
    List<String> complaints(String selection, List<TypeElement> setters) {
        List<FieldSetSelection> items;
        try {
            items = FieldSetParser.parse(selection).selections();
        } catch (InvalidFieldSetException invalid) {
            return List.of(invalid.getMessage() + "; write field names only");
        }
        List<String> complaints = new ArrayList<>();
        boolean conditional = items.stream().anyMatch(FieldSetSelection.Fragment.class::isInstance);
        if (conditional) {
            checkFragments(items, setters, complaints);
        } else {
            setters.forEach(type -> checkValue(type.name(), new FieldSet(items), complaints));
        }
        return complaints;
    }

    /** With type conditions there is one for each object type that the context can be set on, and no other. */
    private void checkFragments(List<FieldSetSelection> items, List<TypeElement> setters, List<String> complaints) {
        Set<String> expected = new LinkedHashSet<>();
        setters.forEach(type -> expected.addAll(subgraph.possibleTypes(type.name())));
        Set<String> covered = new LinkedHashSet<>();
        for (FieldSetSelection item : items) {
            switch (item) {
                case FieldSetSelection.Field field ->
                    complaints.add("\"" + field.name() + "\" stands beside type conditions; move it into one of them");
                case FieldSetSelection.Fragment fragment -> {
                    String condition = fragment.typeCondition();
                    if (!expected.contains(condition)) {
                        complaints.add("no object type \"" + condition + "\" sets the context; remove the condition");
                    } else if (!covered.add(condition)) {
                        complaints.add("there are two conditions on \"" + condition + "\"; keep one");
                    } else {
                        checkValue(condition, fragment.selections(), complaints);
                    }
                }
            }
        }
        expected.stream()
                .filter(name -> !covered.contains(name))
                .forEach(name -> complaints.add("\"" + name
                        + "\" sets the context too; add a condition such as \"... on " + name + " { … }\""));
    }

    private void checkValue(String typeName, FieldSet fields, List<String> complaints) {
        Type<?> outer = NonNullType.newNonNullType(new TypeName(typeName)).build();
        Type<?> selected = selected(outer, fields, complaints);
        if (selected != null && !fits(selected, argumentType)) {
            complaints.add("its type on \"" + typeName + "\" is \"" + TypeReferences.print(selected)
                    + "\", but the argument takes \"" + TypeReferences.print(argumentType)
                    + "\"; select a value of that"
                    + " type, or change the argument");
        }
    }

    /** The type of the one value that is selected of an object, or null, with a complaint, where it is not one value. */
    private @Nullable Type<?> selected(Type<?> object, FieldSet fields, List<String> complaints) {
        String typeName = TypeReferences.namedType(object);
        if (fields.selections().size() != 1) {
            complaints.add(
                    fields.isEmpty()
                            ? "\"" + typeName + "\" is an object; select a field of it"
                            : "it selects " + fields.selections().size() + " fields of \"" + typeName
                                    + "\"; an argument takes one value");
            return null;
        }
        if (!(fields.selections().getFirst() instanceof FieldSetSelection.Field selected)) {
            complaints.add(
                    "only the types that set the context can have conditions; select a field of \"" + typeName + "\"");
            return null;
        }
        FieldElement field = subgraph.field(typeName, selected.name()).orElse(null);
        if (field == null) {
            complaints.add("\"" + typeName + "\" has no field \"" + selected.name() + "\"; correct the name");
            return null;
        }
        List<String> ofArguments =
                FieldSetArguments.complaints(subgraph, typeName + "." + field.name(), field, selected);
        if (!ofArguments.isEmpty()) {
            ofArguments.forEach(complaint -> complaints.add(complaint + "; correct the selection"));
            return null;
        }
        TypeElement returned = subgraph.type(TypeReferences.namedType(field.type()));
        boolean composite = returned instanceof FieldsType || returned instanceof UnionType;
        if (!composite && !selected.selections().isEmpty()) {
            complaints.add("\"" + typeName + "." + field.name() + "\" is a leaf; select no fields of it");
            return null;
        }
        Type<?> wrapped = within(object, field.type());
        return composite ? selected(wrapped, selected.selections(), complaints) : wrapped;
    }

    /** What one gets by reading a field of objects: a list of objects gives a list, and no object gives no value. */
    private static Type<?> within(Type<?> object, Type<?> field) {
        return switch (object) {
            case NonNullType nonNull
            when nonNull.getType() instanceof ListType list ->
                NonNullType.newNonNullType(new ListType(within(list.getType(), field)))
                        .build();
            case NonNullType ignored -> field;
            case ListType list -> new ListType(within(list.getType(), field));
            default -> TypeReferences.nullable(field);
        };
    }

    /** The same type, where more than the argument demands may be promised. */
    private static boolean fits(Type<?> selected, Type<?> wanted) {
        if (wanted instanceof NonNullType nonNull) {
            return selected instanceof NonNullType found && fits(found.getType(), nonNull.getType());
        }
        Type<?> inner = TypeReferences.nullable(selected);
        return switch (wanted) {
            case ListType list -> inner instanceof ListType found && fits(found.getType(), list.getType());
            case TypeName name ->
                inner instanceof TypeName found && found.getName().equals(name.getName());
            default -> false;
        };
    }
}
