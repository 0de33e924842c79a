package io.lancang.kit.error;

import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells failures of the database's reach and room from failures of a statement, which are faults of the service. */
public final class DatabaseFailure {
    private static final String CONNECTION_EXCEPTION_CLASS = "08";
    private static final String TOO_MANY_CONNECTIONS = "53300";
    private static final String DISK_FULL = "53100";
    private static final String OPERATOR_INTERVENTION_CLASS = "57P";
    private static final String QUERY_CANCELED = "57014";
    /** What the client's pool says to who asks for a connection, and of a statement that needs one. */
    private static final Set<String> POOL_WAIT_TIMEOUTS = Set.of("Timeout", "Timeout waiting for connection");

    /** Of an index, a number, a day or a text that PostgreSQL has no place for. */
    private static final Set<String> UNKEEPABLE_VALUES = Set.of("54000", "22003", "22008", "22021", "22P05");

    private static final String RETRY = "Retry in some seconds.";

    private DatabaseFailure() {}

    /** What a client reads of a failure that comes from reaching the database, empty for any other failure. */
    public static Optional<ServiceException> explained(Throwable failure) {
        return switch (failure) {
            case PgException refused -> ofState(refused.getSqlState());
            // Hibernate tells of the same failures as JDBC does.
            case SQLException refused when refused.getSQLState() != null -> ofState(refused.getSQLState());
            case Throwable waited
            when isPoolExhausted(waited) ->
                Optional.of(new ServiceException(
                        ErrorCode.UNAVAILABLE, "All connections of this service to its database are in use.", RETRY));
            case SocketException unreachable -> Optional.of(outOfReach());
            case UnknownHostException unreachable -> Optional.of(outOfReach());
            case ClosedChannelException closed -> Optional.of(outOfReach());
            case ClosedConnectionException closed -> Optional.of(outOfReach());
            case TimeoutException late -> Optional.of(tooLate());
            default -> Optional.empty();
        };
    }

    /** The same of a state of SQL, by which each client of the database tells what failed. */
    public static Optional<ServiceException> ofState(String state) {
        if (state.equals(DISK_FULL)) {
            return Optional.of(new ServiceException(
                    ErrorCode.UNAVAILABLE,
                    "The disk of this service's database is full.",
                    "Nothing can be loaded, and no large question answered, until there is room on it."));
        }
        if (UNKEEPABLE_VALUES.contains(state)) {
            return Optional.of(ServiceException.badInput(
                    "A value of the request is too long, too large or no text for the database.",
                    "Texts have no NUL, codes and ids are short, and numbers and dates are of this world."));
        }
        if (state.equals(QUERY_CANCELED)) {
            return Optional.of(tooLate());
        }
        boolean isOutOfReach = state.startsWith(CONNECTION_EXCEPTION_CLASS)
                || state.startsWith(OPERATOR_INTERVENTION_CLASS)
                || state.equals(TOO_MANY_CONNECTIONS);
        return isOutOfReach ? Optional.of(outOfReach()) : Optional.empty();
    }

    /** What a client reads where no connection can be had. */
    public static ServiceException outOfReach() {
        return new ServiceException(ErrorCode.UNAVAILABLE, "The database of this service cannot be reached.", RETRY);
    }

    private static ServiceException tooLate() {
        return new ServiceException(ErrorCode.TIMEOUT, "The database took longer than is allowed.", RETRY);
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
}
