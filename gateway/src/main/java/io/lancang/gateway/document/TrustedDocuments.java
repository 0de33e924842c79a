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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The documents that an operator trusts, by the ids under which clients ask for them. Immutable.
 *
 * <p>Read from a JSON file, in either of the forms that client tools write: an object from ids to documents, or Apollo's
 * persisted query manifest, whose {@code operations} have {@code id} and {@code body}. An operation with a member {@code tool} is a tool
 * for language models: {@code true}, or an object with {@code name}, {@code title} and {@code description}, each of which may be left out.
 */
final class TrustedDocuments {
    static final TrustedDocuments NONE = new TrustedDocuments(Map.of(), Map.of());

    private static final String KEY = "lancang.gateway.documents.trusted";
    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, String> byId;
    private final Set<String> texts;
    private final List<TrustedTool> tools;

    private TrustedDocuments(Map<String, String> byId, Map<String, TrustedTool> tools) {
        this.byId = Map.copyOf(byId);
        this.texts = new HashSet<>(byId.values());
        this.tools = List.copyOf(new TreeMap<>(tools).values());
    }

    /** The documents of a file, or a {@link ConfigurationException} that says what is wrong with it. */
    static TrustedDocuments read(Path file) {
        Map<String, String> documents = new HashMap<>();
        Map<String, TrustedTool> tools = new HashMap<>();
        try (JsonParser parser = JSON.createParser(Files.readAllBytes(file))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw problem(file, "is not a JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                readMember(parser, documents, tools);
            }
        } catch (ManifestException e) {
            throw problem(file, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw problem(file, "cannot be read: " + e.getMessage());
        }
        if (documents.isEmpty()) {
            throw problem(file, "has no documents");
        }
        return new TrustedDocuments(documents, tools);
    }

    private static void readMember(JsonParser parser, Map<String, String> documents, Map<String, TrustedTool> tools)
            throws IOException, ManifestException {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals("operations") && value == JsonToken.START_ARRAY) {
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                add(ManifestOperation.read(parser), documents, tools);
            }
        } else if (value == JsonToken.VALUE_STRING && !name.equals("format")) {
            documents.put(name, parser.getText());
        } else {
            // The manifest's format and version; there is one of each.
            parser.skipChildren();
        }
    }

    private static void add(ManifestOperation operation, Map<String, String> documents, Map<String, TrustedTool> tools)
            throws ManifestException {
        if (!operation.isWhole()) {
            return;
        }
        documents.put(operation.id(), operation.body());
        TrustedTool tool = operation.tool();
        if (tool != null && tools.put(tool.name(), tool) != null) {
            throw new ManifestException("has two tools with the name \"" + tool.name() + "\"");
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

    /** Those that are marked as tools, by their names. */
    List<TrustedTool> tools() {
        return tools;
    }

    int size() {
        return byId.size();
    }
}
