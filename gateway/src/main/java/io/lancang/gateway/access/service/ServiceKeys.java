package io.lancang.gateway.access.service;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.lancang.gateway.access.ApiClient;
import io.lancang.gateway.access.key.KeyBook;
import io.lancang.gateway.access.key.KeyChanges;
import io.lancang.gateway.access.key.Verdict;
import io.lancang.gateway.config.access.KeysConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keys that integration-service knows, each asked for once and remembered, once more if there was no answer. While changes are heard of, what is remembered holds. Without
 * them it is asked anew after two seconds, and goes on if there is no answer. Thread-safe.
 */
public final class ServiceKeys implements KeyBook {
    private static final Logger LOG = Logger.getLogger(ServiceKeys.class);
    private static final long HOLDS_NANOS = TimeUnit.SECONDS.toNanos(2);
    /** The service is not asked for so long after it has not answered: those whose keys are known must not wait each time. */
    private static final long RESTS_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final Verdict UNAVAILABLE = new Verdict.Unavailable();

    private final KeyService service;
    private final KeyChanges changes;
    private final ChangeStream stream;
    private final LongSupplier nanoTime;
    private final long badHoldsNanos;
    private final int maximumAsking;
    private final Cache<String, Known> good;
    private final Cache<String, Known> bad;
    private final ConcurrentMap<String, Future<Verdict>> asking = new ConcurrentHashMap<>();
    /** Counts what may have made an answer wrong that is on its way. */
    private final AtomicLong changed = new AtomicLong();

    private volatile boolean isDown;
    private volatile long failedAt;
    private volatile boolean hasAnonymous;

    /** A verdict and when it was asked for. */
    private record Known(Verdict verdict, long since) {}

    /** @param admitting makes the verdict on a key that counts */
    public ServiceKeys(
            Vertx vertx,
            String url,
            KeysConfig config,
            Function<ApiClient, Verdict> admitting,
            KeyChanges changes,
            LongSupplier nanoTime) {
        this.service = new KeyService(vertx, url, config.service(), admitting);
        this.changes = changes;
        this.nanoTime = nanoTime;
        this.badHoldsNanos = config.unknownTime().toNanos();
        this.maximumAsking = config.service().maxAsking();
        this.good = remembering(config.maxRemembered());
        this.bad = remembering(config.maxRemembered());
        this.stream = new ChangeStream(vertx, service, new Heard(), nanoTime);
    }

    private static Cache<String, Known> remembering(int maximum) {
        return Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumSize(maximum)
                .build();
    }

    @Override
    public void start() {
        stream.start();
    }

    @Override
    public boolean hasMet(String hash) {
        return good.getIfPresent(hash) != null;
    }

    @Override
    public Future<Verdict> find(String hash) {
        long now = nanoTime.getAsLong();
        Known known = good.getIfPresent(hash);
        if (known != null && holds(known, now)) {
            return Future.succeededFuture(known.verdict());
        }
        Known refused = bad.getIfPresent(hash);
        if (refused != null && now - refused.since() < badHoldsNanos) {
            return Future.succeededFuture(refused.verdict());
        }
        if (isDown && now - failedAt < RESTS_NANOS) {
            return Future.succeededFuture(known == null ? UNAVAILABLE : known.verdict());
        }
        return ask(hash).map(verdict -> verdict instanceof Verdict.Unavailable ? orKnown(hash) : verdict);
    }

    /** Unless it was declared changed in the meantime, what is known goes on. */
    private Verdict orKnown(String hash) {
        Known known = good.getIfPresent(hash);
        return known == null ? UNAVAILABLE : known.verdict();
    }

    private boolean holds(Known known, long now) {
        return now - known.since() < HOLDS_NANOS || (stream.isAlive() && known.since() - stream.readyAt() >= 0);
    }

    /** Asks once for all who want to know at the same time. */
    private Future<Verdict> ask(String hash) {
        Future<Verdict> underWay = asking.get(hash);
        if (underWay != null) {
            return underWay;
        }
        if (asking.size() >= maximumAsking) {
            return Future.succeededFuture(UNAVAILABLE);
        }
        long since = nanoTime.getAsLong();
        long before = changed.get();
        Future<Verdict> answer = verify(hash)
                .map(verdict -> {
                    isDown = false;
                    if (changed.get() == before) {
                        remember(hash, new Known(verdict, since));
                    }
                    if (changed.get() != before) {
                        // The answer may be from before the change.
                        good.invalidate(hash);
                    }
                    return verdict;
                })
                .recover(failure -> {
                    failed(failure);
                    return Future.succeededFuture(UNAVAILABLE);
                });
        asking.put(hash, answer);
        answer.onComplete(end -> asking.remove(hash, answer));
        return answer;
    }

    /** Once more where nothing is known of the key: its client would be refused, and another process of the service may answer. */
    private Future<Verdict> verify(String hash) {
        return service.verify(hash)
                .recover(failure -> hasMet(hash) ? Future.failedFuture(failure) : service.verify(hash));
    }

    private void remember(String hash, Known known) {
        if (known.verdict() instanceof Verdict.Counts) {
            bad.invalidate(hash);
            good.put(hash, known);
        } else {
            good.invalidate(hash);
            bad.put(hash, known);
        }
    }

    private void failed(Throwable failure) {
        if (!isDown) {
            LOG.warnf("The service that knows the keys does not answer: %s", failure.getMessage());
        }
        failedAt = nanoTime.getAsLong();
        isDown = true;
    }

    /** What the service says of its own accord. */
    private final class Heard implements ChangeStream.Listener {
        @Override
        public void ready() {
            isDown = false;
            // What has changed while nobody heard of it is found by asking for it again.
            changes.changed(any -> true);
            askForAnonymous();
        }

        @Override
        public void changed(String data) {
            JsonObject event;
            try {
                event = new JsonObject(data);
            } catch (DecodeException e) {
                LOG.warn("A change of keys cannot be read, so that every key is asked for again");
                event = new JsonObject();
            }
            forget(event.getValue("hash"), event.getValue("client"), event.getValue("plan"));
        }

        @Override
        public void broken() {
            changes.changed(any -> true);
            if (!hasAnonymous) {
                askForAnonymous();
            }
        }
    }

    private void forget(@Nullable Object hash, @Nullable Object client, @Nullable Object plan) {
        changed.incrementAndGet();
        // Whoever waits for an answer from before asks again.
        asking.clear();
        Predicate<ApiClient> touched = each -> (hash == null && client == null && plan == null)
                || each.hash().equals(hash)
                || each.name().equals(client)
                || each.plan().name().equals(plan);
        if (hash instanceof String one && client == null && plan == null) {
            good.invalidate(one);
            bad.invalidate(one);
        } else {
            good.asMap()
                    .values()
                    .removeIf(
                            known -> known.verdict() instanceof Verdict.Counts counts && touched.test(counts.client()));
            bad.invalidateAll();
        }
        changes.changed(touched);
        if (hash == null && client == null) {
            askForAnonymous();
        }
    }

    private void askForAnonymous() {
        service.anonymous()
                .onSuccess(plan -> {
                    hasAnonymous = true;
                    changes.anonymous(plan.orElse(null));
                })
                .onFailure(failure -> LOG.debugf("The plan of unknown clients is not known: %s", failure.getMessage()));
    }

    /** Whom to report to. */
    KeyService service() {
        return service;
    }

    @Override
    public void close() {
        stream.close();
        service.close();
    }
}
