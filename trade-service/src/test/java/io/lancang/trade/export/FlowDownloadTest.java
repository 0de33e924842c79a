package io.lancang.trade.export;

import static io.lancang.trade.export.FlowFile.get;
import static io.lancang.trade.export.FlowFile.head;
import static io.lancang.trade.export.FlowFile.header;
import static io.lancang.trade.export.FlowFile.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.airlift.compress.v3.zstd.ZstdInputStream;
import io.airlift.compress.v3.zstd.ZstdJavaDecompressor;
import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs rely on that download exports: versions, parts, packing. */
@QuarkusTest
class FlowDownloadTest extends TradeServiceTest {
    private static final String LAOS = "trade-flows.csv?comments=false&datasets=trade_annual&partners=LAO&from=2019";
    /** More figures than are sorted, and more than one piece. */
    private static final String ALL = "trade-flows.ndjson";

    @Test
    void hasTheSameBytesAndTagEachTime() {
        HttpResponse<byte[]> first = get(ALL);
        HttpResponse<byte[]> second = get(ALL);

        assertArrayEquals(first.body(), second.body());
        assertEquals(header(first, "etag"), header(second, "etag"));
        assertTrue(header(first, "etag").matches("\"[0-9a-f]{32}\""), header(first, "etag"));
        assertEquals("bytes", header(first, "accept-ranges"));
        assertEquals("no-cache", header(first, "cache-control"));
    }

    @Test
    void hasAnotherTagForAnotherQuestion() {
        Set<String> questions = Set.of(
                LAOS,
                LAOS + "&to=2019",
                LAOS + "&orderBy=VALUE",
                LAOS + "&spreadsheetSafe=false",
                LAOS.replace("comments=false", "comments=true"),
                LAOS.replace(".csv", ".ndjson"));

        assertEquals(
                questions.size(),
                questions.stream()
                        .map(question -> header(head(question), "etag"))
                        .distinct()
                        .count());
    }

    @Test
    void isNotSentToWhomHasIt() {
        HttpResponse<byte[]> file = get(LAOS);
        HttpResponse<byte[]> again = get(LAOS, "If-None-Match", "\"other\", " + header(file, "etag"));

        assertEquals(304, again.statusCode());
        assertEquals(0, again.body().length);
        assertEquals(header(file, "etag"), header(again, "etag"));
        assertEquals(
                304,
                get(LAOS, "If-Modified-Since", header(file, "last-modified")).statusCode());
        assertEquals(200, get(LAOS, "If-None-Match", "\"other\"").statusCode());
        assertEquals(
                200,
                get(LAOS, "If-Modified-Since", "Sat, 01 Jan 2000 00:00:00 GMT").statusCode());
    }

    @Test
    void isToldAboutByHeadersAlone() {
        HttpResponse<byte[]> file = get(LAOS);
        HttpResponse<byte[]> told = head(LAOS);

        assertEquals(200, told.statusCode());
        assertEquals(0, told.body().length);
        for (String name : List.of("etag", "last-modified", "content-type", "content-disposition", "accept-ranges")) {
            assertEquals(header(file, name), header(told, name), name);
        }
        assertEquals(String.valueOf(file.body().length), header(told, "content-length"));
    }

    /** The first column is {@code period}: the letters 0 to 5. */
    @Test
    void isSentInPartsBeforeAnybodyHasReadItWhole() {
        HttpResponse<byte[]> part = get(LAOS + "&minValue=1", "Range", "bytes=0-5");
        HttpResponse<byte[]> whole = get(LAOS + "&minValue=1");

        assertEquals(206, part.statusCode());
        assertEquals("period", text(part));
        assertEquals("bytes 0-5/" + whole.body().length, header(part, "content-range"));
        assertEquals("6", header(part, "content-length"));
        assertEquals(header(whole, "etag"), header(part, "etag"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 65_536, 500_000})
    void isContinuedWhereItBrokeOff(long first) {
        HttpResponse<byte[]> whole = get(ALL);

        HttpResponse<byte[]> rest =
                get(ALL, "Range", "bytes=" + first + "-", "If-Range", header(whole, "etag"), "Accept-Encoding", "gzip");

        assertEquals(206, rest.statusCode());
        assertArrayEquals(Arrays.copyOfRange(whole.body(), (int) first, whole.body().length), rest.body());
    }

    @Test
    void hasAnEndThatCanBeAskedForAlone() {
        HttpResponse<byte[]> end = get(LAOS, "Range", "bytes=-2");

        assertEquals(206, end.statusCode());
        assertEquals("\r\n", text(end));
    }

    /** What is not the same version would not fit, and several parts would need a form of their own. */
    @Test
    void isSentWholeWhereAPartWouldNotDo() {
        String tag = header(head(LAOS), "etag");

        assertEquals(
                200, get(LAOS, "Range", "bytes=5-", "If-Range", "\"other\"").statusCode());
        assertEquals(
                200,
                get(LAOS, "Range", "bytes=5-", "If-Range", tag.replace("\"", "") + "-gzip")
                        .statusCode());
        assertEquals(200, get(LAOS, "Range", "bytes=0-1,4-5").statusCode());
        assertEquals(200, get(LAOS, "Range", "rows=0-1").statusCode());
    }

    @Test
    void hasNothingBehindItsEnd() {
        int size = get(LAOS).body().length;
        HttpResponse<byte[]> refused = get(LAOS, "Range", "bytes=" + size + "-");

        assertEquals(416, refused.statusCode());
        assertEquals("bytes */" + size, header(refused, "content-range"));
        JsonPath error = JsonPath.from(text(refused));
        assertEquals("BAD_USER_INPUT", error.getString("errors[0].extensions.code"));
        assertTrue(error.getString("errors[0].message").contains("'bytes=" + size + "-'"));
    }

    @Test
    void isPackedAsTheClientLikesBest() throws IOException {
        HttpResponse<byte[]> plain = get(ALL);
        HttpResponse<byte[]> zstd = get(ALL, "Accept-Encoding", "gzip;q=0.5, zstd");
        HttpResponse<byte[]> gzip = get(ALL, "Accept-Encoding", "gzip, zstd;q=0.5");

        assertEquals("zstd", header(zstd, "content-encoding"));
        assertEquals("gzip", header(gzip, "content-encoding"));
        try (ZstdInputStream unpacked = new ZstdInputStream(new ByteArrayInputStream(zstd.body()))) {
            assertArrayEquals(plain.body(), unpacked.readAllBytes());
        }
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(gzip.body()))) {
            assertArrayEquals(plain.body(), unpacked.readAllBytes());
        }
        for (HttpResponse<byte[]> packed : List.of(zstd, gzip)) {
            assertEquals("Accept-Encoding", header(packed, "vary"));
            assertNotEquals(header(plain, "etag"), header(packed, "etag"));
        }
        assertEquals(
                304,
                get(ALL, "Accept-Encoding", "gzip", "If-None-Match", header(gzip, "etag"))
                        .statusCode());
        assertEquals(200, get(ALL, "If-None-Match", header(gzip, "etag")).statusCode());
    }

    /** The first piece is a frame of its own: a hundred rows, which are there at once. */
    @Test
    void beginsWithFewRows() {
        String plain = text(get(ALL));
        byte[] zstd = get(ALL, "Accept-Encoding", "zstd").body();

        int first = (int) new ZstdJavaDecompressor().getDecompressedSize(zstd, 0, zstd.length);

        assertEquals(100, plain.substring(0, first).lines().count());
        assertEquals('\n', plain.charAt(first - 1));
    }

    /** By partner, then as the keys of figures go: whatever is sorted or read along an index. */
    @ParameterizedTest
    @ValueSource(strings = {"from=2015&to=2020", "classification=SITC3&level=1"})
    void hasOneOrder(String question) {
        List<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(text(get("trade-flows.csv?comments=false&" + question))).stream()
                        .toList();

        List<List<String>> keys = rows.stream().map(FlowDownloadTest::key).toList();
        assertTrue(keys.size() > 20, "there are " + keys.size());
        assertEquals(keys.stream().sorted(BY_KEY).toList(), keys);
        assertEquals(keys.size(), Set.copyOf(keys).size());
    }

    private static final Comparator<List<String>> BY_KEY = Comparator.comparing(key -> String.join("\0", key));

    private static List<String> key(NamedCsvRecord row) {
        return List.of("partner", "period", "reporter", "flow", "product", "currency", "dataset").stream()
                .map(row::getField)
                .map(field -> field.equals("EXPORT") ? "X" : field.equals("IMPORT") ? "M" : field)
                .toList();
    }
}
