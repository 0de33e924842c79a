package io.lancang.gateway.callback;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.lancang.gateway.protocol.MalformedMessageException;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads a message, and leaves what is in an event as it stands. */
final class CallbackReader {
    private static final int MAXIMUM_NESTING = 500;

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAXIMUM_NESTING)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final byte[] text;
    private @Nullable String kind;
    private @Nullable String action;
    private @Nullable String id;
    private @Nullable String verifier;
    private byte @Nullable [] payload;
    private byte @Nullable [] errors;

    private CallbackReader(byte[] text) {
        this.text = text;
    }

    /**
     * The message in a body.
     *
     * @param text in UTF-8
     */
    static CallbackMessage read(byte[] text) throws MalformedMessageException {
        return new CallbackReader(text).read();
    }

    private CallbackMessage read() throws MalformedMessageException {
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedMessageException("A callback must be a JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                readMember(name, parser);
            }
            if (parser.nextToken() != null) {
                throw new MalformedMessageException("A callback has text after its end");
            }
        } catch (IOException e) {
            throw new MalformedMessageException("A callback must be JSON");
        }
        return checked();
    }

    private void readMember(String name, JsonParser parser) throws IOException, MalformedMessageException {
        switch (name) {
            case "kind" -> kind = string(name, parser);
            case "action" -> action = string(name, parser);
            case "id" -> id = string(name, parser);
            case "verifier" -> verifier = string(name, parser);
            case "payload" -> payload = cut(JsonToken.START_OBJECT, parser);
            case "errors" -> errors = cut(JsonToken.START_ARRAY, parser);
            default -> parser.skipChildren();
        }
    }

    private static String string(String name, JsonParser parser) throws IOException, MalformedMessageException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw new MalformedMessageException("The " + name + " of a callback must be a string");
        }
        return parser.getText();
    }

    private byte @Nullable [] cut(JsonToken begin, JsonParser parser) throws IOException, MalformedMessageException {
        if (parser.hasToken(JsonToken.VALUE_NULL)) {
            return null;
        }
        if (!parser.hasToken(begin)) {
            throw new MalformedMessageException("The payload of a callback must be an object, its errors a list");
        }
        int from = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        return Arrays.copyOfRange(text, from, (int) parser.currentLocation().getByteOffset());
    }

    private CallbackMessage checked() throws MalformedMessageException {
        if (!"subscription".equals(kind)) {
            throw new MalformedMessageException("The kind of a callback must be \"subscription\"");
        }
        if (id == null || verifier == null) {
            throw new MalformedMessageException("A callback must have an id and a verifier");
        }
        CallbackMessage.Action known = switch (action) {
            case "check" -> CallbackMessage.Action.CHECK;
            case "next" -> CallbackMessage.Action.NEXT;
            case "complete" -> CallbackMessage.Action.COMPLETE;
            case null, default ->
                throw new MalformedMessageException("The action of a callback must be check, next or complete");
        };
        if (known == CallbackMessage.Action.NEXT && payload == null) {
            throw new MalformedMessageException("A callback with the action next must have a payload");
        }
        return new CallbackMessage(known, id, verifier, payload, isEmptyList(errors) ? null : errors);
    }

    private static boolean isEmptyList(byte @Nullable [] list) {
        if (list != null) {
            for (int at = 1; at < list.length - 1; at++) {
                if (list[at] > ' ') {
                    return false;
                }
            }
        }
        return true;
    }
}
