package io.lancang.federation.execute.request;

import io.lancang.federation.json.ByteSink;
import io.lancang.federation.json.JsonWriter;
import io.lancang.federation.operation.Conditions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The variables of one request. Each becomes JSON once, however many subgraphs get it. A variable without a
 * value is left out of the subgraphs' requests too. Not thread-safe.
 */
public final class RequestVariables {
    private final Map<String, @Nullable Object> values;
    private final Map<String, byte[]> written = new HashMap<>();

    /**
     * @param values coerced, with defaults; a variable without value and default is absent
     */
    public RequestVariables(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    /** Whether conditions on these variables hold. */
    public boolean satisfy(Conditions conditions) {
        return conditions.isEmpty() || conditions.hold(this::isTrue);
    }

    /** Whether any of these conditions on the variables holds, or there are none. */
    public boolean satisfyAny(List<Conditions> alternatives) {
        return alternatives.isEmpty() || alternatives.stream().anyMatch(this::satisfy);
    }

    /** Whether a Boolean variable is true. */
    public boolean isTrue(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    /**
     * A number of something.
     *
     * @param name of the variable that says it; null if none does
     * @param otherwise where there is no such value
     */
    public int count(@Nullable String name, int otherwise) {
        return name != null && values.get(name) instanceof Number number ? number.intValue() : otherwise;
    }

    /** Whether a variable has a value, which may be null. */
    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The value of a variable as JSON; null where it has none. */
    @Nullable
    Object get(String name) {
        return values.get(name);
    }

    /** Appends those of the named variables that have a value, as members of a JSON object. */
    void write(List<String> names, ByteSink request) {
        for (String name : names) {
            if (values.containsKey(name)) {
                if (request.bytes()[request.length() - 1] != '{') {
                    request.write(',');
                }
                request.write(written.computeIfAbsent(name, this::member));
            }
        }
    }

    private byte[] member(String name) {
        ByteSink member = new ByteSink(64);
        JsonWriter.write(name, member);
        member.write(':');
        JsonWriter.write(values.get(name), member);
        return member.toByteArray();
    }
}
