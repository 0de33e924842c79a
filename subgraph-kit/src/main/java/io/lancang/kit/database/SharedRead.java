package io.lancang.kit.database;

import io.lancang.kit.bounds.Requests;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What is read once for all requests that ask meanwhile. The client whose request came first may leave: the others still
 * wait. Each goes on in the context of its own request, so that what it asks next ends with its own client.
 */
public final class SharedRead {
    private SharedRead() {}

    /** Reads when it is asked for first, and never again, whether that fails or not. */
    public static <T> Uni<T> of(Uni<T> reading) {
        Uni<T> once = reading.runSubscriptionOn(SharedRead::forNobody).memoize().indefinitely();
        return Uni.createFrom().deferred(() -> {
            Context own = Vertx.currentContext();
            Executor next = Requests.threads()
                    .orElse(own == null ? Runnable::run : step -> own.runOnContext(ignored -> step.run()));
            return once.emitOn(next);
        });
    }

    private static void forNobody(Runnable reading) {
        @Nullable Context nobodys = VertxContext.createNewDuplicatedContext();
        if (nobodys == null) {
            reading.run();
        } else {
            nobodys.runOnContext(ignored -> reading.run());
        }
    }
}
