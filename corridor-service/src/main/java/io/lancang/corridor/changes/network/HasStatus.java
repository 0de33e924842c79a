package io.lancang.corridor.changes.network;

import io.lancang.corridor.ground.fact.Status;
import io.lancang.kit.entity.Historical;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row with a status. */
interface HasStatus {
    /** How far it has come. */
    Status status();

    /** Closes it. */
    void close(long release);

    /** The status, in the words of the source, and the day of its opening, as the audit keeps what was before. */
    JsonObject stated();

    /**
     * The same with another status.
     *
     * @param openedOn the day on which it opened by the change; null if it opened by none
     */
    Historical changed(Status to, @Nullable LocalDate openedOn, long release);
}
