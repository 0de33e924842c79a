package io.lancang.integration.audit;

import io.lancang.integration.access.Access;
import io.lancang.integration.page.PageArguments;
import io.lancang.kit.connection.CursorScope;
import io.lancang.kit.cost.Cost;
import io.lancang.kit.cost.ListSize;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** The audit in the graph. */
@GraphQLApi
public class ManagementApi {
    private final Management management;
    private final Access access;

    ManagementApi(Management management, Access access) {
        this.management = management;
        this.access = access;
    }

    @Query
    @Description("Changes of clients, keys and plans, latest first: who, when, what. Needs the role `admin`.")
    @Cost(weight = 10)
    @ListSize(
            assumedSize = 50,
            slicingArguments = "first",
            sizedFields = {"edges", "nodes"},
            requireOneSlicingArgument = false)
    public @NonNull Uni<ManagementChangeConnection> managementChanges(
            @Name("subject")
                    @Description("Only about this client, key or plan, by id, prefix or name; about all if left out.")
                    @Id
                    @Nullable
                    String subject,
            @Name("first") @DefaultValue("50") @Description("How many, from 1 to 500.") int first,
            @Name("after")
                    @Description("The cursor of the change before the page; the first page if left out.")
                    @Nullable
                    String after) {
        access.administrator("The audit can be read only");
        PageArguments arguments =
                new PageArguments(new CursorScope("managementChanges", String.valueOf(subject)), first, after);
        return management.page(arguments, subject).map(page -> ManagementChangeConnection.of(arguments, page));
    }
}
