package io.lancang.federation.plan.assemble;

import graphql.language.Argument;
import graphql.language.VariableReference;
import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.plan.graph.FieldAccess;
import io.lancang.federation.plan.query.ContextSource;
import io.lancang.federation.plan.query.ContextVariable;
import io.lancang.federation.plan.search.Step;
import io.lancang.federation.plan.tree.ContextPart;
import io.lancang.federation.plan.tree.ContextParts;
import io.lancang.federation.plan.tree.Position;
import io.lancang.federation.supergraph.ContextArgument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names the variables by which context arguments get their values. Arguments of one position that select the same share one.
 * Owned by one planning run.
 */
final class ContextVariables {
    private final RepresentationPlanner writer;
    private final String prefix;
    private final Map<Key, String> names = new LinkedHashMap<>();

    private record Key(Position position, String type, String context, FieldSet selection) {}

    ContextVariables(Operation operation, RepresentationPlanner writer) {
        this.writer = writer;
        String free = "context";
        while (isTaken(operation, free)) {
            free += "_";
        }
        prefix = free;
    }

    /** What a field gets besides the client's arguments. */
    List<Argument> arguments(Position position, FieldAccess access) {
        return access.field().contextArguments().stream()
                .map(argument -> new Argument(argument.name(), new VariableReference(name(position, argument))))
                .toList();
    }

    /** The variables of the call that steps of one position make. */
    List<ContextVariable> of(List<Step> steps, ContextParts contexts) {
        Map<String, ContextVariable> variables = new LinkedHashMap<>();
        for (Step step : steps) {
            Position position = step.root().position();
            for (ContextArgument argument : CallGroup.entry(step).needs().contexts()) {
                String name = name(position, argument);
                List<ContextSource> sources = contexts.of(argument, position).stream()
                        .map(this::source)
                        .toList();
                variables.putIfAbsent(name, new ContextVariable(name, argument.type(), sources));
            }
        }
        return new ArrayList<>(variables.values());
    }

    private ContextSource source(ContextPart part) {
        Set<String> types = part.typename().isEmpty() ? Set.of() : Set.of(part.type());
        return new ContextSource(part.above().depth(), types, part.unwrapped(), writer.values(part.parts()));
    }

    private String name(Position position, ContextArgument argument) {
        return names.computeIfAbsent(
                new Key(position, argument.type(), argument.context(), argument.selection()),
                key -> prefix + names.size());
    }

    private static boolean isTaken(Operation operation, String prefix) {
        return operation.variables().stream()
                .anyMatch(variable -> variable.getName().startsWith(prefix));
    }
}
