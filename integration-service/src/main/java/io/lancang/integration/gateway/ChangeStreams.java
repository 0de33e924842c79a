package io.lancang.integration.gateway;

import io.lancang.integration.access.IntegrationConfig;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The open streams of changes: one for each gateway. Safe for any thread. */
@Singleton
class ChangeStreams {
    private final ChangeRepository changes;
    private final int most;
    private final Set<ChangeStream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean isEnding;

    ChangeStreams(ChangeRepository changes, IntegrationConfig config, MeterRegistry metrics) {
        this.changes = changes;
        this.most = config.streams();
        Gauge.builder("lancang.integration.streams", open, Set::size)
                .description("Gateways that listen to changes of keys")
                .register(metrics);
    }

    /** No shutdown waits for answers without an end: gateways ask another instance. */
    void end(@Observes ShutdownDelayInitiatedEvent event) {
        isEnding = true;
        open.forEach(ChangeStream::end);
    }

    /** Answers with events until somebody ends it. */
    void begin(RoutingContext request) {
        if (isEnding) {
            throw new ServiceException(ErrorCode.UNAVAILABLE, "This instance ends.", "Ask again at once.");
        }
        HttpServerResponse response = request.response();
        ChangeStream stream = new ChangeStream(response);
        open.add(stream);
        if (open.size() > most) {
            open.remove(stream);
            throw new ServiceException(
                    ErrorCode.UNAVAILABLE,
                    "There are " + most + " streams of changes, the most that this instance has at once.",
                    "See that each gateway opens one; lancang.integration.streams allows more.");
        }
        stream.onEnd(() -> open.remove(stream));
        stream.begin(changes.signals());
    }
}
