package io.lancang.trade.intake;

import io.lancang.trade.figure.Flow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a customs table by what they say.
 *
 * @param period a month or a year; with {@code month} the year
 * @param month the month of the year; null if {@code period} has it
 * @param flow null if every amount says its own
 * @param product null for all goods
 * @param place the province that reports; null if none is named
 * @param measures how much was traded
 */
record ChineseColumns(
        String period,
        @Nullable String month,
        String partner,
        @Nullable String flow,
        @Nullable String product,
        @Nullable String place,
        List<Amount> amounts,
        ChineseMeasures measures) {
    private static final Set<String> PERIODS = Set.of("数据年月", "年月", "时间", "日期", "期间", "统计时间", "统计年月");
    private static final Set<String> YEARS = Set.of("年份", "年", "年度", "数据年");
    private static final Set<String> MONTHS = Set.of("月份", "月", "数据月");
    private static final Set<String> PARTNERS = Set.of(
            "贸易伙伴名称",
            "贸易伙伴",
            "国别",
            "国家",
            "国别(地区)",
            "国家(地区)",
            "国别地区",
            "国家或地区",
            "国别或地区",
            "贸易国别(地区)",
            "最终目的国(地区)",
            "原产国(地区)");
    static final String EXPORTS = "出口";
    static final String IMPORTS = "进口";
    private static final Set<String> FLOWS = Set.of("进出口", "进出口类型", "进出口标志", "进出口方向", "贸易流向", "流向", "贸易方向");
    private static final Set<String> PRODUCTS = Set.of("商品编码", "商品代码", "商品编号", "HS编码", "税号", "税则号列");
    private static final Set<String> PLACES = Set.of("注册地名称", "注册地", "收发货人注册地", "收发货人所在地", "省份", "省市");

    /** Units in the order in which one contains another. */
    private static final List<Map.Entry<String, String>> UNITS = List.of(
            Map.entry("百万", "1000000"),
            Map.entry("千万", "10000000"),
            Map.entry("亿", "100000000"),
            Map.entry("万", "10000"),
            Map.entry("千", "1000"));

    private static final String WORDS = "出口|进口|总额|总值|金额|贸易|额|值|人民币|美元|百万|千万|亿|万|千|元|单位|当月|当年|[():：\\s]";

    /**
     * An amount.
     *
     * @param flow export or import; null if a column says
     * @param unit how many units of the currency it counts
     */
    record Amount(String column, @Nullable String flow, String currency, BigDecimal unit) {}

    /** The columns of a header; empty if it is none of a customs table. */
    static Optional<ChineseColumns> of(List<String> header) {
        String year = find(header, YEARS);
        String period = year == null ? find(header, PERIODS) : year;
        String month = year == null ? null : find(header, MONTHS);
        String partner = find(header, PARTNERS);
        String flow = find(header, FLOWS);
        List<Amount> amounts = new ArrayList<>();
        header.forEach(column -> amountOf(column, flow).ifPresent(amounts::add));
        if (period == null || partner == null || amounts.isEmpty()) {
            return Optional.empty();
        }
        boolean isOfOneFlow =
                flow != null || amounts.stream().map(Amount::flow).distinct().count() == 1;
        return Optional.of(new ChineseColumns(
                period,
                month,
                partner,
                flow,
                find(header, PRODUCTS),
                find(header, PLACES),
                List.copyOf(amounts),
                ChineseMeasures.of(header, isOfOneFlow)));
    }

    /** The code of a flow by its word; null for none. */
    static @Nullable String flowOf(@Nullable String word) {
        return word == null ? null : (word.equals(EXPORTS) ? Flow.EXPORTS : Flow.IMPORTS).code();
    }

    private static @Nullable String find(List<String> header, Set<String> names) {
        return header.stream()
                .filter(column -> names.contains(plain(column)))
                .findFirst()
                .orElse(null);
    }

    /** Without blanks, and with the brackets of ASCII. */
    static String plain(String text) {
        return text.replaceAll("[\\s\\u3000]", "").replace('（', '(').replace('）', ')');
    }

    /** Totals of both flows, balances and rates of change are no amounts of a flow. */
    private static Optional<Amount> amountOf(String column, @Nullable String flowColumn) {
        String name = plain(column);
        boolean isDollars = name.contains("美元");
        if (!(isDollars || name.contains("人民币") || name.contains("元"))
                || name.contains("进出口")
                || !name.replaceAll(WORDS, "").isEmpty()) {
            return Optional.empty();
        }
        String flow = null;
        if (flowColumn == null) {
            if (!name.startsWith(EXPORTS) && !name.startsWith(IMPORTS)) {
                return Optional.empty();
            }
            flow = flowOf(name.startsWith(EXPORTS) ? EXPORTS : IMPORTS);
        }
        BigDecimal unit = UNITS.stream()
                .filter(each -> name.contains(each.getKey()))
                .findFirst()
                .map(each -> new BigDecimal(each.getValue()))
                .orElse(BigDecimal.ONE);
        return Optional.of(new Amount(column, flow, isDollars ? "USD" : "CNY", unit));
    }
}
