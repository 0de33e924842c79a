package io.lancang.corridor.feature.closure;

import io.lancang.corridor.feature.route.Route;
import io.lancang.corridor.feature.route.RouteTravel;
import io.lancang.corridor.ground.fact.Mode;
import io.lancang.kit.cost.Cost;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

/**
 * What one way takes more than another; below 0 what it takes less.
 *
 * @param km kilometres
 * @param hours hours, or null
 * @param usdPerTonne US$ a tonne, or null
 * @param crossings borders
 * @param transfers changes of mode or gauge
 * @param gaugeChanges changes of railway gauge
 */
@Description("What the way after a closure takes more than the one before it; below 0 what it takes less.")
@Cost(weight = 0)
public record ClosureDifference(
        @Description("Kilometres: `knownLengthKm` and `greatCircleKm` of the routes.")
        double km,

        @Description("Hours of travel, by the assumptions of the question; null where goods do not travel.") @Nullable
        Double hours,

        @Description("US$ a tonne, by the assumptions of the question; null where goods do not travel.") @Nullable
        Double usdPerTonne,

        @Description("Borders between countries.") int crossings,

        @Description("Changes of mode or of railway gauge.") int transfers,

        @Description("Changes of railway gauge.") int gaugeChanges) {
    static ClosureDifference of(Route before, Route after) {
        RouteTravel first = before.travel();
        RouteTravel second = after.travel();
        return new ClosureDifference(
                rounded(km(after) - km(before)),
                first == null || second == null ? null : rounded(second.hours() - first.hours()),
                first == null || second == null ? null : rounded(second.usdPerTonne() - first.usdPerTonne()),
                after.crossings().size() - before.crossings().size(),
                after.transfers().size() - before.transfers().size(),
                gaugeChanges(after) - gaugeChanges(before));
    }

    private static double km(Route route) {
        return route.knownLengthKm() + route.greatCircleKm();
    }

    private static int gaugeChanges(Route route) {
        return (int) route.transfers().stream()
                .filter(transfer -> transfer.fromMode() == Mode.RAIL && transfer.toMode() == Mode.RAIL)
                .count();
    }

    private static double rounded(double figure) {
        return BigDecimal.valueOf(figure).setScale(2, RoundingMode.HALF_UP).doubleValue();
    }
}
