package io.lancang.federation.execute.run;

import io.lancang.federation.execute.compile.FetchStep;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.List;
import java.util.Queue;

/** Which fetches of a plan can be sent: those whose predecessors are done. A fetch is its place among the steps of the plan. */
final class FetchOrder {
    /** In place of a fetch. */
    static final int NONE = -1;

    private final List<FetchStep> steps;
    private final int[] waitsFor;
    private final Queue<Integer> ready = new ArrayDeque<>();
    private final BitSet done = new BitSet();
    private int unfinished;

    FetchOrder(List<FetchStep> steps) {
        this.steps = steps;
        unfinished = steps.size();
        waitsFor = new int[unfinished];
    }

    /** Readies the fetches that wait for no other. */
    void begin() {
        for (int fetch = 0; fetch < waitsFor.length; fetch++) {
            waitsFor[fetch] = steps.get(fetch).waitsFor();
            if (waitsFor[fetch] == 0) {
                ready.add(fetch);
            }
        }
    }

    /** A fetch that can be sent and has not been given before; {@link #NONE} if there is none now. */
    int next() {
        Integer next = ready.poll();
        return next == null ? NONE : next;
    }

    /** Readies those that waited for this fetch alone. */
    void finish(int fetch) {
        unfinished--;
        done.set(fetch);
        for (int follower : steps.get(fetch).followers()) {
            waitsFor[follower]--;
            if (waitsFor[follower] == 0) {
                ready.add(follower);
            }
        }
    }

    /** Has fetches that are done sent once more; of these alone each waits for those before it. */
    void again(BitSet fetches) {
        done.andNot(fetches);
        unfinished += fetches.cardinality();
        fetches.stream().forEach(fetch -> waitsFor[fetch] = 0);
        fetches.stream()
                .flatMap(fetch -> steps.get(fetch).followers().stream().mapToInt(Integer::intValue))
                .filter(fetches::get)
                .forEach(fetch -> waitsFor[fetch]++);
        fetches.stream().filter(fetch -> waitsFor[fetch] == 0).forEach(ready::add);
    }

    boolean areAllDone() {
        return unfinished == 0;
    }

    boolean areDone(BitSet fetches) {
        BitSet missing = (BitSet) fetches.clone();
        missing.andNot(done);
        return missing.isEmpty();
    }
}
