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
@Description("A product or a group of products of a classification.")
public record Product(
        @Description(
                "Stable id: the abbreviation of the classification and the code, such as `H6:8542`; `TOTAL` for all goods.")
        @Id
        @NonNull
        String id)
        implements Node {
    /** Its id in the whole graph. */
    @Shareable
    @Override
    @Description(Node.MEANING)
    @Id
    @NonNull
    public String getNodeId() {
        return NodeId.text("Product", id);
    }
}
