package io.lancang.trade.mirror;

import io.lancang.trade.figure.Flow;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Which reports to put beside each other.
 *
 * @param code code of a partner or a bloc
 * @param isBloc whether it is a bloc's: a code may be of both
 */
record MirrorKey(String code, boolean isBloc, Arguments arguments) {
    /**
     * What a statement is the same for.
     *
     * @param reporter code of the reporter
     * @param flow as the reporter sees it
     */
    record Arguments(
            String reporter,
            Flow flow,
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable OffsetDateTime asOf) {}
}
