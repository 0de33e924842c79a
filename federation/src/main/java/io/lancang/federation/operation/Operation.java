package io.lancang.federation.operation;

import graphql.language.VariableDefinition;
import io.lancang.federation.OperationType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A client's operation, valid against the API schema and normalised: named fragments inlined, literal
 * {@code @skip}/{@code @include} resolved. It holds no values of variables, so it serves every request with the same text.
 *
 * @param rootType name of the root type in the API schema, {@code Query} for instance
 * @param deferrals all that its fragments have, in the order of their ids
 * @param streams lists with {@code @stream}, unless it is switched off by its text; at most {@value #MAX_STREAMS}
 * @param conditions names of the variables that {@code @include} and {@code @skip} take
 */
public record Operation(
        OperationType type,
        @Nullable String name,
        List<VariableDefinition> variables,
        String rootType,
        SelectionSet selections,
        List<Deferral> deferrals,
        List<StreamedList> streams,
        Set<String> conditions) {
    /** How many fragments of one operation are deferred. */
    static final int MAX_DEFERRALS = 64;

    /** How many lists of one operation are streamed. */
    static final int MAX_STREAMS = 16;

    public Operation {
        variables = List.copyOf(variables);
        deferrals = List.copyOf(deferrals);
        streams = List.copyOf(streams);
        conditions = Set.copyOf(conditions);
    }

    /** The same operation, in which only some of the deferrals are left; what others put off comes with the rest. */
    public Operation deferring(Set<Integer> ids) {
        List<Deferral> kept = deferrals.stream()
                .filter(deferral -> ids.contains(deferral.id()))
                .toList();
        return kept.size() == deferrals.size()
                ? this
                : new Operation(type, name, variables, rootType, deferring(selections, ids), kept, streams, conditions);
    }

    /**
     * The deferrals that count for a request: those that are switched on, up to {@value #MAX_DEFERRALS}. Each may cost
     * requests of its own, and a server may answer early what a client would take late.
     *
     * @param isTrue whether a Boolean variable is true in it
     */
    public Set<Integer> deferralsInForce(Predicate<String> isTrue) {
        return deferrals.stream()
                .filter(deferral -> deferral.variable() == null || isTrue.test(deferral.variable()))
                .map(Deferral::id)
                .limit(MAX_DEFERRALS)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static SelectionSet deferring(SelectionSet selections, Set<Integer> ids) {
        List<Selection> changed = new ArrayList<>();
        for (Selection selection : selections.selections()) {
            changed.add(
                    switch (selection) {
                        case FieldSelection field -> field.with(deferring(field.selections(), ids));
                        case FragmentSelection fragment -> {
                            Deferral deferral = fragment.deferral();
                            yield new FragmentSelection(
                                    fragment.typeCondition(),
                                    fragment.conditions(),
                                    deferral != null && ids.contains(deferral.id()) ? deferral : null,
                                    deferring(fragment.selections(), ids));
                        }
                    });
        }
        return new SelectionSet(changed);
    }
}
