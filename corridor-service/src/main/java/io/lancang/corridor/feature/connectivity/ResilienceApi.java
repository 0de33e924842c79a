package io.lancang.corridor.feature.connectivity;

import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.fact.Status;
import io.lancang.corridor.ground.vocabulary.CountryCodes;
import io.lancang.kit.argument.Choice;
import io.lancang.kit.batch.Batches;
import io.lancang.kit.cost.Cost;
import io.lancang.kit.error.ServiceException;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** The resilience of a connectivity in the graph. */
@GraphQLApi
public class ResilienceApi {
    private static final String CHINA = "CHN";

    private final ResilienceFinder finder;
    private final CountryCodes countries;

    ResilienceApi(ResilienceFinder finder, CountryCodes countries) {
        this.finder = finder;
        this.countries = countries;
    }

    /** What would cut it off. */
    @Description("Which single location or segment would cut the countries off.")
    @Cost(weight = 50)
    public @NonNull Uni<Resilience> resilience(
            @Source Connectivity connectivity,
            @Name("from")
                    @Description(
                            "Cut off from this country: ISO 3166-1 alpha-3 code. If left out: from China, and China"
                                    + " itself, alone or in a bloc, from all countries outside.")
                    @Id
                    @Nullable
                    String from,
            @Name("modes")
                    @DefaultValue(Mode.TRAFFIC_BY_DEFAULT)
                    @Description(
                            "Over segments of these modes. Those that move goods and people if left out: a power line"
                                    + " is no way around a road.")
                    @io.smallrye.graphql.api.Nullable
                    @Nullable
                    List<@NonNull Mode> modes,
            @Name("statuses")
                    @DefaultValue("[\"OPERATIONAL\"]")
                    @Description("Over segments of these statuses.")
                    @io.smallrye.graphql.api.Nullable
                    @Nullable
                    List<@NonNull Status> statuses) {
        countries.check(from);
        Choice.refuseEmpty("modes", modes);
        Choice.refuseEmpty("statuses", statuses);
        Members members = Members.of(connectivity);
        if (members.codes().equals(from == null ? List.of() : List.of(from))) {
            throw ServiceException.badInput(
                    "`from` is " + from + ", which cannot be cut off from itself.",
                    "Name another country, or leave `from` out.");
        }
        boolean fromAllOthers = from == null && members.codes().contains(CHINA);
        String reference = fromAllOthers ? null : from == null ? CHINA : from;
        return Batches.load(
                "resilience",
                new ResilienceFinder.Question(
                        members,
                        reference,
                        modes == null ? Mode.TRAFFIC : Set.copyOf(modes),
                        statuses == null ? Set.of(Status.OPERATIONAL) : Set.copyOf(statuses)),
                finder::find);
    }
}
