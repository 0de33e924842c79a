package io.lancang.mutation.fault;

import io.lancang.mutation.text.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which test caught which fault in earlier runs: a file for each module beside the corpus, with a fault a line, so that what one machine found
 * counts on another. It counts for as long as neither the fault, nor the file that it is planted in, nor the class of the test that caught it
 * has changed: a run that was ended goes on where it was, and one after a change asks what the change touches. Other tests may come and go,
 * for they take nothing from what this one noticed. What survived is always asked again.
 */
final class KeptVerdicts {
    private static final String BETWEEN = "\t";

    /** Enough of a hash that two states of the same few files are told apart. */
    private static final int DIGITS = 16;

    private final Path checkout;
    private final Path copy;
    private final Map<String, SortedMap<String, Line>> modules = new HashMap<>();
    private final Map<List<String>, List<Path>> sources = new HashMap<>();

    /** @param fingerprint of the fault, its file and the class of the test, as they were */
    private record Line(String fingerprint, String test) {}

    /**
     * Those of a checkout, which may have none.
     *
     * @param copy the copy of it whose tests are asked
     */
    KeptVerdicts(Path checkout, Path copy) {
        this.checkout = checkout;
        this.copy = copy;
    }

    /** The verdict that still holds. */
    Optional<Verdict> find(Fault fault) throws IOException {
        Line line = linesOf(fault.module()).get(keyOf(fault));
        return line != null && line.fingerprint().equals(fingerprint(fault, line.test()))
                ? Optional.of(new Verdict.Caught(line.test()))
                : Optional.empty();
    }

    /** Keeps that a fault was caught, at once, in place of what was kept of it; of another verdict nothing is kept. */
    void keep(Fault fault, Verdict verdict) throws IOException {
        if (!(verdict instanceof Verdict.Caught(String test))) {
            return;
        }
        SortedMap<String, Line> lines = linesOf(fault.module());
        lines.put(keyOf(fault), new Line(fingerprint(fault, test), inOneLine(test)));
        write(fileOf(fault.module()), lines);
    }

    private SortedMap<String, Line> linesOf(String module) throws IOException {
        SortedMap<String, Line> known = modules.get(module);
        if (known != null) {
            return known;
        }
        SortedMap<String, Line> lines = new TreeMap<>();
        Path file = fileOf(module);
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] parts = line.split(BETWEEN, 3);
                lines.put(parts[1], new Line(parts[0], parts[2]));
            }
        }
        modules.put(module, lines);
        return lines;
    }

    /** What was written is whole, whenever the run is ended. */
    private static void write(Path file, SortedMap<String, Line> lines) throws IOException {
        String text = lines.entrySet().stream()
                .map(entry -> entry.getValue().fingerprint()
                        + BETWEEN
                        + entry.getKey()
                        + BETWEEN
                        + entry.getValue().test()
                        + "\n")
                .collect(Collectors.joining());
        Files.createDirectories(file.getParent());
        Path written = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), text);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path fileOf(String module) {
        return checkout.resolve("mutation/verdicts/" + module + ".tsv");
    }

    private static String keyOf(Fault fault) {
        return inOneLine(fault.name());
    }

    private static String inOneLine(String text) {
        return text.replace('\n', ' ').replace('\t', ' ');
    }

    /** @param test the class, which may be one within another, with a dot and the method behind it unless all of it failed at once */
    private String fingerprint(Fault fault, String test) throws IOException {
        String testClass = test.replaceFirst("[.$].*", "");
        List<Path> files = new ArrayList<>(List.of(checkout.resolve(fault.file())));
        Set<String> modules = new LinkedHashSet<>(fault.testModules());
        modules.add(fault.module());
        for (String module : modules) {
            files.addAll(sourcesOf(testClass, module));
        }
        return Fingerprint.of(fault.name() + fault.edit(), files).substring(0, DIGITS);
    }

    /** One test catches many faults: its files are looked for once. */
    private List<Path> sourcesOf(String testClass, String module) throws IOException {
        List<String> key = List.of(testClass, module);
        List<Path> known = sources.get(key);
        if (known == null) {
            known = new SourceModule(checkout, copy, module).testSources(testClass);
            sources.put(key, known);
        }
        return known;
    }
}
