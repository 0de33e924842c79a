package io.lancang.federation.plan.graph;

import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.fieldset.FieldSetSelection;
import io.lancang.federation.operation.FieldSelection;
import io.lancang.federation.operation.Selection;
import io.lancang.federation.operation.SelectionSet;
import io.lancang.federation.supergraph.ContextArgument;
import io.lancang.federation.supergraph.Key;
import io.lancang.federation.supergraph.Subgraph;
import io.lancang.federation.supergraph.SubgraphField;
import io.lancang.federation.supergraph.SubgraphType;
import io.lancang.federation.supergraph.Supergraph;
import io.lancang.federation.supergraph.SupergraphType;
import io.lancang.federation.supergraph.TypeNames;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Collects the labels of progressive overrides on which the plan of an operation can depend: those of the fields that it
 * selects, and of whatever keys and {@code @requires} may ask for on the way. A label too many costs a second plan that equals
 * the first; one too few would give a request the plan of another.
 */
public final class OperationLabels {
    private final Supergraph supergraph;
    private final Set<Coordinate> fields = new HashSet<>();
    private final Set<String> types = new HashSet<>();
    private final Set<String> labels = new TreeSet<>();

    private OperationLabels(Supergraph supergraph) {
        this.supergraph = supergraph;
    }

    public static Set<String> of(Supergraph supergraph, SelectionSet selections) {
        OperationLabels collector = new OperationLabels(supergraph);
        collector.visit(selections);
        return Set.copyOf(collector.labels);
    }

    private void visit(SelectionSet selections) {
        for (Selection selection : selections.selections()) {
            if (selection instanceof FieldSelection field) {
                noteField(field.parentType(), field.name());
            }
            visit(selection.selections());
        }
    }

    private void noteField(String typeName, String fieldName) {
        for (String type : related(typeName)) {
            if (fields.add(new Coordinate(type, fieldName))) {
                for (Subgraph subgraph : supergraph.subgraphs()) {
                    SubgraphType known = supergraph.type(subgraph, type);
                    SubgraphField field = known == null ? null : known.field(fieldName);
                    if (field != null) {
                        note(type, field);
                    }
                }
            }
        }
    }

    private void note(String type, SubgraphField field) {
        if (field.label() != null) {
            labels.add(field.label());
        }
        noteFields(type, field.requires());
        for (ContextArgument argument : field.contextArguments()) {
            supergraph.typesWithContext(argument.context()).forEach(above -> noteFields(above, argument.selection()));
        }
        noteKeys(TypeNames.named(field.type()));
    }

    private void noteKeys(String typeName) {
        for (String type : related(typeName)) {
            if (types.add(type)) {
                for (Subgraph subgraph : supergraph.subgraphs()) {
                    SubgraphType known = supergraph.type(subgraph, type);
                    if (known != null) {
                        known.keys().stream().map(Key::fields).forEach(key -> noteFields(type, key));
                    }
                }
            }
        }
    }

    private void noteFields(String typeName, FieldSet fieldSet) {
        for (FieldSetSelection selection : fieldSet.selections()) {
            switch (selection) {
                case FieldSetSelection.Fragment fragment -> noteFields(fragment.typeCondition(), fragment.selections());
                case FieldSetSelection.Field field -> {
                    noteField(typeName, field.name());
                    for (String type : related(typeName)) {
                        noteBelow(type, field);
                    }
                }
            }
        }
    }

    private void noteBelow(String typeName, FieldSetSelection.Field field) {
        SupergraphType type = supergraph.type(typeName);
        if (type != null && type.fields().containsKey(field.name())) {
            noteFields(TypeNames.named(type.fields().get(field.name())), field.selections());
        }
    }

    /** The types on which a field may be looked for where objects of a type stand. */
    private Set<String> related(String typeName) {
        SupergraphType type = supergraph.type(typeName);
        if (type == null) {
            return Set.of();
        }
        Set<String> related = new LinkedHashSet<>(Set.of(typeName));
        related.addAll(type.possibleTypes());
        for (String object : type.possibleTypes()) {
            SupergraphType possible = supergraph.type(object);
            if (possible != null) {
                related.addAll(possible.interfaces());
            }
        }
        return related;
    }
}
