package io.lancang.gateway.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how many different names the objects of one JSON text have. The parser keeps the names that it has met in a table, and makes
 * a larger one whenever that is full: 50,000 of them cost it 26 MB and a hundred times as much time as a text of the same length
 * with few. Not thread-safe.
 */
public final class BoundedNames {
    /** The shortest member: a name's quotes, a colon, a value of one character and a comma. */
    private static final int SHORTEST_MEMBER = 5;

    private final int maximum;
    /** Null for a text that is too short for as many, so that a small request does not pay for this. */
    private final @Nullable Set<String> met;

    /**
     * @param length of the text in bytes
     * @param maximum how many different names it may have
     */
    public BoundedNames(int length, int maximum) {
        this.maximum = maximum;
        met = length / SHORTEST_MEMBER > maximum ? new HashSet<>() : null;
    }

    /** For a text that is bounded otherwise. */
    public static BoundedNames unbounded() {
        return new BoundedNames(0, 0);
    }

    /** Counts a name, unless it was met before. */
    public void add(String name) throws StreamConstraintsException {
        if (met != null && met.add(name) && met.size() > maximum) {
            throw new StreamConstraintsException("Its objects have more than " + maximum + " different names");
        }
    }

    /** As {@link JsonParser#skipChildren()}, and counts the names in what is skipped. */
    public void skipChildren(JsonParser parser) throws IOException {
        if (met == null) {
            parser.skipChildren();
            return;
        }
        int depth = depthOf(parser.currentToken());
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return;
            }
            if (token == JsonToken.FIELD_NAME) {
                add(parser.currentName());
            }
            depth += depthOf(token);
        }
    }

    private static int depthOf(@Nullable JsonToken token) {
        if (token == null) {
            return 0;
        }
        return token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
    }
}
