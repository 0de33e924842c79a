package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A command of a user of an example, in the example's folder. Where its program is missing the test is skipped with a message, except in continuous integration, where that is a failure. */
final class ExampleProcess implements AutoCloseable {
    private static final long LIMIT_SECONDS = 240;

    private final Process process;
    private final BufferedReader output;
    private final List<String> lines = new ArrayList<>();

    private ExampleProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /** The folder of an example. */
    static Path folder(String example) {
        return RunningSet.home().resolve("examples").resolve(example);
    }

    /** Starts a command, its words apart by blanks. */
    static ExampleProcess start(String example, Map<String, String> environment, String command) throws IOException {
        return start(folder(example), environment, List.of(command.split(" ", -1)));
    }

    static ExampleProcess start(Path folder, Map<String, String> environment, List<String> command) throws IOException {
        String program = command.getFirst();
        if (!program.contains("/")) {
            requireInstalled(program);
        }
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return new ExampleProcess(process);
    }

    private static void requireInstalled(String program) {
        boolean installed = InstalledBrowser.found(List.of(program)).isPresent();
        if (System.getenv("CI") != null) {
            assertTrue(installed, "an example needs " + program + ": install it");
        }
        Assumptions.assumeTrue(installed, "an example needs " + program + ", which is not installed");
    }

    /** Runs a command to its end, which must be a good one; what it printed. */
    static String run(String example, Map<String, String> environment, String command) throws Exception {
        return run(folder(example), environment, command);
    }

    static String run(Path folder, Map<String, String> environment, String command) throws Exception {
        try (ExampleProcess started = start(folder, environment, List.of(command.split(" ", -1)))) {
            return started.awaitEnd(0);
        }
    }

    /** Installs the locked packages of an example, unless they are there. */
    static void installPackages(String example) throws Exception {
        installPackages(folder(example));
    }

    static void installPackages(Path folder) throws Exception {
        Path lock = folder.resolve("package-lock.json");
        Path installed = folder.resolve("node_modules/.package-lock.json");
        if (Files.notExists(installed)
                || Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(lock)) < 0) {
            run(folder, Map.of(), "npm ci --prefer-offline --no-progress --loglevel=error");
        }
    }

    /** Reads until a line that starts so; the line. */
    String awaitLine(String start) throws IOException {
        return awaitLine(start, line -> line.startsWith(start));
    }

    /** Reads until a line with this in it; the line. */
    String awaitLineWith(String part) throws IOException {
        return awaitLine(part, line -> line.contains(part));
    }

    private String awaitLine(String wanted, Predicate<String> isWanted) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (isWanted.test(line)) {
                return line;
            }
        }
        throw new AssertionError("it ended before it said '" + wanted + "': " + lines);
    }

    /** The files that are mapped into its memory; only Linux tells. */
    String mappedFiles() throws IOException {
        Path maps = Path.of("/proc/" + process.pid() + "/maps");
        Assumptions.assumeTrue(Files.exists(maps), "this system does not tell what a process has mapped");
        return Files.readString(maps);
    }

    /** Whether it ends within this time. */
    boolean endsWithin(int seconds) throws InterruptedException {
        return process.waitFor(seconds, TimeUnit.SECONDS);
    }

    /** Waits for the end with this status; all that it printed. */
    String awaitEnd(int status) throws InterruptedException {
        try (Stream<String> rest = output.lines()) {
            rest.forEach(lines::add);
        }
        assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), () -> "it goes on after: " + lines);
        String printed = String.join("\n", lines);
        assertEquals(status, process.exitValue(), printed);
        return printed;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
