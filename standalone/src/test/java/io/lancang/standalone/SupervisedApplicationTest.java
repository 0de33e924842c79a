package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.standalone.memory.StubApplication;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes of a small application, with the very command by which the set starts its own. */
class SupervisedApplicationTest {
    private static final long LIMIT_SECONDS = 120;

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final CompletableFuture<StandaloneException> failure = new CompletableFuture<>();
    private int port;
    private DataFolder folder;
    private @Nullable SupervisedApplication running;

    @TempDir
    private Path home;

    @BeforeEach
    void open() throws StandaloneException {
        port = new Ports().free();
        folder = DataFolder.open(new Options(0, home.resolve("data"), Options.Start.KEEP));
    }

    @AfterEach
    void stop() throws InterruptedException, IOException {
        if (running != null) {
            running.requestStop();
            running.awaitStop();
        }
        folder.close();
    }

    @Test
    void startsAProcessThatRanOutOfMemoryAgainOnTheSamePortAndNamesIt() throws Exception {
        SupervisedApplication started = start(Map.of());
        started.awaitReady();
        long first = started.handle().pid();

        command("/fill");

        String line = lines.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        assertTrue(
                String.valueOf(line).startsWith("  stub ran out of memory (24 MB heap) and was started again"), line);
        assertNotEquals(first, started.handle().pid());
        assertEquals(200, status("/q/health/ready"));
        assertFalse(failure.isDone());
    }

    @Test
    void failsOnStatusThreeOfAProcessThatDidNotRunOutOfMemory() throws Exception {
        SupervisedApplication started = start(Map.of());
        started.awaitReady();

        command("/end");

        assertTrue(failure.get(LIMIT_SECONDS, TimeUnit.SECONDS).getMessage().startsWith("stub ended with status 3."));
    }

    @Test
    void failsWhenAProcessIsKilled() throws Exception {
        SupervisedApplication started = start(Map.of());
        started.awaitReady();

        started.handle().destroyForcibly();

        assertTrue(failure.get(LIMIT_SECONDS, TimeUnit.SECONDS).getMessage().startsWith("stub ended with status 137."));
    }

    @Test
    void givesUpOnAProcessThatNeverFitsAndSaysHowOftenItTried() throws Exception {
        start(Map.of("STUB_NEVER_FITS", "1"));

        String message = failure.get(LIMIT_SECONDS, TimeUnit.SECONDS).getMessage();
        assertTrue(
                message.startsWith(
                        "stub ran out of memory (24 MB heap) and was started again 5 times within 10 minutes"),
                message);
    }

    @Test
    void startsNothingBehindAStop() throws Exception {
        SupervisedApplication started = start(Map.of());
        started.awaitReady();

        started.requestStop();
        started.awaitStop();

        assertFalse(started.handle().isAlive());
        assertFalse(failure.isDone());
        assertTrue(lines.isEmpty());
    }

    private SupervisedApplication start(Map<String, String> environment) throws IOException, StandaloneException {
        Application stub = new Application("stub", "stub", 0, port, 24, environment);
        StubApplication.write(stub.runner(home));
        Progress progress = new Progress(
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8) {
                    @Override
                    public void println(String line) {
                        lines.add(line);
                    }
                },
                InstantSource.system());
        SupervisedApplication started = SupervisedApplication.start(
                stub, LaunchChoice.BUILT.launch(home, folder), folder, progress, new RestartBudget(Duration.ZERO));
        running = started;
        started.supervise(failure::complete);
        return started;
    }

    /** The process ends before it answers. */
    private void command(String path) {
        try {
            status(path);
        } catch (IOException expected) {
            return;
        }
        throw new AssertionError("it answered " + path);
    }

    private int status(String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }
}
