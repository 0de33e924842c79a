package io.lancang.federation.compose.merge.rule;

import io.lancang.federation.compose.merge.directive.AccessRequirements;
import io.lancang.federation.compose.merge.source.Source;
import io.lancang.federation.compose.merge.type.Merging;
import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.schema.Directives;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.schema.TypeReferences;
import io.lancang.federation.compose.subgraph.ContextReference;
import io.lancang.federation.compose.subgraph.FieldSets;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.fieldset.FieldSetSelection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * A field that is made of protected data, by {@code @requires} or from a context, has to be protected as they are: a router
 * fetches them for it without asking who the client is.
 *
 * @param merging what all mergers share
 * @param types the types of the supergraph
 */
public record TransitiveAccess(Merging merging, Map<String, TypeElement> types) {

    public void check() {
        for (SubgraphModel subgraph : merging.subgraphs()) {
            for (FieldsType type : subgraph.fieldsTypes()) {
                type.fields().values().forEach(field -> check(type, new Source<>(subgraph, field)));
            }
        }
    }

    private void check(FieldsType type, Source<FieldElement> source) {
        FieldElement field = source.element();
        Walk walk = new Walk(type, source);
        field.directives()
                .all(FederationDirective.REQUIRES)
                .forEach(requires -> walk.fields(type.name(), FieldSets.readable(requires)));
        ContextReference.allOf(field)
                .forEach(reference -> source.subgraph()
                        .settersOf(reference.context())
                        .forEach(setter -> {
                            walk.demand(setter.name(), directives(setter.name()));
                            walk.fields(setter.name(), FieldSets.readable(reference.selection()));
                        }));
        if (!walk.missing.isEmpty()) {
            String coordinate = type.name() + "." + field.name();
            merging.problems()
                    .error(
                            CompositionErrorCode.MISSING_TRANSITIVE_AUTH_REQUIREMENTS,
                            coordinate,
                            List.of(source.place()),
                            "\"" + coordinate + "\" is made of " + walk.missing
                                    + ", which not everybody may see who may see \"" + coordinate
                                    + "\"; demand of it with @authenticated, @requiresScopes and @policy what they demand");
        }
    }

    /** Goes over what one field is made of and collects the coordinates that are better protected than the field. */
    private final class Walk {

        private final List<Directives> own;
        private final TreeSet<String> missing = new TreeSet<>();

        Walk(FieldsType type, Source<FieldElement> source) {
            FieldElement field = source.element();
            FieldElement merged = types.get(type.name()) instanceof FieldsType supertype
                    ? supertype.fields().get(field.name())
                    : null;
            this.own = merged == null ? List.of() : List.of(merged.directives(), directives(type.name()));
        }

        void fields(String typeName, FieldSet fields) {
            for (FieldSetSelection selection : fields.selections()) {
                switch (selection) {
                    case FieldSetSelection.Fragment fragment -> {
                        demand(fragment.typeCondition(), directives(fragment.typeCondition()));
                        fields(fragment.typeCondition(), fragment.selections());
                    }
                    case FieldSetSelection.Field field -> field(typeName, field);
                }
            }
        }

        private void field(String typeName, FieldSetSelection.Field selected) {
            FieldElement field = types.get(typeName) instanceof FieldsType type
                    ? type.fields().get(selected.name())
                    : null;
            if (field != null) {
                String coordinate = typeName + "." + field.name();
                String returned = TypeReferences.namedType(field.type());
                demand(coordinate, field.directives());
                demand(coordinate, directives(returned));
                fields(returned, selected.selections());
            }
        }

        private void demand(String coordinate, Directives demanded) {
            if (!AccessRequirements.imply(own, demanded)) {
                missing.add(coordinate);
            }
        }
    }

    private Directives directives(String typeName) {
        return types.containsKey(typeName)
                ? Objects.requireNonNull(types.get(typeName)).directives()
                : Directives.NONE;
    }
}
