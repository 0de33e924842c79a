package io.lancang.gateway.websocket;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.lancang.federation.GraphQLResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** Cuts the list of errors out of an answer. */
final class ErrorLists {
    private static final JsonFactory JSON = new JsonFactory();

    private ErrorLists() {}

    /** The list of errors of an answer that has no data, as JSON. */
    static byte[] of(GraphQLResponse answer) {
        try (JsonParser parser = JSON.createParser(answer.body(), 0, answer.length())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                int begin = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                if (name.equals("errors")) {
                    return Arrays.copyOfRange(
                            answer.body(), begin, (int) parser.currentLocation().getByteOffset());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("a refused request has errors");
    }
}
