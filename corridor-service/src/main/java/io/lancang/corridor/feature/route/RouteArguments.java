package io.lancang.corridor.feature.route;

import io.lancang.corridor.feature.location.LocationRepository;
import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.fact.Status;
import io.lancang.corridor.ground.network.Network;
import io.lancang.corridor.ground.search.Optimise;
import io.lancang.corridor.ground.travel.TravelModel;
import io.lancang.corridor.ground.vocabulary.CountryCodes;
import io.lancang.kit.argument.Choice;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the arguments of a question for routes against the network that it is asked of. */
@Singleton
class RouteArguments {
    private static final int MOST_ALTERNATIVES = 10;

    private final LocationRepository locations;
    private final CountryCodes countries;

    RouteArguments(LocationRepository locations, CountryCodes countries) {
        this.locations = locations;
        this.countries = countries;
    }

    /** The arguments as they came. */
    record Given(
            String from,
            String to,
            @Nullable List<Mode> modes,
            @Nullable List<Status> statuses,
            @Nullable List<String> avoid,
            Optimise optimise,
            int alternatives,
            double maxOverlap,
            TravelModel travel) {}

    /** What makes a way better: kilometres alone know nothing of changes, so they do not decide where the mode may be changed. */
    static Optimise optimise(@Nullable Optimise asked, @Nullable List<Mode> modes) {
        if (asked != null) {
            return asked;
        }
        Set<Mode> wanted = modes == null ? Mode.TRAFFIC : Set.copyOf(modes);
        return wanted.size() > 1 && Mode.TRAFFIC.containsAll(wanted) ? Optimise.LENGTH_AND_TRANSFERS : Optimise.LENGTH;
    }

    /**
     * What can be checked without a network.
     *
     * @throws ServiceException BAD_USER_INPUT
     */
    static void check(Given given) {
        if (given.alternatives() < 1 || given.alternatives() > MOST_ALTERNATIVES) {
            throw ServiceException.badInput(
                    "`alternatives` is " + given.alternatives() + "; it must be from 1 to " + MOST_ALTERNATIVES + ".",
                    "Ask for 1 to " + MOST_ALTERNATIVES + ".");
        }
        if (!(given.maxOverlap() >= 0 && given.maxOverlap() <= 1)) {
            throw ServiceException.badInput(
                    "`maxOverlap` is " + given.maxOverlap() + "; it must be from 0 to 1.",
                    "Send 1 for all routes that pass other locations.");
        }
        refuseModesWithoutTravel(given);
        Choice.refuseEmpty("modes", given.modes());
        Choice.refuseEmpty("statuses", given.statuses());
    }

    private static void refuseModesWithoutTravel(Given given) {
        boolean isTravel = given.optimise() == Optimise.TIME || given.optimise() == Optimise.COST;
        if (isTravel && given.modes() != null && !Mode.TRAFFIC.containsAll(given.modes())) {
            throw ServiceException.badInput(
                    "`optimise` is " + given.optimise() + ", and `modes` names what goods do not travel on.",
                    "Leave out modes other than RAIL, ROAD, WATERWAY and SEA, or optimise by LENGTH.");
        }
    }

    /** The question; fails with NOT_FOUND or BAD_USER_INPUT if a location is unknown, avoided or both ends at once. */
    Uni<RouteQuestion> question(Network network, Vantage seen, Given given) {
        return place(network, seen, given.from())
                .chain(from -> place(network, seen, given.to())
                        .chain(to -> avoided(network, seen, given)
                                .map(avoided -> question(network, given, from, to, avoided))));
    }

    /** A question that only begins somewhere; fails with NOT_FOUND or BAD_USER_INPUT if that is unknown or avoided. */
    Uni<RouteQuestion> start(Network network, Vantage seen, Given given) {
        return place(network, seen, given.from())
                .chain(from -> avoided(network, seen, given).map(avoided -> {
                    refuseAvoided(network, from, avoided);
                    return checked(given, from, from, avoided);
                }));
    }

    private static RouteQuestion question(Network network, Given given, int from, int to, boolean[] avoided) {
        if (from == to) {
            throw ServiceException.badInput(
                    "`from` and `to` are the same location '" + network.placeId(from) + "'.", "Name two locations.");
        }
        refuseAvoided(network, from, avoided);
        refuseAvoided(network, to, avoided);
        return checked(given, from, to, avoided);
    }

    private static RouteQuestion checked(Given given, int from, int to, boolean[] avoided) {
        return new RouteQuestion(
                from,
                to,
                given.modes() == null ? Mode.TRAFFIC : Set.copyOf(given.modes()),
                given.statuses() == null ? Set.of(Status.OPERATIONAL) : Set.copyOf(given.statuses()),
                avoided,
                given.optimise(),
                given.alternatives(),
                given.maxOverlap(),
                given.travel(),
                null);
    }

    private static void refuseAvoided(Network network, int end, boolean[] avoided) {
        if (avoided[end]) {
            throw ServiceException.badInput(
                    "`avoid` names the location '" + network.placeId(end)
                            + "' or its country, but the route begins or ends there.",
                    "Leave it out of `avoid`.");
        }
    }

    private Uni<boolean[]> avoided(Network network, Vantage seen, Given given) {
        boolean[] avoided = new boolean[network.size()];
        Uni<boolean[]> checked = Uni.createFrom().item(avoided);
        for (String idOrCode : given.avoid() == null ? List.<String>of() : given.avoid()) {
            OptionalInt index = network.indexOf(idOrCode);
            if (index.isPresent()) {
                avoided[index.getAsInt()] = true;
            } else if (countries.isAlpha3(idOrCode)) {
                avoidCountry(network, idOrCode, avoided);
            } else if (countries.isAlpha3(idOrCode.toUpperCase(Locale.ROOT))) {
                // Fails with the code in capitals.
                countries.check(idOrCode);
            } else {
                checked = checked.chain(list -> place(network, seen, idOrCode).map(place -> {
                    list[place] = true;
                    return list;
                }));
            }
        }
        return checked;
    }

    private static void avoidCountry(Network network, String country, boolean[] avoided) {
        for (int place = 0; place < network.size(); place++) {
            avoided[place] |= network.country(place).equals(country);
        }
    }

    /** What the network does not know by id or code is asked of the database: another spelling, a name, or an error. */
    private Uni<Integer> place(Network network, Vantage seen, String idOrCode) {
        OptionalInt index = network.indexOf(idOrCode);
        if (index.isPresent()) {
            return Uni.createFrom().item(index.getAsInt());
        }
        return locations
                .byIdOrCode(idOrCode, seen)
                .map(named -> network.indexOf(named.id())
                        .orElseThrow(() -> new IllegalStateException("location " + named.id() + " was just added")));
    }
}
