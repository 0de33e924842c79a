package io.lancang.gateway.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lancang.gateway.bytes.Sha256;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * The document as it is sent.
 *
 * @param plain its bytes
 * @param gzip the same, packed
 * @param tag of the version, without quotes
 */
public record Representation(Buffer plain, Buffer gzip, String tag) {
    private static final int TAG_BYTES = 12;

    static Representation of(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return new Representation(Buffer.buffer(bytes), Buffer.buffer(packed(bytes)), tagOf(bytes));
    }

    /** The strong tag: other bytes have another one, and packed they are others. */
    public String etag(boolean isPacked) {
        return "\"" + tag + (isPacked ? "-gzip" : "") + "\"";
    }

    private static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 4);
        try (GZIPOutputStream stream = new GZIPOutputStream(packed)) {
            stream.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static String tagOf(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.begin().digest(bytes), 0, TAG_BYTES);
    }
}
