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
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Tries seeds, and counts cases. A case is one query that was generated for one generated federation: its plan was proved, and
 * its answer compared, with data, errors and mutations carried out, with that of the graph in one piece. Queries to which the
 * whole has no answer without errors do not count, and whether subgraphs compose to the right schema is no case of its own.
 * Safe for several threads.
 */
final class Trials {
    /** Cases of one federation in the suite. */
    static final int QUERIES = 8;

    private static final int ATTEMPTS = 40;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Setup setup;
    private final int queries;
    private final InstantSource clock;
    private final AtomicInteger cases = new AtomicInteger();

    /** Puts a federation up. */
    interface Setup {
        Comparison of(Federation federation) throws DifferenceException;
    }

    Trials(Setup setup, InstantSource clock) {
        this(setup, QUERIES, clock);
    }

    /**
     * @param queries how many cases to take of one federation, up to as many as are drawn: {@value #ATTEMPTS}
     */
    Trials(Setup setup, int queries, InstantSource clock) {
        this.setup = setup;
        this.queries = queries;
        this.clock = clock;
    }

    int cases() {
        return cases.get();
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
        for (int attempt = 0; attempt < ATTEMPTS && asked < queries; attempt++) {
            Query query = QueryGenerator.generate(comparison.schema(), data, seed * ATTEMPTS + attempt);
            String expected = comparison.expected(query);
            if (expected == null) {
                continue;
            }
            Difference difference = comparison.ask(query, expected);
            if (difference != null) {
                return shrunk(seed, new Case(federation, query), difference);
            }
            asked++;
            cases.incrementAndGet();
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
