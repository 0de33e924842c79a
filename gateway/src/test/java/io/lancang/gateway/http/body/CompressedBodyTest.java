package io.lancang.gateway.http.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aayushatharva.brotli4j.encoder.Encoder;
import com.github.luben.zstd.Zstd;
import io.lancang.gateway.request.Endpoint;
import io.lancang.gateway.server.TestGraph;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestGraph.class)
class CompressedBodyTest {
    private static final String QUERY = "{\"query\":\"{ partner(code: \\\"LAO\\\") { name } }\"}";

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource(Endpoint.PATH)
    URI endpoint;

    @Test
    void readsABodyThatIsCompressedWithGzip() throws Exception {
        HttpResponse<String> answer = post("gzip", gzip(QUERY.getBytes(UTF_8)));

        assertEquals(200, answer.statusCode());
        assertEquals("{\"data\":{\"partner\":{\"name\":\"Laos\"}}}", answer.body());
    }

    @Test
    void readsABodyThatIsCompressedWithDeflateAndBoundsWhatItBecomes() throws Exception {
        assertEquals(200, post("Deflate", deflate(QUERY.getBytes(UTF_8))).statusCode());
        assertEquals(
                413,
                post("deflate", deflate((QUERY + " ".repeat(2 * 1024 * 1024)).getBytes(UTF_8)))
                        .statusCode());
        assertTrue(post("deflate", QUERY.getBytes(UTF_8)).body().contains("not deflate"));
    }

    @Test
    void refusesABodyThatBecomesLargerThanOneMayBe() throws Exception {
        // Two megabytes of spaces are two kilobytes of gzip; a body may have one megabyte.
        byte[] bomb = gzip((QUERY + " ".repeat(2 * 1024 * 1024)).getBytes(UTF_8));
        assertTrue(bomb.length < 5_000);

        HttpResponse<String> answer = post("gzip", bomb);

        assertEquals(413, answer.statusCode());
        assertTrue(answer.body().contains("1048576"), answer.body());
    }

    @Test
    void givesBackTheRoomOfEachBody() throws Exception {
        byte[] bomb = gzip(" ".repeat(2 * 1024 * 1024).getBytes(UTF_8));
        // More than there is room for, together.
        for (int i = 0; i < 200; i++) {
            assertEquals(413, post("gzip", bomb).statusCode());
        }
        assertEquals(200, post("gzip", gzip(QUERY.getBytes(UTF_8))).statusCode());
    }

    @Test
    void saysWhatIsWrongWithWhatIsNotGzip() throws Exception {
        HttpResponse<String> answer = post("gzip", QUERY.getBytes(UTF_8));

        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("not gzip"), answer.body());
    }

    @Test
    void refusesAnotherEncodingAndNamesTheOneThatItReads() throws Exception {
        HttpResponse<String> answer = post("compress", QUERY.getBytes(UTF_8));

        assertEquals(415, answer.statusCode());
        assertEquals(
                "gzip, deflate, zstd, br",
                answer.headers().firstValue("Accept-Encoding").orElse(""));
        assertTrue(answer.body().contains("\\\"compress\\\""), answer.body());
    }

    @Test
    void readsABodyThatIsCompressedWithZstandardOrBrotli() throws Exception {
        byte[] zstd = Zstd.compress(QUERY.getBytes(UTF_8));
        byte[] brotli = Encoder.compress(QUERY.getBytes(UTF_8));

        assertEquals(
                "{\"data\":{\"partner\":{\"name\":\"Laos\"}}}",
                post("zstd", zstd).body());
        assertEquals(
                "{\"data\":{\"partner\":{\"name\":\"Laos\"}}}",
                post("BR", brotli).body());
    }

    @Test
    void boundsWhatZstandardAndBrotliBecome() throws Exception {
        // A gigabyte would be forty kilobytes of zstd; two megabytes are a few hundred bytes.
        byte[] text = (QUERY + " ".repeat(2 * 1024 * 1024)).getBytes(UTF_8);
        byte[] zstd = Zstd.compress(text);
        byte[] brotli = Encoder.compress(text);
        assertTrue(zstd.length < 2_000 && brotli.length < 2_000);

        assertEquals(413, post("zstd", zstd).statusCode());
        assertEquals(413, post("br", brotli).statusCode());
    }

    /** A window of 2^(10 + exponent) bytes: 128 MB, 1 GB, and one that no array could hold. */
    @ParameterizedTest
    @ValueSource(ints = {17, 20, 21})
    void takesNoMemoryForAWindowThatIsOnlyAnnounced(int exponent) throws Exception {
        byte[] text = QUERY.getBytes(UTF_8);
        // A frame of RFC 8878: magic number, no sizes, a window with the mantissa 0, one last raw block.
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0x00, (byte) (exponent << 3)});
        int header = text.length << 3 | 1;
        frame.writeBytes(new byte[] {(byte) header, (byte) (header >> 8), (byte) (header >> 16)});
        frame.writeBytes(text);

        HttpResponse<String> answer = post("zstd", frame.toByteArray());

        assertTrue(answer.statusCode() == 200 || answer.statusCode() == 400, answer.statusCode() + answer.body());
        assertEquals(200, post("gzip", gzip(text)).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zstd", "br"})
    void saysWhatIsWrongWithWhatIsNotOfItsEncoding(String encoding) throws Exception {
        byte[] whole =
                encoding.equals("br") ? Encoder.compress(QUERY.getBytes(UTF_8)) : Zstd.compress(QUERY.getBytes(UTF_8));
        for (byte[] body : List.of(QUERY.getBytes(UTF_8), Arrays.copyOf(whole, whole.length - 5))) {
            HttpResponse<String> answer = post(encoding, body);

            assertEquals(400, answer.statusCode(), answer.body());
            assertTrue(answer.body().contains("not " + encoding), answer.body());
        }
    }

    private HttpResponse<String> post(String encoding, byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/json")
                .header("Content-Encoding", encoding)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static byte[] deflate(byte[] text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(bytes)) {
            deflate.write(text);
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text);
        }
        return bytes.toByteArray();
    }
}
