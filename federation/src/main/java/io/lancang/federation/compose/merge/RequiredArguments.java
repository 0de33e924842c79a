package io.lancang.federation.compose.merge;

import io.lancang.federation.compose.problem.ErrorCode;
import io.lancang.federation.compose.problem.Place;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.schema.TypeReferences;
import io.lancang.federation.compose.subgraph.FieldSets;
import io.lancang.federation.compose.subgraph.Subgraph;
import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.fieldset.FieldSetSelection;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a {@code @requires} selects is fetched from other subgraphs, so that it has to give the arguments that any of them
 * demands, and not only those that its own subgraph knows to be required.
 *
 * @param merging what all mergers share
 * @param types the types of the supergraph
 */
record RequiredArguments(Merging merging, Map<String, TypeElement> types) {

    void check() {
        for (Subgraph subgraph : merging.subgraphs()) {
            for (FieldsType type : subgraph.fieldsTypes()) {
                for (FieldElement field : type.fields().values()) {
                    field.directives()
                            .first(FederationDirective.REQUIRES)
                            .ifPresent(requires -> check(subgraph, type, field, requires));
                }
            }
        }
    }

    private void check(Subgraph subgraph, FieldsType type, FieldElement field, AppliedDirective requires) {
        TreeSet<String> missing = new TreeSet<>();
        collect(type.name(), FieldSets.readable(requires), missing);
        if (!missing.isEmpty()) {
            String coordinate = type.name() + "." + field.name();
            merging.problems()
                    .error(
                            ErrorCode.REQUIRES_INVALID_FIELDS,
                            coordinate,
                            Place.of(subgraph.name(), requires.location()),
                            "@requires on \"" + coordinate + "\" gives no value to " + missing
                                    + ", which another subgraph demands; add the argument to the field set");
        }
    }

    private void collect(String typeName, FieldSet fields, TreeSet<String> missing) {
        for (FieldSetSelection selection : fields.selections()) {
            switch (selection) {
                case FieldSetSelection.Fragment fragment ->
                    collect(fragment.typeCondition(), fragment.selections(), missing);
                case FieldSetSelection.Field selected -> {
                    FieldElement field = types.get(typeName) instanceof FieldsType type
                            ? type.fields().get(selected.name())
                            : null;
                    if (field != null) {
                        field.arguments().values().stream()
                                .filter(argument -> argument.required()
                                        && !selected.arguments().containsKey(argument.name()))
                                .forEach(argument ->
                                        missing.add(typeName + "." + field.name() + "(" + argument.name() + ":)"));
                        collect(TypeReferences.namedType(field.type()), selected.selections(), missing);
                    }
                }
            }
        }
    }
}
