package io.lancang.corridor.ground.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.corridor.ground.fact.Basis;
import io.lancang.corridor.ground.fact.ThroughputMetric;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource(nullValues = "fine", textBlock = """
            FREIGHT_TOTAL,      t,       fine
            FREIGHT_TOTAL,      bananas, "'bananas' is no unit of freight_total, which is in t"
            FREIGHT_TOTAL,      kt,      "'kt' is no unit of freight_total, which is in t"
            CARGO,              t/y,     fine
            CONTAINERS_ROAD,    TEU,     fine
            CONTAINERS_ROAD,    boxes,   "'boxes' is no unit of containers_road, which is in TEU or containers"
            BORDER_TRADE_VALUE, THB,     fine
            BORDER_TRADE_VALUE, usd,     "'usd' is no unit of border_trade_value, which is in a currency of ISO 4217"
            POWER_EXPORT,       MW,      "'MW' is no unit of power_export, which is in kWh"
            """, quoteCharacter = '"')
    void areInUnitsOfTheirMetric(ThroughputMetric metric, String unit, @Nullable String reason) {
        assertEquals(
                reason, Figures.faultOfUnit(metric, unit).map(Fault::reason).orElse(null));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "none", textBlock = """
            PERIOD,  2024-01-01, 2024-12-31, none
            PERIOD,  2024-01-01, 2024-01-01, none
            PERIOD,  none,       2024-12-31, a figure of basis PERIOD must have both ends of its period
            TYPICAL, none,       none,       none
            TYPICAL, 2024-12-31, 2024-01-01, 2024-01-01 is before the start 2024-12-31
            """, quoteCharacter = '"')
    void haveAPeriodUnlessTheyAreTypical(
            Basis basis, @Nullable LocalDate start, @Nullable LocalDate end, @Nullable String reason) {
        assertEquals(
                reason,
                Figures.faultOfPeriod(basis, start, end).map(Fault::reason).orElse(null));
    }
}
