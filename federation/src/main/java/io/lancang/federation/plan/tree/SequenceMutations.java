package io.lancang.federation.plan.tree;

import io.lancang.federation.operation.Conditions;
import io.lancang.federation.operation.FieldSelection;
import io.lancang.federation.operation.FragmentSelection;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.operation.Selection;
import io.lancang.federation.operation.SelectionSet;
import io.lancang.federation.plan.graph.FieldAccess;
import io.lancang.federation.plan.graph.PlanGraph;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts a mutation into parts that are carried out one after the other. Fields that follow each other and belong to one
 * subgraph stay together, since the subgraph itself keeps their order. A part is complete, entities of other subgraphs
 * included, before the next begins: what it answers must be what was true between the two.
 */
public final class SequenceMutations {
    private SequenceMutations() {}

    public static List<RootFieldGroup> apply(PlanGraph graph, Operation operation) {
        List<FieldSelection> fields = new ArrayList<>();
        flatten(operation.selections(), Conditions.NONE, fields);
        // A response key that stands twice is one field: it runs once, where it stands first.
        Map<String, List<FieldSelection>> byKey = new LinkedHashMap<>();
        for (FieldSelection field : fields) {
            if (!field.name().startsWith("__")) {
                byKey.computeIfAbsent(field.responseKey(), key -> new ArrayList<>())
                        .add(field);
            }
        }
        List<RootFieldGroup> parts = new ArrayList<>();
        List<Selection> part = new ArrayList<>();
        BitSet common = new BitSet();
        for (List<FieldSelection> same : byKey.values()) {
            BitSet able = subgraphs(graph, operation.rootType(), same.getFirst());
            if (!part.isEmpty() && !common.intersects(able)) {
                parts.add(rootFields(part, common));
                part = new ArrayList<>();
            }
            if (part.isEmpty()) {
                common = able;
            }
            common.and(able);
            part.addAll(same);
        }
        if (!part.isEmpty()) {
            parts.add(rootFields(part, common));
        }
        return parts;
    }

    /** Fields that no subgraph gives are looked for all the same, so that what is refused names them. */
    private static RootFieldGroup rootFields(List<Selection> fields, BitSet able) {
        List<BitSet> choices = new ArrayList<>();
        if (able.isEmpty()) {
            choices.add(able);
        }
        able.stream().forEach(subgraph -> {
            BitSet choice = new BitSet();
            choice.set(subgraph);
            choices.add(choice);
        });
        return new RootFieldGroup(new SelectionSet(fields), choices);
    }

    private static void flatten(SelectionSet selections, Conditions context, List<FieldSelection> fields) {
        for (Selection selection : selections.selections()) {
            Conditions conditions = context.and(selection.conditions());
            switch (selection) {
                case FieldSelection field ->
                    fields.add(new FieldSelection(
                            field.responseKey(),
                            field.name(),
                            field.parentType(),
                            field.type(),
                            field.arguments(),
                            conditions,
                            field.selections()));
                case FragmentSelection fragment -> flatten(fragment.selections(), conditions, fields);
            }
        }
    }

    private static BitSet subgraphs(PlanGraph graph, String rootType, FieldSelection field) {
        BitSet able = new BitSet();
        for (int subgraph = 0; subgraph < graph.subgraphs(); subgraph++) {
            FieldAccess access = graph.access(rootType, field.name(), subgraph);
            able.set(subgraph, access != null && access.atHand());
        }
        return able;
    }
}
