package io.lancang.corridor.changes.change;

import io.lancang.corridor.ground.page.Keyed;
import io.lancang.corridor.ground.page.KeysetPage;
import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.connection.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of changes of the network.")
public record NetworkChangeConnection(
        @Description("The changes of the page.") @NonNull List<@NonNull NetworkChange> nodes,

        @Description("Where the page stands in its list.") @NonNull
        PageInfo pageInfo,

        @Description("How many changes the whole list has.") int totalCount) {
    static NetworkChangeConnection of(PageArguments arguments, KeysetPage<NetworkChange> page) {
        return new NetworkChangeConnection(
                page.slice().items().stream().map(Keyed::item).toList(),
                arguments.pageInfo(page.slice(), Keyed::keyset),
                Math.toIntExact(page.total()));
    }
}
