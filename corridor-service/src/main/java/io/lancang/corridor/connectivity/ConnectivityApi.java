package io.lancang.corridor.connectivity;

import io.lancang.corridor.corridor.Corridor;
import io.lancang.corridor.corridor.CorridorKind;
import io.lancang.corridor.corridor.Corridors;
import io.lancang.corridor.partner.Bloc;
import io.lancang.corridor.partner.Partner;
import io.lancang.corridor.partner.PartnerApi;
import io.lancang.kit.batch.Batches;
import io.lancang.kit.error.ServiceException;
import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Requires;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The connectivity of partners and blocs in the graph. */
@GraphQLApi
public class ConnectivityApi {
    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2100;

    private final ConnectivityCounts counts;
    private final Corridors corridors;

    ConnectivityApi(ConnectivityCounts counts, Corridors corridors) {
        this.counts = counts;
        this.corridors = corridors;
    }

    private record Since(Members members, int year) {}

    /** The connectivity of a partner. */
    @Description("How it is connected: corridors, border crossings, kilometres, and what would cut it off.")
    public Uni<Connectivity> connectivity(@Source Partner partner) {
        return Uni.createFrom().item(new Connectivity(List.of(partner)));
    }

    /** The connectivity of a bloc. */
    @Name("connectivity")
    @Requires(fields = @FieldSet("members { partner { code } }"))
    @Description("How its members together are connected: what is between two of them is inside.")
    public Uni<Connectivity> blocConnectivity(@Source Bloc bloc) {
        List<Partner> partners = PartnerApi.membersOf(bloc).stream()
                .map(membership -> membership.partner().code())
                .distinct()
                .sorted()
                .map(Partner::new)
                .toList();
        return Uni.createFrom().item(new Connectivity(partners));
    }

    /** Corridors by kind and status. */
    @Name("corridors")
    @Description("How many corridors of each kind and status run through them.")
    public @NonNull Uni<List<Connectivity.@NonNull CorridorCount>> corridorCounts(@Source Connectivity connectivity) {
        return Batches.load("connectivity corridors", Members.of(connectivity), counts::corridors);
    }

    /** Segments inside. */
    @Description("The segments between two locations inside, by mode and status.")
    public @NonNull Uni<List<Connectivity.@NonNull SegmentTotal>> inside(@Source Connectivity connectivity) {
        return Batches.load("connectivity inside", Members.of(connectivity), counts::inside);
    }

    /** Segments across the border. */
    @Description("The segments that lead out, across a border, by mode and status.")
    public @NonNull Uni<List<Connectivity.@NonNull SegmentTotal>> acrossBorder(@Source Connectivity connectivity) {
        return Batches.load("connectivity across", Members.of(connectivity), counts::across);
    }

    /** The number of border crossings. */
    @Description("How many border crossings there are on their side.")
    @Name("borderCrossingCount")
    public @NonNull Uni<Integer> crossingCount(@Source Connectivity connectivity) {
        return Batches.load("connectivity crossings", Members.of(connectivity), counts::crossings)
                .map(found -> found.isEmpty() ? 0 : found.getFirst());
    }

    /** Energy corridors to the outside. */
    @Description("The energy corridors that also run through a country outside, ordered by id.")
    public @NonNull Uni<List<@NonNull Corridor>> energyLinks(@Source Connectivity connectivity) {
        return links(connectivity, CorridorKind.ENERGY);
    }

    /** Digital corridors to the outside. */
    @Description("The digital corridors that also run through a country outside, ordered by id.")
    public @NonNull Uni<List<@NonNull Corridor>> digitalLinks(@Source Connectivity connectivity) {
        return links(connectivity, CorridorKind.DIGITAL);
    }

    /** What opened. */
    @Description(
            "The corridors through them that opened since the first day of a year, earliest first. A corridor counts"
                    + " if its opening is on record; what is only planned does not.")
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
        return Batches.byArguments(keys, Since::year, (year, ofYear) -> {
            List<Members> sets = ofYear.stream().map(Since::members).toList();
            return counts.corridorsOpenedSince(year, sets).chain(this::resolved).map(opened -> {
                Map<Since, List<Corridor>> byKey = new HashMap<>();
                opened.forEach((set, some) -> byKey.put(new Since(set, year), some));
                return byKey;
            });
        });
    }

    private Uni<List<Corridor>> links(Connectivity connectivity, CorridorKind kind) {
        return Batches.load("connectivity links", Members.of(connectivity), this::links)
                .map(links -> links.stream()
                        .filter(corridor -> corridor.kind() == kind)
                        .toList());
    }

    private Uni<Map<Members, List<Corridor>>> links(List<Members> sets) {
        return counts.links(sets).chain(this::resolved);
    }

    private <K> Uni<Map<K, List<Corridor>>> resolved(Map<K, List<String>> ids) {
        List<String> all =
                ids.values().stream().flatMap(List::stream).distinct().toList();
        return corridors.byIds(all).map(byId -> {
            Map<K, List<Corridor>> known = new HashMap<>();
            ids.forEach((key, some) -> known.put(
                    key, some.stream().map(byId::get).filter(Objects::nonNull).toList()));
            return known;
        });
    }
}
