package io.lancang.gateway.limits.rate;

import java.util.Locale;

/** What is limited. */
enum Kind {
    REQUESTS,
    COST,
    CONCURRENT_REQUESTS,
    SUBSCRIPTIONS;

    /** As in metrics. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
