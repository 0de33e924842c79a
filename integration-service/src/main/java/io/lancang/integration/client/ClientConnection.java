package io.lancang.integration.client;

import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.connection.PageInfo;
import io.lancang.kit.connection.Slice;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * A page of clients.
 *
 * @param filter by which the whole list is counted
 */
@Description("A page of clients.")
public record ClientConnection(
        @Description("The clients of the page, each with its cursor.") @NonNull
        List<@NonNull ClientEdge> edges,

        @Description("The clients of the page.") @NonNull List<@NonNull Client> nodes,

        @Description("Where the page stands in its list.") @NonNull
        PageInfo pageInfo,

        @Ignore ClientFilter filter) {
    static ClientConnection of(PageArguments arguments, Slice<Client> page, ClientFilter filter) {
        return new ClientConnection(
                page.items().stream()
                        .map(client -> new ClientEdge(arguments.cursor(keyset(client)), client))
                        .toList(),
                page.items(),
                arguments.pageInfo(page, ClientConnection::keyset),
                filter);
    }

    private static List<String> keyset(Client client) {
        return List.of(client.id());
    }

    @Description("A client in a page of clients.")
    public record ClientEdge(
            @Description("The cursor of the client, to be sent as `after` or `before`.") @NonNull
            String cursor,

            @Description("The client.") @NonNull Client node) {}
}
