package io.lancang.corridor.feature.route;

import io.lancang.corridor.feature.location.Location;
import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.fact.Status;
import io.lancang.corridor.ground.history.SeenStatement;
import io.lancang.corridor.ground.network.Network;
import io.lancang.corridor.ground.network.Networks;
import io.lancang.corridor.ground.search.Optimise;
import io.lancang.corridor.ground.search.Reached;
import io.lancang.corridor.ground.travel.TravelAssumptions;
import io.lancang.corridor.ground.travel.TravelCheck;
import io.lancang.kit.bounds.Requests;
import io.lancang.kit.connection.Slice;
import io.lancang.kit.cost.Cost;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.history.Vantage;
import io.lancang.kit.history.Vantages;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** What can be reached, in the graph. */
@GraphQLApi
public class ReachApi {
    private static final double MOST_HOURS = 1_000;

    private final Networks networks;
    private final RouteArguments arguments;
    private final ReachFinder finder;
    private final RouteFacts facts;
    private final Vantages vantages;
    private final Requests requests;
    private final TravelCheck travels;

    ReachApi(
            Networks networks,
            RouteArguments arguments,
            ReachFinder finder,
            RouteFacts facts,
            Vantages vantages,
            Requests requests,
            TravelCheck travels) {
        this.networks = networks;
        this.arguments = arguments;
        this.finder = finder;
        this.facts = facts;
        this.vantages = vantages;
        this.requests = requests;
        this.travels = travels;
    }

    @Query
    @Description(
            "What goods reach from a location within some hours over the segments on record: an isochrone, as the locations"
                    + " inside it. A reckoning by the assumptions of `travel`; no timetable is known.")
    @Cost(weight = 100)
    @ListSize(
            assumedSize = 100,
            slicingArguments = "first",
            sizedFields = "locations",
            requireOneSlicingArgument = false)
    public @NonNull Uni<Reach> reach(
            @Name("from")
                    @Description("Where goods begin: id, UN/LOCODE, IATA code or name of a location.")
                    @Id
                    @NonNull
                    String from,
            @Name("withinHours") @Description("Hours, above 0 and at most 1000.") double withinHours,
            @Name("modes")
                    @DefaultValue(Mode.TRAFFIC_BY_DEFAULT)
                    @Description("Only segments of these modes, of RAIL, ROAD, WATERWAY and SEA.")
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
            @Name("travel")
                    @Description("What is assumed of travelling instead of the defaults, as `routes` takes it.")
                    @Nullable
                    TravelAssumptions travel,
            @Name("first") @DefaultValue("100") @Description("How many locations, from 1 to 500.") int first,
            @Name("asOfDate") @Description("Over the network as it stood on this day, as `routes` takes it.") @Nullable
                    LocalDate asOfDate,
            @Name("asOf") @Description(SeenStatement.AS_OF) @Nullable OffsetDateTime asOf) {
        if (!(withinHours > 0 && withinHours <= MOST_HOURS)) {
            throw ServiceException.badInput(
                    "`withinHours` is " + withinHours + "; it must be above 0 and at most " + MOST_HOURS + ".",
                    "Send hours, such as 12.");
        }
        Slice.checkFirst(first);
        RouteArguments.Given given = new RouteArguments.Given(
                from, from, modes, statuses, avoid, Optimise.TIME, 1, 1, travels.model(travel));
        RouteArguments.check(given);
        return vantages.at(asOf)
                .chain(seen ->
                        networks.with(asOfDate, seen, network -> reach(network, seen, given, withinHours, first)));
    }

    private Uni<Reach> reach(Network network, Vantage seen, RouteArguments.Given given, double withinHours, int first) {
        return arguments
                .start(network, seen, given)
                .chain(question -> requests.compute(() -> finder.find(network, question, withinHours))
                        .chain(reached -> located(network, seen, question.from(), reached, first)));
    }

    private Uni<Reach> located(Network network, Vantage seen, int from, List<Reached> reached, int first) {
        List<Reached> soonest = reached.subList(0, Math.min(first, reached.size()));
        List<String> ids = Stream.concat(Stream.of(from), soonest.stream().map(Reached::place))
                .map(network::placeId)
                .toList();
        return facts.locations(network, seen, ids)
                .map(byId -> new Reach(
                        location(network, byId, from),
                        soonest.stream()
                                .map(each -> new Reach.ReachedLocation(
                                        location(network, byId, each.place()), Rounded.hours(each.cost())))
                                .toList(),
                        reached.size()));
    }

    private static Location location(Network network, Map<String, Location> byId, int place) {
        String id = network.placeId(place);
        return Objects.requireNonNull(byId.get(id), () -> "location " + id + " was just withdrawn");
    }
}
