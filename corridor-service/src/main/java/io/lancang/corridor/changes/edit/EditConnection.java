package io.lancang.corridor.changes.edit;

import io.lancang.corridor.ground.page.Keyed;
import io.lancang.corridor.ground.page.KeysetPage;
import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.connection.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of the audit.")
public record EditConnection(
        @Description("The facts of the page, each with its cursor.") @NonNull
        List<@NonNull EditEdge> edges,

        @Description("The facts of the page.") @NonNull List<@NonNull Edit> nodes,

        @Description("Where the page stands in its list.") @NonNull
        PageInfo pageInfo,

        @Description("How many facts the whole list has.") int totalCount) {
    static EditConnection of(PageArguments arguments, KeysetPage<Edit> page) {
        List<Keyed<Edit>> items = page.slice().items();
        return new EditConnection(
                items.stream()
                        .map(item -> new EditEdge(arguments.cursor(item.keyset()), item.item()))
                        .toList(),
                items.stream().map(Keyed::item).toList(),
                arguments.pageInfo(page.slice(), Keyed::keyset),
                Math.toIntExact(page.total()));
    }

    @Description("A fact in a page of the audit.")
    public record EditEdge(
            @Description("The cursor of the fact, to be sent as `after` or `before`.") @NonNull
            String cursor,

            @Description("The fact.") @NonNull Edit node) {}
}
