package io.lancang.integration.webhook.work;

import io.lancang.integration.access.Asker;
import io.lancang.integration.audit.Deed;
import io.lancang.integration.audit.Management;
import io.lancang.integration.webhook.WebhookRepository;
import io.lancang.integration.webhook.WebhookState;
import io.lancang.integration.webhook.outbox.OutboxRepository.Lease;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.text.Brief;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;

/** Pauses and ends webhooks by itself, with an entry in the audit. */
@Singleton
class WebhookStops {
    private static final Asker SERVICE = new Asker.Administrator("integration-service");

    private final WebhookRepository webhooks;
    private final Management management;

    WebhookStops(WebhookRepository webhooks, Management management) {
        this.webhooks = webhooks;
        this.management = management;
    }

    /** Stops one. Fails with CONFLICT if it was changed meanwhile. */
    Uni<Void> stop(Lease lease, WebhookState next, String why) {
        String reason = Brief.message(why);
        String action = next == WebhookState.ENDED ? "endWebhook" : "pauseWebhook";
        return management.make(
                SERVICE,
                new Deed(action, lease.webhook(), new JsonObject().put("reason", reason)),
                () -> webhooks.findById(lease.webhook())
                        .invoke(webhook -> {
                            // What was removed or changed meanwhile is another matter, and nothing for the audit.
                            if (webhook == null || webhook.revision() != lease.revision()) {
                                throw new ServiceException(
                                        ErrorCode.CONFLICT, "'" + lease.webhook() + "' was changed meanwhile.", null);
                            }
                            webhook.stop(next, reason);
                        })
                        .replaceWithVoid());
    }
}
