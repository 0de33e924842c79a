package io.lancang.corridor.ground.network;

import io.lancang.corridor.ground.history.NetworkStateRepository;
import io.lancang.kit.database.SharedRead;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.history.DataState;
import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gives the network of a day as it is seen from a vantage, read once for each state of the data and kept until the data change or
 * others need the room.
 *
 * <p>Every request asks the database which state it is in, so a network is never older than the request, whichever
 * instance of the service loaded a release. Safe for any thread: the map is guarded by its own monitor, which is never
 * held while something is read.
 */
@Singleton
public class Networks {
    /** The present and some days of the past, however small they are. */
    private static final int KEPT = 8;

    private final NetworkStateRepository states;
    private final NetworkRepository reader;
    private final long most;
    /** In the order of last use. */
    private final Map<Key, Held> kept = new LinkedHashMap<>();

    Networks(NetworkStateRepository states, NetworkRepository reader, NetworkConfig config) {
        this.states = states;
        this.reader = reader;
        this.most = config.memory().asLongValue();
    }

    /** A withdrawal changes the past, so that what was made of the past belongs to a state of the data as well. */
    private record Key(DataState state, NetworkRepository.@Nullable Day day, Vantage seen) {}

    /** A network in memory, or on its way there. What is in use is never dropped, or the memory would not be counted. */
    private static final class Held {
        private final Uni<Network> network;
        private final long memory;
        private int users;

        private Held(Uni<Network> network, long memory) {
            this.network = network;
            this.memory = memory;
        }
    }

    /**
     * Uses the network as it is if {@code day} is null, else as it stood on that day, or is to stand by what was announced. Fails with LIMIT_EXCEEDED if it is too large to
     * be read, and with UNAVAILABLE if there is no room for it beside those that are used now.
     *
     * @param seen from when the facts are seen
     * @param use answers from the network, which must not be held beyond the answer
     */
    public <T> Uni<T> with(@Nullable LocalDate day, Vantage seen, Function<Network, Uni<T>> use) {
        return states.current().chain(state -> {
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            Key key = new Key(state, day == null ? null : new NetworkRepository.Day(day, today), seen);
            return memory(key).chain(memory -> use(key, memory, use));
        });
    }

    /** Bytes of memory that a network takes: as it is kept, or counted in the database. Fails with LIMIT_EXCEEDED if that is too much. */
    private Uni<Long> memory(Key key) {
        synchronized (kept) {
            Held known = kept.get(key);
            if (known != null) {
                return Uni.createFrom().item(known.memory);
            }
        }
        return reader.size(key.seen()).map(size -> {
            size.check(most);
            return size.memory();
        });
    }

    /**
     * Takes a network, and gives it back when the answer is there or nobody waits for it any more. Between taking it and asking for it there
     * is no step that would be left out if the client left just then.
     */
    private <T> Uni<T> use(Key key, long memory, Function<Network, Uni<T>> use) {
        Held held = take(key, memory);
        return held.network.chain(network -> use.apply(network)).onTermination().invoke(() -> giveBack(held));
    }

    private Held take(Key key, long memory) {
        synchronized (kept) {
            // Two requests that come first share one reading; a failed one is forgotten, and the next reads again.
            Held held = kept.remove(key);
            if (held == null) {
                makeRoom(key.state(), memory);
                held = new Held(
                        SharedRead.of(reader.read(key.day(), key.seen(), memory)
                                .onFailure()
                                .invoke(() -> forget(key))),
                        memory);
            }
            kept.put(key, held);
            held.users++;
            return held;
        }
    }

    private void makeRoom(DataState now, long memory) {
        kept.entrySet()
                .removeIf(entry ->
                        entry.getValue().users == 0 && !entry.getKey().state().equals(now));
        Iterator<Held> oldest = kept.values().iterator();
        while (oldest.hasNext() && (kept.size() >= KEPT || taken() + memory > most)) {
            if (oldest.next().users == 0) {
                oldest.remove();
            }
        }
        if (taken() + memory > most) {
            throw new ServiceException(
                    ErrorCode.UNAVAILABLE,
                    "The networks of other days are in use and leave no room for this one.",
                    "Retry in some seconds; the service's operator may raise `lancang.network.memory`.");
        }
    }

    private long taken() {
        return kept.values().stream().mapToLong(held -> held.memory).sum();
    }

    private void giveBack(Held held) {
        synchronized (kept) {
            held.users--;
        }
    }

    private void forget(Key key) {
        synchronized (kept) {
            kept.remove(key);
        }
    }
}
