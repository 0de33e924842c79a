package io.lancang.mutation;

import io.lancang.mutation.fault.Corpus;
import io.lancang.mutation.fault.Fault;
import io.lancang.mutation.fault.FaultReport;
import io.lancang.mutation.fault.FaultRun;
import io.lancang.mutation.fault.Verdict;
import io.lancang.mutation.pit.Equivalents;
import io.lancang.mutation.pit.Group;
import io.lancang.mutation.pit.GroupResult;
import io.lancang.mutation.pit.PitRun;
import io.lancang.mutation.pit.PitSummary;
import io.lancang.mutation.sql.SqlTexts;
import io.lancang.mutation.text.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** The commands {@code ./lancang mutate} and {@code ./lancang faults}. */
public final class Main {
    private static final int LEAST_CAUGHT = 95;
    private static final int LEAST_CAUGHT_OF_SQL = 90;

    /** The faults of a sample are the same each time, so that two runs can be compared. */
    private static final long SEED = 1;

    private Main() {}

    /** Takes the root of the checkout, the command and its options. Ends with 1 where the tests are too weak. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path checkout = Path.of(arguments[0]).toRealPath();
        try {
            Options options = Options.parse(List.of(arguments).subList(2, arguments.length));
            boolean strong = switch (arguments[1]) {
                case "mutate" -> mutate(checkout, options);
                case "faults" -> faults(checkout, options);
                default -> throw new IllegalArgumentException("there is no command " + arguments[1]);
            };
            System.exit(strong || options.isReportOnly() ? 0 : 1);
        } catch (IllegalArgumentException wrong) {
            System.err.println("lancang: " + wrong.getMessage());
            System.exit(2);
        }
    }

    private static boolean mutate(Path checkout, Options options) throws IOException, InterruptedException {
        Path home = checkout.resolve("mutation");
        List<Group> groups = Block.parse(Files.readString(home.resolve("groups.txt"))).stream()
                .map(Group::of)
                .filter(group -> options.wants(group.module()))
                .filter(group -> options.only().isEmpty() || group.name().equals(options.only()))
                .toList();
        Equivalents equivalents = Equivalents.parse(Files.readString(home.resolve("equivalent.txt")));
        List<GroupResult> results = new PitRun(checkout, equivalents, options.threads(), options.sample())
                .run(groups, changed(checkout, options), InstantSource.system(), options.limit());
        String report = PitSummary.of(results);
        Path folder = checkout.resolve("target/mutation/pit");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("report.md"), report);
        System.out.println(report);
        System.out.println("Pages: " + folder + "/GROUP/index.html   XML: mutations.xml beside it");
        return results.stream().noneMatch(GroupResult::isTooLow)
                && results.stream().noneMatch(result -> result.outcome() == GroupResult.Outcome.FAILED);
    }

    private static boolean faults(Path checkout, Options options) throws IOException, InterruptedException {
        Optional<Set<Path>> changed = changed(checkout, options);
        List<Fault> faults = all(checkout, options).stream()
                .filter(fault -> options.wants(fault.module()))
                .filter(fault ->
                        changed.map(files -> files.contains(fault.file())).orElse(true))
                .filter(fault -> (fault.name() + " " + fault.file()).contains(options.only()))
                .collect(Collectors.toCollection(ArrayList::new));
        if (options.sample() < faults.size()) {
            Collections.shuffle(faults, new Random(SEED));
            faults = faults.subList(0, options.sample());
        }
        Map<Fault, Verdict> verdicts = new FaultRun(checkout, options.extent())
                .run(
                        faults,
                        InstantSource.system(),
                        options.limit(),
                        (fault, verdict) -> System.out.println(FaultReport.line(fault, verdict)));
        String report = FaultReport.of(verdicts, faults.size());
        Path file = checkout.resolve("target/mutation/" + (options.isOfSql() ? "sql.md" : "faults.md"));
        Files.createDirectories(file.getParent());
        Files.writeString(file, report);
        System.out.println(report.lines().findFirst().orElse("") + "\nReport: " + file);
        return FaultReport.share(verdicts) >= (options.isOfSql() ? LEAST_CAUGHT_OF_SQL : LEAST_CAUGHT);
    }

    private static List<Fault> all(Path checkout, Options options) throws IOException {
        if (!options.isOfSql()) {
            return Corpus.read(checkout);
        }
        List<Fault> faults = new ArrayList<>();
        for (String module : SqlTexts.MODULES) {
            faults.addAll(SqlTexts.faults(checkout, module));
        }
        return faults;
    }

    private static Optional<Set<Path>> changed(Path checkout, Options options)
            throws IOException, InterruptedException {
        return options.since().isEmpty()
                ? Optional.empty()
                : Optional.of(Changes.since(options.since().get(), checkout));
    }
}
