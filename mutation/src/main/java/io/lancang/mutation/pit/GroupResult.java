package io.lancang.mutation.pit;

import java.util.List;

/**
 * What became of a group.
 *
 * @param group the group
 * @param mutations all that were judged, without those marked as equivalent
 * @param equivalent how many are marked
 * @param outcome whether this is the result of this run
 */
public record GroupResult(Group group, List<Mutation> mutations, int equivalent, Outcome outcome) {

    /** Where a result is from. */
    public enum Outcome {
        /** From this run. */
        MEASURED,
        /** From an earlier run: nothing changed since. */
        KEPT,
        /** From this run, whose time was up before all were judged. */
        UNFINISHED,
        /** PIT ended with an error. */
        FAILED,
        /** None of its classes changed. */
        UNCHANGED
    }

    public GroupResult {
        mutations = List.copyOf(mutations);
    }

    /** The share of mutations that were killed, in percent, rounded down; 100 where there is none. */
    public int share() {
        return share(mutations);
    }

    /** Whether there is a result, and it is less than the group's floor. What is not finished may still reach it. */
    public boolean isTooLow() {
        return outcome != Outcome.UNFINISHED && share() < group.floor();
    }

    static int share(List<Mutation> mutations) {
        long killed = mutations.stream().filter(Mutation::killed).count();
        return mutations.isEmpty() ? 100 : (int) (100 * killed / mutations.size());
    }
}
