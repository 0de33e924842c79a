package io.lancang.corridor.feature.corridor;

import io.lancang.corridor.ground.page.Keyed;
import io.lancang.corridor.ground.page.KeysetPage;
import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.connection.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of corridors.")
public record CorridorConnection(
        @Description("The corridors of the page, each with its cursor.") @NonNull
        List<@NonNull CorridorEdge> edges,

        @Description("The corridors of the page.") @NonNull List<@NonNull Corridor> nodes,

        @Description("Where the page stands in its list.") @NonNull
        PageInfo pageInfo,

        @Description("How many corridors the whole list has.")
        int totalCount) {
    static CorridorConnection of(PageArguments arguments, KeysetPage<Corridor> page) {
        List<Keyed<Corridor>> items = page.slice().items();
        return new CorridorConnection(
                items.stream()
                        .map(item -> new CorridorEdge(arguments.cursor(item.keyset()), item.item()))
                        .toList(),
                items.stream().map(Keyed::item).toList(),
                arguments.pageInfo(page.slice(), Keyed::keyset),
                Math.toIntExact(page.total()));
    }

    @Description("A corridor in a page.")
    public record CorridorEdge(
            @Description("The cursor of the corridor, to be sent as `after` or `before`.") @NonNull
            String cursor,

            @Description("The corridor.") @NonNull Corridor node) {}
}
