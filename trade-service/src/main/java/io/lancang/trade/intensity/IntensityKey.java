package io.lancang.trade.intensity;

import io.lancang.trade.figure.Flow;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Whose intensity is asked for. */
record IntensityKey(String partner, Arguments arguments) {
    /** What a statement is the same for. */
    record Arguments(
            String reporter, int year, Flow flow, @Nullable OffsetDateTime asOf) {
        /** The flow that the partner sees the same goods in. */
        Flow opposite() {
            return flow == Flow.EXPORTS ? Flow.IMPORTS : Flow.EXPORTS;
        }
    }
}
