package io.lancang.trade.intake;

import io.lancang.kit.dataset.FileRow;
import io.lancang.trade.storage.Figure;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much was traded, in the columns of UN Comtrade: {@code qty} in the unit {@code qtyUnitAbbr} or {@code qtyUnitCode}, and {@code
 * netWgt} in kilograms. It writes zero where it knows neither, so that a zero is none.
 */
final class ComtradeMeasures {
    private static final Set<String> NO_UNIT = Set.of("-1", "1", "N/A", "-");
    private static final Set<String> YES = Set.of("true", "True", "TRUE", "1");
    /** The units of the World Customs Organization, by the numbers that UN Comtrade has for them. */
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("2", "m²"),
            Map.entry("3", "1000 kWh"),
            Map.entry("4", "m"),
            Map.entry("5", "u"),
            Map.entry("6", "2u"),
            Map.entry("7", "l"),
            Map.entry("8", "kg"),
            Map.entry("9", "1000u"),
            Map.entry("10", "u (jeu/pack)"),
            Map.entry("11", "12u"),
            Map.entry("12", "m³"),
            Map.entry("13", "carat"));

    /** The columns of the file, by their names in small letters. */
    private final Map<String, String> columns;

    ComtradeMeasures(Map<String, String> columns) {
        this.columns = columns;
    }

    Figure.Measures of(FileRow row) {
        String unit = unit(row);
        String quantity = unit == null ? null : positive(row, "qty");
        String weight = positive(row, "netwgt");
        return quantity == null && weight == null
                ? Figure.Measures.NONE
                : new Figure.Measures(
                        quantity,
                        quantity == null ? null : unit,
                        says(row, "isqtyestimated"),
                        weight,
                        says(row, "isnetwgtestimated"));
    }

    /** Null where the file has none. A number that is not known here stays one. */
    private @Nullable String unit(FileRow row) {
        String code = optional(row, "qtyunitcode").orElse("-1");
        if (NO_UNIT.contains(code)) {
            return null;
        }
        String known = UNITS.get(code);
        return known == null ? optional(row, "qtyunitabbr").orElse("UN Comtrade unit " + code) : known;
    }

    private @Nullable String positive(FileRow row, String name) {
        String column = columns.get(name);
        return column == null
                ? null
                : row.optionalAmount(column)
                        .filter(amount -> amount.signum() > 0)
                        .map(BigDecimal::toPlainString)
                        .orElse(null);
    }

    private boolean says(FileRow row, String name) {
        return optional(row, name).map(YES::contains).orElse(false);
    }

    private Optional<String> optional(FileRow row, String name) {
        String column = columns.get(name);
        return column == null ? Optional.empty() : row.optional(column);
    }
}
