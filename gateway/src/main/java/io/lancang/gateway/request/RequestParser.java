package io.lancang.gateway.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.lancang.gateway.json.BoundedNames;
import io.vertx.core.MultiMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters of a GraphQL request, from the body of a POST or from the query string of a GET. Members that GraphQL
 * over HTTP does not define are ignored, as is what {@code extensions} has besides {@code persistedQuery}.
 */
public final class RequestParser {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-fA-F]{64}");

    /** What stands where the bytes of a URL are not UTF-8. */
    private static final char NOT_UTF_8 = '\uFFFD';

    private static final List<String> MEMBERS =
            List.of("query", "operationName", "variables", "documentId", "extensions");

    /** Which of the members have come, one bit each. */
    private int seen;

    private @Nullable String query;
    private @Nullable String documentId;
    private @Nullable String hash;
    private @Nullable String operationName;
    private Map<String, @Nullable Object> variables = Map.of();
    private final BoundedNames names;

    private RequestParser(BoundedNames names) {
        this.names = names;
    }

    /**
     * The request in a POST's body.
     *
     * @param body JSON in UTF-8
     * @param maximumNames how many different names its objects may have
     */
    public static RequestedOperation parseBody(byte[] body, int maximumNames) throws RefusedException {
        if (body.length == 0) {
            throw new RefusedException(Refusal.emptyBody());
        }
        RequestParser request = new RequestParser(new BoundedNames(body.length, maximumNames));
        byte[] text = RequestJson.checked(body);
        read("The body", () -> RequestJson.FACTORY.createParser(text), request::readRequest);
        return request.toRequest();
    }

    /** The request in a GET's query string, whose {@code variables} and {@code extensions} are JSON. */
    public static RequestedOperation parseParameters(MultiMap parameters) throws RefusedException {
        // A URL has no room for too many names.
        RequestParser request = new RequestParser(BoundedNames.unbounded());
        request.query = parameter(parameters, "query");
        request.documentId = parameter(parameters, "documentId");
        request.operationName = parameter(parameters, "operationName");
        String variables = parameter(parameters, "variables");
        if (variables != null && !variables.isEmpty()) {
            read("The parameter \"variables\"", () -> RequestJson.FACTORY.createParser(variables), parser -> {
                parser.nextToken();
                request.readVariables(parser);
            });
        }
        String extensions = parameter(parameters, "extensions");
        if (extensions != null && !extensions.isEmpty()) {
            read("The parameter \"extensions\"", () -> RequestJson.FACTORY.createParser(extensions), parser -> {
                parser.nextToken();
                request.readExtensions(parser);
            });
        }
        return request.toRequest();
    }

    private static @Nullable String parameter(MultiMap parameters, String name) throws RefusedException {
        List<String> values = parameters.getAll(name);
        if (values.size() > 1) {
            throw new RefusedException(Refusal.sameMemberTwice(name));
        }
        if (values.isEmpty()) {
            return null;
        }
        String value = values.getFirst();
        if (value.indexOf(NOT_UTF_8) >= 0) {
            throw new RefusedException(Refusal.parameterNotUtf8(name));
        }
        return value;
    }

    private RequestedOperation toRequest() throws RefusedException {
        boolean hasQuery = query != null && !query.isBlank();
        if (!hasQuery && documentId == null && hash == null) {
            throw new RefusedException(Refusal.noQuery());
        }
        boolean unnamed = operationName == null || operationName.isEmpty();
        return new RequestedOperation(
                hasQuery ? query : null, documentId, hash, unnamed ? null : operationName, variables);
    }

    private void readRequest(JsonParser parser) throws IOException, RefusedException {
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_ARRAY) {
            throw new RefusedException(Refusal.batch());
        }
        if (first != JsonToken.START_OBJECT) {
            throw new RefusedException(Refusal.noObject());
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String member = parser.currentName();
            names.add(member);
            parser.nextToken();
            refuseSecond(member);
            switch (member) {
                case "query" -> query = text(parser, member);
                case "operationName" -> operationName = text(parser, member);
                case "variables" -> readVariables(parser);
                case "documentId" -> documentId = text(parser, member);
                case "extensions" -> readExtensions(parser);
                default -> names.skipChildren(parser);
            }
        }
    }

    private void refuseSecond(String member) throws RefusedException {
        int bit = MEMBERS.indexOf(member);
        if (bit >= 0) {
            if ((seen & 1 << bit) != 0) {
                throw new RefusedException(Refusal.sameMemberTwice(member));
            }
            seen |= 1 << bit;
        }
    }

    private void readVariables(JsonParser parser) throws IOException, RefusedException {
        if (isObject(parser, "variables")) {
            variables = JsonValues.object(parser, names);
        }
    }

    private void readExtensions(JsonParser parser) throws IOException, RefusedException {
        if (!isObject(parser, "extensions")) {
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String member = parser.currentName();
            names.add(member);
            parser.nextToken();
            if (member.equals("persistedQuery")) {
                readPersistedQuery(parser);
            } else {
                names.skipChildren(parser);
            }
        }
    }

    private void readPersistedQuery(JsonParser parser) throws IOException, RefusedException {
        if (!isObject(parser, "extensions.persistedQuery")) {
            return;
        }
        Map<String, @Nullable Object> members = JsonValues.object(parser, names);
        if (!Integer.valueOf(1).equals(members.get("version"))
                || !(members.get("sha256Hash") instanceof String sha256)
                || !SHA_256.matcher(sha256).matches()) {
            throw new RefusedException(Refusal.badRequest(
                    "\"extensions.persistedQuery\" is not {\"version\": 1, \"sha256Hash\": 64 hexadecimal digits}.",
                    "Send the hash of the document in this form, or leave it out."));
        }
        hash = sha256.toLowerCase(Locale.ROOT);
    }

    private static boolean isObject(JsonParser parser, String member) throws RefusedException {
        if (parser.hasToken(JsonToken.START_OBJECT)) {
            return true;
        }
        if (parser.hasToken(JsonToken.VALUE_NULL)) {
            return false;
        }
        throw new RefusedException(Refusal.wrongType(member, "a JSON object"));
    }

    private static @Nullable String text(JsonParser parser, String member) throws IOException, RefusedException {
        if (parser.hasToken(JsonToken.VALUE_NULL)) {
            return null;
        }
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw new RefusedException(Refusal.wrongType(member, "a string"));
        }
        return parser.getText();
    }

    private static void read(String what, ParserSource source, ParserUse use) throws RefusedException {
        try (JsonParser parser = source.open()) {
            use.read(parser);
            if (parser.nextToken() != null) {
                throw new RefusedException(Refusal.malformedJson(what, "there is more after its end"));
            }
        } catch (StreamConstraintsException e) {
            throw new RefusedException(Refusal.jsonTooLarge(what, JsonProblem.of(e)));
        } catch (JsonProcessingException e) {
            throw new RefusedException(Refusal.malformedJson(what, JsonProblem.of(e)));
        } catch (IOException e) {
            // Nothing is read from outside: bytes that are not UTF-8 come as one of these two exceptions.
            if (e instanceof java.io.CharConversionException) {
                throw new RefusedException(Refusal.malformedJson(what, "it is not UTF-8"));
            }
            throw new UncheckedIOException(e);
        }
    }

    /** Opens the JSON to read. */
    @FunctionalInterface
    private interface ParserSource {
        JsonParser open() throws IOException;
    }

    /** Reads one JSON value, up to its last token. */
    @FunctionalInterface
    private interface ParserUse {
        void read(JsonParser parser) throws IOException, RefusedException;
    }
}
