package io.lancang.trade.intake;

import io.lancang.kit.error.ServiceException;
import io.lancang.kit.intake.ReleaseResource;
import io.lancang.trade.edit.DatasetAdditions;
import io.lancang.trade.edit.DatasetEdits;
import io.lancang.trade.edit.InputRules;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Datasets over HTTP: who wants to load flows of his own tells what they are first. */
@Path("/datasets")
@Blocking
public class DatasetResource {
    private static final Pattern PLACE = Pattern.compile("\\d{1,9}");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Datasets datasets;
    private final DatasetAdditions additions;
    private final DatasetEdits edits;
    private final InputRules rules;

    DatasetResource(Datasets datasets, DatasetAdditions additions, DatasetEdits edits, InputRules rules) {
        this.datasets = datasets;
        this.additions = additions;
        this.edits = edits;
        this.rules = rules;
    }

    /**
     * Adds a dataset that files can then be loaded into, or says something else about it as the mutation {@code describeDataset}
     * does. A precedence is a change of its own, as the mutation {@code setPrecedence} makes it.
     */
    @PUT
    @Path("{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(ReleaseResource.STEWARD)
    public Response put(@PathParam("code") String code, String body) {
        NewDataset given = NewDataset.of(code, parse(body));
        rules.check(given);
        datasets.requireFree(code);
        additions.put(given.description(), given.source().asRecord()).await().atMost(PATIENCE);
        Integer precedence = given.precedence();
        if (precedence != null) {
            edits.precede(code, precedence, given.source().id()).await().atMost(PATIENCE);
        }
        return Response.noContent().build();
    }

    /**
     * Gives a dataset its place, as the mutation {@code setPrecedence} does.
     *
     * @param source id of the source that says so; left out, the first of the dataset's own
     */
    @PUT
    @Path("{code}/precedence/{place}")
    @RolesAllowed(ReleaseResource.STEWARD)
    public Response move(
            @PathParam("code") String code,
            @PathParam("place") String place,
            @QueryParam("source") @Nullable String source) {
        if (!PLACE.matcher(place).matches()) {
            throw ServiceException.badInput(
                    "`precedence` is '" + place + "', which is no whole number.",
                    "Send a number from 1, which comes first, to 1000.");
        }
        edits.precede(code, Integer.parseInt(place), source == null ? sourceOf(code) : source)
                .await()
                .atMost(PATIENCE);
        return Response.noContent().build();
    }

    private String sourceOf(String code) {
        String source = datasets.added(code).source();
        if (source == null) {
            throw ServiceException.badInput(
                    "Dataset " + code + " has no source of its own.", "Name one with `source`.");
        }
        return source;
    }

    private static JsonObject parse(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        } catch (RuntimeException malformed) {
            // The parser tells of too deep nesting and of too long numbers by types that are not its own.
            throw ServiceException.badInput("The body is no JSON object: " + malformed.getMessage(), "Send an object.");
        }
    }
}
