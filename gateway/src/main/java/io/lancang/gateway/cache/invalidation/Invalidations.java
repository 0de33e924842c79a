package io.lancang.gateway.cache.invalidation;

import io.lancang.gateway.config.GatewayConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * What was declared invalid, and in which order. An answer notes how many invalidations there had been before it was asked for;
 * it holds as long as none of its marks was invalidated after that. So an answer that was on its way at the time does not hold,
 * whenever it arrives. Thread-safe.
 */
@Singleton
public final class Invalidations {
    private final int maximumMarks;
    private final AtomicLong count = new AtomicLong();
    private final Map<String, Long> last = new ConcurrentHashMap<>();
    private final List<Consumer<Collection<String>>> others = new CopyOnWriteArrayList<>();
    private volatile long floor;

    @Inject
    Invalidations(GatewayConfig config) {
        this(config.cache().maxInvalidatedTags());
    }

    /** @param maximumMarks how many are remembered; with more, nothing holds that was asked for before */
    public Invalidations(int maximumMarks) {
        this.maximumMarks = maximumMarks;
    }

    /** The mark of all answers with a tag. */
    public static String tag(String name) {
        return "tag:" + name;
    }

    /** The mark of all answers of a subgraph. */
    public static String subgraph(String name) {
        return "subgraph:" + name;
    }

    /** The mark of all answers about a type. */
    public static String type(String name) {
        return "type:" + name;
    }

    /** How many there have been. To be read before an answer is asked for. */
    public long count() {
        return count.get();
    }

    /** Passes each invalidation from now on to somebody else, too. */
    public void forwardTo(Consumer<Collection<String>> other) {
        others.add(other);
    }

    /** Declares all answers invalid that have one of these marks and were asked for before. */
    public void invalidate(Collection<String> marks) {
        note(marks);
        others.forEach(other -> other.accept(marks));
    }

    private synchronized void note(Collection<String> marks) {
        long number = count.incrementAndGet();
        if (last.size() + marks.size() > maximumMarks) {
            floor = number;
            last.clear();
            return;
        }
        marks.forEach(mark -> last.put(mark, number));
    }

    /**
     * Whether an answer still holds.
     *
     * @param since how many invalidations there had been when it was asked for
     */
    public boolean hold(List<String> marks, long since) {
        if (since == count.get()) {
            return true;
        }
        if (since < floor) {
            return false;
        }
        for (int index = 0; index < marks.size(); index++) {
            Long number = last.get(marks.get(index));
            if (number != null && number > since) {
                return false;
            }
        }
        return true;
    }
}
