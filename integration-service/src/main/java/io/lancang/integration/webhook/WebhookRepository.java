package io.lancang.integration.webhook;

import io.lancang.integration.access.Asker;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.text.Brief;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Reads webhooks. */
@Singleton
public class WebhookRepository implements PanacheRepositoryBase<WebhookEntity, String> {
    /** The webhook, in the current session; fails with NOT_FOUND if there is none. To a client, that of another one is one that there is not. */
    public Uni<WebhookEntity> require(Asker asker, String id) {
        return findById(id)
                .map(found -> found != null
                                && asker instanceof Asker.Owner owner
                                && !owner.id().equals(found.client())
                        ? null
                        : found)
                .onItem()
                .ifNull()
                .failWith(() -> ServiceException.notFound(
                        "There is no webhook '" + Brief.value(id) + "'"
                                + (asker instanceof Asker.Owner owner ? " of '" + owner.id() + "'." : "."),
                        "`webhooks { nodes { id url } }` lists those that there are."));
    }
}
