package io.lancang.integration.webhook.graph;

import io.lancang.integration.access.Asker;
import io.lancang.integration.audit.Deed;
import io.lancang.integration.audit.Management;
import io.lancang.integration.page.Moments;
import io.lancang.integration.page.Overlap;
import io.lancang.integration.page.Texts;
import io.lancang.integration.webhook.Webhook;
import io.lancang.integration.webhook.WebhookEntity;
import io.lancang.integration.webhook.WebhookRepository;
import io.lancang.integration.webhook.WebhookState;
import io.lancang.integration.webhook.event.EventLetter;
import io.lancang.integration.webhook.outbox.DeliveryAttempt;
import io.lancang.integration.webhook.outbox.OutboxRepository;
import io.lancang.integration.webhook.outbox.Sender;
import io.lancang.integration.webhook.outbox.Signature;
import io.lancang.integration.webhook.work.WebhookWorkers;
import io.lancang.kit.entity.OwnSession;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;

/** Pauses, resumes, removes, rotates, replays and tries webhooks. All of it fails with NOT_FOUND for one that there is not. */
@Singleton
class Webhooks {
    private final SecureRandom random = new SecureRandom();
    private final WebhookRepository webhooks;
    private final OutboxRepository deliveries;
    private final Management management;
    private final Sender sender;
    private final WebhookWorkers workers;

    Webhooks(
            WebhookRepository webhooks,
            OutboxRepository deliveries,
            Management management,
            Sender sender,
            WebhookWorkers workers) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.management = management;
        this.sender = sender;
        this.workers = workers;
    }

    /** Fails with CONFLICT for one that has ended. Done already, it changes the reason. */
    Uni<Webhook> pause(Asker asker, String id, String reason) {
        Texts.requireText("reason", reason);
        return make(asker, new Deed("pauseWebhook", id, new JsonObject().put("reason", reason)), webhook -> {
            requireNotEnded(webhook);
            webhook.stop(WebhookState.PAUSED, reason);
            return Uni.createFrom().item(webhook.asRecord());
        });
    }

    /** Fails with CONFLICT for one that has ended. Done already, it changes nothing. */
    Uni<Webhook> resume(Asker asker, String id) {
        return make(asker, new Deed("resumeWebhook", id, new JsonObject()), webhook -> {
            requireNotEnded(webhook);
            if (webhook.state() != WebhookState.ACTIVE) {
                webhook.resume();
            }
            return Uni.createFrom().item(webhook.asRecord());
        });
    }

    Uni<Webhook> remove(Asker asker, String id) {
        return make(asker, new Deed("removeWebhook", id, new JsonObject()), webhook -> {
            Webhook gone = webhook.asRecord();
            return webhooks.delete(webhook).replaceWith(gone);
        });
    }

    Uni<IssuedWebhook> rotate(Asker asker, String id, String overlap) {
        Duration together = Overlap.of(overlap);
        String secret = Signature.secret(random);
        JsonObject content = new JsonObject().put("overlap", together.toString());
        return make(asker, new Deed("rotateWebhookSecret", id, content), webhook -> {
            webhook.rotate(secret, Moments.now().plus(together));
            return Uni.createFrom().item(new IssuedWebhook(secret, webhook.asRecord()));
        });
    }

    Uni<ReplayedWebhook> replay(Asker asker, String id, OffsetDateTime since) {
        JsonObject content = new JsonObject().put("since", since.toString());
        return make(asker, new Deed("replayWebhook", id, content), webhook -> {
            requireNotEnded(webhook);
            webhook.touch();
            return deliveries.replay(id, since).map(count -> new ReplayedWebhook(count, webhook.asRecord()));
        });
    }

    /** What came of it is the answer, whatever it is; nothing is kept of it. */
    Uni<DeliveryAttempt> ping(Asker asker, String id) {
        String place = "ping-" + UUID.randomUUID();
        return OwnSession.read(() -> webhooks.require(asker, id)
                        .map(webhook -> new Sender.Letter(
                                webhook.url(),
                                EventLetter.id(id, place),
                                EventLetter.ping(id, place),
                                webhook.secretsAt(Moments.now()))))
                .chain(letter -> Uni.createFrom()
                        .completionStage(() -> sender.send(letter).toCompletionStage()))
                .map(Sender.Outcome::attempt);
    }

    private <T> Uni<T> make(Asker asker, Deed deed, Function<WebhookEntity, Uni<T>> work) {
        return management
                .make(asker, deed, () -> webhooks.require(asker, deed.subject()).chain(work::apply))
                .invoke(workers::wake);
    }

    private static void requireNotEnded(WebhookEntity webhook) {
        if (webhook.state() == WebhookState.ENDED) {
            throw new ServiceException(
                    ErrorCode.CONFLICT,
                    "The webhook '" + webhook.id() + "' has ended: its receiver answered that it is gone.",
                    "Register another one, with `after` at the `place` of this one.");
        }
    }
}
