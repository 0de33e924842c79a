package io.lancang.federation.check.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what clients send. */
final class DocumentSource {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String MANIFEST = ".json";
    private static final List<String> ENDS = List.of(".graphql", ".gql", MANIFEST);

    private final Map<String, String> documents = new TreeMap<>();

    private DocumentSource() {}

    /** Documents by names: the file, and behind {@code #} the id where a file has several. */
    static Map<String, String> read(List<String> locations) throws CheckException {
        DocumentSource source = new DocumentSource();
        for (String location : locations) {
            int before = source.documents.size();
            source.add(Path.of(location));
            if (source.documents.size() == before) {
                throw new CheckException(
                        "\"" + location + "\" has no documents: no files that end in .graphql, .gql or .json");
            }
        }
        return source.documents;
    }

    private void add(Path location) throws CheckException {
        if (!Files.isDirectory(location)) {
            addFile(location);
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(location)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> ENDS.stream().anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new CheckException("\"" + location + "\" cannot be read: " + unreadable.getMessage());
        }
        for (Path file : files) {
            addFile(file);
        }
    }

    private void addFile(Path file) throws CheckException {
        String text = SchemaSource.text(file.toString());
        if (!file.toString().endsWith(MANIFEST)) {
            documents.put(file.toString(), text);
            return;
        }
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new CheckException("\"" + file + "\" is not a JSON object from ids to documents");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                addMember(file, parser);
            }
        } catch (IOException malformed) {
            throw new CheckException("\"" + file + "\" is not JSON: " + malformed.getMessage());
        }
    }

    private void addMember(Path file, JsonParser parser) throws IOException {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals("operations") && value == JsonToken.START_ARRAY) {
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                addOperation(file, parser);
            }
        } else if (value == JsonToken.VALUE_STRING) {
            // A manifest says of which format it is; documents have selections.
            if (parser.getText().contains("{")) {
                documents.put(file + "#" + name, parser.getText());
            }
        } else {
            parser.skipChildren();
        }
    }

    private void addOperation(Path file, JsonParser parser) throws IOException {
        @Nullable String id = null;
        @Nullable String body = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "id" -> id = parser.getValueAsString();
                case "body" -> body = parser.getValueAsString();
                default -> parser.skipChildren();
            }
        }
        if (id != null && body != null) {
            documents.put(file + "#" + id, body);
        }
    }
}
