package io.lancang.integration.webhook.graph;

import io.lancang.integration.access.Asker;
import io.lancang.integration.webhook.Webhook;
import io.lancang.integration.webhook.WebhookEntity;
import io.lancang.integration.webhook.WebhookRepository;
import io.lancang.kit.connection.Direction;
import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.connection.Slice;
import io.lancang.kit.entity.OwnSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads pages of webhooks. */
@Singleton
class WebhookPageRepository {
    private final WebhookRepository webhooks;

    WebhookPageRepository(WebhookRepository webhooks) {
        this.webhooks = webhooks;
    }

    /** Fails with NOT_FOUND if there is none that may be seen. */
    Uni<Webhook> byId(Asker asker, String id) {
        return OwnSession.read(() -> webhooks.require(asker, id).map(WebhookEntity::asRecord));
    }

    /**
     * A page, latest first.
     *
     * @param client null for all
     */
    Uni<Slice<Webhook>> page(PageArguments arguments, @Nullable String client) {
        // The list has the latest first.
        Direction moments = arguments.direction().opposite();
        List<String> keyset = arguments.keyset();
        Map<String, Object> values = new HashMap<>();
        String where = "1 = 1";
        if (client != null) {
            where += " and client = :client";
            values.put("client", client);
        }
        if (keyset != null) {
            where += " and (createdAt {beyond} :at or createdAt = :at and id {beyond} :id)"
                    .replace("{beyond}", moments.beyond());
            values.put("at", arguments.read(keyset.getFirst(), OffsetDateTime::parse));
            values.put("id", keyset.getLast());
        }
        String query = where + " order by createdAt" + moments.order() + ", id" + moments.order();
        return OwnSession.read(() -> webhooks.find(query, values)
                .range(0, arguments.size())
                .list()
                .map(rows -> arguments.slice(
                        rows.stream().map(WebhookEntity::asRecord).toList())));
    }
}
