package io.lancang.integration.key;

import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.connection.PageInfo;
import io.lancang.kit.connection.Slice;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of the keys of a client.")
public record ApiKeyConnection(
        @Description("The keys of the page, each with its cursor.") @NonNull
        List<@NonNull ApiKeyEdge> edges,

        @Description("The keys of the page.") @NonNull List<@NonNull ApiKey> nodes,

        @Description("Where the page stands in its list.") @NonNull
        PageInfo pageInfo) {
    static ApiKeyConnection of(PageArguments arguments, Slice<ApiKey> page) {
        return new ApiKeyConnection(
                page.items().stream()
                        .map(key -> new ApiKeyEdge(arguments.cursor(keyset(key)), key))
                        .toList(),
                page.items(),
                arguments.pageInfo(page, ApiKeyConnection::keyset));
    }

    private static List<String> keyset(ApiKey key) {
        return List.of(key.createdAt().toString(), key.prefix());
    }

    @Description("A key in a page of keys.")
    public record ApiKeyEdge(
            @Description("The cursor of the key, to be sent as `after` or `before`.") @NonNull
            String cursor,

            @Description("The key.") @NonNull ApiKey node) {}
}
