package io.lancang.integration.webhook.work;

import io.lancang.integration.identity.OwnKeyRepository;
import io.lancang.integration.identity.Work;
import io.lancang.integration.webhook.WebhookConfig;
import io.lancang.integration.webhook.WebhookEntity;
import io.lancang.integration.webhook.event.EventTaker;
import io.lancang.integration.webhook.event.GatewayEvents;
import io.lancang.integration.webhook.outbox.OutboxRepository;
import io.lancang.integration.webhook.outbox.OutboxRepository.Lease;
import io.lancang.integration.webhook.outbox.OutboxRepository.Taken;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientResponse;
import jakarta.inject.Singleton;
import java.util.List;

/** Subscribes for webhooks, in the name of their clients. Safe for any thread. */
@Singleton
class Subscribing {
    private final GatewayEvents gateway;
    private final OwnKeyRepository keys;
    private final OutboxRepository outbox;
    private final WebhookConfig config;

    Subscribing(GatewayEvents gateway, OwnKeyRepository keys, OutboxRepository outbox, WebhookConfig config) {
        this.gateway = gateway;
        this.keys = keys;
        this.outbox = outbox;
        this.config = config;
    }

    WebhookConfig config() {
        return config;
    }

    /** What a taker of this webhook needs. */
    EventTaker.Surroundings of(WebhookEntity webhook) {
        return new EventTaker.Surroundings() {
            @Override
            public Future<HttpClientResponse> open(String place) {
                return Future.fromCompletionStage(keys.key(Work.WEBHOOKS, webhook.client(), webhook.scopes())
                                .subscribeAsCompletionStage())
                        .compose(key -> gateway.open(new GatewayEvents.Question(
                                key, webhook.document(), webhook.variables(), webhook.afterVariable(), place)));
            }

            @Override
            public Uni<Boolean> add(Lease lease, List<Taken> events) {
                return outbox.add(lease, events);
            }

            @Override
            public Uni<Long> waiting(Lease lease) {
                return outbox.waiting(lease.webhook());
            }

            @Override
            public int maxWaiting() {
                return config.maxWaiting();
            }
        };
    }
}
