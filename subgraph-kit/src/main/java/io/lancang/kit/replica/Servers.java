package io.lancang.kit.replica;

import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/** The servers of one database. Safe for any thread. */
public interface Servers {
    /** The one to which everything is written. */
    Server primary();

    /** Whether there is another beside the primary. */
    boolean areSeveral();

    /**
     * Which server answers a question.
     *
     * @param before the server that answered the question that this one belongs to; null if it is the first of its kind
     */
    Route route(@Nullable Server before);

    /** Told when this process may have changed something: no question that comes later is answered without it. */
    void changed();

    /** Told when a question was put to the second server of its route. */
    void askedAgain(Route route, Throwable failure);

    /** Closes all connections. */
    Future<Void> close();

    /** A database of one server. */
    static Servers only(Server primary) {
        Route route = new Route(primary, null);
        return new Servers() {
            @Override
            public Server primary() {
                return primary;
            }

            @Override
            public boolean areSeveral() {
                return false;
            }

            @Override
            public Route route(@Nullable Server before) {
                return route;
            }

            @Override
            public void changed() {
                // There is nobody who could be behind.
            }

            @Override
            public void askedAgain(Route asked, Throwable failure) {
                throw new IllegalStateException("there is one server alone", failure);
            }

            @Override
            public Future<Void> close() {
                return primary.pool().close();
            }
        };
    }
}
