package io.lancang.integration.webhook.graph;

import io.lancang.integration.webhook.Webhook;
import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.connection.PageInfo;
import io.lancang.kit.connection.Slice;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of webhooks.")
public record WebhookConnection(
        @Description("The webhooks of the page, each with its cursor.") @NonNull
        List<@NonNull WebhookEdge> edges,

        @Description("The webhooks of the page.") @NonNull List<@NonNull Webhook> nodes,

        @Description("Where the page stands in its list.") @NonNull
        PageInfo pageInfo) {
    static WebhookConnection of(PageArguments arguments, Slice<Webhook> page) {
        return new WebhookConnection(
                page.items().stream()
                        .map(webhook -> new WebhookEdge(arguments.cursor(keyset(webhook)), webhook))
                        .toList(),
                page.items(),
                arguments.pageInfo(page, WebhookConnection::keyset));
    }

    private static List<String> keyset(Webhook webhook) {
        return List.of(webhook.createdAt().toString(), webhook.id());
    }

    @Description("A webhook in a page of webhooks.")
    public record WebhookEdge(
            @Description("The cursor of the webhook, to be sent as `after` or `before`.") @NonNull
            String cursor,

            @Description("The webhook.") @NonNull Webhook node) {}
}
