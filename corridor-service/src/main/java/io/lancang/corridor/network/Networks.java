package io.lancang.corridor.network;

import io.lancang.kit.database.SharedRead;
import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives the network of a day as it is seen from a vantage, read once for each state of the data and kept until the data change.
 *
 * <p>Every request asks the database which state it is in, so a network is never older than the request, whichever
 * instance of the service loaded a release. Safe for any thread: the map is guarded by its own monitor, which is never
 * held while something is read.
 */
@Singleton
public class Networks {
    /** The present and some days of the past; each holds some hundred bytes a segment. */
    private static final int KEPT = 4;

    private final DataStates states;
    private final NetworkReader reader;
    private final Map<Key, Uni<Network>> kept = new LinkedHashMap<>();

    Networks(DataStates states, NetworkReader reader) {
        this.states = states;
        this.reader = reader;
    }

    /** A withdrawal changes the past, so that what was made of the past belongs to a state of the data as well. */
    private record Key(DataState state, @Nullable LocalDate day, Vantage seen) {}

    /**
     * The network as it is if {@code day} is null, else as it stood on that day.
     *
     * @param seen from when the facts are seen
     */
    public Uni<Network> on(@Nullable LocalDate day, Vantage seen) {
        return states.current().chain(state -> of(new Key(state, day, seen)));
    }

    private Uni<Network> of(Key key) {
        synchronized (kept) {
            kept.keySet().removeIf(other -> !other.state().equals(key.state()));
            Uni<Network> known = kept.remove(key);
            // Two requests that come first share one reading; a failed one is forgotten, and the next reads again.
            Uni<Network> network = known == null
                    ? SharedRead.of(
                            reader.read(key.day(), key.seen()).onFailure().invoke(() -> forget(key)))
                    : known;
            kept.put(key, network);
            if (kept.size() > KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
            return network;
        }
    }

    private void forget(Key key) {
        synchronized (kept) {
            kept.remove(key);
        }
    }
}
