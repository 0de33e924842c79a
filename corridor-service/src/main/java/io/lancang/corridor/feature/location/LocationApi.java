package io.lancang.corridor.feature.location;

import io.lancang.corridor.ground.citation.CitationRepository;
import io.lancang.corridor.ground.citation.Cited;
import io.lancang.corridor.ground.history.SeenStatement;
import io.lancang.corridor.ground.partner.Partner;
import io.lancang.corridor.ground.partner.PartnerLists;
import io.lancang.corridor.ground.vocabulary.CountryCodes;
import io.lancang.kit.connection.CursorScope;
import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.connection.PageRequest;
import io.lancang.kit.cost.Cost;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.history.Vantages;
import io.lancang.kit.provenance.Language;
import io.smallrye.graphql.api.federation.Resolver;
import io.smallrye.mutiny.Uni;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Locations in the graph, and the border crossings of partners. */
@GraphQLApi
public class LocationApi {
    private final LocationRepository locations;
    private final NearestLocationRepository nearest;
    private final CitationRepository citations;
    private final CountryCodes countries;
    private final Vantages vantages;
    private final PartnerLists partners;

    LocationApi(
            LocationRepository locations,
            NearestLocationRepository nearest,
            CitationRepository citations,
            CountryCodes countries,
            Vantages vantages,
            PartnerLists partners) {
        this.locations = locations;
        this.nearest = nearest;
        this.citations = citations;
        this.countries = countries;
        this.vantages = vantages;
        this.partners = partners;
    }

    @Query
    @Description("One location. An unknown id is an error that suggests the nearest ids.")
    public Uni<Location> location(
            @Name("id")
                    @Description(
                            "Its id, such as `mohan`, its UN/LOCODE, such as `CNMHN`, or its IATA code, such as `KMG`, in any usual"
                                    + " spelling (`kmg`, `CN MHN`); or a name, in whatever language, that it alone has.")
                    @Id
                    @NonNull
                    String id,
            @Name("asOf") @Description(SeenStatement.AS_OF) @Nullable OffsetDateTime asOf) {
        return vantages.at(asOf).chain(seen -> locations.byIdOrCode(id, seen));
    }

    /** A page of locations. */
    @Query
    @Description("Locations, ordered by id, or, with `near`, those with coordinates, nearest first.")
    @Cost(weight = 10)
    @ListSize(
            assumedSize = 50,
            slicingArguments = {"first", "last"},
            sizedFields = {"edges", "nodes"},
            requireOneSlicingArgument = false)
    public @NonNull Uni<LocationConnection> locations(
            @Name("filter") @Description("Which locations; all if left out.") @Nullable LocationFilter filter,
            @Name("near") @Description("The point that they are ordered by distance from.") @Nullable Near near,
            @Name("first") @Description(PageRequest.FIRST) @Nullable Integer first,
            @Name("after") @Description(PageRequest.AFTER) @Nullable String after,
            @Name("last") @Description(PageRequest.LAST) @Nullable Integer last,
            @Name("before") @Description(PageRequest.BEFORE) @Nullable String before,
            @Name("asOf") @Description(SeenStatement.AS_OF) @Nullable OffsetDateTime asOf) {
        LocationFilter wanted = filter == null ? LocationFilter.NONE : filter;
        countries.check(wanted.partner());
        countries.checkAll(wanted.partners());
        wanted.check();
        if (near != null) {
            near.check();
            PageArguments arguments = new PageRequest(first, after, last, before)
                    .of(new CursorScope("locations", wanted, near, String.valueOf(asOf)), PageRequest.USUAL);
            return vantages.at(asOf)
                    .chain(seen -> nearest.page(wanted, near, arguments, seen)
                            .map(slice -> LocationConnection.of(arguments, slice, nearest.count(wanted, near, seen))));
        }
        PageArguments arguments = new PageRequest(first, after, last, before)
                .of(new CursorScope("locations", wanted, String.valueOf(asOf)), PageRequest.USUAL);
        return vantages.at(asOf)
                .chain(seen -> locations.page(wanted, arguments, seen))
                .map(page -> LocationConnection.of(
                        arguments, page.slice(), Uni.createFrom().item(page.total())));
    }

    /** The size of a list of locations. */
    @Description("How many locations the whole list has.")
    @Cost(weight = 5)
    public @NonNull Uni<Integer> totalCount(@Source LocationConnection connection) {
        return connection.total().map(Math::toIntExact);
    }

    /** Locations by key; null for one that does not exist. */
    @Resolver
    public Uni<List<Location>> locationById(@Name("id") List<String> id) {
        return locations.byIds(id).map(found -> id.stream().map(found::get).toList());
    }

    /** The name in a language. */
    @Description("The name.")
    public @NonNull Uni<String> name(
            @Source Location location,
            @Name("language") @DefaultValue("EN") @Description("The language of the name.") Language language) {
        return Uni.createFrom().item(location.names().in(language));
    }

    /** Where the location's facts are from. */
    @Description("Where its facts are from; empty for what gazetteers alone say.")
    @ListSize(assumedSize = 2)
    public @NonNull Uni<List<io.lancang.kit.provenance.@NonNull Source>> sources(@Source Location location) {
        return citations.of(Cited.LOCATION, location.id(), location.seen());
    }

    /** The border crossings of a partner. */
    @Description("The border crossings on this partner's side, ordered by id. Empty if none is on record.")
    @ListSize(assumedSize = 10)
    public Uni<List<@NonNull Location>> borderCrossings(
            @Source Partner partner, @Name("asOf") @Description(SeenStatement.AS_OF) @Nullable OffsetDateTime asOf) {
        return partners.of("border crossings of partners", partner, asOf, locations::borderCrossings);
    }
}
