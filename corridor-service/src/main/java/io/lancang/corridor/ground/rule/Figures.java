package io.lancang.corridor.ground.rule;

import io.lancang.corridor.ground.fact.Basis;
import io.lancang.corridor.ground.fact.ThroughputMetric;
import io.lancang.kit.text.Brief;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which units and periods figures of throughput may have, so that figures of one metric can be set side by side. */
public final class Figures {
    private static final String MONEY = "a currency of ISO 4217";

    private Figures() {}

    /** What is wrong about the unit of a figure; empty if nothing is. */
    public static Optional<Fault> faultOfUnit(ThroughputMetric metric, String unit) {
        List<String> units = units(metric);
        boolean isOne = units.isEmpty() ? isCurrency(unit) : units.contains(unit);
        if (isOne) {
            return Optional.empty();
        }
        String allowed = units.isEmpty() ? MONEY : String.join(" or ", units);
        return Optional.of(new Fault(
                "'" + Brief.value(unit) + "' is no unit of " + metric.name().toLowerCase(Locale.ROOT) + ", which is in "
                        + allowed,
                "Give the figure in " + allowed + "."));
    }

    /** What is wrong about the period of a figure; empty if nothing is. */
    public static Optional<Fault> faultOfPeriod(Basis basis, @Nullable LocalDate start, @Nullable LocalDate end) {
        if (basis != Basis.TYPICAL && (start == null || end == null)) {
            return Optional.of(new Fault(
                    "a figure of basis " + basis + " must have both ends of its period",
                    "Give its first and last day."));
        }
        if (start != null && end != null && start.isAfter(end)) {
            return Optional.of(new Fault(end + " is before the start " + start, "Swap the two days."));
        }
        return Optional.empty();
    }

    /** The units of a metric; empty if it is a value, in any currency. */
    private static List<String> units(ThroughputMetric metric) {
        return switch (metric) {
            case FREIGHT_TOTAL,
                    FREIGHT_CROSS_BORDER,
                    FREIGHT_CUSTOMS_IMPORT_EXPORT,
                    FRUIT_IMPORTS,
                    ASEAN_FRUIT_IMPORTS,
                    RAIL_CARGO,
                    CRUDE_IMPORTS,
                    CRUDE_UNLOADED_MADAY,
                    CRUDE_TO_CHINA,
                    CRUDE_TRANSPORTED,
                    GAS_IMPORTS -> List.of("t");
            case CARGO -> List.of("t", "t/y");
            case BEIBU_GULF_THROUGHPUT_CAPACITY -> List.of("t/y");
            case GAS_DELIVERED_TO_CHINA, GAS_DELIVERED_TO_MYANMAR, GAS_TO_CHINA, GAS_TRANSPORTED -> List.of("m3");
            case PASSENGER_TRIPS, PASSENGER_CROSSINGS -> List.of("trips");
            case PASSENGERS -> List.of("passengers");
            case INTERNATIONAL_FREIGHT_TRAINS_PER_DAY -> List.of("trains/day");
            case RAIL_SEA_TRAINS -> List.of("trains");
            case CARGO_VEHICLES -> List.of("vehicles");
            case TRUCKS -> List.of("trucks");
            case CONTAINERS_RAIL, CONTAINERS_ROAD, RAIL_SEA_CONTAINERS -> List.of("TEU", "containers");
            case POWER_EXPORT -> List.of("kWh");
            case INTERCONNECTION_CAPACITY -> List.of("MW");
            case VALUE_CUSTOMS_IMPORT_EXPORT,
                    ASEAN_FRUIT_IMPORTS_VALUE,
                    TRADE_VALUE,
                    BORDER_TRADE_VALUE,
                    BORDER_EXPORTS_TO_CHINA,
                    BORDER_IMPORTS_FROM_CHINA -> List.of();
        };
    }

    private static boolean isCurrency(String unit) {
        return Currency.availableCurrencies()
                .anyMatch(currency -> currency.getCurrencyCode().equals(unit));
    }
}
