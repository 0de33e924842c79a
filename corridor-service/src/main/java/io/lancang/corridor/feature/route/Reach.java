package io.lancang.corridor.feature.route;

import io.lancang.corridor.feature.location.Location;
import io.lancang.kit.cost.ListSize;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("What goods reach from a location within some hours, by the assumptions of `travel`.")
public record Reach(
        @Description("Where they begin.") @NonNull Location from,

        @Description("The locations that they reach, the soonest first, as many as were asked for.")
        @NonNull
        @ListSize(assumedSize = 100)
        List<@NonNull ReachedLocation> locations,

        @Description("How many locations they reach in all.")
        int totalCount) {
    @Description("A location that goods reach.")
    public record ReachedLocation(
            @Description("The location.") @NonNull Location location,

            @Description("Hours to be there: loaded, carried over borders and transfers, and unloaded.")
            double hours) {}
}
