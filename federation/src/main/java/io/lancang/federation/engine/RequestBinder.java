package io.lancang.federation.engine;

import io.lancang.federation.CostListener;
import io.lancang.federation.GraphQLResponse;
import io.lancang.federation.GraphQLResponse.Outcome;
import io.lancang.federation.OperationType;
import io.lancang.federation.SubgraphClient;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.execute.answer.AnswerErrors;
import io.lancang.federation.execute.answer.ResponseWriter;
import io.lancang.federation.execute.compile.FetchStep;
import io.lancang.federation.execute.compile.Streams;
import io.lancang.federation.execute.introspection.IntrospectionAnswer;
import io.lancang.federation.execute.request.RequestVariables;
import io.lancang.federation.execute.run.Caller;
import io.lancang.federation.execute.run.EventStream;
import io.lancang.federation.execute.run.Execution;
import io.lancang.federation.execute.run.IncrementalExecution;
import io.lancang.federation.execute.run.SubgraphFailures;
import io.lancang.federation.json.ByteSink;
import io.lancang.federation.operation.StreamedList;
import io.lancang.federation.operation.Variables;
import io.lancang.federation.operation.VariablesResult;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Binds operations that are ready to requests: takes in their variables, judges what they may select and cost, and says how they are run, as one
 * answer, in parts, or as a stream of events.
 *
 * @param <C> as of {@link FederationEngine}
 */
final class RequestBinder<C> {
    private final SubgraphClient<C> client;
    private final Variables variables;
    private final CostControl costs;
    private final AnswerOptions answers;

    RequestBinder(SubgraphClient<C> client, Variables variables, CostControl costs, AnswerOptions answers) {
        this.client = client;
        this.variables = variables;
        this.costs = costs;
        this.answers = answers;
    }

    /**
     * What a request becomes whose operation is ready. Takes next to no time, and asks no subgraph.
     *
     * @param context handed on to the subgraph client
     * @param listener hears of the costs of this request besides the one in the options; null if nobody does
     */
    Prepared bind(Preparation preparation, GraphQLRequest request, C context, @Nullable CostListener listener) {
        return switch (preparation.operation()) {
            case PreparedOperation.Refused refused -> new Prepared.Refused(refusal(refused.errors()));
            case PreparedOperation.Planned planned ->
                switch (admit(planned, request, listener)) {
                    case Admission.Refused refused -> new Prepared.Refused(refusal(refused.errors()));
                    case Admission.Admitted admitted ->
                        ready(
                                planned,
                                preparation.introspection(),
                                admitted,
                                new Caller<>(client, context),
                                request.delivery());
                };
        };
    }

    /** Coerces the variables of a request, and judges what it selects and what it costs. */
    private Admission admit(
            PreparedOperation.Planned planned, GraphQLRequest request, @Nullable CostListener listener) {
        return switch (variables.coerce(planned.operation(), request.variables())) {
            case VariablesResult.Refused refused -> new Admission.Refused(refused.errors());
            case VariablesResult.Coerced coerced -> {
                List<GraphQLError> denied = planned.denials().refusals(new RequestVariables(coerced.values()));
                yield denied.isEmpty()
                        ? costs.judge(planned.cost(), coerced.values(), request.reportsCost(), listener)
                        : new Admission.Refused(denied);
            }
        };
    }

    private Prepared ready(
            PreparedOperation.Planned planned,
            IntrospectionAnswer introspection,
            Admission.Admitted admitted,
            Caller<C> caller,
            Delivery delivery) {
        if (planned.operation().type() == OperationType.SUBSCRIPTION) {
            return events(planned, admitted, caller);
        }
        RequestVariables requestVariables = new RequestVariables(admitted.values());
        for (StreamedList list : planned.operation().streams()) {
            int count = requestVariables.count(list.countVariable(), list.initialCount());
            if (count < 0) {
                return new Prepared.Refused(refusal("Variable '" + list.countVariable() + "' is " + count
                        + ", but an initialCount of @stream must be 0 or more."));
            }
        }
        Streams streams = delivery == Delivery.IN_PARTS ? planned.executable().streams(requestVariables) : null;
        if (planned.operation().deferrals().isEmpty() && streams == null) {
            return new Prepared.Single(more ->
                    execution(planned, introspection, admitted, caller, more).start());
        }
        return new Prepared.InParts(new IncrementalExecution(
                planned.executable(),
                caller,
                requestVariables,
                introspection,
                planned.denials().warnings(requestVariables),
                admitted.report(),
                streams,
                answers.maximumBytes()));
    }

    private Prepared events(PreparedOperation.Planned planned, Admission.Admitted admitted, Caller<C> caller) {
        RequestVariables requestVariables = new RequestVariables(admitted.values());
        if (planned.executable().steps().isEmpty()) {
            return new Prepared.Refused(refusal(planned.denials().selected(requestVariables)));
        }
        // Validation leaves a subscription exactly one root field, under no condition, so its plan begins with the one
        // fetch of it.
        FetchStep.Root root = (FetchStep.Root) planned.executable().steps().getFirst();
        byte[] body = root.request().body(requestVariables);
        return new Prepared.Events(
                root.subgraph(),
                new EventStream(
                        () -> caller.subscribe(root.subgraph(), body),
                        event -> execution(planned, IntrospectionAnswer.NOTHING, admitted, caller, () -> Map.of())
                                .start(event),
                        failure -> SubgraphFailures.expected(root.subgraph(), failure)));
    }

    private Execution execution(
            PreparedOperation.Planned planned,
            IntrospectionAnswer answer,
            Admission.Admitted admitted,
            Caller<C> caller,
            Supplier<Map<String, @Nullable Object>> more) {
        RequestVariables requestVariables = new RequestVariables(admitted.values());
        AnswerErrors errors = new AnswerErrors();
        planned.denials().warnings(requestVariables).forEach(errors::add);
        return new Execution(
                planned.executable(),
                caller,
                requestVariables,
                answer.fields(),
                errors,
                admitted.report(),
                more,
                answers.maximumBytes());
    }

    static GraphQLResponse refusal(String message) {
        return refusal(List.of(GraphQLError.of(ErrorCode.BAD_USER_INPUT, message)));
    }

    private static GraphQLResponse refusal(List<GraphQLError> errors) {
        ByteSink sink = new ByteSink(512);
        ResponseWriter.writeRefusal(sink, errors);
        return new GraphQLResponse(
                Outcome.REQUEST_ERROR,
                sink.bytes(),
                sink.length(),
                GraphQLResponse.counted(errors.stream().map(GraphQLError::code).toList()));
    }
}
