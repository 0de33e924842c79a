package io.lancang.federation.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;

/** Refuses what many JSON readers forgive: an object that has a member twice. */
final class StrictJson {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private StrictJson() {}

    /** Fails the test if the bytes are no JSON, or have a member twice. */
    static void check(byte[] json) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            while (parser.nextToken() != null) {
                parser.currentName();
            }
        } catch (IOException malformed) {
            throw new AssertionError("a request that is no strict JSON: " + new String(json, UTF_8), malformed);
        }
    }
}
