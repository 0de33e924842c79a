package io.lancang.gateway.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an operation, or to an event of a subscription. Immutable.
 *
 * @param data JSON values by keys; null if the operation failed or was refused
 * @param errors after the beans that change errors
 * @param extensions JSON values by names; empty if the answer has none
 * @param fields that the operation selects; empty if it was refused
 */
public record ClientAnswer(
        @Nullable Map<String, @Nullable Object> data,
        List<AnswerError> errors,
        Map<String, @Nullable Object> extensions,
        List<SelectedField> fields) {
    // Spelled out: javac writes no type annotations of a compact constructor's parameters into class files.
    public ClientAnswer(
            @Nullable Map<String, @Nullable Object> data,
            List<AnswerError> errors,
            Map<String, @Nullable Object> extensions,
            List<SelectedField> fields) {
        this.data = data == null ? null : Collections.unmodifiableMap(data);
        this.errors = List.copyOf(errors);
        this.extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
        this.fields = List.copyOf(fields);
    }

    /** The same answer, with other data. */
    public ClientAnswer withData(@Nullable Map<String, @Nullable Object> changed) {
        return new ClientAnswer(changed, errors, extensions, fields);
    }

    /** The same answer, with another value in its extensions. */
    public ClientAnswer withExtension(String name, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(extensions);
        changed.put(name, value);
        return new ClientAnswer(data, errors, changed, fields);
    }

    /**
     * The same answer, in which each value of a field is changed, whatever alias it has. Where fields of different types share a key, the
     * answer does not say which of them a value is of: then all are changed.
     *
     * @param coordinate {@code Type.field}, of an object or an interface
     * @param change of a value, which may be null; where the schema has no null there, it must give none
     */
    public ClientAnswer withField(String coordinate, UnaryOperator<@Nullable Object> change) {
        return data == null ? this : withData(changed(data, fields, coordinate, change));
    }

    private static Map<String, @Nullable Object> changed(
            Map<?, ?> object, List<SelectedField> fields, String coordinate, UnaryOperator<@Nullable Object> change) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        object.forEach((key, value) -> {
            List<SelectedField> selected =
                    fields.stream().filter(field -> field.key().equals(key)).toList();
            boolean meant =
                    selected.stream().anyMatch(field -> field.coordinates().contains(coordinate));
            List<SelectedField> below =
                    selected.stream().flatMap(field -> field.fields().stream()).toList();
            result.put(String.valueOf(key), meant ? change.apply(value) : below(value, below, coordinate, change));
        });
        return result;
    }

    private static @Nullable Object below(
            @Nullable Object value,
            List<SelectedField> fields,
            String coordinate,
            UnaryOperator<@Nullable Object> change) {
        return switch (value) {
            case Map<?, ?> object when !fields.isEmpty() -> changed(object, fields, coordinate, change);
            case List<?> list
            when !fields.isEmpty() -> {
                List<@Nullable Object> elements = new ArrayList<>(list.size());
                list.forEach(element -> elements.add(below(element, fields, coordinate, change)));
                yield elements;
            }
            case null, default -> value;
        };
    }
}
