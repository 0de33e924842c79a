package io.lancang.federation.access;

import graphql.language.Type;
import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.fieldset.FieldSetSelection;
import io.lancang.federation.supergraph.ContextArgument;
import io.lancang.federation.supergraph.Requirement;
import io.lancang.federation.supergraph.Subgraph;
import io.lancang.federation.supergraph.SubgraphField;
import io.lancang.federation.supergraph.SubgraphType;
import io.lancang.federation.supergraph.Supergraph;
import io.lancang.federation.supergraph.SupergraphType;
import io.lancang.federation.supergraph.TypeKind;
import io.lancang.federation.supergraph.TypeNames;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a client must fulfil to see one field of one type: what the type, the field and the type of its value demand. Beyond
 * these:
 *
 * <ul>
 *   <li>Objects behind an interface can be of any of its types, so that a field of the interface demands what it demands on
 *       each of them.
 *   <li>A field that only an interface object resolves demands what the interface demands.
 *   <li>A field that is made of others, by {@code @requires} or from a context, demands what those demand: they are fetched for
 *       it, and its value may reveal them.
 * </ul>
 *
 * <p>Collects for one field; not to be used again.
 */
final class FieldRequirements {
    private final Supergraph supergraph;
    private final Set<Requirement> found = new LinkedHashSet<>();
    private final Set<Coordinate> visited = new HashSet<>();

    private record Coordinate(String type, String field) {}

    private FieldRequirements(Supergraph supergraph) {
        this.supergraph = supergraph;
    }

    static Set<Requirement> of(Supergraph supergraph, String typeName, String field) {
        FieldRequirements requirements = new FieldRequirements(supergraph);
        requirements.field(typeName, field);
        return Set.copyOf(requirements.found);
    }

    private void field(String typeName, String field) {
        // Types are no secret: __typename is shown of every object that may be shown at all.
        if (field.startsWith("__") || !visited.add(new Coordinate(typeName, field))) {
            return;
        }
        note(typeName, field);
        SupergraphType type = supergraph.type(typeName);
        if (type == null) {
            return;
        }
        for (String object : type.possibleTypes()) {
            note(object, field);
            noteInterfaceObjects(object, field);
        }
        noteMaterial(typeName, field);
        type.possibleTypes().forEach(object -> noteMaterial(object, field));
    }

    private void note(String typeName, String field) {
        SupergraphType type = supergraph.type(typeName);
        Type<?> returned = type == null ? null : type.fields().get(field);
        if (returned != null) {
            found.addAll(supergraph.requirements(typeName));
            found.addAll(supergraph.requirements(typeName, field));
            found.addAll(supergraph.requirements(TypeNames.named(returned)));
        }
    }

    private void noteInterfaceObjects(String objectName, String field) {
        SupergraphType object = supergraph.type(objectName);
        if (object == null || isResolved(objectName, field)) {
            return;
        }
        for (String face : object.interfaces()) {
            if (isResolved(face, field)) {
                note(face, field);
                noteMaterial(face, field);
            }
        }
    }

    /** Whether a subgraph has values of the field for objects of the type, or of the interface object. */
    private boolean isResolved(String typeName, String field) {
        for (Subgraph subgraph : supergraph.subgraphs()) {
            SubgraphType type = supergraph.type(subgraph, typeName);
            SubgraphField known = type == null || type.kind() == TypeKind.INTERFACE ? null : type.field(field);
            if (known != null && known.resolution() != SubgraphField.Resolution.EXTERNAL) {
                return true;
            }
        }
        return false;
    }

    /** What the field is made of. */
    private void noteMaterial(String typeName, String field) {
        for (Subgraph subgraph : supergraph.subgraphs()) {
            SubgraphType type = supergraph.type(subgraph, typeName);
            SubgraphField known = type == null ? null : type.field(field);
            if (known != null) {
                fields(typeName, known.requires());
                for (ContextArgument argument : known.contextArguments()) {
                    supergraph
                            .typesWithContext(argument.context())
                            .forEach(above -> fields(above, argument.selection()));
                }
            }
        }
    }

    private void fields(String typeName, FieldSet fieldSet) {
        for (FieldSetSelection selection : fieldSet.selections()) {
            switch (selection) {
                case FieldSetSelection.Fragment fragment -> fields(fragment.typeCondition(), fragment.selections());
                case FieldSetSelection.Field field -> {
                    field(typeName, field.name());
                    SupergraphType type = supergraph.type(typeName);
                    Type<?> returned = type == null ? null : type.fields().get(field.name());
                    if (returned != null) {
                        fields(TypeNames.named(returned), field.selections());
                    }
                }
            }
        }
    }
}
