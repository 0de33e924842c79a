package io.lancang.federation.plan;

import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import io.lancang.federation.operation.Conditions;
import io.lancang.federation.operation.TypeTexts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Writes what steps take as selections of a request. Conditions are written once, at the highest place below which they
 * always hold. A field that is needed under several conditions, none of which implies another, is written once for each.
 */
final class SelectionWriter {

    /** The selections of steps with the same position and subgraph. */
    List<FetchSelection> write(List<Step> steps, Conditions context) {
        SelectionBuilder builder = new SelectionBuilder();
        AliasScope scope = new AliasScope();
        for (Step step : steps) {
            SelectionBuilder target = step.entry() == null
                    ? builder
                    : builder.fragment(step.root().typeName());
            write(step.root(), new Branch(context, List.of()), target, scope);
        }
        return builder.build();
    }

    /**
     * Where in the conditions the writing stands.
     *
     * @param context what holds here
     * @param siblings conditions of earlier branches of the same field; what is needed under one of them is written there
     */
    private record Branch(Conditions context, List<Conditions> siblings) {
        boolean writes(Conditions needed) {
            return Demand.implies(needed, context)
                    && siblings.stream().noneMatch(sibling -> Demand.implies(needed, sibling));
        }

        /** The weakest conditions, beyond the context, under which something is needed. */
        List<Conditions> rest(Demand demand) {
            Demand rest = new Demand();
            for (Conditions needed : demand.alternatives()) {
                if (writes(needed)) {
                    rest.add(needed.without(context));
                }
            }
            return rest.alternatives();
        }
    }

    private void write(Node node, Branch branch, SelectionBuilder target, AliasScope scope) {
        List<Map.Entry<Slot, Node.Taken>> inOrder = new ArrayList<>(node.taken().entrySet());
        inOrder.sort(Comparator.comparingInt(entry -> entry.getKey().order()));
        for (Map.Entry<Slot, Node.Taken> entry : inOrder) {
            Node.Taken taken = entry.getValue();
            String hostType = taken.access().hostType();
            SelectionBuilder place = hostType.equals(node.typeName()) ? target : target.fragment(hostType);
            write(entry.getKey(), taken, branch, place, scope);
        }
    }

    private void write(Slot slot, Node.Taken taken, Branch branch, SelectionBuilder place, AliasScope scope) {
        Node child = taken.child();
        String alias = scope.choose(slot, shape(taken.access().field().type(), child == null));
        List<Conditions> written = new ArrayList<>(branch.siblings());
        for (Conditions rest : branch.rest(taken.wholeDemand())) {
            SelectionBuilder below = place.field(alias, slot, rest);
            if (child != null) {
                Conditions context = branch.context().and(rest);
                write(child, new Branch(context, List.copyOf(written)), below, scope.below(alias));
                written.add(context);
            }
        }
    }

    /** What GraphQL compares of two types whose values share an alias. */
    private static String shape(Type<?> type, boolean leaf) {
        if (leaf) {
            return TypeTexts.of(type);
        }
        return switch (type) {
            case NonNullType nonNull -> shape(nonNull.getType(), false) + "!";
            case ListType list -> "[" + shape(list.getType(), false) + "]";
            default -> "{}";
        };
    }
}
