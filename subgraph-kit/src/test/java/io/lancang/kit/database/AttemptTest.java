package io.lancang.kit.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.lancang.kit.replica.Route;
import io.lancang.kit.replica.Server;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.Pool;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AttemptTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final Pool NOWHERE =
            PgBuilder.pool().using(VERTX).connectingTo(new PgConnectOptions()).build();
    private static final Server STANDBY = new Server("standby", NOWHERE);
    private static final Server PRIMARY = new Server("primary", NOWHERE);

    @AfterAll
    static void stop() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void isFollowedByOneAtTheOtherServerAndByNoThird() {
        Attempt first = new Attempt(null);
        first.takes(new Route(STANDBY, PRIMARY));

        Attempt second = first.after(ClosedConnectionException.INSTANCE);
        assertEquals(PRIMARY, Objects.requireNonNull(second).only());
        second.takes(new Route(PRIMARY, null));
        assertNull(second.after(ClosedConnectionException.INSTANCE));
    }

    @Test
    void isTheLastWhereEveryServerWouldFail() {
        Attempt attempt = new Attempt(null);
        attempt.takes(new Route(STANDBY, PRIMARY));

        assertNull(attempt.after(new IllegalArgumentException("a fault of the question")));
        assertNull(new Attempt(null).after(ClosedConnectionException.INSTANCE), "no connection was asked for");
    }
}
