package io.lancang.gateway.http.coding;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.aayushatharva.brotli4j.encoder.BrotliOutputStream;
import com.aayushatharva.brotli4j.encoder.Encoder;
import io.airlift.compress.v3.zstd.ZstdJavaCompressor;
import io.airlift.compress.v3.zstd.ZstdJavaInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Content codings of HTTP that the server underneath does not have, so that the gateway codes and decodes them itself. */
public enum OwnCoding {
    /** Zstandard (RFC 8878), in Java alone. */
    ZSTD {
        @Override
        public boolean isAvailable() {
            return true;
        }

        @Override
        byte[] compress(byte[] body) {
            ZstdJavaCompressor compressor = new ZstdJavaCompressor();
            byte[] compressed = new byte[compressor.maxCompressedLength(body.length)];
            int length = compressor.compress(body, 0, body.length, compressed, 0, compressed.length);
            return Arrays.copyOf(compressed, length);
        }

        @Override
        public byte[] decompress(byte[] body, int maximum) throws IOException {
            // Its memory grows with what comes out, whatever window the frame announces.
            try (InputStream text = new ZstdJavaInputStream(new ByteArrayInputStream(body))) {
                return text.readNBytes(maximum);
            } catch (RuntimeException malformed) {
                // The library has an exception for what is malformed, and others for headers that no encoder would
                // write.
                throw new IOException(malformed);
            }
        }
    },
    /** Brotli (RFC 7932), by a library for the machine that it runs on; where that does not load, there is no such coding. */
    BR {
        @Override
        public boolean isAvailable() {
            return Brotli4jLoader.isAvailable();
        }

        @Override
        byte[] compress(byte[] body) throws IOException {
            ByteArrayOutputStream compressed = new ByteArrayOutputStream(body.length / 4);
            try (OutputStream brotli =
                    new BrotliOutputStream(compressed, Encoder.Parameters.create(BROTLI_QUALITY, BROTLI_WINDOW))) {
                brotli.write(body);
            }
            return compressed.toByteArray();
        }

        @Override
        public byte[] decompress(byte[] body, int maximum) throws IOException {
            try (InputStream text = new BrotliInputStream(new ByteArrayInputStream(body))) {
                return text.readNBytes(maximum);
            }
        }
    };

    /** Takes about as long as the server's gzip, for a tenth fewer bytes. */
    private static final int BROTLI_QUALITY = 2;

    /** 256 KB, the length of what is compressed at once. */
    private static final int BROTLI_WINDOW = 18;

    /** As HTTP names it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it can be used on this machine. Takes a while when it is called for the first time: the library is unpacked. */
    public abstract boolean isAvailable();

    /** The whole body, compressed. */
    abstract byte[] compress(byte[] body) throws IOException;

    /**
     * The beginning of a body as it was before it was compressed.
     *
     * @param maximum how many bytes of it at most; as much memory is taken for it, and a few times more, however much follows
     * @throws IOException if the body is not what its coding says
     */
    public abstract byte[] decompress(byte[] body, int maximum) throws IOException;

    /** The coding of this name, in any case; null if it is none of these, or not available. */
    public static @Nullable OwnCoding named(String name) {
        OwnCoding found = switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "zstd" -> ZSTD;
            case "br" -> BR;
            default -> null;
        };
        return found != null && found.isAvailable() ? found : null;
    }
}
