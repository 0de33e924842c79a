package io.lancang.corridor.feature.connectivity;

import io.lancang.corridor.feature.corridor.Corridor;
import io.lancang.corridor.feature.corridor.CorridorKind;
import io.lancang.corridor.feature.corridor.CorridorRepository;
import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.history.SeenStatement;
import io.lancang.corridor.ground.network.Networks;
import io.lancang.corridor.ground.network.RecordCoverage;
import io.lancang.corridor.ground.partner.Bloc;
import io.lancang.corridor.ground.partner.Partner;
import io.lancang.corridor.ground.partner.PartnerApi;
import io.lancang.kit.batch.Batches;
import io.lancang.kit.cost.Cost;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.history.Vantage;
import io.lancang.kit.history.Vantages;
import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Requires;
import io.smallrye.mutiny.Uni;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** The connectivity of partners and blocs in the graph. */
@GraphQLApi
public class ConnectivityApi {
    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2100;

    private final ConnectivityCountRepository counts;
    private final CorridorRepository corridors;
    private final Vantages vantages;
    private final Networks networks;

    ConnectivityApi(
            ConnectivityCountRepository counts, CorridorRepository corridors, Vantages vantages, Networks networks) {
        this.counts = counts;
        this.corridors = corridors;
        this.vantages = vantages;
        this.networks = networks;
    }

    private record Since(Members members, int year) {}

    private record Asked(int year, Vantage seen) {
        static Asked of(Since since) {
            return new Asked(since.year(), since.members().seen());
        }
    }

    /** The connectivity of a partner. */
    @Description("How it is connected: corridors, border crossings, kilometres, and what would cut it off.")
    @Cost(weight = 20)
    public Uni<Connectivity> connectivity(
            @Source Partner partner, @Name("asOf") @Description(SeenStatement.AS_OF) @Nullable OffsetDateTime asOf) {
        return vantages.at(asOf).map(seen -> new Connectivity(List.of(partner), seen));
    }

    /** The connectivity of a bloc. */
    @Name("connectivity")
    @Requires(fields = @FieldSet("members { partner { code } }"))
    @Description("How its members together are connected: what is between two of them is inside.")
    @Cost(weight = 20)
    public Uni<Connectivity> blocConnectivity(
            @Source Bloc bloc, @Name("asOf") @Description(SeenStatement.AS_OF) @Nullable OffsetDateTime asOf) {
        List<Partner> partners = PartnerApi.membersOf(bloc).stream()
                .map(membership -> membership.partner().code())
                .distinct()
                .sorted()
                .map(Partner::new)
                .toList();
        return vantages.at(asOf).map(seen -> new Connectivity(partners, seen));
    }

    @Name("corridors")
    @Description("How many corridors of each kind and status run through them.")
    @ListSize(assumedSize = 10)
    public @NonNull Uni<List<Connectivity.@NonNull CorridorCount>> corridorCounts(@Source Connectivity connectivity) {
        return Batches.load(
                "connectivity corridors", Members.of(connectivity), sets -> bySeen(sets, counts::corridors));
    }

    @Description("The segments between two locations inside, by mode and status.")
    @ListSize(assumedSize = 10)
    public @NonNull Uni<List<Connectivity.@NonNull SegmentTotal>> inside(@Source Connectivity connectivity) {
        return Batches.load("connectivity inside", Members.of(connectivity), sets -> bySeen(sets, counts::inside));
    }

    @Description("The segments that lead out, across a border, by mode and status.")
    @ListSize(assumedSize = 10)
    public @NonNull Uni<List<Connectivity.@NonNull SegmentTotal>> acrossBorder(@Source Connectivity connectivity) {
        return Batches.load("connectivity across", Members.of(connectivity), sets -> bySeen(sets, counts::across));
    }

    @Description(
            "How dense the record of each mode is in the countries, by country and mode: what is counted here is what is on"
                    + " record, and the fewer locations are reached, the more may exist besides.")
    @ListSize(assumedSize = 10)
    public @NonNull Uni<List<@NonNull RecordCoverage>> coverage(@Source Connectivity connectivity) {
        return Batches.load("connectivity coverage", Members.of(connectivity), sets -> bySeen(sets, this::coverage));
    }

    private Uni<Map<Members, List<RecordCoverage>>> coverage(List<Members> sets, Vantage seen) {
        return networks.with(null, seen, network -> {
            Map<Members, List<RecordCoverage>> found = new HashMap<>();
            sets.forEach(set -> found.put(
                    set,
                    RecordDensity.of(network, set.codes(), EnumSet.allOf(Mode.class))
                            .coverage()));
            return Uni.createFrom().item(found);
        });
    }

    /** The number of border crossings. */
    @Description("How many border crossings there are on their side.")
    @Name("borderCrossingCount")
    public @NonNull Uni<Integer> crossingCount(@Source Connectivity connectivity) {
        return Batches.load("connectivity crossings", Members.of(connectivity), sets -> bySeen(sets, counts::crossings))
                .map(found -> found.isEmpty() ? 0 : found.getFirst());
    }

    @Description("The energy corridors that also run through a country outside, ordered by id.")
    @ListSize(assumedSize = 5)
    public @NonNull Uni<List<@NonNull Corridor>> energyLinks(@Source Connectivity connectivity) {
        return links(connectivity, CorridorKind.ENERGY);
    }

    @Description("The digital corridors that also run through a country outside, ordered by id.")
    @ListSize(assumedSize = 5)
    public @NonNull Uni<List<@NonNull Corridor>> digitalLinks(@Source Connectivity connectivity) {
        return links(connectivity, CorridorKind.DIGITAL);
    }

    @Description(
            "The corridors through them that opened since the first day of a year, earliest first. A corridor counts"
                    + " if its opening is on record; what is only planned does not.")
    @ListSize(assumedSize = 10)
    public @NonNull Uni<List<@NonNull Corridor>> openedSince(
            @Source Connectivity connectivity,
            @Name("year") @Description("The first year that counts, from 1800 to 2100.") int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw ServiceException.badInput(
                    "`year` is " + year + "; it must be from " + FIRST_YEAR + " to " + LAST_YEAR + ".",
                    "Send a year such as 2015.");
        }
        return Batches.load("connectivity opened", new Since(Members.of(connectivity), year), this::opened);
    }

    private Uni<Map<Since, List<Corridor>>> opened(List<Since> keys) {
        return Batches.byArguments(keys, Asked::of, (asked, some) -> {
            List<Members> sets = some.stream().map(Since::members).toList();
            return counts.corridorsOpenedSince(asked.year(), sets, asked.seen())
                    .chain(ids -> resolved(ids, asked.seen()))
                    .map(opened -> {
                        Map<Since, List<Corridor>> byKey = new HashMap<>();
                        opened.forEach((set, corridors) -> byKey.put(new Since(set, asked.year()), corridors));
                        return byKey;
                    });
        });
    }

    private static <T> Uni<Map<Members, T>> bySeen(
            List<Members> sets, BiFunction<List<Members>, Vantage, Uni<Map<Members, T>>> count) {
        return Batches.byArguments(sets, Members::seen, (seen, some) -> count.apply(some, seen));
    }

    private Uni<List<Corridor>> links(Connectivity connectivity, CorridorKind kind) {
        return Batches.load("connectivity links", Members.of(connectivity), this::links)
                .map(links -> links.stream()
                        .filter(corridor -> corridor.kind() == kind)
                        .toList());
    }

    private Uni<Map<Members, List<Corridor>>> links(List<Members> sets) {
        return bySeen(sets, (some, seen) -> counts.links(some, seen).chain(ids -> resolved(ids, seen)));
    }

    private <K> Uni<Map<K, List<Corridor>>> resolved(Map<K, List<String>> ids, Vantage seen) {
        List<String> all =
                ids.values().stream().flatMap(List::stream).distinct().toList();
        return corridors.byIds(all, seen).map(byId -> {
            Map<K, List<Corridor>> known = new HashMap<>();
            ids.forEach((key, some) -> known.put(
                    key, some.stream().map(byId::get).filter(Objects::nonNull).toList()));
            return known;
        });
    }
}
