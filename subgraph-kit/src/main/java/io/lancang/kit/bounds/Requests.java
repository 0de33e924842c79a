package io.lancang.kit.bounds;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The requests that are executed, each with its budget and the threads that work for it. Safe for any thread. */
@Singleton
public final class Requests {
    private static final String REQUEST = Requests.class.getName() + ".request";
    private static final String BUDGET = Requests.class.getName() + ".budget";
    private static final String TASKS = Requests.class.getName() + ".tasks";
    private static final int PRIORITY = 100;

    private final RequestLimits limits;
    private final WorkerExecutor heavyThreads;
    private final AtomicLong valuesOfAll = new AtomicLong();

    Requests(RequestLimits limits, Vertx vertx, MeterRegistry metrics) {
        this.limits = limits;
        this.heavyThreads = vertx.createSharedWorkerExecutor("heavy-answers", limits.heavyThreads());
        Gauge.builder("lancang.requests.values", valuesOfAll, AtomicLong::get)
                .description("Values of the answers that are assembled now")
                .register(metrics);
    }

    void register(@Observes Filters filters) {
        filters.register(Requests::remember, PRIORITY);
    }

    private static void remember(RoutingContext request) {
        ownContext().ifPresent(context -> context.putLocal(REQUEST, request.request()));
        request.next();
    }

    /**
     * Begins the execution of a request: what runs on its context counts for it from now on. The budget is to be put in the
     * context of the execution, and to be ended.
     */
    public RequestBudget begin() {
        @Nullable Context context = ownContext().orElse(null);
        HttpServerRequest request = context == null ? null : context.getLocal(REQUEST);
        RequestBudget budget = new RequestBudget(limits, valuesOfAll, new Caller(request));
        if (context != null) {
            context.putLocal(BUDGET, budget);
            context.putLocal(TASKS, new RequestTasks(context, heavyThreads, budget::isHeavy));
        }
        return budget;
    }

    /** How many values the answers that are assembled now have together, to some hundred each. */
    public long values() {
        return valuesOfAll.get();
    }

    /** The budget of the request that the caller works for; empty where it works for none. */
    public static Optional<RequestBudget> budget() {
        return ownContext().map(context -> context.<@Nullable RequestBudget>getLocal(BUDGET));
    }

    /** Where the request that the caller works for goes on, off the event loops; empty where it works for none. */
    public static Optional<Executor> threads() {
        return ownContext().map(context -> context.<@Nullable RequestTasks>getLocal(TASKS));
    }

    /** The same future, heard of off the event loops by the request that asks. */
    public static <T> Future<T> heardOffLoop(Future<T> future) {
        return threads()
                .map(threads -> {
                    Promise<T> heard = Promise.promise();
                    future.onComplete(result -> threads.execute(() -> heard.handle(result)));
                    return heard.future();
                })
                .orElse(future);
    }

    /** Computes in the threads for heavy work, and lets the request that asks go on in its own. */
    public <T> Uni<T> compute(Supplier<T> work) {
        Executor own = threads().orElse(Infrastructure.getDefaultWorkerPool());
        return Uni.createFrom()
                .completionStage(() -> heavyThreads
                        .executeBlocking(new Once<>(work)::call, false)
                        .toCompletionStage())
                .emitOn(own);
    }

    /** Work that is done once. A thread that waits for more remembers what it did last, which may hold a whole network. */
    private static final class Once<T> {
        private @Nullable Supplier<T> work;

        private Once(Supplier<T> work) {
            this.work = work;
        }

        private T call() {
            Supplier<T> own = Objects.requireNonNull(work);
            work = null;
            return own.get();
        }
    }

    /** The context of one request alone, and not one that all requests share. */
    private static Optional<Context> ownContext() {
        return Optional.ofNullable(Vertx.currentContext()).filter(VertxContext::isDuplicatedContext);
    }
}
