package io.lancang.federation.differential;

import io.lancang.federation.differential.data.Data;
import io.lancang.federation.differential.generate.FederationGenerator;
import io.lancang.federation.differential.generate.QueryGenerator;
import io.lancang.federation.differential.run.Comparison;
import io.lancang.federation.differential.run.Difference;
import io.lancang.federation.differential.run.DifferenceException;
import io.lancang.federation.differential.run.Federation;
import io.lancang.federation.differential.run.Query;
import io.lancang.federation.differential.shrink.Case;
import io.lancang.federation.differential.shrink.Shrinker;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Tries one seed after the other, and counts. Not thread-safe. */
final class Trials {
    /** Queries with an answer to compare, per federation. */
    static final int QUERIES = 8;

    private static final int ATTEMPTS = 40;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Setup setup;
    private final InstantSource clock;
    private int cases;

    /** Puts a federation up. */
    interface Setup {
        Comparison of(Federation federation) throws DifferenceException;
    }

    Trials(Setup setup, InstantSource clock) {
        this.setup = setup;
        this.clock = clock;
    }

    int cases() {
        return cases;
    }

    /** Compares the federation of a seed with its whole on several queries; null if they agree. */
    @Nullable
    Finding run(long seed) {
        Federation federation = FederationGenerator.generate(seed);
        Comparison comparison;
        try {
            comparison = setup.of(federation);
        } catch (DifferenceException different) {
            return shrunk(seed, new Case(federation, null), different.difference());
        }
        return ask(comparison, federation.data(), federation, seed);
    }

    private @Nullable Finding ask(Comparison comparison, Data data, Federation federation, long seed) {
        int asked = 0;
        for (int attempt = 0; attempt < ATTEMPTS && asked < QUERIES; attempt++) {
            Query query = QueryGenerator.generate(comparison.schema(), data, seed * ATTEMPTS + attempt);
            if (comparison.expected(query) == null) {
                continue;
            }
            Difference difference = comparison.ask(query);
            if (difference != null) {
                return shrunk(seed, new Case(federation, query), difference);
            }
            asked++;
            cases++;
        }
        return null;
    }

    private Finding shrunk(long seed, Case failing, Difference difference) {
        Case smallest = new Shrinker(this::tryAgain, clock, PATIENCE).shrink(failing, difference);
        Difference last = tryAgain(smallest);
        return new Finding(seed, smallest.federation(), smallest.query(), last == null ? difference : last);
    }

    /** The difference of a case that may be none: what was cut may leave nothing that could be asked. */
    private @Nullable Difference tryAgain(Case candidate) {
        try {
            Comparison comparison = setup.of(candidate.federation());
            return candidate.query() == null ? null : comparison.ask(candidate.query());
        } catch (DifferenceException different) {
            return different.difference();
        } catch (RuntimeException noCase) {
            return null;
        }
    }
}
