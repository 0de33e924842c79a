package io.lancang.kit.replica;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.LongFunction;

/** A standby with the connections to it. Its standing is written by the context that looks at it, and read by any thread. */
final class Standby {
    private final InetSocketAddress address;
    private final Server server;
    private final Pool looks;
    private volatile Standing standing = Standing.UNKNOWN;
    private long position;

    Standby(InetSocketAddress address, Pools pools) {
        this.address = address;
        this.server = new Server(address.toString(), pools.questions(address));
        this.looks = pools.looks(address);
    }

    InetSocketAddress address() {
        return address;
    }

    Server server() {
        return server;
    }

    Choice.Candidate candidate() {
        return new Choice.Candidate(server, standing);
    }

    Standing standing() {
        return standing;
    }

    /** Up to where it has replayed. */
    long position() {
        return position;
    }

    /** @param behind for how long the primary has had what one has not that has come so far */
    Future<Void> look(Vertx vertx, LongFunction<Duration> behind) {
        return Look.at(looks, vertx)
                .onSuccess(look -> {
                    position = look.position();
                    standing = new Standing(look.isStandby(), look.release(), behind.apply(look.position()));
                })
                .mapEmpty();
    }

    /** What is asked of it fails, and is asked again of another. */
    Future<Void> close() {
        standing = Standing.UNKNOWN;
        return Future.join(server.pool().close(), looks.close()).mapEmpty();
    }
}
