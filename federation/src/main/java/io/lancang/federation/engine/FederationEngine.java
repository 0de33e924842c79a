package io.lancang.federation.engine;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaPrinter;
import io.lancang.federation.ClientGrants;
import io.lancang.federation.CostListener;
import io.lancang.federation.GraphQLResponse;
import io.lancang.federation.OperationDescription;
import io.lancang.federation.SchemaIndex;
import io.lancang.federation.SubgraphClient;
import io.lancang.federation.check.UsedCoordinates;
import io.lancang.federation.describe.OperationDescriber;
import io.lancang.federation.describe.SchemaWords;
import io.lancang.federation.operation.Variables;
import io.lancang.federation.plan.query.PlanPrinter;
import io.lancang.federation.supergraph.Supergraph;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Answers clients' operations on one supergraph. Built once per supergraph; safe for concurrent use.
 *
 * @param <C> what the caller hands on with each request, to the subgraph client and to whoever decides about labels and grants
 */
public final class FederationEngine<C> {
    private final GraphQLSchema apiSchema;
    private final Preparations<C> preparations;
    private final Duration maxPreparation;
    private final RequestBinder<C> binder;

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
        Variables variables = new Variables(apiSchema, options.limits(), options.disclosure());
        preparations = new Preparations<>(supergraph, options, overrideLabels, grants, variables);
        maxPreparation = options.limits().maxPreparation();
        binder = new RequestBinder<>(client, variables, new CostControl(options.cost()), options.answers());
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
                CompletableFuture.completedFuture(RequestBinder.refusal(
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
        return binder.bind(preparation, request, context, null);
    }

    /**
     * As {@link #prepare(Preparation, GraphQLRequest, Object)}, telling of the costs of this request.
     *
     * @param costs hears of them besides the one in the options: of the estimate before this returns, of what an answer really cost
     *     if it is counted, for each event of a subscription
     */
    public Prepared prepare(Preparation preparation, GraphQLRequest request, C context, CostListener costs) {
        return binder.bind(preparation, request, context, costs);
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
}
