package io.lancang.gateway.shutdown;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The beginning of the gateway's end. Quarkus first announces that it is going to stop, which this waits for, then lets requests
 * in work finish, then closes connections: streams, which never finish by themselves, have to end in the first of these
 * steps. Thread-safe.
 */
@Singleton
public class Shutdown {
    private static final String DELAY = "quarkus.shutdown.delay";

    private final Vertx vertx;
    private final Set<Farewell> farewells = ConcurrentHashMap.newKeySet();
    private final Duration delay;
    private volatile boolean begun;
    private volatile boolean refusing;

    @Inject
    Shutdown(Vertx vertx) {
        this(
                vertx,
                ConfigProvider.getConfig()
                        .getOptionalValue(DELAY, Duration.class)
                        .orElse(Duration.ZERO));
    }

    /** A shutdown that load balancers have this long to hear of. */
    Shutdown(Vertx vertx, Duration delay) {
        this.vertx = vertx;
        this.delay = delay;
    }

    /**
     * Whether new connections are to be refused. Quarkus would take them as long as requests are in work, so that a busy client could
     * keep the gateway until it is killed in the middle of a request. What comes on a connection that was there before is answered: its
     * client had no way to know, and its connection ends with the answer (see {@link Departure}).
     */
    public boolean refusesConnections() {
        return refusing;
    }

    /** Whether the gateway is about to stop and should begin nothing that lasts. */
    public boolean hasBegun() {
        return begun;
    }

    /** Has this called once the shutdown begins, on the context of the caller. */
    public Farewell onBegin(Runnable action) {
        Farewell farewell = new Farewell(vertx.getOrCreateContext(), action);
        farewells.add(farewell);
        if (begun) {
            // The shutdown may have gone through the list just before.
            farewell.say();
        }
        return farewell;
    }

    void begin(@Observes ShutdownDelayInitiatedEvent event) {
        begun = true;
        if (delay.isZero()) {
            refusing = true;
        } else {
            vertx.setTimer(delay.toMillis(), ignored -> refusing = true);
        }
        farewells.forEach(Farewell::say);
    }

    /** What is to be done when the shutdown begins. */
    public final class Farewell {
        private final Context context;
        private final Runnable action;

        private Farewell(Context context, Runnable action) {
            this.context = context;
            this.action = action;
        }

        private void say() {
            if (farewells.remove(this)) {
                context.runOnContext(ignored -> action.run());
            }
        }

        /** Forgets it, because what was open has ended. */
        public void cancel() {
            farewells.remove(this);
        }
    }
}
