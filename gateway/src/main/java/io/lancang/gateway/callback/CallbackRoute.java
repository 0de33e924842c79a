package io.lancang.gateway.callback;

import io.lancang.gateway.config.GatewayConfig;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** {@code POST /callback/ID} on the port for health and metrics, if subgraphs are told its address. */
@Singleton
class CallbackRoute {
    static final String PATH = "/callback/:id";
    private static final String METER = "lancang.gateway.callbacks";

    private final Vertx vertx;
    private final Callbacks callbacks;
    private final long maximum;
    private final MeterRegistry registry;

    @Inject
    CallbackRoute(Vertx vertx, Callbacks callbacks, GatewayConfig config, MeterRegistry registry) {
        this.vertx = vertx;
        this.callbacks = callbacks;
        this.maximum = config.traffic().maxResponseSize().asLongValue();
        this.registry = registry;
    }

    void register(@Observes ManagementInterface management) {
        if (callbacks.areOn()) {
            register(management.router(), new CallbackHandler(vertx, callbacks, maximum, meters()));
        }
    }

    static void register(Router router, CallbackHandler handler) {
        router.post(PATH).handler(handler);
    }

    private Consumer<CallbackOutcome> meters() {
        Map<CallbackOutcome, Counter> counters = new EnumMap<>(CallbackOutcome.class);
        for (CallbackOutcome outcome : CallbackOutcome.values()) {
            counters.put(
                    outcome,
                    Counter.builder(METER)
                            .description("Messages of subgraphs by the callback protocol")
                            .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
        return outcome -> Objects.requireNonNull(counters.get(outcome)).increment();
    }
}
