package io.lancang.trade.intake;

import io.lancang.kit.dataset.FileRow;
import io.lancang.kit.dataset.RowReader;
import io.lancang.kit.text.Brief;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.figure.Quality;
import io.lancang.trade.storage.Classifications;
import io.lancang.trade.storage.Figure;
import io.lancang.trade.storage.TradeFlowTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tables of China Customs with Chinese headers: by month or year and partner, of a flow in a column or of both side by side,
 * with or without products, in yuan or dollars or both, in any unit that the header names. Other columns are not read.
 */
final class ChineseFormat implements FlowFormat {
    private static final Pattern PERIOD = Pattern.compile("(?<year>\\d{4})年?(?:[-./]?(?<month>\\d{1,2})月?)?");
    private static final Pattern MONTH = Pattern.compile("(?<month>\\d{1,2})月?");
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,20}|\\d{1,3}(,\\d{3}){1,6})(\\.\\d{1,20})?");
    private static final Map<Flow, String> FLOW_WORDS =
            Map.of(Flow.EXPORTS, ChineseColumns.EXPORTS, Flow.IMPORTS, ChineseColumns.IMPORTS);
    private static final Map<String, String> FLOWS =
            Map.of(ChineseColumns.EXPORTS, Flow.EXPORTS.code(), ChineseColumns.IMPORTS, Flow.IMPORTS.code());
    private static final Set<String> CHINA = Set.of("全国", "合计", "总计", "中国");
    private static final Set<String> RESIDUAL_AREAS = Set.of("国(地)别不详", "国别不详", "国(地)别不详的", "其他");
    /** Names that Customs has beside those of the partners. */
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("总值", TradeFlowTable.WORLD),
            Map.entry("总计", TradeFlowTable.WORLD),
            Map.entry("合计", TradeFlowTable.WORLD),
            Map.entry("全球", TradeFlowTable.WORLD),
            Map.entry("进出口总值", TradeFlowTable.WORLD),
            Map.entry("香港", "HKG"),
            Map.entry("澳门", "MAC"),
            Map.entry("台湾", "TWN"),
            Map.entry("台湾省", "TWN"),
            Map.entry("台澎金马关税区", "TWN"),
            Map.entry("俄罗斯联邦", "RUS"),
            Map.entry("阿拉伯联合酋长国", "ARE"),
            Map.entry("波斯尼亚和黑塞哥维那", "BIH"),
            Map.entry("多米尼加共和国", "DOM"),
            Map.entry("捷克共和国", "CZE"),
            Map.entry("沙特", "SAU"),
            Map.entry("大韩民国", "KOR"),
            Map.entry("东南亚国家联盟", "ASEAN"),
            Map.entry("欧洲联盟", "EU"));

    @Override
    public String name() {
        return "customs table in Chinese";
    }

    @Override
    public String columns() {
        return "数据年月,贸易伙伴名称,进出口类型,美元 or 年份,月份,国别（地区）,出口（万元）,进口（万元） and, if wanted, 商品编码,注册地名称,数量,计量单位,净重（千克）";
    }

    @Override
    public FlowWords words(List<String> header) {
        ChineseColumns columns = ChineseColumns.of(header).orElseThrow();
        return new FlowWords(
                columns.period(),
                columns.place() == null ? "" : columns.place(),
                columns.partner(),
                columns.flow() == null ? "" : columns.flow(),
                columns.product() == null ? "" : columns.product(),
                "",
                columns.amounts().getFirst().column(),
                FLOW_WORDS);
    }

    @Override
    public Optional<RowReader> reader(List<String> header, FlowDataset dataset, FlowCodes codes) {
        return ChineseColumns.of(header).map(columns -> new Reader(columns, dataset, codes));
    }

    /** The number of a cell; empty where it is blank or has a dash, which is no zero. */
    static Optional<BigDecimal> number(FileRow row, String column) {
        return row.optional(column).filter(cell -> !"-".equals(cell)).map(text -> {
            if (!NUMBER.matcher(text).matches()) {
                throw row.rejected(column, "'" + Brief.value(text) + "' is no amount such as 1234.5 or 1,234.5");
            }
            return new BigDecimal(text.replace(",", ""));
        });
    }

    /** Belongs to one load and one thread. */
    private record Reader(ChineseColumns columns, FlowDataset dataset, FlowCodes codes) implements RowReader {
        @Override
        public void read(FileRow row, Rows rows) {
            Periods.PeriodOfFigure period = period(row);
            String partner = partner(row);
            if (partner == null) {
                return;
            }
            String reporter = reporter(row);
            String product = product(row, period);
            for (ChineseColumns.Amount amount : columns.amounts()) {
                String value = value(row, amount);
                if (value != null) {
                    String flow = flow(row, amount);
                    new Figure(
                                    dataset.number(),
                                    period.frequency(),
                                    period.start(),
                                    reporter,
                                    partner,
                                    flow,
                                    product,
                                    amount.currency(),
                                    value,
                                    TradeFlowTable.valuationOf(flow),
                                    Quality.REPORTED.code(),
                                    source(row),
                                    columns.measures().of(row, flow))
                            .addTo(rows);
                }
            }
        }

        private Periods.PeriodOfFigure period(FileRow row) {
            String text = row.text(columns.period());
            Matcher parts = PERIOD.matcher(ChineseColumns.plain(text));
            String monthColumn = columns.month();
            String month = monthColumn == null ? null : month(row, monthColumn);
            if (parts.matches()) {
                String ofPeriod = parts.group("month");
                Periods.PeriodOfFigure period = ofPeriod == null || month == null
                        ? Periods.of(Integer.parseInt(parts.group("year")), month == null ? ofPeriod : month)
                        : null;
                if (period != null) {
                    return period;
                }
            }
            throw row.rejected(
                    columns.period(),
                    "'" + Brief.value(text) + "' is no year (2024, 2024年) or month (202403, 2024-03, 2024年3月) from "
                            + TradeFlowTable.FIRST_YEAR + " to " + TradeFlowTable.LAST_YEAR);
        }

        private static @Nullable String month(FileRow row, String column) {
            Optional<String> text = row.optional(column);
            if (text.isEmpty()) {
                return null;
            }
            Matcher month = MONTH.matcher(text.get());
            if (!month.matches()) {
                throw row.rejected(column, "'" + Brief.value(text.get()) + "' is no month (3, 03, 3月)");
            }
            return month.group("month");
        }

        /** The code of a partner; null for what is no partner. */
        private @Nullable String partner(FileRow row) {
            String name = ChineseColumns.plain(row.text(columns.partner()));
            if (RESIDUAL_AREAS.contains(name)) {
                return null;
            }
            String code = OTHER_NAMES.getOrDefault(name, codes.byChineseName().get(name));
            if (code == null) {
                throw row.rejected(
                        columns.partner(),
                        "'" + Brief.value(name)
                                + "' is the Chinese name of no partner; `correctPartner` gives it to one");
            }
            return code;
        }

        private String reporter(FileRow row) {
            Optional<String> place =
                    Optional.ofNullable(columns.place()).flatMap(row::optional).map(ChineseColumns::plain);
            if (place.isEmpty() || CHINA.contains(place.get())) {
                return TradeFlowTable.CHINA;
            }
            String name = place.get().endsWith("省")
                    ? place.get().substring(0, place.get().length() - 1)
                    : place.get();
            String code = codes.byChineseName().get(name);
            if (code == null || !code.startsWith("CN-")) {
                throw row.rejected(
                        String.valueOf(columns.place()), "'" + Brief.value(name) + "' is no province that is known");
            }
            return code;
        }

        private String product(FileRow row, Periods.PeriodOfFigure period) {
            Optional<String> code = Optional.ofNullable(columns.product()).flatMap(row::optional);
            if (code.isEmpty()) {
                return TradeFlowTable.ALL_GOODS;
            }
            String classification =
                    classification(Integer.parseInt(period.start().substring(0, 4)));
            String key = Classifications.keyOf(classification, code.get());
            if (!codes.products().contains(key)) {
                throw row.rejected(
                        String.valueOf(columns.product()),
                        "'" + Brief.value(code.get()) + "' is no chapter, heading or subheading of " + classification
                                + ", which the year goes by; figures of eight digits are not taken");
            }
            return key;
        }

        /** China's tariff follows a revision from the year on that it is in force. */
        private static String classification(int year) {
            if (year >= 2022) {
                return "HS2022";
            }
            return year >= 2017 ? "HS2017" : "HS2012";
        }

        private String flow(FileRow row, ChineseColumns.Amount amount) {
            String column = columns.flow();
            return column == null ? String.valueOf(amount.flow()) : row.oneOf(column, FLOWS);
        }

        /** In units of the currency; null where there is no figure. */
        private static @Nullable String value(FileRow row, ChineseColumns.Amount amount) {
            return number(row, amount.column())
                    .map(number ->
                            number.multiply(amount.unit()).stripTrailingZeros().toPlainString())
                    .orElse(null);
        }

        private String source(FileRow row) {
            String source = dataset.source();
            if (source == null) {
                throw row.rejected("source", "is missing: dataset " + dataset.code() + " has no source of its own");
            }
            return source;
        }
    }
}
