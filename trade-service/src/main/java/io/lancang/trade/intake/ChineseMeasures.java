package io.lancang.trade.intake;

import io.lancang.kit.dataset.FileRow;
import io.lancang.kit.text.Brief;
import io.lancang.trade.storage.Figure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a customs table in Chinese that say how much was traded: a quantity with its unit, which its header or a column names,
 * and a net weight.
 */
record ChineseMeasures(List<Column> quantities, List<Column> weights) {
    private static final Pattern QUANTITY = Pattern.compile("(?<flow>出口|进口)?(第一)?数量(\\((?<unit>[^()]{1,40})\\))?");
    private static final Pattern WEIGHT = Pattern.compile("(?<flow>出口|进口)?(净重|净重量|重量)(\\((?<unit>千克|公斤|吨|克)\\))?");
    private static final Pattern UNIT = Pattern.compile("(第一)?(计量单位|数量单位)");
    private static final Pattern UNIT_TEXT = Pattern.compile("\\P{Cntrl}{1,40}");

    /** Units as other formats write them; those of counting, such as 台, stay as they are, since each means something else. */
    private static final Map<String, String> UNITS =
            Map.of("千克", "kg", "公斤", "kg", "克", "g", "吨", "t", "升", "l", "米", "m", "平方米", "m²", "立方米", "m³");

    private static final Map<String, BigDecimal> KILOGRAMS = Map.of(
            "千克", BigDecimal.ONE, "公斤", BigDecimal.ONE, "吨", new BigDecimal("1000"), "克", new BigDecimal("0.001"));

    /**
     * A column of quantities or weights.
     *
     * @param flow the flow that it is of, by its code; null for that of the row
     * @param unit the unit as the header has it; null if a column has it
     * @param unitColumn the column with the unit; null if the header has it
     */
    record Column(
            String name,
            @Nullable String flow,
            @Nullable String unit,
            @Nullable String unitColumn) {
        private boolean isOf(String flowOfFigure) {
            return flow == null || flow.equals(flowOfFigure);
        }
    }

    /**
     * Those of a header. A quantity of which nothing names the unit is none, nor is one that could be of either flow.
     *
     * @param isOfOneFlow whether each row is of one flow
     */
    static ChineseMeasures of(List<String> header, boolean isOfOneFlow) {
        String unitColumn = header.stream()
                .filter(column -> UNIT.matcher(ChineseColumns.plain(column)).matches())
                .findFirst()
                .orElse(null);
        return new ChineseMeasures(
                columns(header, QUANTITY, unitColumn)
                        .filter(column -> column.unit() != null || column.unitColumn() != null)
                        .filter(column -> isOfOneFlow || column.flow() != null)
                        .toList(),
                columns(header, WEIGHT, null)
                        .filter(column -> isOfOneFlow || column.flow() != null)
                        .toList());
    }

    private static Stream<Column> columns(List<String> header, Pattern pattern, @Nullable String unitColumn) {
        return header.stream().flatMap(name -> {
            Matcher parts = pattern.matcher(ChineseColumns.plain(name));
            if (!parts.matches()) {
                return Stream.empty();
            }
            String unit = parts.group("unit");
            return Stream.of(new Column(
                    name, ChineseColumns.flowOf(parts.group("flow")), unit, unit == null ? unitColumn : null));
        });
    }

    /** How much a figure of this flow in the row is about. */
    Figure.Measures of(FileRow row, String flow) {
        Optional<Column> quantity =
                quantities.stream().filter(column -> column.isOf(flow)).findFirst();
        String many = quantity.flatMap(column -> ChineseFormat.number(row, column.name()))
                .map(BigDecimal::toPlainString)
                .orElse(null);
        return new Figure.Measures(
                many,
                many == null ? null : quantity.map(column -> unit(row, column)).orElseThrow(),
                false,
                weights.stream()
                        .filter(column -> column.isOf(flow))
                        .findFirst()
                        .flatMap(column -> kilograms(row, column))
                        .orElse(null),
                false);
    }

    private static String unit(FileRow row, Column column) {
        String unitColumn = column.unitColumn();
        String unit = unitColumn == null
                ? String.valueOf(column.unit())
                : row.optional(unitColumn)
                        .orElseThrow(() -> row.rejected(
                                unitColumn, "is blank, and the quantity beside it means nothing without its unit"));
        if (!UNIT_TEXT.matcher(unit).matches()) {
            throw row.rejected(
                    unitColumn == null ? column.name() : unitColumn,
                    "'" + Brief.value(unit) + "' has more than 40 characters, or signs that cannot be read");
        }
        return UNITS.getOrDefault(unit, unit);
    }

    private static Optional<String> kilograms(FileRow row, Column column) {
        BigDecimal unit = KILOGRAMS.getOrDefault(String.valueOf(column.unit()), BigDecimal.ONE);
        return ChineseFormat.number(row, column.name())
                .map(number -> number.multiply(unit).stripTrailingZeros().toPlainString());
    }
}
