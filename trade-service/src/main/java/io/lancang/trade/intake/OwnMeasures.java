package io.lancang.trade.intake;

import io.lancang.kit.dataset.FileRow;
import io.lancang.trade.storage.Figure;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How much was traded, in the columns of the service's own format. */
final class OwnMeasures {
    private static final Pattern UNIT = Pattern.compile("\\P{Cntrl}{1,40}");
    private static final Map<String, Boolean> YES_OR_NO = Map.of("true", true, "false", false);

    private final Set<String> header;

    /** @param header the columns of the file */
    OwnMeasures(Set<String> header) {
        this.header = header;
    }

    Figure.Measures of(FileRow row) {
        Optional<BigDecimal> quantity = header.contains("quantity") ? row.optionalAmount("quantity") : Optional.empty();
        Optional<BigDecimal> weight =
                header.contains("net_weight_kg") ? row.optionalAmount("net_weight_kg") : Optional.empty();
        return new Figure.Measures(
                quantity.map(BigDecimal::toPlainString).orElse(null),
                quantity.map(given -> unit(row)).orElse(null),
                says(row, "quantity_estimated"),
                weight.map(BigDecimal::toPlainString).orElse(null),
                says(row, "net_weight_estimated"));
    }

    private String unit(FileRow row) {
        Optional<String> unit = header.contains("quantity_unit") ? row.optional("quantity_unit") : Optional.empty();
        if (unit.isEmpty()) {
            throw row.rejected(
                    header.contains("quantity_unit") ? "quantity_unit" : "quantity",
                    "a quantity means nothing without its unit, such as u, kg or m³ in quantity_unit");
        }
        if (!UNIT.matcher(unit.get()).matches()) {
            throw row.rejected("quantity_unit", "has more than 40 characters, or signs that cannot be read");
        }
        return unit.get();
    }

    private boolean says(FileRow row, String column) {
        return header.contains(column) && row.optional(column).isPresent() && row.oneOf(column, YES_OR_NO);
    }
}
