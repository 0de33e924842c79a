package io.lancang.corridor.feature.corridor;

import io.lancang.corridor.feature.location.Location;
import io.lancang.corridor.ground.fact.Status;
import io.lancang.corridor.ground.history.SeenStatement;
import io.lancang.corridor.ground.partner.Bloc;
import io.lancang.corridor.ground.partner.Partner;
import io.lancang.corridor.ground.partner.PartnerApi;
import io.lancang.corridor.ground.partner.PartnerLists;
import io.lancang.kit.argument.Choice;
import io.lancang.kit.batch.Batches;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.history.Vantage;
import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Requires;
import io.smallrye.mutiny.Uni;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** The corridors of partners, blocs and locations. */
@GraphQLApi
public class CorridorLinks {
    private final CorridorRepository corridors;
    private final PartnerLists partners;

    CorridorLinks(CorridorRepository corridors, PartnerLists partners) {
        this.corridors = corridors;
        this.partners = partners;
    }

    @Description("The corridors through this partner, ordered by id. Empty if none is on record.")
    @ListSize(assumedSize = 20)
    public Uni<List<@NonNull Corridor>> corridors(
            @Source Partner partner,
            @Name("kinds")
                    @Description("Only corridors of these kinds; all if left out.")
                    @io.smallrye.graphql.api.Nullable
                    @Nullable
                    List<@NonNull CorridorKind> kinds,
            @Name("statuses")
                    @Description("Only corridors of these statuses; all if left out.")
                    @io.smallrye.graphql.api.Nullable
                    @Nullable
                    List<@NonNull Status> statuses,
            @Name("asOf") @Description(SeenStatement.AS_OF) @Nullable OffsetDateTime asOf) {
        Choice<CorridorKind> ofKinds = Choice.of("kinds", kinds);
        Choice<Status> ofStatuses = Choice.of("statuses", statuses);
        return byPartner(partner, asOf)
                .map(all -> ofStatuses.among(ofKinds.among(all, Corridor::kind), Corridor::status));
    }

    @Name("corridors")
    @Requires(fields = @FieldSet("members { partner { code } }"))
    @Description("The corridors through at least one member of the bloc, each once, ordered by id.")
    @ListSize(assumedSize = 40)
    public Uni<List<@NonNull Corridor>> blocCorridors(
            @Source Bloc bloc,
            @Name("kinds")
                    @Description("Only corridors of these kinds; all if left out.")
                    @io.smallrye.graphql.api.Nullable
                    @Nullable
                    List<@NonNull CorridorKind> kinds,
            @Name("statuses")
                    @Description("Only corridors of these statuses; all if left out.")
                    @io.smallrye.graphql.api.Nullable
                    @Nullable
                    List<@NonNull Status> statuses,
            @Name("asOf") @Description(SeenStatement.AS_OF) @Nullable OffsetDateTime asOf) {
        Choice<CorridorKind> ofKinds = Choice.of("kinds", kinds);
        Choice<Status> ofStatuses = Choice.of("statuses", statuses);
        List<Uni<List<Corridor>>> ofMembers = PartnerApi.membersOf(bloc).stream()
                .map(membership -> byPartner(membership.partner(), asOf))
                .toList();
        if (ofMembers.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Uni.join().all(ofMembers).andFailFast().map(lists -> {
            Map<String, Corridor> byId = new TreeMap<>();
            lists.forEach(list -> list.forEach(corridor -> byId.put(corridor.id(), corridor)));
            return ofStatuses.among(ofKinds.among(List.copyOf(byId.values()), Corridor::kind), Corridor::status);
        });
    }

    /** The corridors of locations. */
    @Name("corridors")
    @Description("The corridors with a segment that begins or ends here, ordered by id.")
    @ListSize(assumedSize = 4)
    public @NonNull Uni<List<@NonNull Corridor>> locationCorridors(@Source Location location) {
        return Batches.load(
                "corridors of locations",
                new LocationId(location.id(), location.seen()),
                keys -> Batches.byArguments(keys, LocationId::seen, this::ofLocations));
    }

    private record LocationId(String id, Vantage seen) {}

    private Uni<Map<LocationId, List<Corridor>>> ofLocations(Vantage seen, List<LocationId> keys) {
        return corridors
                .byLocations(keys.stream().map(LocationId::id).toList(), seen)
                .map(found -> Batches.lists(keys, LocationId::id, found));
    }

    /** One statement for all partners and members of blocs of a level. */
    private Uni<List<Corridor>> byPartner(Partner partner, @Nullable OffsetDateTime asOf) {
        return partners.of("corridors of partners", partner, asOf, corridors::byPartners);
    }
}
