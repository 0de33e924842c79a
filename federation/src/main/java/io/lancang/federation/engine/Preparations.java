package io.lancang.federation.engine;

import graphql.schema.GraphQLSchema;
import io.lancang.federation.ClientGrants;
import io.lancang.federation.OperationType;
import io.lancang.federation.budget.OutOfTimeException;
import io.lancang.federation.budget.TimeBudget;
import io.lancang.federation.cost.OperationCosts;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.execute.answer.ApiTypes;
import io.lancang.federation.execute.introspection.IntrospectionAnswer;
import io.lancang.federation.execute.introspection.IntrospectionAnswers;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.operation.OperationResult;
import io.lancang.federation.operation.Operations;
import io.lancang.federation.operation.Variables;
import io.lancang.federation.operation.VariablesResult;
import io.lancang.federation.plan.QueryPlanner;
import io.lancang.federation.supergraph.Supergraph;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes operations ready to run, each within a time, with their answers about the schema. Safe for concurrent use. */
final class Preparations<C> {
    private final PreparedOperations operations;
    private final IntrospectionAnswers introspection;
    private final Variables variables;
    private final OverrideLabels<C> overrideLabels;
    private final AccessControl<C> access;
    private final Duration maxDuration;

    Preparations(
            Supergraph supergraph,
            EngineOptions options,
            OverrideLabels<C> overrideLabels,
            ClientGrants<C> grants,
            Variables variables) {
        this.access = new AccessControl<>(supergraph, options.access(), grants);
        this.overrideLabels = overrideLabels;
        this.variables = variables;
        GraphQLSchema apiSchema = supergraph.apiSchema();
        operations = new PreparedOperations(
                new Operations(
                        apiSchema,
                        options.limits(),
                        options.disclosure(),
                        options.caches().documents(),
                        options.caches().operations()),
                new QueryPlanner(supergraph, options.planner()),
                new OperationCosts(supergraph, options.cost()),
                new ApiTypes(apiSchema, supergraph::allowsUnknownType),
                access,
                options.caches().plans());
        introspection = new IntrospectionAnswers(
                apiSchema,
                options.disclosure().maxAnswerBytes(),
                options.caches().introspection());
        maxDuration = options.limits().maxPreparation();
    }

    /** A preparation of which everything is remembered; otherwise null. Takes no time. */
    @Nullable
    Preparation cached(GraphQLRequest request, C context) {
        PreparedOperation found = operations.cached(
                request.query(),
                request.operationName(),
                operation -> deferrals(operation, request),
                labels -> overrideLabels.inForce(labels, context),
                requirements -> access.missing(requirements, context));
        if (!(found instanceof PreparedOperation.Planned planned)) {
            return found == null ? null : new Preparation(found, IntrospectionAnswer.NOTHING);
        }
        IntrospectionAnswer known = introspection.known(planned.introspection());
        return known == null ? null : preparation(planned, known);
    }

    /** A preparation, or the refusal of an operation that takes longer than {@code atMost} or than any may. */
    Preparation prepare(GraphQLRequest request, C context, Duration atMost) {
        TimeBudget budget = TimeBudget.of(atMost.compareTo(maxDuration) < 0 ? atMost : maxDuration);
        long begin = System.nanoTime();
        try {
            OperationResult read = operations.read(request.query(), request.operationName(), budget);
            long whenRead = System.nanoTime();
            PreparedOperation operation = operations.find(
                    read,
                    found -> deferrals(found, request),
                    labels -> overrideLabels.inForce(labels, context),
                    requirements -> access.missing(requirements, context),
                    budget);
            Preparation made = operation instanceof PreparedOperation.Planned planned
                    ? preparation(planned, introspection(planned, request, budget))
                    : new Preparation(operation, IntrospectionAnswer.NOTHING);
            return made.taking(new PreparationTimes(begin, whenRead, System.nanoTime()));
        } catch (OutOfTimeException e) {
            return new Preparation(
                    new PreparedOperation.Refused(
                            ErrorCode.LIMIT_EXCEEDED,
                            "The operation takes more than " + e.allowed().toMillis()
                                    + " ms to prepare. Ask for less, in several requests, or try again later."),
                    IntrospectionAnswer.NOTHING);
        }
    }

    /** What is remembered of documents, operations and plans, in bytes, estimated. */
    long bytes() {
        return operations.bytes();
    }

    /** How the cache of plans does. */
    CacheCounts counts() {
        return operations.counts();
    }

    private IntrospectionAnswer introspection(
            PreparedOperation.Planned planned, GraphQLRequest request, TimeBudget budget) {
        if (!planned.introspection().usesVariables()) {
            return introspection.find(planned.introspection(), Map.of(), budget);
        }
        return switch (variables.coerce(planned.operation(), request.variables())) {
            // The same comes out when the operation is to run, and is reported then.
            case VariablesResult.Refused refused -> IntrospectionAnswer.NOTHING;
            case VariablesResult.Coerced coerced ->
                introspection.find(planned.introspection(), coerced.values(), budget);
        };
    }

    private static Preparation preparation(PreparedOperation.Planned planned, IntrospectionAnswer answer) {
        return answer.errors().isEmpty()
                ? new Preparation(planned, answer)
                : new Preparation(new PreparedOperation.Refused(answer.errors()), answer);
    }

    private static Set<Integer> deferrals(Operation operation, GraphQLRequest request) {
        return switch (request.delivery()) {
            case WHOLE -> Set.of();
            case IN_PARTS ->
                operation.type() == OperationType.SUBSCRIPTION
                        ? Set.of()
                        : operation.deferralsInForce(new TrueVariables(operation, request.variables()));
        };
    }
}
