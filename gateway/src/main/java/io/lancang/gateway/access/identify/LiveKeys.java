package io.lancang.gateway.access.identify;

import io.lancang.gateway.access.ApiClient;
import io.lancang.gateway.access.key.KeyBook;
import io.lancang.gateway.access.key.Verdict;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;

/** What stays open for clients with keys: it ends when the key does not count any more as it did. Thread-safe. */
final class LiveKeys {
    private final Vertx vertx;
    // Holds only clients with something open.
    private final ConcurrentMap<ApiClient, Set<Open>> open = new ConcurrentHashMap<>();

    /** Something open; two are never the same. */
    private static final class Open {
        private final Context context;
        private final Runnable end;

        Open(Context context, Runnable end) {
            this.context = context;
            this.end = end;
        }
    }

    LiveKeys(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * Watches from now on.
     *
     * @param end called on the context of the caller, at most once
     * @return ends the watch
     */
    Runnable watch(ApiClient client, KeyBook book, Runnable end) {
        Open watched = new Open(vertx.getOrCreateContext(), end);
        open.compute(client, (key, others) -> {
            Set<Open> all = others == null ? ConcurrentHashMap.newKeySet() : others;
            all.add(watched);
            return all;
        });
        // It may have changed since the client was let in.
        recheck(client::equals, book);
        return () -> open.computeIfPresent(client, (key, all) -> {
            all.remove(watched);
            return all.isEmpty() ? null : all;
        });
    }

    /** Looks at those whose keys may have changed. */
    void recheck(Predicate<ApiClient> which, KeyBook book) {
        open.keySet().stream()
                .filter(which)
                .forEach(client -> book.find(client.hash()).onSuccess(verdict -> {
                    if (!holds(client, verdict)) {
                        end(client);
                    }
                }));
    }

    private static boolean holds(ApiClient client, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Counts counts -> counts.client().equals(client);
            case Verdict.Bad bad -> false;
            // What is known goes on.
            case Verdict.Unavailable none -> true;
        };
    }

    private void end(ApiClient client) {
        Set<Open> all = open.remove(client);
        if (all != null) {
            all.forEach(each -> each.context.runOnContext(ignored -> each.end.run()));
        }
    }
}
