package io.lancang.federation.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Leaves out of {@link Fetch#after()} what follows from the rest of it. */
final class Dependencies {
    private Dependencies() {}

    /** The same fetches, each waiting only for those that no other of its dependencies waits for. */
    static List<Fetch> reduce(List<Fetch> fetches) {
        List<BitSet> before = new ArrayList<>();
        List<Fetch> reduced = new ArrayList<>();
        for (Fetch fetch : fetches) {
            BitSet implied = new BitSet();
            BitSet all = new BitSet();
            for (int earlier : fetch.after()) {
                implied.or(before.get(earlier));
                all.set(earlier);
            }
            all.or(implied);
            before.add(all);
            List<Integer> after = fetch.after().stream()
                    .filter(earlier -> !implied.get(earlier))
                    .toList();
            reduced.add(
                    switch (fetch) {
                        case RootFetch root -> root.after(after);
                        case EntityFetch entity ->
                            new EntityFetch(entity.id(), entity.subgraph(), after, entity.calls());
                    });
        }
        return reduced;
    }
}
