package io.lancang.corridor.feature.throughput;

import io.lancang.corridor.feature.location.Location;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A border crossing by what passes through it, by the latest figure of one metric that states a period.")
public record CrossingRank(
        @Description("Its place: 1 for the most a day. Crossings with as much have the same place.")
        int rank,

        @Description("The crossing.") @NonNull Location location,

        @Description("The figure.") @NonNull Throughput throughput,

        @Description(
                "The figure divided by the days of its period, since periods differ: computed here, in the figure's unit.")
        double perDay,

        @Description("Days since the end of the period: how old the figure is.")
        int ageDays) {
    static CrossingRank of(int rank, Location location, Throughput throughput, double perDay, LocalDate today) {
        int age = Math.toIntExact(ChronoUnit.DAYS.between(throughput.periodEnd(), today));
        return new CrossingRank(rank, location, throughput, perDay, age);
    }
}
