package io.lancang.kit.body;

import graphql.ExecutionResult;
import graphql.schema.GraphQLSchema;
import io.lancang.kit.bounds.RequestBudget;
import io.lancang.kit.bounds.Requests;
import io.lancang.kit.error.ErrorBoundary;
import io.lancang.kit.freshness.Freshness;
import io.quarkus.arc.Unremovable;
import io.smallrye.graphql.execution.ExecutionResponse;
import io.smallrye.graphql.execution.ExecutionResponseWriter;
import io.smallrye.graphql.execution.ExecutionService;
import io.smallrye.graphql.schema.model.Schema;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Map;
import java.util.Optional;
import org.reactivestreams.Publisher;

/**
 * Executes requests of the graph, over HTTP and WebSockets alike, in place of the extension's own service: that one parses a
 * document before it tells anybody of the request, and answers what cannot be parsed without a code. Here a document is
 * measured first, and whoever sent one that is not executed reads why.
 */
@Singleton
@Alternative
@Priority(1)
@Unremovable // The extension looks it up while the application runs, which the removal of unused beans does not see.
class MeasuredExecution extends ExecutionService {
    private static final String DOCUMENT = "query";

    private final DocumentText documents;
    private final Requests requests;
    private final Freshness freshness;

    MeasuredExecution(GraphQLSchema graph, Schema model, BodyLimits limits, Requests requests, Freshness freshness) {
        super(graph, model);
        this.requests = requests;
        this.freshness = freshness;
        this.documents = new DocumentText(limits.document(), limits.tokens());
        documents.boundParser();
    }

    @Override
    public void execute(
            JsonObject request, Map<String, Object> context, ExecutionResponseWriter writer, boolean async) {
        String document = request.get(DOCUMENT) instanceof JsonString text ? text.getString() : "";
        Optional<ExecutionResult> refusal = documents.refusal(document);
        if (refusal.isPresent()) {
            writer.write(answer(refusal.get()));
        } else {
            RequestBudget budget = requests.begin();
            context.put(RequestBudget.KEY, budget);
            super.execute(request, context, new Telling(document, budget, writer), async);
        }
    }

    private static ExecutionResponse answer(ExecutionResult result) {
        return new ExecutionResponse(ErrorBoundary.translated(result));
    }

    /**
     * Lets answers of executions pass, whose errors have been translated. The others have the extension's bare errors. What the
     * request has of what all share is given back once its answer is bytes, which are counted elsewhere.
     */
    private final class Telling implements ExecutionResponseWriter {
        private final String document;
        private final RequestBudget budget;
        private final ExecutionResponseWriter writer;

        private Telling(String document, RequestBudget budget, ExecutionResponseWriter writer) {
            this.document = document;
            this.budget = budget;
            this.writer = writer;
        }

        @Override
        public void write(ExecutionResponse response) {
            ExecutionResult result = response.getExecutionResult();
            if (result.getData() instanceof Publisher<?> events) {
                budget.end();
                writer.write(new ExecutionResponse(result.transform(copy -> copy.data(budget.whileAsked(events)))));
                return;
            }
            boolean isWhole = budget.isQuery() && result.getErrors().isEmpty();
            budget.withHttpRequest(request -> markFreshness(request, isWhole));
            boolean isExplained = result.getErrors().stream().allMatch(error -> error.getExtensions() != null);
            try {
                writer.write(
                        isExplained
                                ? response
                                : answer(documents.fault(document).orElse(result)));
            } finally {
                budget.end();
            }
        }

        private void markFreshness(HttpServerRequest request, boolean isWhole) {
            if (!isWhole) {
                freshness.markNotKept(request);
            } else if (budget.isAboutPast()) {
                freshness.markPast(request);
            } else {
                freshness.markKept(request);
            }
        }

        @Override
        public void fail(Throwable failure) {
            try {
                writer.fail(failure);
            } finally {
                budget.end();
            }
        }
    }
}
