package io.lancang.kit.body;

import static io.quarkus.jsonp.JsonProviderHolder.jsonProvider;

import graphql.ExecutionResult;
import io.smallrye.graphql.execution.ExecutionResponse;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is written as it is read. The extension builds a second tree of it, and looks a key of the configuration up for
 * each value.
 */
final class WrittenAnswer extends ExecutionResponse {
    private WrittenAnswer(ExecutionResult result) {
        super(result);
    }

    /** The same answer. One that has more than data stays the extension's. */
    static ExecutionResponse of(ExecutionResponse response) {
        ExecutionResult result = response.getExecutionResult();
        return result.getErrors().isEmpty() && result.getExtensions() == null && result.getData() instanceof Map
                ? new WrittenAnswer(result)
                : response;
    }

    @Override
    public String getExecutionResultAsString() {
        StringWriter json = new StringWriter();
        try (JsonGenerator generator = jsonProvider().createGenerator(json)) {
            generator.writeStartObject().writeKey("data");
            write(generator, getExecutionResult().getData());
            generator.writeEnd();
        }
        return json.toString();
    }

    private static void write(JsonGenerator generator, @Nullable Object value) {
        switch (value) {
            case null -> generator.writeNull();
            case Map<?, ?> object -> {
                generator.writeStartObject();
                object.forEach((name, member) -> {
                    generator.writeKey((String) name);
                    write(generator, member);
                });
                generator.writeEnd();
            }
            case Collection<?> list -> {
                generator.writeStartArray();
                list.forEach(item -> write(generator, item));
                generator.writeEnd();
            }
            case String text -> generator.write(text);
            case Boolean truth -> generator.write(truth);
            case Integer number -> generator.write(number);
            case Long number -> generator.write(number);
            case BigDecimal number -> generator.write(number);
            case BigInteger number -> generator.write(number);
            case Double number -> generator.write(BigDecimal.valueOf(number));
            // As it is written, since a double shows digits that a float does not have.
            case Float number -> generator.write(new BigDecimal(number.toString()));
            case Short number -> generator.write(number);
            case Byte number -> generator.write(number);
            case Enum<?> constant -> generator.write(constant.name());
            case JsonValue json -> generator.write(json);
            default -> throw new IllegalStateException("a scalar gives " + value.getClass() + ", which is no JSON");
        }
    }
}
