package io.lancang.mutation.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Plants faults and asks the tests. Those that are likeliest to notice run first: once for all faults that can be put into a running
 * application ({@link WarmRun}), then for each fault that is left. At last all others of the module run.
 */
public final class FaultRun {
    private static final int LIMIT_SECONDS = 900;

    /** Tests that took some time without a fault do not need a minute and five times as long with it. */
    private static final int MINUTE_SECONDS = 60;

    private static final int TIMES = 5;

    /** Which tests are asked. */
    public enum Extent {
        /**
         * The likeliest to notice, in one application for all faults. What one of them ran and none noticed survived them; what none ran
         * gets no verdict.
         */
        RUNNING,
        /** Those, and then again with each fault that they did not notice, in an application of its own. */
        FIRST_TESTS,
        /** Those with each fault in an application of its own at once: quicker where few faults are asked about. */
        ALONE,
        /** All tests of the module at last. */
        ALL
    }

    private final Path checkout;
    private final Path copy;
    private final Extent extent;
    private final KeptVerdicts kept;
    private final Map<Round, Sound> sound = new HashMap<>();

    /** What tests say without a fault, and how many seconds they may take with one. */
    private record Sound(Verdict verdict, int limit) {}

    /**
     * Prepares a run.
     *
     * @param checkout what was built; below its {@code target/mutation} is the copy that faults are planted in, and what was caught before
     */
    public FaultRun(Path checkout, Extent extent) throws IOException {
        this.checkout = checkout;
        this.extent = extent;
        copy = checkout.resolve("target/mutation/copy");
        kept = new KeptVerdicts(checkout, copy);
        TreeCopy.make(checkout, copy);
    }

    /**
     * The verdicts of the faults that there was time for, in order.
     *
     * @param limit no fault is begun later than this after the beginning
     * @param judged takes each verdict as soon as it is known
     */
    public Map<Fault, Verdict> run(
            List<Fault> faults, InstantSource clock, Duration limit, BiConsumer<Fault, Verdict> judged)
            throws IOException, InterruptedException {
        Map<Fault, Verdict> verdicts = new LinkedHashMap<>();
        BiConsumer<Fault, Verdict> known = (fault, verdict) -> {
            verdicts.put(fault, verdict);
            judged.accept(fault, verdict);
        };
        var end = clock.instant().plus(limit);
        Map<Fault, List<Round>> first = new HashMap<>();
        for (Fault fault : faults) {
            first.put(fault, firstRounds(fault));
            kept.find(fault).ifPresent(verdict -> known.accept(fault, verdict));
        }
        WarmRun.Judged keeping = (fault, verdict) -> {
            kept.keep(fault, verdict);
            known.accept(fault, verdict);
        };
        if (extent != Extent.ALONE) {
            Map<Fault, Integer> passed =
                    askTogether(without(faults, verdicts), first, verdicts.keySet(), clock, end, keeping);
            if (extent == Extent.RUNNING) {
                passed.keySet().removeAll(verdicts.keySet());
                passed.forEach((fault, tests) -> known.accept(fault, new Verdict.Survived(tests)));
                return verdicts;
            }
        }
        for (Fault fault : without(faults, verdicts)) {
            if (!clock.instant().isBefore(end)) {
                break;
            }
            keeping.accept(fault, judge(fault));
        }
        return verdicts;
    }

    private static List<Fault> without(List<Fault> faults, Map<Fault, Verdict> verdicts) {
        return faults.stream().filter(fault -> !verdicts.containsKey(fault)).toList();
    }

    /**
     * What the tests that run first notice in an application that is started once for all faults.
     *
     * @param judged those with a verdict, to which {@code caught} adds
     * @return how many tests ran each fault and passed
     */
    private Map<Fault, Integer> askTogether(
            List<Fault> faults,
            Map<Fault, List<Round>> first,
            Set<Fault> judged,
            InstantSource clock,
            Instant end,
            WarmRun.Judged caught)
            throws IOException, InterruptedException {
        Map<SourceModule, Map<Fault, Set<String>>> asked = new LinkedHashMap<>();
        for (Fault fault : faults) {
            for (Round round : first.getOrDefault(fault, List.of())) {
                asked.computeIfAbsent(round.module(), ignored -> new LinkedHashMap<>())
                        .put(fault, new LinkedHashSet<>(round.tests()));
            }
        }
        Map<Fault, Integer> passed = new LinkedHashMap<>();
        for (Map.Entry<SourceModule, Map<Fault, Set<String>>> entry : asked.entrySet()) {
            entry.getValue().keySet().removeAll(judged);
            new WarmRun(entry.getKey(), clock, end, caught)
                    .run(entry.getValue())
                    .forEach((fault, tests) -> passed.merge(fault, tests, Integer::sum));
        }
        return passed;
    }

    private Verdict judge(Fault fault) throws IOException, InterruptedException {
        SourceModule module = new SourceModule(checkout, copy, fault.module());
        try {
            return judge(fault, module, rounds(fault, module));
        } catch (IllegalArgumentException invalid) {
            return new Verdict.Invalid(String.valueOf(invalid.getMessage()));
        }
    }

    /** The tests that are likeliest to notice; none where a name of theirs is wrong, which judging the fault will say. */
    private List<Round> firstRounds(Fault fault) throws IOException {
        try {
            return likeliest(fault, new SourceModule(checkout, copy, fault.module())).stream()
                    .filter(round -> !round.tests().isEmpty())
                    .toList();
        } catch (IllegalArgumentException invalid) {
            return List.of();
        }
    }

    private List<Round> likeliest(Fault fault, SourceModule own) throws IOException {
        List<Round> rounds = new ArrayList<>();
        for (String module : fault.testModules()) {
            SourceModule asked = new SourceModule(checkout, copy, module);
            rounds.add(new Round(asked, asked.named(fault.testsOf(module))));
        }
        if (rounds.isEmpty()) {
            rounds.add(new Round(own, own.testsBeside(fault.file())));
        }
        return rounds;
    }

    private List<Round> rounds(Fault fault, SourceModule own) throws IOException {
        List<Round> rounds = likeliest(fault, own);
        List<String> others = new ArrayList<>(own.testClasses());
        rounds.stream().filter(round -> round.module().equals(own)).forEach(round -> others.removeAll(round.tests()));
        if (extent == Extent.ALL
                || rounds.stream().allMatch(round -> round.tests().isEmpty())) {
            rounds.add(new Round(own, others));
        }
        return rounds.stream().filter(round -> !round.tests().isEmpty()).toList();
    }

    /** Tests that fail without a fault would notice every fault: they run without it once before. */
    private Verdict judge(Fault fault, SourceModule module, List<Round> rounds)
            throws IOException, InterruptedException {
        int passed = 0;
        for (Round round : rounds) {
            Sound without = sound(round);
            if (!(without.verdict() instanceof Verdict.Survived)) {
                return new Verdict.Invalid("the tests fail without the fault: " + without.verdict());
            }
            Verdict verdict;
            try (Planted _ = Planted.plant(fault, module)) {
                verdict = run(round, without.limit());
            }
            if (!(verdict instanceof Verdict.Survived(int some))) {
                return verdict;
            }
            passed += some;
        }
        return new Verdict.Survived(passed);
    }

    /** A busy machine may fail a test once. */
    private Sound sound(Round round) throws IOException, InterruptedException {
        Sound known = sound.get(round);
        if (known == null) {
            known = runSound(round);
            if (!(known.verdict() instanceof Verdict.Survived)) {
                known = runSound(round);
            }
            sound.put(round, known);
        }
        return known;
    }

    private static Sound runSound(Round round) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Verdict verdict = run(round, LIMIT_SECONDS);
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
        return new Sound(verdict, (int) Math.min(LIMIT_SECONDS, MINUTE_SECONDS + TIMES * seconds));
    }

    private static Verdict run(Round round, int limitSeconds) throws IOException, InterruptedException {
        return new TestProcess(round.module(), limitSeconds).run(round.tests());
    }
}
