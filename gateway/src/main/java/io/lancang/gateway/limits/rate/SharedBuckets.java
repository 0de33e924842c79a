package io.lancang.gateway.limits.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.lancang.gateway.config.access.RatesRedisConfig;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Response;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Buckets that several gateways share in a Redis or Valkey, by its clock: one script call for each operation. Whoever has no request
 * left is refused without asking until one has come back. While the store does not answer, each gateway counts by itself.
 */
final class SharedBuckets implements Buckets {
    private static final Logger LOG = Logger.getLogger(SharedBuckets.class);
    private static final int GRANTED = 0;
    private static final int NO_REQUESTS = 1;

    private final Vertx vertx;
    private final TakeScript script;
    private final String prefix;
    private final MemoryBuckets alone;
    private final RateMeters meters;
    private final LongSupplier nanoTime;
    private final long timeoutMillis;
    private final long retryNanos;
    private final Cache<RateKey, Refusal> refusals;
    private volatile boolean isDown;
    private volatile long failedAt;

    /** A refusal and when it was heard of. */
    private record Refusal(Taking.Refused refused, long since) {}

    SharedBuckets(
            Vertx vertx, Redis redis, RatesRedisConfig config, int maximum, RateMeters meters, LongSupplier nanoTime) {
        this.vertx = vertx;
        this.script = new TakeScript(redis);
        this.prefix = config.prefix();
        this.alone = new MemoryBuckets(maximum, nanoTime);
        this.meters = meters;
        this.nanoTime = nanoTime;
        this.timeoutMillis = Math.max(1, config.timeout().toMillis());
        this.retryNanos = config.retry().toNanos();
        this.refusals = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumSize(maximum)
                .build();
    }

    @Override
    public Taking.@Nullable Refused refusal(RateKey key) {
        if (isResting()) {
            return alone.refusal(key);
        }
        Refusal known = refusals.getIfPresent(key);
        if (known == null) {
            return null;
        }
        long rest = known.refused().waitNanos() == Taking.Refused.NEVER
                ? Taking.Refused.NEVER
                : known.refused().waitNanos() - (nanoTime.getAsLong() - known.since());
        if (rest <= 0) {
            refusals.invalidate(key);
            return null;
        }
        return new Taking.Refused(Kind.REQUESTS, known.refused().balance(), rest);
    }

    @Override
    public Future<Taking> take(RateKey key, long cost) {
        if (isResting()) {
            meters.unshared();
            return alone.take(key, cost);
        }
        Context context = vertx.getOrCreateContext();
        Promise<Taking> taken = Promise.promise();
        script.take(storeKey(key), key.plan(), cost)
                .timeout(timeoutMillis, TimeUnit.MILLISECONDS)
                .map(answer -> taking(key, cost, answer))
                .recover(failure -> {
                    failed(failure);
                    meters.unshared();
                    return alone.take(key, cost);
                })
                .onComplete(end -> {
                    if (context.equals(Vertx.currentContext())) {
                        taken.handle(end);
                    } else {
                        context.runOnContext(ignored -> taken.handle(end));
                    }
                });
        return taken.future();
    }

    private Taking taking(RateKey key, long cost, Response answer) {
        isDown = false;
        Plan plan = key.plan();
        Taking.Balance balance = new Taking.Balance(
                quota(plan.requestsPerMinute(), number(answer, 1)), quota(plan.costPerMinute(), number(answer, 2)));
        long kind = number(answer, 0);
        if (kind == GRANTED) {
            return new Taking.Granted(balance);
        }
        long limit = kind == NO_REQUESTS ? plan.requestsPerMinute() : plan.costPerMinute();
        boolean isNever = kind == NO_REQUESTS ? limit == 0 : cost > limit;
        Taking.Refused refused = new Taking.Refused(
                kind == NO_REQUESTS ? Kind.REQUESTS : Kind.COST,
                balance,
                isNever ? Taking.Refused.NEVER : TimeUnit.MICROSECONDS.toNanos(number(answer, 3)));
        if (kind == NO_REQUESTS) {
            refusals.put(key, new Refusal(refused, nanoTime.getAsLong()));
        }
        return refused;
    }

    private static Quota quota(long limit, long remaining) {
        return new Quota(limit, limit == Plan.NO_LIMIT ? limit : remaining);
    }

    private static long number(Response answer, int index) {
        return Objects.requireNonNull(answer.get(index).toLong(), "the script answers with numbers");
    }

    @Override
    public void giveBack(RateKey key, long cost) {
        if (isResting()) {
            alone.giveBack(key, cost);
        } else if (key.plan().costPerMinute() != Plan.NO_LIMIT) {
            script.giveBack(storeKey(key), key.plan(), cost).onFailure(this::failed);
        }
    }

    /** Braces keep nothing together but one client: in a cluster, clients are spread. */
    private String storeKey(RateKey key) {
        Plan plan = key.plan();
        return prefix + ":rate:{" + key.owner() + "}:" + plan.requestsPerMinute() + ':' + plan.costPerMinute();
    }

    private boolean isResting() {
        return isDown && nanoTime.getAsLong() - failedAt < retryNanos;
    }

    private void failed(Throwable cause) {
        if (!isDown) {
            LOG.warnf(
                    "The store of rates cannot be asked; this gateway counts by itself meanwhile: %s",
                    cause.getMessage());
        }
        failedAt = nanoTime.getAsLong();
        isDown = true;
    }

    void close() {
        script.close();
    }
}
