package io.lancang.corridor.zone;

import io.lancang.corridor.citation.Citations;
import io.lancang.corridor.citation.Cited;
import io.lancang.corridor.location.Location;
import io.lancang.corridor.location.Locations;
import io.lancang.corridor.partner.Partner;
import io.lancang.corridor.vocabulary.CountryCodes;
import io.lancang.kit.history.Vantage;
import io.lancang.kit.provenance.Language;
import io.smallrye.graphql.api.federation.Resolver;
import io.smallrye.mutiny.Uni;
import java.util.List;
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
    private final Zones zones;
    private final Locations locations;
    private final Citations citations;
    private final CountryCodes countries;

    ZoneApi(Zones zones, Locations locations, Citations citations, CountryCodes countries) {
        this.zones = zones;
        this.locations = locations;
        this.citations = citations;
        this.countries = countries;
    }

    /** Zones. */
    @Query
    @Description("Zones, ordered by id.")
    public @NonNull Uni<List<@NonNull Zone>> zones(
            @Name("filter") @Description("Which zones; all if left out.") @Nullable ZoneFilter filter) {
        ZoneFilter wanted = filter == null ? ZoneFilter.NONE : filter;
        countries.check(wanted.partner());
        return zones.filtered(wanted);
    }

    /** Industrial transfers. */
    @Query
    @Description(
            "What is reported about industries that moved to Yunnan, zone by zone and for the province as a whole.")
    public @NonNull Uni<List<@NonNull IndustrialTransfer>> industrialTransfers() {
        return zones.transfers();
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
        return locations.load(zone.locationId(), Vantage.PRESENT);
    }

    /** The transfers into zones. */
    @Description("Industries that moved into it, as reported. Empty if none is on record.")
    @Name("industrialTransfers")
    public @NonNull Uni<List<List<@NonNull IndustrialTransfer>>> transfersInto(@Source List<Zone> into) {
        return zones.transfersInto(into.stream().map(Zone::id).toList())
                .map(found -> into.stream()
                        .map(zone -> found.getOrDefault(zone.id(), List.of()))
                        .toList());
    }

    /** Where the zone's facts are from. */
    @Description("Where its facts are from.")
    public @NonNull Uni<List<io.lancang.kit.provenance.@NonNull Source>> sources(@Source Zone zone) {
        return citations.of(Cited.ZONE, zone.id());
    }

    /** Where a transfer's facts are from. */
    @Description("Where the fact is from.")
    @Name("sources")
    public @NonNull Uni<List<io.lancang.kit.provenance.@NonNull Source>> transferSources(
            @Source IndustrialTransfer transfer) {
        return citations.of(Cited.INDUSTRIAL_TRANSFER, transfer.id());
    }

    /** The zones at locations. */
    @Description("The zones at this location, ordered by id.")
    @Name("zones")
    public @NonNull Uni<List<List<@NonNull Zone>>> zonesAt(@Source List<Location> at) {
        return zones.byLocations(at.stream().map(Location::id).toList())
                .map(found -> at.stream()
                        .map(location -> found.getOrDefault(location.id(), List.of()))
                        .toList());
    }

    /** The zones in the countries of partners. */
    @Description("The zones in this country, ordered by id. Empty if none is on record.")
    @Name("zones")
    public Uni<List<List<@NonNull Zone>>> zonesOf(@Source List<Partner> partners) {
        return zones.byPartners(partners.stream().map(Partner::code).toList())
                .map(found -> partners.stream()
                        .map(partner -> found.getOrDefault(partner.code(), List.of()))
                        .toList());
    }
}
