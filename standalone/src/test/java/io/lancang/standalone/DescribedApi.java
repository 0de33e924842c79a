package io.lancang.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The requests that the gateway's OpenAPI document describes, and what becomes of them when they are sent as it says. */
final class DescribedApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> METHODS = List.of("get", "head", "post", "put", "patch", "delete");
    /** Of a file this much is read, and of an error all. */
    private static final int READ = 4_096;

    private final String root;
    private final JsonNode document;
    private final HttpClient client = HttpClient.newHttpClient();

    private DescribedApi(String root, JsonNode document) {
        this.root = root;
        this.document = document;
    }

    /** Reads the document of a gateway at its root, without a slash at the end. */
    static DescribedApi at(String root) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(root + "/openapi.json")).build();
            return new DescribedApi(
                    root,
                    JSON.readTree(client.send(request, BodyHandlers.ofString()).body()));
        }
    }

    JsonNode document() {
        return document;
    }

    /** One request, as it is described. */
    record Described(String method, String path, JsonNode operation) {
        @Override
        public String toString() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }

        boolean isAnswered(int status) {
            return operation.path("responses").has(String.valueOf(status));
        }
    }

    List<Described> requests() {
        List<Described> all = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> METHODS.stream()
                        .filter(path.getValue()::has)
                        .forEach(method -> all.add(new Described(
                                method, path.getKey(), path.getValue().path(method)))));
        return all;
    }

    /** Its parameters of a place: {@code path}, {@code query} or {@code header}. */
    List<JsonNode> parameters(Described described, String place) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode parameter : described.operation().path("parameters")) {
            JsonNode meant = followed(parameter);
            if (meant.path("in").asText().equals(place)) {
                found.add(meant);
            }
        }
        return found;
    }

    private JsonNode followed(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** The kinds of bodies that an answer of this status has. */
    List<String> mediaTypes(Described described, int status) {
        JsonNode answer = followed(described.operation().path("responses").path(String.valueOf(status)));
        List<String> types = new ArrayList<>();
        answer.path("content").fieldNames().forEachRemaining(types::add);
        return types;
    }

    /** Its path with the examples of its parameters, or with what stands in for them. */
    String path(Described described, Map<String, String> instead) {
        String path = described.path();
        for (JsonNode parameter : parameters(described, "path")) {
            String name = parameter.path("name").asText();
            String value = instead.getOrDefault(name, parameter.path("example").asText());
            path = path.replace("{" + name + "}", encoded(value));
        }
        return path;
    }

    /** A parameter with its example, as it stands in a query. */
    static String query(JsonNode parameter) {
        String name = parameter.path("name").asText();
        JsonNode example = parameter.path("example");
        if (parameter.path("style").asText().equals("deepObject")) {
            List<String> all = new ArrayList<>();
            example.properties()
                    .forEach(member -> all.add(encoded(name + "[" + member.getKey() + "]") + "="
                            + encoded(member.getValue().asText())));
            return String.join("&", all);
        }
        if (!example.isArray()) {
            return name + "=" + encoded(example.asText());
        }
        List<String> values = new ArrayList<>();
        example.forEach(value -> values.add(encoded(value.asText())));
        return name + "=" + String.join(",", values);
    }

    /** A star is a star in paths of SDMX. */
    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    /** What came. */
    record Answer(int status, String mediaType, Map<String, String> headers, String beginning) {
        JsonNode json() throws IOException {
            return JSON.readTree(beginning);
        }

        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /**
     * Sends a request with its example of a body, if it has one.
     *
     * @param address path and query
     * @param headers names and values by turns
     */
    Answer send(Described described, String address, String... headers) throws IOException, InterruptedException {
        JsonNode content = described.operation().path("requestBody").path("content");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + address));
        if (content.isEmpty()) {
            request.method(described.method().toUpperCase(Locale.ROOT), BodyPublishers.noBody());
        } else {
            String type = content.fieldNames().next();
            request.header("content-type", type)
                    .method(
                            described.method().toUpperCase(Locale.ROOT),
                            BodyPublishers.ofString(
                                    content.path(type).path("example").toString()));
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            int most = answer.statusCode() < 300 && !isJson(answer) ? READ : Integer.MAX_VALUE;
            Map<String, String> told = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            answer.headers().map().forEach((name, values) -> told.put(name, String.join(", ", values)));
            String beginning = new String(body.readNBytes(most), UTF_8);
            // Whoever left before the end would hold a place among those that are sent for a while.
            body.transferTo(OutputStream.nullOutputStream());
            return new Answer(
                    answer.statusCode(),
                    told.getOrDefault("content-type", "").split(";", 2)[0].strip(),
                    told,
                    beginning);
        }
    }

    private static boolean isJson(HttpResponse<?> answer) {
        return answer.headers().firstValue("content-type").orElse("").startsWith("application/json");
    }

    /** Whether an answer has a kind of body that is described; one without a body has none. */
    boolean isDescribed(Described described, Answer answer) {
        List<String> types = mediaTypes(described, answer.status());
        boolean hasNone =
                described.method().equals("head") || answer.beginning().isEmpty();
        return described.isAnswered(answer.status())
                && (hasNone || Stream.of(answer.mediaType(), "*/*").anyMatch(types::contains));
    }
}
