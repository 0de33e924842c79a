package io.lancang.corridor.feature.segment;

import io.lancang.corridor.ground.page.Keyed;
import io.lancang.corridor.ground.page.KeysetPage;
import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.connection.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of segments.")
public record SegmentConnection(
        @Description("The segments of the page, each with its cursor.") @NonNull
        List<@NonNull SegmentEdge> edges,

        @Description("The segments of the page.") @NonNull List<@NonNull Segment> nodes,

        @Description("Where the page stands in its list.") @NonNull
        PageInfo pageInfo,

        @Description("How many segments the whole list has.")
        int totalCount) {
    static SegmentConnection of(PageArguments arguments, KeysetPage<Segment> page) {
        List<Keyed<Segment>> items = page.slice().items();
        return new SegmentConnection(
                items.stream()
                        .map(item -> new SegmentEdge(arguments.cursor(item.keyset()), item.item()))
                        .toList(),
                items.stream().map(Keyed::item).toList(),
                arguments.pageInfo(page.slice(), Keyed::keyset),
                Math.toIntExact(page.total()));
    }

    @Description("A segment in a page.")
    public record SegmentEdge(
            @Description("The cursor of the segment, to be sent as `after` or `before`.") @NonNull
            String cursor,

            @Description("The segment.") @NonNull Segment node) {}
}
