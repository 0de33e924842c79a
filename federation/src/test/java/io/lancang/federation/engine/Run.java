package io.lancang.federation.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.lancang.federation.GraphQLResponse;
import io.lancang.federation.OperationLimits;
import io.lancang.federation.SubgraphClient;
import io.lancang.federation.execute.answer.AnswerErrors;
import io.lancang.federation.execute.answer.ApiTypes;
import io.lancang.federation.execute.compile.ExecutablePlan;
import io.lancang.federation.execute.request.RequestVariables;
import io.lancang.federation.execute.run.Caller;
import io.lancang.federation.execute.run.Execution;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.operation.OperationResult;
import io.lancang.federation.operation.Operations;
import io.lancang.federation.operation.Variables;
import io.lancang.federation.operation.VariablesResult;
import io.lancang.federation.plan.query.Fetch;
import io.lancang.federation.plan.query.QueryPlan;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Runs a plan that a test wrote by hand against subgraphs in memory. */
final class Run {
    private final GraphQLSchema apiSchema;
    private final Operation operation;
    private final ExecutablePlan plan;

    Run(String apiSdl, String query, Fetch... fetches) {
        apiSchema = UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(apiSdl));
        OperationResult result = new Operations(apiSchema, OperationLimits.DEFAULT, 10_000).find(query, null);
        operation = switch (result) {
            case OperationResult.Accepted accepted -> accepted.operation();
            case OperationResult.Refused refused ->
                throw new IllegalArgumentException(refused.errors().toString());
        };
        plan = ExecutablePlan.compile(
                operation, new QueryPlan(operation.type(), List.of(fetches)), new ApiTypes(apiSchema, name -> false));
    }

    /** The answer as text. */
    String answer(SubgraphClient<Object> client) {
        return answer(client, Map.of());
    }

    /** The answer as text. */
    String answer(SubgraphClient<Object> client, Map<String, @Nullable Object> variables) {
        return text(start(client, variables).toCompletableFuture().join());
    }

    CompletionStage<GraphQLResponse> start(SubgraphClient<Object> client, Map<String, @Nullable Object> variables) {
        Map<String, @Nullable Object> values = switch (new Variables(apiSchema).coerce(operation, variables)) {
            case VariablesResult.Coerced coerced -> coerced.values();
            case VariablesResult.Refused refused ->
                throw new IllegalArgumentException(refused.errors().toString());
        };
        return new Execution(
                        plan,
                        new Caller<Object>(client, "context"),
                        new RequestVariables(values),
                        Map.of(),
                        new AnswerErrors(),
                        null,
                        () -> Map.of(),
                        Integer.MAX_VALUE)
                .start();
    }

    static String text(GraphQLResponse response) {
        return new String(response.body(), 0, response.length(), UTF_8);
    }
}
