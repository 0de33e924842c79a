package io.lancang.federation.plan.assemble;

import io.lancang.federation.plan.query.EntityFetch;
import io.lancang.federation.plan.query.Fetch;
import io.lancang.federation.plan.query.RootFetch;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/** What fetches wait for, without what follows from the rest of it. */
final class Dependencies {
    private final List<BitSet> before = new ArrayList<>();
    private final List<Fetch> reduced = new ArrayList<>();

    /**
     * Those of a plan's fetches.
     *
     * @param fetches each after all that it waits for
     */
    Dependencies(List<Fetch> fetches) {
        for (Fetch fetch : fetches) {
            List<Integer> after = reduce(fetch.after());
            BitSet all = new BitSet();
            fetch.after().forEach(earlier -> {
                all.set(earlier);
                all.or(before.get(earlier));
            });
            before.add(all);
            reduced.add(
                    switch (fetch) {
                        case RootFetch root -> root.after(after);
                        case EntityFetch entity ->
                            new EntityFetch(entity.id(), entity.subgraph(), after, entity.calls());
                    });
        }
    }

    /** The same fetches, each waiting only for those that no other of its dependencies waits for. */
    List<Fetch> reduced() {
        return reduced;
    }

    /** Without those for which others of them wait. */
    List<Integer> reduce(Collection<Integer> fetches) {
        BitSet implied = new BitSet();
        fetches.forEach(fetch -> implied.or(before.get(fetch)));
        return fetches.stream().filter(fetch -> !implied.get(fetch)).toList();
    }
}
