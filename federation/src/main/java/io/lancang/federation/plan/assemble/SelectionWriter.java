package io.lancang.federation.plan.assemble;

import graphql.language.Argument;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.operation.Conditions;
import io.lancang.federation.operation.input.TypeTexts;
import io.lancang.federation.plan.query.FetchSelection;
import io.lancang.federation.plan.query.GraphQLText;
import io.lancang.federation.plan.query.PlanningException;
import io.lancang.federation.plan.search.Node;
import io.lancang.federation.plan.search.Step;
import io.lancang.federation.plan.tree.Demand;
import io.lancang.federation.plan.tree.Slot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Writes what steps take as selections of a request. Conditions are written once, at the highest place below which they
 * always hold. A field that is needed under several conditions, none of which implies another, is written once for each.
 */
final class SelectionWriter {
    private final ContextVariables variables;
    private final int maxFields;
    private int fields;

    SelectionWriter(ContextVariables variables, int maxFields) {
        this.variables = variables;
        this.maxFields = maxFields;
    }

    /** The selections of steps with the same position and subgraph. */
    List<FetchSelection> write(List<Step> steps, Conditions context) {
        SelectionBuilder builder = new SelectionBuilder();
        AliasScope scope = new AliasScope();
        for (Step step : steps) {
            SelectionBuilder target = step.entry() == null
                    ? builder
                    : builder.fragment(step.root().typeName());
            write(step.root(), context, target, scope);
        }
        return builder.build();
    }

    /** The weakest conditions, beyond those that hold already, under which something is needed. */
    private static List<Conditions> rest(Demand demand, Conditions context) {
        Demand rest = new Demand();
        for (Conditions needed : demand.alternatives()) {
            // What does not imply the context is written where another of the conditions above it holds.
            if (Demand.implies(needed, context)) {
                rest.add(needed.without(context));
            }
        }
        return rest.alternatives();
    }

    private void write(Node node, Conditions context, SelectionBuilder target, AliasScope scope) {
        List<Map.Entry<Slot, Node.Taken>> inOrder = new ArrayList<>(node.taken().entrySet());
        inOrder.sort(Comparator.comparingInt(entry -> entry.getKey().order()));
        for (Map.Entry<Slot, Node.Taken> entry : inOrder) {
            Node.Taken taken = entry.getValue();
            String hostType = taken.access().hostType();
            SelectionBuilder place = hostType.equals(node.typeName()) ? target : target.fragment(hostType);
            write(entry.getKey(), taken, context, place, scope);
        }
    }

    private void write(Slot slot, Node.Taken taken, Conditions context, SelectionBuilder place, AliasScope scope) {
        Node child = taken.child();
        List<Argument> arguments = new ArrayList<>(slot.arguments());
        arguments.addAll(variables.arguments(slot.position(), taken.access()));
        String alias = scope.choose(
                slot,
                GraphQLText.arguments(arguments),
                shape(taken.access().field().type(), child == null));
        for (Conditions rest : rest(taken.wholeDemand(), context)) {
            count();
            SelectionBuilder below = place.field(alias, slot, arguments, rest);
            if (child != null) {
                write(child, context.and(rest), below, scope.below(alias));
            }
        }
    }

    private void count() {
        fields++;
        if (fields > maxFields) {
            throw new PlanningException(
                    ErrorCode.LIMIT_EXCEEDED,
                    "The requests to subgraphs have more than " + maxFields
                            + " fields once each is written under all its conditions. Ask for less, or under fewer of them.");
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
