package io.lancang.corridor.changes.change;

import io.lancang.corridor.ground.page.Keyed;
import io.lancang.corridor.ground.page.KeysetPage;
import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.connection.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of events of the network.")
public record NetworkEventConnection(
        @Description("The events of the page.") @NonNull List<@NonNull NetworkEvent> nodes,

        @Description("Where the page stands in its list.") @NonNull
        PageInfo pageInfo,

        @Description("How many events the whole list has.") int totalCount) {
    static NetworkEventConnection of(PageArguments arguments, KeysetPage<NetworkEvent> page) {
        return new NetworkEventConnection(
                page.slice().items().stream().map(Keyed::item).toList(),
                arguments.pageInfo(page.slice(), Keyed::keyset),
                Math.toIntExact(page.total()));
    }
}
