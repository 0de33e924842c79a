package io.lancang.corridor.feature.identity;

import io.lancang.kit.cost.ListSize;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.node.Node;
import io.lancang.kit.node.NodeId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Objects of all types by their ids in the whole graph. */
@GraphQLApi
public class NodeApi {
    private static final int MOST = 100;

    private final Nodes nodes;

    NodeApi(Nodes nodes) {
        this.nodes = nodes;
    }

    @Query
    @Description(
            "An object by its id in the whole graph, as of the moment that the id was given for; null if it is not on record.")
    public Uni<Node> node(@Name("id") @Description("What a field `nodeId` gave.") @Id @NonNull String id) {
        return nodes.byId(checked(id));
    }

    @Query
    @Description(
            "Objects by their ids in the whole graph, in the order of the ids; null for each that is not on record.")
    @ListSize(assumedSize = 20)
    public @NonNull Uni<List<Node>> nodes(
            @Name("ids") @Description("What fields `nodeId` gave, 100 at most.") @Id @NonNull
                    List<@NonNull String> ids) {
        if (ids.size() > MOST) {
            throw ServiceException.badInput(
                    "`ids` has " + ids.size() + " ids; it may have " + MOST + ".",
                    "Ask for the others in another request.");
        }
        List<Uni<Optional<Node>>> found = ids.stream()
                .map(NodeApi::checked)
                .map(id -> nodes.byId(id).map(Optional::ofNullable))
                .toList();
        if (found.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        // What is joined leaves nulls out.
        return Uni.join()
                .all(found)
                .andFailFast()
                .map(all -> all.stream().map(each -> each.orElse(null)).toList());
    }

    /** Before anything is read, so that it is refused with its own words. */
    private static NodeId checked(String text) {
        NodeId id = NodeId.read(text);
        NodeType.of(id);
        id.onlyKey();
        return id;
    }
}
