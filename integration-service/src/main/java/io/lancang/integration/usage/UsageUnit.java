package io.lancang.integration.usage;

import java.time.Duration;
import org.eclipse.microprofile.graphql.Description;

@Description("The length of the periods that usage is summed over: a `MINUTE`, an `HOUR` or a `DAY`, in UTC.")
public enum UsageUnit {
    /** As gateways report. */
    @Description("A minute, as gateways report.")
    MINUTE(Duration.ofMinutes(1)),
    /** Sixty of them. */
    @Description("An hour.")
    HOUR(Duration.ofHours(1)),
    /** From midnight to midnight, UTC. */
    @Description("From midnight to midnight, UTC.")
    DAY(Duration.ofDays(1));

    private final Duration length;

    UsageUnit(Duration length) {
        this.length = length;
    }

    Duration length() {
        return length;
    }

    /** The seconds since 1970 at which the span begins that a second is in. All three divide the day, and days of UTC are alike. */
    long begin(long second) {
        return Math.floorDiv(second, length.toSeconds()) * length.toSeconds();
    }
}
