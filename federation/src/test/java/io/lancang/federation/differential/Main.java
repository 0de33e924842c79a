package io.lancang.federation.differential;

import io.lancang.federation.differential.run.Comparison;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The endless differential test: seed after seed, until a difference, a number of cases or a time is reached. */
public final class Main {
    /** To make a federation, compose it and put it up costs as much as to compare ten queries. */
    private static final int QUERIES = 32;

    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(10);

    private final Limits limits;
    private final InstantSource clock;
    private final PrintStream out;

    Main(Limits limits, InstantSource clock, PrintStream out) {
        this.limits = limits;
        this.clock = clock;
        this.out = out;
    }

    /** Exits with 0 if no difference was found, 1 if one was, 2 if the options are wrong. */
    public static void main(String[] arguments) {
        Limits limits;
        try {
            limits = Limits.parse(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
            return;
        }
        System.exit(new Main(limits, InstantSource.system(), System.out).run() == null ? 0 : 1);
    }

    /** Runs until a limit or the first difference, which is printed and returned. */
    @Nullable
    Finding run() {
        Trials trials = new Trials(Comparison::inMemory, QUERIES, clock);
        Instant begin = clock.instant();
        Instant reported = begin;
        long seed = limits.seed();
        out.println("differential: from seed " + seed);
        while (trials.cases() < limits.cases() && elapsed(begin).compareTo(limits.time()) < 0) {
            Finding finding = trials.run(seed);
            if (finding != null) {
                report(trials, seed, begin);
                out.println(finding);
                return finding;
            }
            seed++;
            if (elapsed(reported).compareTo(BETWEEN_REPORTS) >= 0) {
                reported = clock.instant();
                report(trials, seed, begin);
            }
        }
        report(trials, seed, begin);
        return null;
    }

    private void report(Trials trials, long seed, Instant begin) {
        out.println("differential: " + trials.cases() + " cases without a difference, seeds " + limits.seed() + " to "
                + (seed - 1) + ", " + elapsed(begin).toSeconds() + " s");
    }

    private Duration elapsed(Instant since) {
        return Duration.between(since, clock.instant());
    }
}
