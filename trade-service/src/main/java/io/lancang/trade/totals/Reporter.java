package io.lancang.trade.totals;

import io.lancang.trade.storage.TradeFlowTable;

/**
 * Whose reports are served.
 *
 * @param code its code as a partner
 * @param name its name in English, for sentences
 */
public record Reporter(String code, String name) {
    /** Who reports if nobody else is asked for. */
    public static final Reporter CHINA = new Reporter(TradeFlowTable.CHINA, "China");

    /**
     * Whether it is China. Its series are those that datasets have a precedence for; figures of other reporters count from
     * any dataset, those with a precedence first, because nothing stands in their place.
     */
    public boolean isChina() {
        return TradeFlowTable.CHINA.equals(code);
    }
}
