package io.lancang.federation.differential.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lancang.federation.json.ByteSink;
import io.lancang.federation.json.JsonWriter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client asks. */
public record Query(String text, Map<String, @Nullable Object> variables) {
    public Query {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }

    /** As the body of a POST. */
    byte[] body() {
        ByteSink body = new ByteSink(256);
        JsonWriter.write(Map.of("query", text, "variables", variables), body);
        return body.toByteArray();
    }

    @Override
    public String toString() {
        ByteSink json = new ByteSink(64);
        JsonWriter.write(variables, json);
        return text + "\nvariables: " + new String(json.toByteArray(), UTF_8);
    }
}
