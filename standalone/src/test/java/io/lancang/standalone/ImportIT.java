package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody at the terminal reads of {@code ./lancang import}, as a process beside the running set. */
class ImportIT {
    private static final String DATASET = "told";
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

    private static LancangSet set;
    private static ServiceTables trade;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws StandaloneException, InterruptedException, IOException {
        set = RunningSet.start(RunningSet.ownData());
        trade = ServiceTables.of(set, "trade");
        LoadedDataset.declare(set, DATASET);
    }

    @AfterAll
    static void stop() {
        set.close();
    }

    @Test
    void tellsHowFarALoadIsAndWhatItLeftAndNothingOfTheSameFileAgain() throws Exception {
        Path packed = packed(HEADER + ROWS);
        String release;
        try (Connection lock = trade.lock("trade_flow", "exclusive");
                Import running = new Import(packed)) {
            running.awaitLine(PROGRESS);
            lock.rollback();
            assertEquals(0, running.awaitEnd());
            Matcher told = LOADED.matcher(running.last());
            assertTrue(told.matches(), running::last);
            release = told.group(1);
        }
        try (Import again = new Import(packed)) {
            assertEquals(0, again.awaitEnd());
            assertEquals("Nothing changed: release " + release + " has this content already.", again.last());
        }
        LoadedDataset.withdraw(set, release);
    }

    @Test
    void checksAFileAndKeepsNothingOfIt() throws Exception {
        String before = trade.ask(RELEASES);
        try (Import check = new Import(packed(HEADER + ROWS), "--dry-run")) {
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
        try (Import refused = new Import(packed(HEADER + faults))) {
            assertEquals(1, refused.awaitEnd());
            assertTrue(refused.printed().startsWith("lancang: Nothing was loaded"), refused::printed);
            assertTrue(refused.printed().contains("\n  line 2, column partner: "), refused::printed);
            assertTrue(refused.printed().contains("\n  line 3, column amount: "), refused::printed);
            assertTrue(!refused.printed().contains("line 4"), refused::printed);
        }
        assertEquals(before, trade.ask(RELEASES));
    }

    private Path packed(String file) throws IOException {
        Path packed = folder.resolve("told.csv.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(file.getBytes(StandardCharsets.UTF_8));
        }
        return packed;
    }

    /** The command as a process. */
    private static final class Import implements AutoCloseable {
        private final Process process;
        private final BufferedReader output;
        private final List<String> lines = new ArrayList<>();

        Import(Path file, String... options) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    "io.lancang.standalone.load.LoadMain",
                    DATASET,
                    file.toString(),
                    "--data",
                    RunningSet.ownData().toString()));
            command.addAll(List.of(options));
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
            output = process.inputReader(StandardCharsets.UTF_8);
        }

        void awaitLine(Pattern wanted) throws IOException {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                if (wanted.matcher(line).matches()) {
                    return;
                }
            }
            throw new AssertionError("It ended before it said " + wanted + ": " + lines);
        }

        int awaitEnd() throws InterruptedException {
            output.lines().forEach(lines::add);
            return process.waitFor();
        }

        String last() {
            return lines.getLast();
        }

        String printed() {
            return String.join("\n", lines);
        }

        @Override
        public void close() throws IOException {
            process.destroyForcibly();
            output.close();
        }
    }
}
