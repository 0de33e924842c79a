package io.lancang.corridor.feature.segment;

import io.lancang.corridor.ground.history.SeenStatement;
import io.lancang.corridor.ground.vocabulary.CountryCodes;
import io.lancang.kit.connection.CursorScope;
import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.connection.PageRequest;
import io.lancang.kit.cost.Cost;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.history.Vantages;
import io.smallrye.mutiny.Uni;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Segments in the graph, found by themselves. */
@GraphQLApi
public class SegmentApi {
    private final SegmentPageRepository segments;
    private final CountryCodes countries;
    private final Vantages vantages;

    SegmentApi(SegmentPageRepository segments, CountryCodes countries, Vantages vantages) {
        this.segments = segments;
        this.countries = countries;
        this.vantages = vantages;
    }

    @Query
    @Description("One segment. An unknown id is an error that suggests the nearest ids.")
    public Uni<Segment> segment(
            @Name("id") @Description("Its id, such as `clr-05`.") @Id @NonNull String id,
            @Name("asOf") @Description(SeenStatement.AS_OF) @Nullable OffsetDateTime asOf) {
        return vantages.at(asOf).chain(seen -> segments.byId(id, seen));
    }

    @Query
    @Description("Segments of all corridors, ordered by id, in pages. Wholes and their parts are both among them: see"
            + " `countsInLength` and `countedIn`.")
    @Cost(weight = 10)
    @ListSize(
            assumedSize = 50,
            slicingArguments = {"first", "last"},
            sizedFields = {"edges", "nodes"},
            requireOneSlicingArgument = false)
    public @NonNull Uni<SegmentConnection> segments(
            @Name("filter") @Description("Which segments; all if left out.") @Nullable SegmentFilter filter,
            @Name("first") @Description(PageRequest.FIRST) @Nullable Integer first,
            @Name("after") @Description(PageRequest.AFTER) @Nullable String after,
            @Name("last") @Description(PageRequest.LAST) @Nullable Integer last,
            @Name("before") @Description(PageRequest.BEFORE) @Nullable String before,
            @Name("asOf") @Description(SeenStatement.AS_OF) @Nullable OffsetDateTime asOf) {
        SegmentFilter wanted = filter == null ? SegmentFilter.NONE : filter;
        wanted.check();
        countries.checkAll(wanted.partners());
        PageArguments arguments = new PageRequest(first, after, last, before)
                .of(new CursorScope("segments", wanted, String.valueOf(asOf)), PageRequest.USUAL);
        return vantages.at(asOf)
                .chain(seen -> segments.page(wanted, arguments, seen))
                .map(page -> SegmentConnection.of(arguments, page));
    }
}
