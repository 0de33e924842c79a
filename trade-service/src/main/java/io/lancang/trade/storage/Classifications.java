package io.lancang.trade.storage;

import java.util.Map;
import java.util.stream.Collectors;

/** Classifications of goods, each with the abbreviation that UN Comtrade gives it and that keys of products begin with. */
public final class Classifications {
    private static final Map<String, String> ABBREVIATIONS = Map.ofEntries(
            Map.entry("HS1992", "H0"),
            Map.entry("HS1996", "H1"),
            Map.entry("HS2002", "H2"),
            Map.entry("HS2007", "H3"),
            Map.entry("HS2012", "H4"),
            Map.entry("HS2017", "H5"),
            Map.entry("HS2022", "H6"),
            Map.entry("SITC1", "S1"),
            Map.entry("SITC2", "S2"),
            Map.entry("SITC3", "S3"),
            Map.entry("SITC4", "S4"),
            Map.entry("BEC4", "B4"),
            Map.entry("BEC5", "B5"));

    /** Each classification by its own name, for columns that must name one. */
    public static final Map<String, String> NAMES =
            ABBREVIATIONS.keySet().stream().collect(Collectors.toUnmodifiableMap(c -> c, c -> c));

    private Classifications() {}

    /** The key of a product: {@code H6:8542}; all goods are the same in every classification. */
    public static String keyOf(String classification, String code) {
        return TradeFlowTable.ALL_GOODS.equals(code)
                ? TradeFlowTable.ALL_GOODS
                : ABBREVIATIONS.get(classification) + ":" + code;
    }
}
