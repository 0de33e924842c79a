package io.lancang.trade.intensity;

import io.lancang.trade.figure.Flow;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.Quality;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * How much more a reporter trades with a partner than the partner's weight in the world's trade would have it.
 *
 * @param datasetNumbers numbers of the datasets that the figures are from, served as {@code datasets}; empty with a gap
 */
@Description(
        "How much more a reporter trades with a partner than the partner's weight in the world's trade would have it"
                + " (Kojima 1964, after Brown 1949). Goods, in US dollars.")
public record TradeIntensity(
        @Description("Code of the reporter.") @Id @NonNull String reporterCode,
        @Description("Code of the partner.") @Id @NonNull String partnerCode,
        @Description("The calendar year.") int year,

        @Description("Whose intensity: of the reporter's exports or imports.") @NonNull
        Flow flow,

        @Description(
                "The index: `share` / `worldShare`. Of exports (x from i to j / X of i) / (M of j / (M of the world - M of i)),"
                        + " of imports with exports and imports exchanged. 1 where the reporter trades with the partner as much as the"
                        + " partner's weight has it, more where they are closer. Null with `gap` where undefined.")
        @Nullable
        Double index,

        @Description("Share of the partner in the reporter's exports, or imports, in percent; null with `gap`.")
        @Nullable
        Double share,

        @Description(
                "Share of the partner in what the world without the reporter imports, or exports, in percent; null with `gap`.")
        @Nullable
        Double worldShare,

        @Description("How sure the least sure of the figures is; MISSING with `gap`.") @NonNull
        Quality quality,

        @Description("Why there is no index, with what is missing; null if there is one.") @Nullable
        Gap gap,

        @Ignore List<Integer> datasetNumbers) {

    static TradeIntensity of(
            IntensityKey key, double share, double worldShare, Quality quality, List<Integer> datasetNumbers) {
        return about(key, share / worldShare, share, worldShare, quality, null, datasetNumbers);
    }

    static TradeIntensity undefined(IntensityKey key, Gap gap) {
        return about(key, null, null, null, Quality.MISSING, gap, List.of());
    }

    private static TradeIntensity about(
            IntensityKey key,
            @Nullable Double index,
            @Nullable Double share,
            @Nullable Double worldShare,
            Quality quality,
            @Nullable Gap gap,
            List<Integer> datasetNumbers) {
        IntensityKey.Arguments arguments = key.arguments();
        return new TradeIntensity(
                arguments.reporter(),
                key.partner(),
                arguments.year(),
                arguments.flow(),
                index,
                share,
                worldShare,
                quality,
                gap,
                datasetNumbers);
    }
}
