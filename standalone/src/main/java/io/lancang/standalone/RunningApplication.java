package io.lancang.standalone;

import io.lancang.standalone.StandaloneException.ExitCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.HttpURLConnection;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One started application. Its output goes to a log file of its own. */
final class RunningApplication {
    /** At the end of its first run a virtual machine writes down its classes: where four do so on two processors, for more than ten seconds. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private static final long POLL_MILLIS = 50;
    private static final int LOG_LINES_SHOWN = 15;
    /** The exit status of a virtual machine that ends when it runs out of memory, and what it prints before. */
    private static final int OUT_OF_MEMORY_STATUS = 3;

    private static final String OUT_OF_MEMORY = "java.lang.OutOfMemoryError";

    private final Application application;
    private final Process process;
    private final Path log;
    private final long logBegin;
    private final Duration startLimit;

    private RunningApplication(Application application, Process process, Path log, long logBegin, Duration startLimit) {
        this.application = application;
        this.process = process;
        this.log = log;
        this.logBegin = logBegin;
        this.startLimit = startLimit;
    }

    /** Starts it behind what an earlier process of the same set has logged. */
    static RunningApplication start(Application application, Launch launch, DataFolder folder)
            throws StandaloneException {
        Path log = log(application, folder);
        try {
            launch.prepare(application);
            ProcessBuilder builder = new ProcessBuilder(launch.command(application))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()));
            builder.environment().putAll(application.fullEnvironment());
            builder.environment().putAll(launch.environment(application));
            long logBegin = Files.exists(log) ? Files.size(log) : 0;
            Process process = builder.start();
            process.getOutputStream().close();
            return new RunningApplication(application, process, log, logBegin, launch.startLimit());
        } catch (IOException e) {
            throw new StandaloneException(ExitCode.FAILED, application.name() + " cannot be started: " + e, e);
        }
    }

    /** Deletes what an earlier set has logged of an application. */
    static void forgetLog(Application application, DataFolder folder) throws StandaloneException {
        try {
            Files.deleteIfExists(log(application, folder));
        } catch (IOException e) {
            throw new StandaloneException(ExitCode.FAILED, application.name() + " cannot be started: " + e, e);
        }
    }

    private static Path log(Application application, DataFolder folder) {
        return folder.logs().resolve(application.name() + ".log");
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    Path log() {
        return log;
    }

    void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    /**
     * Whether the process ended because its memory did not suffice. The status alone does not say so: a service ends with the
     * same one when it is to bring packaged files and refuses one.
     */
    boolean ranOutOfMemory() {
        if (process.isAlive() || process.exitValue() != OUT_OF_MEMORY_STATUS) {
            return false;
        }
        try (InputStream written = Files.newInputStream(log)) {
            written.skipNBytes(logBegin);
            return new BufferedReader(new InputStreamReader(written, StandardCharsets.UTF_8))
                    .lines()
                    .anyMatch(line -> line.contains(OUT_OF_MEMORY));
        } catch (IOException | UncheckedIOException unreadable) {
            return false;
        }
    }

    /** Returns when the application says that it is ready; fails when it ends before or takes too long. */
    void awaitReady() throws StandaloneException, InterruptedException {
        long deadline = System.nanoTime() + startLimit.toNanos();
        while (!isReady()) {
            if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                throw death();
            }
            if (System.nanoTime() > deadline) {
                throw new StandaloneException(
                        ExitCode.FAILED,
                        application.name() + " is not ready after " + startLimit.toSeconds() + " s." + logTail());
            }
        }
    }

    /** The failure that a process which ended by itself means for the set. */
    StandaloneException death() {
        return new StandaloneException(
                ExitCode.FAILED, application.name() + " ended with status " + process.exitValue() + "." + logTail());
    }

    /** Asks the application to finish what it does and end. */
    void requestStop() {
        process.destroy();
    }

    /**
     * Waits for an application that was asked to end, and ends it after a while if it does not. What it has started, as Maven starts an
     * application in development mode, ends with it.
     */
    void awaitStop() throws InterruptedException {
        List<ProcessHandle> started = process.descendants().toList();
        if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            process.waitFor();
        }
        started.forEach(ProcessHandle::destroyForcibly);
    }

    private boolean isReady() throws StandaloneException {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create(application.readinessUrl()).toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(2_000);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (SocketException | SocketTimeoutException e) {
            // It does not listen yet, is too busy starting to answer, or ends while it is asked: all mean "look again".
            return false;
        } catch (IOException e) {
            throw new StandaloneException(
                    ExitCode.FAILED, application.name() + " does not answer at " + application.readinessUrl(), e);
        }
    }

    private String logTail() {
        try {
            List<String> lines = Files.readAllLines(log);
            List<String> last = lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size());
            return " Its log is " + log + ", which ends with:\n    " + String.join("\n    ", last);
        } catch (IOException e) {
            return " Its log " + log + " cannot be read: " + e.getMessage();
        }
    }
}
