package io.lancang.mutation.fault;

import io.lancang.mutation.text.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which test caught which fault in earlier runs, one a line of a file. It counts for as long as neither the fault, nor the file that it is
 * planted in, nor the tests that are asked first have changed: a run that was ended goes on where it was, and one after a change asks
 * what the change touches. What survived is always asked again.
 */
final class KeptVerdicts {
    private static final String BETWEEN = "\t";

    private final Path checkout;
    private final Path file;
    private final Map<String, String> tests = new HashMap<>();

    private KeptVerdicts(Path checkout) {
        this.checkout = checkout;
        file = checkout.resolve("target/mutation/verdicts");
    }

    /** Those of a checkout, which may have none. */
    static KeptVerdicts of(Path checkout) throws IOException {
        KeptVerdicts kept = new KeptVerdicts(checkout);
        if (Files.exists(kept.file)) {
            for (String line : Files.readAllLines(kept.file)) {
                String[] parts = line.split(BETWEEN, 2);
                kept.tests.put(parts[0], parts[1]);
            }
        }
        return kept;
    }

    /**
     * The verdict that still holds.
     *
     * @param rounds the tests that are asked first
     */
    Optional<Verdict> find(Fault fault, List<Round> rounds) throws IOException {
        return Optional.ofNullable(tests.get(fingerprint(fault, rounds))).map(Verdict.Caught::new);
    }

    /** Keeps that a fault was caught, at once; of another verdict nothing is kept. */
    void keep(Fault fault, Verdict verdict, List<Round> rounds) throws IOException {
        if (!(verdict instanceof Verdict.Caught(String test))) {
            return;
        }
        String fingerprint = fingerprint(fault, rounds);
        tests.put(fingerprint, test);
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                fingerprint + BETWEEN + test.replace('\n', ' ') + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private String fingerprint(Fault fault, List<Round> rounds) throws IOException {
        List<Path> files = new ArrayList<>(List.of(checkout.resolve(fault.file())));
        for (Round round : rounds) {
            for (String test : round.tests()) {
                files.add(round.module().folder().resolve("src/test/java/" + test.replace('.', '/') + ".java"));
            }
        }
        return Fingerprint.of(
                fault.name() + fault.edit(),
                files.stream().filter(Files::exists).toList());
    }
}
