package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.standalone.load.TradeClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** trade-service is ended as {@code kill -9} does it, while the rows of a load are on their way into the database. */
class KilledLoadIT {
    private static final String DATASET = "killed";
    private static final int CREATED = 201;
    /** More rows than the buffers on the way hold, so that COPY has begun before all are sent. */
    private static final int MONTHS = 12 * 90;

    private static final String BEGINNING =
            "period,partner,flow,currency,amount\n" + rows("EXPORT", "LAO", "THA", "MMR", "VNM", "KHM", "MYS");
    private static final String END = rows("IMPORT", "LAO");
    private static final String COPYING =
            "select count(*) from pg_stat_activity where state = 'active' and query ilike 'copy %'";
    private static final String LOCKS =
            "select count(*) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = 'trade')";
    private static final String LOADED = """
            select (select count(*) from release) || ' ' || (select count(*) from trade_flow) || ' '
              || (select count(*) from pg_class where relname like '%loading%')
            """;

    @Test
    void leavesNothingBehindAndTheNextProcessTakesTheSameFile() throws Exception {
        // The client waits for the end of what it sends: whatever fails, the rest of the file is let go before the
        // client is closed.
        try (LancangSet set = RunningSet.takeChanged();
                TradeClient client = client(set);
                Held rest = new Held()) {
            ServiceTables trade = ServiceTables.of(set, "trade");
            LoadedDataset.declare(set, DATASET);
            String before = trade.ask(LOADED);
            CompletableFuture<TradeClient.Answer> load = client.load(
                    parameters(), BodyPublishers.ofInputStream(() -> new SequenceInputStream(bytes(BEGINNING), rest)));
            trade.await("1", COPYING);
            assertTrue(client.running(DATASET).isPresent());

            set.process("trade").destroyForcibly();

            trade.await("0", LOCKS);
            assertEquals(before, trade.ask(LOADED));
            // The client hears that its connection is gone from the thread that waits for the rest of the file.
            rest.comesToItsEnd();
            assertThrows(ExecutionException.class, () -> load.get(1, TimeUnit.MINUTES));
        }

        LancangSet set = RunningSet.startChanged();
        try (TradeClient client = client(set)) {
            assertTrue(client.running(DATASET).isEmpty(), "a load that nobody works on is not listed as running");
            TradeClient.Answer loaded = client.load(parameters(), BodyPublishers.ofString(BEGINNING + END))
                    .get();
            assertEquals(CREATED, loaded.status(), () -> loaded.body().toString());
            assertEquals(
                    (BEGINNING + END).lines().count() - 1,
                    loaded.body().getJsonNumber("added").longValue());
            LoadedDataset.withdraw(set, loaded.body().getString("release"));
        }
    }

    private static TradeClient client(LancangSet set) throws IOException {
        return new TradeClient(
                URI.create(set.serviceUrl("trade")).resolve("/"),
                Files.readString(set.stewardToken()).strip());
    }

    private static Map<String, String> parameters() {
        return Map.of("dataset", DATASET, "fileName", "killed.csv");
    }

    private static String rows(String flow, String... partners) {
        return IntStream.range(0, MONTHS)
                .boxed()
                .flatMap(month -> IntStream.range(0, partners.length)
                        .mapToObj(partner -> "%d-%02d,%s,%s,USD,%d.25"
                                .formatted(1920 + month / 12, month % 12 + 1, partners[partner], flow, month + 1)))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The rest of a file that does not come before it is closed, and then is none. */
    private static final class Held extends InputStream {
        private final CountDownLatch held = new CountDownLatch(1);

        void comesToItsEnd() {
            held.countDown();
        }

        @Override
        public void close() {
            comesToItsEnd();
        }

        @Override
        public int read() throws IOException {
            try {
                held.await();
                return -1;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("The upload was interrupted");
            }
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return read();
        }
    }
}
