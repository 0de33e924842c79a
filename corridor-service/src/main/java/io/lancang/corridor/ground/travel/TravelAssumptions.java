package io.lancang.corridor.ground.travel;

import io.lancang.corridor.ground.fact.Mode;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** What a client assumes of travelling instead of the defaults. */
@Input("TravelAssumptionsInput")
@Description(
        "What is assumed of the travel of goods, instead of the defaults. What is left out has its default. Later entries of"
                + " a list go before earlier ones. At most 100 entries a list.")
public record TravelAssumptions(
        @Description(
                "Speeds by class and country. The defaults are those that `TravelClass` names, the same in all countries.")
        @Nullable
        @org.jspecify.annotations.Nullable
        List<@NonNull Speed> speeds,

        @Description(
                "Where `spec` names a design speed, nothing goes faster than this share of it, above 0 and at most 1. The"
                        + " default is 0.8, an assumption: no published figure is behind it.")
        @org.jspecify.annotations.Nullable
        Double designShare,

        @Description(
                "What crossing a border takes by mode and pair of countries. The defaults are RAIL 6 hours and US$4 a tonne,"
                        + " ROAD 4 hours and US$5, WATERWAY 4 hours and US$3, SEA none, since the handling of ports has it. All are"
                        + " assumptions: no published figure is behind them.")
        @Nullable
        @org.jspecify.annotations.Nullable
        List<@NonNull Border> borders,

        @Description(
                "What loading or unloading takes by mode. It is counted at both ends of a journey; a change of mode takes"
                        + " that of the one mode and of the other, a change of gauge that of RAIL twice. The defaults are RAIL 6 hours and"
                        + " US$4 a tonne, ROAD 1 hour and US$2, WATERWAY 6 hours and US$4, SEA 12 hours and US$6. All are assumptions: no"
                        + " published figure is behind them.")
        @Nullable
        @org.jspecify.annotations.Nullable
        List<@NonNull Handling> handling,

        @Description(
                "Rates by class and country. The defaults are those that `TravelClass` names, the same in all countries.")
        @Nullable
        @org.jspecify.annotations.Nullable
        List<@NonNull Rate> rates) {
    /** Nothing but defaults. */
    public static final TravelAssumptions NONE = new TravelAssumptions(null, null, null, null, null);

    @Input("SpeedAssumptionInput")
    @Description("A speed of goods. On a segment between two countries the lower one counts.")
    public record Speed(
            @Description("What goods travel on.") @NonNull TravelClass travelClass,

            @Description("In this country alone: ISO 3166-1 alpha-3 code; in all if left out.")
            @Id
            @org.jspecify.annotations.Nullable
            String partner,

            @Description("Kilometres per hour, from 1 to 500.")
            double kmh) {}

    @Input("BorderAssumptionInput")
    @Description("What crossing a border takes, in either direction.")
    public record Border(
            @Description("For this mode alone; for all if left out.") @org.jspecify.annotations.Nullable
            Mode mode,

            @Description(
                    "Between this country and any other, or `to`: ISO 3166-1 alpha-3 code; every border if left out.")
            @Id
            @org.jspecify.annotations.Nullable
            String from,

            @Description("Between `from` and this country; only together with `from`.")
            @Id
            @org.jspecify.annotations.Nullable
            String to,

            @Description("Hours, from 0 to 1000; the default if left out.") @org.jspecify.annotations.Nullable
            Double hours,

            @Description("US$ a tonne, from 0 to 10000; the default if left out.") @org.jspecify.annotations.Nullable
            Double usdPerTonne) {}

    @Input("HandlingAssumptionInput")
    @Description("What loading or unloading takes.")
    public record Handling(
            @Description("The mode.") @NonNull Mode mode,

            @Description("Hours, from 0 to 1000; the default if left out.") @org.jspecify.annotations.Nullable
            Double hours,

            @Description("US$ a tonne, from 0 to 10000; the default if left out.") @org.jspecify.annotations.Nullable
            Double usdPerTonne) {}

    /** What travelling costs. */
    @Input("RateAssumptionInput")
    @Description("What the travel of goods costs. On a segment between two countries the higher one counts.")
    public record Rate(
            @Description("What goods travel on.") @NonNull TravelClass travelClass,

            @Description("In this country alone: ISO 3166-1 alpha-3 code; in all if left out.")
            @Id
            @org.jspecify.annotations.Nullable
            String partner,

            @Description("US$ a tonne-kilometre, from 0 to 100.")
            double usdPerTonneKm) {}
}
