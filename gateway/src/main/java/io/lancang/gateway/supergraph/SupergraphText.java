package io.lancang.gateway.supergraph;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lancang.gateway.bytes.Sha256;
import java.util.HexFormat;

/**
 * A supergraph as it was read.
 *
 * @param sdl of the join specification
 * @param digest SHA-256 of that in hexadecimal, by which operators know it
 */
record SupergraphText(String sdl, String digest) {
    static SupergraphText of(String sdl) {
        return new SupergraphText(sdl, HexFormat.of().formatHex(Sha256.begin().digest(sdl.getBytes(UTF_8))));
    }
}
