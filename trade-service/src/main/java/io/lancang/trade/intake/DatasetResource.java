package io.lancang.trade.intake;

import io.lancang.kit.error.ServiceException;
import io.lancang.kit.intake.ReleaseResource;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.sql.SQLException;

/** Datasets over HTTP: who wants to load flows of his own tells what they are first. */
@Path("/datasets")
@Blocking
public class DatasetResource {
    private final Datasets datasets;

    DatasetResource(Datasets datasets) {
        this.datasets = datasets;
    }

    /** Adds a dataset that files can then be loaded into, or changes what is told about it. */
    @PUT
    @Path("{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(ReleaseResource.STEWARD)
    public Response put(@PathParam("code") String code, String body) throws SQLException {
        datasets.put(NewDataset.of(code, parse(body)));
        return Response.noContent().build();
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
