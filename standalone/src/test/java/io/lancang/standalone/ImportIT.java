package io.lancang.standalone;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody at the terminal reads of {@code ./lancang import}, as a process beside the running set. */
class ImportIT {
    private static final String DATASET = "imported";
    private static final String HEADER = "period,partner,flow,currency,amount\n";
    /** Of the size of the figures beside them, which would be doubted otherwise. */
    private static final String ROWS = """
            2024-01,LAO,EXPORT,USD,250000000
            2024-01,LAO,IMPORT,USD,290000000
            2024-02,LAO,EXPORT,USD,260000000
            """;

    private static final String RELEASES = "select count(*) from release where dataset = '" + DATASET + "'";
    private static final Pattern PROGRESS =
            Pattern.compile("  [A-Z]+ +[0-9,]+ rows +[0-9,.]+ s( +step [0-9]+ of [0-9]+)?");
    private static final Pattern LOADED =
            Pattern.compile("Loaded as release (\\d+)\\. 3 rows \\(0 skipped\\): 3 added, 0 closed\\.");

    private static final Duration HEARD = Duration.ofSeconds(12);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private static LancangSet set;
    private static ServiceTables trade;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws StandaloneException, InterruptedException, IOException {
        set = RunningSet.startChanged();
        trade = ServiceTables.of(set, "trade");
        LoadedDataset.declare(set, DATASET);
    }

    @Test
    void tellsHowFarALoadIsAndWhatItLeftAndNothingOfTheSameFileAgain() throws Exception {
        Path packed = packed(HEADER + ROWS);
        String release;
        try (Connection lock = trade.lock("trade_flow", "exclusive");
                ImportProcess running = new ImportProcess(DATASET, packed)) {
            running.awaitLine(PROGRESS);
            lock.rollback();
            assertEquals(0, running.awaitEnd());
            Matcher parts = LOADED.matcher(running.last());
            assertTrue(parts.matches(), running::last);
            release = parts.group(1);
        }
        try (ImportProcess again = new ImportProcess(DATASET, packed)) {
            assertEquals(0, again.awaitEnd());
            assertEquals("Nothing changed: release " + release + " has this content already.", again.last());
        }
        LoadedDataset.withdraw(set, release);
    }

    @Test
    void checksAFileAndKeepsNothingOfIt() throws Exception {
        String before = trade.ask(RELEASES);
        try (ImportProcess check = new ImportProcess(DATASET, packed(HEADER + ROWS), "--dry-run")) {
            assertEquals(0, check.awaitEnd());
            assertEquals(
                    "The file has no fault. 3 rows (0 skipped): 3 added, 0 closed. Nothing was kept.", check.last());
        }
        assertEquals(before, trade.ask(RELEASES));
    }

    @Test
    void tellsEachRowThatIsRefusedAndKeepsNothing() throws Exception {
        String before = trade.ask(RELEASES);
        String faults = "2024-03,XYZ,EXPORT,USD,1\n2024-03,LAO,EXPORT,USD,-1\n2024-03,LAO,IMPORT,USD,5\n";
        try (ImportProcess refused = new ImportProcess(DATASET, packed(HEADER + faults))) {
            assertEquals(1, refused.awaitEnd());
            assertTrue(refused.printed().startsWith("lancang: Nothing was loaded"), refused::printed);
            assertTrue(refused.printed().contains("\n  line 2, column partner: "), refused::printed);
            assertTrue(refused.printed().contains("\n  line 3, column amount: "), refused::printed);
            assertTrue(!refused.printed().contains("line 4"), refused::printed);
        }
        assertEquals(before, trade.ask(RELEASES));
    }

    /**
     * China's exports to Laos of 2021 and 2022, which no packaged dataset has: 1,670,000,000 and 2,300,000,000, made up of the size of those
     * beside them. Its imports ship, 2,663,941,338 and 3,358,836,240. Totals around the opening of the railway to Laos in 2021 are 3,497,531,390,
     * 3,947,489,270 and 3,561,939,590 from 2018 to 2020, then 5,658,836,240 with these exports, 7,123,053,000 and 8,235,639,943.
     */
    @Test
    void exportsOfTheYearsThatLackThemCountEverywhereOnceTheirFileHasAPrecedence() throws Exception {
        String gaps = """
                { partner(code: "LAO") { trade(from: 2021, to: 2022) { points { total { amount } growth gap { reason } } } }
                  bloc(code: "ASEAN") { trade(from: 2022, to: 2022) { points { exports { amount } gap { missingPartners { code } } } } }
                  corridor(id: "clr") { tradeServed(from: 2021, to: 2022) { points { total { amount } } }
                    tradeAroundOpening(years: 3) { averageBefore { amount } averageAfter { amount } percent gap { reason detail } } } }""";
        String around = "data.corridor.tradeAroundOpening.";
        ask(gaps)
                .body("errors", nullValue())
                .body("data.partner.trade.points.gap.reason", is(List.of("NOT_COVERED", "NOT_COVERED")))
                .body(around + "gap.detail", containsString("There is no total of 2022"));

        String release;
        try (ImportProcess running = new ImportProcess(
                DATASET,
                packed(HEADER + "2021,LAO,EXPORT,USD,1670000000\n2022,LAO,EXPORT,USD,2300000000\n"),
                "--precedence",
                "900")) {
            assertEquals(0, running.awaitEnd(), running::printed);
            assertTrue(running.last().startsWith("Dataset " + DATASET + " has precedence 900"), running::last);
            Matcher parts = Pattern.compile("Loaded as release (\\d+)\\.").matcher(running.printed());
            assertTrue(parts.find(), running::printed);
            release = parts.group(1);
        }

        awaitAnswer(gaps, "data.corridor.tradeServed.points[0].total");
        ask(gaps)
                .body("errors", nullValue())
                .body("data.partner.trade.points.gap", is(Arrays.asList(null, null)))
                // 1,670,000,000 + 2,663,941,338, and 2,300,000,000 + 3,358,836,240
                .body("data.partner.trade.points.total.amount", is(List.of(4333941338L, 5658836240L)))
                // 5,658,836,240 / 4,333,941,338
                .body("data.partner.trade.points[1].growth.doubleValue()", closeTo(30.570208, 1e-5))
                .body("data.bloc.trade.points[0].exports.amount", is(2300000000L))
                .body("data.bloc.trade.points[0].gap.missingPartners.code", hasItem("VNM"))
                .body("data.corridor.tradeServed.points.total.amount", is(List.of(4333941338L, 5658836240L)))
                .body(around + "gap", nullValue())
                // a third of 3,497,531,390 + 3,947,489,270 + 3,561,939,590, and of 5,658,836,240 + 7,123,053,000 +
                // 8,235,639,943
                .body(around + "averageBefore.amount", is(3668986750L))
                .body(around + "averageAfter.amount", is(7005843061L))
                .body(around + "percent.doubleValue()", closeTo(90.947625, 1e-5));
        LoadedDataset.withdraw(set, release);
    }

    /** A file is loaded by the first command that can, and known to those after it. */
    @Test
    void theCommandsOfTheGuideMakeADatasetWhoseFiguresCount() throws Exception {
        String trade = URI.create(set.serviceUrl("trade")).resolve("/").toString();
        Map<String, String> variables = Map.of("TRADE", trade.replaceAll("/$", ""), "TOKEN", token());
        BuiltClone clone = BuiltClone.of(set, Files.createDirectory(folder.resolve("clone")));
        Files.writeString(clone.folder().resolve("exports-2021-2022.csv"), HEADER + "2021,LAO,EXPORT,USD,1670000000\n");

        run(clone, guided("curl .* -X PUT \"[^\"]*my_customs\" .*'\\{\\n[^']*'"), variables);
        String loaded = run(clone, guided("\\./lancang import my_customs .*"), variables);
        Matcher release = Pattern.compile("Loaded as release (\\d+)\\.").matcher(loaded);
        assertTrue(release.find(), loaded);
        assertTrue(loaded.contains("Dataset my_customs has precedence 5"), loaded);
        String again = run(clone, withoutOptions(guided("\\./lancang import DATASET .*")), variables);
        assertTrue(again.contains("Nothing changed: release " + release.group(1)), again);
        String sent = run(clone, withoutOptions(guided("curl .* -T FILE .*")), variables);
        assertTrue(sent.contains("UNCHANGED"), sent);
        run(clone, guided("curl .* -X PUT .*/precedence/5\""), variables);

        String precedences = "{ datasets { id precedence } }";
        String ofCustoms = "data.datasets.find { it.id == 'my_customs' }.precedence";
        awaitAnswer(precedences, ofCustoms);
        ask(precedences).body(ofCustoms, is(5));
        given().header("authorization", "Bearer " + token())
                .contentType("application/json")
                .body(Map.of("query", guided("mutation \\{ setPrecedence.*").replace("precedence: 5", "precedence: 6")))
                .post(set.gatewayUrl())
                .then()
                .body("errors", nullValue())
                .body("data.setPrecedence.precedence", is(6));
        LoadedDataset.withdraw(set, release.group(1));
    }

    /** The one command of the guide that looks so. */
    private static String guided(String pattern) throws IOException {
        String guide = Files.readString(RunningSet.home().resolve("trade-service/IMPORT.md"));
        List<String> found = Pattern.compile("(?m)^" + pattern + "$")
                .matcher(guide)
                .results()
                .map(MatchResult::group)
                .toList();
        assertEquals(1, found.size(), () -> pattern + ": " + found);
        return found.getFirst();
    }

    /** Of a command that says what may be left out, in brackets: with nothing of it, and with names that are there. */
    private static String withoutOptions(String synopsis) {
        return synopsis.replaceAll(" ?\\[[^]]*]", "")
                .replace("DATASET", "my_customs")
                .replace("FILE", "exports-2021-2022.csv");
    }

    private static String run(BuiltClone clone, String command, Map<String, String> variables) throws Exception {
        ShellCommand ran = clone.run(ShellCommand.failingWhereRefused(command), variables);
        assertEquals(0, ran.status(), () -> command + ran.complaint() + ran.printed());
        return ran.printed();
    }

    private static String token() throws IOException {
        return Files.readString(set.stewardToken()).strip();
    }

    private static ValidatableResponse ask(String query) {
        return given().contentType("application/json")
                .body(Map.of("query", query))
                .post(set.gatewayUrl())
                .then()
                .statusCode(200);
    }

    /** Until the gateway has heard of the load, and drops what it kept. */
    private static void awaitAnswer(String query, String path) {
        long end = System.nanoTime() + HEARD.toNanos();
        while (ask(query).extract().path(path) == null && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private Path packed(String file) throws IOException {
        Path packed = folder.resolve("imported.csv.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(file.getBytes(StandardCharsets.UTF_8));
        }
        return packed;
    }
}
