package io.lancang.integration.webhook.outbox;

import io.lancang.integration.webhook.WebhookConfig;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Bounds how many deliveries are under way to one host at once; further ones wait in turn. Safe for any thread. */
@Singleton
class HostPlaces {
    private final int most;
    /** Guarded by the monitor. A host that nothing goes to is not in it. */
    private final Map<String, Host> hosts = new HashMap<>();

    HostPlaces(WebhookConfig config) {
        this.most = config.perHost();
    }

    private static final class Host {
        private final Queue<Promise<Void>> waiting = new ArrayDeque<>();
        private int taken;
    }

    /** Does something when there is a place at the host, and gives that back at its end. */
    <T> Future<T> within(String host, Supplier<Future<T>> work) {
        return enter(host).compose(entered -> work.get()).onComplete(end -> leave(host));
    }

    private synchronized Future<Void> enter(String name) {
        Host host = hosts.computeIfAbsent(name, unknown -> new Host());
        if (host.taken < most) {
            host.taken++;
            return Future.succeededFuture();
        }
        Promise<Void> turn = Promise.promise();
        host.waiting.add(turn);
        return turn.future();
    }

    private void leave(String name) {
        Promise<Void> next = passOn(name);
        if (next != null) {
            next.complete();
        }
    }

    private synchronized @Nullable Promise<Void> passOn(String name) {
        Host host = hosts.get(name);
        if (host == null) {
            throw new IllegalStateException("Nothing is under way to " + name);
        }
        Promise<Void> next = host.waiting.poll();
        if (next == null && --host.taken == 0) {
            hosts.remove(name);
        }
        return next;
    }
}
