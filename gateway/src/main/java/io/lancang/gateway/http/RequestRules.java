package io.lancang.gateway.http;

import io.lancang.federation.OperationType;
import io.lancang.gateway.http.answer.Exchange;
import io.lancang.gateway.http.format.EventIds;
import io.lancang.gateway.http.format.StreamFormat;
import io.lancang.gateway.http.refusal.HttpRefusals;
import io.lancang.gateway.operation.TransportRules;
import io.lancang.gateway.request.RefusedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What one HTTP request carries. */
record RequestRules(Exchange exchange) implements TransportRules {
    @Override
    public void check(OperationType type) throws RefusedException {
        // A link or an image on a page makes a GET; it must not change anything.
        if (type == OperationType.MUTATION && exchange.request().method().equals(HttpMethod.GET)) {
            throw new RefusedException(HttpRefusals.notByGet(type.name().toLowerCase(Locale.ROOT)));
        }
        if (type != OperationType.SUBSCRIPTION) {
            return;
        }
        if (exchange.accepted().stream() == null) {
            throw new RefusedException(
                    HttpRefusals.noStreamAccepted(exchange.request().getHeader(HttpHeaders.ACCEPT)));
        }
        String last = lastEvent();
        if (last != null && !EventIds.isId(last)) {
            throw new RefusedException(HttpRefusals.noEventId(last));
        }
    }

    /** The same, of a request that has to have one answer. */
    TransportRules ofOneAnswer() {
        return type -> {
            if (type == OperationType.SUBSCRIPTION) {
                throw new RefusedException(ExplainRefusals.subscriptionTraced());
            }
            check(type);
        };
    }

    /** Only server-sent events have ids. */
    @Override
    public @Nullable String lastEvent() {
        String last = exchange.accepted().stream() == StreamFormat.SERVER_SENT_EVENTS
                ? exchange.request().getHeader(EventIds.LAST)
                : null;
        // No id was sent with the last event.
        return last == null || last.isEmpty() ? null : last;
    }
}
