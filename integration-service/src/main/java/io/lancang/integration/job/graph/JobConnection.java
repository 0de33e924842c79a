package io.lancang.integration.job.graph;

import io.lancang.integration.job.Job;
import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.connection.PageInfo;
import io.lancang.kit.connection.Slice;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of jobs.")
public record JobConnection(
        @Description("The jobs of the page, each with its cursor.") @NonNull
        List<@NonNull JobEdge> edges,

        @Description("The jobs of the page.") @NonNull List<@NonNull Job> nodes,

        @Description("Where the page stands in its list.") @NonNull
        PageInfo pageInfo) {
    static JobConnection of(PageArguments arguments, Slice<Job> page) {
        return new JobConnection(
                page.items().stream()
                        .map(job -> new JobEdge(arguments.cursor(keyset(job)), job))
                        .toList(),
                page.items(),
                arguments.pageInfo(page, JobConnection::keyset));
    }

    private static List<String> keyset(Job job) {
        return List.of(job.createdAt().toString(), job.id());
    }

    @Description("A job in a page of jobs.")
    public record JobEdge(
            @Description("The cursor of the job, to be sent as `after` or `before`.") @NonNull
            String cursor,

            @Description("The job.") @NonNull Job node) {}
}
