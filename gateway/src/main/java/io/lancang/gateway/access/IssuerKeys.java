package io.lancang.gateway.access;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one issuer. They are fetched when the first token comes, and again when they are old or a token names one that is
 * not among them; in both cases not more often than the interval allows, and by one request at a time. Where a fetch fails, the
 * keys that are known go on counting. Thread-safe.
 */
final class IssuerKeys {
    private static final Logger LOG = Logger.getLogger(IssuerKeys.class);

    private final String issuer;
    private final KeySource source;
    private final long lifetime;
    private final long interval;
    private final LongSupplier nanoTime;
    private volatile @Nullable Known known;
    private @Nullable Future<List<JsonWebKey>> running;
    private boolean attempted;
    private long lastAttempt;

    private record Known(List<JsonWebKey> keys, long since) {}

    IssuerKeys(String issuer, KeySource source, Duration lifetime, Duration interval, LongSupplier nanoTime) {
        this.issuer = issuer;
        this.source = source;
        this.lifetime = lifetime.toNanos();
        this.interval = interval.toNanos();
        this.nanoTime = nanoTime;
    }

    /** The keys, if they are known; old ones are fetched again meanwhile. */
    @Nullable
    List<JsonWebKey> known() {
        Known now = known;
        if (now == null) {
            return null;
        }
        if (nanoTime.getAsLong() - now.since() > lifetime) {
            refresh();
        }
        return now.keys();
    }

    /** Newer keys than those that are known; null if the interval does not allow to ask for them. Fails if none are known. */
    synchronized @Nullable Future<List<JsonWebKey>> refresh() {
        if (running != null) {
            return running;
        }
        long now = nanoTime.getAsLong();
        if (attempted && now - lastAttempt < interval) {
            return null;
        }
        attempted = true;
        lastAttempt = now;
        // A promise of its own: a source that has failed already must not find the field empty.
        Promise<List<JsonWebKey>> fetched = Promise.promise();
        running = fetched.future();
        Future<List<JsonWebKey>> result = running;
        source.fetch().map(IssuerKeys::parse).onComplete(end -> {
            if (end.succeeded()) {
                known = new Known(end.result(), nanoTime.getAsLong());
            } else {
                LOG.warnf(
                        "The keys of the issuer %s could not be had: %s",
                        issuer, end.cause().getMessage());
            }
            ended();
            fetched.handle(end);
        });
        return result;
    }

    private synchronized void ended() {
        running = null;
    }

    private static List<JsonWebKey> parse(String text) {
        try {
            List<JsonWebKey> keys = new JsonWebKeySet(text).getJsonWebKeys();
            if (keys.isEmpty()) {
                throw new IllegalStateException("the key set has no key that can be used");
            }
            return List.copyOf(keys);
        } catch (JoseException malformed) {
            throw new IllegalStateException("the answer is no JSON Web Key Set", malformed);
        }
    }
}
