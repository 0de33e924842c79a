package io.lancang.federation.check.cli;

import graphql.GraphQLException;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.lancang.federation.supergraph.Supergraph;
import io.lancang.federation.supergraph.SupergraphException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/** Reads a schema that clients see: as it is written, or as a supergraph shows it to them. */
final class SchemaSource {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final Pattern URL = Pattern.compile("https?://.*");
    /** A supergraph names the specification of joining: by {@code @link}, or by {@code @core} in its first version. */
    private static final Pattern JOINS = Pattern.compile("https://specs\\.apollo\\.dev/join/v0\\.\\d");

    private SchemaSource() {}

    static GraphQLSchema read(String location) throws CheckException, InterruptedException {
        String sdl = URL.matcher(location).matches() ? fetch(location) : text(location);
        try {
            return JOINS.matcher(sdl).find()
                    ? Supergraph.parse(sdl).apiSchema()
                    : UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(sdl));
        } catch (SupergraphException | GraphQLException wrong) {
            throw new CheckException("\"" + location + "\" is no schema and no supergraph: " + wrong.getMessage());
        }
    }

    /** The text of a file, or an exception that names it. */
    static String text(String location) throws CheckException {
        try {
            return Files.readString(Path.of(location));
        } catch (IOException | RuntimeException unreadable) {
            throw new CheckException("\"" + location + "\" cannot be read as UTF-8 text: "
                    + unreadable.getClass().getSimpleName());
        }
    }

    private static String fetch(String location) throws CheckException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(location))
                    .timeout(PATIENCE)
                    .build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != OK) {
                throw new CheckException("\"" + location + "\" answers with status " + response.statusCode()
                        + "; give a URL that answers with SDL, such as /schema.graphql of a gateway");
            }
            return response.body();
        } catch (IOException | IllegalArgumentException unreachable) {
            throw new CheckException("\"" + location + "\" cannot be asked: " + unreachable.getMessage());
        }
    }
}
