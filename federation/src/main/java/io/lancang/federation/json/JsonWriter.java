package io.lancang.federation.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes Java values as JSON: variables, errors, introspection; everything that is not copied as bytes. */
public final class JsonWriter {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonWriter() {}

    /**
     * Appends a value: null, String, Boolean, Number, Enum (by name), Collection, or Map with keys that become strings.
     *
     * @throws IllegalArgumentException if the value is of another class
     */
    public static void write(@Nullable Object value, ByteSink sink) {
        try (JsonGenerator generator = FACTORY.createGenerator(sink)) {
            write(value, generator);
        } catch (IOException impossible) {
            // A ByteSink never fails.
            throw new UncheckedIOException(impossible);
        }
    }

    private static void write(@Nullable Object value, JsonGenerator generator) throws IOException {
        switch (value) {
            case null -> generator.writeNull();
            case String text -> generator.writeString(text);
            case Boolean bool -> generator.writeBoolean(bool);
            case Number number -> writeNumber(number, generator);
            case Enum<?> constant -> generator.writeString(constant.name());
            case Collection<?> elements -> writeArray(elements, generator);
            case Map<?, ?> entries -> writeObject(entries, generator);
            default -> throw new IllegalArgumentException("no JSON value: " + value.getClass());
        }
    }

    private static void writeNumber(Number number, JsonGenerator generator) throws IOException {
        switch (number) {
            case Integer value -> generator.writeNumber(value);
            case Long value -> generator.writeNumber(value);
            case Double value -> generator.writeNumber(value);
            case Float value -> generator.writeNumber(value);
            case BigInteger value -> generator.writeNumber(value);
            case BigDecimal value -> generator.writeNumber(value);
            default -> generator.writeNumber(new BigDecimal(number.toString()));
        }
    }

    private static void writeArray(Collection<?> elements, JsonGenerator generator) throws IOException {
        generator.writeStartArray();
        for (Object element : elements) {
            write(element, generator);
        }
        generator.writeEndArray();
    }

    private static void writeObject(Map<?, ?> entries, JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            generator.writeFieldName(String.valueOf(entry.getKey()));
            write(entry.getValue(), generator);
        }
        generator.writeEndObject();
    }
}
