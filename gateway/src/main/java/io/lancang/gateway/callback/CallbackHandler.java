package io.lancang.gateway.callback;

import io.lancang.gateway.bytes.BoundedBytes;
import io.lancang.gateway.limits.BytePot;
import io.lancang.gateway.protocol.MalformedMessageException;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Answers one callback after the other. Nothing is read for a subscription that is not known, so that whoever does not know an id
 * takes no memory; what is read is bounded in length, in sum, in number and in time. Thread-safe.
 */
final class CallbackHandler implements Handler<RoutingContext> {
    /** How many messages may be under way at the same time, those that wait for a slow client included. */
    static final int AT_ONCE = 1_000;

    /** How long a message may take to arrive. */
    private static final long ARRIVAL_MILLIS = 10_000;

    private static final int MESSAGES_OF_FULL_LENGTH = 4;

    private final Vertx vertx;
    private final Callbacks callbacks;
    private final long maximum;
    private final Consumer<CallbackOutcome> meter;
    private final BytePot pot;
    private final AtomicInteger underWay = new AtomicInteger();

    /** @param maximum bytes of one message */
    CallbackHandler(Vertx vertx, Callbacks callbacks, long maximum, Consumer<CallbackOutcome> meter) {
        this.vertx = vertx;
        this.callbacks = callbacks;
        this.maximum = maximum;
        this.meter = meter;
        this.pot = new BytePot(MESSAGES_OF_FULL_LENGTH * maximum);
    }

    @Override
    public void handle(RoutingContext routing) {
        if (!callbacks.isOpen(id(routing))) {
            refuse(routing.request(), CallbackOutcome.UNKNOWN);
        } else if (underWay.incrementAndGet() > AT_ONCE) {
            underWay.decrementAndGet();
            refuse(routing.request(), CallbackOutcome.NO_ROOM);
        } else {
            new Arrival(routing).read();
        }
    }

    private static String id(RoutingContext routing) {
        return Objects.requireNonNull(routing.pathParam("id"));
    }

    /** Without the rest of the body: the connection ends, so that nobody sends it in vain. */
    private void refuse(HttpServerRequest request, CallbackOutcome outcome) {
        meter.accept(outcome);
        HttpServerResponse response = request.response();
        if (response.closed() || response.ended()) {
            return;
        }
        if (!request.isEnded()) {
            response.putHeader(HttpHeaders.CONNECTION, "close");
        }
        response.setStatusCode(outcome.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(new JsonObject()
                        .put("code", outcome.code())
                        .put("message", outcome.message())
                        .encode());
    }

    private static CallbackOutcome outcome(CallbackReceiver.Reply reply) {
        return switch (reply) {
            case TAKEN -> CallbackOutcome.TAKEN;
            case ENDED -> CallbackOutcome.UNKNOWN;
            case TOO_MANY -> CallbackOutcome.TOO_MANY;
        };
    }

    /** One message on its way in. Belongs to its event loop. */
    private final class Arrival {
        private final HttpServerRequest request;
        private final String id;
        private final Context loop = vertx.getOrCreateContext();
        private final BoundedBytes bytes = new BoundedBytes(maximum);
        private final long timer;
        private long held;
        private boolean isOver;

        Arrival(RoutingContext routing) {
            request = routing.request();
            id = id(routing);
            timer = vertx.setTimer(ARRIVAL_MILLIS, ignored -> {
                end();
                request.connection().close();
            });
        }

        void read() {
            request.handler(piece -> {
                if (isOver) {
                    return;
                }
                if (!bytes.add(piece)) {
                    refuseThis(CallbackOutcome.TOO_LARGE);
                } else if (!pot.take(piece.length())) {
                    refuseThis(CallbackOutcome.NO_ROOM);
                } else {
                    held += piece.length();
                }
            });
            request.exceptionHandler(ignored -> end());
            request.endHandler(ignored -> {
                if (!isOver) {
                    vertx.cancelTimer(timer);
                    complete(bytes.toBytes());
                }
            });
        }

        private void complete(byte[] body) {
            CallbackMessage message;
            try {
                message = CallbackReader.read(body);
            } catch (MalformedMessageException e) {
                refuseThis(CallbackOutcome.MALFORMED);
                return;
            }
            CallbackReceiver receiver = callbacks.receiver(id);
            if (receiver == null || !id.equals(message.id())) {
                refuseThis(receiver == null ? CallbackOutcome.UNKNOWN : CallbackOutcome.MALFORMED);
            } else if (!callbacks.isAuthentic(message)) {
                refuseThis(CallbackOutcome.FORBIDDEN);
            } else {
                receiver.receive(message)
                        .onComplete(reply -> loop.runOnContext(ignored ->
                                answer(outcome(reply.succeeded() ? reply.result() : CallbackReceiver.Reply.ENDED))));
            }
        }

        private void answer(CallbackOutcome outcome) {
            if (outcome != CallbackOutcome.TAKEN) {
                refuseThis(outcome);
                return;
            }
            end();
            meter.accept(outcome);
            if (!request.response().closed()) {
                request.response()
                        .setStatusCode(outcome.status())
                        .putHeader("subscription-protocol", "callback/1.0")
                        .end();
            }
        }

        private void refuseThis(CallbackOutcome outcome) {
            end();
            refuse(request, outcome);
        }

        private void end() {
            if (!isOver) {
                isOver = true;
                vertx.cancelTimer(timer);
                pot.giveBack(held);
                underWay.decrementAndGet();
            }
        }
    }
}
