package io.lancang.federation.execute.introspection;

import graphql.schema.GraphQLSchema;
import io.lancang.federation.budget.TimeBudget;
import io.lancang.federation.cache.WeighedCache;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.operation.TextWeight;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds answers about one schema, and remembers those that depend on no variable: the standard queries of tools are answered
 * from bytes, whoever asks them and however they are written. Thread-safe.
 */
public final class IntrospectionAnswers {
    private final GraphQLSchema schema;
    private final int maxAnswerBytes;
    private final WeighedCache<String, IntrospectionAnswer> known;

    /**
     * Starts with no answers.
     *
     * @param maxAnswerBytes how much one operation may read of the schema, all its fields together
     * @param cachedBytes how much is remembered
     */
    public IntrospectionAnswers(GraphQLSchema schema, int maxAnswerBytes, long cachedBytes) {
        this.schema = schema;
        this.maxAnswerBytes = maxAnswerBytes;
        known = WeighedCache.ofLargeEntries(cachedBytes, (text, answer) -> TextWeight.of(text) + answer.bytes());
    }

    /** The answer if it is known without variables and remembered; otherwise null. Takes no time. */
    public @Nullable IntrospectionAnswer known(IntrospectionQuery query) {
        if (query.isEmpty()) {
            return IntrospectionAnswer.NOTHING;
        }
        return query.usesVariables() ? null : known.find(query.text());
    }

    /**
     * Finds the answer.
     *
     * @param variables coerced
     * @throws io.lancang.federation.budget.OutOfTimeException if that takes too long
     */
    public IntrospectionAnswer find(
            IntrospectionQuery query, Map<String, ? extends @Nullable Object> variables, TimeBudget budget) {
        IntrospectionAnswer found = known(query);
        if (found != null) {
            return found;
        }
        IntrospectionAnswer made = make(query, variables, budget);
        return query.usesVariables() ? made : known.keep(query.text(), made);
    }

    private IntrospectionAnswer make(
            IntrospectionQuery query, Map<String, ? extends @Nullable Object> variables, TimeBudget budget) {
        try {
            return new IntrospectionAnswer(
                    new SchemaWriter(schema, variables, maxAnswerBytes, budget).write(query.operation()), List.of());
        } catch (SchemaAnswerTooLargeException e) {
            return new IntrospectionAnswer(
                    Map.of(),
                    List.of(GraphQLError.of(
                            ErrorCode.LIMIT_EXCEEDED,
                            "What the operation asks about the schema is more than " + maxAnswerBytes
                                    + " bytes. Ask for less, or in several requests.")));
        }
    }
}
