package io.lancang.integration.webhook.graph;

import io.lancang.integration.webhook.outbox.Delivery;
import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.connection.PageInfo;
import io.lancang.kit.connection.Slice;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of the deliveries of a webhook.")
public record DeliveryConnection(
        @Description("The deliveries of the page, each with its cursor.") @NonNull
        List<@NonNull DeliveryEdge> edges,

        @Description("The deliveries of the page.") @NonNull List<@NonNull Delivery> nodes,

        @Description("Where the page stands in its list.") @NonNull
        PageInfo pageInfo) {
    static DeliveryConnection of(PageArguments arguments, Slice<Delivery> page) {
        return new DeliveryConnection(
                page.items().stream()
                        .map(delivery -> new DeliveryEdge(arguments.cursor(keyset(delivery)), delivery))
                        .toList(),
                page.items(),
                arguments.pageInfo(page, DeliveryConnection::keyset));
    }

    private static List<String> keyset(Delivery delivery) {
        return List.of(Long.toString(delivery.number()));
    }

    @Description("A delivery in a page of deliveries.")
    public record DeliveryEdge(
            @Description("The cursor of the delivery, to be sent as `after` or `before`.") @NonNull
            String cursor,

            @Description("The delivery.") @NonNull Delivery node) {}
}
