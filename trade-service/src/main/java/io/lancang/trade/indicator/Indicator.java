package io.lancang.trade.indicator;

import io.lancang.trade.figure.Money;
import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

@Description("The size of a partner in one year, by the World Bank.")
public record Indicator(
        @Description("The calendar year.") int year,

        @Description("Gross domestic product in current US dollars; null if the World Bank gives none.") @Nullable
        Money gdp,

        @Description("Population in the middle of the year; null if the World Bank gives none.") @Nullable
        Integer population,

        @Description("Gross domestic product per head in current US dollars; null where either is missing.") @Nullable
        Double gdpPerHead) {}
