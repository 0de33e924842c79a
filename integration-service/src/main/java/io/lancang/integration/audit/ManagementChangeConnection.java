package io.lancang.integration.audit;

import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.connection.PageInfo;
import io.lancang.kit.connection.Slice;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of the audit.")
public record ManagementChangeConnection(
        @Description("The changes of the page, each with its cursor.") @NonNull
        List<@NonNull ManagementChangeEdge> edges,

        @Description("The changes of the page.") @NonNull List<@NonNull ManagementChange> nodes,

        @Description("Where the page stands in its list.") @NonNull
        PageInfo pageInfo) {
    static ManagementChangeConnection of(PageArguments arguments, Slice<ManagementChange> page) {
        return new ManagementChangeConnection(
                page.items().stream()
                        .map(change -> new ManagementChangeEdge(arguments.cursor(keyset(change)), change))
                        .toList(),
                page.items(),
                arguments.pageInfo(page, ManagementChangeConnection::keyset));
    }

    private static List<String> keyset(ManagementChange change) {
        return List.of(change.id());
    }

    @Description("A change in a page of the audit.")
    public record ManagementChangeEdge(
            @Description("The cursor of the change, to be sent as `after` or `before`.") @NonNull
            String cursor,

            @Description("The change.") @NonNull ManagementChange node) {}
}
