package io.lancang.federation.execute.introspection;

import graphql.introspection.Introspection;
import graphql.schema.DataFetchingEnvironmentImpl;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import io.lancang.federation.budget.TimeBudget;
import io.lancang.federation.json.ByteSink;
import io.lancang.federation.json.JsonWriter;
import io.lancang.federation.operation.FieldSelection;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.operation.document.LibraryDirectives;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes what one operation asks about the schema, straight to bytes. What each field of {@code __Schema}, {@code __Type} and
 * the like means is graphql-java's; going from field to field is not, so that the work ends where the answer becomes too large.
 * Used once, by one thread.
 */
final class SchemaWriter {
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private final GraphQLSchema schema;
    private final SelectedFields selected;
    private final int maxBytes;
    private final TimeBudget budget;
    private final ByteSink sink = new ByteSink(1024);
    private int written;

    /**
     * @param variables coerced
     * @param maxBytes of all fields together
     */
    SchemaWriter(
            GraphQLSchema schema, Map<String, ? extends @Nullable Object> variables, int maxBytes, TimeBudget budget) {
        this.schema = schema;
        selected = new SelectedFields(variables);
        this.maxBytes = maxBytes;
        this.budget = budget;
    }

    /**
     * The JSON values of the root fields about the schema, by response key.
     *
     * @throws SchemaAnswerTooLargeException if they are larger than allowed
     * @throws io.lancang.federation.budget.OutOfTimeException if writing takes too long
     */
    Map<String, byte[]> write(Operation operation) throws SchemaAnswerTooLargeException {
        Map<String, byte[]> fields = new LinkedHashMap<>();
        for (Map.Entry<String, List<FieldSelection>> entry :
                selected.of(List.of(operation.selections())).entrySet()) {
            FieldSelection field = entry.getValue().getFirst();
            if (field.name().equals("__schema")) {
                value(Introspection.__Schema, schema, entry.getValue());
            } else if (field.name().equals("__type")) {
                Object name = selected.arguments(field).get("name");
                value(Introspection.__Type, schema.getType(String.valueOf(name)), entry.getValue());
            } else {
                continue;
            }
            fields.put(entry.getKey(), sink.toByteArray());
            written += sink.length();
            sink.truncate(0);
        }
        return fields;
    }

    private void value(GraphQLType type, @Nullable Object value, List<FieldSelection> fields)
            throws SchemaAnswerTooLargeException {
        budget.step();
        if (written + sink.length() > maxBytes) {
            throw new SchemaAnswerTooLargeException();
        }
        switch (GraphQLTypeUtil.unwrapNonNull(type)) {
            case GraphQLType any when value == null -> sink.write(NULL);
            case GraphQLList list
            when value instanceof Collection<?> items -> {
                char separator = '[';
                for (Object item : items) {
                    sink.write(separator);
                    value(list.getWrappedType(), item, fields);
                    separator = ',';
                }
                if (items.isEmpty()) {
                    sink.write('[');
                }
                sink.write(']');
            }
            case GraphQLObjectType object -> object(object, value, fields);
            default -> JsonWriter.write(value, sink);
        }
    }

    private void object(GraphQLObjectType type, Object source, List<FieldSelection> fields)
            throws SchemaAnswerTooLargeException {
        char separator = '{';
        for (Map.Entry<String, List<FieldSelection>> entry :
                selected.below(fields).entrySet()) {
            FieldSelection field = entry.getValue().getFirst();
            sink.write(separator);
            JsonWriter.write(entry.getKey(), sink);
            sink.write(':');
            if (field.name().equals("__typename")) {
                JsonWriter.write(type.getName(), sink);
            } else {
                GraphQLFieldDefinition definition = type.getFieldDefinition(field.name());
                value(definition.getType(), fetch(type, definition, source, field), entry.getValue());
            }
            separator = ',';
        }
        if (separator == '{') {
            sink.write('{');
        }
        sink.write('}');
    }

    private @Nullable Object fetch(
            GraphQLObjectType type, GraphQLFieldDefinition definition, Object source, FieldSelection field) {
        Object value;
        try {
            value = schema.getCodeRegistry()
                    .getDataFetcher(type, definition)
                    .get(DataFetchingEnvironmentImpl.newDataFetchingEnvironment()
                            .graphQLSchema(schema)
                            .source(source)
                            .parentType(type)
                            .fieldDefinition(definition)
                            .arguments(selected.arguments(field))
                            .build());
        } catch (Exception e) {
            throw new IllegalStateException(
                    "the schema does not tell " + type.getName() + "." + definition.getName(), e);
        }
        return value instanceof Collection<?> items ? offered(items) : value;
    }

    /** Leaves {@link LibraryDirectives} out. */
    private static Collection<?> offered(Collection<?> items) {
        return items.stream()
                .filter(item ->
                        !(item instanceof GraphQLDirective directive) || !LibraryDirectives.has(directive.getName()))
                .toList();
    }
}
