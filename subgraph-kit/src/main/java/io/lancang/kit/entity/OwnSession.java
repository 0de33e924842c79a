package io.lancang.kit.entity;

import io.lancang.kit.bounds.Requests;
import io.lancang.kit.database.ClientReads;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs work with entities in a session of its own, which it shares with nothing else of the request. Work maps what it reads to
 * records: the session is closed when it ends.
 *
 * <p>Safe for any thread that has a Vert.x context.
 */
public final class OwnSession {
    private OwnSession() {}

    /** Reads, without a transaction: one statement for each query of the work. They end when the client leaves. The work begins
     * anew where a server fails by its own fault. */
    public static <T> Uni<T> read(Supplier<Uni<T>> work) {
        return ClientReads.attempted(attempt ->
                apart((own, asking) -> ClientReads.on(own, asking, attempt), () -> Panache.withSession(work)));
    }

    /** Writes, in one transaction: all or nothing, whoever waits for it. */
    public static <T> Uni<T> write(Supplier<Uni<T>> work) {
        return apart((own, asking) -> {}, () -> Panache.withTransaction(work));
    }

    /** The result goes on where the request does: in its own threads, or on the context of who asks outside of a request. */
    private static <T> Uni<T> apart(BiConsumer<Context, Context> prepare, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            @Nullable Context asking = Vertx.currentContext();
            if (asking == null) {
                throw new IllegalStateException("Entities are read and written on a Vert.x context");
            }
            Executor next = Requests.threads().orElse(step -> asking.runOnContext(ignored -> step.run()));
            Context own = Objects.requireNonNull(VertxContext.createNewDuplicatedContext(asking));
            VertxContextSafetyToggle.setContextSafe(own, true);
            prepare.accept(own, asking);
            return Uni.createFrom()
                    .<T>deferred(work::get)
                    .runSubscriptionOn(step -> own.runOnContext(ignored -> step.run()))
                    .emitOn(next);
        });
    }
}
