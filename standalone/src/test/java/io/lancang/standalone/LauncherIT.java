package io.lancang.standalone;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.standalone.memory.MemoryEater;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a person at the terminal sees when something is wrong, and that nothing is left running. */
class LauncherIT {
    private static final Pattern CURL = Pattern.compile("curl -s (?<url>\\S+) .* -d '(?<body>.*)'");
    private static final Path KEPT_DATA = RunningSet.changedData();

    @BeforeAll
    static void prepare() throws StandaloneException, InterruptedException {
        RunningSet.freeChangedData();
    }

    @Test
    void refusesAPortInUseAndStartsNothing(@TempDir Path data) throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                LauncherProcess launcher = LauncherProcess.start(
                        "--port", Integer.toString(taken.getLocalPort()), "--data", data.toString())) {
            assertEquals(1, launcher.awaitEnd());
            assertTrue(launcher.printed().contains("Port " + taken.getLocalPort() + " is in use"), launcher.printed());
            assertTrue(Files.notExists(data.resolve("postgres")), "PostgreSQL was started");
        }
    }

    @Test
    void namesTheFreshStartAsTheWayOutOfABrokenDatabase(@TempDir Path data) throws IOException, InterruptedException {
        Path postgres = Files.createDirectories(data.resolve("postgres"));
        Files.writeString(postgres.resolve("postgresql.conf"), "");
        Files.writeString(postgres.resolve("PG_VERSION"), "17\n");
        try (LauncherProcess launcher = LauncherProcess.start("--port", "0", "--data", data.toString())) {
            assertEquals(1, launcher.awaitEnd());
            assertTrue(
                    launcher.printed()
                            .contains("PostgreSQL does not start on " + postgres + ": its main process ended"),
                    launcher.printed());
            assertTrue(launcher.printed().contains("./lancang up --fresh"), launcher.printed());
        }
    }

    /** One set for all of it: a start takes longer than what is asked of it. */
    @Test
    void printsACommandThatGetsAnAnswerStartsTheGatewayAgainThatRanOutOfMemoryAndStopsEverythingWhenItIsTerminated(
            @TempDir Path folder) throws Exception {
        try (LauncherProcess launcher = started()) {
            launcher.awaitLine("  curl");
            assertAnswers(launcher);
            List<ProcessHandle> processes = processes(launcher);
            assertWaitByEpoll(launcher.applications());
            ProcessHandle gateway = launcher.application("/gateway/");
            MemoryEater.feedOn(gateway, folder);
            launcher.awaitLine("  gateway ran out of memory (192 MB heap) and was started again after");
            assertAnswers(launcher);
            assertNotEquals(gateway.pid(), launcher.application("/gateway/").pid());
            processes.addAll(launcher.applications());
            launcher.terminate();
            launcher.awaitEnd();
            assertAllEnd(processes);
            assertWaitedForNobody("trade");
            assertWaitedForNobody("corridor");
            assertWaitedForNobody("integration");
        }
    }

    @Test
    void stopsWhatItHasBegunWhenItIsTerminatedWhileItStarts() throws IOException, InterruptedException {
        try (LauncherProcess launcher = LauncherProcess.start("--port", "0", "--data", KEPT_DATA.toString())) {
            List<ProcessHandle> processes = launcher.awaitApplications(4);
            processes.add(postgres());
            launcher.terminate();
            launcher.awaitEnd();
            assertFalse(launcher.printed().contains("Ready after"), launcher.printed());
            assertAllEnd(processes);
        }
    }

    @Test
    void stopsAPostgreSqlThatOutlivedAKilledLauncherAndEverythingSayingWhyWhenAServiceDies()
            throws IOException, InterruptedException {
        ProcessHandle orphan;
        try (LauncherProcess launcher = started()) {
            orphan = postgres();
            launcher.killAllButPostgres();
        }
        try (LauncherProcess launcher = started()) {
            assertAllEnd(List.of(orphan));
            List<ProcessHandle> processes = processes(launcher);
            launcher.application("corridor-service").destroyForcibly();
            assertEquals(1, launcher.awaitEnd());
            assertTrue(launcher.printed().contains("corridor ended with status 137"), launcher.printed());
            assertTrue(launcher.printed().contains("corridor.log"), launcher.printed());
            assertAllEnd(processes);
        }
    }

    private static LauncherProcess started() throws IOException {
        LauncherProcess launcher = LauncherProcess.start("--port", "0", "--data", KEPT_DATA.toString());
        launcher.awaitLine("Ready after");
        return launcher;
    }

    private static void assertAnswers(LauncherProcess launcher) {
        Matcher command = CURL.matcher(launcher.printed());
        assertTrue(command.find(), launcher.printed());
        given().contentType("application/json")
                .body(command.group("body"))
                .when()
                .post(command.group("url"))
                .then()
                .statusCode(200)
                .body("errors", nullValue())
                .body("data.partner.corridors.name", hasItem("China–Laos Railway"));
    }

    /** Where Linux tells what a process has mapped: the library is there as soon as a connection was waited for with it. */
    private static void assertWaitByEpoll(Collection<ProcessHandle> applications) throws IOException {
        if (OS.LINUX.isCurrentOs()) {
            for (ProcessHandle application : applications) {
                String mapped = Files.readString(Path.of("/proc/" + application.pid() + "/maps"));
                assertTrue(mapped.contains("netty_transport_native_epoll"), () -> application.info() + " waits by NIO");
            }
        }
    }

    private static List<ProcessHandle> processes(LauncherProcess launcher) throws IOException {
        List<ProcessHandle> all = new ArrayList<>(launcher.applications());
        assertEquals(4, all.size());
        all.add(postgres());
        return all;
    }

    private static ProcessHandle postgres() throws IOException {
        return PostgresProcess.of(KEPT_DATA.resolve("postgres")).orElseThrow();
    }

    /** The gateway has a WebSocket open to each service, which ends only when the service does. */
    private static void assertWaitedForNobody(String service) throws IOException {
        List<String> log = Files.readAllLines(KEPT_DATA.resolve("logs/" + service + ".log"));
        List<String> end = log.subList(Math.max(0, log.size() - 5), log.size());
        assertTrue(end.getLast().contains(service + "-service stopped in"), end::toString);
        assertTrue(end.stream().noneMatch(line -> line.contains("Timed out waiting")), end::toString);
    }

    /** A process that lost its parent is gone only when the system has collected it, which may take a moment. */
    private static void assertAllEnd(List<ProcessHandle> handles) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> handles.forEach(handle -> handle.onExit().join()));
    }
}
