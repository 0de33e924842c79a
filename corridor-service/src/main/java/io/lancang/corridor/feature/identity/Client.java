package io.lancang.corridor.feature.identity;

import io.lancang.kit.node.Node;
import io.lancang.kit.node.NodeId;
import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Key;
import io.smallrye.graphql.api.federation.Shareable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** What another subgraph owns, by its key. Whether it exists is for that one to say. */
@Key(fields = @FieldSet("id"), resolvable = false)
@Description("A system of a partner that connects with keys of its own.")
public record Client(
        @Description("Its id, such as `mekong-customs`. The claim `sub` of its requests.") @Id @NonNull
        String id) implements Node {
    /** Its id in the whole graph. */
    @Shareable
    @Override
    @Description(Node.MEANING)
    @Id
    @NonNull
    public String getNodeId() {
        return NodeId.text("Client", id);
    }
}
