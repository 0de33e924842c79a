package io.lancang.mutation.pit;

import io.lancang.mutation.fault.SourceModule;
import io.lancang.mutation.pit.GroupResult.Outcome;
import io.lancang.mutation.text.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs PIT on one group after the other until the time is up, and keeps results as long as nothing changes. */
public final class PitRun {
    private static final String REPORT = "mutations.xml";

    private final Path checkout;
    private final Equivalents equivalents;
    private final int threads;
    private final int sample;

    /**
     * Prepares a run.
     *
     * @param threads how many processes of PIT work at a time
     * @param sample how many mutations of each class are made at most, evenly over the class and the same ones each time
     */
    public PitRun(Path checkout, Equivalents equivalents, int threads, int sample) {
        this.checkout = checkout;
        this.equivalents = equivalents;
        this.threads = threads;
        this.sample = sample;
    }

    /**
     * The results of the groups, in order.
     *
     * @param changed the files that changed, from the root; nothing else is mutated. Empty for everything
     */
    public List<GroupResult> run(List<Group> groups, Optional<Set<Path>> changed, InstantSource clock, Duration limit)
            throws IOException, InterruptedException {
        Instant end = clock.instant().plus(limit);
        List<GroupResult> results = new ArrayList<>();
        for (Group group : groups) {
            results.add(run(group, changed, Duration.between(clock.instant(), end)));
        }
        return List.copyOf(results);
    }

    private GroupResult run(Group group, Optional<Set<Path>> changed, Duration limit)
            throws IOException, InterruptedException {
        SourceModule module = new SourceModule(checkout, checkout, group.module());
        List<String> classes = changed.map(files -> Targets.among(group, files)).orElse(group.classes());
        if (classes.isEmpty()) {
            return new GroupResult(group, List.of(), 0, Outcome.UNCHANGED);
        }
        Path folder = checkout.resolve("target/mutation/pit")
                .resolve(changed.isPresent() ? group.name() + "-changed" : group.name());
        Files.createDirectories(folder);
        Path mark = folder.resolve("fingerprint");
        String fingerprint = Fingerprint.of(
                group + " " + sample, List.of(module.classes(), module.folder().resolve("target/test-classes")));
        if (changed.isEmpty() && Files.exists(mark) && Files.readString(mark).equals(fingerprint)) {
            return judged(group, module, PitReport.read(folder.resolve(REPORT)), Outcome.KEPT);
        }
        Files.deleteIfExists(mark);
        Files.deleteIfExists(folder.resolve(REPORT));
        if (limit.isNegative() || limit.isZero()) {
            return new GroupResult(group, List.of(), 0, Outcome.UNFINISHED);
        }
        return switch (new PitProcess(module, folder, threads, sample).run(group, classes, limit)) {
            case DONE -> {
                Files.writeString(mark, fingerprint);
                yield judged(group, module, PitReport.read(folder.resolve(REPORT)), Outcome.MEASURED);
            }
            case OUT_OF_TIME ->
                judged(group, module, PitReport.readBrokenOff(folder.resolve(REPORT)), Outcome.UNFINISHED);
            case BROKEN -> new GroupResult(group, List.of(), 0, Outcome.FAILED);
        };
    }

    private GroupResult judged(Group group, SourceModule module, List<Mutation> all, Outcome outcome)
            throws IOException {
        List<Mutation> counted = new ArrayList<>();
        for (Mutation mutation : all) {
            if (mutation.killed() || !equivalents.has(mutation, line(module, mutation))) {
                counted.add(mutation);
            }
        }
        return new GroupResult(group, counted, all.size() - counted.size(), outcome);
    }

    private static String line(SourceModule module, Mutation mutation) throws IOException {
        Path file = module.folder()
                .resolve("src/main/java")
                .resolve(mutation.packageName().replace('.', '/'))
                .resolve(mutation.file());
        List<String> lines = Files.readAllLines(file);
        return mutation.line() > lines.size() ? "" : lines.get(mutation.line() - 1);
    }
}
