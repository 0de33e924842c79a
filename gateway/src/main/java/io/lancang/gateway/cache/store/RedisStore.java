package io.lancang.gateway.cache.store;

import io.lancang.gateway.cache.invalidation.Invalidations;
import io.lancang.gateway.config.cache.RedisConfig;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps parts in a Redis or Valkey that several gateways share. Invalidations are counted there: an entry notes the count from before
 * it was asked for, each mark the count of its last invalidation, and a look-up reads entries, marks and count in one command. So
 * what one gateway invalidates holds for none.
 *
 * <p>While it cannot be reached nothing is looked up or kept. An invalidation that did not reach it is sent again before anything is
 * looked up. Thread-safe.
 */
public final class RedisStore implements CacheStore {
    private static final Logger LOG = Logger.getLogger(RedisStore.class);
    /** Marks that are read with each look-up; those of other entries take a look-up of their own. */
    private static final int COMMON_MARKS = 64;

    private static final long NEVER = Long.MIN_VALUE;

    private final Vertx vertx;
    private final Redis redis;
    private final String prefix;
    private final long timeoutMillis;
    private final long retryMillis;
    private final LongSupplier currentTimeMillis;
    private final Set<String> commonMarks = ConcurrentHashMap.newKeySet();
    private final Set<String> pending = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean sending = new AtomicBoolean();
    private volatile long downUntil = NEVER;

    /**
     * @param redis closed with the store
     * @param invalidations are reported to it
     */
    public RedisStore(
            Vertx vertx, Redis redis, RedisConfig config, Invalidations invalidations, LongSupplier currentTimeMillis) {
        this.vertx = vertx;
        this.redis = redis;
        // Braces keep all keys in one slot of a cluster, where one command can read them.
        this.prefix = "{" + config.prefix() + "}:";
        this.timeoutMillis = Math.max(1, config.timeout().toMillis());
        this.retryMillis = config.retry().toMillis();
        this.currentTimeMillis = currentTimeMillis;
        invalidations.forwardTo(this::invalidate);
    }

    private String countKey() {
        return prefix + "count";
    }

    private String markKey(String mark) {
        return prefix + "mark:" + mark;
    }

    private String partKey(CacheKey key) {
        return prefix
                + "part:"
                + Long.toHexString(key.a())
                + '.'
                + Long.toHexString(key.b())
                + '.'
                + Long.toHexString(key.c())
                + '.'
                + Long.toHexString(key.d());
    }

    private boolean isDown() {
        return currentTimeMillis.getAsLong() < downUntil;
    }

    private void failed(Throwable cause) {
        if (!isDown()) {
            LOG.warnf(
                    "The store of the cache cannot be asked; what it keeps counts as not kept: %s", cause.getMessage());
        }
        downUntil = currentTimeMillis.getAsLong() + retryMillis;
    }

    @Override
    public void find(List<CacheKey> keys, Consumer<Found> found) {
        if (isDown() || sending.get() || !pending.isEmpty()) {
            sendPending();
            found.accept(nothing(keys));
            return;
        }
        new LookUp(keys, found).start();
    }

    private static Found nothing(List<CacheKey> keys) {
        return new Found(new CachedPart[keys.size()], UNKNOWN);
    }

    /** One look-up, which ends once, on the event loop on which it began. */
    private final class LookUp {
        private final List<CacheKey> keys;
        private final Consumer<Found> found;
        private final Context context = vertx.getOrCreateContext();
        private final List<String> marks = List.copyOf(commonMarks);
        private final AtomicBoolean isOver = new AtomicBoolean();
        private long timer;

        LookUp(List<CacheKey> keys, Consumer<Found> found) {
            this.keys = keys;
            this.found = found;
        }

        void start() {
            timer = vertx.setTimer(timeoutMillis, ignored -> {
                failed(new IllegalStateException("no answer within " + timeoutMillis + " ms"));
                end(nothing(keys));
            });
            Request read = Request.cmd(Command.MGET).arg(countKey());
            marks.forEach(mark -> read.arg(markKey(mark)));
            keys.forEach(key -> read.arg(partKey(key)));
            redis.send(read).onSuccess(this::read).onFailure(this::fail);
        }

        private void fail(Throwable cause) {
            failed(cause);
            end(nothing(keys));
        }

        private void end(Found result) {
            if (isOver.compareAndSet(false, true)) {
                vertx.cancelTimer(timer);
                if (context.equals(Vertx.currentContext())) {
                    found.accept(result);
                } else {
                    context.runOnContext(ignored -> found.accept(result));
                }
            }
        }

        private void read(Response values) {
            Map<String, Long> last = new HashMap<>();
            for (int index = 0; index < marks.size(); index++) {
                last.put(marks.get(index), number(values.get(1 + index), 0));
            }
            @Nullable CachedPart[] parts = new CachedPart[keys.size()];
            Set<String> others = new LinkedHashSet<>();
            for (int index = 0; index < parts.length; index++) {
                Response value = values.get(1 + marks.size() + index);
                CachedPart part = value == null ? null : PartCodec.read(value.toBytes());
                parts[index] = part;
                if (part != null) {
                    others.addAll(part.marks());
                }
            }
            others.removeAll(last.keySet());
            Response count = values.get(0);
            if (count == null) {
                // It is new, or has lost what it had.
                send(Request.cmd(Command.SET)
                        .arg(countKey())
                        .arg(currentTimeMillis.getAsLong())
                        .arg("NX"));
            }
            long since = number(count, UNKNOWN);
            if (others.isEmpty()) {
                finish(parts, last, since);
            } else {
                readOthers(parts, last, since, List.copyOf(others));
            }
        }

        private void readOthers(@Nullable CachedPart[] parts, Map<String, Long> last, long since, List<String> others) {
            Request read = Request.cmd(Command.MGET);
            others.forEach(mark -> read.arg(markKey(mark)));
            redis.send(read)
                    .onSuccess(values -> {
                        for (int index = 0; index < others.size(); index++) {
                            last.put(others.get(index), number(values.get(index), 0));
                        }
                        others.stream()
                                .limit(Math.max(0, COMMON_MARKS - commonMarks.size()))
                                .forEach(commonMarks::add);
                        finish(parts, last, since);
                    })
                    .onFailure(this::fail);
        }

        private void finish(@Nullable CachedPart[] parts, Map<String, Long> last, long since) {
            for (int index = 0; index < parts.length; index++) {
                CachedPart part = parts[index];
                if (part != null && (since == UNKNOWN || !holds(part, last, since))) {
                    parts[index] = null;
                }
            }
            end(new Found(parts, since));
        }
    }

    private static boolean holds(CachedPart part, Map<String, Long> last, long count) {
        // One with a higher count is from before its count was lost.
        return part.since() <= count
                && part.marks().stream().allMatch(mark -> last.getOrDefault(mark, 0L) <= part.since());
    }

    private static long number(@Nullable Response value, long otherwise) {
        Long number = value == null ? null : value.toLong();
        return number == null ? otherwise : number;
    }

    @Override
    public void put(CacheKey key, CachedPart part) {
        long rest = part.lifetime().end() - currentTimeMillis.getAsLong();
        if (rest > 0 && !isDown()) {
            send(Request.cmd(Command.SET)
                    .arg(partKey(key))
                    .arg(Buffer.buffer(PartCodec.write(part)))
                    .arg("PX")
                    .arg(rest));
        }
    }

    @Override
    public void remove(CacheKey key) {
        if (!isDown()) {
            send(Request.cmd(Command.DEL).arg(partKey(key)));
        }
    }

    private void send(Request request) {
        redis.send(request).onFailure(this::failed);
    }

    private void invalidate(Collection<String> marks) {
        pending.addAll(marks);
        sendPending();
    }

    /** Sends what was invalidated, one batch after the other. Until it is sent, nothing is looked up. */
    private void sendPending() {
        if (pending.isEmpty() || isDown() || !sending.compareAndSet(false, true)) {
            return;
        }
        // Taken out first: what is invalidated again in the meantime is sent again.
        Set<String> sent = new HashSet<>(pending);
        pending.removeAll(sent);
        // From the clock, so that a count that was lost does not begin below what was noted before.
        redis.send(Request.cmd(Command.SET)
                        .arg(countKey())
                        .arg(currentTimeMillis.getAsLong())
                        .arg("NX"))
                .compose(ignored -> redis.send(Request.cmd(Command.INCR).arg(countKey())))
                .compose(count -> note(sent, number(count, 0)))
                .onComplete(end -> {
                    if (end.failed()) {
                        pending.addAll(sent);
                        failed(end.cause());
                    }
                    sending.set(false);
                    if (end.succeeded()) {
                        sendPending();
                    }
                });
    }

    private Future<@Nullable Response> note(Set<String> marks, long count) {
        Request write = Request.cmd(Command.MSET);
        marks.forEach(mark -> write.arg(markKey(mark)).arg(count));
        return redis.send(write);
    }

    @Override
    public Counts counts() {
        return new Counts(0, 0, 0);
    }

    @Override
    public void close() {
        redis.close();
    }
}
