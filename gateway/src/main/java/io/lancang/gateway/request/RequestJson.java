package io.lancang.gateway.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.lancang.gateway.bytes.Utf8;

/** How the JSON of requests is read: with bounds, because whoever sends it may want to find out what happens. */
final class RequestJson {
    /** Deeper than any input type is in practice, and far from what overflows a stack. */
    private static final int MAXIMUM_NESTING = 200;

    /** Brackets, names and values. More of them than this take longer to read than an event loop has time. */
    private static final int MAXIMUM_TOKENS = 100_000;

    // Names come from whoever sends them: to intern them takes ten times as long as to read them, and keeps them for
    // others to find.
    static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAXIMUM_NESTING)
                    .maxTokenCount(MAXIMUM_TOKENS)
                    .build())
            .build();

    private RequestJson() {}

    /** The same bytes, if they are UTF-8. The parser itself takes some that are not, such as overlong forms. */
    static byte[] checked(byte[] text) throws RefusedException {
        if (!Utf8.isValid(text)) {
            throw new RefusedException(Refusal.malformedJson("The body", "it is not UTF-8"));
        }
        return text;
    }
}
