package io.lancang.standalone.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command against a service that answers as it is configured to. */
class LoadMainTest {
    @TempDir
    private Path folder;

    private final List<String> requests = new ArrayList<>();
    private HttpServer server;
    private volatile int status;
    private volatile String body = "";

    @BeforeEach
    void startService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/releases", this::takeFile);
        server.start();
    }

    private void takeFile(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestURI().getQuery() + " "
                + exchange.getRequestHeaders().getFirst("authorization") + " "
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        byte[] answer = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @AfterEach
    void stopService() {
        server.stop(0);
    }

    @Test
    void sendsTheFileToTheLocalSetWithItsTokenAndTellsWhatBecameOfIt() throws IOException {
        status = 201;
        body = """
                {"dataset": "mine", "outcome": "LOADED", "release": "12", "rows": 1234, "skipped": 0, "added": 1200, "closed": 7}
                """;
        Files.writeString(folder.resolve("trade-url"), url() + "\n");
        Files.writeString(folder.resolve("steward-token"), "secret\n");

        assertEquals("0 Loaded as release 12. 1,234 rows (0 skipped): 1,200 added, 7 closed.\n", run("mine", file()));
        assertEquals(
                List.of("confirm=false&dataset=mine&dryRun=false&fileName=mine.csv&replace=EXTENT Bearer secret a,b\n"),
                requests);
    }

    /** As a route of a cluster has it. */
    @ParameterizedTest
    @ValueSource(strings = {"/intake/trade", "/intake/trade/"})
    void sendsTheFileBelowThePathOfItsService(String path) throws IOException {
        status = 201;
        body = """
                {"outcome": "LOADED", "release": "12", "rows": 1, "skipped": 0, "added": 1, "closed": 0}
                """;
        server.createContext("/intake/trade/releases", this::takeFile);
        server.removeContext("/releases");

        assertTrue(run("mine", file(), "--url", url() + path, "--token", "t").startsWith("0 Loaded as release 12."));
        assertEquals(1, requests.size());
    }

    @Test
    void sendsAFileOfTheNetworkToTheCorridorServiceAndTellsWhatIsDoubtful() throws IOException {
        status = 201;
        body = """
                {"outcome": "LOADED", "release": "12", "rows": 1, "skipped": 0, "added": 1, "closed": 0,
                 "doubts": [{"line": 2, "column": "row", "reason": "20 km, great circle 39 km"}]}
                """;
        Files.writeString(folder.resolve("corridor-url"), url() + "\n");
        Files.writeString(folder.resolve("steward-token"), "secret\n");

        assertEquals("""
                0 Loaded as release 12. 1 rows (0 skipped): 1 added, 0 closed.
                These rows may be right, and should be looked at:
                  line 2, column row: 20 km, great circle 39 km
                """, run("segments", file(), "--service", "corridor"));
        assertTrue(run("segments", file(), "--service", "weather").contains("there is no service 'weather'"));
    }

    @Test
    void tellsEachFaultOfAFile() throws IOException {
        status = 422;
        body = """
                {"error": {"code": "BAD_USER_INPUT", "message": "Nothing was loaded: 1 fault was found.", "hint": "Correct."},
                 "rejections": [{"line": 3, "column": "amount", "reason": "-1 is negative"}]}
                """;

        assertEquals(
                "1 lancang: Nothing was loaded: 1 fault was found. Correct.\n  line 3, column amount: -1 is negative\n",
                run("mine", file(), "--url", url(), "--token", "t"));
    }

    @Test
    void givesTheDatasetItsPlaceOnceTheFileIsLoaded() throws IOException {
        status = 201;
        body = """
                {"outcome": "LOADED", "release": "12", "rows": 1, "skipped": 0, "added": 1, "closed": 0}
                """;
        List<String> moved = new CopyOnWriteArrayList<>();
        server.createContext("/datasets", exchange -> {
            moved.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });

        String message = run("mine", file(), "--precedence", "5", "--url", url(), "--token", "t");

        assertEquals(List.of("PUT /datasets/mine/precedence/5"), moved);
        assertTrue(
                message.startsWith("0 Loaded as release 12.") && message.contains("Dataset mine has precedence 5"),
                message);
        assertTrue(run("mine", file(), "--precedence", "0", "--url", url(), "--token", "t")
                .contains("it must be a whole number from 1"));
        assertTrue(run("mine", file(), "--precedence", "5", "--dry-run", "--url", url(), "--token", "t")
                .contains("--precedence goes with a file that is loaded"));
    }

    @Test
    void asksForACheckOfTheWholeDataset() throws IOException {
        status = 200;
        body = """
                {"outcome": "CHECKED", "rows": 2, "skipped": 1, "added": 2, "closed": 0}
                """;

        String message = run("mine", file(), "--dry-run", "--replace-all", "--confirm", "--url", url(), "--token", "t");

        assertTrue(message.startsWith("0 The file has no fault. 2 rows (1 skipped)"), message);
        assertTrue(requests.getFirst()
                .startsWith("confirm=true&dataset=mine&dryRun=true&fileName=mine.csv&replace=DATASET"));
    }

    @Test
    void agreesToTheSingleFactsThatAFileMayUndoAndTellsWhichItUndid() throws IOException {
        status = 201;
        body = """
                {"outcome": "LOADED", "release": "58", "rows": 1, "skipped": 0, "added": 1, "closed": 1, "doubts": [],
                 "undone": [{"release": "57", "what": "changeStatus clr-3", "values": "status CLOSED to PLANNED"}]}
                """;

        String message = run("segments", file(), "--over-edits", "57", "--url", url(), "--token", "t");

        assertTrue(requests.getFirst().contains("&overEdits=57&"), requests.getFirst());
        assertEquals("""
                0 Loaded as release 58. 1 rows (0 skipped): 1 added, 1 closed.
                What stewards changed and this file undoes:
                  release 57 (changeStatus clr-3): status CLOSED to PLANNED
                """, message);
    }

    @Test
    void namesTheRoleThatIsMissing() throws IOException {
        status = 403;

        assertEquals(
                "1 lancang: the token has not the role steward, which loading needs.\n",
                run("mine", file(), "--url", url(), "--token", "t"));
    }

    @Test
    void saysHowToStartASetWhereNoneRuns() throws IOException {
        String message = run("mine", file());

        assertTrue(message.startsWith("2 lancang: No local set was started"), message);
        assertTrue(message.contains("./lancang up, or give --url URL"), message);
    }

    @Test
    void refusesWhatItDoesNotKnow() throws IOException {
        assertTrue(run("mine", file(), "--dryrun").contains("import does not know '--dryrun'"));
        assertTrue(run("mine").contains("import needs a dataset and a file"));
        assertTrue(run("mine", "none.csv").contains("the file 'none.csv' does not exist"));
    }

    private String file() throws IOException {
        return Files.writeString(folder.resolve("mine.csv"), "a,b\n").toString();
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private String run(String... arguments) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        int exit = LoadMain.run(
                List.of(arguments), Map.of(), folder, new PrintStream(printed, true, StandardCharsets.UTF_8));
        return exit + " " + printed.toString(StandardCharsets.UTF_8);
    }
}
