package io.lancang.gateway.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One of the {@code operations} of a manifest, as far as it has been read. Used while the file is read, by one thread. */
final class ManifestOperation {
    private static final Pattern TOOL_NAME = Pattern.compile("[A-Za-z0-9_.-]{1,128}");

    private @Nullable String id;
    private @Nullable String body;
    private @Nullable String name;
    private boolean isTool;
    private @Nullable String toolName;
    private @Nullable String title;
    private @Nullable String description;

    /** Reads the object at whose start the parser is. */
    static ManifestOperation read(JsonParser parser) throws IOException, ManifestException {
        ManifestOperation operation = new ManifestOperation();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String member = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (member) {
                case "id" -> operation.id = parser.getText();
                case "body" -> operation.body = parser.getText();
                case "name" -> operation.name = text(parser, "\"name\"");
                case "tool" -> operation.readMark(parser, value);
                default -> parser.skipChildren();
            }
        }
        return operation;
    }

    private void readMark(JsonParser parser, JsonToken value) throws IOException, ManifestException {
        switch (value) {
            case VALUE_TRUE -> isTool = true;
            case VALUE_FALSE, VALUE_NULL -> isTool = false;
            case START_OBJECT -> {
                isTool = true;
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String member = parser.currentName();
                    parser.nextToken();
                    switch (member) {
                        case "name" -> toolName = text(parser, "\"tool.name\"");
                        case "title" -> title = text(parser, "\"tool.title\"");
                        case "description" -> description = text(parser, "\"tool.description\"");
                        default ->
                            throw new ManifestException("has a tool with the member \"" + member
                                    + "\"; there are name, title and description");
                    }
                }
            }
            default -> throw new ManifestException("has a \"tool\" that is neither true nor an object");
        }
    }

    private static @Nullable String text(JsonParser parser, String what) throws IOException, ManifestException {
        if (parser.hasToken(JsonToken.VALUE_NULL)) {
            return null;
        }
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw new ManifestException("has a " + what + " that is no string");
        }
        return parser.getText();
    }

    /** Whether it has both an id and a document; what has not is left out. */
    boolean isWhole() {
        return id != null && body != null;
    }

    /** Its id, if it {@link #isWhole()}. */
    String id() {
        return String.valueOf(id);
    }

    /** Its document, if it {@link #isWhole()}. */
    String body() {
        return String.valueOf(body);
    }

    /** The tool that it is marked as; null if it is not marked. */
    @Nullable
    TrustedTool tool() throws ManifestException {
        if (!isTool) {
            return null;
        }
        String named = toolName == null ? name : toolName;
        if (named == null || !TOOL_NAME.matcher(named).matches()) {
            throw new ManifestException("marks the document " + id + " as a tool "
                    + (named == null ? "without a name" : "with the name \"" + named + "\"")
                    + "; a name is 1 to 128 of letters, digits, _, - and .");
        }
        return new TrustedTool(id(), body(), named, title, description);
    }
}
