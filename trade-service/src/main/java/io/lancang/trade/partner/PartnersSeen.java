package io.lancang.trade.partner;

import io.lancang.kit.history.Vantage;

/**
 * The partners with the names and regions that they had. A steward corrects both, so what is asked about the past is answered with
 * those of then: whatever shows a name or goes by a region reads it from here.
 */
public final class PartnersSeen {
    private PartnersSeen() {}

    /** SQL of a table with the columns of {@code partner}. */
    public static String from(Vantage seen) {
        Long release = seen.release();
        return release == null ? "partner" : "partner_at(" + release + ")";
    }
}
