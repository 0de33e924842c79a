package io.lancang.gateway.supergraph;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lancang.gateway.bytes.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;

/**
 * A supergraph as it was read.
 *
 * @param sdl of the join specification
 * @param digest SHA-256 of that in hexadecimal, by which operators know it
 */
record SupergraphText(String sdl, String digest) {
    /** @throws CharacterCodingException for what is no text in UTF-8 */
    static SupergraphText of(byte[] content) throws CharacterCodingException {
        String sdl = UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        return new SupergraphText(sdl, HexFormat.of().formatHex(Sha256.begin().digest(content)));
    }
}
