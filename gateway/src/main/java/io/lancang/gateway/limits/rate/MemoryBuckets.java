package io.lancang.gateway.limits.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Buckets of this gateway alone. Those that are used least are forgotten, and begin full again. */
final class MemoryBuckets implements Buckets {
    private final Cache<RateKey, Pair> pairs;
    private final TimeMeter clock;

    /** @param maximum of clients whose buckets are remembered */
    MemoryBuckets(int maximum, LongSupplier nanoTime) {
        pairs = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumSize(maximum)
                .build();
        clock = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return nanoTime.getAsLong();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
    }

    @Override
    public Taking.@Nullable Refused refusal(RateKey key) {
        Pair pair = pairs.getIfPresent(key);
        return pair == null ? null : pair.refusal();
    }

    @Override
    public Future<Taking> take(RateKey key, long cost) {
        return Future.succeededFuture(pair(key).take(cost));
    }

    @Override
    public void giveBack(RateKey key, long cost) {
        Pair pair = pairs.getIfPresent(key);
        if (pair != null) {
            pair.cost().giveBack(cost);
        }
    }

    private Pair pair(RateKey key) {
        return pairs.get(
                key,
                first -> new Pair(
                        new Limited(first.plan().requestsPerMinute(), clock),
                        new Limited(first.plan().costPerMinute(), clock)));
    }

    private record Pair(Limited requests, Limited cost) {
        Taking.@Nullable Refused refusal() {
            long wait = requests.waitFor(1);
            return wait == 0 ? null : new Taking.Refused(Kind.REQUESTS, balance(), wait);
        }

        Taking take(long amount) {
            long wait = requests.take(1);
            if (wait > 0) {
                return new Taking.Refused(Kind.REQUESTS, balance(), wait);
            }
            wait = cost.take(amount);
            return wait > 0 ? new Taking.Refused(Kind.COST, balance(), wait) : new Taking.Granted(balance());
        }

        private Taking.Balance balance() {
            return new Taking.Balance(requests.quota(), cost.quota());
        }
    }

    /** One bucket, or none where there is no limit. */
    private static final class Limited {
        private final long limit;
        private final @Nullable Bucket bucket;

        Limited(long limit, TimeMeter clock) {
            this.limit = limit;
            bucket = limit == Plan.NO_LIMIT || limit == 0
                    ? null
                    : Bucket.builder()
                            .addLimit(each -> each.capacity(limit).refillGreedy(limit, Duration.ofMinutes(1)))
                            .withCustomTimePrecision(clock)
                            .build();
        }

        /** Takes tokens, and returns 0; or takes none, and returns how many nanoseconds it takes until they are there. */
        long take(long amount) {
            if (amount == 0 || bucket == null || amount > limit) {
                return waitFor(amount);
            }
            ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(amount);
            return probe.isConsumed() ? 0 : Math.max(1, probe.getNanosToWaitForRefill());
        }

        long waitFor(long amount) {
            if (amount == 0 || limit == Plan.NO_LIMIT) {
                return 0;
            }
            if (bucket == null || amount > limit) {
                return Taking.Refused.NEVER;
            }
            return bucket.estimateAbilityToConsume(amount).getNanosToWaitForRefill();
        }

        void giveBack(long amount) {
            if (bucket != null && amount > 0) {
                bucket.addTokens(amount);
            }
        }

        Quota quota() {
            return new Quota(limit, bucket == null ? limit : bucket.getAvailableTokens());
        }
    }
}
