package io.lancang.corridor.feature.throughput;

import io.lancang.corridor.ground.fact.ThroughputMetric;
import io.lancang.corridor.ground.history.SeenStatement;
import io.lancang.kit.connection.Slice;
import io.lancang.kit.cost.Cost;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.history.Vantages;
import io.smallrye.mutiny.Uni;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** The ranking of border crossings in the graph. */
@GraphQLApi
public class CrossingApi {
    private final CrossingRanking ranking;
    private final Vantages vantages;

    CrossingApi(CrossingRanking ranking, Vantages vantages) {
        this.ranking = ranking;
        this.vantages = vantages;
    }

    @Query
    @Description(
            "Border crossings by what passes through them, most a day first: of each the latest figure of a metric that"
                    + " states a period, with its age. Figures of different years stand side by side; crossings without a figure are not"
                    + " among them, which says nothing of what passes there.")
    @Cost(weight = 10)
    @ListSize(assumedSize = 10, slicingArguments = "first", requireOneSlicingArgument = false)
    public @NonNull Uni<List<@NonNull CrossingRank>> crossingRanking(
            @Name("metric") @Description("What is counted.") @NonNull ThroughputMetric metric,
            @Name("unit") @DefaultValue("t") @Description("Only figures in this unit, as the sources write it.")
                    String unit,
            @Name("first") @DefaultValue("20") @Description("How many, from 1 to 500.") int first,
            @Name("asOf") @Description(SeenStatement.AS_OF) @Nullable OffsetDateTime asOf) {
        Slice.checkFirst(first);
        return vantages.at(asOf).chain(seen -> ranking.by(metric, unit, first, seen));
    }
}
