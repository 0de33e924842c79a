package io.lancang.federation.execute;

import graphql.schema.GraphQLSchema;
import io.lancang.federation.access.ClientGrants;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.execute.GraphQLResponse.Outcome;
import io.lancang.federation.execute.answer.AnswerErrors;
import io.lancang.federation.execute.answer.ResponseWriter;
import io.lancang.federation.execute.introspection.IntrospectionAnswer;
import io.lancang.federation.execute.json.ByteSink;
import io.lancang.federation.execute.request.RequestVariables;
import io.lancang.federation.operation.OperationType;
import io.lancang.federation.operation.Variables;
import io.lancang.federation.operation.VariablesResult;
import io.lancang.federation.plan.query.PlanPrinter;
import io.lancang.federation.supergraph.Supergraph;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Answers clients' operations on one supergraph. Built once per supergraph; safe for concurrent use. */
public final class FederationEngine {
    private final GraphQLSchema apiSchema;
    private final SubgraphClient client;
    private final Variables variables;
    private final Preparations preparations;
    private final CostControl costs;
    private final Duration maxPreparation;
    private final AnswerOptions answers;

    /**
     * An engine in which chance decides about overrides by percentage, and overrides by other labels are never in force.
     *
     * @param client how subgraphs are reached
     */
    public FederationEngine(Supergraph supergraph, SubgraphClient client, EngineOptions options) {
        this(supergraph, client, options, PercentageLabels.byChance());
    }

    /**
     * An engine in which no client is granted anything.
     *
     * @param client how subgraphs are reached
     * @param overrideLabels decides which progressive overrides are in force
     */
    public FederationEngine(
            Supergraph supergraph, SubgraphClient client, EngineOptions options, OverrideLabels overrideLabels) {
        this(supergraph, client, options, overrideLabels, ClientGrants.NONE);
    }

    /**
     * @param client how subgraphs are reached
     * @param overrideLabels decides which progressive overrides are in force
     * @param grants says what the client of a request may see
     */
    public FederationEngine(
            Supergraph supergraph,
            SubgraphClient client,
            EngineOptions options,
            OverrideLabels overrideLabels,
            ClientGrants grants) {
        this.apiSchema = supergraph.apiSchema();
        this.client = client;
        this.answers = options.answers();
        variables = new Variables(apiSchema, options.limits(), options.disclosure());
        costs = new CostControl(options.cost());
        preparations = new Preparations(supergraph, options, overrideLabels, grants, variables);
        maxPreparation = options.limits().maxPreparation();
    }

    /** The schema that clients see. */
    public GraphQLSchema apiSchema() {
        return apiSchema;
    }

    /**
     * Answers an operation. Whatever is wrong with the request or with subgraphs is an error in the response; the stage completes
     * exceptionally only for a defect of the engine. It completes on the thread that takes in the last subgraph's answer,
     * which may be the caller's.
     *
     * @param context handed on to the subgraph client
     */
    public CompletionStage<GraphQLResponse> execute(GraphQLRequest request, Object context) {
        GraphQLRequest whole = request.delivered(Delivery.WHOLE);
        return execute(prepare(whole, context), whole, context);
    }

    /**
     * The operation ready to run, if it was asked for before; otherwise null. Takes no time, so that a caller who must not be
     * held up can have {@link #prepare} called elsewhere.
     *
     * @param context as for {@link #execute(GraphQLRequest, Object)}
     */
    public @Nullable Preparation cached(GraphQLRequest request, Object context) {
        return preparations.cached(request, context);
    }

    /**
     * Makes the operation ready to run. A new one may take as long as the limits allow.
     *
     * @param context as for {@link #execute(GraphQLRequest, Object)}
     */
    public Preparation prepare(GraphQLRequest request, Object context) {
        return preparations.prepare(request, context, maxPreparation);
    }

    /**
     * Makes the operation ready to run, within a time. If that is not enough, the operation is refused for this request, but
     * not remembered as refused.
     *
     * @param context as for {@link #execute(GraphQLRequest, Object)}
     * @param atMost how long it may take, if that is less than the limits allow for every preparation
     */
    public Preparation prepare(GraphQLRequest request, Object context, Duration atMost) {
        return preparations.prepare(request, context, atMost);
    }

    /**
     * Answers an operation in the way in which the client takes it.
     *
     * @param context handed on to the subgraph client
     */
    public GraphQLDelivery deliver(GraphQLRequest request, Object context) {
        return deliver(prepare(request, context), request, context);
    }

    /**
     * Answers an operation that is ready, as {@link #deliver(GraphQLRequest, Object)} does.
     *
     * @param preparation of this request by this engine
     */
    public GraphQLDelivery deliver(Preparation preparation, GraphQLRequest request, Object context) {
        if (!(preparation.operation() instanceof PreparedOperation.Planned planned)
                || planned.operation().deferrals().isEmpty()) {
            return new GraphQLDelivery.Whole(execute(preparation, request, context));
        }
        return switch (admit(planned, request)) {
            case Admission.Refused refused ->
                new GraphQLDelivery.Whole(CompletableFuture.completedFuture(refusal(refused.errors())));
            case Admission.Admitted admitted ->
                new GraphQLDelivery.InParts(new IncrementalExecution(
                        planned.executable(),
                        client,
                        new RequestVariables(admitted.values()),
                        context,
                        preparation.introspection(),
                        planned.denials().warnings(new RequestVariables(admitted.values())),
                        admitted.report(),
                        answers.maximumBytes()));
        };
    }

    /**
     * Answers an operation that is ready, as {@link #execute(GraphQLRequest, Object)} does.
     *
     * @param preparation of this request by this engine
     * @throws IllegalArgumentException if the operation was prepared to be answered in parts
     */
    public CompletionStage<GraphQLResponse> execute(Preparation preparation, GraphQLRequest request, Object context) {
        return switch (preparation.operation()) {
            case PreparedOperation.Refused refused -> CompletableFuture.completedFuture(refusal(refused.errors()));
            case PreparedOperation.Planned planned
            when isSubscription(planned) ->
                CompletableFuture.completedFuture(refusal(
                        "A subscription has more than one answer: subscribe to it over a transport for streams, or send"
                                + " a query or a mutation."));
            case PreparedOperation.Planned planned
            when !planned.operation().deferrals().isEmpty() ->
                throw new IllegalArgumentException("the operation was prepared for an answer in parts: deliver it");
            case PreparedOperation.Planned planned ->
                switch (admit(planned, request)) {
                    case Admission.Refused refused -> CompletableFuture.completedFuture(refusal(refused.errors()));
                    case Admission.Admitted admitted ->
                        execution(planned, preparation.introspection(), admitted, context)
                                .start();
                };
        };
    }

    /**
     * Prepares a subscription. Nothing is sent before somebody subscribes to what is answered.
     *
     * @param context handed on to the subgraph client, with the subscription and with the requests for each event
     */
    public GraphQLSubscription subscribe(GraphQLRequest request, Object context) {
        return subscribe(prepare(request, context), request, context);
    }

    /**
     * Answers a subscription that is ready, as {@link #subscribe(GraphQLRequest, Object)} does.
     *
     * @param preparation of this request by this engine
     */
    public GraphQLSubscription subscribe(Preparation preparation, GraphQLRequest request, Object context) {
        return switch (preparation.operation()) {
            case PreparedOperation.Refused refused -> new GraphQLSubscription.Refused(refusal(refused.errors()));
            case PreparedOperation.Planned planned
            when !isSubscription(planned) ->
                new GraphQLSubscription.Refused(
                        refusal("The operation is no subscription: it has one answer. Execute it."));
            case PreparedOperation.Planned planned ->
                switch (admit(planned, request)) {
                    case Admission.Refused refused -> new GraphQLSubscription.Refused(refusal(refused.errors()));
                    case Admission.Admitted admitted -> subscribe(planned, admitted, context);
                };
        };
    }

    /** Coerces the variables of a request, and judges what it selects and what it costs. */
    private Admission admit(PreparedOperation.Planned planned, GraphQLRequest request) {
        return switch (variables.coerce(planned.operation(), request.variables())) {
            case VariablesResult.Refused refused -> new Admission.Refused(refused.errors());
            case VariablesResult.Coerced coerced -> {
                List<GraphQLError> denied = planned.denials().refusals(new RequestVariables(coerced.values()));
                yield denied.isEmpty()
                        ? costs.judge(planned.cost(), coerced.values(), request.reportsCost())
                        : new Admission.Refused(denied);
            }
        };
    }

    private GraphQLSubscription subscribe(
            PreparedOperation.Planned planned, Admission.Admitted admitted, Object context) {
        RequestVariables requestVariables = new RequestVariables(admitted.values());
        if (planned.executable().steps().isEmpty()) {
            return new GraphQLSubscription.Refused(refusal(planned.denials().selected(requestVariables)));
        }
        // Validation leaves a subscription exactly one root field, so its plan begins with the one fetch of it.
        FetchStep.Root root = (FetchStep.Root) planned.executable().steps().getFirst();
        if (!requestVariables.satisfyAny(root.when())) {
            return new GraphQLSubscription.Refused(
                    refusal("The only field of the subscription is left out by @skip or @include: there is nothing to"
                            + " wait for."));
        }
        SubgraphRequest request =
                new SubgraphRequest(root.subgraph(), root.request().body(requestVariables), context);
        return new GraphQLSubscription.Accepted(
                root.subgraph(),
                new EventStream(
                        () -> client.subscribe(request),
                        event -> execution(planned, IntrospectionAnswer.NOTHING, admitted, context)
                                .start(event),
                        failure -> SubgraphFailures.expected(root.subgraph(), failure)));
    }

    private static boolean isSubscription(PreparedOperation.Planned planned) {
        return planned.operation().type() == OperationType.SUBSCRIPTION;
    }

    /** How the cache of plans does, refusals of operations that cannot be planned included. Counts begin with the engine. */
    public CacheCounts planCache() {
        return preparations.counts();
    }

    /**
     * The plan of an operation as text, or why there is none, one reason a line.
     *
     * @param context as for {@link #execute}
     */
    public String explain(GraphQLRequest request, Object context) {
        return explain(prepare(request, context));
    }

    /** The plan of an operation that is ready, as {@link #explain(GraphQLRequest, Object)} gives it. */
    public String explain(Preparation preparation) {
        return switch (preparation.operation()) {
            case PreparedOperation.Planned planned -> PlanPrinter.explain(planned.plan());
            case PreparedOperation.Refused refused ->
                String.join(
                        "\n",
                        refused.errors().stream()
                                .map(error -> error.code() + ": " + error.message())
                                .toList());
        };
    }

    private Execution execution(
            PreparedOperation.Planned planned,
            IntrospectionAnswer answer,
            Admission.Admitted admitted,
            Object context) {
        RequestVariables requestVariables = new RequestVariables(admitted.values());
        AnswerErrors errors = new AnswerErrors();
        planned.denials().warnings(requestVariables).forEach(errors::add);
        return new Execution(
                planned.executable(),
                client,
                requestVariables,
                context,
                answer.fields(),
                errors,
                admitted.report(),
                answers.maximumBytes());
    }

    private static GraphQLResponse refusal(String message) {
        return refusal(List.of(GraphQLError.of(ErrorCode.BAD_USER_INPUT, message)));
    }

    private static GraphQLResponse refusal(List<GraphQLError> errors) {
        ByteSink sink = new ByteSink(512);
        ResponseWriter.writeRefusal(sink, errors);
        return new GraphQLResponse(Outcome.REQUEST_ERROR, sink.bytes(), sink.length());
    }
}
