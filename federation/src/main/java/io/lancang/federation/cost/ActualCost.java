package io.lancang.federation.cost;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.lancang.federation.cost.Cost.FieldCost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts what an answer cost: the formula of the estimate with the real numbers of items in place of the expected ones. A
 * null costs nothing. Takes time that grows with the answer. Belongs to one request.
 */
public final class ActualCost {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Field root;
    private long sum;

    /** A field of the answer, whatever the types for which it was selected. */
    private static final class Field {
        private final Map<String, Field> fields = new HashMap<>();
        private long weight;
        private long arguments;

        Field field(String key) {
            return fields.computeIfAbsent(key, added -> new Field());
        }
    }

    ActualCost(Cost total, Evaluation request) {
        root = new Field();
        sum = collect(total, root, request);
    }

    /** Puts the fields of a formula below their parent, and adds up what belongs to no field. */
    private static long collect(Cost cost, Field parent, Evaluation request) {
        return switch (cost) {
            case Cost.Fixed fixed -> fixed.fixed();
            case Cost.Sum sum -> {
                long amount = 0;
                for (Cost part : sum.parts()) {
                    amount = Amounts.add(amount, collect(part, parent, request));
                }
                yield amount;
            }
            case Cost.Conditional conditional ->
                request.holdAny(conditional.alternatives()) ? collect(conditional.cost(), parent, request) : 0;
            case Cost.ByType byType -> {
                byType.groups().forEach(group -> collect(group, parent, request));
                yield 0;
            }
            case FieldCost field -> {
                Field known = parent.field(field.key());
                known.weight = Math.max(known.weight, field.weight());
                known.arguments = Math.max(known.arguments, field.arguments().of(request));
                collect(field.below(), known, request);
                yield 0;
            }
            case Cost.VariableInput input -> input.of(request);
            case Cost.SlicingRule rule -> 0;
        };
    }

    /**
     * Counts data of the answer.
     *
     * @param path of the object or list to which the data belong, response keys and indices; empty for the root
     * @param json has the object, or items of the list, in this range of its bytes
     */
    public void add(List<?> path, byte[] json, int from, int to) {
        Field field = root;
        for (Object step : path) {
            field = step instanceof String key ? field.field(key) : field;
        }
        try (JsonParser parser = FACTORY.createParser(json, from, to - from)) {
            switch (parser.nextToken()) {
                case START_OBJECT -> countFields(parser, field);
                case START_ARRAY -> count(parser, JsonToken.START_ARRAY, field);
                case null, default -> {
                    // Nothing came.
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("the engine's own answer is no JSON", impossible);
        }
    }

    /** What was counted so far. */
    public long sum() {
        return sum;
    }

    private void countFields(JsonParser parser, Field parent) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Field field = parent.fields.get(parser.currentName());
            JsonToken value = parser.nextToken();
            if (field == null) {
                parser.skipChildren();
            } else {
                sum = Amounts.add(sum, field.arguments);
                count(parser, value, field);
            }
        }
    }

    private void count(JsonParser parser, @Nullable JsonToken value, Field field) throws IOException {
        switch (value) {
            case START_ARRAY -> {
                JsonToken item = parser.nextToken();
                while (item != JsonToken.END_ARRAY) {
                    count(parser, item, field);
                    item = parser.nextToken();
                }
            }
            case START_OBJECT -> {
                sum = Amounts.add(sum, field.weight);
                if (field.fields.isEmpty()) {
                    parser.skipChildren();
                } else {
                    countFields(parser, field);
                }
            }
            case VALUE_NULL -> {
                // Nothing came.
            }
            case null, default -> sum = Amounts.add(sum, field.weight);
        }
    }
}
