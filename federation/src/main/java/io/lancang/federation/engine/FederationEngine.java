package io.lancang.federation.engine;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaPrinter;
import io.lancang.federation.ClientGrants;
import io.lancang.federation.CostListener;
import io.lancang.federation.GraphQLResponse;
import io.lancang.federation.GraphQLResponse.Outcome;
import io.lancang.federation.OperationDescription;
import io.lancang.federation.OperationType;
import io.lancang.federation.SchemaIndex;
import io.lancang.federation.SubgraphClient;
import io.lancang.federation.check.UsedCoordinates;
import io.lancang.federation.describe.OperationDescriber;
import io.lancang.federation.describe.SchemaWords;
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
import io.lancang.federation.plan.query.PlanPrinter;
import io.lancang.federation.supergraph.Supergraph;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers clients' operations on one supergraph. Built once per supergraph; safe for concurrent use.
 *
 * @param <C> what the caller hands on with each request, to the subgraph client and to whoever decides about labels and grants
 */
public final class FederationEngine<C> {
    private final GraphQLSchema apiSchema;
    private final SubgraphClient<C> client;
    private final Variables variables;
    private final Preparations<C> preparations;
    private final CostControl costs;
    private final Duration maxPreparation;
    private final AnswerOptions answers;

    /**
     * An engine in which chance decides about overrides by percentage, and overrides by other labels are never in force.
     *
     * @param client how subgraphs are reached
     */
    public FederationEngine(Supergraph supergraph, SubgraphClient<C> client, EngineOptions options) {
        this(supergraph, client, options, PercentageLabels.byChance());
    }

    /**
     * An engine in which no client is granted anything.
     *
     * @param client how subgraphs are reached
     * @param overrideLabels decides which progressive overrides are in force
     */
    public FederationEngine(
            Supergraph supergraph, SubgraphClient<C> client, EngineOptions options, OverrideLabels<C> overrideLabels) {
        this(supergraph, client, options, overrideLabels, ClientGrants.none());
    }

    /**
     * @param client how subgraphs are reached
     * @param overrideLabels decides which progressive overrides are in force
     * @param grants says what the client of a request may see
     */
    public FederationEngine(
            Supergraph supergraph,
            SubgraphClient<C> client,
            EngineOptions options,
            OverrideLabels<C> overrideLabels,
            ClientGrants<C> grants) {
        this.apiSchema = supergraph.apiSchema();
        this.client = client;
        this.answers = options.answers();
        variables = new Variables(apiSchema, options.limits(), options.disclosure());
        costs = new CostControl(options.cost());
        preparations = new Preparations<>(supergraph, options, overrideLabels, grants, variables);
        maxPreparation = options.limits().maxPreparation();
    }

    /** The schema that clients see, as SDL. Printed anew each time, which takes as long as the schema is large. */
    public String schemaSdl() {
        SchemaPrinter.Options options = SchemaPrinter.Options.defaultOptions()
                .includeIntrospectionTypes(false)
                .includeScalarTypes(true)
                .includeDirectiveDefinitions(false)
                .includeDirectives(name -> name.equals("deprecated") || name.equals("specifiedBy"));
        return new SchemaPrinter(options).print(apiSchema);
    }

    /**
     * Answers an operation. Whatever is wrong with the request or with subgraphs is an error in the response; the stage completes
     * exceptionally only for a defect of the engine. It completes on the thread that takes in the last subgraph's answer,
     * which may be the caller's.
     *
     * @param context handed on to the subgraph client
     */
    public CompletionStage<GraphQLResponse> execute(GraphQLRequest request, C context) {
        return switch (prepare(request.delivered(Delivery.WHOLE), context)) {
            case Prepared.Refused(GraphQLResponse answer) -> CompletableFuture.completedFuture(answer);
            case Prepared.Single single -> single.execute();
            case Prepared.Events _ ->
                CompletableFuture.completedFuture(refusal(
                        "A subscription has more than one answer: subscribe to it over a transport for streams, or send"
                                + " a query or a mutation."));
            case Prepared.InParts _ -> throw new AssertionError("nothing is deferred in an answer that is taken whole");
        };
    }

    /** Makes a request ready to run: its operation, which is parsed, validated and planned if it is new, with its values. */
    public Prepared prepare(GraphQLRequest request, C context) {
        return prepare(preparation(request, context), request, context);
    }

    /**
     * As {@link #prepare(GraphQLRequest, Object)}, where the operation is ready. Takes next to no time.
     *
     * @param preparation of this request's operation by this engine
     * @param context handed on to the subgraph client
     */
    public Prepared prepare(Preparation preparation, GraphQLRequest request, C context) {
        return prepared(preparation, request, context, null);
    }

    /**
     * As {@link #prepare(Preparation, GraphQLRequest, Object)}, telling of the costs of this request.
     *
     * @param costs hears of them besides the one in the options: of the estimate before this returns, of what an answer really cost
     *     if it is counted, for each event of a subscription
     */
    public Prepared prepare(Preparation preparation, GraphQLRequest request, C context, CostListener costs) {
        return prepared(preparation, request, context, costs);
    }

    private Prepared prepared(
            Preparation preparation, GraphQLRequest request, C context, @Nullable CostListener listener) {
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

    /**
     * The operation of a request, if it was asked for before; otherwise null. Takes no time, so that a caller who must not be
     * held up can have {@link #preparation} called elsewhere.
     *
     * @param context as for {@link #execute(GraphQLRequest, Object)}
     */
    public @Nullable Preparation cached(GraphQLRequest request, C context) {
        return preparations.cached(request, context);
    }

    /**
     * The operation of a request, parsed, validated and planned. A new one may take as long as the limits allow.
     *
     * @param context as for {@link #execute(GraphQLRequest, Object)}
     */
    public Preparation preparation(GraphQLRequest request, C context) {
        return preparations.prepare(request, context, maxPreparation);
    }

    /**
     * The operation of a request, within a time. If that is not enough, the operation is refused for this request, but
     * not remembered as refused.
     *
     * @param context as for {@link #execute(GraphQLRequest, Object)}
     * @param atMost how long it may take, if that is less than the limits allow for every preparation
     */
    public Preparation preparation(GraphQLRequest request, C context, Duration atMost) {
        return preparations.prepare(request, context, atMost);
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
                return new Prepared.Refused(refusal(List.of(GraphQLError.of(
                        ErrorCode.BAD_USER_INPUT,
                        "Variable '" + list.countVariable() + "' is " + count
                                + ", but an initialCount of @stream must be 0 or more."))));
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
        // Validation leaves a subscription exactly one root field, so its plan begins with the one fetch of it.
        FetchStep.Root root = (FetchStep.Root) planned.executable().steps().getFirst();
        if (!requestVariables.satisfyAny(root.when())) {
            return new Prepared.Refused(
                    refusal("The only field of the subscription is left out by @skip or @include: there is nothing to"
                            + " wait for."));
        }
        byte[] body = root.request().body(requestVariables);
        return new Prepared.Events(
                root.subgraph(),
                new EventStream(
                        () -> caller.subscribe(root.subgraph(), body),
                        event -> execution(planned, IntrospectionAnswer.NOTHING, admitted, caller, () -> Map.of())
                                .start(event),
                        failure -> SubgraphFailures.expected(root.subgraph(), failure)));
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
    public String explain(GraphQLRequest request, C context) {
        return explain(preparation(request, context));
    }

    /** The fields that an operation selects; none if it cannot be run. Computed anew each time. */
    public List<SelectedField> selectedFields(Preparation preparation) {
        return switch (preparation.operation()) {
            case PreparedOperation.Planned planned ->
                new SelectedFields(apiSchema).of(planned.operation().selections());
            case PreparedOperation.Refused _ -> List.of();
        };
    }

    /** All that a valid document uses of the API schema, as coordinates such as {@code Type.field}. Parsed anew each time. */
    public Set<String> usedCoordinates(String document) {
        return UsedCoordinates.of(apiSchema, document);
    }

    /**
     * What the operation of a document is as a function: what it takes, and what it answers with. For documents that somebody trusts; none of the
     * limits counts. Described anew each time.
     *
     * @throws IllegalArgumentException if the document has not exactly one operation, or is not valid in the schema that clients see; the
     *     message is the end of a sentence that begins with the document
     */
    public OperationDescription describe(String document) {
        return OperationDescriber.describe(apiSchema, document);
    }

    /** Finds parts of the schema that clients see. Indexed anew each time. */
    public SchemaIndex schemaIndex() {
        return SchemaWords.of(apiSchema);
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

    private static GraphQLResponse refusal(String message) {
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
