package io.lancang.corridor.feature.route;

import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.fact.Status;
import io.lancang.corridor.ground.history.SeenStatement;
import io.lancang.corridor.ground.network.Network;
import io.lancang.corridor.ground.network.Networks;
import io.lancang.corridor.ground.search.Optimise;
import io.lancang.corridor.ground.travel.TravelAssumptions;
import io.lancang.corridor.ground.travel.TravelCheck;
import io.lancang.kit.bounds.Requests;
import io.lancang.kit.cost.Cost;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.history.Vantage;
import io.lancang.kit.history.Vantages;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Routes in the graph. */
@GraphQLApi
public class RouteApi {
    private final Networks networks;
    private final RouteArguments arguments;
    private final RouteFinder finder;
    private final RouteAssembler assembler;
    private final Vantages vantages;
    private final Requests requests;
    private final TravelCheck travels;

    RouteApi(
            Networks networks,
            RouteArguments arguments,
            RouteFinder finder,
            RouteAssembler assembler,
            Vantages vantages,
            Requests requests,
            TravelCheck travels) {
        this.networks = networks;
        this.arguments = arguments;
        this.finder = finder;
        this.assembler = assembler;
        this.vantages = vantages;
        this.requests = requests;
        this.travels = travels;
    }

    @Query
    @Description("The best routes from one location to another over the segments on record, or, if there is none, where"
            + " the network ends and what is missing. Every segment can be travelled both ways. No timetable is known:"
            + " a route is a way that exists, not a service that runs through.")
    @Cost(weight = 100)
    @ListSize(
            assumedSize = 3,
            slicingArguments = "alternatives",
            sizedFields = "routes",
            requireOneSlicingArgument = false)
    public @NonNull Uni<RouteResult> routes(
            @Name("from")
                    @Description(
                            "Where to begin: id, UN/LOCODE, IATA code or name of a location, as `location(id)` takes them.")
                    @Id
                    @NonNull
                    String from,
            @Name("to") @Description("Where to end: id, UN/LOCODE, IATA code or name of a location.") @Id @NonNull
                    String to,
            @Name("modes")
                    @DefaultValue(Mode.TRAFFIC_BY_DEFAULT)
                    @Description("Only segments of these modes. Those that move goods and people if left out: nothing"
                            + " changes from a road to a power line.")
                    @io.smallrye.graphql.api.Nullable
                    @Nullable
                    List<@NonNull Mode> modes,
            @Name("statuses")
                    @DefaultValue("[\"OPERATIONAL\"]")
                    @Description("Only segments of these statuses.")
                    @io.smallrye.graphql.api.Nullable
                    @Nullable
                    List<@NonNull Status> statuses,
            @Name("avoid")
                    @Description("Locations (id or code) and countries (ISO 3166-1 alpha-3) that must not be passed.")
                    @io.smallrye.graphql.api.Nullable
                    @Nullable
                    @Id
                    List<@NonNull String> avoid,
            @Name("optimise")
                    @Description(
                            "What makes a route better. If left out: LENGTH_AND_TRANSFERS over several modes on all of which goods travel,"
                                    + " since a change between modes costs something; else LENGTH.")
                    @Nullable
                    Optimise optimise,
            @Name("alternatives")
                    @DefaultValue("3")
                    @Description("How many routes at most, the best one included, from 1 to 10.")
                    int alternatives,
            @Name("maxOverlap")
                    @DefaultValue("0.7")
                    @Description(
                            "How much of its kilometres a further route may have in common with each of those before it, from"
                                    + " 0 to 1, so that alternatives are different ways; none that weighs more than twice the best one is"
                                    + " given. With 1 they are the best routes of all, of which any two pass different locations.")
                    double maxOverlap,
            @Name("travel")
                    @Description("What is assumed of travelling instead of the defaults, which `TravelAssumptions` and"
                            + " `TravelClass` name with their sources.")
                    @Nullable
                    TravelAssumptions travel,
            @Name("asOfDate")
                    @Description(
                            "Over the network as it stood on this day: a segment has the status that it had then, as far"
                                    + " as changes on record show, and is in service only if it is known to have opened by"
                                    + " then; today if left out. On a day to come what is in service today is so still, and what"
                                    + " is to have opened by then, as was announced last, is taken for open: `legs { announced }`"
                                    + " says so. Of what has no announced date it is not known: see `unknown`.")
                    @Nullable
                    LocalDate asOfDate,
            @Name("asOf") @Description(SeenStatement.AS_OF) @Nullable OffsetDateTime asOf) {
        RouteArguments.Given given = new RouteArguments.Given(
                from,
                to,
                modes,
                statuses,
                avoid,
                RouteArguments.optimise(optimise, modes),
                alternatives,
                maxOverlap,
                travels.model(travel));
        RouteArguments.check(given);
        return vantages.at(asOf).chain(seen -> networks.with(asOfDate, seen, network -> routes(network, seen, given)));
    }

    private Uni<RouteResult> routes(Network network, Vantage seen, RouteArguments.Given given) {
        return arguments
                .question(network, seen, given)
                .chain(question -> requests.compute(() -> finder.find(network, question))
                        .chain(finding -> assembler.assemble(network, seen, question, finding)));
    }
}
