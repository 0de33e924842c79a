package io.lancang.kit.replica;

import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells failures that are a server's own from those that every server would answer with. */
public final class Passing {
    /** A standby ends statements that what it replays is in the way of, and a server that was demoted writes nothing. */
    private static final Set<String> STATES = Set.of("40001", "25006", "53300");

    private static final String CONNECTION = "08";
    private static final String SHUTDOWN = "57P";
    /** Who waited for a connection in vain need not wait for another. */
    private static final String WAITED = "Timeout";

    private Passing() {}

    /** Whether another server may answer what failed. */
    public static boolean isOf(Throwable failure) {
        @Nullable Throwable cause = failure;
        while (cause != null) {
            if (isOwn(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isOwn(Throwable failure) {
        return switch (failure) {
            case PgException refused -> isOwn(refused.getSqlState());
            case IOException unreachable -> true;
            case ConnectionPoolTooBusyException full -> false;
            case VertxException closed -> !isWait(closed);
            case NoStackTraceThrowable closed -> !isWait(closed);
            default -> false;
        };
    }

    private static boolean isOwn(@Nullable String state) {
        return state != null && (STATES.contains(state) || state.startsWith(CONNECTION) || state.startsWith(SHUTDOWN));
    }

    private static boolean isWait(Throwable failure) {
        return failure.getMessage() != null && failure.getMessage().startsWith(WAITED);
    }
}
