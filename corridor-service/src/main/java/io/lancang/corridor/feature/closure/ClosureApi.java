package io.lancang.corridor.feature.closure;

import io.lancang.corridor.feature.location.Location;
import io.lancang.corridor.feature.location.LocationRepository;
import io.lancang.corridor.feature.segment.SegmentRepository;
import io.lancang.corridor.ground.choice.NamedThing;
import io.lancang.corridor.ground.choice.NamedThingRepository;
import io.lancang.corridor.ground.fact.Status;
import io.lancang.corridor.ground.history.SeenStatement;
import io.lancang.corridor.ground.network.Networks;
import io.lancang.corridor.ground.travel.TravelAssumptions;
import io.lancang.corridor.ground.travel.TravelCheck;
import io.lancang.corridor.ground.travel.TravelModel;
import io.lancang.kit.argument.Choice;
import io.lancang.kit.cost.Cost;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.history.Vantage;
import io.lancang.kit.history.Vantages;
import io.smallrye.mutiny.Uni;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Closures in the graph. */
@GraphQLApi
public class ClosureApi {
    private static final int MOST = 50;

    private final Networks networks;
    private final Closures closures;
    private final SegmentRepository segments;
    private final LocationRepository locations;
    private final Vantages vantages;
    private final TravelCheck travels;
    private final NamedThingRepository named;

    ClosureApi(
            Networks networks,
            Closures closures,
            SegmentRepository segments,
            LocationRepository locations,
            Vantages vantages,
            TravelCheck travels,
            NamedThingRepository named) {
        this.networks = networks;
        this.closures = closures;
        this.segments = segments;
        this.locations = locations;
        this.vantages = vantages;
        this.travels = travels;
        this.named = named;
    }

    /** What if something were closed. */
    @Query
    @Description(
            "What if: what becomes of the ways between the ends of the corridors that use these segments and locations, if"
                    + " they carry nothing any more. A way is the quickest one for goods by the corridor's own modes; nothing on record"
                    + " changes.")
    @Cost(weight = 300)
    public @NonNull Uni<Closure> closure(
            @Name("segments")
                    @Description(
                            "Ids of segments that are closed, at most 50 with `locations`; with their parts and wholes, and with"
                                    + " the same lines of other corridors.")
                    @io.smallrye.graphql.api.Nullable
                    @Nullable
                    @Id
                    List<@NonNull String> segments,
            @Name("locations")
                    @Description("Locations that nothing passes, as `location(id)` takes them.")
                    @io.smallrye.graphql.api.Nullable
                    @Nullable
                    @Id
                    List<@NonNull String> locations,
            @Name("statuses")
                    @DefaultValue("[\"OPERATIONAL\", \"PARTLY_OPERATIONAL\", \"LIMITED\"]")
                    @Description("Ways lead over segments of these statuses; what is in service if left out.")
                    @io.smallrye.graphql.api.Nullable
                    @Nullable
                    List<@NonNull Status> statuses,
            @Name("travel")
                    @Description("What is assumed of travelling instead of the defaults, as `routes` takes it.")
                    @Nullable
                    TravelAssumptions travel,
            @Name("asOf") @Description(SeenStatement.AS_OF) @Nullable OffsetDateTime asOf) {
        List<String> parts = segments == null ? List.of() : segments;
        List<String> places = locations == null ? List.of() : locations;
        check(parts.size() + places.size());
        Choice.refuseEmpty("statuses", statuses);
        Set<Status> wanted = statuses == null
                ? Set.of(Status.OPERATIONAL, Status.PARTLY_OPERATIONAL, Status.LIMITED)
                : Set.copyOf(statuses);
        TravelModel model = travels.model(travel);
        return vantages.at(asOf)
                .chain(seen -> known(parts, seen)
                        .chain(() -> located(places, seen))
                        .map(found -> new Closures.Question(parts, found, wanted, model, seen))
                        .chain(question -> networks.with(null, seen, network -> closures.of(network, question))));
    }

    private static void check(int number) {
        if (number < 1 || number > MOST) {
            throw ServiceException.badInput(
                    "`segments` and `locations` name " + number + " together; it must be from 1 to " + MOST + ".",
                    "Name what is closed, at most " + MOST + ".");
        }
    }

    /** Fails with NOT_FOUND and a suggestion for the first segment that does not exist. */
    private Uni<?> known(List<String> ids, Vantage seen) {
        return segments.byIds(ids, seen).chain(found -> {
            Optional<String> unknown =
                    ids.stream().filter(id -> !found.containsKey(id)).findFirst();
            return unknown.isPresent()
                    ? named.missing(NamedThing.SEGMENT, unknown.get(), seen)
                    : Uni.createFrom().voidItem();
        });
    }

    private Uni<List<Location>> located(List<String> ids, Vantage seen) {
        Uni<List<Location>> located = Uni.createFrom().item(new ArrayList<>());
        for (String id : ids) {
            located = located.chain(list -> locations.byIdOrCode(id, seen).map(location -> {
                if (!list.contains(location)) {
                    list.add(location);
                }
                return list;
            }));
        }
        return located;
    }
}
