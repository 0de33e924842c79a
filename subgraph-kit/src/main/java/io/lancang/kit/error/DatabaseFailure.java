package io.lancang.kit.error;

import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** Tells failures of the database's reach (worth a retry) from failures of a statement (a fault of the service). */
public final class DatabaseFailure {
    private static final String CONNECTION_EXCEPTION_CLASS = "08";
    private static final String TOO_MANY_CONNECTIONS = "53300";
    private static final String OPERATOR_INTERVENTION_CLASS = "57P";
    private static final String QUERY_CANCELED = "57014";
    private static final String POOL_WAIT_TIMEOUT = "Timeout";
    private static final String RETRY = "Retry in some seconds.";

    private DatabaseFailure() {}

    /** What a client reads of a failure that comes from reaching the database, empty for any other failure. */
    public static Optional<ServiceException> told(Throwable failure) {
        return codeOf(failure)
                .map(code -> new ServiceException(
                        code,
                        code == ErrorCode.TIMEOUT
                                ? "The database took longer than is allowed."
                                : "The database of this service cannot be reached.",
                        RETRY));
    }

    /** The code for a failure that comes from reaching the database, empty for any other failure. */
    static Optional<ErrorCode> codeOf(Throwable failure) {
        return switch (failure) {
            case PgException refused -> codeOfState(refused.getSqlState());
            case SocketException unreachable -> Optional.of(ErrorCode.UNAVAILABLE);
            case UnknownHostException unreachable -> Optional.of(ErrorCode.UNAVAILABLE);
            case ClosedChannelException closed -> Optional.of(ErrorCode.UNAVAILABLE);
            case ClosedConnectionException closed -> Optional.of(ErrorCode.UNAVAILABLE);
            case TimeoutException late -> Optional.of(ErrorCode.TIMEOUT);
            case ConnectionPoolTooBusyException full -> Optional.of(ErrorCode.UNAVAILABLE);
            // The client's pool reports an exhausted wait by this message and no type of its own.
            case VertxException waited
            when POOL_WAIT_TIMEOUT.equals(waited.getMessage()) -> Optional.of(ErrorCode.UNAVAILABLE);
            default -> Optional.empty();
        };
    }

    private static Optional<ErrorCode> codeOfState(String state) {
        if (QUERY_CANCELED.equals(state)) {
            return Optional.of(ErrorCode.TIMEOUT);
        }
        boolean outOfReach = state.startsWith(CONNECTION_EXCEPTION_CLASS)
                || state.startsWith(OPERATOR_INTERVENTION_CLASS)
                || state.equals(TOO_MANY_CONNECTIONS);
        return outOfReach ? Optional.of(ErrorCode.UNAVAILABLE) : Optional.empty();
    }
}
