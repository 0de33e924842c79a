package io.lancang.corridor.location;

import io.lancang.corridor.page.Keyed;
import io.lancang.corridor.page.KeysetPage;
import io.lancang.corridor.page.PageArguments;
import io.lancang.kit.connection.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A page of locations. */
@Description("A page of locations.")
public record LocationConnection(
        @Description("The locations of the page, each with its cursor.") @NonNull
        List<@NonNull LocationEdge> edges,

        @Description("The locations of the page.") @NonNull List<@NonNull Location> nodes,

        @Description("Where the page stands in its list.") @NonNull
        PageInfo pageInfo,

        @Description("How many locations the whole list has.")
        int totalCount) {
    static LocationConnection of(PageArguments arguments, KeysetPage<Located> page) {
        List<Keyed<Located>> items = page.slice().items();
        return new LocationConnection(
                items.stream()
                        .map(item -> new LocationEdge(
                                arguments.cursor(item),
                                item.item().location(),
                                item.item().distanceKm()))
                        .toList(),
                items.stream().map(item -> item.item().location()).toList(),
                arguments.pageInfo(page),
                Math.toIntExact(page.total()));
    }

    /** A location in a page. */
    @Description("A location in a page.")
    public record LocationEdge(
            @Description("The cursor of the location, to be sent as `after`.") @NonNull
            String cursor,

            @Description("The location.") @NonNull Location node,

            @Description("Kilometres along a great circle from the point of `near`; null if the list has none.")
            @Nullable
            Double distanceKm) {}
}
