package io.lancang.gateway.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The documents that an operator trusts, by the ids under which clients ask for them. Immutable.
 *
 * <p>Read from a JSON file, in either of the forms that client tools write: an object from ids to documents, or Apollo's
 * persisted query manifest, whose {@code operations} have {@code id} and {@code body}.
 */
final class TrustedDocuments {
    static final TrustedDocuments NONE = new TrustedDocuments(Map.of());

    private static final String KEY = "lancang.gateway.documents.trusted";
    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, String> byId;
    private final Set<String> texts;

    private TrustedDocuments(Map<String, String> byId) {
        this.byId = Map.copyOf(byId);
        this.texts = new HashSet<>(byId.values());
    }

    /** The documents of a file, or a {@link ConfigurationException} that says what is wrong with it. */
    static TrustedDocuments read(Path file) {
        Map<String, String> documents = new HashMap<>();
        try (JsonParser parser = JSON.createParser(Files.readAllBytes(file))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw problem(file, "is not a JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                readMember(parser, documents);
            }
        } catch (IOException e) {
            throw problem(file, "cannot be read: " + e.getMessage());
        }
        if (documents.isEmpty()) {
            throw problem(file, "has no documents");
        }
        return new TrustedDocuments(documents);
    }

    private static void readMember(JsonParser parser, Map<String, String> documents) throws IOException {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals("operations") && value == JsonToken.START_ARRAY) {
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                readOperation(parser, documents);
            }
        } else if (value == JsonToken.VALUE_STRING && !name.equals("format")) {
            documents.put(name, parser.getText());
        } else {
            // The manifest's format and version; there is one of each.
            parser.skipChildren();
        }
    }

    private static void readOperation(JsonParser parser, Map<String, String> documents) throws IOException {
        String id = null;
        String body = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "id" -> id = parser.getText();
                case "body" -> body = parser.getText();
                default -> parser.skipChildren();
            }
        }
        if (id != null && body != null) {
            documents.put(id, body);
        }
    }

    private static ConfigurationException problem(Path file, String what) {
        return new ConfigurationException("The file of trusted documents " + file + " " + what + ". Correct it, or set "
                + KEY + " to another file.");
    }

    /** The document with this id; null if none is trusted under it. */
    @Nullable
    String find(String id) {
        return byId.get(id);
    }

    /** Whether exactly this document is trusted, under whatever id. */
    boolean trusts(String text) {
        return texts.contains(text);
    }

    int size() {
        return byId.size();
    }
}
