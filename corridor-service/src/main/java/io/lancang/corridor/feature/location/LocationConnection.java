package io.lancang.corridor.feature.location;

import io.lancang.corridor.ground.page.Keyed;
import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.connection.PageInfo;
import io.lancang.kit.connection.Slice;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("A page of locations.")
public record LocationConnection(
        @Description("The locations of the page, each with its cursor.") @NonNull
        List<@NonNull LocationEdge> edges,

        @Description("The locations of the page.") @NonNull List<@NonNull Location> nodes,

        @Description("Where the page stands in its list.") @NonNull
        PageInfo pageInfo,

        @Ignore Uni<Long> total) {
    /** @param total how many locations the whole list has; asked only if it is wanted */
    static LocationConnection of(PageArguments arguments, Slice<Keyed<Located>> slice, Uni<Long> total) {
        List<Keyed<Located>> items = slice.items();
        return new LocationConnection(
                items.stream()
                        .map(item -> new LocationEdge(
                                arguments.cursor(item.keyset()),
                                item.item().location(),
                                item.item().distanceKm()))
                        .toList(),
                items.stream().map(item -> item.item().location()).toList(),
                arguments.pageInfo(slice, Keyed::keyset),
                total);
    }

    @Description("A location in a page.")
    public record LocationEdge(
            @Description("The cursor of the location, to be sent as `after` or `before`.") @NonNull
            String cursor,

            @Description("The location.") @NonNull Location node,

            @Description("Kilometres along a great circle from the point of `near`; null if the list has none.")
            @Nullable
            Double distanceKm) {}
}
