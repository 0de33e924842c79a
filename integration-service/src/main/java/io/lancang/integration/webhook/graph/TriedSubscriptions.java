package io.lancang.integration.webhook.graph;

import io.lancang.integration.identity.OwnKeyRepository;
import io.lancang.integration.identity.Work;
import io.lancang.integration.webhook.WebhookEntity;
import io.lancang.integration.webhook.event.GatewayEvents;
import io.lancang.integration.webhook.event.RefusedEventsException;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientResponse;
import jakarta.inject.Singleton;
import java.util.Arrays;
import org.jboss.logging.Logger;

/** Opens a subscription once, so that the gateway checks it against the graph, what it costs, and what the client may see. */
@Singleton
class TriedSubscriptions {
    private static final Logger LOG = Logger.getLogger(TriedSubscriptions.class);

    private final OwnKeyRepository keys;
    private final GatewayEvents gateway;

    TriedSubscriptions(OwnKeyRepository keys, GatewayEvents gateway) {
        this.keys = keys;
        this.gateway = gateway;
    }

    /** Fails with the code of the gateway, or with UNAVAILABLE. */
    Uni<Void> tryOut(String client, String scopes, WebhookEntity.Order order, String place) {
        return keys.key(Work.WEBHOOKS, client, scopes)
                .chain(key -> Uni.createFrom()
                        .completionStage(() -> gateway.open(new GatewayEvents.Question(
                                        key, order.document(), order.variables(), order.afterVariable(), place))
                                .onSuccess(TriedSubscriptions::close)
                                .toCompletionStage()))
                .onFailure(failure -> !(failure instanceof ServiceException))
                .transform(TriedSubscriptions::explained)
                .replaceWithVoid();
    }

    /** That it ends is told to whoever listens, or to the log as a fault. */
    private static void close(HttpClientResponse opened) {
        opened.exceptionHandler(ended -> LOG.tracef("A subscription was tried: %s", ended));
        opened.request().reset();
    }

    private static ServiceException explained(Throwable failure) {
        if (failure instanceof RefusedEventsException refusal && refusal.isLasting()) {
            return new ServiceException(
                    code(refusal.code()),
                    "The gateway refuses `document`: " + refusal.getMessage(),
                    "Try it at the gateway's /explorer/ with a key of this client.");
        }
        LOG.warnf("A subscription could not be tried at the gateway: %s", failure);
        return new ServiceException(
                ErrorCode.UNAVAILABLE,
                "The subscription could not be tried at the gateway: " + failure.getMessage(),
                "Try again in a while.");
    }

    /** Codes that both have mean the same; the others are about the document or its variables. */
    private static ErrorCode code(String gateways) {
        return Arrays.stream(ErrorCode.values())
                .filter(code -> code.name().equals(gateways))
                .findFirst()
                .orElse(gateways.equals("UNAUTHORIZED_FIELD_OR_TYPE") ? ErrorCode.FORBIDDEN : ErrorCode.BAD_USER_INPUT);
    }
}
