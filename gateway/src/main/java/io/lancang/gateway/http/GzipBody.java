package io.lancang.gateway.http;

import io.lancang.gateway.limits.BytePot;
import io.lancang.gateway.request.Refusal;
import io.lancang.gateway.request.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Bodies that clients have compressed. The server could inflate them as they come, but a few bytes become a megabyte there before
 * anybody can count it; here they are inflated when they are complete, and never to more than a body may have.
 */
final class GzipBody {
    private static final String GZIP = "gzip";
    private static final String IDENTITY = "identity";

    private GzipBody() {}

    /** Whether the gateway can read a body of this {@code Content-Encoding}. */
    static boolean isKnown(@Nullable String encoding) {
        return encoding == null || isGzip(encoding) || encoding.strip().equalsIgnoreCase(IDENTITY);
    }

    private static boolean isGzip(String encoding) {
        String name = encoding.strip().toLowerCase(Locale.ROOT);
        return name.equals(GZIP) || name.equals("x-gzip");
    }

    /**
     * The body as it was before it was compressed; the same if it was not.
     *
     * @param encoding its {@code Content-Encoding}
     * @param maximum bytes that it may have
     * @throws RefusedException if it has more, is not gzip, or there is no room for it; then the body is released
     */
    static ReceivedBody inflated(ReceivedBody body, @Nullable String encoding, long maximum) throws RefusedException {
        if (encoding == null || !isGzip(encoding)) {
            return body;
        }
        BytePot pot = body.pot();
        try (InputStream text = new GZIPInputStream(new ByteArrayInputStream(body.bytes()))) {
            byte[] inflated = text.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, maximum + 1));
            if (inflated.length > maximum) {
                throw new RefusedException(Refusal.bodyTooLarge(maximum));
            }
            if (!pot.take(inflated.length)) {
                throw new RefusedException(HttpRefusals.tooManyBytes(pot.maximum()));
            }
            return new ReceivedBody(inflated, pot);
        } catch (IOException malformed) {
            throw new RefusedException(HttpRefusals.malformedGzip());
        } finally {
            body.release();
        }
    }
}
