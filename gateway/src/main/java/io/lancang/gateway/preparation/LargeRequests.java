package io.lancang.gateway.preparation;

import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.config.document.PreparationConfig;
import io.lancang.gateway.limits.Sweep;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/**
 * Reads large requests: a megabyte of JSON takes long enough to hold up the other requests of its event loop, so a worker reads
 * it, one of each client in turn. Not the workers that plan operations, which may be busy for seconds. Thread-safe.
 */
@Singleton
public class LargeRequests {
    private final SharedWork<Object> work;
    private final Sweep sweep;
    private final Sweep.Watched unwanted;
    private final long smallest;

    @Inject
    LargeRequests(Vertx vertx, Sweep sweep, GatewayConfig config) {
        PreparationConfig settings = config.preparation();
        smallest = settings.largeRequest().asLongValue();
        work = new SharedWork<>(
                vertx,
                "large-requests",
                Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
                // Their bytes are counted from their arrival on.
                new WaitingWork.Bounds(settings.maxWaiting(), settings.maxWaitingPerClient(), Long.MAX_VALUE));
        this.sweep = sweep;
        unwanted = now -> work.dropUnwanted();
        sweep.add(unwanted);
    }

    /** Whether a request of so many bytes is large. */
    public boolean isLarge(int size) {
        return size >= smallest;
    }

    /**
     * Reads a large request. Completes on the caller's context.
     *
     * @return fails with {@link TooMuchWorkException} if too many wait already, and with {@link UnwantedWorkException} if the
     *     client's time is over before its turn comes
     */
    public <T> Future<T> read(int size, ClientRequest client, Supplier<T> reading) {
        return work.runAlone(new SharedWork.Asker(client.client(), size, client::isWanted), reading);
    }

    @PreDestroy
    void stop() {
        sweep.remove(unwanted);
        work.close();
    }
}
