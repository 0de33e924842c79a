package io.lancang.kit.bounds;

import graphql.ExecutionResult;
import graphql.TrivialDataFetcher;
import graphql.execution.FetchedValue;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationCreateStateParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldCompleteParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldParameters;
import graphql.execution.instrumentation.parameters.InstrumentationValidationParameters;
import graphql.schema.DataFetcher;
import graphql.schema.LightDataFetcher;
import graphql.validation.ValidationError;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Measures a request before it is executed, and counts the values of its answer while they are completed. */
final class AnswerMeter extends SimplePerformantInstrumentation {
    private final QuestionSize size;

    AnswerMeter(QuestionSize size) {
        this.size = size;
    }

    @Override
    public InstrumentationState createState(InstrumentationCreateStateParameters parameters) {
        return RequestBudget.of(parameters.getExecutionInput().getGraphQLContext());
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecution(
            InstrumentationExecutionParameters parameters, InstrumentationState budget) {
        size.checkVariables(parameters.getVariables());
        return null;
    }

    /** Checked before the rules of validation, some of which look at every pair of fields. */
    @Override
    public @Nullable InstrumentationContext<List<ValidationError>> beginValidation(
            InstrumentationValidationParameters parameters, InstrumentationState budget) {
        size.checkDocument(parameters.getDocument());
        return null;
    }

    @Override
    public DataFetcher<?> instrumentDataFetcher(
            DataFetcher<?> fetcher, InstrumentationFieldFetchParameters parameters, InstrumentationState budget) {
        if (fetcher instanceof LightDataFetcher || fetcher instanceof TrivialDataFetcher) {
            return fetcher;
        }
        return environment -> {
            ((RequestBudget) budget).fetch();
            return fetcher.get(new UnselectedFetching(environment));
        };
    }

    @Override
    public @Nullable InstrumentationContext<Object> beginFieldCompletion(
            InstrumentationFieldCompleteParameters parameters, InstrumentationState budget) {
        String key = Objects.requireNonNull(parameters.getExecutionStepInfo().getResultKey(), "a field has a key");
        Object fetched = parameters.getFetchedValue() instanceof FetchedValue field
                ? field.getFetchedValue()
                : parameters.getFetchedValue();
        ((RequestBudget) budget).values(1, key.length() + length(fetched));
        return null;
    }

    @Override
    public @Nullable InstrumentationContext<Object> beginFieldListCompletion(
            InstrumentationFieldCompleteParameters parameters, InstrumentationState budget) {
        if (parameters.getFetchedValue() instanceof Collection<?> items) {
            long text = 0;
            for (Object item : items) {
                text += length(item);
            }
            ((RequestBudget) budget).values(items.size(), text);
        }
        return null;
    }

    /** An event of a subscription is an answer of its own. */
    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginSubscribedFieldEvent(
            InstrumentationFieldParameters parameters, InstrumentationState budget) {
        ((RequestBudget) budget).release();
        return null;
    }

    private static long length(@Nullable Object value) {
        return value instanceof CharSequence text ? text.length() : 1;
    }
}
