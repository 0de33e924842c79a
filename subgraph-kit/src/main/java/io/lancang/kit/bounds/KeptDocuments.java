package io.lancang.kit.bounds;

import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationValidationParameters;
import graphql.validation.ValidationError;
import io.smallrye.graphql.execution.QueryCache;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Lets the extension's cache keep parsed documents as long as they weigh no more than is allowed together. The cache itself
 * counts documents, whatever they weigh, and tells nobody what it has dropped: so what was let in counts for ever, and once
 * all is taken, further documents are parsed at each request. Safe for any thread.
 */
final class KeptDocuments extends SimplePerformantInstrumentation {
    /** What a node weighs in memory, with its place in the text and its share of lists. */
    private static final long BYTES_A_NODE = 250;

    private final QueryCache cache;
    private final RequestLimits limits;
    private final AtomicLong weight = new AtomicLong();

    KeptDocuments(QueryCache cache, RequestLimits limits) {
        this.cache = cache;
        this.limits = limits;
    }

    @Override
    public @Nullable InstrumentationContext<List<ValidationError>> beginValidation(
            InstrumentationValidationParameters parameters, @Nullable InstrumentationState state) {
        long own = BYTES_A_NODE * QuestionSize.nodes(parameters.getDocument())
                + 2L * parameters.getQuery().length();
        if (weight.addAndGet(own) > limits.documents().asLongValue()) {
            weight.addAndGet(-own);
            return null;
        }
        return cache.beginValidation(parameters, state);
    }
}
