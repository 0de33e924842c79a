package io.lancang.standalone;

import io.lancang.standalone.StandaloneException.ExitCode;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One started application. Its output goes to a log file of its own. */
final class RunningApplication {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final long POLL_MILLIS = 50;
    private static final int LOG_LINES_SHOWN = 15;

    private final Application application;
    private final Process process;
    private final Path log;

    private RunningApplication(Application application, Process process, Path log) {
        this.application = application;
        this.process = process;
        this.log = log;
    }

    static RunningApplication start(Application application, Path java, Path home, DataFolder folder)
            throws StandaloneException {
        if (!Files.exists(application.runner(home))) {
            throw new StandaloneException(
                    ExitCode.FAILED,
                    application.runner(home) + " is missing. Build it: ./lancang up builds what is not built.");
        }
        Path log = folder.logs().resolve(application.name() + ".log");
        ProcessBuilder builder = new ProcessBuilder(application.command(java, home, folder.classes()))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()));
        builder.environment().putAll(application.fullEnvironment());
        try {
            forgetOlderBuild(application.archive(folder.classes()), application.runner(home));
            Process process = builder.start();
            process.getOutputStream().close();
            return new RunningApplication(application, process, log);
        } catch (IOException e) {
            throw new StandaloneException(ExitCode.FAILED, application.name() + " cannot be started: " + e, e);
        }
    }

    /** A virtual machine does not use an archive of another build, and does not write it anew as long as it is there. */
    private static void forgetOlderBuild(Path archive, Path runner) throws IOException {
        if (Files.exists(archive)
                && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(runner)) < 0) {
            Files.delete(archive);
        }
    }

    Application application() {
        return application;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** Returns when the application says that it is ready; fails when it ends before or takes too long. */
    void awaitReady() throws StandaloneException, InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!isReady()) {
            if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                throw death();
            }
            if (System.nanoTime() > deadline) {
                throw new StandaloneException(
                        ExitCode.FAILED,
                        application.name() + " is not ready after " + START_LIMIT.toSeconds() + " s." + logTail());
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

    /** Waits for an application that was asked to end, and ends it after a while if it does not. */
    void awaitStop() throws InterruptedException {
        if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            process.waitFor();
        }
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
        } catch (ConnectException | SocketTimeoutException e) {
            // It does not listen yet, or is too busy starting to answer: both mean "ask again".
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
