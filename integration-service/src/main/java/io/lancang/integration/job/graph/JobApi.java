package io.lancang.integration.job.graph;

import io.lancang.integration.access.Access;
import io.lancang.integration.access.Asker;
import io.lancang.integration.job.Job;
import io.lancang.integration.job.JobRepository;
import io.lancang.integration.job.JobState;
import io.lancang.integration.job.order.Jobs;
import io.lancang.kit.connection.CursorScope;
import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.connection.PageRequest;
import io.lancang.kit.cost.ListSize;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Jobs in the graph: files that are too large for one answer, fetched in the background. */
@GraphQLApi
public class JobApi {
    private static final String NEEDS = "Jobs can be read only";
    private static final String ID = "Id of the job.";

    private final JobRepository jobs;
    private final Jobs orders;
    private final Access access;

    JobApi(JobRepository jobs, Jobs orders, Access access) {
        this.jobs = jobs;
        this.orders = orders;
        this.access = access;
    }

    @Query
    @Description("A job by its id. Needs the role `admin`; a client may ask for its own.")
    public @NonNull Uni<Job> job(@Name("id") @Description(ID) @Id @NonNull String id) {
        return jobs.byId(access.asker(NEEDS), id);
    }

    @Query
    @Description("Jobs, latest first. Needs the role `admin`; a client is shown its own.")
    @ListSize(
            assumedSize = 50,
            slicingArguments = {"first", "last"},
            sizedFields = {"edges", "nodes"},
            requireOneSlicingArgument = false)
    public @NonNull Uni<JobConnection> jobs(
            @Name("client")
                    @Description(
                            "Only of this client, by id; if left out, of who asks, or of all for the role `admin`.")
                    @Id
                    @Nullable
                    String client,
            @Name("state") @Description("Only those that stand there; all if left out.") @Nullable JobState state,
            @Name("first") @Description(PageRequest.FIRST) @Nullable Integer first,
            @Name("after") @Description(PageRequest.AFTER) @Nullable String after,
            @Name("last") @Description(PageRequest.LAST) @Nullable Integer last,
            @Name("before") @Description(PageRequest.BEFORE) @Nullable String before) {
        Asker asker = client == null ? access.asker(NEEDS) : access.adminOr(client, NEEDS);
        @Nullable String wanted = asker instanceof Asker.Owner owner ? owner.id() : client;
        PageArguments arguments = new PageRequest(first, after, last, before)
                .of(new CursorScope("jobs", wanted + " " + state), PageRequest.USUAL);
        return jobs.page(arguments, wanted, state).map(page -> JobConnection.of(arguments, page));
    }

    @Mutation
    @Description(
            "Fetches an export in the background for the client that asks. The same export is fetched once while it waits or runs."
                    + " Needs the role `client`.")
    public @NonNull Uni<Job> startJob(
            @Name("export")
                    @Description(
                            "Path and query of an export at the gateway: `/exports/trade/trade-flows.csv?partners=LAO`.")
                    @NonNull
                    String export) {
        return orders.order(access.client("Jobs can be started only"), export);
    }

    @Mutation
    @Description(
            "Ends a job, and throws away what is there of its result. Needs the role `admin`; a client may do it with its own.")
    public @NonNull Uni<Job> cancelJob(@Name("id") @Description(ID) @Id @NonNull String id) {
        return orders.cancel(access.asker("Jobs can be cancelled only"), id);
    }
}
