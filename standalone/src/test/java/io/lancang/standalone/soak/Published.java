package io.lancang.standalone.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was published of one service: numbers that grow by one, each in a release of its own. An answer is too old if it lacks a number that had been
 * published {@link #TOLERANCE} before it was asked for: processes of a service hear of a release a moment apart, and a gateway drops what it keeps once
 * more half a second after it has heard of it. Safe for any thread.
 */
final class Published {
    /** Ten times what a gateway waits, since this machine has other work. */
    static final Duration TOLERANCE = Duration.ofSeconds(5);

    private final List<Long> moments = new ArrayList<>();
    private final List<Long> releases = new ArrayList<>();

    /** The number that the next release has. */
    synchronized int next() {
        return moments.size() + 1;
    }

    /** The service has said that a release with the next number is published. */
    synchronized void published(long release, long now) {
        moments.add(now);
        releases.add(release);
    }

    /** All releases, in their order. */
    synchronized List<Long> releases() {
        return List.copyOf(releases);
    }

    synchronized int last() {
        return moments.size();
    }

    /**
     * For how long the number after that of an answer had been published when the answer was asked for; empty if it had not been.
     *
     * @param number that the answer has
     * @param asked when it was asked for
     */
    synchronized Optional<Duration> behind(int number, long asked) {
        if (number >= moments.size()) {
            return Optional.empty();
        }
        long since = asked - moments.get(number);
        return since <= 0 ? Optional.empty() : Optional.of(Duration.ofNanos(since));
    }
}
