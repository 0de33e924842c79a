package io.lancang.standalone;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The launcher as a process of its own, as {@code ./lancang up} leaves it after the build. */
final class LauncherProcess implements AutoCloseable {
    private static final long LIMIT_SECONDS = 150;

    private final Process process;
    private final BufferedReader output;
    private final List<String> lines = new ArrayList<>();

    private LauncherProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    static LauncherProcess start(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dlancang.home=" + RunningSet.home(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "io.lancang.standalone.Main"));
        command.addAll(List.of(options));
        return new LauncherProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Reads until a line that starts so. */
    void awaitLine(String start) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.startsWith(start)) {
                return;
            }
        }
        throw new AssertionError("the launcher ended before it said '" + start + "': " + lines);
    }

    /** The applications' processes. */
    List<ProcessHandle> applications() {
        return process.descendants()
                .filter(handle -> handle.info().commandLine().orElse("").contains("quarkus-run.jar"))
                .toList();
    }

    /** Waits until so many of them run, ready or not. */
    List<ProcessHandle> awaitApplications(int number) {
        await().atMost(Duration.ofSeconds(LIMIT_SECONDS))
                .failFast("the launcher ended before it started its applications", () -> !process.isAlive())
                .until(() -> applications().size() >= number);
        return new ArrayList<>(applications());
    }

    ProcessHandle application(String directory) {
        return applications().stream()
                .filter(handle -> handle.info().commandLine().orElse("").contains(directory))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no process of " + directory + " runs"));
    }

    void terminate() {
        // Process.destroy would close the output, too, which the test wants to read to its end.
        process.toHandle().destroy();
    }

    /** As {@code kill -9} of the launcher leaves it once the applications are ended too: PostgreSQL goes on alone. */
    void killAllButPostgres() throws InterruptedException {
        List<ProcessHandle> applications = applications();
        process.destroyForcibly().waitFor();
        applications.forEach(ProcessHandle::destroyForcibly);
    }

    /** Waits for the end; the exit status. */
    int awaitEnd() throws InterruptedException {
        output.lines().forEach(lines::add);
        assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), () -> "the launcher goes on after: " + lines);
        return process.exitValue();
    }

    String printed() {
        return String.join("\n", lines);
    }

    @Override
    public void close() {
        // Nothing is left of a launcher that ended by itself; after a failed assertion its applications are.
        List<ProcessHandle> left = applications();
        process.destroyForcibly();
        left.forEach(ProcessHandle::destroyForcibly);
        try {
            output.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
