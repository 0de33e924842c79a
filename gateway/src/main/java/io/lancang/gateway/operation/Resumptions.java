package io.lancang.gateway.operation;

import io.lancang.federation.engine.EventCursor;
import io.lancang.federation.engine.GraphQLRequest;
import io.lancang.federation.engine.Preparation;
import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.request.Refusal;
import io.lancang.gateway.request.RefusedException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Lets subscriptions go on behind the last event that a client has seen. Immutable. */
@Singleton
class Resumptions {
    private final String argument;
    private final String field;

    @Inject
    Resumptions(GatewayConfig config) {
        this.argument = config.subscriptions().cursorArgument();
        this.field = config.subscriptions().cursorField();
    }

    /** Where the places of this subscription's events stand; null if it cannot go on behind one. */
    @Nullable
    EventCursor cursor(Preparation subscription) {
        return subscription.eventCursor(argument, field);
    }

    /** Whether a request subscribes to the events that follow on one which it names. */
    boolean beginsBehindAnEvent(Preparation subscription, GraphQLRequest request) {
        return subscription.givesArgument(argument, request);
    }

    /**
     * The request that goes on behind an event.
     *
     * @param cursor of the subscription
     * @param after the place of the event; null if the client has seen none
     * @throws RefusedException if the subscription cannot go on: to begin anew would lose events, and nobody would know
     */
    GraphQLRequest resumed(GraphQLRequest request, @Nullable EventCursor cursor, @Nullable String after)
            throws RefusedException {
        if (after == null) {
            return request;
        }
        if (cursor == null) {
            throw new RefusedException(Refusal.cannotGoOn(after, argument, field));
        }
        return request.with(cursor.variable(), after);
    }
}
