package io.lancang.gateway.telemetry;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns OpenTelemetry off unless somebody configured where traces go, or switched it explicitly. Quarkus' own default is to
 * send to a collector on this machine and to log that there is none. Found as a service of SmallRye Config.
 */
public final class TracingSwitch implements ConfigSourceInterceptor {
    private static final long serialVersionUID = 1L;

    private static final String DISABLED = "quarkus.otel.sdk.disabled";
    private static final Set<String> ENDPOINTS =
            Set.of("quarkus.otel.exporter.otlp.endpoint", "quarkus.otel.exporter.otlp.traces.endpoint");

    @Override
    public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        ConfigValue value = context.proceed(name);
        if (!name.equals(DISABLED) || isConfigured(value)) {
            return value;
        }
        boolean disabled = ENDPOINTS.stream().noneMatch(endpoint -> isConfigured(context.proceed(endpoint)));
        return ConfigValue.builder()
                .withName(DISABLED)
                .withValue(Boolean.toString(disabled))
                .withConfigSourceName(TracingSwitch.class.getSimpleName())
                .build();
    }

    /** Whether a value comes from outside. Defaults of Quarkus come from sources with a negative ordinal. */
    private static boolean isConfigured(@Nullable ConfigValue value) {
        return value != null && value.getValue() != null && value.getConfigSourceOrdinal() >= 0;
    }
}
