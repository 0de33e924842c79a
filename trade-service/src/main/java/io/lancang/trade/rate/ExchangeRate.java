package io.lancang.trade.rate;

import io.lancang.kit.cost.Cost;
import io.lancang.kit.provenance.SourceReference;
import io.lancang.kit.scalar.Decimal;
import io.lancang.trade.period.Period;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * A rate of exchange.
 *
 * @param citation who gives it, served as {@code source}
 */
@Description("Yuan for one US dollar over a period.")
@Cost(weight = 0)
public record ExchangeRate(
        @Description("The period that the rate is about.") @NonNull
        Period period,

        @Description("Yuan for one US dollar.") @NonNull Decimal cnyPerUsd,

        @Description("Where the rate comes from.") @NonNull RateOrigin origin,
        @Ignore SourceReference citation) {}
