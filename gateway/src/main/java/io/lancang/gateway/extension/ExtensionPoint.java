package io.lancang.gateway.extension;

import io.lancang.gateway.api.RefusedByExtensionException;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.telemetry.ExtensionMeters;
import io.lancang.gateway.telemetry.ExtensionMeters.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.InstanceHandle;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * All beans for one point of a request's way. They are called one after the other on the event loop of the client, and wherever they
 * complete, it goes on there. Immutable, and so thread-safe.
 *
 * @param <B> what the beans implement
 */
final class ExtensionPoint<B> {
    private static final Logger LOG = Logger.getLogger(ExtensionPoint.class);

    private final Vertx vertx;
    private final List<Named<B>> beans;

    /** A bean with the name that metrics and the log give it. */
    record Named<B>(String name, B bean, ExtensionMeters meters) {}

    /** @param beans in the order in which they are called */
    ExtensionPoint(Vertx vertx, List<Named<B>> beans) {
        this.vertx = vertx;
        this.beans = List.copyOf(beans);
    }

    /**
     * The point of these beans.
     *
     * @param point its name in metrics
     * @param beans in the order in which they are called
     */
    static <B> ExtensionPoint<B> of(Vertx vertx, MeterRegistry registry, String point, List<InstanceHandle<B>> beans) {
        return new ExtensionPoint<>(
                vertx,
                beans.stream().map(handle -> named(handle, registry, point)).toList());
    }

    private static <B> Named<B> named(InstanceHandle<B> handle, MeterRegistry registry, String point) {
        String name = handle.getBean().getBeanClass().getSimpleName();
        return new Named<>(name, handle.get(), new ExtensionMeters(registry, name, point));
    }

    boolean isEmpty() {
        return beans.isEmpty();
    }

    /** Gives a value to the first bean, what it makes of it to the next, and so on. */
    <T> Future<T> change(T first, ClientRequest client, BiFunction<B, T, Uni<T>> call) {
        Future<T> result = Future.succeededFuture(first);
        for (Named<B> each : beans) {
            result = result.compose(value -> run(each, client, () -> call.apply(each.bean(), value)))
                    .map(changed -> Objects.requireNonNull(changed, each.name() + " gave null"));
        }
        return result;
    }

    /** Shows something to all beans in turn. */
    Future<@Nullable Void> show(ClientRequest client, Function<B, Uni<Void>> call) {
        Future<@Nullable Void> result = Future.succeededFuture();
        for (Named<B> each : beans) {
            result = result.compose(
                    ignored -> run(each, client, () -> call.apply(each.bean())).mapEmpty());
        }
        return result;
    }

    private <T> Future<T> run(Named<B> each, ClientRequest client, Supplier<Uni<T>> call) {
        long begin = System.nanoTime();
        return called(each, client, call)
                .onSuccess(ignored -> each.meters().count(Outcome.DONE, System.nanoTime() - begin))
                .recover(failure -> {
                    boolean isRefusal = failure instanceof RefusedByExtensionException;
                    each.meters().count(isRefusal ? Outcome.REFUSED : Outcome.FAILED, System.nanoTime() - begin);
                    return Future.failedFuture(isRefusal ? failure : failed(each, failure));
                });
    }

    private static <B> Throwable failed(Named<B> each, Throwable failure) {
        if (failure instanceof ExtensionFailedException late) {
            LOG.warn(late.getMessage());
            return late;
        }
        LOG.errorf(failure, "The extension %s failed", each.name());
        return new ExtensionFailedException(each.name(), "failed");
    }

    private <T> Future<T> called(Named<B> each, ClientRequest client, Supplier<Uni<T>> call) {
        Context context = vertx.getOrCreateContext();
        Promise<T> promise = Promise.promise();
        Cancellable running;
        try {
            running = call.get()
                    .subscribe()
                    .with(
                            item -> on(context, () -> promise.tryComplete(item)),
                            failure -> on(context, () -> promise.tryFail(failure)));
        } catch (RuntimeException thrown) {
            return Future.failedFuture(thrown);
        }
        Future<T> result = promise.future();
        if (!result.isComplete()) {
            long timer = vertx.setTimer(Math.max(1, client.remainingMillis()), ignored -> {
                running.cancel();
                promise.tryFail(new ExtensionFailedException(
                        each.name(), "took longer than the request has time, and was given up"));
            });
            result.onComplete(ignored -> vertx.cancelTimer(timer));
        }
        return result;
    }

    /** Where the request is at home; at once if this is there. */
    private static void on(Context context, Runnable then) {
        if (context.equals(Vertx.currentContext())) {
            then.run();
        } else {
            context.runOnContext(ignored -> then.run());
        }
    }
}
