package io.lancang.corridor.feature.corridor;

import io.lancang.corridor.ground.history.SeenStatement;
import io.lancang.corridor.ground.vocabulary.CountryCodes;
import io.lancang.kit.connection.CursorScope;
import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.connection.PageRequest;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.history.Vantages;
import io.smallrye.graphql.api.federation.Resolver;
import io.smallrye.graphql.api.federation.link.Import;
import io.smallrye.graphql.api.federation.link.Link;
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
import org.jspecify.annotations.Nullable;

/** How corridors are found. The link makes the whole schema one of Federation 2. */
@GraphQLApi
@Link(
        url = Link.FEDERATION_SPEC_URL + "/v2.9",
        _import = {
            @Import(name = "@key"),
            @Import(name = "@external"),
            @Import(name = "@requires"),
            @Import(name = "@shareable"),
            @Import(name = "@cost"),
            @Import(name = "@listSize"),
            @Import(name = "FieldSet")
        })
public class CorridorApi {
    private final CorridorRepository corridors;
    private final CountryCodes countries;
    private final Vantages vantages;

    CorridorApi(CorridorRepository corridors, CountryCodes countries, Vantages vantages) {
        this.corridors = corridors;
        this.countries = countries;
        this.vantages = vantages;
    }

    @Query
    @Description("One corridor. An unknown id is an error that suggests the nearest ids.")
    public Uni<Corridor> corridor(
            @Name("id") @Description("Its id, such as `clr` for the China-Laos Railway.") @Id @NonNull String id,
            @Name("asOf") @Description(SeenStatement.AS_OF) @Nullable OffsetDateTime asOf) {
        return vantages.at(asOf).chain(seen -> corridors.byId(id, seen));
    }

    @Query
    @Description("Corridors, in pages.")
    @ListSize(
            assumedSize = 50,
            slicingArguments = {"first", "last"},
            sizedFields = {"edges", "nodes"},
            requireOneSlicingArgument = false)
    public @NonNull Uni<CorridorConnection> corridors(
            @Name("filter") @Description("Which corridors; all if left out.") @Nullable CorridorFilter filter,
            @Name("orderBy") @DefaultValue("ID") @Description("How they are ordered.") CorridorOrder orderBy,
            @Name("first") @Description(PageRequest.FIRST) @Nullable Integer first,
            @Name("after") @Description(PageRequest.AFTER) @Nullable String after,
            @Name("last") @Description(PageRequest.LAST) @Nullable Integer last,
            @Name("before") @Description(PageRequest.BEFORE) @Nullable String before,
            @Name("asOf") @Description(SeenStatement.AS_OF) @Nullable OffsetDateTime asOf) {
        CorridorFilter wanted = filter == null ? CorridorFilter.NONE : filter;
        wanted.check();
        countries.check(wanted.partner());
        countries.checkAll(wanted.partners());
        PageArguments arguments = new PageRequest(first, after, last, before)
                .of(new CursorScope("corridors", wanted, orderBy, String.valueOf(asOf)), PageRequest.USUAL);
        return vantages.at(asOf)
                .chain(seen -> corridors.page(wanted, orderBy, arguments, seen))
                .map(page -> CorridorConnection.of(arguments, page));
    }

    /** Corridors by key; null for one that does not exist. */
    @Resolver
    public Uni<List<Corridor>> corridorById(@Name("id") List<String> id) {
        return corridors.byIds(id).map(found -> id.stream().map(found::get).toList());
    }
}
