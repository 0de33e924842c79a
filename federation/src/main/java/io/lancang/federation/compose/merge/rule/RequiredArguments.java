package io.lancang.federation.compose.merge.rule;

import io.lancang.federation.compose.merge.type.Merging;
import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.problem.Place;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.schema.TypeReferences;
import io.lancang.federation.compose.subgraph.FieldSets;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.fieldset.FieldSetSelection;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a {@code @requires} selects is fetched from other subgraphs, so that it has to give the arguments that any of them
 * demands, and not only those that its own subgraph knows to be required; and none that only some subgraphs take.
 *
 * @param merging what all mergers share
 * @param types the types of the supergraph
 */
public record RequiredArguments(Merging merging, Map<String, TypeElement> types) {

    /**
     * Coordinates of arguments.
     *
     * @param missing that are not given, and have to be
     * @param unknown that are given, and that not every subgraph takes
     */
    private record Faults(TreeSet<String> missing, TreeSet<String> unknown) {}

    public void check() {
        for (SubgraphModel subgraph : merging.subgraphs()) {
            for (FieldsType type : subgraph.fieldsTypes()) {
                for (FieldElement field : type.fields().values()) {
                    field.directives()
                            .first(FederationDirective.REQUIRES)
                            .ifPresent(requires -> check(subgraph, type, field, requires));
                }
            }
        }
    }

    private void check(SubgraphModel subgraph, FieldsType type, FieldElement field, AppliedDirective requires) {
        Faults faults = new Faults(new TreeSet<>(), new TreeSet<>());
        collect(type.name(), FieldSets.readable(requires), faults);
        String coordinate = type.name() + "." + field.name();
        Place place = Place.of(subgraph.name(), requires.location());
        if (!faults.missing().isEmpty()) {
            String message = "@requires on \"" + coordinate + "\" gives no value to " + faults.missing()
                    + ", which another subgraph demands; add the argument to the field set";
            merging.problems().error(CompositionErrorCode.REQUIRES_INVALID_FIELDS, coordinate, place, message);
        }
        if (!faults.unknown().isEmpty()) {
            String message = "@requires on \"" + coordinate + "\" gives a value to " + faults.unknown()
                    + ", which another subgraph does not take; add the argument there, or leave it out of the field set";
            merging.problems().error(CompositionErrorCode.REQUIRES_INVALID_FIELDS, coordinate, place, message);
        }
    }

    private void collect(String typeName, FieldSet fields, Faults faults) {
        for (FieldSetSelection selection : fields.selections()) {
            switch (selection) {
                case FieldSetSelection.Fragment fragment ->
                    collect(fragment.typeCondition(), fragment.selections(), faults);
                case FieldSetSelection.Field selected -> {
                    FieldElement field = types.get(typeName) instanceof FieldsType type
                            ? type.fields().get(selected.name())
                            : null;
                    if (field != null) {
                        field.arguments().values().stream()
                                .filter(argument -> argument.required()
                                        && !selected.arguments().containsKey(argument.name()))
                                .forEach(
                                        argument -> faults.missing().add(coordinate(typeName, field, argument.name())));
                        selected.arguments().keySet().stream()
                                .filter(argument -> !field.arguments().containsKey(argument))
                                .forEach(argument -> faults.unknown().add(coordinate(typeName, field, argument)));
                        collect(TypeReferences.namedType(field.type()), selected.selections(), faults);
                    }
                }
            }
        }
    }

    private static String coordinate(String typeName, FieldElement field, String argument) {
        return typeName + "." + field.name() + "(" + argument + ":)";
    }
}
