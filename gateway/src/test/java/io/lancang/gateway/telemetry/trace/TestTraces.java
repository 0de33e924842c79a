package io.lancang.gateway.telemetry.trace;

import io.lancang.gateway.TestConfig;
import io.opentelemetry.api.OpenTelemetry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Traces for tests without an application. */
public final class TestTraces {
    private TestTraces() {}

    /** One of which nothing is sent. */
    public static OperationTrace silent() {
        return new Tracing(OpenTelemetry.noop(), TestConfig.with(Map.of()).traces(), /* isOn= */ false).silently("web");
    }

    /** What a trace reports of the requests of a stage. */
    public static List<Map<String, @Nullable Object>> requests(OperationTrace trace, int stage) {
        return list(list(trace.report("the plan").get("stages")).get(stage).get("requests"));
    }

    /** What a trace reports of the attempts of its first request. */
    public static List<Map<String, @Nullable Object>> attempts(OperationTrace trace) {
        return list(requests(trace, 0).getFirst().get("attempts"));
    }

    @SuppressWarnings("unchecked") // reports are made of lists of maps
    private static List<Map<String, @Nullable Object>> list(@Nullable Object value) {
        return (List<Map<String, @Nullable Object>>) Objects.requireNonNull(value);
    }
}
