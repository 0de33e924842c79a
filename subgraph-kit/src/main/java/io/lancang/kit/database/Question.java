package io.lancang.kit.database;

import io.lancang.kit.bounds.RequestBudget;
import io.lancang.kit.bounds.Requests;
import io.lancang.kit.replica.Passing;
import io.lancang.kit.replica.Route;
import io.lancang.kit.replica.Server;
import io.lancang.kit.replica.Servers;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that is read, for the request on whose context it is made. A query may be answered by a standby, and all of its statements
 * are answered by the same one, or by the primary from some statement on. What a mutation reads, and what is told of an event, is read
 * where it was written.
 */
final class Question {
    private final Servers servers;
    private final @Nullable Client client;
    private final boolean isOfQuery;

    Question(Servers servers) {
        this.servers = servers;
        if (servers.areSeveral()) {
            RequestBudget budget = Requests.budget().orElseGet(Client::budgetOfReads);
            this.isOfQuery = budget == null || budget.isQuery();
            // A WebSocket lasts, and its operations have nothing to do with each other.
            this.client = budget == null || budget.hasItsContext()
                    ? Client.current().or(Client::reader).orElse(null)
                    : null;
        } else {
            this.isOfQuery = false;
            this.client = null;
        }
    }

    private Route route() {
        if (!isOfQuery) {
            return new Route(servers.primary(), null);
        }
        Route route = servers.route(client == null ? null : client.asked());
        remember(route.first());
        return route;
    }

    private void remember(Server server) {
        if (client != null) {
            client.asks(server);
        }
    }

    /** Asks a server, and another if that fails by its own fault. */
    <T> Future<T> ask(Function<Pool, Future<T>> asking) {
        return ask(asking, () -> true);
    }

    /** @param mayAskAgain whether the other may be asked, when the first has failed */
    <T> Future<T> ask(Function<Pool, Future<T>> asking, BooleanSupplier mayAskAgain) {
        return ask(route(), asking, mayAskAgain);
    }

    private <T> Future<T> ask(Route route, Function<Pool, Future<T>> asking, BooleanSupplier mayAskAgain) {
        Future<T> answer = asking.apply(route.first().pool());
        return route.otherwise() == null
                ? answer
                : answer.recover(failure -> Passing.isOf(failure) && mayAskAgain.getAsBoolean()
                        ? askAgain(route, asking, failure)
                        : Future.failedFuture(failure));
    }

    private <T> Future<T> askAgain(Route route, Function<Pool, Future<T>> asking, Throwable failure) {
        Server other = Objects.requireNonNull(route.otherwise());
        servers.askedAgain(route, failure);
        remember(other);
        return asking.apply(other.pool());
    }

    /** Takes a connection for an attempt, which asks another server itself if this one fails later. */
    <T> Future<T> connect(Attempt attempt, Function<Pool, Future<T>> connecting) {
        Server only = attempt.only();
        Route route = only == null ? route() : new Route(only, null);
        if (only != null) {
            remember(only);
        }
        attempt.takes(route);
        return ask(route, connecting, () -> true);
    }
}
