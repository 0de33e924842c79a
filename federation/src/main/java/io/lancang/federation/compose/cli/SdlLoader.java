package io.lancang.federation.compose.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.lancang.federation.SubgraphDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Gets the SDL of subgraphs from files, standard input and running services. */
final class SdlLoader {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String QUERY = "{\"query\":\"{ _service { sdl } }\"}";

    private final JsonFactory json = new JsonFactory();
    private final InputStream input;

    /** A loader that reads a subgraph named {@code -} from {@code input}. */
    SdlLoader(InputStream input) {
        this.input = input;
    }

    /**
     * Reads a subgraph.
     *
     * @throws IOException where the SDL cannot be had; the message says why and what to check
     */
    SubgraphDefinition load(SubgraphSource source) throws IOException, InterruptedException {
        String sdl = source.isRemote() ? fetch(source) : read(source);
        if (sdl.isBlank()) {
            throw new IOException(
                    described(source) + " is empty; give the SDL with the types that the subgraph resolves");
        }
        return new SubgraphDefinition(source.name(), source.routingUrl(), sdl);
    }

    private String read(SubgraphSource source) throws IOException {
        try {
            byte[] bytes =
                    source.isStandardInput() ? input.readAllBytes() : Files.readAllBytes(Path.of(source.location()));
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (NoSuchFileException missing) {
            throw new IOException(described(source) + " does not exist", missing);
        } catch (CharacterCodingException binary) {
            throw new IOException(described(source) + " is no UTF-8 text", binary);
        } catch (FileSystemException unreadable) {
            throw new IOException(
                    described(source) + " cannot be read: " + ComposeCommand.reason(unreadable), unreadable);
        } catch (IOException unreadable) {
            throw new IOException(described(source) + " cannot be read: " + unreadable.getMessage(), unreadable);
        } catch (InvalidPathException invalid) {
            throw new IOException(described(source) + " has no valid name: " + invalid.getReason(), invalid);
        }
    }

    private static String described(SubgraphSource source) {
        if (source.isRemote()) {
            return "the SDL that the subgraph \"" + source.name() + "\" answers at " + source.location();
        }
        return source.isStandardInput()
                ? "standard input, the SDL of subgraph \"" + source.name() + "\","
                : "the file \"" + source.location() + "\" of subgraph \"" + source.name() + "\"";
    }

    private String fetch(SubgraphSource source) throws IOException, InterruptedException {
        HttpRequest request = request(source);
        HttpResponse<String> response;
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            response = client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (HttpTimeoutException slow) {
            throw new IOException(
                    "the subgraph \"" + source.name() + "\" does not answer at " + source.location() + " within "
                            + PATIENCE.toSeconds() + " seconds; is it running?",
                    slow);
        } catch (IOException unreachable) {
            throw new IOException(
                    "the subgraph \"" + source.name() + "\" cannot be reached at " + source.location()
                            + "; is it running?",
                    unreachable);
        }
        return sdl(source, response);
    }

    private static HttpRequest request(SubgraphSource source) throws IOException {
        try {
            return HttpRequest.newBuilder(URI.create(source.location()))
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(QUERY))
                    .build();
        } catch (IllegalArgumentException malformed) {
            throw new IOException(
                    "\"" + source.location() + "\" of subgraph \"" + source.name() + "\" is no URL", malformed);
        }
    }

    /** GraphQL answers errors with status codes as well as without, so that an answer is read before it is judged. */
    private String sdl(SubgraphSource source, HttpResponse<String> response) throws IOException {
        Answer answer = answer(response.body());
        if (answer.sdl() != null) {
            return answer.sdl();
        }
        String subgraph = "the subgraph \"" + source.name() + "\" at " + source.location();
        if (answer.isGraphql()) {
            throw new IOException(subgraph + " answers without { _service { sdl } }"
                    + (answer.error() == null ? "" : " but with the error \"" + answer.error() + "\"")
                    + "; switch its federation support on, or give its SDL as a file");
        }
        throw new IOException(subgraph + " answers no GraphQL (status " + response.statusCode()
                + "); give the URL of its GraphQL endpoint");
    }

    /** What an answer says: the SDL, or the first error. */
    private record Answer(
            boolean isGraphql,
            @Nullable String sdl,
            @Nullable String error) {}

    private Answer answer(String body) throws IOException {
        boolean graphql = false;
        String sdl = null;
        String error = null;
        try (JsonParser parser = json.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    switch (parser.currentName()) {
                        case "data", "errors" -> graphql = true;
                        case "sdl" -> sdl = parser.nextTextValue();
                        case "message" -> error = error == null ? parser.nextTextValue() : error;
                        default -> {
                            // Everything else is no business of ours.
                        }
                    }
                }
            }
        } catch (JsonProcessingException noJson) {
            return new Answer(false, null, null);
        }
        return new Answer(graphql, sdl, error);
    }
}
