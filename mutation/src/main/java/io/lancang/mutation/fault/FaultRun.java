package io.lancang.mutation.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Plants faults one after the other and asks the tests. Those that are likeliest to notice run first, then all others of the module.
 */
public final class FaultRun {
    private static final int LIMIT_SECONDS = 900;

    private final Path checkout;
    private final Path copy;
    private final boolean firstTestsOnly;
    private final Map<String, Verdict> sound = new HashMap<>();

    /**
     * Prepares a run.
     *
     * @param checkout what was built
     * @param firstTestsOnly whether the other tests of the module are left out
     */
    public FaultRun(Path checkout, boolean firstTestsOnly) throws IOException {
        this.checkout = checkout;
        this.firstTestsOnly = firstTestsOnly;
        copy = checkout.resolve("target/mutation/copy");
        TreeCopy.make(checkout, copy);
    }

    /**
     * The verdicts of the faults that there was time for, in order.
     *
     * @param limit no fault is begun later than this after the beginning
     * @param told takes each verdict as soon as it is known
     */
    public Map<Fault, Verdict> run(
            List<Fault> faults, InstantSource clock, Duration limit, BiConsumer<Fault, Verdict> told)
            throws IOException, InterruptedException {
        Map<Fault, Verdict> verdicts = new LinkedHashMap<>();
        var end = clock.instant().plus(limit);
        for (Fault fault : faults) {
            if (!clock.instant().isBefore(end)) {
                break;
            }
            Verdict verdict = judge(fault);
            verdicts.put(fault, verdict);
            told.accept(fault, verdict);
        }
        return verdicts;
    }

    private Verdict judge(Fault fault) throws IOException, InterruptedException {
        SourceModule module = new SourceModule(checkout, copy, fault.module());
        try {
            List<String> first = module.firstTests(fault);
            List<String> others = new ArrayList<>(module.testClasses());
            others.removeAll(first);
            boolean all = first.isEmpty() || !firstTestsOnly;
            List<List<String>> rounds = all ? List.of(first, others) : List.of(first);
            return judge(
                    fault,
                    module,
                    rounds.stream().filter(tests -> !tests.isEmpty()).toList());
        } catch (IllegalArgumentException invalid) {
            return new Verdict.Invalid(String.valueOf(invalid.getMessage()));
        }
    }

    /** Tests that fail without a fault would notice every fault: they run without it once before. */
    private Verdict judge(Fault fault, SourceModule module, List<List<String>> rounds)
            throws IOException, InterruptedException {
        TestProcess process = new TestProcess(module, LIMIT_SECONDS);
        int passed = 0;
        for (List<String> tests : rounds) {
            Verdict without = sound(module, process, tests);
            if (!(without instanceof Verdict.Survived)) {
                return new Verdict.Invalid("the tests fail without the fault: " + without);
            }
            Verdict verdict;
            try (Planted _ = Planted.plant(fault, module)) {
                verdict = process.run(tests);
            }
            if (!(verdict instanceof Verdict.Survived(int some))) {
                return verdict;
            }
            passed += some;
        }
        return new Verdict.Survived(passed);
    }

    private Verdict sound(SourceModule module, TestProcess process, List<String> tests)
            throws IOException, InterruptedException {
        String key = module.name() + tests;
        Verdict known = sound.get(key);
        if (known == null) {
            known = process.run(tests);
            sound.put(key, known);
        }
        return known;
    }
}
