package io.lancang.mutation.fault;

import io.lancang.mutation.run.Agent;
import io.lancang.mutation.run.WarmFault;
import io.lancang.mutation.run.WarmTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Asks the tests of a module about many faults in one process: an application that takes a minute to start is started once, and each
 * fault is put into its loaded classes for the time of one test. Who is not caught here is not known to survive: a fault in a constant,
 * in a resource or in what an application does once has no effect in one that runs.
 */
final class WarmRun {
    /** A test that ran without the fault does not need so long with it. */
    private static final Duration QUIET = Duration.ofMinutes(5);

    private final SourceModule module;
    private final InstantSource clock;
    private final Instant end;

    WarmRun(SourceModule module, InstantSource clock, Instant end) {
        this.module = module;
        this.clock = clock;
        this.end = end;
    }

    /**
     * Those that were caught.
     *
     * @param asked the test classes to ask about each fault
     */
    Map<Fault, Verdict> run(Map<Fault, Set<String>> asked) throws IOException, InterruptedException {
        List<Map.Entry<Fault, Set<String>>> faults = List.copyOf(asked.entrySet());
        Map<Integer, WarmFault> compiled = new LinkedHashMap<>();
        for (int number = 0; number < faults.size(); number++) {
            Map<String, byte[]> classes = compile(faults.get(number).getKey());
            if (!classes.isEmpty()) {
                compiled.put(number, new WarmFault(number, faults.get(number).getValue(), classes));
            }
        }
        Map<Fault, Verdict> caught = new LinkedHashMap<>();
        while (!compiled.isEmpty() && clock.instant().isBefore(end)) {
            Path plan = Files.createTempDirectory("faults");
            boolean ended = ask(plan, compiled);
            for (String line : lines(plan.resolve("caught"))) {
                String[] words = line.split(" ", 2);
                int number = Integer.parseInt(words[0]);
                caught.put(faults.get(number).getKey(), new Verdict.Caught(words[1]));
                compiled.remove(number);
            }
            if (ended) {
                break;
            }
            // The one that held everything up is judged by itself.
            lines(plan.resolve("trying")).stream()
                    .map(Integer::valueOf)
                    .reduce((one, next) -> next)
                    .ifPresent(compiled::remove);
        }
        return caught;
    }

    private Map<String, byte[]> compile(Fault fault) throws IOException {
        SourceModule own = new SourceModule(module.checkout(), module.root(), fault.module());
        try (Planted planted = Planted.plant(fault, own)) {
            return planted.changedClasses(own);
        } catch (IllegalArgumentException invalid) {
            // Judging it by itself says why.
            return Map.of();
        }
    }

    /** Whether all tests were asked. */
    private boolean ask(Path plan, Map<Integer, WarmFault> compiled) throws IOException, InterruptedException {
        Set<String> tests = new TreeSet<>();
        for (WarmFault fault : compiled.values()) {
            fault.write(plan);
            tests.addAll(fault.tests());
        }
        Process process =
                new TestProcess(module, Math.toIntExact(QUIET.toSeconds())).warm(plan, agent(plan), List.copyOf(tests));
        while (!process.waitFor(1, TimeUnit.SECONDS)) {
            if (clock.instant().isAfter(end) || isQuiet(plan)) {
                TestProcess.end(process);
                return false;
            }
        }
        return true;
    }

    private boolean isQuiet(Path plan) throws IOException {
        Instant last = Instant.MIN;
        for (Path file : List.of(plan, plan.resolve("trying"), plan.resolve(WarmTests.BEGUN))) {
            Instant written =
                    Files.exists(file) ? Files.getLastModifiedTime(file).toInstant() : Instant.MIN;
            last = written.isAfter(last) ? written : last;
        }
        return Duration.between(last, clock.instant()).compareTo(QUIET) > 0;
    }

    private static Path agent(Path plan) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", Agent.class.getName());
        Path jar = plan.resolve("agent.jar");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
