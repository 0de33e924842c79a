package io.lancang.gateway.http.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.lancang.federation.engine.EventCursor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids of server-sent events: what an event says itself of its place. A client that connects again sends the last one. */
public final class EventIds {
    /** The header in which it does. */
    public static final CharSequence LAST = "Last-Event-ID";

    /** How long an id may be, in characters. */
    public static final int LONGEST = 256;

    /** The engine has bounded the answer: what it lets through is read, however it is made. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /** ASCII without controls and blanks: a line's end would end the field, and headers carry nothing else everywhere. */
    private static final Pattern FORM = Pattern.compile("[!-~]{1," + LONGEST + "}");

    private EventIds() {}

    public static boolean isId(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }

    /**
     * The id of an event; null if it says none, or one that cannot be an id. Its client then keeps the one before, and is sent
     * this event again when it connects anew.
     *
     * @param answer holds a GraphQL response in its first {@code length} bytes
     */
    public static @Nullable String of(EventCursor cursor, byte[] answer, int length) {
        try (JsonParser json = JSON.createParser(answer, 0, length)) {
            json.nextToken();
            boolean found = enter(json, "data") && enter(json, cursor.event()) && enter(json, cursor.cursor());
            String id = found && json.currentToken().isScalarValue() ? json.getText() : null;
            return id != null && json.currentToken() != JsonToken.VALUE_NULL && isId(id) ? id : null;
        } catch (IOException e) {
            throw new UncheckedIOException("the engine's answer is no JSON", e);
        }
    }

    /** Goes from an object to the value of one of its members. */
    private static boolean enter(JsonParser json, String name) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return false;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean found = json.currentName().equals(name);
            json.nextToken();
            if (found) {
                return true;
            }
            json.skipChildren();
        }
        return false;
    }
}
