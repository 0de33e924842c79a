package io.lancang.gateway.subgraph.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells GraphQL responses from other JSON. */
public final class GraphQLBodies {
    private static final JsonFactory JSON = new JsonFactory();

    private GraphQLBodies() {}

    /** Whether a content type is one of JSON's, in whatever case a subgraph writes it. */
    public static boolean isJson(String contentType) {
        // Lower case first, as nearly all write it: nothing is copied then.
        return contentType.contains("json")
                || contentType.toLowerCase(Locale.ROOT).contains("json");
    }

    /** Whether this is a JSON object with {@code data} or {@code errors}. */
    public static boolean isResponse(byte[] body) {
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (name.equals("data") || name.equals("errors")) {
                    return true;
                }
                parser.nextToken();
                parser.skipChildren();
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether this is a GraphQL response with errors. */
    public static boolean isRefusal(byte[] body) {
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isErrors = parser.currentName().equals("errors");
                JsonToken value = parser.nextToken();
                if (isErrors && value == JsonToken.START_ARRAY) {
                    return parser.nextToken() == JsonToken.START_OBJECT;
                }
                parser.skipChildren();
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * A response that has errors only.
     *
     * @param list of errors as JSON; null if the subgraph gave none
     */
    public static byte[] errors(byte @Nullable [] list) {
        String text = list == null
                ? "[{\"message\":\"The subgraph refused the subscription and does not say why.\"}]"
                : new String(list, UTF_8);
        return ("{\"errors\":" + text + "}").getBytes(UTF_8);
    }
}
