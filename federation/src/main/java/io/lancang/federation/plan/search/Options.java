package io.lancang.federation.plan.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The {@link Option}s at one position for objects of one type, by subgraph. */
final class Options {
    private final List<List<Option>> bySubgraph = new ArrayList<>();

    Options(int subgraphs) {
        for (int subgraph = 0; subgraph < subgraphs; subgraph++) {
            bySubgraph.add(new ArrayList<>(1));
        }
    }

    List<Option> in(int subgraph) {
        return bySubgraph.get(subgraph);
    }

    void add(Option option) {
        bySubgraph.get(option.subgraph()).add(option);
    }

    /** Takes the option in place of a dearer one of the same kind; false if there is one as cheap. */
    boolean improve(Option entering) {
        List<Option> present = bySubgraph.get(entering.subgraph());
        Option former = null;
        for (Option option : present) {
            if (option.source() instanceof Option.Source.Entering
                    && option.typeName().equals(entering.typeName())) {
                former = option;
            }
        }
        if (former != null && former.rank() <= entering.rank()) {
            return false;
        }
        present.remove(former);
        present.add(entering);
        return true;
    }

    boolean isEmpty() {
        return bySubgraph.stream().allMatch(List::isEmpty);
    }

    /** The cheapest of those that has all objects of the position; null if there is none. */
    @Nullable
    Option cheapest(int subgraph, Predicate<Option> wanted) {
        Option best = null;
        for (Option option : bySubgraph.get(subgraph)) {
            if (!option.canFail() && wanted.test(option) && (best == null || option.rank() < best.rank())) {
                best = option;
            }
        }
        return best;
    }
}
