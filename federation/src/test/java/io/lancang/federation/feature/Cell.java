package io.lancang.federation.feature;

import static java.nio.charset.StandardCharsets.UTF_8;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import io.lancang.federation.json.ByteSink;
import io.lancang.federation.json.JsonWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a field's value from the data of a subgraph. Besides plain JSON a value can be
 *
 * <ul>
 *   <li>{@code "@User"}: all entities of that type; {@code "@User[1]"}: one of them;
 *   <li>{@code {"$by": "id", "1": …, "2": …}}: a choice by an argument;
 *   <li>{@code "{price} for {$country}"}: a text of other fields of the object and of the field's arguments; a text of one
 *       such part and nothing else is that part, whatever its type;
 *   <li>{@code "!reason"}: an error.
 * </ul>
 */
final class Cell {
    private static final Pattern PART = Pattern.compile("\\{(\\$?)(\\w+(?:\\.\\w+)*)}");
    private static final Pattern ENTITY = Pattern.compile("@(\\w+)(?:\\[(\\d+)])?");

    private final DataFetchingEnvironment environment;
    private final Map<String, @Nullable Object> data;
    private final Map<String, @Nullable Object> object;

    private Cell(DataFetchingEnvironment environment, Map<String, @Nullable Object> data) {
        this.environment = environment;
        this.data = data;
        String type = ((GraphQLNamedType) environment.getParentType()).getName();
        Object source = environment.getSource();
        boolean root = source == null || data.get(type) instanceof Map<?, ?>;
        object = DataSubgraph.object(root ? data.getOrDefault(type, Map.of()) : source);
    }

    static @Nullable Object read(DataFetchingEnvironment environment, Map<String, @Nullable Object> data) {
        Cell cell = new Cell(environment, data);
        return cell.evaluate(cell.object.get(environment.getField().getName()));
    }

    private @Nullable Object evaluate(@Nullable Object value) {
        if (value instanceof Map<?, ?> choices && choices.get("$by") instanceof String argument) {
            return evaluate(choices.get(String.valueOf(environment.<Object>getArgument(argument))));
        }
        if (!(value instanceof String text)) {
            return withArguments(value);
        }
        if (text.startsWith("!")) {
            throw new IllegalStateException(text.substring(1));
        }
        Matcher entity = ENTITY.matcher(text);
        if (entity.matches()) {
            return entity(entity.group(1), entity.group(2));
        }
        Matcher part = PART.matcher(text);
        if (part.matches()) {
            @Nullable Object found = part(part);
            return isText(environment.getFieldType()) && found != null ? print(found) : found;
        }
        return part.replaceAll(found -> Matcher.quoteReplacement(print(part(part))));
    }

    /** Objects and lists with the field's arguments put in; texts of other fields are left to the objects themselves. */
    private @Nullable Object withArguments(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> fields -> {
                Map<Object, @Nullable Object> filled = new LinkedHashMap<>();
                fields.forEach((name, field) -> filled.put(name, withArguments(field)));
                yield filled;
            }
            case List<?> items -> {
                List<@Nullable Object> filled = new ArrayList<>();
                items.forEach(item -> filled.add(withArguments(item)));
                yield filled;
            }
            case String text when text.contains("{$") -> evaluate(text);
            case null, default -> value;
        };
    }

    private @Nullable Object entity(String type, @Nullable String index) {
        List<?> entities = (List<?>) data.get(type);
        if (entities == null) {
            throw new IllegalArgumentException("no entities of " + type);
        }
        // An entity may lack what another subgraph has, but it always knows its type.
        List<Map<String, @Nullable Object>> typed =
                entities.stream().map(entity -> typed(type, entity)).toList();
        return index == null ? typed : typed.get(Integer.parseInt(index));
    }

    private static Map<String, @Nullable Object> typed(String type, @Nullable Object entity) {
        Map<String, @Nullable Object> typed = new HashMap<>(DataSubgraph.object(entity));
        typed.putIfAbsent("__typename", type);
        return typed;
    }

    private @Nullable Object part(Matcher part) {
        Object value = part.group(1).isEmpty() ? object : environment.getArguments();
        for (String name : part.group(2).split("\\.", -1)) {
            value = DataSubgraph.object(value).get(name);
        }
        return value;
    }

    private static boolean isText(GraphQLType type) {
        return GraphQLTypeUtil.unwrapAll(type).getName().equals("String");
    }

    private static String print(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        ByteSink json = new ByteSink(64);
        JsonWriter.write(value, json);
        return new String(json.toByteArray(), UTF_8);
    }
}
