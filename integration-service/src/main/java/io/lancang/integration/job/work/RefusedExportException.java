package io.lancang.integration.job.work;

import io.lancang.kit.text.Brief;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The gateway, or a service behind it, does not give a file. */
final class RefusedExportException extends Exception {
    /** Answers that another attempt may change: those of an overload, of a limit that passes, and of a part that is down. */
    private static final Set<Integer> PASSING = Set.of(408, 421, 425, 429);

    private static final int FAULTS = 500;
    private static final Duration LONGEST = Duration.ofHours(1);

    private final int status;
    private final String code;
    private final Duration retryAfter;

    private RefusedExportException(int status, String code, String message, Duration retryAfter) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /**
     * By what was answered.
     *
     * @param retryAfter the header of this name; null for none
     */
    static RefusedExportException of(int status, Buffer body, @Nullable String retryAfter) {
        JsonObject error = error(body);
        String code = error.getJsonObject("extensions", error).getString("code", "HTTP_" + status);
        String message = error.getString("message", "The gateway answered " + status + ".");
        return new RefusedExportException(status, code, Brief.message(message), seconds(retryAfter));
    }

    /** The first error of an answer in the form of the graph; one without anything if there is none. */
    private static JsonObject error(Buffer body) {
        try {
            JsonArray errors = new JsonObject(body).getJsonArray("errors", new JsonArray());
            return errors.isEmpty() ? new JsonObject() : errors.getJsonObject(0);
        } catch (DecodeException | ClassCastException otherForm) {
            return new JsonObject();
        }
    }

    /** A date is answered by the usual pause: clocks differ. */
    private static Duration seconds(@Nullable String retryAfter) {
        if (retryAfter == null || !retryAfter.strip().matches("\\d{1,9}")) {
            return Duration.ZERO;
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(retryAfter.strip()));
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }

    /** The stable code of the refusal. */
    String code() {
        return code;
    }

    /** Names the value and the rule. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    /** Whether asking again gives the same. */
    boolean isLasting() {
        return status < FAULTS && !PASSING.contains(status);
    }

    /** For how long it is asked to be left alone, an hour at most; zero if it does not say. */
    Duration retryAfter() {
        return retryAfter;
    }
}
