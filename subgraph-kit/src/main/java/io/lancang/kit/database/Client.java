package io.lancang.kit.database;

import io.lancang.kit.bounds.RequestBudget;
import io.lancang.kit.bounds.Requests;
import io.lancang.kit.replica.Server;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for the answer to an HTTP request, and the statements that run for it. When it leaves before it is answered
 * they are cancelled, and what follows is not asked any more.
 *
 * <p>Whether it has left is looked at while statements run: a response tells only one handler that it was closed, which is
 * the GraphQL extension's. Safe for any thread: the statements are guarded by the monitor.
 */
final class Client {
    private static final String KEY = Client.class.getName();
    private static final String READER = KEY + ".reader";
    private static final String ATTEMPT = KEY + ".attempt";
    private static final String BUDGET = KEY + ".budget";
    private static final long LOOK_MILLIS = 200;
    private static final long NOT_LOOKING = -1;

    private final HttpServerResponse response;
    private final Set<ClientStatement> running = new HashSet<>();
    private long timer = NOT_LOOKING;
    private volatile @Nullable Server asked;

    private Client(HttpServerResponse response) {
        this.response = response;
    }

    /** Makes what runs in the current context, which is a request's own, run for its client. */
    static void attach(HttpServerResponse response) {
        ownContext().ifPresent(context -> context.putLocal(KEY, new Client(response)));
    }

    /** Whose request it is that the caller works for; empty where it works for none. */
    static Optional<Client> current() {
        return ownContext().map(context -> context.<@Nullable Client>getLocal(KEY));
    }

    /**
     * Makes connections that are taken on {@code own} end with the client for whom {@code asking} works, if there is one: events
     * of a subscription are answered on contexts that no request has for itself. What they read counts for the request. To be called
     * on {@code asking}.
     */
    static void attachReads(Context own, Context asking, Attempt attempt) {
        own.putLocal(ATTEMPT, attempt);
        Client client = VertxContext.isDuplicatedContext(asking) ? asking.<@Nullable Client>getLocal(KEY) : null;
        if (client != null) {
            own.putLocal(READER, client);
        }
        Requests.budget().ifPresent(budget -> own.putLocal(BUDGET, budget));
    }

    /** What rows count for that are read on connections which are taken for reads alone; null where they count for nothing. */
    static @Nullable RequestBudget budgetOfReads() {
        return ownContext()
                .map(context -> context.<@Nullable RequestBudget>getLocal(BUDGET))
                .orElse(null);
    }

    /** What connections are taken for that only read; null for others. */
    static @Nullable Attempt attempt() {
        return ownContext()
                .map(context -> context.<@Nullable Attempt>getLocal(ATTEMPT))
                .orElse(null);
    }

    /** Whom connections are taken for that only read; empty where they may write, or are taken for nobody. */
    static Optional<Client> reader() {
        return ownContext().map(context -> context.<@Nullable Client>getLocal(READER));
    }

    /** The context of one request alone, and not one that all requests share. */
    private static Optional<Context> ownContext() {
        return Optional.ofNullable(Vertx.currentContext()).filter(VertxContext::isDuplicatedContext);
    }

    /** The server that answered its last question; null before the first. */
    @Nullable
    Server asked() {
        return asked;
    }

    void asks(Server server) {
        asked = server;
    }

    /** Runs a statement, or several, on a connection of its own, until it is done or the client has left. */
    <T> Future<T> run(Pool pool, Vertx vertx, Function<? super SqlConnection, Future<T>> statement) {
        if (hasLeft()) {
            return Future.failedFuture(ClientStatement.unasked());
        }
        return pool.getConnection().compose(connection -> {
            ClientStatement own = new ClientStatement(connection, vertx);
            if (hasLeft()) {
                return own.release(Future.failedFuture(ClientStatement.unasked()));
            }
            began(own, vertx);
            return statement.apply(connection).transform(result -> {
                ended(own, vertx);
                return own.release(
                        result.succeeded()
                                ? Future.succeededFuture(result.result())
                                : Future.failedFuture(result.cause()));
            });
        });
    }

    /** A connection whose statements end when the client leaves, until it is closed. */
    Future<SqlConnection> connection(Pool pool, Vertx vertx, @Nullable RequestBudget budget) {
        if (hasLeft()) {
            return Future.failedFuture(ClientStatement.unasked());
        }
        return pool.getConnection().compose(connection -> {
            ClientStatement own = new ClientStatement(connection, vertx);
            if (hasLeft()) {
                return own.release(Future.failedFuture(ClientStatement.unasked()));
            }
            began(own, vertx);
            return Future.succeededFuture(new ClientConnection(connection, budget, () -> {
                ended(own, vertx);
                return own.release(Future.<Void>succeededFuture());
            }));
        });
    }

    private boolean hasLeft() {
        return response.closed() && !response.ended();
    }

    private synchronized void began(ClientStatement statement, Vertx vertx) {
        running.add(statement);
        if (timer == NOT_LOOKING) {
            timer = vertx.setPeriodic(LOOK_MILLIS, ignored -> look());
        }
    }

    private synchronized void ended(ClientStatement statement, Vertx vertx) {
        running.remove(statement);
        if (running.isEmpty()) {
            vertx.cancelTimer(timer);
            timer = NOT_LOOKING;
        }
    }

    private void look() {
        if (hasLeft()) {
            List<ClientStatement> unasked;
            synchronized (this) {
                unasked = List.copyOf(running);
            }
            unasked.forEach(ClientStatement::cancel);
        }
    }
}
