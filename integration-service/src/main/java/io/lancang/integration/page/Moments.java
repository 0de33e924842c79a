package io.lancang.integration.page;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The present as the database keeps it, so that what was just written and what is read later are the same. */
public final class Moments {
    private Moments() {}

    /** Now, to the microsecond. */
    public static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }
}
