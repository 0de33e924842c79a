package io.lancang.standalone.soak;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Which upheaval there was at a time, by {@link System#nanoTime}. Written by one thread, read by any. */
final class Phases {
    /** For so long after it is over, what fails is still by an upheaval. */
    private static final long AFTERMATH = Duration.ofSeconds(5).toNanos();

    private final List<Phase> past = new CopyOnWriteArrayList<>();
    private volatile @Nullable Phase present;

    private record Phase(Upheaval upheaval, long begin, long end) {
        boolean meets(long from, long to) {
            // Nanoseconds may overflow, their difference does not.
            return to - begin >= 0 && (end - from) + AFTERMATH >= 0;
        }
    }

    void begin(Upheaval upheaval, long now) {
        present = new Phase(upheaval, now, now);
    }

    void end(long now) {
        Phase ended = present;
        if (ended != null) {
            past.add(new Phase(ended.upheaval(), ended.begin(), now));
            present = null;
        }
    }

    /** The upheaval that a request met which was under way between two times; none if it met none. */
    Optional<Upheaval> met(long from, long to) {
        Phase now = present;
        if (now != null && to - now.begin() >= 0) {
            return Optional.of(now.upheaval());
        }
        return past.reversed().stream()
                .filter(phase -> phase.meets(from, to))
                .map(Phase::upheaval)
                .findFirst();
    }
}
