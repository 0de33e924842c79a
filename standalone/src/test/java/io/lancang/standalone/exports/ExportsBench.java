package io.lancang.standalone.exports;

import io.lancang.standalone.AnonymousPlan;
import io.lancang.standalone.Folders;
import io.lancang.standalone.LancangSet;
import io.lancang.standalone.Options;
import io.lancang.standalone.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code ./lancang bench exports}, after the build: loads generated figures into a set of its own, reads all of them through the gateway as
 * a file of each format, and prints how fast rows come, when the first byte does, and what memory each process has meanwhile.
 */
public final class ExportsBench {
    private static final String DATASET = "generated";
    private static final long ROWS = 2_000_000;
    private static final long UNKNOWN = -1;
    private static final int TURNS = 3;
    private static final int BUFFER = 1 << 16;

    private final LancangSet set;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private ExportsBench(LancangSet set) {
        this.set = set;
    }

    /**
     * Runs everything.
     *
     * @param arguments {@code --rows N} for another number than 2,000,000
     */
    public static void main(String[] arguments) throws Exception {
        long rows = rows(List.of(arguments));
        if (rows < 1) {
            System.out.println("lancang: bench exports takes --rows N, a number from 1 on, and nothing else");
            System.exit(2);
            return;
        }
        Path data = Files.createTempDirectory("lancang-exports");
        Path home = Path.of(System.getProperty("lancang.home", "")).toAbsolutePath();
        System.out.println("Starting a set of its own on loopback");
        Progress progress = new Progress(System.out, InstantSource.system());
        try (LancangSet set = LancangSet.start(new Options(0, data, Options.Start.KEEP), home, progress)) {
            AnonymousPlan.lift(set);
            ExportsBench bench = new ExportsBench(set);
            bench.load(home, data, rows);
            bench.measure(rows);
        } finally {
            Folders.delete(data);
        }
    }

    private static long rows(List<String> options) {
        if (options.isEmpty()) {
            return ROWS;
        }
        boolean isNumber = options.size() == 2
                && options.getFirst().equals("--rows")
                && options.getLast().matches("\\d{1,9}");
        return isNumber ? Long.parseLong(options.getLast()) : 0;
    }

    private void load(Path home, Path folder, long rows) throws IOException, InterruptedException {
        Path file = folder.resolve("generated.csv.gz");
        new GeneratedFlows(home).write(file, rows);
        send(request("/datasets/" + DATASET, "application/json").PUT(BodyPublishers.ofString("""
                        {"title": "Generated", "definition": "Made from a seed.",
                         "source": {"id": "GENERATED", "title": "Generated"}}
                        """)));
        send(request("/releases?dataset=" + DATASET, "application/gzip").POST(BodyPublishers.ofFile(file)));
        System.out.printf(Locale.ROOT, "Loaded %,d rows%n", rows);
    }

    private HttpRequest.Builder request(String path, String contentType) throws IOException {
        return HttpRequest.newBuilder(URI.create(set.serviceUrl("trade")).resolve(path))
                .header(
                        "authorization",
                        "Bearer " + Files.readString(set.stewardToken()).strip())
                .header("content-type", contentType);
    }

    private void send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.uri() + " was answered with " + answer.statusCode() + ": " + answer.body());
        }
    }

    private void measure(long rows) throws IOException, InterruptedException {
        String flows = "?datasets=" + DATASET + "&frequency=MONTHLY&classification=HS2022&level=6";
        String sdmx = "sdmx/data/dataflow/LANCANG/";
        List<Download> downloads = List.of(
                new Download("CSV", "trade-flows.csv" + flows, "*/*", rows),
                new Download("NDJSON", "trade-flows.ndjson" + flows, "*/*", rows),
                new Download("Parquet", "trade-flows.parquet" + flows, "*/*", rows),
                new Download("series of all reporters, CSV", "trade-annual.csv?reporters=ALL", "*/*", UNKNOWN),
                new Download("SDMX-CSV of all reporters", sdmx + "TRADE_ANNUAL/1.0.0/*", "text/csv", UNKNOWN),
                new Download(
                        "SDMX-CSV by product", sdmx + "TRADE_HS2022/1.0.0/M.CN.*.*.*.*." + DATASET, "text/csv", rows));
        System.out.printf(
                "%n| file | rows | rows/s | MB/s | first byte, ms | whole, s | memory, MB |%n|---|---|---|---|---|---|---|%n");
        for (Download download : downloads) {
            for (int turn = 0; turn < TURNS; turn++) {
                read(download);
            }
        }
    }

    /**
     * A file that is read.
     *
     * @param address below the exports of the trade service
     * @param rows how many it has; {@link #UNKNOWN} to take its lines for them
     */
    private record Download(String name, String address, String accept, long rows) {}

    private void read(Download download) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(set.gatewayUrl()).resolve("/exports/trade/" + download.address()))
                .header("accept", download.accept())
                .build();
        Map<String, ProcessHandle> processes = new LinkedHashMap<>();
        List.of("gateway", "trade").forEach(name -> processes.put(name, set.process(name)));
        try (ResidentMemory memory = new ResidentMemory(processes)) {
            long start = System.nanoTime();
            HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                throw new IOException(request.uri() + " was answered with " + answer.statusCode());
            }
            long first = 0;
            long bytes = 0;
            long lines = 0;
            byte[] buffer = new byte[BUFFER];
            try (InputStream body = answer.body()) {
                for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                    first = first == 0 ? System.nanoTime() - start : first;
                    bytes += read;
                    lines += linesOf(buffer, read);
                }
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            long rows = download.rows() == UNKNOWN ? lines : download.rows();
            if (!download.name().equals("Parquet") && lines < rows) {
                throw new IOException("The file has " + lines + " lines of " + rows + " rows.");
            }
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,d | %,.0f | %,.1f | %.0f | %.1f | %s |%n",
                    download.name(),
                    rows,
                    rows / seconds,
                    bytes / 1e6 / seconds,
                    first / 1e6,
                    seconds,
                    memory.seen());
        }
    }

    private static long linesOf(byte[] buffer, int length) {
        long lines = 0;
        for (int at = 0; at < length; at++) {
            if (buffer[at] == '\n') {
                lines++;
            }
        }
        return lines;
    }
}
