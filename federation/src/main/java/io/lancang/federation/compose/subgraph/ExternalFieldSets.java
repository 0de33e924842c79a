package io.lancang.federation.compose.subgraph;

import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.TypeReferences;
import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.fieldset.FieldSetSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reduces field sets to what a subgraph does not resolve itself.
 *
 * @param subgraph the subgraph
 */
record ExternalFieldSets(SubgraphModel subgraph) {

    /** The part of the field set that is external, or below something external. */
    FieldSet external(String typeName, FieldSet fields) {
        List<FieldSetSelection> external = new ArrayList<>();
        for (FieldSetSelection selection : fields.selections()) {
            external(typeName, selection).ifPresent(external::add);
        }
        return new FieldSet(external);
    }

    private Optional<FieldSetSelection> external(String typeName, FieldSetSelection selection) {
        return switch (selection) {
            case FieldSetSelection.Fragment fragment -> {
                FieldSet below = external(fragment.typeCondition(), fragment.selections());
                yield below.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new FieldSetSelection.Fragment(fragment.typeCondition(), below));
            }
            case FieldSetSelection.Field field -> {
                Optional<FieldElement> found = subgraph.field(typeName, field.name());
                boolean own = found.filter(each -> !each.directives().has(FederationDirective.EXTERNAL))
                        .isPresent();
                if (!own) {
                    yield Optional.of(field);
                }
                FieldSet below = external(TypeReferences.namedType(found.get().type()), field.selections());
                yield below.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new FieldSetSelection.Field(field.name(), field.arguments(), below));
            }
        };
    }
}
