package io.lancang.corridor.feature.zone;

import io.lancang.corridor.feature.location.Location;
import io.lancang.corridor.feature.location.LocationRepository;
import io.lancang.corridor.ground.citation.CitationRepository;
import io.lancang.corridor.ground.citation.Cited;
import io.lancang.corridor.ground.history.SeenStatement;
import io.lancang.corridor.ground.partner.Partner;
import io.lancang.corridor.ground.partner.PartnerLists;
import io.lancang.corridor.ground.vocabulary.CountryCodes;
import io.lancang.kit.argument.Choice;
import io.lancang.kit.batch.Batches;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.history.Vantage;
import io.lancang.kit.history.Vantages;
import io.lancang.kit.provenance.Language;
import io.smallrye.graphql.api.federation.Resolver;
import io.smallrye.mutiny.Uni;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Zones in the graph, and the zones of locations and partners. */
@GraphQLApi
public class ZoneApi {
    private final ZoneRepository zones;
    private final LocationRepository locations;
    private final CitationRepository citations;
    private final CountryCodes countries;
    private final Vantages vantages;
    private final PartnerLists partners;

    ZoneApi(
            ZoneRepository zones,
            LocationRepository locations,
            CitationRepository citations,
            CountryCodes countries,
            Vantages vantages,
            PartnerLists partners) {
        this.zones = zones;
        this.locations = locations;
        this.citations = citations;
        this.countries = countries;
        this.vantages = vantages;
        this.partners = partners;
    }

    @Query
    @Description("Zones, ordered by id.")
    @ListSize(assumedSize = 15)
    public @NonNull Uni<List<@NonNull Zone>> zones(
            @Name("filter") @Description("Which zones; all if left out.") @Nullable ZoneFilter filter,
            @Name("asOf") @Description(SeenStatement.AS_OF) @Nullable OffsetDateTime asOf) {
        ZoneFilter wanted = filter == null ? ZoneFilter.NONE : filter;
        countries.check(wanted.partner());
        Choice.refuseEmpty("kinds", wanted.kinds());
        String location = wanted.location();
        return vantages.at(asOf)
                .chain(seen -> location == null
                        ? zones.filtered(wanted, null, seen)
                        : locations
                                .byIdOrCode(location, seen)
                                .chain(there -> zones.filtered(wanted, there.id(), seen)));
    }

    /** Industrial transfers. */
    @Query
    @Description(
            "What is reported about industries that moved to Yunnan, zone by zone and for the province as a whole.")
    @ListSize(assumedSize = 12)
    public @NonNull Uni<List<@NonNull IndustrialTransfer>> industrialTransfers(
            @Name("asOf") @Description(SeenStatement.AS_OF) @Nullable OffsetDateTime asOf) {
        return vantages.at(asOf).chain(zones::transfers);
    }

    /** Zones by key; null for one that does not exist. */
    @Resolver
    public Uni<List<Zone>> zoneById(@Name("id") List<String> id) {
        return zones.byIds(id).map(found -> id.stream().map(found::get).toList());
    }

    /** The name in a language. */
    @Description("The name.")
    public @NonNull Uni<String> name(
            @Source Zone zone,
            @Name("language") @DefaultValue("EN") @Description("The language of the name.") Language language) {
        return Uni.createFrom().item(zone.names().in(language));
    }

    /** Where the zone is. */
    @Description("The location that it is at.")
    public @NonNull Uni<Location> location(@Source Zone zone) {
        return locations.load(zone.locationId(), zone.seen());
    }

    /** The transfers into zones. */
    @Description("Industries that moved into it, as reported. Empty if none is on record.")
    @Name("industrialTransfers")
    @ListSize(assumedSize = 3)
    public @NonNull Uni<List<List<@NonNull IndustrialTransfer>>> transfersInto(@Source List<Zone> into) {
        return each(
                into.stream().map(zone -> new Member(zone.id(), zone.seen())).toList(), zones::transfersInto);
    }

    /** Where the zone's facts are from. */
    @Description("Where its facts are from.")
    @ListSize(assumedSize = 2)
    public @NonNull Uni<List<io.lancang.kit.provenance.@NonNull Source>> sources(@Source Zone zone) {
        return citations.of(Cited.ZONE, zone.id(), zone.seen());
    }

    /** Where a transfer's facts are from. */
    @Description("Where the fact is from.")
    @Name("sources")
    @ListSize(assumedSize = 2)
    public @NonNull Uni<List<io.lancang.kit.provenance.@NonNull Source>> transferSources(
            @Source IndustrialTransfer transfer) {
        return citations.of(Cited.INDUSTRIAL_TRANSFER, transfer.id(), transfer.seen());
    }

    @Description("The zones at this location, ordered by id.")
    @Name("zones")
    @ListSize(assumedSize = 2)
    public @NonNull Uni<List<List<@NonNull Zone>>> zonesAt(@Source List<Location> at) {
        return each(
                at.stream()
                        .map(location -> new Member(location.id(), location.seen()))
                        .toList(),
                zones::byLocations);
    }

    /** The zones in the country of a partner. */
    @Description("The zones in this country, ordered by id. Empty if none is on record.")
    @Name("zones")
    @ListSize(assumedSize = 5)
    public Uni<List<@NonNull Zone>> zonesOf(
            @Source Partner partner, @Name("asOf") @Description(SeenStatement.AS_OF) @Nullable OffsetDateTime asOf) {
        return partners.of("zones of partners", partner, asOf, zones::byPartners);
    }

    /** What has zones or transfers. */
    private record Member(String id, Vantage seen) {}

    /** The items of each member, in the order of the members: one statement for each vantage. */
    private static <T> Uni<List<List<T>>> each(
            List<Member> members, BiFunction<List<String>, Vantage, Uni<Map<String, List<T>>>> read) {
        return Batches.<Member, Vantage, List<T>>byArguments(
                        members,
                        Member::seen,
                        (seen, some) -> read.apply(some.stream().map(Member::id).toList(), seen)
                                .map(found -> Batches.lists(some, Member::id, found)))
                .map(found -> members.stream()
                        .map(member -> found.getOrDefault(member, List.of()))
                        .toList());
    }
}
