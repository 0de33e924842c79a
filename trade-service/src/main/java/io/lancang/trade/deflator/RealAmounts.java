package io.lancang.trade.deflator;

import io.lancang.kit.provenance.SourceReference;
import io.lancang.kit.scalar.Decimal;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.Money;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.jspecify.annotations.Nullable;

/**
 * The amounts of a point at the prices of another year.
 *
 * @param citation who gives the deflator, served as {@code source}; null with a gap
 */
@Description(
        "The amounts of a point at the prices of one year: amount * deflator of that year / deflator of the point's year.")
public record RealAmounts(
        @Description("The year whose prices they are at.") int prices,

        @Description("Exports, marked ESTIMATED; null where the point has none, or with `gap`.") @Nullable
        Money exports,

        @Description("Imports, marked ESTIMATED; null where the point has none, or with `gap`.") @Nullable
        Money imports,

        @Description("The total, marked ESTIMATED; null where the point has none, or with `gap`.") @Nullable
        Money total,

        @Description("The balance, marked ESTIMATED; null where the point has none, or with `gap`.") @Nullable
        Money balance,

        @Description("The deflator of the point's year; null if there is none.") @Nullable
        Decimal deflator,

        @Description("The deflator of the year whose prices they are at; null if there is none.") @Nullable
        Decimal pricesDeflator,

        @Description("Why there are no amounts; null if there are some.") @Nullable
        Gap gap,

        @Ignore @Nullable SourceReference citation) {}
