package io.lancang.federation.differential.shrink;

import io.lancang.federation.differential.run.Difference;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tries cut after cut, and keeps each with which the case still fails in the same way. */
public final class Shrinker {
    private static final List<Cuts> SAFE = List.of(new QueryCuts(), new SchemaCuts());
    private static final List<Cuts> ALL = List.of(new QueryCuts(), new SchemaCuts(), new DataCuts(), new PlaceCuts());

    private final Function<Case, @Nullable Difference> trial;
    private final InstantSource clock;
    private final Duration patience;

    /**
     * Shrinks by trial.
     *
     * @param trial in what a case differs, null if in nothing or if it is no case at all
     * @param patience after which the smallest case so far must do
     */
    public Shrinker(Function<Case, @Nullable Difference> trial, InstantSource clock, Duration patience) {
        this.trial = trial;
        this.clock = clock;
        this.patience = patience;
    }

    /** The smallest case found that has a difference like this. */
    public Case shrink(Case failing, Difference difference) {
        Instant end = clock.instant().plus(patience);
        // Whether subgraphs ought to compose is known of what was generated, and of that with whole fields left out.
        List<Cuts> kinds = difference.kind() == Difference.Kind.COMPOSITION ? SAFE : ALL;
        Case smallest = failing;
        boolean smaller = true;
        while (smaller) {
            Case before = smallest;
            for (Cuts cuts : kinds) {
                smallest = shrink(smallest, cuts, difference, end);
            }
            smaller = !before.equals(smallest) && clock.instant().isBefore(end);
        }
        return smallest;
    }

    private Case shrink(Case failing, Cuts cuts, Difference difference, Instant end) {
        Case smallest = failing;
        List<Supplier<Case>> candidates = cuts.of(smallest);
        int index = 0;
        while (index < candidates.size() && clock.instant().isBefore(end)) {
            Case candidate = candidates.get(index).get();
            if (failsLike(candidate, difference)) {
                smallest = candidate;
                // The cuts before this one did not do; those that follow have moved up.
                candidates = cuts.of(smallest);
            } else {
                index++;
            }
        }
        return smallest;
    }

    private boolean failsLike(Case candidate, Difference difference) {
        Difference found = trial.apply(candidate);
        return found != null
                && found.kind() == difference.kind()
                && found.signature().equals(difference.signature());
    }
}
