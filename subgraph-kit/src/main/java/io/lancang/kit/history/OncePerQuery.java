package io.lancang.kit.history;

import io.lancang.kit.bounds.RequestBudget;
import io.lancang.kit.bounds.Requests;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What each query asks for once, whatever it needs the answer for: what was asked since a query began is no older than the query.
 * A mutation asks each time, since it tells what it has changed itself, and so does a WebSocket, whose operations share a context.
 * Safe for any thread.
 *
 * @param <T> the answer
 */
public final class OncePerQuery<T> {
    private final Supplier<Uni<T>> asking;

    /** @param asking asks when the result is subscribed to */
    public OncePerQuery(Supplier<Uni<T>> asking) {
        this.asking = asking;
    }

    private record Asked<T>(RequestBudget query, Uni<T> answer) {}

    /** The answer for the request that the caller works for. */
    public Uni<T> get() {
        @Nullable Context context = Vertx.currentContext();
        RequestBudget request = Requests.budget().orElse(null);
        return context != null && request != null && request.isQuery() && request.hasItsContext()
                ? of(request, context)
                : asking.get();
    }

    /** The steps of a request run one after the other, and two that did not would ask twice. */
    private Uni<T> of(RequestBudget query, Context context) {
        @Nullable Asked<T> asked = context.getLocal(this);
        if (asked == null || asked.query() != query) {
            asked = new Asked<>(query, asking.get().memoize().indefinitely());
            context.putLocal(this, asked);
        }
        return asked.answer();
    }
}
