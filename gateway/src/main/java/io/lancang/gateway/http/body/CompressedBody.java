package io.lancang.gateway.http.body;

import io.lancang.gateway.http.coding.OwnCoding;
import io.lancang.gateway.http.refusal.HttpRefusals;
import io.lancang.gateway.limits.BytePot;
import io.lancang.gateway.request.Refusal;
import io.lancang.gateway.request.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Bodies that clients have compressed. The server could inflate them as they come, but a few bytes become a megabyte there before
 * anybody can count it; here they are inflated when they are complete, and never to more than a body may have.
 */
final class CompressedBody {
    private static final String IDENTITY = "identity";

    private CompressedBody() {}

    /** What a client may name, as the gateway says it. */
    static String known() {
        return Stream.concat(
                        Stream.of("gzip", "deflate"),
                        Arrays.stream(OwnCoding.values())
                                .filter(OwnCoding::isAvailable)
                                .map(OwnCoding::text))
                .collect(Collectors.joining(", "));
    }

    /** Whether the gateway can read a body of this {@code Content-Encoding}. */
    static boolean isKnown(@Nullable String encoding) {
        return encoding == null || isCompressed(encoding) || encoding.strip().equalsIgnoreCase(IDENTITY);
    }

    private static boolean isCompressed(String encoding) {
        return switch (name(encoding)) {
            case "gzip", "x-gzip", "deflate" -> true;
            default -> OwnCoding.named(encoding) != null;
        };
    }

    private static String name(String encoding) {
        return encoding.strip().toLowerCase(Locale.ROOT);
    }

    private static byte[] decompressed(String encoding, byte[] body, int maximum) throws IOException {
        OwnCoding own = OwnCoding.named(encoding);
        if (own != null) {
            return own.decompress(body, maximum);
        }
        try (InputStream text = inflating(encoding, body)) {
            return text.readNBytes(maximum);
        }
    }

    /** HTTP's deflate is the format of zlib (RFC 9110, section 8.4.1.2), not its bare content. */
    private static InputStream inflating(String encoding, byte[] body) throws IOException {
        InputStream bytes = new ByteArrayInputStream(body);
        return name(encoding).equals("deflate") ? new InflaterInputStream(bytes) : new GZIPInputStream(bytes);
    }

    /**
     * The body as it was before it was compressed; the same if it was not.
     *
     * @param encoding its {@code Content-Encoding}
     * @param maximum bytes that it may have
     * @throws RefusedException if it has more, is not what its encoding says, or there is no room for it; then the body is released
     */
    static ReceivedBody inflated(ReceivedBody body, @Nullable String encoding, long maximum) throws RefusedException {
        if (encoding == null || !isCompressed(encoding)) {
            return body;
        }
        BytePot pot = body.pot();
        try {
            byte[] inflated = decompressed(encoding, body.bytes(), (int) Math.min(Integer.MAX_VALUE - 8, maximum + 1));
            if (inflated.length > maximum) {
                throw new RefusedException(Refusal.bodyTooLarge(maximum));
            }
            if (!pot.take(inflated.length)) {
                throw new RefusedException(HttpRefusals.tooManyBytes(pot.maximum()));
            }
            return new ReceivedBody(inflated, pot);
        } catch (IOException malformed) {
            throw new RefusedException(HttpRefusals.malformedBody(name(encoding)));
        } finally {
            body.release();
        }
    }
}
