package io.lancang.standalone;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A service in development mode, started as {@code ./lancang dev} starts it, in a copy of the repository and on the database of a running
 * set.
 */
class DevelopmentIT {
    private static final String QUESTION =
            "{\"query\": \"{ tradeRanking(year: 2024, among: [\\\"LAX\\\"]) { code } }\"}";
    /** What a build leaves and development mode does without. */
    private static final Set<String> LEFT_OUT = Set.of(
            ".git",
            ".lancang",
            "node_modules",
            "quarkus-app",
            "test-classes",
            "surefire-reports",
            "src/test",
            "images");

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    @RegisterExtension
    static final RunningSet SET = RunningSet.shared();

    @Test
    void servesAChangeOfTheServiceAndOfItsLibraryWithoutARestart(@TempDir Path folder) throws Exception {
        Path home = copy(folder.resolve("copy"));
        Ports ports = new Ports();
        Application trade = new Application(
                "trade",
                "trade-service",
                ports.free(),
                ports.free(),
                0,
                SET.running().configuration("trade"));
        DataFolder data = DataFolder.open(new Options(0, folder.resolve("data"), Options.Start.KEEP));
        RunningApplication running = RunningApplication.start(trade, new DevelopmentLaunch(maven(home), home), data);
        try {
            running.awaitReady();
            ProcessHandle process = running.handle();
            assertEquals("There is no partner or bloc 'LAX'.", said(trade, "message"));
            assertTrue(said(trade, "extensions.hint").startsWith("Did you mean LAO"), said(trade, "extensions.hint"));

            change(
                    home.resolve("trade-service/src/main/java/io/lancang/trade/ranking/Contenders.java"),
                    "\"There is no partner or bloc '\"",
                    "\"Nobody is called '\"");
            awaitSaid("Nobody is called 'LAX'.", trade, "message");

            change(
                    home.resolve("subgraph-kit/src/main/java/io/lancang/kit/error/Suggestions.java"),
                    "\"Did you mean \"",
                    "\"Perhaps \"");
            awaitSaid("Perhaps LAO", trade, "extensions.hint");
            assertEquals(process, running.handle());
            assertTrue(process.isAlive());
        } finally {
            List<ProcessHandle> started = running.handle().descendants().toList();
            running.requestStop();
            running.awaitStop();
            data.close();
            // Neither Maven nor what it has started goes on.
            for (ProcessHandle each : started) {
                each.onExit().get(10, TimeUnit.SECONDS);
            }
        }
    }

    /** What the first error of the answer says. A request that comes while a change is compiled waits for it. */
    private static String said(Application application, String key) {
        JsonPath answer = given().contentType("application/json")
                .body(QUESTION)
                .post(application.url())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        String text = answer.getString("errors[0]." + key);
        return text == null ? answer.prettify() : text;
    }

    /** Quarkus looks for changes when a request comes, and not more than once in two seconds. */
    private static void awaitSaid(String expected, Application application, String key) {
        long end = System.nanoTime() + LIMIT.toNanos();
        String said = said(application, key);
        while (!said.startsWith(expected) && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
            said = said(application, key);
        }
        assertTrue(said.startsWith(expected), said);
    }

    private static void change(Path file, String before, String after) throws IOException {
        String text = Files.readString(file);
        assertTrue(text.contains(before), file + " has no " + before);
        Files.writeString(file, text.replace(before, after));
    }

    private static List<String> maven(Path home) {
        List<String> command = SameMaven.command();
        command.addAll(List.of("--file", home.resolve("pom.xml").toString()));
        return command;
    }

    /** The service and its library as they are built, and of other modules what Maven reads. */
    private static Path copy(Path copy) throws IOException {
        Path home = RunningSet.home();
        Files.walkFileTree(home, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Path path = home.relativize(directory);
                boolean left = LEFT_OUT.stream().anyMatch(path::endsWith)
                        || (path.getNameCount() > 1
                                && !isNeeded(path.getName(0).toString())
                                && !Files.exists(directory.resolve("pom.xml")));
                if (left) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(copy.resolve(path.toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, copy.resolve(home.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
        return copy;
    }

    private static boolean isNeeded(String module) {
        return Set.of("trade-service", "subgraph-kit", ".mvn").contains(module);
    }
}
