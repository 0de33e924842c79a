package io.lancang.gateway.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.lancang.gateway.json.BoundedNames;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages. A payload is cut out as it stands and not taken apart, so that numbers stay exact and nothing is parsed
 * twice.
 */
public final class MessageReader {
    /** Of a payload too: deeper than any answer is in practice. */
    private static final int MAXIMUM_NESTING = 1000;

    // To intern the names that others send takes ten times as long as to read them, and keeps them.
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAXIMUM_NESTING)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final byte[] text;
    private final BoundedNames names;
    private @Nullable String type;
    private @Nullable String id;
    private byte @Nullable [] payload;

    private MessageReader(byte[] text, BoundedNames names) {
        this.text = text;
        this.names = names;
    }

    /**
     * The message in a frame of text of a subgraph.
     *
     * @param text in UTF-8
     */
    public static Message read(byte[] text) throws MalformedMessageException {
        return new MessageReader(text, BoundedNames.unbounded()).read();
    }

    /**
     * The message in a frame of text of a client.
     *
     * @param text in UTF-8
     * @param maximumNames how many different names its objects may have
     */
    public static Message read(byte[] text, int maximumNames) throws MalformedMessageException {
        return new MessageReader(text, new BoundedNames(text.length, maximumNames)).read();
    }

    private Message read() throws MalformedMessageException {
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedMessageException("Message must be a JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                readMember(parser);
            }
            if (parser.nextToken() != null) {
                throw new MalformedMessageException("Message has text after its end");
            }
        } catch (StreamConstraintsException e) {
            throw new MalformedMessageException("Message is more than the gateway reads");
        } catch (IOException e) {
            throw new MalformedMessageException("Message must be JSON");
        }
        return checked();
    }

    private void readMember(JsonParser parser) throws IOException, MalformedMessageException {
        String name = parser.currentName();
        names.add(name);
        JsonToken value = parser.nextToken();
        switch (name) {
            case "type" -> type = string(parser, name);
            // Spring's client writes null where it has none.
            case "id" -> id = value == JsonToken.VALUE_NULL ? null : string(parser, name);
            case "payload" -> payload = value == JsonToken.VALUE_NULL ? null : cut(parser);
            default -> names.skipChildren(parser);
        }
    }

    private static String string(JsonParser parser, String name) throws IOException, MalformedMessageException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw new MalformedMessageException("Message's " + name + " must be a string");
        }
        return parser.getText();
    }

    private byte[] cut(JsonParser parser) throws IOException, MalformedMessageException {
        if (!parser.hasToken(JsonToken.START_OBJECT) && !parser.hasToken(JsonToken.START_ARRAY)) {
            throw new MalformedMessageException("Message's payload must be an object or a list");
        }
        int begin = (int) parser.currentTokenLocation().getByteOffset();
        names.skipChildren(parser);
        int end = (int) parser.currentLocation().getByteOffset();
        return Arrays.copyOfRange(text, begin, end);
    }

    private Message checked() throws MalformedMessageException {
        MessageType known = MessageType.of(type);
        if (known == null) {
            throw new MalformedMessageException(
                    type == null ? "Message has no type" : "Unknown message type " + shortened(type));
        }
        boolean needsId = switch (known) {
            case SUBSCRIBE, NEXT, ERROR, COMPLETE -> true;
            case CONNECTION_INIT, CONNECTION_ACK, PING, PONG -> false;
        };
        if (needsId && (id == null || id.isEmpty())) {
            throw new MalformedMessageException("Message " + known.text() + " has no id");
        }
        return new Message(known, id, payload);
    }

    /** Close frames have room for 123 bytes of reason. */
    private static String shortened(String name) {
        return name.length() > 24 ? name.substring(0, 24) + "..." : name;
    }
}
