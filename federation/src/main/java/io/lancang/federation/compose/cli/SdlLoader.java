package io.lancang.federation.compose.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.lancang.federation.compose.subgraph.SubgraphDefinition;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;

/** Gets the SDL of subgraphs from files and running services. */
final class SdlLoader {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String QUERY = "{\"query\":\"{ _service { sdl } }\"}";

    private final JsonFactory json = new JsonFactory();

    /**
     * Reads a subgraph.
     *
     * @throws IOException where the SDL cannot be had; the message says why and what to check
     */
    SubgraphDefinition load(SubgraphSource source) throws IOException, InterruptedException {
        String sdl = source.isRemote() ? fetch(source) : read(source);
        return new SubgraphDefinition(source.name(), source.routingUrl(), sdl);
    }

    private static String read(SubgraphSource source) throws IOException {
        try {
            return Files.readString(Path.of(source.location()));
        } catch (NoSuchFileException missing) {
            throw new IOException(
                    "the file \"" + source.location() + "\" of subgraph \"" + source.name() + "\" does not exist",
                    missing);
        } catch (MalformedInputException binary) {
            throw new IOException(
                    "the file \"" + source.location() + "\" of subgraph \"" + source.name() + "\" is no UTF-8 text",
                    binary);
        }
    }

    private String fetch(SubgraphSource source) throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(source.location()))
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(QUERY))
                    .build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("the subgraph \"" + source.name() + "\" answers " + response.statusCode() + " at "
                        + source.location() + "; give the URL of its GraphQL endpoint");
            }
            return sdl(source, response.body());
        } catch (IllegalArgumentException malformed) {
            throw new IOException(
                    "\"" + source.location() + "\" of subgraph \"" + source.name() + "\" is no URL", malformed);
        } catch (ConnectException | HttpTimeoutException unreachable) {
            throw new IOException(
                    "the subgraph \"" + source.name() + "\" cannot be reached at " + source.location()
                            + "; is it running?",
                    unreachable);
        }
    }

    private String sdl(SubgraphSource source, String body) throws IOException {
        try (JsonParser parser = json.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && "sdl".equals(parser.currentName())) {
                    String sdl = parser.nextTextValue();
                    if (sdl != null) {
                        return sdl;
                    }
                }
            }
        } catch (JsonProcessingException noJson) {
            throw new IOException(
                    "the subgraph \"" + source.name() + "\" answers no JSON at " + source.location(), noJson);
        }
        throw new IOException("the subgraph \"" + source.name() + "\" answers without { _service { sdl } } at "
                + source.location() + "; switch its federation support on, or give its SDL as a file");
    }
}
