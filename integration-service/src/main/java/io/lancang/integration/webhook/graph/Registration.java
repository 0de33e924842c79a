package io.lancang.integration.webhook.graph;

import io.lancang.integration.access.Asker;
import io.lancang.integration.audit.Deed;
import io.lancang.integration.audit.Management;
import io.lancang.integration.client.ClientEntity;
import io.lancang.integration.client.ClientRepository;
import io.lancang.integration.client.Scopes;
import io.lancang.integration.page.Moments;
import io.lancang.integration.page.Texts;
import io.lancang.integration.webhook.Webhook;
import io.lancang.integration.webhook.WebhookConfig;
import io.lancang.integration.webhook.WebhookEntity;
import io.lancang.integration.webhook.WebhookRepository;
import io.lancang.integration.webhook.address.ReceiverUrl;
import io.lancang.integration.webhook.event.SubscriptionDocument;
import io.lancang.integration.webhook.outbox.Signature;
import io.lancang.integration.webhook.work.WebhookWorkers;
import io.lancang.kit.entity.OwnSession;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Registers webhooks, and changes what they ask for. Each document is tried at the gateway as the client before it is kept. */
@Singleton
class Registration {
    private static final int ID_BYTES = 10;

    private final SecureRandom random = new SecureRandom();
    private final WebhookRepository webhooks;
    private final ClientRepository clients;
    private final Management management;
    private final TriedSubscriptions gateway;
    private final WebhookWorkers workers;
    private final WebhookConfig config;

    Registration(
            WebhookRepository webhooks,
            ClientRepository clients,
            Management management,
            TriedSubscriptions gateway,
            WebhookWorkers workers,
            WebhookConfig config) {
        this.webhooks = webhooks;
        this.clients = clients;
        this.management = management;
        this.gateway = gateway;
        this.workers = workers;
        this.config = config;
    }

    /**
     * Fails with NOT_FOUND for an unknown client, with CONFLICT for what it has registered already, with LIMIT_EXCEEDED where it has as many as
     * it may, and with what the gateway says to the document.
     */
    Uni<IssuedWebhook> register(Asker asker, String client, NewWebhook given) {
        SubscriptionDocument read = read(given.url(), given.document(), given.variables());
        WebhookEntity.Order order = order(given.url(), read, read.requiredPlace());
        String secret = Signature.secret(random);
        String id = "wh_" + hex();
        return OwnSession.read(() -> clients.require(client).map(ClientEntity::asRecord))
                .map(owner -> Scopes.text(asker.scopesAmong(owner.scopes())))
                .call(scopes -> gateway.tryOut(client, scopes, order, read.requiredPlace()))
                .chain(scopes -> management.make(
                        asker,
                        new Deed("registerWebhook", id, content(order).put("client", client)),
                        () -> webhooks.list("client", client)
                                .invoke(all -> requireRoom(client, all))
                                .invoke(all -> requireNew(all, id, order))
                                .chain(() -> webhooks.persistAndFlush(
                                        new WebhookEntity(id, client, order, scopes, secret, Moments.now())))))
                .map(kept -> new IssuedWebhook(secret, kept.asRecord()))
                .invoke(workers::wake);
    }

    /** Fails as {@link #register} does. */
    Uni<Webhook> change(Asker asker, String id, WebhookChange change) {
        return OwnSession.read(() -> webhooks.require(asker, id))
                .chain(now -> {
                    String url = Objects.requireNonNullElse(change.url(), now.url());
                    SubscriptionDocument read = read(
                            url,
                            Objects.requireNonNullElse(change.document(), now.document()),
                            Objects.requireNonNullElse(change.variables(), now.variables()));
                    @Nullable String place = change.variables() == null ? null : read.place();
                    // More events may be taken until it is changed: without a place it goes on where it stands then.
                    WebhookEntity.Order order = order(url, read, place);
                    return gateway.tryOut(
                                    now.client(), now.scopes(), order, Objects.requireNonNullElse(place, now.place()))
                            .chain(() -> management.make(
                                    asker,
                                    new Deed("changeWebhook", id, content(order)),
                                    () -> change(asker, id, order)));
                })
                .invoke(workers::wake);
    }

    private Uni<Webhook> change(Asker asker, String id, WebhookEntity.Order order) {
        return webhooks.require(asker, id)
                .call(webhook -> webhooks.list("client", webhook.client()).invoke(all -> requireNew(all, id, order)))
                .invoke(webhook -> webhook.order(order))
                .map(WebhookEntity::asRecord);
    }

    private SubscriptionDocument read(String url, String document, String variables) {
        ReceiverUrl.of(url, config);
        return SubscriptionDocument.of(document, variables, config.maxDocumentLength());
    }

    private static WebhookEntity.Order order(String url, SubscriptionDocument read, @Nullable String place) {
        return new WebhookEntity.Order(url, read.text(), read.variables(), read.afterVariable(), read.field(), place);
    }

    private void requireRoom(String client, List<WebhookEntity> all) {
        if (all.size() >= config.perClient()) {
            throw Texts.full(
                    "'" + client + "' has " + all.size() + " webhooks", config.perClient(), "Remove one first.");
        }
    }

    private static void requireNew(List<WebhookEntity> all, String id, WebhookEntity.Order order) {
        all.stream()
                .filter(other -> !other.id().equals(id)
                        && other.url().equals(order.url())
                        && other.document().equals(order.document())
                        && other.variables().equals(order.variables()))
                .findFirst()
                .ifPresent(same -> {
                    throw new ServiceException(
                            ErrorCode.CONFLICT,
                            "The webhook '" + same.id() + "' delivers the same to the same URL already.",
                            "`changeWebhook` changes it; its secret is had anew by `rotateWebhookSecret`.");
                });
    }

    private static JsonObject content(WebhookEntity.Order order) {
        return new JsonObject()
                .put("url", order.url())
                .put("document", order.document())
                .put("variables", order.variables());
    }

    private String hex() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
