package io.lancang.kit.intake;

import io.lancang.kit.dataset.Replacement;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.load.LoadRequest;
import io.lancang.kit.load.LoadResult;
import io.lancang.kit.load.WithdrawalEntry;
import io.lancang.kit.singlefact.Consent;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Releases over HTTP: load, check, watch, list and withdraw. What changes something needs the role {@value #STEWARD}. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ReleaseResource {
    /** Who may load and withdraw. */
    public static final String STEWARD = "steward";

    private final Intake intake;
    private final ReleaseList releases;

    ReleaseResource(Intake intake, ReleaseList releases) {
        this.intake = intake;
        this.releases = releases;
    }

    /**
     * Loads the body, a file as it is or packed by gzip.
     *
     * @param dataset code of the dataset
     * @param dryRun whether it is only checked
     * @param replace what it takes the place of: EXTENT (what its rows are about), SLICES (months of reporters, or single
     *     corridors, as a whole) or DATASET
     * @param confirm whether it may close far more rows than it adds
     * @param overEdits releases of single facts that it may undo, such as {@code 57,61}, or ALL
     * @param fileName what it is called, for the record
     */
    @POST
    @Path("releases")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(STEWARD)
    public Response load(
            @QueryParam("dataset") @Nullable String dataset,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @QueryParam("replace") @DefaultValue("EXTENT") String replace,
            @QueryParam("confirm") @DefaultValue("false") boolean confirm,
            @QueryParam("overEdits") @DefaultValue("") String overEdits,
            @QueryParam("fileName") @DefaultValue("upload.csv") String fileName,
            InputStream body)
            throws SQLException, IOException {
        if (dataset == null) {
            throw ServiceException.badInput("No dataset is named.", "Send POST /releases?dataset=CODE.");
        }
        LoadRequest.Outcome outcome = dryRun ? LoadRequest.Outcome.CHECK : LoadRequest.Outcome.PUBLISH;
        Consent consent = new Consent(confirm, Consent.Edits.parse(overEdits));
        LoadResult result = intake.load(dataset, fileName, body, replacement(replace), outcome, consent);
        Response.Status status = result instanceof LoadResult.Loaded ? Response.Status.CREATED : Response.Status.OK;
        return Response.status(status).entity(Answers.of(dataset, result)).build();
    }

    /** The releases of a dataset, latest first. */
    @GET
    @Path("releases")
    public String list(@QueryParam("dataset") @Nullable String dataset) throws SQLException {
        return releases.of(dataset);
    }

    /** One release. */
    @GET
    @Path("releases/{id}")
    public String one(@PathParam("id") long id) throws SQLException {
        return releases.one(id);
    }

    /** Withdraws the latest release of its dataset. */
    @DELETE
    @Path("releases/{id}")
    @RolesAllowed(STEWARD)
    public String withdraw(@PathParam("id") long id) throws SQLException {
        String dataset = releases.datasetOf(id);
        return Answers.of(dataset, intake.withdraw(dataset, id, WithdrawalEntry.NONE));
    }

    /** What is being loaded now. */
    @GET
    @Path("loads")
    public String loads() throws SQLException {
        return releases.running();
    }

    private static Replacement replacement(String name) {
        return Arrays.stream(Replacement.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ServiceException.badInput(
                        "`replace` is '" + name + "'.", "Send EXTENT, which is the default, SLICES or DATASET."));
    }
}
