package io.lancang.mutation.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
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

    private final Path file;
    private final Map<String, String> tests = new HashMap<>();

    private KeptVerdicts(Path file) {
        this.file = file;
    }

    /** Those in a file, which need not be there. */
    static KeptVerdicts in(Path file) throws IOException {
        KeptVerdicts kept = new KeptVerdicts(file);
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
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
    Optional<Verdict> of(Fault fault, List<Round> rounds, Path checkout) throws IOException {
        return Optional.ofNullable(tests.get(fingerprint(fault, rounds, checkout)))
                .map(Verdict.Caught::new);
    }

    /** Keeps that a fault was caught, at once; of another verdict nothing is kept. */
    void keep(Fault fault, Verdict verdict, List<Round> rounds, Path checkout) throws IOException {
        if (!(verdict instanceof Verdict.Caught(String test))) {
            return;
        }
        String fingerprint = fingerprint(fault, rounds, checkout);
        tests.put(fingerprint, test);
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                fingerprint + BETWEEN + test.replace('\n', ' ') + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static String fingerprint(Fault fault, List<Round> rounds, Path checkout) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
        add(digest, fault.name() + fault.edit());
        Path planted = checkout.resolve(fault.file());
        add(digest, Files.exists(planted) ? Files.readString(planted) : "");
        for (Round round : rounds) {
            for (String test : round.tests()) {
                Path source = round.module().folder().resolve("src/test/java/" + test.replace('.', '/') + ".java");
                add(digest, Files.readString(source));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
