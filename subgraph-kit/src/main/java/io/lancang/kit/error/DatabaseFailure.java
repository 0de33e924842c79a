package io.lancang.kit.error;

import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells failures of the database's reach (worth a retry) from failures of a statement (a fault of the service). */
public final class DatabaseFailure {
    private static final String CONNECTION_EXCEPTION_CLASS = "08";
    private static final String TOO_MANY_CONNECTIONS = "53300";
    private static final String DISK_FULL = "53100";
    private static final String OPERATOR_INTERVENTION_CLASS = "57P";
    private static final String QUERY_CANCELED = "57014";
    /** What the client's pool says to who asks for a connection, and of a statement that needs one. */
    private static final Set<String> POOL_WAIT_TIMEOUTS = Set.of("Timeout", "Timeout waiting for connection");

    private static final String RETRY = "Retry in some seconds.";

    private DatabaseFailure() {}

    /** What a client reads of a failure that comes from reaching the database, empty for any other failure. */
    public static Optional<ServiceException> told(Throwable failure) {
        if (failure instanceof PgException refused && DISK_FULL.equals(refused.getSqlState())) {
            return ofState(DISK_FULL);
        }
        return codeOf(failure)
                .map(code -> new ServiceException(
                        code,
                        isPoolExhausted(failure)
                                ? "All connections of this service to its database are in use."
                                : text(code),
                        RETRY));
    }

    /** What a client reads where a state of SQL alone says that it is no fault of the service, and none that soon passes. */
    public static Optional<ServiceException> ofState(@Nullable String state) {
        return DISK_FULL.equals(state)
                ? Optional.of(new ServiceException(
                        ErrorCode.UNAVAILABLE,
                        "The disk of this service's database is full. Nothing was changed.",
                        "Nothing can be loaded, and no large question answered, until there is room on it."))
                : Optional.empty();
    }

    private static String text(ErrorCode code) {
        return code == ErrorCode.TIMEOUT
                ? "The database took longer than is allowed."
                : "The database of this service cannot be reached.";
    }

    /** The client's pool reports a wait that took too long by a message, in no type of its own. */
    private static boolean isPoolExhausted(Throwable failure) {
        return switch (failure) {
            case ConnectionPoolTooBusyException full -> true;
            case VertxException waited -> isWaitTimeout(waited.getMessage());
            case NoStackTraceThrowable waited -> isWaitTimeout(waited.getMessage());
            default -> false;
        };
    }

    private static boolean isWaitTimeout(@Nullable String message) {
        return message != null && POOL_WAIT_TIMEOUTS.contains(message);
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
            case Throwable waited when isPoolExhausted(waited) -> Optional.of(ErrorCode.UNAVAILABLE);
            default -> Optional.empty();
        };
    }

    private static Optional<ErrorCode> codeOfState(String state) {
        if (QUERY_CANCELED.equals(state)) {
            return Optional.of(ErrorCode.TIMEOUT);
        }
        boolean outOfReach = state.startsWith(CONNECTION_EXCEPTION_CLASS)
                || state.startsWith(OPERATOR_INTERVENTION_CLASS)
                || state.equals(DISK_FULL)
                || state.equals(TOO_MANY_CONNECTIONS);
        return outOfReach ? Optional.of(ErrorCode.UNAVAILABLE) : Optional.empty();
    }
}
