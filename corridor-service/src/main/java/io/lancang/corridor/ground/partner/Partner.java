package io.lancang.corridor.ground.partner;

import io.lancang.kit.node.Node;
import io.lancang.kit.node.NodeId;
import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Key;
import io.smallrye.graphql.api.federation.Shareable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A country that a corridor runs through. Whether it exists is the trade subgraph's to say. */
@Key(fields = @FieldSet("code"))
@Description("A country or territory, China included.")
public record Partner(
        @Description("ISO 3166-1 alpha-3 code, such as `LAO`.") @Id @NonNull
        String code) implements Node {
    /** Its id in the whole graph. */
    @Shareable
    @Override
    @Description(Node.MEANING)
    @Id
    @NonNull
    public String getNodeId() {
        return NodeId.text("Partner", code);
    }
}
