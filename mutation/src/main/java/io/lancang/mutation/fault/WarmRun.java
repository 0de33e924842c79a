package io.lancang.mutation.fault;

import io.lancang.mutation.run.Agent;
import io.lancang.mutation.run.Redefinition;
import io.lancang.mutation.run.Trials;
import io.lancang.mutation.run.WarmFault;
import io.lancang.mutation.run.WarmTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Asks the tests of a module about many faults in one process: an application that takes a minute to start is started once, and each
 * fault is put into its loaded classes, or into the databases of the tests, for the time of one test. A fault that no test ran is not known
 * to survive: one in a resource or in what an application does once has no effect in one that runs.
 */
final class WarmRun {
    /** An application does not need so long to start, nor a test to end. */
    private static final Duration QUIET = Duration.ofMinutes(5);

    /** A test that took some time without a fault does not need this and ten times as long with it. */
    private static final Duration STILL = Duration.ofSeconds(20);

    private static final String AGENT = "agent.jar";

    /** Takes what was caught, as soon as it is known. */
    @FunctionalInterface
    interface Judged {
        /** One fault and the test that caught it. */
        void accept(Fault fault, Verdict verdict) throws IOException;
    }

    private final SourceModule module;
    private final InstantSource clock;
    private final Instant end;
    private final Judged judged;
    private final Duration still;
    private final Map<SourceModule, Dependents> dependents = new HashMap<>();

    WarmRun(SourceModule module, InstantSource clock, Instant end, Judged judged) {
        this(module, clock, end, judged, STILL);
    }

    WarmRun(SourceModule module, InstantSource clock, Instant end, Judged judged, Duration still) {
        this.module = module;
        this.clock = clock;
        this.end = end;
        this.judged = judged;
        this.still = still;
    }

    /**
     * Asks the tests.
     *
     * @param asked the test classes to ask about each fault; those that are likeliest to notice come first
     * @return how many tests ran each fault and passed, of those that none noticed and at least one ran
     */
    Map<Fault, Integer> run(Map<Fault, Set<String>> asked) throws IOException, InterruptedException {
        List<Map.Entry<Fault, Set<String>>> faults = List.copyOf(asked.entrySet());
        Map<Integer, WarmFault> compiled = new LinkedHashMap<>();
        for (int number = 0; number < faults.size(); number++) {
            Fault fault = faults.get(number).getKey();
            Optional<Redefinition> redefinition = redefinition(fault);
            Map<String, byte[]> classes = redefinition.isPresent() ? Map.of() : compile(fault);
            if (redefinition.isPresent() || !classes.isEmpty()) {
                compiled.put(number, new WarmFault(number, faults.get(number).getValue(), classes, redefinition));
            }
        }
        Path plans = Files.createDirectories(module.checkout().resolve("target/mutation/plans"));
        Set<String> finished = new HashSet<>();
        Map<Fault, Integer> passed = new LinkedHashMap<>();
        while (!compiled.isEmpty() && clock.instant().isBefore(end)) {
            Path plan = Files.createTempDirectory(plans, "");
            boolean ended = ask(plan, faults, compiled, finished);
            for (String number : lines(plan.resolve(Trials.PASSED))) {
                passed.merge(faults.get(Integer.parseInt(number)).getKey(), 1, Integer::sum);
            }
            List<String> tried = lines(plan.resolve(Trials.TRYING));
            if (ended || tried.isEmpty()) {
                break;
            }
            // The one that held everything up is judged by itself.
            compiled.remove(Integer.valueOf(tried.getLast().split(" ", 2)[0]));
        }
        Set<Fault> unnoticed = new HashSet<>();
        compiled.keySet().forEach(number -> unnoticed.add(faults.get(number).getKey()));
        passed.keySet().retainAll(unnoticed);
        return passed;
    }

    private Optional<Redefinition> redefinition(Fault fault) throws IOException {
        if (!(fault.edit() instanceof Edit.InDefinition edit)) {
            return Optional.empty();
        }
        String text = Files.readString(module.root().resolve(fault.file()));
        return Optional.of(
                new Redefinition(String.valueOf(fault.file().getFileName()), edit.definition(text), edit.faulty(text)));
    }

    private Map<String, byte[]> compile(Fault fault) throws IOException {
        SourceModule own = new SourceModule(module.checkout(), module.root(), fault.module());
        Dependents dependents = dependents(own);
        try (Planted planted = Planted.plant(fault, own)) {
            Map<String, byte[]> changed = planted.changedClasses(own);
            return changed.isEmpty() ? changed : dependents.with(changed);
        } catch (IllegalArgumentException invalid) {
            // Judging it by itself says why.
            return Map.of();
        }
    }

    /** Of the module as it is without a fault. */
    private Dependents dependents(SourceModule own) throws IOException {
        Dependents known = dependents.get(own);
        if (known == null) {
            known = Dependents.of(own.classes());
            dependents.put(own, known);
        }
        return known;
    }

    /** Whether all tests were asked that are not finished. */
    private boolean ask(
            Path plan,
            List<Map.Entry<Fault, Set<String>>> faults,
            Map<Integer, WarmFault> compiled,
            Set<String> finished)
            throws IOException, InterruptedException {
        Set<String> tests = new LinkedHashSet<>();
        for (WarmFault fault : compiled.values()) {
            fault.write(plan);
            tests.addAll(faults.get(fault.number()).getValue());
        }
        tests.removeAll(finished);
        if (tests.isEmpty()) {
            return true;
        }
        Process process =
                new TestProcess(module, Math.toIntExact(QUIET.toSeconds())).warm(plan, agent(plan), List.copyOf(tests));
        boolean ended;
        do {
            ended = process.waitFor(1, TimeUnit.SECONDS);
            take(plan, faults, compiled);
            if (!ended && (clock.instant().isAfter(end) || isQuiet(plan))) {
                // The next process goes on where this one was. While it ends, tests fail that have not been asked.
                finished.addAll(lines(plan.resolve(WarmTests.FINISHED)));
                TestProcess.end(process);
                return false;
            }
        } while (!ended);
        return true;
    }

    /** Takes what was caught since the last time. */
    private void take(Path plan, List<Map.Entry<Fault, Set<String>>> faults, Map<Integer, WarmFault> compiled)
            throws IOException {
        for (String line : lines(plan.resolve(Trials.CAUGHT))) {
            String[] words = line.split(" ", 2);
            int number = Integer.parseInt(words[0]);
            if (compiled.remove(number) != null) {
                judged.accept(faults.get(number).getKey(), new Verdict.Caught(words[1]));
            }
        }
    }

    private boolean isQuiet(Path plan) throws IOException {
        Instant begun = Instant.MIN;
        for (Path file : List.of(plan.resolve(AGENT), plan.resolve(Trials.CAUGHT), plan.resolve(WarmTests.BEGUN))) {
            Instant written = written(file);
            begun = written.isAfter(begun) ? written : begun;
        }
        Path trying = plan.resolve(Trials.TRYING);
        // Both may be of one tick of the clock of files.
        return !written(trying).isBefore(begun)
                ? isOlder(written(trying), patience(lines(trying).getLast()))
                : isOlder(begun, QUIET);
    }

    private boolean isOlder(Instant written, Duration limit) {
        return Duration.between(written, clock.instant()).compareTo(limit) > 0;
    }

    private static Instant written(Path file) throws IOException {
        return Files.exists(file) ? Files.getLastModifiedTime(file).toInstant() : Instant.MIN;
    }

    /** How long a test may take that is asked about a fault. */
    private Duration patience(String trying) {
        return still.plus(
                Duration.ofMillis(Long.parseLong(trying.split(" ", 2)[1])).multipliedBy(10));
    }

    private static Path agent(Path plan) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", Agent.class.getName());
        Path jar = plan.resolve(AGENT);
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
