package io.lancang.kit.history;

import io.lancang.kit.database.SharedRead;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is made of the data once for each state of them, and kept until they change. Who asks asks the database which state it is
 * in, so that nothing older than the request is answered, whichever instance of the service published a release; those who ask while
 * it is being made wait for the same making. Safe for any thread.
 *
 * @param <T> what is made; immutable
 */
public final class KeptForState<T> {
    private final Supplier<Uni<DataState>> states;
    private final Supplier<Uni<T>> maker;
    /** Of the last state that anybody asked in; guarded by the monitor, which is never held while something is made. */
    private @Nullable Held<T> last;

    /**
     * @param states asks for the state of the data
     * @param maker makes it of the data as they are when it is subscribed to
     */
    public KeptForState(Supplier<Uni<DataState>> states, Supplier<Uni<T>> maker) {
        this.states = states;
        this.maker = maker;
    }

    private record Held<T>(DataState state, Uni<T> made) {}

    /** What is made of the data as they are now. What fails is forgotten, so that the next who asks tries again. */
    public Uni<T> get() {
        return states.get().chain(this::in);
    }

    private synchronized Uni<T> in(DataState state) {
        Held<T> held = last;
        if (held == null || !held.state().equals(state)) {
            held = new Held<>(state, SharedRead.of(maker.get().onFailure().invoke(() -> forget(state))));
            last = held;
        }
        return held.made();
    }

    private synchronized void forget(DataState state) {
        if (last != null && last.state().equals(state)) {
            last = null;
        }
    }
}
