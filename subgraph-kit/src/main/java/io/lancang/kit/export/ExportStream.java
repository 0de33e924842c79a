package io.lancang.kit.export;

import io.lancang.kit.database.ClientReads;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Gives files that are written a connection of their own, to a bounded number at a time. All that one reads is of one state of the data. */
@Singleton
class ExportStream {
    /** A file takes longer than an answer may; a client that leaves ends its statement at once. */
    private static final String ONE_SNAPSHOT =
            "set transaction isolation level repeatable read read only; set local statement_timeout = '10min'";

    private final Pool pool;
    private final SendingConfig config;
    private final Semaphore places;

    ExportStream(Pool pool, SendingConfig config) {
        this.pool = pool;
        this.config = config;
        this.places = new Semaphore(config.atOnce());
    }

    /**
     * Writes a file; fails if the database or the client goes away. To be called on the context of the request.
     *
     * @param isBegun whether something of the file was sent, so that it cannot begin anew on another server
     */
    Uni<Void> read(Function<SqlConnection, Uni<Void>> write, BooleanSupplier isBegun) {
        if (!places.tryAcquire()) {
            return Uni.createFrom()
                    .failure(
                            new ServiceException(
                                    ErrorCode.UNAVAILABLE,
                                    "This service sends " + config.atOnce() + " files at a time, and does so now.",
                                    "Retry when one of them is done; the service's operator may raise `lancang.exports.at-once`."));
        }
        return ClientReads.inTransaction(
                        pool,
                        connection -> connection.query(ONE_SNAPSHOT).execute().chain(() -> write.apply(connection)),
                        () -> !isBegun.getAsBoolean())
                .onTermination()
                .invoke(() -> places.release());
    }
}
