package io.lancang.integration.audit;

import io.lancang.integration.access.Access;
import io.lancang.kit.connection.CursorScope;
import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.connection.PageRequest;
import io.lancang.kit.cost.Cost;
import io.lancang.kit.cost.ListSize;
import io.smallrye.mutiny.Uni;
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
            slicingArguments = {"first", "last"},
            sizedFields = {"edges", "nodes"},
            requireOneSlicingArgument = false)
    public @NonNull Uni<ManagementChangeConnection> managementChanges(
            @Name("subject")
                    @Description("Only about this client, key or plan, by id, prefix or name; about all if left out.")
                    @Id
                    @Nullable
                    String subject,
            @Name("first") @Description(PageRequest.FIRST) @Nullable Integer first,
            @Name("after") @Description(PageRequest.AFTER) @Nullable String after,
            @Name("last") @Description(PageRequest.LAST) @Nullable Integer last,
            @Name("before") @Description(PageRequest.BEFORE) @Nullable String before) {
        access.administrator("The audit can be read only");
        PageArguments arguments = new PageRequest(first, after, last, before)
                .of(new CursorScope("managementChanges", String.valueOf(subject)), PageRequest.USUAL);
        return management.page(arguments, subject).map(page -> ManagementChangeConnection.of(arguments, page));
    }
}
