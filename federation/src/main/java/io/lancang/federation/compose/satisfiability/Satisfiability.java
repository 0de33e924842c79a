package io.lancang.federation.compose.satisfiability;

import io.lancang.federation.compose.merge.MergedSchema;
import io.lancang.federation.compose.problem.Problems;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/** Checks that a router can answer every query that the merged schema allows. */
public final class Satisfiability {

    /** More labels than these are not tried in all combinations, which are two to the power of their number. */
    private static final int COMBINED_LABELS = 6;

    private Satisfiability() {}

    /** Reports each field that cannot be resolved, once, with the shortest path to it. */
    public static void check(MergedSchema schema, Problems problems) {
        for (Set<String> labels : labelChoices(schema.overrides().labels())) {
            if (!problems.hasErrors()) {
                new QueryWalk(SubgraphMoves.of(schema, labels), problems).walk();
            }
        }
    }

    /** The sets of labels to take as on: all combinations of a few, else none, each and all. */
    static Set<Set<String>> labelChoices(Set<String> labels) {
        Set<Set<String>> choices = new LinkedHashSet<>();
        choices.add(Set.of());
        if (labels.size() > COMBINED_LABELS) {
            labels.forEach(label -> choices.add(Set.of(label)));
            choices.add(labels);
            return choices;
        }
        for (String label : labels) {
            for (Set<String> choice : Set.copyOf(choices)) {
                Set<String> more = new TreeSet<>(choice);
                more.add(label);
                choices.add(more);
            }
        }
        return choices;
    }
}
