package io.lancang.gateway.http.body;

import io.lancang.gateway.bytes.BoundedBytes;
import io.lancang.gateway.http.refusal.HttpRefusals;
import io.lancang.gateway.limits.BytePot;
import io.lancang.gateway.limits.ClientLimits;
import io.lancang.gateway.limits.Places;
import io.lancang.gateway.limits.Sweep;
import io.lancang.gateway.request.Refusal;
import io.lancang.gateway.request.RefusedException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of one request into memory, unless it is too large, too slow, or there is no room for it. Belongs to the event
 * loop of the connection; only the sweep looks in from outside.
 */
final class BodyReader implements Sweep.Watched {
    /** From when on the rate counts: an honest client may have trouble with its first packets. */
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final HttpServerRequest request;
    private final Rules rules;
    private final String client;
    private final Context context = Objects.requireNonNull(Vertx.currentContext(), "bodies are read on event loops");
    private final long begin = System.nanoTime();
    private final Promise<ReceivedBody> body = Promise.promise();
    private @Nullable BoundedBytes bytes;
    // Written by the event loop, read by the sweep.
    private final AtomicInteger length = new AtomicInteger();

    /**
     * What holds for all bodies.
     *
     * @param maximum bytes of one body
     */
    record Rules(long maximum, ClientLimits limits, Sweep sweep) {
        Duration timeout() {
            return limits.config().bodyTimeout();
        }

        long minRate() {
            return limits.config().minBodyRate().asLongValue();
        }
    }

    private BodyReader(HttpServerRequest request, Rules rules, String client) {
        this.request = request;
        this.rules = rules;
        this.client = client;
    }

    /**
     * The body; fails with a {@link RefusedException} as soon as it is known that there will be none, or with an
     * {@link AbandonedBodyException} if the client leaves in the middle of it.
     *
     * @param client identifies the client
     */
    static Future<ReceivedBody> read(HttpServerRequest request, Rules rules, String client) {
        return new BodyReader(request, rules, client).read();
    }

    private Future<ReceivedBody> read() {
        long announced = DiscardedBody.announced(request);
        Refusal refusal = announced > rules.maximum() ? Refusal.bodyTooLarge(rules.maximum()) : placeRefusal();
        if (refusal != null) {
            DiscardedBody.of(request, rules);
            return Future.failedFuture(new RefusedException(refusal));
        }
        bytes = new BoundedBytes(rules.maximum());
        rules.sweep().add(this);
        request.handler(this::receive);
        request.exceptionHandler(cause -> fail(new AbandonedBodyException(cause)));
        request.endHandler(ignored -> complete());
        return body.future();
    }

    private @Nullable Refusal placeRefusal() {
        Places places = rules.limits().bodies();
        return switch (places.enter(client)) {
            case TAKEN -> null;
            case FULL -> HttpRefusals.tooManyBodies(places.maximum());
            case CLIENT_FULL -> HttpRefusals.tooManyBodiesOfClient(places.maximumPerClient());
        };
    }

    private void receive(Buffer piece) {
        if (bytes == null) {
            return;
        }
        BytePot pot = rules.limits().received();
        if (!bytes.add(piece)) {
            refuse(Refusal.bodyTooLarge(rules.maximum()));
        } else if (!pot.take(piece.length())) {
            refuse(HttpRefusals.tooManyBytes(pot.maximum()));
        } else {
            length.addAndGet(piece.length());
        }
    }

    private void complete() {
        if (bytes != null) {
            byte[] all = bytes.toBytes();
            leave();
            body.complete(new ReceivedBody(all, rules.limits().received()));
        }
    }

    private void refuse(Refusal refusal) {
        fail(new RefusedException(refusal));
        DiscardedBody.of(request, rules);
    }

    private void fail(Exception failure) {
        if (bytes != null) {
            leave();
            rules.limits().received().giveBack(length.get());
            body.fail(failure);
        }
    }

    private void leave() {
        bytes = null;
        rules.sweep().remove(this);
        rules.limits().bodies().leave(client);
    }

    @Override
    public void check(long now) {
        long age = now - begin;
        boolean late = age > rules.timeout().toNanos();
        boolean slow = age > GRACE_NANOS && length.get() < rules.minRate() * (age / 1e9);
        if (late || slow) {
            context.runOnContext(ignored -> fail(new RefusedException(
                    late ? HttpRefusals.bodyTooLate(rules.timeout()) : HttpRefusals.bodyTooSlow(rules.minRate()))));
        }
    }
}
